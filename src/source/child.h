/*
 * child.h: one run of a program that stands beside this one and parses what strangers
 * wrote (tambour-git, tambour-pdf, tambour-image): its start, its limit of time, its answer. What the
 * answer means is its caller's business.
 */
#ifndef SOURCE_CHILD_H
#define SOURCE_CHILD_H

#include "base/str.h"

#define CHILD_ANSWER_MAX ((size_t)64 << 10) /* bytes of an answer */

enum child_end {
	CHILD_EXITED,  /* with `status` */
	CHILD_KILLED,  /* by `signal` */
	CHILD_SLOW,    /* over its time: killed by us */
	CHILD_LOUD,    /* over CHILD_ANSWER_MAX: killed by us */
	CHILD_NOT_RUN, /* `error` is an errno value */
};

struct child_answer {
	enum child_end end;
	int status, signal, error;
	struct str text; /* what it wrote before its end, whatever that was */
};

/*
 * The path of a program by its name: beside the one that runs, in libexec/tambour, where
 * this one was built for. NULL: it is nowhere.
 */
const char *child_find(struct arena *a, const char *name);

/*
 * Run a program with our process number and these words (NULL at the end) after its
 * name, /dev/null as its input and fd (or -1) as its descriptor 3.
 */
struct child_answer child_run(struct arena *a, const char *program,
	const char *const *words, int fd, unsigned seconds);

/*
 * The same in two steps, for several at once. Between them `answer` can be polled: it
 * says something, or ends.
 */
struct child {
	int pid;
	int answer;    /* what it writes, to be read */
	long long end; /* when its time is over, by child_clock */
};

/* Milliseconds of a clock that nobody sets. */
long long child_clock(void);

/* `in` is its input, or -1: /dev/null. 0 or errno. */
int child_start(struct arena *a, const char *program, const char *const *words, int in,
	int fd, unsigned seconds, struct child *c);

/* Listen to its end, or to that of its time. */
struct child_answer child_end(struct arena *a, const struct child *c);

#endif
