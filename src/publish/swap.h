/*
 * swap.h: the tree to come, and how it takes the place of the one that readers see.
 *
 *	swap_sweep(place)      leftovers of a killed build go
 *	swap_begin(...)        a way is chosen by trying, the tree to come is made
 *	(files are put into s->tree)
 *	swap_commit(...)       readers see the new site
 *	swap_clean(...)        the old tree goes
 *
 * or swap_abandon, which leaves the former site as it was. Only files.c knows how the
 * way `files` puts one file after the other.
 */
#ifndef PUBLISH_SWAP_H
#define PUBLISH_SWAP_H

#include "publish/place.h"
#include "publish/tree.h"

struct swap {
	enum swap_mode mode; /* never SWAP_AUTO once begun */
	int where;           /* folder that holds the tree to come: not ours to close */
	const char *name;    /* of the tree to come in it; NULL when there is none */
	struct tree tree;
};

/* Remove what a killed build left; call it under the lock. What is not ours is kept. */
void swap_sweep(struct place *p, struct diag *d);

/* Choose a way and make an empty tree to come, with its mark. False, said. */
bool swap_begin(struct swap *s, struct place *p, enum swap_mode asked, struct diag *d);

/* The swap itself, for the ways exchange and symlink. 0 or errno. */
int swap_commit(struct swap *s, struct place *p);

/* After the swap: the old tree goes, or is kept aside when it was someone else's. */
void swap_clean(struct swap *s, struct place *p, struct diag *d);

/* Remove the tree to come. Does nothing when there is none. */
void swap_abandon(struct swap *s);

/* "exchange", "symlink", "files". */
const char *swap_mode_name(enum swap_mode mode);

#endif
