/*
 * added.c: the walk of added.h. Each state of the folder is listed once: most commits of
 * a commune leave its acts as they were.
 */
#include "source/git/added.h"

#include <string.h>
#include <unistd.h>

#include "base/map.h"
#include "base/strbuf.h"
#include "source/git/say.h"
#include "source/git/version.h"
#include "source/source.h"

struct file {
	struct str path;
	git_time_t time;
	char date[32];
	char id[GIT_OID_HEXSZ + 1];
};

struct walk {
	struct arena arena;
	git_repository *repo;
	git_commit *commit; /* the one looked at */
	struct map trees; /* ids of those listed, with their oldest commit's time + 1 */
	struct map by_path; /* path -> file */
	struct {
		struct file **v;
		size_t n, cap;
	} files;
};

static void note(struct walk *w, struct str path, const git_oid *id)
{
	void **slot = map_put(&w->arena, &w->by_path, path);
	struct file *f = *slot;
	git_time_t time = git_commit_committer(w->commit)->when.time;
	if (!f) {
		f = arena_new(&w->arena, struct file);
		f->path = path;
		f->time = time + 1;
		*slot = f;
		*list_add(&w->arena, &w->files) = f;
	}
	if (time >= f->time)
		return;
	f->time = time;
	version_date(w->commit, f->date);
	git_oid_tostr(f->id, sizeof f->id, id);
}

static int list_tree(struct walk *w, const git_oid *id, struct str before, int depth)
{
	git_tree *tree = NULL;
	int e = git_tree_lookup(&tree, w->repo, id);
	size_t n = e ? 0 : git_tree_entrycount(tree);
	for (size_t i = 0; i < n && !e; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		struct str path = str_printf(&w->arena, "%.*s%s", STR_ARG(before),
			git_tree_entry_name(entry));
		git_object_t type = git_tree_entry_type(entry);
		if (type == GIT_OBJECT_BLOB && w->files.n < SOURCE_MAX_FILES) {
			note(w, path, git_tree_entry_id(entry));
		} else if (type == GIT_OBJECT_TREE && depth < SOURCE_MAX_DEPTH) {
			path = str_printf(&w->arena, "%.*s/", STR_ARG(path));
			e = list_tree(w, git_tree_entry_id(entry), path, depth + 1);
		}
	}
	git_tree_free(tree);
	return e;
}

/* A state seen in an older commit already has nothing to tell here. */
static bool is_known(struct walk *w, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ + 1];
	git_oid_tostr(hex, sizeof hex, id);
	git_time_t time = git_commit_committer(w->commit)->when.time;
	struct str key = str_dup(&w->arena, str_of(hex));
	void **slot = map_put(&w->arena, &w->trees, key);
	git_time_t *oldest = *slot;
	if (oldest && *oldest <= time)
		return true;
	if (!oldest)
		*slot = oldest = arena_new(&w->arena, git_time_t);
	*oldest = time;
	return false;
}

static int look_at(struct walk *w, const git_oid *commit, const char *folder)
{
	git_oid tree;
	int e = git_commit_lookup(&w->commit, w->repo, commit);
	if (e)
		return e;
	note(w, STR("."), commit);
	e = version_tree(w->repo, commit, folder, &tree);
	if (e == GIT_ENOTFOUND)
		e = 0;
	else if (!e && !is_known(w, &tree))
		e = list_tree(w, &tree, (struct str){0}, 0);
	git_commit_free(w->commit);
	return e;
}

static int look_at_all(struct walk *w, const git_oid *commit, const char *folder)
{
	git_revwalk *road = NULL;
	git_oid id;
	int e = git_revwalk_new(&road, w->repo);
	if (!e)
		e = git_revwalk_push(road, commit);
	while (!e && (e = git_revwalk_next(&id, road)) == 0)
		e = look_at(w, &id, folder);
	git_revwalk_free(road);
	return e == GIT_ITEROVER ? 0 : e;
}

static bool put_all(struct walk *w, int fd)
{
	struct strbuf b = strbuf_on(&w->arena);
	for (size_t i = 0; i < w->files.n; i++) {
		const struct file *f = w->files.v[i];
		if (f->date[0] && str_index(f->path, '\n') == f->path.n)
			strbuf_printf(
				&b, "%s %s %.*s\n", f->date, f->id, STR_ARG(f->path));
	}
	for (size_t at = 0; at < b.n;) {
		ssize_t n = write(fd, b.p + at, b.n - at);
		if (n <= 0)
			return say_fault("broken", "write");
		at += (size_t)n;
	}
	return true;
}

bool added_write(
	git_repository *repo, const git_oid *commit, const char *folder, int fd)
{
	struct walk w = {.repo = repo};
	bool ok = look_at_all(&w, commit, folder) ? say_damage() : put_all(&w, fd);
	arena_release(&w.arena);
	return ok;
}
