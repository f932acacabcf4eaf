/*
 * diag.c: collecting messages and finding their places. How they are written for people
 * and for programs is in diag_print.c.
 */
#include "base/diag.h"
#include "base/file.h"
#include "base/strbuf.h"

#include <limits.h>
#include <stdlib.h>

static const struct diag_row rows[] = {
#define M(id, code, band, fr, fr_cure, en, en_cure)                                    \
	{code, band, {fr, en}, {fr_cure, en_cure}},
#include "base/messages.def"
#undef M
};

const struct diag_row *diag_row(enum diag_code code)
{
	return &rows[code];
}

const struct diag_row *diag_row_named(struct str code)
{
	for (size_t i = 0; i < MSG_COUNT; i++)
		if (str_is(code, rows[i].code))
			return &rows[i];
	return NULL;
}

bool diag_add(struct diag *d, enum diag_code code, bool also, struct loc loc,
	const struct str *args, size_t n)
{
	if (d->muted)
		return false;
	struct diag_message *m = list_add(d->arena, &d->list);
	m->code = code;
	m->band = rows[code].band;
	m->loc = loc;
	m->also = also;
	for (size_t i = 0; i < n && i < DIAG_ARGS; i++)
		m->arg[i] = str_dup(d->arena, args[i]);
	if (!also)
		d->count[m->band]++;
	return false;
}

void diag_append(struct diag *d, const struct diag *from)
{
	for (size_t i = 0; i < from->list.n && !d->muted; i++) {
		struct diag_message *m = list_add(d->arena, &d->list);
		*m = from->list.v[i];
		for (size_t k = 0; k < DIAG_ARGS; k++)
			m->arg[k] = str_dup(d->arena, m->arg[k]);
		if (!m->also)
			d->count[m->band]++;
	}
}

void diag_spare(struct diag *d, struct str layer, enum diag_code note)
{
	struct diag out = diag_on(d->arena);
	for (size_t i = 0; i < d->list.n; i++) {
		struct diag_message *m = list_add(d->arena, &out.list);
		*m = d->list.v[i];
		if (m->also || m->band != DIAG_ERROR || !m->loc.origin ||
			!str_eq(m->loc.origin->layer, layer))
			continue;
		struct loc loc = m->loc;
		m->band = DIAG_WARNING;
		d->count[DIAG_ERROR]--;
		d->count[DIAG_WARNING]++;
		while (i + 1 < d->list.n && d->list.v[i + 1].also)
			*list_add(d->arena, &out.list) = d->list.v[++i];
		diag_add(&out, note, true, loc, &layer, 1);
	}
	d->list.v = out.list.v;
	d->list.n = out.list.n;
	d->list.cap = out.list.cap;
}

void diag_soften(struct diag *d, size_t from)
{
	for (size_t i = from; i < d->list.n; i++) {
		struct diag_message *m = &d->list.v[i];
		if (m->also || m->band != DIAG_ERROR)
			continue;
		m->band = DIAG_WARNING;
		d->count[DIAG_ERROR]--;
		d->count[DIAG_WARNING]++;
	}
}

bool diag_has(const struct diag *d, enum diag_band band)
{
	for (size_t b = band; b <= DIAG_FATAL; b++)
		if (d->count[b])
			return true;
	return false;
}

/* Bytes of a sign that commands a terminal, or turns the order of what it shows. */
static size_t command_at(struct str s, size_t i)
{
	unsigned char c[3] = {0};
	for (size_t k = 0; k < 3 && i + k < s.n; k++)
		c[k] = (unsigned char)s.p[i + k];
	if (c[0] < 0x20 || c[0] == 0x7F)
		return 1;
	if (c[0] == 0xC2 && c[1] >= 0x80 && c[1] < 0xA0)
		return 2;
	bool turns = (c[1] == 0x80 && c[2] >= 0xAA && c[2] <= 0xAE) ||
		     (c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9);
	return c[0] == 0xE2 && turns ? 3 : 0;
}

void diag_quote(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t n = command_at(s, i);
		if (n == 0)
			strbuf_byte(b, s.p[i]);
		else if (s.p[i] == '\t')
			strbuf_byte(b, ' ');
		else
			strbuf_lit(b, "\uFFFD");
		i += n ? n : 1;
	}
}

/*
 * Before the number of an errno value: no name of a file, word of the command line or
 * line of a text can begin with it.
 */
#define ERRNO_MARK '\0'

struct str diag_errno(const struct diag *d, int e)
{
	return str_printf(d->arena, "%c%d", ERRNO_MARK, e);
}

static struct str in_words(struct str arg, enum diag_lang l)
{
	unsigned long e;
	if (arg.n < 2 || arg.p[0] != ERRNO_MARK ||
		!str_to_uint(str_from(arg, 1), INT_MAX, &e))
		return arg;
	return file_error_text((int)e, l == LANG_FR);
}

static struct str fill(
	struct arena *a, const char *text, const struct str *arg, enum diag_lang l)
{
	struct strbuf b = strbuf_on(a);
	for (const char *p = text; *p; p++) {
		if (p[0] == '{' && p[1] >= '1' && p[1] < '1' + DIAG_ARGS &&
			p[2] == '}') {
			strbuf_add(&b, in_words(arg[p[1] - '1'], l));
			p += 2;
		} else {
			strbuf_byte(&b, *p);
		}
	}
	return strbuf_str(&b);
}

struct str diag_sentence(
	struct arena *a, const struct diag_message *m, enum diag_lang l)
{
	return fill(a, rows[m->code].text[l], m->arg, l);
}

struct str diag_cure(struct arena *a, const struct diag_message *m, enum diag_lang l)
{
	return fill(a, rows[m->code].cure[l], m->arg, l);
}

struct loc loc_at(const struct origin *o, size_t offset)
{
	struct loc l = {o, 1, 1};
	if (!o)
		return (struct loc){0};
	for (size_t i = 0; i < offset && i < o->text.n; i++) {
		if (o->text.p[i] == '\n') {
			l.line++;
			l.column = 1;
		} else if (((unsigned char)o->text.p[i] & 0xC0) != 0x80) {
			l.column++;
		}
	}
	return l;
}

struct str origin_line(const struct origin *o, unsigned line)
{
	struct str rest = o->text, piece = {0};
	for (unsigned i = 0; i < line; i++)
		if (!str_cut(&rest, '\n', &piece))
			return (struct str){0};
	return str_trim_end(piece);
}

/* A message with its `also` rows, so that sorting keeps them together. */
struct group {
	size_t first, n;
	const struct diag_message *m;
};

static int group_cmp(const void *x, const void *y)
{
	const struct group *a = x, *b = y;
	struct str an = a->m->loc.origin ? a->m->loc.origin->name : (struct str){0};
	struct str bn = b->m->loc.origin ? b->m->loc.origin->name : (struct str){0};
	int c = str_cmp(an, bn);
	if (!c)
		c = (a->m->loc.line > b->m->loc.line) -
		    (a->m->loc.line < b->m->loc.line);
	if (!c)
		c = (a->m->loc.column > b->m->loc.column) -
		    (a->m->loc.column < b->m->loc.column);
	return c ? c : (a->first > b->first) - (a->first < b->first);
}

static bool same_place(const struct loc *a, const struct loc *b)
{
	return a->origin == b->origin && a->line == b->line && a->column == b->column;
}

static bool same(const struct diag_message *a, const struct diag_message *b)
{
	if (a->code != b->code || a->also != b->also)
		return false;
	for (size_t i = 0; i < DIAG_ARGS; i++)
		if (!str_eq(a->arg[i], b->arg[i]))
			return false;
	return true;
}

/* Group i says what another group of the same place said: other messages may part them. */
static bool said_before(const struct group *g, size_t i)
{
	for (size_t j = i; j-- > 0 && same_place(&g[j].m->loc, &g[i].m->loc);)
		if (same(g[j].m, g[i].m))
			return true;
	return false;
}

/* How often each code was said in the file that sorting has reached. */
struct tally {
	struct str file;
	size_t seen[MSG_COUNT], more[MSG_COUNT];
	const struct diag_message *next[MSG_COUNT]; /* the first that is only counted */
};

/*
 * True while group g may be shown. A message without a place is never the same mistake
 * again: what `tambour update` tells of each procedure has none.
 */
static bool tally_shows(struct tally *t, const struct group *g)
{
	enum diag_code code = g->m->code;
	if (!g->m->loc.origin || ++t->seen[code] <= DIAG_SAME_MAX)
		return true;
	if (!t->more[code]++)
		t->next[code] = g->m;
	return false;
}

/*
 * Behind the messages of a file: those that were only counted, a line for each code, as
 * grave as they are.
 */
static void tally_say(
	struct tally *t, struct diag *d, struct diag_message *to, size_t *n)
{
	for (size_t i = 0; i < MSG_COUNT; i++)
		if (t->next[i])
			to[(*n)++] = (struct diag_message){.code = MSG_NOTE_MORE,
				.band = rows[i].band,
				.loc = t->next[i]->loc,
				.arg = {str_printf(d->arena, "%zu", t->more[i]),
					str_of(rows[i].code)}};
}

/* The groups in their order, without repeats and without the bulk of one mistake. */
static void keep_groups(struct diag *d, const struct group *g, size_t groups,
	struct diag_message *to, size_t *n)
{
	struct tally t = {0};
	for (size_t i = 0; i < groups; i++) {
		const struct origin *o = g[i].m->loc.origin;
		struct str file = o ? o->name : (struct str){0};
		if (!str_eq(file, t.file)) {
			tally_say(&t, d, to, n);
			t = (struct tally){.file = file};
		}
		if (said_before(g, i)) {
			d->count[g[i].m->band] -= !g[i].m->also;
			continue;
		}
		size_t shown = tally_shows(&t, &g[i]) ? g[i].n : 0;
		for (size_t j = 0; j < shown; j++)
			to[(*n)++] = d->list.v[g[i].first + j];
	}
	tally_say(&t, d, to, n);
}

void diag_sort(struct diag *d)
{
	size_t n = d->list.n, groups = 0;
	struct group *g = arena_list(d->arena, n, struct group);
	for (size_t i = 0; i < n; i++) {
		if (d->list.v[i].also && groups)
			g[groups - 1].n++;
		else
			g[groups++] = (struct group){i, 1, &d->list.v[i]};
	}
	if (groups > 1)
		qsort(g, groups, sizeof *g, group_cmp);
	/* A line of « more » stands for at least one message that is not shown. */
	struct diag_message *sorted = arena_list(d->arena, n, struct diag_message);
	size_t out = 0;
	keep_groups(d, g, groups, sorted, &out);
	d->list.v = sorted;
	d->list.n = out;
	d->list.cap = n;
}
