/*
 * disk.h: how a site is published on disk. A manual: the doors are in publisher.h.
 *
 * Whose folder. A small file `.tambour` in the folder that readers see (« out ») is the
 * mark: Tambour made this folder, for such a site, and may replace it whole. What
 * others put there by hand goes with the next publication. A folder without the mark is
 * used when it is empty or absent; else it is refused, unless `adopt`, which keeps what
 * was there beside it, as `<out>.avant-tambour` (the way `files` leaves it where it is).
 *
 * The state folder holds `lock` (flock: a dead process holds nothing), `manifest` (what
 * the last publication put, see manifest.h) and, while one is under way,
 * `manifest.next`. It may not be inside out.
 *
 * Putting. Each artifact is compared with the manifest, and the published file looked
 * at: same fingerprint, size and date means kept, and nothing is written. A copied file
 * is not even read while its source keeps its path, size and date. The first artifact
 * that differs makes the tree to come; from then on new bytes go straight to it, one
 * open-write-close each, and none stay in memory. When nothing differs, no tree is
 * made, nothing is written, and the site keeps every date.
 *
 * Finishing. Kept files become hard links in the tree to come (copies with their date
 * where links are refused: FAT, SMB, protected_hardlinks), which then takes the place
 * of out:
 *
 *	exchange   .out.tambour-ID.new  <-RENAME_EXCHANGE->  out         one system call
 *	symlink    out -> .out.tambour-ID.1   becomes   out -> .out.tambour-ID.2
 *	           by renaming a new link over the old one               one system call
 *	files      out/.tambour-new/x  -rename->  out/x    one call for each changed
 * file
 *
 * Before: out is the old tree, whole. After: the new one, whole. So a build killed at
 * any moment leaves one of them; the next one, under the lock, finds the leftovers by
 * their names (ID comes from the state folder) and removes them. The way `files` is
 * atomic for each file only: killed half-way, out holds some new files among old ones
 * until the next build, which `manifest.next` tells to look again at everything.
 *
 * Which way. Tried, not guessed: folders are made, exchanged and removed again beside
 * out. `exchange` where that works; `symlink` where out is one already, or where out is
 * absent or empty and exchange is refused (NFS, some FUSE); `files` where out is a
 * mount point, or its parent cannot be written. A symbolic link that is not ours is
 * followed first. One thing no trial shows: a container that mounted out keeps seeing
 * the folder it mounted, so whoever serves out through a bind mount asks for `files`.
 *
 * Power cuts. When there is a former site, everything is flushed (syncfs) before the
 * swap, so that after a cut readers find the old site or the new one whole; one flush
 * costs 1 to 8 ms for 300 pages, 0.1 to 0.3 s for 10 000 (ext4, measured). A
 * first publication has no former site to protect and is not flushed: after a cut, the
 * next build sees from sizes and dates which files were lost and writes them again.
 *
 * Failure. The first fault (disk full, missing right...) is said once; nothing is
 * written from then on, the tree to come is removed, the former site was never touched.
 * A file that cannot be read for copying is no such fault: it is said, and stays online
 * as it last was.
 */
#ifndef PUBLISH_DISK_H
#define PUBLISH_DISK_H

#include "publish/manifest.h"
#include "publish/publisher_internal.h"
#include "publish/swap.h"

struct disk {
	struct publisher base;
	enum swap_mode asked;
	struct place place;
	struct swap swap;
	struct manifest former; /* the last publication */
	struct manifest killed; /* one that did not end */
	struct manifest next;   /* this one, in the order of putting */
	char *piece;            /* room for reading copies, made on first use */
	bool was_killed;        /* so out cannot be trusted to hold `former` only */
	bool restamped;         /* a kept copy's source has a new date */
	bool begun;             /* the tree to come exists */
	bool failed;            /* said */
};

#endif
