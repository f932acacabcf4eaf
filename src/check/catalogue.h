/*
 * catalogue.h: what a catalogue would make its communes trip over, wherever they are:
 * variants that hold nowhere, procedures that somebody could not do without the internet,
 * facts checked too long ago; and what the next version of it would take away from them.
 */
#ifndef CHECK_CATALOGUE_H
#define CHECK_CATALOGUE_H

#include "resolve/web.h"

/*
 * w: a web of one catalogue and no commune (commune.v NULL), to which check_web was
 * shown too. Freshness is said here and nowhere else: the mayor cannot cure it.
 */
void check_catalogue(const struct web *w, struct diag *d);

/*
 * What `now` lacks that `before` gave to communes: procedures, headings, operators,
 * territories, keys of `services`. Both places are told.
 */
void check_catalogue_against(
	const struct catalogue *now, const struct catalogue *before, struct diag *d);

#endif
