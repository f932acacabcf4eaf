/*
 * watch.h: whether something was saved in some folders, told by the kernel (inotify). It
 * says that, not what: a build reads all its sources anyway, and skips what stands.
 *
 * Folders are watched, not files, so that an editor that writes beside and renames is
 * seen like one that writes in place. A folder that comes, goes or moves has all of them
 * looked at anew. Hidden ones and published sites are left out.
 */
#ifndef PREVIEW_WATCH_H
#define PREVIEW_WATCH_H

#include "base/diag.h"

#define WATCH_DEPTH 24 /* folders within one another, as sources may be */

struct watch {
	int fd;     /* to be polled; -1 where the kernel refused one (said) */
	bool blind; /* said once: some folder could not be watched */
};

/*
 * Watch these folders and all below, instead of what was watched before. What changes
 * from here on is seen, so a build that begins afterwards misses nothing. True: the
 * former watch had seen a change that nobody took. w->fd is -1 at first.
 */
bool watch_look(struct watch *w, const struct str_list *folders, struct arena *a,
	struct diag *d);

/*
 * Take what came. True: some file is other than it was. *folders: watch_look is due.
 * Files of editors at work (hidden, "x~", "4913", "#x#") are none.
 */
bool watch_changed(struct watch *w, bool *folders);

void watch_close(struct watch *w);

#endif
