/* manifest.c: the manifest as text. What it means is in manifest.h. */
#include "publish/manifest.h"

#include <errno.h>

#include "base/file.h"
#include "base/strbuf.h"

#define HEADER "tambour-manifest 1"
#define NANOSECONDS 1000000000LL
#define MANIFEST_MAX ((size_t)256 << 20)

long long manifest_date(const struct stat *st)
{
	return (long long)st->st_mtim.tv_sec * NANOSECONDS + st->st_mtim.tv_nsec;
}

bool manifest_matches(const struct manifest_row *row, const struct stat *st)
{
	long long date = manifest_date(st), apart = date - row->mtime;
	if (!S_ISREG(st->st_mode) || st->st_size != row->size)
		return false;
	return apart == 0 || (date % NANOSECONDS == 0 && apart > -2 * NANOSECONDS &&
				     apart < 2 * NANOSECONDS);
}

static bool hex_digits(struct str s, unsigned long long *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = c >= 'a' && c <= 'f';
		if (!letter && !ascii_digit(c))
			return false;
		*value = *value << 4 | (unsigned)(letter ? c - 'a' + 10 : c - '0');
	}
	return s.n > 0;
}

static bool number(struct str s, long long *value)
{
	unsigned long n;
	bool minus = str_starts(s, STR("-"));
	if (!str_to_uint(str_from(s, minus), (unsigned long)1 << 62, &n))
		return false;
	*value = minus ? -(long long)n : (long long)n;
	return true;
}

static bool read_row(struct arena *a, struct str line, struct manifest_row *row)
{
	struct str hash, size, date, stamp;
	unsigned long long unused;
	if (!str_cut(&line, ' ', &hash) || !str_cut(&line, ' ', &size) ||
		!str_cut(&line, ' ', &date) || !str_cut(&line, ' ', &stamp))
		return false;
	if (hash.n != sizeof row->hash.s - 1 || !hex_digits(hash, &unused) ||
		!number(size, &row->size) || !number(date, &row->mtime) ||
		!hex_digits(stamp, &row->stamp) || line.n == 0)
		return false;
	memcpy(row->hash.s, hash.p, hash.n);
	row->path = str_dup(a, line);
	return true;
}

static int read_rows(struct arena *a, struct str text, struct manifest *m)
{
	struct str line;
	if (!str_cut(&text, '\n', &line) || !str_is(line, HEADER))
		return EBADMSG;
	while (str_cut(&text, '\n', &line)) {
		unsigned long n;
		if (str_starts(line, STR("end ")))
			return str_to_uint(str_from(line, 4), ~0UL, &n) &&
					       n == m->rows.n
				       ? 0
				       : EBADMSG;
		if (!read_row(a, line, list_add(a, &m->rows)))
			return EBADMSG;
	}
	return EBADMSG;
}

int manifest_read(struct arena *a, int dir, const char *name, struct manifest *m)
{
	*m = (struct manifest){0};
	struct arena tmp = {0};
	struct str text;
	int e = file_read(&tmp, dir, name, MANIFEST_MAX, &text);
	if (!e)
		e = read_rows(a, text, m);
	arena_release(&tmp);
	if (e)
		*m = (struct manifest){0};
	for (size_t i = 0; i < m->rows.n; i++)
		*map_put(a, &m->by_path, m->rows.v[i].path) = &m->rows.v[i];
	return e;
}

int manifest_write(int dir, const char *name, const struct manifest *m)
{
	struct arena tmp = {0};
	struct strbuf b = strbuf_on(&tmp);
	strbuf_lit(&b, HEADER "\n");
	for (size_t i = 0; i < m->rows.n; i++) {
		const struct manifest_row *r = &m->rows.v[i];
		strbuf_printf(&b, "%s %lld %lld %016llx ", r->hash.s, r->size, r->mtime,
			r->stamp);
		strbuf_add(&b, r->path);
		strbuf_byte(&b, '\n');
	}
	strbuf_printf(&b, "end %zu\n", m->rows.n);
	int e = file_write(dir, name, strbuf_str(&b));
	arena_release(&tmp);
	return e;
}

const struct manifest_row *manifest_find(const struct manifest *m, struct str path)
{
	return map_get(&m->by_path, path);
}
