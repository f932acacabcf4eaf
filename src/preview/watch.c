/* watch.c: see watch.h. Nothing is kept of a folder but the kernel's watch on it. */
#include "preview/watch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/file.h"

#define EVENTS                                                                         \
	(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |        \
		IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
#define GONE (IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW)

static bool passing(const char *name)
{
	struct str s = str_of(name);
	return !s.n || s.p[0] == '.' || str_ends(s, STR("~")) || str_is(s, "4913") ||
	       (s.p[0] == '#' && str_ends(s, STR("#")));
}

static void refused(struct watch *w, struct str folder, int e, struct diag *d)
{
	/* What is gone or closed is for the build to say. */
	if (!w->blind && e != ENOENT && e != ENOTDIR && e != EACCES)
		diag_say(d, MSG_PREVIEW_BLIND, (struct loc){0}, folder,
			diag_errno(d, e));
	w->blind = w->blind || (e != ENOENT && e != ENOTDIR && e != EACCES);
}

static void look_below(
	struct watch *w, struct str folder, int depth, struct arena *a, struct diag *d)
{
	const char *path = str_cstr(a, folder);
	if (inotify_add_watch(w->fd, path, EVENTS) < 0) {
		refused(w, folder, errno, d);
		return;
	}
	DIR *dir = depth < WATCH_DEPTH ? opendir(path) : NULL;
	if (!dir)
		return;
	for (struct dirent *e; (e = readdir(dir));) {
		if (e->d_name[0] == '.' ||
			(e->d_type != DT_DIR && e->d_type != DT_UNKNOWN))
			continue;
		struct str below = str_printf(a, "%s/%s", path, e->d_name);
		struct str mark = str_concat(a, below, STR("/" FILE_OUTPUT_MARK));
		/* A state folder has that name too; the mark of a site is a file. */
		int fd = open(str_cstr(a, mark),
			O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
		char byte;
		bool published = fd >= 0 && read(fd, &byte, 1) >= 0;
		if (fd >= 0)
			close(fd);
		if (!published)
			look_below(w, below, depth + 1, a, d);
	}
	closedir(dir);
}

bool watch_changed(struct watch *w, bool *folders)
{
	_Alignas(struct inotify_event) char
		room[16 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
	bool changed = false;
	*folders = false;
	for (ssize_t n; (n = read(w->fd, room, sizeof room)) > 0;)
		for (char *p = room; p < room + n;) {
			const struct inotify_event *e = (const void *)p;
			const char *name = e->len ? e->name : "";
			bool lost = (e->mask & GONE) != 0;
			bool moved = (e->mask & IN_ISDIR) && !passing(name);
			*folders = *folders || lost || moved;
			changed = changed || lost || moved ||
				  (!(e->mask & IN_IGNORED) && !passing(name));
			p += sizeof *e + e->len;
		}
	return changed;
}

void watch_close(struct watch *w)
{
	if (w->fd >= 0)
		close(w->fd);
	w->fd = -1;
}

bool watch_look(struct watch *w, const struct str_list *folders, struct arena *a,
	struct diag *d)
{
	struct watch former = *w;
	w->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (w->fd < 0)
		refused(w, folders->n ? folders->v[0] : (struct str){0}, errno, d);
	for (size_t i = 0; w->fd >= 0 && i < folders->n; i++)
		look_below(w, folders->v[i], 0, a, d);
	/* The new watch stands before the old one goes: nothing falls between. */
	bool any_folder;
	bool changed = former.fd >= 0 && watch_changed(&former, &any_folder);
	watch_close(&former);
	return changed;
}
