/*
 * place.h: where a site goes: the folder that readers see, its parent, the state folder
 * and its lock; and whose folder it is. It decides nothing: see swap.h.
 */
#ifndef PUBLISH_PLACE_H
#define PUBLISH_PLACE_H

#include "publish/publisher.h"

#define PLACE_INSIDE ".tambour-new" /* tree to come of `files` mode, inside out */
#define PLACE_LOCK "lock"

enum place_kind {
	PLACE_ABSENT,
	PLACE_EMPTY,
	PLACE_OURS,    /* it bears this site's mark */
	PLACE_FOREIGN, /* someone else's, or another site's */
};

/* Hidden names beside out, fixed for one state folder, so that leftovers are found. */
enum place_name {
	NAME_NEW,   /* the tree to come; after an exchange, the old one */
	NAME_ADOPT, /* the same where out is someone else's: never deleted unread */
	NAME_ONE,   /* versions that a symbolic link leads to, in turn */
	NAME_TWO,
	NAME_LINK,    /* the symbolic link to come */
	NAME_PROBE_A, /* empty folders, to see what can be done here */
	NAME_PROBE_B,
	NAME_COUNT,
};

struct place {
	struct arena *arena;
	struct str out;   /* absolute, without symbolic links but its last part */
	struct str site;  /* of this site, may be empty */
	struct str other; /* when FOREIGN: the site that its mark names, or empty */
	const char *base; /* the last part of out */
	int parent, dir;  /* open folders; dir is out, -1 when absent */
	int state, lock;  /* the state folder, its lock; -1 when not open */
	enum place_kind kind;
	const char
		*target; /* out is a symbolic link of ours to this version, or NULL */
	bool mount;      /* something is mounted on out */
	const char *name[NAME_COUNT];
};

/*
 * Find the place. With `make`, the state folder and out's parents are made, and the
 * lock is taken unless w brings it. False, said; place_close must be called either way.
 */
bool place_open(struct place *p, struct arena *a, const struct publish_where *w,
	bool make, struct diag *d);

void place_close(struct place *p);

/* Open out anew after it was made or replaced; p->dir, 0 or errno. */
int place_reopen(struct place *p);

/* Write the mark into an open folder. 0 or errno. */
int place_mark(const struct place *p, int dir);

/* Whose an open folder is: PLACE_EMPTY, _OURS or _FOREIGN; *other: the site of its
 * mark. */
enum place_kind place_whose(const struct place *p, int dir, struct str *other);

/* Say why `path` cannot be written, by errno value. Always false. */
bool place_fault(struct diag *d, int e, struct str path);

#endif
