/*
 * documents.c: the files of a folder as a list to download, the newest first. A file says
 * what it is by its name: its words, and the day or the month that stands in it.
 */
#include <stdlib.h>

#include "render/render_internal.h"
#include "text/escape.h"
#include "text/size.h"
#include "text/typography.h"
#include "text/utf8.h"

struct document {
	const struct web_file *file;
	struct str words; /* its name without day, end and dashes */
	struct date day;  /* year 0: none; day 0: a month */
};

/* A number of n figures at s[at], and no figure behind it; -1: there is none. */
static int figures(struct str s, size_t at, size_t n)
{
	int x = 0;
	if (at + n > s.n || (at + n < s.n && ascii_digit(s.p[at + n])))
		return -1;
	for (size_t i = at; i < at + n; i++) {
		if (!ascii_digit(s.p[i]))
			return -1;
		x = x * 10 + (s.p[i] - '0');
	}
	return x;
}

/* "2026-07-06" or "2026-07" at s[at]: how long it is, or 0. */
static size_t date_at(struct str s, size_t at, struct date *day)
{
	int year = figures(s, at, 4), month, d;
	bool part = at + 4 < s.n && (s.p[at + 4] == '-' || s.p[at + 4] == '_');
	if (year < 1000 || !part || (at && ascii_digit(s.p[at - 1])))
		return 0;
	month = figures(s, at + 5, 2);
	if (month < 1 || month > 12)
		return 0;
	*day = (struct date){.year = (short)year, .month = (unsigned char)month};
	part = at + 7 < s.n && s.p[at + 7] == s.p[at + 4];
	d = part ? figures(s, at + 8, 2) : -1;
	struct date whole = {(short)year, (unsigned char)month, (unsigned char)d};
	if (d < 1 || !date_valid(whole))
		return 7;
	*day = whole;
	return 10;
}

static struct str spaced(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] == '-' || s.p[i] == '_' ? ' ' : s.p[i];
	return str_trim((struct str){p, s.n});
}

static struct document document_of(struct arena *a, const struct web_file *f)
{
	struct document x = {.file = f};
	struct str name = str_from(f->path, str_rindex(f->path, '/') + 1);
	name = str_sub(name, 0, str_rindex(name, '.'));
	size_t at = 0, n = 0;
	while (at < name.n && !(n = date_at(name, at, &x.day)))
		at++;
	struct str before = spaced(a, str_sub(name, 0, at)),
		   after = spaced(a, str_from(name, at + n < name.n ? at + n : name.n));
	x.words =
		first_upper(a, str_printf(a, "%.*s%s%.*s", STR_ARG(before),
				       before.n && after.n ? " " : "", STR_ARG(after)));
	return x;
}

static int newest_first(const void *a, const void *b)
{
	const struct document *x = a, *y = b;
	int c = date_cmp(y->day, x->day);
	if (!c)
		c = utf8_collate(x->words, y->words);
	return c ? c : str_cmp(x->file->path, y->file->path);
}

/* « 6 juillet 2026 », « juillet 2026 » */
static struct str day_text(struct arena *a, struct date d)
{
	return d.day ? date_text_short(a, d)
		     : str_printf(
			       a, "%.*s %d", STR_ARG(date_month_name(d.month)), d.year);
}

/* « PDF, 1,2 Mo » */
static struct str format_text(struct arena *a, const struct web_file *f)
{
	struct str end = str_from(f->path, str_rindex(f->path, '.'));
	struct strbuf b = strbuf_on(a);
	for (size_t i = 1; i < end.n; i++)
		strbuf_byte(&b, end.p[i] >= 'a' && end.p[i] <= 'z'
					? (char)(end.p[i] - 'a' + 'A')
					: end.p[i]);
	strbuf_printf(
		&b, "%s%.*s", b.n ? ", " : "", STR_ARG(size_text(a, f->file->size)));
	return strbuf_str(&b);
}

static void put_document(struct render *r, struct str prefix, const struct document *x,
	struct strbuf *out)
{
	struct arena *a = r->page;
	struct str words = x->words;
	if (x->day.year)
		words = words.n ? str_printf(a, "%.*s, %.*s", STR_ARG(words),
					  STR_ARG(day_text(a, x->day)))
				: first_upper(a, day_text(a, x->day));
	strbuf_lit(out, "<li><a href=\"");
	escape_html(out, link_of_file(a, prefix, x->file->path));
	strbuf_lit(out, "\"><span class=\"document-nom\">");
	escape_html(out, typography_of(a, words));
	strbuf_lit(out, "</span> <span class=\"document-format\">(");
	escape_html(out, format_text(a, x->file));
	strbuf_lit(out, ")</span></a></li>\n");
}

void documents_block(struct render *r, struct str prefix, const struct value *settings,
	struct strbuf *out)
{
	const struct value *most = value_get(settings, "nombre");
	struct str folder = value_text(settings, "dossier");
	struct document *all = arena_list(r->page, r->w->files.n, struct document);
	size_t n = 0;
	for (size_t i = 0; i < r->w->files.n; i++)
		if (web_file_below(&r->w->files.v[i], folder))
			all[n++] = document_of(r->page, &r->w->files.v[i]);
	if (!n)
		return;
	qsort(all, n, sizeof *all, newest_first);
	if (value_given(most) && !most->faulty && (size_t)most->as.integer < n)
		n = (size_t)most->as.integer;
	strbuf_lit(out, "<ul class=\"bloc-documents\">\n");
	for (size_t i = 0; i < n; i++)
		put_document(r, prefix, &all[i], out);
	strbuf_lit(out, "</ul>\n");
}
