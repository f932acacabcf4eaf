/* last_good.c: see last_good.h. It knows nothing of what the bytes mean. */
#include "cli/last_good.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define FILE_NAME "sources"
#define NEXT_NAME "sources.next"
#define BUFFER_BYTES ((size_t)128 << 10)

static const struct str magic = STR_INIT("tambour sources 1\n");

/* The entry at offset at: its parts, and where the next one begins. False: damaged. */
static bool entry_at(
	struct str all, size_t at, struct str *path, struct str *bytes, size_t *next)
{
	struct str line, rest = str_from(all, at);
	size_t end = str_index(rest, '\n');
	if (end == rest.n)
		return false;
	line = str_sub(rest, 0, end);
	size_t blank = str_index(line, ' ');
	unsigned long n_path, n_bytes;
	if (!str_to_uint(str_sub(line, 0, blank), 1u << 16, &n_path) ||
		!str_to_uint(str_from(line, blank + 1), 1u << 30, &n_bytes) ||
		rest.n - end - 1 < n_path + n_bytes + 1)
		return false;
	*path = str_sub(rest, end + 1, end + 1 + n_path);
	*bytes = str_sub(rest, end + 1 + n_path, end + 1 + n_path + n_bytes);
	*next = at + end + 1 + n_path + n_bytes + 1;
	return all.p[*next - 1] == '\n';
}

static bool index_old(struct last_good_file *f)
{
	if (!str_starts(f->old, magic))
		return false;
	struct str path, bytes;
	for (size_t at = magic.n, next; at < f->old.n; at = next) {
		if (!entry_at(f->old, at, &path, &bytes, &next))
			return false;
		void **slot = map_put(f->arena, &f->by_path, path);
		memcpy(slot, &(size_t){at + 1}, sizeof *slot);
	}
	return true;
}

static void map_old(struct last_good_file *f)
{
	int fd = openat(f->dir, FILE_NAME, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat st;
	if (fd < 0)
		return;
	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size > 0) {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
		if (p != MAP_FAILED)
			f->old = (struct str){p, (size_t)st.st_size};
	}
	close(fd);
}

static void unmap_old(struct last_good_file *f)
{
	if (!f->old.n)
		return;
	/* The mapping was made writable by nobody: only its type forgets const. */
	union {
		const char *read;
		void *p;
	} old = {.read = f->old.p};
	munmap(old.p, f->old.n);
	f->old = (struct str){0};
}

void last_good_open(
	struct last_good_file *f, struct arena *a, int dir, bool writes, struct diag *d)
{
	*f = (struct last_good_file){.arena = a, .dir = dir, .writes = writes};
	if (dir < 0)
		return;
	map_old(f);
	if (f->old.n && !index_old(f)) {
		diag_say(d, MSG_STATE_UNREADABLE, (struct loc){0}, STR(FILE_NAME));
		f->by_path = (struct map){0};
		unmap_old(f);
	}
	f->same = f->old.n ? magic.n : 0;
}

static bool get(void *user, struct arena *a, struct str path, struct str *bytes)
{
	(void)a;
	struct last_good_file *f = user;
	void *slot = map_get(&f->by_path, path);
	size_t at, next;
	struct str found;
	memcpy(&at, &slot, sizeof at);
	return at && entry_at(f->old, at - 1, &found, bytes, &next);
}

static void put(void *user, struct str path, struct str bytes)
{
	struct last_good_file *f = user;
	struct str old_path, old_bytes;
	size_t next;
	if (!f->writes || f->dir < 0)
		return;
	if (!f->differs.n && f->same && f->same < f->old.n &&
		entry_at(f->old, f->same, &old_path, &old_bytes, &next) &&
		str_eq(path, old_path) && str_eq(bytes, old_bytes)) {
		f->same = next;
		return;
	}
	*list_add(f->arena, &f->differs) = (struct last_good_entry){path, bytes};
}

struct last_good last_good_of(struct last_good_file *f)
{
	return (struct last_good){f, get, put};
}

void last_good_forget(struct last_good_file *f, struct str path)
{
	size_t n = 0;
	for (size_t i = 0; i < f->differs.n; i++)
		if (!str_eq(f->differs.v[i].path, path))
			f->differs.v[n++] = f->differs.v[i];
	f->differs.n = n;
}

static bool write_out(FILE *out, struct str s)
{
	return !s.n || fwrite(s.p, 1, s.n, out) == s.n;
}

/* What the old file says already, then what differs. */
static bool write_all(const struct last_good_file *f, FILE *out)
{
	bool ok = write_out(out, f->same ? str_sub(f->old, 0, f->same) : magic);
	for (size_t i = 0; ok && i < f->differs.n; i++) {
		const struct last_good_entry *e = &f->differs.v[i];
		ok = fprintf(out, "%zu %zu\n", e->path.n, e->bytes.n) > 0 &&
		     write_out(out, e->path) && write_out(out, e->bytes) &&
		     write_out(out, STR("\n"));
	}
	return ok;
}

/* 0 or errno. */
static int write_next(const struct last_good_file *f)
{
	int fd = openat(f->dir, NEXT_NAME,
		O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
	FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
	if (!out) {
		int e = errno;
		if (fd >= 0)
			close(fd);
		return e;
	}
	/* Else a write for each 4 KiB: the library takes no size without a buffer. */
	struct arena buffer = {0};
	setvbuf(out, arena_text(&buffer, BUFFER_BYTES), _IOFBF, BUFFER_BYTES);
	errno = 0;
	int e = write_all(f, out) ? 0 : errno ? errno : EIO;
	if (fclose(out) && !e)
		e = errno;
	arena_release(&buffer);
	return e;
}

void last_good_keep(struct last_good_file *f, struct str shown, struct diag *d)
{
	if (!f->writes || f->dir < 0)
		return;
	/* What is gone since would have left the end of the old file unsaid. */
	if (!f->differs.n && f->same && f->same == f->old.n)
		return;
	int e = write_next(f);
	if (!e && renameat(f->dir, NEXT_NAME, f->dir, FILE_NAME))
		e = errno;
	if (!e)
		return;
	unlinkat(f->dir, NEXT_NAME, 0);
	diag_say(d, MSG_STATE_NOT_KEPT, (struct loc){0},
		str_printf(d->arena, "%.*s/%s", STR_ARG(shown), FILE_NAME),
		diag_errno(d, e));
}

void last_good_close(struct last_good_file *f)
{
	unmap_old(f);
	*f = (struct last_good_file){.dir = -1};
}
