/*
 * added.h: since when each file of a folder is in history: the date of the oldest commit
 * that has its path. Unlike dates.h it asks when a file came, not when it changed.
 */
#ifndef SOURCE_GIT_ADDED_H
#define SOURCE_GIT_ADDED_H

#include <git2.h>
#include <stdbool.h>

/*
 * Lines "date id path" on the file open as fd, as dates_write; the path "." stands for
 * the oldest commit of all, whatever it holds. False, said.
 */
bool added_write(
	git_repository *repo, const git_oid *commit, const char *folder, int fd);

#endif
