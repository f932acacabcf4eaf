/*
 * git_head.c: which commit is checked out in a work tree, read from git's own files, so
 * that dates already known cost no child. It reads no object.
 */
#include <fcntl.h>
#include <sys/stat.h>

#include "base/file.h"
#include "source/git_internal.h"

#define REF_MAX ((size_t)4096)
#define PACKED_REFS_MAX ((size_t)64 << 20)
#define SYMBOLIC_MAX 5 /* references that lead to references */

static bool read_text(struct arena *a, struct str folder, const char *name, size_t max,
	struct str *out)
{
	const char *path = str_printf(a, "%.*s/%s", STR_ARG(folder), name).p;
	return file_read(a, AT_FDCWD, path, max, out) == 0;
}

/* A path that a file of git names, from the folder of that file. */
static struct str from(struct arena *a, struct str folder, struct str path)
{
	path = str_trim(path);
	if (path.n && path.p[0] == '/')
		return path;
	return str_printf(a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
}

/* The folder of git of a work tree: .git, or where the file .git leads. */
static bool find_git(struct arena *a, struct str tree, struct str *out)
{
	struct stat st;
	struct str text, path = str_printf(a, "%.*s/.git", STR_ARG(tree));
	if (stat(path.p, &st))
		return false;
	*out = path;
	if (S_ISDIR(st.st_mode))
		return true;
	if (!read_text(a, tree, ".git", REF_MAX, &text) ||
		!str_starts(text, STR("gitdir:")))
		return false;
	*out = from(a, tree, str_from(text, 7));
	return true;
}

static struct str packed_ref(struct arena *a, struct str common, struct str name)
{
	struct str text, line;
	if (!read_text(a, common, "packed-refs", PACKED_REFS_MAX, &text))
		return (struct str){0};
	while (str_cut(&text, '\n', &line))
		if (line.n > 41 && str_eq(str_trim_end(str_from(line, 41)), name))
			return str_sub(line, 0, 40);
	return (struct str){0};
}

/* The commit of HEAD, through the references it leads to; empty when there is none. */
static struct str find_commit(struct arena *a, struct str git, struct str common)
{
	struct str text, name = {0};
	if (!read_text(a, git, "HEAD", REF_MAX, &text))
		return name;
	for (int i = 0; i < SYMBOLIC_MAX; i++) {
		text = str_trim(text);
		if (git_is_id(text))
			return text;
		if (!str_starts(text, STR("ref:")))
			return (struct str){0};
		name = str_trim(str_from(text, 4));
		if (!read_text(a, common, str_cstr(a, name), REF_MAX, &text))
			text = packed_ref(a, common, name);
	}
	return (struct str){0};
}

struct git_head git_head_of(struct arena *a, struct str folder)
{
	struct git_head h = {0};
	struct str tree = folder, git, text;
	while (!find_git(a, tree, &git)) {
		if (tree.n <= 1)
			return h;
		tree = str_sub(tree, 0, str_rindex(tree, '/'));
	}
	struct str common = git;
	if (read_text(a, git, "commondir", REF_MAX, &text))
		common = from(a, git, text);
	h.repository = str_cstr(a, common);
	h.commit = find_commit(a, git, common);
	h.folder = str_from(folder, tree.n);
	while (h.folder.n && h.folder.p[0] == '/')
		h.folder = str_from(h.folder, 1);
	h.shallow = read_text(a, common, "shallow", PACKED_REFS_MAX, &text) && text.n;
	return h;
}
