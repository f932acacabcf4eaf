/*
 * panel.h: what a build tells the preview that runs it (serve.c): its messages as the
 * part of a page, and the folders it read. It publishes nothing.
 */
#ifndef CLI_PANEL_H
#define CLI_PANEL_H

#include "cli/pipeline.h"

#define PANEL_MESSAGES 100 /* shown; how many more there are is said */

/* Where a build leaves them; each is a path. */
struct panel_place {
	const char *messages; /* HTML in UTF-8; empty when all is well */
	const char *folders;  /* absolute paths, one a line */
};

/* What a finished run said and read. Sorts what it said. */
void panel_tell(struct pipeline *p, const struct panel_place *to);

/* The messages alone, warnings and above, in one language. */
void panel_write(struct diag *d, enum diag_lang lang, const char *path);

#endif
