/*
 * history.h: the door through which pages learn when they last changed: from git, when
 * the commune's folder lies in a work tree. Where it does not, asking costs a few looks
 * at folders and starts no program.
 */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include "model/site.h"
#include "source/git.h"

struct history {
	struct arena *arena;
	const struct git_cache *cache;
	struct str folder;           /* of the commune, absolute */
	const struct git_want *want; /* a commune in a repository, not a folder */
	const struct git_pin *pin;   /* the commit it is read at */
	struct str at; /* git_folder_at when it was opened, or that commit */
	struct git_dates dates;
	struct diag said; /* why there are no dates: never an error of the site's */
	bool asked, failed;
};

/* Nothing is read but the commit that is checked out. */
void history_open(struct history *h, struct arena *a, const struct git_cache *c,
	struct str folder);

/* The same for a commune read at a commit of its repository. */
void history_open_commit(struct history *h, struct arena *a, const struct git_cache *c,
	const struct git_want *want, const struct git_pin *pin);

/* The door for site_read; h must live as long as the reading. */
struct history_door history_door(struct history *h);

/*
 * What the dates of these pages depend on, in one word, for the stamp: "off" when they
 * are not dated, else what git_folder_at says, or "-". Empty: they could not be had, and
 * the next build is to try again.
 */
struct str history_state(const struct history *h, bool dated);

#endif
