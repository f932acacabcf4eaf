/*
 * publisher.c: what every publisher does before its backend sees an artifact: paths are
 * checked, and two files that some computer would take for one are told apart.
 */
#include "publish/publisher.h"

#include "publish/publisher_internal.h"

/* What Linux, Windows and a FAT key all accept. */
#define NAME_MAX_BYTES 255
#define PATH_MAX_BYTES 1024
#define PATH_MAX_PARTS 32

struct publisher_name {
	struct str path; /* as it was put; of a folder, as it was first seen */
	bool folder;
};

/* A capital letter of two bytes after 0xC3 (À to Þ) whose small one is 0x20 further. */
static bool capital_after_c3(char c)
{
	unsigned char u = (unsigned char)c;
	return u >= 0x80 && u <= 0x9E && u != 0x97;
}

/*
 * The path without its letters' case, as Windows and macOS compare names. ASCII and the
 * capitals of French: further alphabets do not occur in addresses. The path itself when
 * there is nothing to fold.
 */
static struct str fold(struct arena *a, struct str path)
{
	char *p = NULL;
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];
		bool two = i && path.p[i - 1] == '\xC3' && capital_after_c3(c);
		char small = two ? (char)(c + 0x20) : ascii_lower(c);
		if (small == c)
			continue;
		if (!p) {
			p = arena_text(a, path.n + 1);
			memcpy(p, path.p, path.n);
		}
		p[i] = small;
	}
	return p ? (struct str){p, path.n} : path;
}

static bool part_is_sane(struct str part)
{
	if (part.n == 0 || part.n > NAME_MAX_BYTES)
		return false;
	if (str_is(part, ".") || str_is(part, ".."))
		return false;
	/* Ours: the mark and, in `files` mode, the tree to come. */
	if (str_starts(part, STR(".tambour")))
		return false;
	for (size_t i = 0; i < part.n; i++)
		if ((unsigned char)part.p[i] < 0x20 || part.p[i] == 0x7F ||
			part.p[i] == '\\')
			return false;
	return true;
}

bool publisher_path_is_sane(struct str path)
{
	if (path.n == 0 || path.n > PATH_MAX_BYTES || path.p[path.n - 1] == '/')
		return false;
	struct str part;
	size_t parts = 0;
	while (str_cut(&path, '/', &part))
		if (!part_is_sane(part) || ++parts > PATH_MAX_PARTS)
			return false;
	return true;
}

static bool refuse(
	struct publisher *p, enum diag_code code, struct str path, struct str other)
{
	if (p->diag)
		diag_say(p->diag, code, (struct loc){0}, path, other);
	return false;
}

static void name_put(
	struct publisher *p, struct str folded, struct str path, bool folder)
{
	struct publisher_name *name = arena_new(p->arena, struct publisher_name);
	*name = (struct publisher_name){path, folder};
	*map_put(p->arena, &p->names, folded) = name;
}

/* Make sure that every folder above the path may be one. */
static bool reserve_folders(struct publisher *p, struct str path, struct str folded)
{
	for (size_t i = 0; i < folded.n; i++) {
		if (folded.p[i] != '/')
			continue;
		struct str above = str_sub(folded, 0, i);
		const struct publisher_name *had = map_get(&p->names, above);
		if (had && !had->folder)
			return refuse(p, MSG_PUBLISH_SAME_PATH, path, had->path);
		if (!had)
			name_put(p, above, str_sub(path, 0, i), true);
	}
	return true;
}

static bool reserve(struct publisher *p, struct str path)
{
	struct str folded = fold(p->arena, path);
	const struct publisher_name *had = map_get(&p->names, folded);
	if (had)
		return refuse(p,
			str_eq(path, had->path) ? MSG_PUBLISH_TWICE
						: MSG_PUBLISH_SAME_PATH,
			path, had->path);
	if (!reserve_folders(p, path, folded))
		return false;
	name_put(p, folded, path, false);
	return true;
}

void publisher_put(struct publisher *p, const struct artifact *a)
{
	if (!publisher_path_is_sane(a->path)) {
		refuse(p, MSG_PUBLISH_BAD_PATH, a->path, (struct str){0});
		return;
	}
	struct artifact own = *a;
	own.path = str_dup(p->arena, a->path);
	if (!reserve(p, own.path))
		return;
	p->report.files++;
	p->backend->take(p, &own);
}

bool publisher_has(const struct publisher *p, struct str path)
{
	struct arena tmp = {0};
	const struct publisher_name *name = map_get(&p->names, fold(&tmp, path));
	bool has = name && !name->folder && str_eq(name->path, path);
	arena_release(&tmp);
	return has;
}

enum published publisher_finish(struct publisher *p)
{
	return p->backend->finish(p);
}

void publisher_close(struct publisher *p)
{
	if (p)
		p->backend->close(p);
}

struct publish_report publisher_report(const struct publisher *p)
{
	return p->report;
}

/* ---- nowhere ---- */

static void none_take(struct publisher *p, const struct artifact *a)
{
	p->report.bytes += a->from_dir < 0 ? a->bytes.n : (unsigned long long)a->size;
}

static enum published none_finish(struct publisher *p)
{
	(void)p;
	return PUBLISHED_SAME;
}

static void none_close(struct publisher *p)
{
	(void)p;
}

static const struct publisher_backend none_backend = {
	.take = none_take, .finish = none_finish, .close = none_close};

struct publisher *publisher_none(struct arena *a)
{
	struct publisher *p = arena_new(a, struct publisher);
	p->backend = &none_backend;
	p->arena = a;
	p->report.swap = "";
	return p;
}
