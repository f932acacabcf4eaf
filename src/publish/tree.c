/* tree.c: files below one open folder, one system call after the other. See tree.h. */
#include "publish/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"

#define PIECE ((size_t)256 << 10)

int tree_folders(struct tree *t, struct str path)
{
	size_t slash = str_rindex(path, '/');
	if (slash == path.n)
		return 0;
	struct str folder = str_sub(path, 0, slash);
	if (str_eq(folder, t->last) || map_get(&t->made, folder)) {
		t->last = folder;
		return 0;
	}
	int e = file_make_dirs(t->dir, str_cstr(t->arena, folder));
	if (e)
		return e;
	*map_put(t->arena, &t->made, folder) = t;
	t->last = folder;
	return 0;
}

/* O_EXCL: in a tree to come, a name that exists already is a fault, not a file to
 * empty. */
static int create(struct tree *t, struct str path, int *fd)
{
	int e = tree_folders(t, path);
	if (e)
		return e;
	*fd = openat(t->dir, path.p,
		O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
	return *fd < 0 ? errno : 0;
}

/* Close what create opened, with the mode and the date it must have. */
static int settle(struct tree *t, struct str path, int fd, int e, struct stat *st)
{
	if (!e && fstat(fd, st))
		e = errno;
	if (!e && (st->st_mode & 07777) != 0644 && fchmod(fd, 0644))
		e = errno;
	if (close(fd) && !e)
		e = errno;
	if (e)
		unlinkat(t->dir, path.p, 0);
	return e;
}

int tree_write(struct tree *t, struct str path, struct str bytes, struct stat *st)
{
	int fd;
	int e = create(t, path, &fd);
	return e ? e : settle(t, path, fd, file_write_all(fd, bytes), st);
}

int tree_open(int dir, const char *path, int *fd)
{
	*fd = openat(dir, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (*fd < 0)
		return errno;
	struct stat st;
	int e = fstat(*fd, &st) ? errno : S_ISREG(st.st_mode) ? 0 : ENOTSUP;
	if (e) {
		close(*fd);
		*fd = -1;
	}
	return e;
}

/* Read a file to its end, piece by piece; `to` is -1 when nothing is to be written. */
static int pieces(
	struct tree *t, int from, int to, struct hash_hex *hash, long long *size)
{
	if (!t->piece)
		t->piece = arena_text(t->arena, PIECE);
	struct arena tmp = {0};
	struct strbuf all = strbuf_on(&tmp);
	struct hash_hex h = {0};
	size_t n = 0, got;
	int e;
	*size = 0;
	do {
		e = file_read_all(from, t->piece, PIECE, &got);
		if (!e && to >= 0)
			e = file_write_all(to, (struct str){t->piece, got});
		*size += (long long)got;
		if (hash && (got || n == 0)) {
			h = hash_hex((struct str){t->piece, got});
			strbuf_add(&all, str_of(h.s));
			n++;
		}
	} while (!e && got == PIECE);
	if (hash)
		*hash = n > 1 ? hash_hex(strbuf_str(&all)) : h;
	arena_release(&tmp);
	return e;
}

int tree_fingerprint(struct tree *t, int from, struct hash_hex *hash, long long *size)
{
	int e = pieces(t, from, -1, hash, size);
	return !e && lseek(from, 0, SEEK_SET) < 0 ? errno : e;
}

int tree_copy(struct tree *t, struct str path, int from, bool keep_date,
	struct stat *st, struct hash_hex *hash)
{
	int fd;
	long long size;
	int e = create(t, path, &fd);
	if (e)
		return e;
	e = pieces(t, from, fd, hash, &size);
	struct stat old;
	if (!e && keep_date && fstat(from, &old) == 0) {
		struct timespec dates[2] = {old.st_mtim, old.st_mtim};
		e = futimens(fd, dates) ? errno : 0;
	}
	return settle(t, path, fd, e, st);
}

int tree_link(struct tree *t, struct str path, int from_dir, struct stat *st)
{
	int e = tree_folders(t, path);
	if (e)
		return e;
	if (linkat(from_dir, path.p, t->dir, path.p, 0) == 0)
		return fstatat(t->dir, path.p, st, AT_SYMLINK_NOFOLLOW) ? errno : 0;
	int from;
	e = tree_open(from_dir, path.p, &from);
	if (e)
		return e;
	e = tree_copy(t, path, from, true, st, NULL);
	close(from);
	return e;
}
