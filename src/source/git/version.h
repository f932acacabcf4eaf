/*
 * version.h: from what a commune asks for (a tag, a branch, a commit) to a commit, and
 * from a commit to the tree of a folder. It reads the clone only.
 */
#ifndef SOURCE_GIT_VERSION_H
#define SOURCE_GIT_VERSION_H

#include <git2.h>
#include <stdbool.h>

enum version_result { VERSION_FOUND, VERSION_NONE /* said */, VERSION_DAMAGE };

struct version {
	const char *kind; /* "tag", "branch", "commit" */
	git_oid commit, tree;
	char date[32]; /* of the commit: 2026-11-24T09:12:00+01:00 */
};

/*
 * Find `asked` (empty: `head`, the main branch), then the folder in it (empty: the whole
 * tree). A tag wins over a branch of the same name, as git does.
 */
enum version_result version_find(git_repository *repo, const char *asked,
	const char *head, const char *folder, struct version *out);

/* The tree of a folder of a commit: 0, or what libgit2 says. */
int version_tree(
	git_repository *repo, const git_oid *commit, const char *folder, git_oid *tree);

/* A commit's date by its committer, as `git log --format=%cI` writes it. */
void version_date(const git_commit *commit, char date[32]);

#endif
