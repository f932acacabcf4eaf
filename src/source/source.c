/*
 * source.c: what every source does whatever keeps its files: order, search, messages.
 * Folders are read in folder.c.
 */
#include "source/source.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "source/backend.h"
#include "text/utf8.h"

#define YOUNG_SECONDS 2 /* FAT dates files to 2 s */

struct loc source_loc(const struct source *s, struct str path, struct arena *a)
{
	struct origin *o = arena_new(a, struct origin);
	o->layer = s->name;
	o->name = s->name.n
			  ? str_printf(a, "%.*s: %.*s", STR_ARG(s->name), STR_ARG(path))
			  : str_dup(a, path);
	return (struct loc){.origin = o};
}

bool source_name_is_text(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < 0x20 || name.p[i] == 0x7F)
			return false;
	return utf8_invalid(name) == name.n;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

struct str source_shown_name(struct str real, struct arena *a)
{
	if (source_name_is_text(real))
		return real;
	char *p = arena_text(a, real.n + 1);
	for (size_t i = 0; i < real.n; i++) {
		unsigned char c = (unsigned char)real.p[i];
		p[i] = c < 0x20 || c >= 0x7F ? '?' : real.p[i];
	}
	return (struct str){p, real.n};
}

bool source_add(struct source *s, struct arena *a, struct str real, struct diag *d,
	struct source_file **added)
{
	*added = NULL;
	if (s->files.n >= SOURCE_MAX_FILES)
		return diag_say(d, MSG_SOURCE_TOO_MANY, (struct loc){0}, s->where,
			str_printf(d->arena, "%u", SOURCE_MAX_FILES));
	if (!source_name_is_text(real)) {
		struct str shown = source_shown_name(real, d->arena);
		diag_say(d, MSG_SOURCE_BAD_NAME, source_loc(s, shown, d->arena), shown);
		return true;
	}
	struct source_file *f = list_add(a, &s->files);
	f->real = real;
	f->path = is_ascii(real) ? real : utf8_compose(a, real);
	*added = f;
	return true;
}

/* By path; of two spellings of one path, the composed one comes first and stands. */
static int file_cmp(const void *x, const void *y)
{
	const struct source_file *a = x, *b = y;
	int c = str_cmp(a->path, b->path);
	if (c)
		return c;
	c = (int)str_eq(b->real, b->path) - (int)str_eq(a->real, a->path);
	return c ? c : str_cmp(a->real, b->real);
}

void source_settle(struct source *s, struct diag *d)
{
	if (s->files.n > 1)
		qsort(s->files.v, s->files.n, sizeof *s->files.v, file_cmp);
	size_t kept = 0;
	for (size_t i = 0; i < s->files.n; i++) {
		const struct source_file *f = &s->files.v[i];
		if (kept && str_eq(f->path, s->files.v[kept - 1].path))
			diag_say(d, MSG_SOURCE_TWO_SPELLINGS,
				source_loc(s, f->path, d->arena), f->path);
		else
			s->files.v[kept++] = *f;
	}
	s->files.n = kept;
}

/* Index of the first file whose path is not below `path` in the order of bytes. */
static size_t lower_bound(const struct source *s, struct str path)
{
	size_t low = 0, high = s->files.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (str_cmp(s->files.v[mid].path, path) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct source_file *source_find(const struct source *s, struct str path)
{
	size_t i = lower_bound(s, path);
	return i < s->files.n && str_eq(s->files.v[i].path, path) ? &s->files.v[i]
								  : NULL;
}

size_t source_below(const struct source *s, struct str folder, size_t *count)
{
	assert(folder.n == 0 || folder.p[folder.n - 1] == '/');
	size_t first = lower_bound(s, folder), end = first;
	while (end < s->files.n && str_starts(s->files.v[end].path, folder))
		end++;
	*count = end - first;
	return first;
}

/* A limit as people say it: « 10 Mo », « 64 Ko », « 12 octets ». */
static struct str size_text(struct arena *a, size_t n)
{
	if (n >= 1u << 20)
		return str_printf(a, "%zu Mo", n >> 20);
	return n >= 1024 ? str_printf(a, "%zu Ko", n >> 10)
			 : str_printf(a, "%zu octets", n);
}

bool source_read(const struct source *s, const struct source_file *f, size_t max,
	struct arena *a, struct diag *d, struct str *out)
{
	if (max > SOURCE_MAX_FILE)
		max = SOURCE_MAX_FILE;
	int e = s->backend->read(s, f, max, a, out);
	if (!e)
		return true;
	*out = (struct str){0};
	struct loc where = source_loc(s, f->path, d->arena);
	if (e == EFBIG)
		return diag_say(
			d, MSG_FILE_TOO_BIG, where, f->path, size_text(d->arena, max));
	return diag_say(d, MSG_FILE_UNREADABLE, where, f->path, diag_errno(d, e));
}

struct str source_identity(const struct source *s, struct arena *a)
{
	return s->backend->identity(s, a);
}

void source_close(struct source *s)
{
	if (s)
		s->backend->close(s);
}

struct str source_stamp(const struct source_file *f, struct arena *a, long long read_at)
{
	static const unsigned char none[sizeof f->id];
	long long limit = (read_at - YOUNG_SECONDS) * 1000000000LL;
	struct str id = {(const char *)f->id, sizeof f->id};
	if (str_index(f->path, '\n') < f->path.n)
		return (struct str){0};
	if (memcmp(f->id, none, sizeof none) != 0)
		return str_printf(a, "git:%s", hash_hex(id).s);
	if (!f->mtime || f->mtime > limit || f->ctime > limit)
		return (struct str){0};
	return str_printf(a, "%lld:%lld:%lld", f->size, f->mtime, f->ctime);
}
