/*
 * changes.h: what differs between two mergings of one commune's procedures: before and
 * after newer catalogues. For `tambour update`, which tells a person before anything is
 * pinned.
 */
#ifndef RESOLVE_CHANGES_H
#define RESOLVE_CHANGES_H

#include "resolve/procedure.h"

/*
 * Say what changes, as notes (codes UPDATE_…), in the order of ids: procedures that come
 * and go, fields before and after, texts, variants that now apply, and the commune's own
 * changes whose base moved beneath them. Both must have been merged for one commune.
 */
void changes_say(struct arena *a, const struct procedures *before,
	const struct procedures *after, struct diag *d);

#endif
