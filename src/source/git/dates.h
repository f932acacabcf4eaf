/*
 * dates.h: when each file of a folder was last changed, by one walk through history that
 * compares ids of tree entries. Its answer is that of `git log -1 -- FILE`.
 */
#ifndef SOURCE_GIT_DATES_H
#define SOURCE_GIT_DATES_H

#include <git2.h>
#include <stdbool.h>

/* Lines "date path" on the file open as fd, paths within the folder. False, said. */
bool dates_write(
	git_repository *repo, const git_oid *commit, const char *folder, int fd);

#endif
