/* files.c: one rename for each file. See files.h for what that cannot promise. */
#include "publish/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "publish/publisher_internal.h"

/* Remove a file, then the folders above it that are left empty. */
static void remove_file(struct arena *a, int out, struct str path)
{
	if (unlinkat(out, path.p, 0) && errno != ENOENT)
		return;
	for (size_t slash; (slash = str_rindex(path, '/')) < path.n;) {
		path = str_sub(path, 0, slash);
		if (unlinkat(out, str_cstr(a, path), AT_REMOVEDIR))
			return;
	}
}

static void remove_gone(const struct files_change *c)
{
	struct arena tmp = {0};
	for (size_t i = 0; i < 2; i++) {
		const struct manifest *m = c->former[i];
		for (size_t j = 0; j < m->rows.n; j++) {
			struct str path = m->rows.v[j].path;
			if (!publisher_has(c->put, path) &&
				publisher_path_is_sane(path))
				remove_file(&tmp, c->out, path);
		}
	}
	arena_release(&tmp);
}

static int move(const struct files_change *c, struct tree *out, struct str path)
{
	int e = tree_folders(out, path);
	if (e)
		return e;
	return renameat(c->come->dir, path.p, c->out, path.p) ? errno : 0;
}

static bool in_the_way(int e)
{
	return e == EISDIR || e == ENOTDIR || e == EEXIST || e == ENOTEMPTY;
}

static bool is_page(struct str path)
{
	return str_ends(path, STR(".html"));
}

static int move_all(
	const struct files_change *c, struct tree *out, bool pages, struct str *path)
{
	for (size_t i = 0; i < c->next->rows.n; i++) {
		const struct manifest_row *row = &c->next->rows.v[i];
		if (row->kept || is_page(row->path) != pages)
			continue;
		*path = row->path;
		int e = move(c, out, row->path);
		if (in_the_way(e)) {
			/* A file that became a folder, or the reverse: the old one
			 * first. */
			remove_gone(c);
			e = move(c, out, row->path);
		}
		if (e)
			return e;
	}
	return 0;
}

int files_replace(const struct files_change *c, struct str *path)
{
	struct tree out = {.dir = c->out, .arena = c->come->arena};
	int e = move_all(c, &out, false, path);
	if (!e)
		e = move_all(c, &out, true, path);
	if (!e)
		remove_gone(c);
	return e;
}
