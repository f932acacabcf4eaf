/*
 * files.h: the swap way `files`, for folders that cannot be replaced whole: what has
 * changed is renamed into place one file after the other, then what is gone is removed.
 * A reader sees each file old or new, but may see a new page beside an old one.
 */
#ifndef PUBLISH_FILES_H
#define PUBLISH_FILES_H

#include "publish/manifest.h"
#include "publish/publisher.h"
#include "publish/tree.h"

struct files_change {
	struct tree *come;           /* holds the rows of `next` that are not kept */
	int out;                     /* the open folder that readers see */
	const struct manifest *next; /* what must stand */
	const struct manifest *former[2]; /* what may stand from before, may be empty */
	const struct publisher *put;      /* knows the paths of `next` */
};

/*
 * Things that pages lean on first (styles, pictures, documents), then pages, then
 * removals. 0, or errno with *path the file that stopped it.
 */
int files_replace(const struct files_change *c, struct str *path);

#endif
