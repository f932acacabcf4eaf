/*
 * acts_history.h: whether acts were there on the day they say they were put online, as
 * far as git can tell. What is wrong with that is check's to say.
 */
#ifndef CLI_ACTS_HISTORY_H
#define CLI_ACTS_HISTORY_H

#include "resolve/web.h"
#include "source/git.h"

/*
 * For a commune's folder that lies in a git work tree: a walk through history, kept in
 * the cache, and only where there are acts. Where git cannot tell, nothing is said.
 */
void acts_history_check(const struct web *w, const struct git_cache *c,
	struct str folder, struct diag *d);

#endif
