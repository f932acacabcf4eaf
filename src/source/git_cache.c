/*
 * git_cache.c: the folder that holds clones, packs and dates: where it is, how files
 * enter it whole, and how those that nobody uses leave it. It does not know what they
 * hold.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "source/git_internal.h"

#define DAY (24 * 60 * 60)
#define UNUSED_DAYS 60 /* then a pack goes; the clone can make it again */
#define TMP "tmp-"

struct git_cache git_cache_at(struct arena *a, struct str asked, struct str state)
{
	struct git_cache c = {0};
	struct str xdg = str_of(getenv("XDG_CACHE_HOME")),
		   home = str_of(getenv("HOME"));
	if (asked.n)
		c.folder = str_dup(a, asked);
	else if (xdg.n && xdg.p[0] == '/')
		c.folder = str_printf(a, "%.*s/tambour", STR_ARG(xdg));
	else if (home.n && home.p[0] == '/')
		c.folder = str_printf(a, "%.*s/.cache/tambour", STR_ARG(home));
	else
		c.folder = str_printf(a, "%.*s/cache", STR_ARG(state));
	return c;
}

const char *git_cache_path(
	struct arena *a, const struct git_cache *c, const char *sub, const char *name)
{
	return str_printf(
		a, "%.*s/%s%s%s", STR_ARG(c->folder), sub, *name ? "/" : "", name)
		.p;
}

int git_cache_make(const struct git_cache *c, const char *sub)
{
	struct arena a = {0};
	int e = file_make_dirs(AT_FDCWD, git_cache_path(&a, c, sub, ""));
	arena_release(&a);
	return e;
}

/* ---- files on their way in ---- */

static int open_new(const char *path)
{
	int flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
	int fd = open(path, flags, 0644);
	if (fd < 0 && errno == EEXIST && unlink(path) == 0)
		fd = open(path, flags, 0644); /* a dead process had our number */
	return fd;
}

struct git_file git_file_open(struct arena *a, const struct git_cache *c)
{
	struct git_file f = {.fd = -1};
	if (git_cache_make(c, GIT_TREES) == 0) {
		const char *name = str_printf(a, TMP "%ld", (long)getpid()).p;
		f.tmp = git_cache_path(a, c, GIT_TREES, name);
		f.fd = open_new(f.tmp);
	}
	if (f.fd < 0) {
		f.tmp = NULL;
		f.fd = memfd_create("tambour", MFD_CLOEXEC);
	}
	return f;
}

/* Remove what nobody opened for long, and what killed processes left. */
static void sweep(const char *folder)
{
	DIR *dir = opendir(folder);
	time_t now = time(NULL);
	if (!dir)
		return;
	for (struct dirent *e; (e = readdir(dir));) {
		struct stat st;
		if (fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) ||
			!S_ISREG(st.st_mode))
			continue;
		bool tmp = str_starts(str_of(e->d_name), STR(TMP));
		if (st.st_mtime < now - (tmp ? DAY : UNUSED_DAYS * DAY))
			unlinkat(dirfd(dir), e->d_name, 0);
	}
	closedir(dir);
}

void git_file_keep(struct arena *a, const struct git_cache *c, const struct git_file *f,
	const char *name)
{
	if (!f->tmp)
		return;
	fchmod(f->fd, 0644);
	if (rename(f->tmp, git_cache_path(a, c, GIT_TREES, name)))
		unlink(f->tmp); /* this run has it open; the next makes it again */
	sweep(git_cache_path(a, c, GIT_TREES, ""));
	sweep(git_cache_path(a, c, GIT_DATES, ""));
}

void git_file_drop(const struct git_file *f)
{
	if (f->tmp)
		unlink(f->tmp);
	if (f->fd >= 0)
		close(f->fd);
}

void git_file_touch(int fd)
{
	struct stat st;
	if (fstat(fd, &st) == 0 && st.st_mtime < time(NULL) - DAY)
		futimens(fd, NULL); /* refused where the cache is another user's */
}
