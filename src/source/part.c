/*
 * part.c: a folder of a source as a source of its own, whatever keeps the whole: the
 * commune's own catalogue or theme in the commune's repository. It holds no files and
 * opens nothing.
 */
#include "base/hash.h"
#include "source/backend.h"

struct part {
	const struct source *whole;
	struct str folder;
};

static int part_read(const struct source *s, const struct source_file *f, size_t max,
	struct arena *a, struct str *out)
{
	const struct part *p = s->state;
	return p->whole->backend->read(p->whole, f, max, a, out);
}

static struct str part_identity(const struct source *s, struct arena *a)
{
	const struct part *p = s->state;
	struct str whole = source_identity(p->whole, a);
	struct str name =
		str_printf(a, "%.*s %.*s", STR_ARG(whole), STR_ARG(p->folder));
	return str_dup(a, str_of(hash_hex(name).s));
}

/* The whole is its owner's to close. */
static void part_close(struct source *s)
{
	(void)s;
}

static const struct source_backend part_backend = {
	.kind = "part",
	.read = part_read,
	.identity = part_identity,
	.close = part_close,
};

/* "./catalogues/x/" -> "catalogues/x". */
static struct str plain(struct str folder)
{
	while (str_starts(folder, STR("./")))
		folder = str_from(folder, 2);
	while (folder.n && folder.p[folder.n - 1] == '/')
		folder.n--;
	return folder;
}

struct source *source_part(
	struct arena *a, const struct source *whole, struct str name, struct str folder)
{
	folder = plain(folder);
	size_t n = 0, first = 0;
	if (folder.n)
		first = source_below(
			whole, str_printf(a, "%.*s/", STR_ARG(folder)), &n);
	if (!n)
		return NULL;
	struct part *p = arena_new(a, struct part);
	*p = (struct part){whole, str_dup(a, folder)};
	struct source *s = arena_new(a, struct source);
	*s = (struct source){.name = str_dup(a, name),
		.where = str_printf(
			a, "%.*s/%.*s", STR_ARG(whole->where), STR_ARG(folder)),
		.dir = whole->dir,
		.backend = &part_backend,
		.state = p};
	for (size_t i = first; i < first + n; i++) {
		struct source_file *f = list_add(a, &s->files);
		*f = whole->files.v[i];
		f->path = str_from(f->path, folder.n + 1);
	}
	return s;
}
