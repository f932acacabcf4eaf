/*
 * folder.c: a source kept in a folder of this machine. It never follows a symbolic
 * link, neither while listing nor while reading, so that no path leaves the folder.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/strbuf.h"
#include "source/backend.h"
#include "text/utf8.h"

#define NANOSECONDS 1000000000LL

/* One listing under way; the path of the folder being listed ends with '/' or is empty.
 */
struct scan {
	struct source *source;
	struct arena *arena;
	struct diag *diag;
	struct map skip; /* composed paths of what is not listed */
};

static struct str join(struct arena *a, struct str folder, const char *name)
{
	size_t n = strlen(name);
	char *p = arena_text(a, folder.n + n + 1);
	if (folder.n)
		memcpy(p, folder.p, folder.n);
	memcpy(p + folder.n, name, n + 1);
	return (struct str){p, folder.n + n};
}

static bool list_dir(struct scan *c, int fd, struct str folder, int depth);

static bool say_folder(struct scan *c, struct str path, int e)
{
	struct arena *a = c->diag->arena;
	diag_say(c->diag, MSG_SOURCE_FOLDER_UNREADABLE, source_loc(c->source, path, a),
		path, diag_errno(c->diag, e));
	return true;
}

/* A former output, by its mark: a file, where a state folder would be a folder. */
static bool is_published(int dir)
{
	struct stat st;
	return !fstatat(dir, FILE_OUTPUT_MARK, &st, AT_SYMLINK_NOFOLLOW) &&
	       S_ISREG(st.st_mode);
}

/* Enter the folder `name` of the folder open as `dir`. False when the listing must
 * stop. */
static bool enter(struct scan *c, int dir, const char *name, struct str path, int depth)
{
	struct arena *a = c->diag->arena;
	if (depth >= SOURCE_MAX_DEPTH) {
		diag_say(c->diag, MSG_SOURCE_TOO_DEEP, source_loc(c->source, path, a),
			path, str_printf(a, "%d", SOURCE_MAX_DEPTH));
		return true;
	}
	int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return say_folder(c, path, errno);
	if (is_published(fd)) {
		close(fd);
		diag_say(c->diag, MSG_SOURCE_PUBLISHED, source_loc(c->source, path, a),
			path);
		return true;
	}
	return list_dir(c, fd, join(c->arena, path, "/"), depth + 1);
}

static long long nanoseconds(struct timespec t)
{
	return t.tv_sec * NANOSECONDS + t.tv_nsec;
}

static bool add_file(struct scan *c, const struct stat *st, struct str path)
{
	struct source_file *f;
	if (!source_add(c->source, c->arena, path, c->diag, &f))
		return false;
	if (f) {
		f->size = st->st_size;
		f->mtime = nanoseconds(st->st_mtim);
		f->ctime = nanoseconds(st->st_ctim);
	}
	return true;
}

static bool add_entry(
	struct scan *c, int dir, const char *name, struct str folder, int depth)
{
	struct stat st;
	struct str path = join(c->arena, folder, name);
	if (c->skip.n && map_get(&c->skip, utf8_compose(c->arena, path)))
		return true; /* a symbolic link too: the output may be one */
	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW))
		return true; /* removed since it was listed */
	if (S_ISREG(st.st_mode))
		return add_file(c, &st, path);
	struct source_file *f;
	if (!source_name_is_text(str_of(name)))
		return source_add(c->source, c->arena, path, c->diag, &f);
	if (S_ISDIR(st.st_mode))
		return enter(c, dir, name, path, depth);
	diag_say(c->diag,
		S_ISLNK(st.st_mode) ? MSG_SOURCE_SYMLINK : MSG_SOURCE_NOT_A_FILE,
		source_loc(c->source, path, c->diag->arena), path);
	return true;
}

/* List the folder open as fd, which is closed. False when the listing must stop. */
static bool list_dir(struct scan *c, int fd, struct str folder, int depth)
{
	DIR *dir = fdopendir(fd);
	if (!dir) {
		int e = errno;
		close(fd);
		return say_folder(c, folder, e);
	}
	bool go_on = true;
	errno = 0;
	for (struct dirent *e; go_on && (e = readdir(dir));) {
		if (!source_hides(e->d_name))
			go_on = add_entry(c, dirfd(dir), e->d_name, folder, depth);
		errno = 0;
	}
	if (go_on && errno)
		say_folder(c, folder, errno);
	closedir(dir);
	return go_on;
}

/*
 * Open a folder below dir, part by part, so that a part that became a symbolic link
 * since the listing is refused. A new descriptor, or -1 with errno.
 */
static int open_below(int dir, struct str folder)
{
	int fd = dir;
	struct arena tmp = {0};
	struct str part;
	while (str_cut(&folder, '/', &part)) {
		int next = openat(fd, str_cstr(&tmp, part),
			O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		int e = errno;
		if (fd != dir)
			close(fd);
		fd = next;
		errno = e;
		if (fd < 0)
			break;
	}
	arena_release(&tmp);
	return fd;
}

/* The folder of the file last read: files are read in order, so it serves the next. */
struct last_folder {
	int fd; /* -1: none */
	struct str path;
};

static void forget_folder(struct last_folder *last)
{
	if (last->fd >= 0)
		close(last->fd);
	*last = (struct last_folder){.fd = -1};
}

static int folder_read(const struct source *s, const struct source_file *f, size_t max,
	struct arena *a, struct str *out)
{
	struct last_folder *last = s->state;
	size_t slash = str_rindex(f->real, '/');
	if (slash == f->real.n)
		return file_read(a, s->dir, f->real.p, max, out);
	struct str path = str_sub(f->real, 0, slash);
	if (last->fd < 0 || !str_eq(path, last->path)) {
		forget_folder(last);
		last->fd = open_below(s->dir, path);
		last->path = path;
	}
	return last->fd < 0 ? errno
			    : file_read(a, last->fd, f->real.p + slash + 1, max, out);
}

static struct str folder_identity(const struct source *s, struct arena *a)
{
	struct arena tmp = {0};
	struct strbuf b = strbuf_on(&tmp);
	for (size_t i = 0; i < s->files.n; i++) {
		const struct source_file *f = &s->files.v[i];
		strbuf_add(&b, f->real);
		strbuf_byte(&b, '\0');
		strbuf_add(&b, (struct str){(const char *)&f->size, sizeof f->size});
		strbuf_add(&b, (struct str){(const char *)&f->mtime, sizeof f->mtime});
		strbuf_add(&b, (struct str){(const char *)&f->ctime, sizeof f->ctime});
	}
	struct hash_hex h = hash_hex(strbuf_str(&b));
	arena_release(&tmp);
	return str_dup(a, str_of(h.s));
}

static void folder_close(struct source *s)
{
	forget_folder(s->state);
	if (s->dir >= 0)
		close(s->dir);
	s->dir = -1;
}

static const struct source_backend folder_backend = {
	.kind = "folder",
	.read = folder_read,
	.identity = folder_identity,
	.close = folder_close,
};

static struct map skip_map(struct arena *a, const struct str *skip, size_t n)
{
	struct map m = {0};
	for (size_t i = 0; i < n; i++) {
		struct str path = skip[i];
		while (path.n && path.p[path.n - 1] == '/')
			path.n--;
		while (str_starts(path, STR("./")))
			path = str_from(path, 2);
		path = utf8_compose(a, str_dup(a, path));
		*map_put(a, &m, path) = a;
	}
	return m;
}

struct source *source_folder(struct arena *a, struct str name, const char *path,
	const struct str *skip, size_t n_skip, struct diag *d)
{
	struct source *s = arena_new(a, struct source);
	s->name = str_dup(a, name);
	s->where = str_dup(a, str_of(path));
	s->backend = &folder_backend;
	struct last_folder *last = arena_new(a, struct last_folder);
	last->fd = -1;
	s->state = last;
	s->dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	/* The listing moves its own descriptor; this one stays for reading. */
	int fd = s->dir < 0 ? -1
			    : openat(s->dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0) {
		diag_say(d, MSG_SOURCE_NOT_OPENED, (struct loc){0}, s->where,
			diag_errno(d, errno));
		folder_close(s);
		return NULL;
	}
	struct scan c = {s, a, d, skip_map(a, skip, n_skip)};
	if (!list_dir(&c, fd, (struct str){0}, 0)) {
		folder_close(s);
		return NULL;
	}
	source_settle(s, d);
	return s;
}
