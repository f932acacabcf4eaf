/*
 * version.c: names to commits to trees, through libgit2. It never takes a name for an
 * expression: "v1~3" is a version that does not exist.
 */
#include "source/git/version.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "source/git/say.h"

#define SHORT_ID_MIN 7 /* digits of an abbreviated commit */

void version_date(const git_commit *commit, char date[32])
{
	const git_signature *by = git_commit_committer(commit);
	int zone = by->when.offset;
	if (zone <= -24 * 60 || zone >= 24 * 60)
		zone = 0; /* no zone of this world */
	time_t local = (time_t)by->when.time + (time_t)zone * 60;
	struct tm tm = {0};
	date[0] = '\0';
	if (!gmtime_r(&local, &tm) || tm.tm_year < -1900 || tm.tm_year > 8099)
		return;
	size_t n = strftime(date, 32, "%Y-%m-%dT%H:%M:%S", &tm);
	int minutes = zone < 0 ? -zone : zone;
	snprintf(date + n, 32 - n, "%c%02d:%02d", zone < 0 ? '-' : '+', minutes / 60,
		minutes % 60);
}

int version_tree(
	git_repository *repo, const git_oid *commit, const char *folder, git_oid *tree)
{
	git_commit *c = NULL;
	git_tree *root = NULL;
	git_tree_entry *entry = NULL;
	int e = git_commit_lookup(&c, repo, commit);
	if (!e)
		e = git_commit_tree(&root, c);
	if (!e && *folder)
		e = git_tree_entry_bypath(&entry, root, folder);
	if (!e && entry && git_tree_entry_type(entry) != GIT_OBJECT_TREE)
		e = GIT_ENOTFOUND;
	if (!e)
		git_oid_cpy(tree, entry ? git_tree_entry_id(entry) : git_tree_id(root));
	git_tree_entry_free(entry);
	git_tree_free(root);
	git_commit_free(c);
	return e;
}

/* The object that a reference leads to; GIT_ENOTFOUND when there is no such reference. */
static int find_ref(
	git_repository *repo, const char *before, const char *name, git_object **out)
{
	char full[512];
	git_oid id;
	int n = snprintf(full, sizeof full, "%s%s", before, name);
	if (n < 0 || (size_t)n >= sizeof full)
		return GIT_ENOTFOUND;
	int e = git_reference_name_to_id(&id, repo, full);
	if (e == GIT_EINVALIDSPEC)
		return GIT_ENOTFOUND;
	if (e)
		return e;
	e = git_object_lookup(out, repo, &id, GIT_OBJECT_ANY);
	return e == GIT_ENOTFOUND ? GIT_ERROR : e; /* the reference leads nowhere */
}

static int find_commit(git_repository *repo, const char *asked, git_object **out)
{
	git_oid id;
	size_t n = strlen(asked);
	if (n < SHORT_ID_MIN || n > GIT_OID_HEXSZ || git_oid_fromstrn(&id, asked, n))
		return GIT_ENOTFOUND;
	int e = git_object_lookup_prefix(out, repo, &id, n, GIT_OBJECT_COMMIT);
	return e == GIT_EAMBIGUOUS ? GIT_ENOTFOUND : e;
}

static int find_object(git_repository *repo, const char *asked, const char *head,
	struct version *out, git_object **object)
{
	if (!*asked && !head)
		return GIT_ENOTFOUND;
	out->kind = "branch";
	if (!*asked)
		return find_ref(repo, "", head, object);
	out->kind = "tag";
	int e = find_ref(repo, "refs/tags/", asked, object);
	if (e == GIT_ENOTFOUND) {
		out->kind = "branch";
		e = find_ref(repo, "refs/heads/", asked, object);
	}
	if (e == GIT_ENOTFOUND) {
		out->kind = "commit";
		e = find_commit(repo, asked, object);
	}
	return e;
}

/* A tag may lead to a tag, and at last to something that is no commit. */
static enum version_result peel(git_object *object, struct version *out)
{
	git_object *commit = NULL;
	int e = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
	if (e == GIT_EPEEL || e == GIT_EINVALIDSPEC) {
		say_fault("no-version", "");
		return VERSION_NONE;
	}
	if (e)
		return VERSION_DAMAGE;
	git_oid_cpy(&out->commit, git_object_id(commit));
	version_date((const git_commit *)commit, out->date);
	git_object_free(commit);
	return VERSION_FOUND;
}

enum version_result version_find(git_repository *repo, const char *asked,
	const char *head, const char *folder, struct version *out)
{
	git_object *object = NULL;
	int e = find_object(repo, asked, head, out, &object);
	if (e == GIT_ENOTFOUND) {
		say_fault("no-version", "");
		return VERSION_NONE;
	}
	if (e)
		return VERSION_DAMAGE;
	enum version_result r = peel(object, out);
	git_object_free(object);
	if (r != VERSION_FOUND)
		return r;
	e = version_tree(repo, &out->commit, folder, &out->tree);
	const git_error *why = git_error_last();
	if (e == GIT_ENOTFOUND && !(why && why->klass == GIT_ERROR_ODB)) {
		say_fault("no-folder", "");
		return VERSION_NONE;
	}
	return e ? VERSION_DAMAGE : VERSION_FOUND;
}
