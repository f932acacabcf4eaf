/*
 * clone.c: a bare, full clone in the cache: libgit2 for what is inside, a lock and
 * renames around it. What is read from it is not known here.
 */
#include "source/git/clone.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "source/git/remote.h"
#include "source/git/say.h"

void clone_close(struct clone *c)
{
	git_repository_free(c->repo);
	c->repo = NULL;
	free(c->head);
	c->head = NULL;
}

bool clone_open(struct clone *c)
{
	if (access(c->path, F_OK))
		return errno == ENOENT ? say_fault("not-here", "")
				       : say_errno("cache", errno);
	if (git_repository_open_bare(&c->repo, c->path) == 0)
		return true;
	return access(c->path, R_OK | X_OK) ? say_errno("cache", errno) : say_damage();
}

/* ---- the lock ---- */

static bool take_lock(const struct clone *c)
{
	struct arena a = {0};
	const char *path = str_printf(&a, "%s.lock", c->path).p;
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
	int e = fd < 0 ? errno : 0;
	arena_release(&a);
	if (e)
		return say_errno("cache", e);
	/* The descriptor stays open to the end: the lock goes with the process. */
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	say("waiting", "");
	while (flock(fd, LOCK_EX))
		if (errno != EINTR)
			return say_errno("cache", errno);
	say("waited", "");
	return true;
}

/* ---- what killed processes left behind; the lock says that none of them lives ---- */

static void sweep_packs(int folder)
{
	DIR *dir = folder < 0 ? NULL : fdopendir(folder);
	if (!dir)
		return;
	for (struct dirent *e; (e = readdir(dir));)
		if (strncmp(e->d_name, "pack_", 5) == 0)
			unlinkat(dirfd(dir), e->d_name, 0);
	closedir(dir);
}

/*
 * Only whole clones bear the clone's name: ".new" was being received, ".old" was being
 * thrown away.
 */
static void sweep(const struct clone *c)
{
	struct arena a = {0};
	const char *old = str_printf(&a, "%s.old", c->path).p;
	if (access(c->path, F_OK) && access(old, F_OK) == 0)
		rename(old, c->path); /* killed between the two renames */
	file_remove_tree(AT_FDCWD, str_printf(&a, "%s.new", c->path).p);
	file_remove_tree(AT_FDCWD, old);
	const char *packs = str_printf(&a, "%s/objects/pack", c->path).p;
	sweep_packs(open(packs, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
	arena_release(&a);
}

/* ---- fetching ---- */

/* Clone whole into `path`; said when it fails, and nothing is left. */
static bool fetch_whole(const struct clone *c, const char *path, char **head)
{
	git_repository *repo = NULL;
	errno = 0;
	if (git_repository_init(&repo, path, true)) {
		int e = errno;
		return e ? say_errno("cache", e) : say_damage();
	}
	enum remote_result r = remote_fetch(repo, c->address, c->bytes, head);
	git_repository_free(repo);
	if (r == REMOTE_DAMAGE)
		say_fault("garbled", "");
	if (r != REMOTE_OK)
		file_remove_tree(AT_FDCWD, path);
	return r == REMOTE_OK;
}

bool clone_replace(struct clone *c)
{
	struct arena a = {0};
	const char *new = str_printf(&a, "%s.new", c->path).p;
	const char *old = str_printf(&a, "%s.old", c->path).p;
	char *head = NULL;
	bool ok = fetch_whole(c, new, &head);
	if (ok) {
		clone_close(c);
		c->head = head;
		c->fresh = true;
		bool swapped = rename(c->path, old) == 0 || errno == ENOENT;
		ok = swapped && rename(new, c->path) == 0;
		if (!ok)
			say_errno("cache", errno);
		file_remove_tree(AT_FDCWD, old);
	}
	arena_release(&a);
	return ok && clone_open(c);
}

bool clone_update(struct clone *c)
{
	if (!take_lock(c))
		return false;
	sweep(c);
	if (access(c->path, F_OK))
		return clone_replace(c);
	enum remote_result r = REMOTE_DAMAGE;
	if (git_repository_open_bare(&c->repo, c->path) == 0)
		r = remote_fetch(c->repo, c->address, c->bytes, &c->head);
	if (r != REMOTE_DAMAGE)
		return r == REMOTE_OK;
	if (!clone_replace(c))
		return false;
	say("replaced", "");
	return true;
}
