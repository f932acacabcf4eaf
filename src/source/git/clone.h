/*
 * clone.h: the bare clone of one address: its lock, opening it, fetching into it,
 * replacing a damaged one. It does not know what the clone is read for.
 */
#ifndef SOURCE_GIT_CLONE_H
#define SOURCE_GIT_CLONE_H

#include <git2.h>
#include <stdbool.h>

struct clone {
	const char
		*path; /* of the clone; "<path>.lock", ".new", ".old" stand beside it */
	const char *address;
	unsigned long long bytes; /* limit of one fetch */
	git_repository *repo;     /* NULL: not open */
	char *head; /* the remote's main branch, "refs/heads/main", or NULL */
	bool fresh; /* this process cloned it whole: it is not asked to do so again */
};

/* Open the clone for reading: false, said, when it is absent or damaged. */
bool clone_open(struct clone *c);

/*
 * Wait for the lock, which dies with this process; then bring the clone up to date, or
 * make it. False, said.
 */
bool clone_update(struct clone *c);

/*
 * Fetch the whole clone beside the damaged one, then let it take its place. False, said:
 * the damaged one stays. Needs the lock.
 */
bool clone_replace(struct clone *c);

void clone_close(struct clone *c);

#endif
