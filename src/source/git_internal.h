/*
 * git_internal.h: what the files behind git.h share: where things stand in the cache,
 * the child that runs libgit2, and the sentences that its faults become.
 */
#ifndef SOURCE_GIT_INTERNAL_H
#define SOURCE_GIT_INTERNAL_H

#include "source/git.h"

/* ---- git_address.c ---- */

/* A repository: how libgit2 is told to reach it, and where its clone stands. */
struct git_depot {
	const char *address, *clone;
	const char *folder; /* within it, without slashes around; may be "" */
};

/* False, said, when the address is refused. */
bool git_depot_of(struct arena *a, const struct git_cache *c, const struct git_want *w,
	struct git_depot *out, struct diag *d);

/* True for 40 hexadecimal digits, the only ids that may become names of files. */
bool git_is_id(struct str id);

/* ---- git_cache.c ---- */

#define GIT_DEPOTS "depots"
#define GIT_TREES "arbres"
#define GIT_DATES "dates"

/* Make a folder of the cache. 0 or errno. */
int git_cache_make(const struct git_cache *c, const char *sub);

const char *git_cache_path(
	struct arena *a, const struct git_cache *c, const char *sub, const char *name);

/* A file on its way into the cache; kept in memory only where the cache is read-only. */
struct git_file {
	int fd;          /* to write and read; -1: none could be had */
	const char *tmp; /* its name until it is kept, or NULL */
};
struct git_file git_file_open(struct arena *a, const struct git_cache *c);

/* Give it its name among the trees, or forget it. The descriptor stays open / is closed. */
void git_file_keep(struct arena *a, const struct git_cache *c, const struct git_file *f,
	const char *name);
void git_file_drop(const struct git_file *f);

/* Tell the broom that this file is still used, from time to time. */
void git_file_touch(int fd);

/* ---- git_child.c ---- */

enum git_end {
	GIT_DONE,
	GIT_FAULT,   /* said by the child: fault, detail, error */
	GIT_TIMEOUT, /* killed by us */
	GIT_CRASH,   /* ended without an answer */
	GIT_ABSENT,  /* no program */
};

struct git_answer {
	enum git_end end;
	struct str commit, tree, date, kind, relation;
	bool kept;     /* nothing was written: the cache has the pack */
	bool replaced; /* the clone was damaged and made anew */
	bool waiting;  /* for another process to free the clone, at the end */
	struct str fault, detail;
	int error; /* errno of a fault of the cache, or 0 */
};

/* Run tambour-git with these words (NULL-ended, no program, no parent) and fd as its 3. */
struct git_answer git_child_run(
	struct arena *a, const struct git_cache *c, const char *const *words, int fd);

/* Say what an answer that is not GIT_DONE means. Always false. */
bool git_child_say(struct diag *d, const struct git_cache *c, const struct git_want *w,
	const struct git_answer *answer);

/* ---- git_head.c ---- */

struct git_head {
	const char *repository; /* folder of git; NULL: the folder is in no work tree */
	struct str commit;      /* checked out; empty: none yet */
	struct str folder;      /* path of the folder within the work tree */
	bool shallow;
};

/* What is checked out where an absolute folder lies, read without git. */
struct git_head git_head_of(struct arena *a, struct str folder);

#endif
