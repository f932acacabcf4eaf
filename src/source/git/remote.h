/*
 * remote.h: one fetch of all branches and tags of an address into an open clone. It
 * keeps the limit of bytes; the limit of time is the parent's, who kills this process.
 */
#ifndef SOURCE_GIT_REMOTE_H
#define SOURCE_GIT_REMOTE_H

#include <git2.h>
#include <stdbool.h>

/*
 * What the clone had and the address has no more is removed (not the commits, which a
 * lock may pin). *head becomes the main branch of the address, for free(), or NULL.
 */
enum remote_result {
	REMOTE_OK,
	REMOTE_FAULT /* said */,
	REMOTE_DAMAGE /* of the clone */
};
enum remote_result remote_fetch(git_repository *repo, const char *address,
	unsigned long long bytes, char **head);

#endif
