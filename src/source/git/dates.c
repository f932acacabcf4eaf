/*
 * dates.c: the walk of dates.h. It follows git's default simplification of history: from
 * a commit to its first parent that holds the same entry; where no parent does, the
 * commit is the one that changed the file. Each file's road is its own, but files walk
 * together as long as their roads agree, newest commit first.
 */
#include "source/git/dates.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "source/git/say.h"
#include "source/git/version.h"
#include "source/source.h"

#define PARENTS_MAX 255 /* looked at; git itself writes 16 at most */

struct dated {
	struct str path; /* within the folder */
	char date[32];
	char id[GIT_OID_HEXSZ + 1]; /* of its bytes */
};

/* Files, by index, whose road leads through one commit. */
struct stop {
	git_commit *commit;
	unsigned *files; /* rising */
	size_t n;
};

struct walk {
	struct arena arena;
	git_repository *repo;
	const char *folder; /* no slash around; may be empty */
	struct {
		struct dated *v;
		size_t n, cap;
	} files; /* sorted by path */
	struct {
		struct stop *v;
		size_t n, cap;
	} stops;
	unsigned char
		*road; /* per file: the parent that holds the same entry, from 1 */
};

/* The tree of the folder in a commit: NULL when the commit has no such folder. */
static int tree_of(const struct walk *w, const git_commit *c, git_tree **tree)
{
	git_oid id;
	*tree = NULL;
	int e = version_tree(w->repo, git_commit_id(c), w->folder, &id);
	if (e == GIT_ENOTFOUND && *w->folder)
		return 0;
	return e ? e : git_tree_lookup(tree, w->repo, &id);
}

/* ---- which files there are ---- */

static int list_tree(struct walk *w, const git_oid *id, struct str before, int depth)
{
	git_tree *tree = NULL;
	int e = git_tree_lookup(&tree, w->repo, id);
	size_t n = e ? 0 : git_tree_entrycount(tree);
	for (size_t i = 0; i < n && !e; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		const char *name = git_tree_entry_name(entry);
		git_object_t type = git_tree_entry_type(entry);
		struct str path =
			str_printf(&w->arena, "%.*s%s", STR_ARG(before), name);
		if (source_hides(name))
			continue; /* no source lists it */
		if (type == GIT_OBJECT_BLOB && w->files.n < SOURCE_MAX_FILES) {
			struct dated *f = list_add(&w->arena, &w->files);
			f->path = path;
			git_oid_tostr(f->id, sizeof f->id, git_tree_entry_id(entry));
		} else if (type == GIT_OBJECT_TREE && depth < SOURCE_MAX_DEPTH) {
			path = str_printf(&w->arena, "%.*s/", STR_ARG(path));
			e = list_tree(w, git_tree_entry_id(entry), path, depth + 1);
		}
	}
	git_tree_free(tree);
	return e;
}

static int by_path(const void *x, const void *y)
{
	const struct dated *a = x, *b = y;
	return str_cmp(a->path, b->path);
}

/* ---- comparing two trees ---- */

/* Git's order: a folder as if its name ended with a slash, which is that of our paths. */
static int entry_cmp(const git_tree_entry *e, struct str key)
{
	const char *text = git_tree_entry_name(e);
	struct str name = {text, strlen(text)};
	bool is_tree = git_tree_entry_type(e) == GIT_OBJECT_TREE;
	size_t n = name.n < key.n ? name.n : key.n;
	int c = memcmp(name.p, key.p, n);
	if (c || name.n >= key.n)
		return c ? c : (name.n > key.n || is_tree);
	if (!is_tree)
		return -1;
	c = '/' - (unsigned char)key.p[n];
	return c ? c : (n + 1 < key.n ? -1 : 0);
}

struct cursor {
	const git_tree *tree;
	size_t at, n;
};

/* The entry of a name, which comes after the one sought before; NULL: none. */
static const git_tree_entry *seek(struct cursor *c, struct str key)
{
	for (; c->at < c->n; c->at++) {
		const git_tree_entry *e = git_tree_entry_byindex(c->tree, c->at);
		int order = entry_cmp(e, key);
		if (order >= 0)
			return order ? NULL : e;
	}
	return NULL;
}

static bool same_entry(const git_tree_entry *a, const git_tree_entry *b)
{
	return git_oid_equal(git_tree_entry_id(a), git_tree_entry_id(b)) &&
	       git_tree_entry_filemode_raw(a) == git_tree_entry_filemode_raw(b);
}

/* Some of the files of a stop, below one folder whose path has `depth` bytes. */
struct range {
	const unsigned *v;
	size_t n, depth;
};

static int compare(struct walk *w, const git_tree *mine, const git_tree *theirs,
	struct range files, unsigned char parent);

/* A folder that differs: look inside, when it is one on both sides. */
static int compare_below(struct walk *w, const git_tree_entry *mine,
	const git_tree_entry *theirs, struct range files, unsigned char parent)
{
	git_tree *a = NULL, *b = NULL;
	if (git_tree_entry_type(mine) != GIT_OBJECT_TREE ||
		git_tree_entry_type(theirs) != GIT_OBJECT_TREE)
		return 0;
	int e = git_tree_lookup(&a, w->repo, git_tree_entry_id(mine));
	if (!e)
		e = git_tree_lookup(&b, w->repo, git_tree_entry_id(theirs));
	if (!e)
		e = compare(w, a, b, files, parent);
	git_tree_free(a);
	git_tree_free(b);
	return e;
}

/* The part of a path that begins at depth, with its slash if it has one. */
static struct str part_at(const struct walk *w, unsigned file, size_t depth)
{
	struct str rest = str_from(w->files.v[file].path, depth);
	return str_sub(rest, 0, str_index(rest, '/') + 1);
}

/* Files whose entry is the same in both trees take the road of this parent. */
static int compare(struct walk *w, const git_tree *mine, const git_tree *theirs,
	struct range files, unsigned char parent)
{
	struct cursor a = {mine, 0, git_tree_entrycount(mine)};
	struct cursor b = {theirs, 0, git_tree_entrycount(theirs)};
	int e = 0;
	for (size_t i = 0, end; i < files.n && !e; i = end) {
		struct str part = part_at(w, files.v[i], files.depth);
		end = i + 1;
		while (end < files.n &&
			str_eq(part, part_at(w, files.v[end], files.depth)))
			end++;
		const git_tree_entry *x = seek(&a, part), *y = seek(&b, part);
		if (!x || !y)
			continue;
		if (same_entry(x, y)) {
			for (size_t k = i; k < end; k++)
				if (!w->road[files.v[k]])
					w->road[files.v[k]] = parent;
			continue;
		}
		struct range below = {files.v + i, end - i, files.depth + part.n};
		e = compare_below(w, x, y, below, parent);
	}
	return e;
}

/* ---- walking ---- */

static unsigned *unite(struct arena *a, const struct stop *s, const unsigned *v,
	size_t n, size_t *total)
{
	unsigned *out = arena_list(a, s->n + n, unsigned);
	size_t i = 0, j = 0, k = 0;
	while (i < s->n || j < n)
		out[k++] = j == n || (i < s->n && s->files[i] < v[j]) ? s->files[i++]
								      : v[j++];
	*total = k;
	return out;
}

/* These files go through this commit, which is taken over. */
static void visit(struct walk *w, git_commit *c, unsigned *files, size_t n)
{
	for (size_t i = 0; i < w->stops.n; i++) {
		struct stop *s = &w->stops.v[i];
		if (!git_oid_equal(git_commit_id(s->commit), git_commit_id(c)))
			continue;
		s->files = unite(&w->arena, s, files, n, &s->n);
		git_commit_free(c);
		return;
	}
	*list_add(&w->arena, &w->stops) = (struct stop){c, files, n};
}

static struct stop take_newest(struct walk *w)
{
	size_t best = 0;
	for (size_t i = 1; i < w->stops.n; i++)
		if (git_commit_time(w->stops.v[i].commit) >
			git_commit_time(w->stops.v[best].commit))
			best = i;
	struct stop s = w->stops.v[best];
	w->stops.v[best] = w->stops.v[--w->stops.n];
	return s;
}

/* Which files does each parent hold as this commit does? */
static int compare_parents(struct walk *w, const struct stop *s, unsigned parents)
{
	git_tree *mine = NULL;
	int e = tree_of(w, s->commit, &mine);
	for (unsigned p = 0; p < parents && mine && !e; p++) {
		git_commit *parent = NULL;
		git_tree *theirs = NULL;
		e = git_commit_parent(&parent, s->commit, p);
		if (!e)
			e = tree_of(w, parent, &theirs);
		if (!e && theirs &&
			git_oid_equal(git_tree_id(mine), git_tree_id(theirs))) {
			for (size_t i = 0; i < s->n; i++)
				if (!w->road[s->files[i]])
					w->road[s->files[i]] = (unsigned char)(p + 1);
		} else if (!e && theirs) {
			struct range all = {s->files, s->n, 0};
			e = compare(w, mine, theirs, all, (unsigned char)(p + 1));
		}
		git_tree_free(theirs);
		git_commit_free(parent);
	}
	git_tree_free(mine);
	return e;
}

/* Send the files of one road on. Those of the first keep the list: most roads are one. */
static int send_on(struct walk *w, const struct stop *s, unsigned parent)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++)
		n += w->road[s->files[i]] == parent;
	if (!n)
		return 0;
	git_commit *c = NULL;
	int e = git_commit_parent(&c, s->commit, parent - 1);
	if (e)
		return e;
	unsigned *files = parent == 1 ? s->files : arena_list(&w->arena, n, unsigned);
	size_t k = 0;
	for (size_t i = 0; i < s->n; i++)
		if (w->road[s->files[i]] == parent)
			files[k++] = s->files[i];
	visit(w, c, files, n);
	return 0;
}

static int step(struct walk *w, const struct stop *s)
{
	unsigned parents = git_commit_parentcount(s->commit);
	if (parents > PARENTS_MAX)
		parents = PARENTS_MAX;
	for (size_t i = 0; i < s->n; i++)
		w->road[s->files[i]] = 0;
	int e = compare_parents(w, s, parents);
	for (size_t i = 0; i < s->n; i++)
		if (!w->road[s->files[i]])
			version_date(s->commit, w->files.v[s->files[i]].date);
	for (unsigned p = parents; p > 0 && !e; p--)
		e = send_on(w, s, p);
	return e;
}

static int date_all(struct walk *w, const git_oid *commit)
{
	git_commit *c = NULL;
	git_oid tree;
	int e = git_commit_lookup(&c, w->repo, commit);
	if (!e)
		e = version_tree(w->repo, commit, w->folder, &tree);
	if (!e)
		e = list_tree(w, &tree, (struct str){0}, 0);
	if (e || !w->files.n) {
		git_commit_free(c);
		return e == GIT_ENOTFOUND && *w->folder ? 0 : e;
	}
	qsort(w->files.v, w->files.n, sizeof *w->files.v, by_path);
	w->road = arena_alloc(&w->arena, w->files.n);
	unsigned *all = arena_list(&w->arena, w->files.n, unsigned);
	for (size_t i = 0; i < w->files.n; i++)
		all[i] = (unsigned)i;
	visit(w, c, all, w->files.n);
	while (w->stops.n && !e) {
		struct stop s = take_newest(w);
		e = step(w, &s);
		git_commit_free(s.commit);
	}
	return e;
}

static bool put_all(struct walk *w, int fd)
{
	struct strbuf b = strbuf_on(&w->arena);
	for (size_t i = 0; i < w->files.n; i++)
		if (w->files.v[i].date[0] &&
			!memchr(w->files.v[i].path.p, '\n', w->files.v[i].path.n))
			strbuf_printf(&b, "%s %s %.*s\n", w->files.v[i].date,
				w->files.v[i].id, STR_ARG(w->files.v[i].path));
	for (struct str rest = strbuf_str(&b); rest.n;) {
		ssize_t n = write(fd, rest.p, rest.n);
		if (n < 0 && errno != EINTR)
			return say_errno("cache", errno);
		rest = str_from(rest, n < 0 ? 0 : (size_t)n);
	}
	return true;
}

bool dates_write(
	git_repository *repo, const git_oid *commit, const char *folder, int fd)
{
	struct walk w = {.repo = repo, .folder = folder};
	int e = date_all(&w, commit);
	bool ok = e ? say_damage() : put_all(&w, fd);
	for (size_t i = 0; i < w.stops.n; i++)
		git_commit_free(w.stops.v[i].commit);
	arena_release(&w.arena);
	return ok;
}
