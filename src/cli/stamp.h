/*
 * stamp.h: what the last publication was made from, so that one which would change
 * nothing is not made: every source's identity, the program's, the options, and until
 * when it stays valid. Only a publication without any message leaves a stamp: messages
 * are shown again as long as their cause lasts.
 *
 * The file `stamp` of the state folder, by lines:
 *
 *	tambour stamp 3
 *	program <size> <date>           the running program
 *	options <hash>                  what the command line asks
 *	lang <fr or en>                 the language of the site
 *	zone <IANA name>                the commune's clock
 *	from 2026-11-24T12:00           valid from the moment it was made for...
 *	until 2026-11-27T18:00          ...to this one (or -)
 *	history <word>                  what dates of pages depend on: see history_state
 *	absent <path>                   one for each file that was looked for in vain
 *	source <identity> <path>        one for each folder that was read
 */
#ifndef CLI_STAMP_H
#define CLI_STAMP_H

#include "source/source.h"
#include "text/date.h"

struct stamp {
	struct str options; /* a hash of what changes the result */
	struct str lang;    /* the site's, for what is said when it is not read */
	struct str zone;
	struct moment from, until; /* until.day.year 0: for ever */
	struct str history;        /* not empty */
	long long read_at;      /* before the sources were listed, seconds since 1970 */
	struct str_list absent; /* files that would have been read, were they there */
	struct {
		const struct source **v;
		size_t n, cap;
	} sources;
};

/*
 * What a build would find that no folder says. now: given a zone, the moment it is made
 * for. history: the state of the commune's history, when pages are dated by it.
 */
struct stamp_world {
	void *user;
	struct moment (*now)(void *user, struct str zone);
	struct str (*history)(void *user);
};

/*
 * True when the stamp in the state folder says that a build now, with these options,
 * would read the same sources and find the same time. `skip` as for source_folder, for
 * the commune at path `commune`. Then *last has its options, language and times.
 */
bool stamp_holds(struct arena *a, int dir, struct str options, struct str commune,
	const struct str *skip, size_t n_skip, const struct stamp_world *world,
	struct stamp *last);

/* Leave a stamp; a failure only costs the next build its time. */
void stamp_write(struct arena *a, int dir, const struct stamp *s);

/* Take the stamp away before anything changes: a killed build leaves none. */
void stamp_remove(int dir);

#endif
