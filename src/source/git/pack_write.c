/*
 * pack_write.c: walking a tree, bounding what it holds, writing it down. Symbolic links,
 * submodules and names that are no names are written as such, never followed: who opens
 * the pack says that they were left out.
 */
#include "source/git/pack_write.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "source/git/say.h"
#include "source/pack_internal.h"

#define TREES_MAX 200000u /* folders visited: a tree may hold itself many times over */

struct entry {
	struct str path;
	git_oid id;
	enum pack_kind kind;
	unsigned long long offset, size, hash;
};

struct writing {
	struct arena arena;
	git_repository *repo;
	git_odb *odb;
	struct {
		struct entry *v;
		size_t n, cap;
	} list;
	size_t trees;
	unsigned long long total; /* bytes of files */
	int fd;
};

/* ---- what the tree holds ---- */

/* A hidden name is left out in silence, as in a folder; these two are no accident. */
static bool is_bad_name(const char *name)
{
	struct str s = str_of(name);
	while (s.n > 1 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '.'))
		s.n--; /* ".git. " is ".git" to some systems, ".." is "." here */
	return !s.n || strchr(name, '/') || str_is(s, ".") ||
	       (s.n == 4 && strncasecmp(s.p, ".git", 4) == 0);
}

static enum pack_kind kind_of(const git_tree_entry *e)
{
	if (is_bad_name(git_tree_entry_name(e)))
		return PACK_BAD_PATH;
	switch (git_tree_entry_filemode(e)) {
	case GIT_FILEMODE_LINK: return PACK_SYMLINK;
	case GIT_FILEMODE_COMMIT: return PACK_SUBMODULE;
	default: return PACK_FILE;
	}
}

/* A file: its size is known before its bytes are read. */
static enum pack_result measure(struct writing *w, struct entry *e)
{
	size_t size;
	git_object_t type;
	if (git_odb_read_header(&size, &type, w->odb, &e->id) ||
		type != GIT_OBJECT_BLOB)
		return PACK_DAMAGE;
	e->size = size;
	if (size > PACK_MAX_BLOB) {
		e->kind = PACK_TOO_BIG;
		return PACK_OK;
	}
	w->total += size;
	if (w->total <= PACK_MAX_TREE)
		return PACK_OK;
	say_fault("tree-too-big", "");
	return PACK_FAULT;
}

static enum pack_result put_entry(
	struct writing *w, struct str path, const git_oid *id, enum pack_kind kind)
{
	if (w->list.n >= PACK_MAX_FILES) {
		say_fault("too-many", "");
		return PACK_FAULT;
	}
	struct entry *e = list_add(&w->arena, &w->list);
	*e = (struct entry){.path = path, .id = *id, .kind = kind};
	return kind == PACK_FILE ? measure(w, e) : PACK_OK;
}

static enum pack_result walk(
	struct writing *w, const git_oid *id, struct str folder, int depth);

static enum pack_result add(
	struct writing *w, const git_tree_entry *from, struct str folder, int depth)
{
	const char *name = git_tree_entry_name(from);
	enum pack_kind kind = kind_of(from);
	if (kind != PACK_BAD_PATH && source_hides(name))
		return PACK_OK;
	struct str path = str_printf(&w->arena, "%.*s%s", STR_ARG(folder), name);
	if (kind == PACK_FILE && git_tree_entry_type(from) == GIT_OBJECT_TREE) {
		if (depth < SOURCE_MAX_DEPTH)
			return walk(w, git_tree_entry_id(from),
				str_printf(&w->arena, "%.*s/", STR_ARG(path)),
				depth + 1);
		kind = PACK_TOO_DEEP;
	}
	return put_entry(w, path, git_tree_entry_id(from), kind);
}

/* A former output, by its mark: a file, where a state folder would be a folder. */
static bool is_published(const git_tree *tree)
{
	const git_tree_entry *mark = git_tree_entry_byname(tree, FILE_OUTPUT_MARK);
	return mark && git_tree_entry_type(mark) == GIT_OBJECT_BLOB;
}

static enum pack_result walk(
	struct writing *w, const git_oid *id, struct str folder, int depth)
{
	git_tree *tree = NULL;
	if (++w->trees > TREES_MAX) {
		say_fault("too-many", "");
		return PACK_FAULT;
	}
	if (git_tree_lookup(&tree, w->repo, id))
		return PACK_DAMAGE;
	enum pack_result r = PACK_OK;
	bool published = folder.n && is_published(tree);
	size_t n = published ? 0 : git_tree_entrycount(tree);
	if (published)
		r = put_entry(w, str_sub(folder, 0, folder.n - 1), id, PACK_PUBLISHED);
	for (size_t i = 0; i < n && r == PACK_OK; i++)
		r = add(w, git_tree_entry_byindex(tree, i), folder, depth);
	git_tree_free(tree);
	return r;
}

/* ---- its order ---- */

static int by_path(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	int c = str_cmp(a->path, b->path);
	return c ? c : git_oid_cmp(&a->id, &b->id); /* a hostile tree names one twice */
}

/* Small letters, accented ones of French too: what Windows and macOS take for one. */
static struct str small(struct arena *a, struct str path)
{
	char *p = arena_text(a, path.n + 1);
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];
		bool accented = i && (unsigned char)path.p[i - 1] == 0xC3 &&
				c >= 0x80 && c <= 0x9E && c != 0x97;
		p[i] = accented ? (char)(c + 0x20) : ascii_lower(path.p[i]);
	}
	return (struct str){p, path.n};
}

static void sort(struct writing *w)
{
	struct map seen = {0};
	if (w->list.n > 1)
		qsort(w->list.v, w->list.n, sizeof *w->list.v, by_path);
	for (size_t i = 0; i < w->list.n; i++) {
		struct entry *e = &w->list.v[i];
		void **first = map_put(&w->arena, &seen, small(&w->arena, e->path));
		if (*first && e->kind == PACK_FILE)
			e->kind = PACK_CASE_TWIN;
		*first = e;
	}
}

/* ---- the file ---- */

static bool put(int fd, const void *bytes, size_t n, unsigned long long at)
{
	const char *p = bytes;
	while (n) {
		ssize_t w = pwrite(fd, p, n, (off_t)at);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return false;
		p += w;
		n -= (size_t)w;
		at += (unsigned long long)w;
	}
	return true;
}

static enum pack_result put_bytes(struct writing *w, struct entry *e)
{
	git_odb_object *object = NULL;
	if (git_odb_read(&object, w->odb, &e->id))
		return PACK_DAMAGE;
	enum pack_result r = PACK_OK;
	struct str bytes = {git_odb_object_data(object), git_odb_object_size(object)};
	e->hash = hash_64(bytes);
	if (bytes.n != e->size) {
		r = PACK_DAMAGE;
	} else if (!put(w->fd, bytes.p, bytes.n, e->offset)) {
		say_errno("cache", errno);
		r = PACK_FAULT;
	}
	git_odb_object_free(object);
	return r;
}

static void fill_entry(unsigned char *at, const struct entry *e, size_t name_at)
{
	pack_put(at, 8, e->offset);
	pack_put(at + 8, 8, e->size);
	pack_put(at + 16, 8, e->hash);
	pack_put(at + 24, 4, name_at);
	pack_put(at + 28, 4, e->path.n);
	pack_put(at + 32, 4, e->kind);
	memcpy(at + 36, e->id.id, PACK_ID);
}

/* Everything before the bytes of files, as one text: `end` is the size of the whole. */
static struct str list_of(
	struct writing *w, const git_oid *tree, size_t names, unsigned long long end)
{
	size_t n = PACK_HEAD + w->list.n * PACK_ENTRY + names;
	unsigned char *head = arena_alloc(&w->arena, n);
	memcpy(head, PACK_MAGIC, sizeof PACK_MAGIC);
	pack_put(head + PACK_AT_SIZE, 8, end);
	pack_put(head + PACK_AT_COUNT, 8, w->list.n);
	pack_put(head + PACK_AT_NAMES, 8, names);
	memcpy(head + PACK_AT_TREE, tree->id, PACK_ID);
	unsigned char *name = head + PACK_HEAD + w->list.n * PACK_ENTRY;
	size_t name_at = 0;
	for (size_t i = 0; i < w->list.n; i++) {
		const struct entry *e = &w->list.v[i];
		fill_entry(head + PACK_HEAD + i * PACK_ENTRY, e, name_at);
		memcpy(name + name_at, e->path.p, e->path.n);
		name_at += e->path.n;
	}
	struct str hashed = {(const char *)head + PACK_AT_SIZE, n - PACK_AT_SIZE};
	pack_put(head + PACK_AT_HASH, 8, hash_64(hashed));
	return (struct str){(const char *)head, n};
}

static enum pack_result write_all(struct writing *w, const git_oid *tree)
{
	size_t names = 0;
	for (size_t i = 0; i < w->list.n; i++)
		names += w->list.v[i].path.n;
	unsigned long long at = PACK_HEAD + w->list.n * PACK_ENTRY + names;
	enum pack_result r = PACK_OK;
	for (size_t i = 0; i < w->list.n && r == PACK_OK; i++) {
		struct entry *e = &w->list.v[i];
		if (e->kind != PACK_FILE)
			continue;
		e->offset = at;
		at += e->size;
		r = put_bytes(w, e);
	}
	if (r != PACK_OK)
		return r;
	struct str list = list_of(w, tree, names, at);
	if (put(w->fd, list.p, list.n, 0))
		return PACK_OK;
	say_errno("cache", errno);
	return PACK_FAULT;
}

enum pack_result pack_write(git_repository *repo, const git_oid *tree, int fd)
{
	struct writing w = {.repo = repo, .fd = fd};
	/* What an earlier attempt left, on a clone that was damaged. */
	enum pack_result r = ftruncate(fd, 0) ? PACK_FAULT : PACK_OK;
	if (r != PACK_OK)
		say_errno("cache", errno);
	else if (git_repository_odb(&w.odb, repo))
		r = PACK_DAMAGE;
	if (r == PACK_OK)
		r = walk(&w, tree, (struct str){0}, 0);
	if (r == PACK_OK) {
		sort(&w);
		r = write_all(&w, tree);
	}
	git_odb_free(w.odb);
	arena_release(&w.arena);
	return r;
}
