/*
 * upstream.h: the commune's own repository, for `--repository`: fetched at each run,
 * because that is how new text arrives, and read at one commit. When it cannot be
 * fetched, the last commit that was published stands in, with one warning: an alert that
 * ends must go though the git host is down.
 *
 * What was published last is remembered in the cache, `communes/<hash>.depot`, for all
 * state folders together. A rewritten history is followed, with a warning: whoever may
 * push to the commune's repository speaks for the commune.
 */
#ifndef CLI_UPSTREAM_H
#define CLI_UPSTREAM_H

#include "source/git.h"

struct pipeline;

struct upstream {
	bool given, ready;
	bool stale; /* not fetched, though it was asked */
	struct git_cache cache;
	struct git_want want;
	struct git_pin pin;   /* read by this run */
	struct git_pin known; /* remembered; commit empty: none */
	const char *record;   /* its file */
	struct {
		const struct diag_message *v;
		size_t n;
	} said; /* about the repository; on the diag of the run that fetched */
};

/* Take the address from the options; true when there is none. False, said. */
bool upstream_open(struct pipeline *p);

/* The repository's own folder, when its address is a path; or empty. */
struct str upstream_folder(const struct upstream *u);

/* Where the state of a commune without folder stands by default. */
struct str upstream_state(struct pipeline *p);

/* Fetch, and settle which commit is read: once for a run. False, said. */
bool upstream_fetch(struct pipeline *p);

/* Say again what was said of the repository, where its messages were dropped. */
void upstream_repeat(struct pipeline *p);

/* The files of that commit; NULL, said. */
struct source *upstream_source(struct pipeline *p);

/* This commit was published: the next run may stand on it. */
void upstream_keep(struct pipeline *p);

/* The commit in a sentence, for --verbose. */
void upstream_report(struct pipeline *p);

#endif
