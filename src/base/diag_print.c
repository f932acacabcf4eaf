/* diag_print.c: messages as a person reads them, or one JSON object a line. */
#include "base/diag.h"
#include "base/strbuf.h"

#define EXCERPT_MAX                                                                    \
	100 /* characters of a quoted line; a longer one is cut around the caret */

static const char *const band_word[2][4] = {
	{"note", "attention", "erreur", "erreur"},
	{"note", "warning", "error", "error"},
};
static const char *const band_json[4] = {"note", "warning", "error", "fatal"};
static const char *const band_colour[4] = {
	"\033[36m", "\033[33m", "\033[31m", "\033[31m"};

/* Bytes of the UTF-8 character at `at`; 0: none begins there. A name may be any bytes.
 */
static size_t character(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t n = p[0] < 0x80   ? 1
		   : p[0] < 0xC2 ? 0
		   : p[0] < 0xE0 ? 2
		   : p[0] < 0xF0 ? 3
		   : p[0] < 0xF5 ? 4
				 : 0;
	if (n > s.n - at)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	/* Overlong forms, surrogates, and what lies beyond U+10FFFF. */
	bool wrong =
		n > 2 &&
		((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
			(p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F));
	return wrong ? 0 : n;
}

static void json_text(struct strbuf *b, struct str s)
{
	strbuf_byte(b, '"');
	for (size_t i = 0, n; i < s.n; i += n ? n : 1) {
		unsigned char c = (unsigned char)s.p[i];
		n = character(s, i);
		if (c == '"' || c == '\\')
			strbuf_byte(b, '\\');
		if (n == 0)
			strbuf_lit(b, "\uFFFD");
		else if (c < 0x20)
			strbuf_printf(b, "\\u%04x", c);
		else
			strbuf_add(b, str_sub(s, i, i + n));
	}
	strbuf_byte(b, '"');
}

static void json_field(struct strbuf *b, const char *name, struct str value)
{
	strbuf_printf(b, ", \"%s\": ", name);
	json_text(b, value);
}

/* Under --strict a warning is an error. */
static enum diag_band band_of(const struct diag_message *m, const struct diag_style *s)
{
	return s->strict && m->band == DIAG_WARNING ? DIAG_ERROR : m->band;
}

static void print_json(
	struct strbuf *b, const struct diag_message *m, const struct diag_style *s)
{
	struct str file = m->loc.origin ? m->loc.origin->name : (struct str){0};
	strbuf_printf(b, "{\"severity\": \"%s\"",
		m->also ? "note" : band_json[band_of(m, s)]);
	json_field(b, "code", str_of(diag_row(m->code)->code));
	json_field(b, "file", file);
	strbuf_printf(b, ", \"line\": %u, \"column\": %u", m->loc.line, m->loc.column);
	json_field(b, "message", diag_sentence(b->arena, m, s->lang));
	json_field(b, "help", diag_cure(b->arena, m, s->lang));
	strbuf_lit(b, "}\n");
}

static bool continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/*
 * A place in the text of a file. Messages come in the order of their places, so the
 * next one is looked for from here on: a file of a million bytes may get thousands of
 * them.
 */
struct cursor {
	const struct origin *origin;
	unsigned line, column;
	struct str text; /* of the line, without its end */
	size_t next,
		byte; /* of the line after it in the origin; of the column in text */
};

static void cursor_to_line(struct cursor *c, const struct loc *l)
{
	if (c->origin != l->origin || l->line < c->line)
		*c = (struct cursor){.origin = l->origin};
	if (c->line == l->line)
		return;
	for (; c->line < l->line; c->line++) {
		struct str rest = str_from(l->origin->text, c->next);
		c->text = str_sub(rest, 0, str_index(rest, '\n'));
		c->next += c->text.n + 1;
	}
	c->text = str_trim_end(c->text);
	c->column = 1;
	c->byte = 0;
}

static void cursor_to_column(struct cursor *c, unsigned column)
{
	if (column < c->column) {
		c->column = 1;
		c->byte = 0;
	}
	for (; c->column < column && c->byte < c->text.n; c->column++)
		do
			c->byte++;
		while (c->byte < c->text.n && continuation(c->text.p[c->byte]));
}

/* Quote the line and point at the column; long lines are cut to a window around it. */
static void print_excerpt(struct strbuf *b, const struct loc *l, struct cursor *c)
{
	cursor_to_line(c, l);
	if (c->text.n == 0)
		return;
	unsigned first =
		l->column > EXCERPT_MAX * 3 / 4 ? l->column - EXCERPT_MAX / 2 : 1;
	cursor_to_column(c, first);
	strbuf_printf(b, "%6u | %s", l->line, first > 1 ? "…" : "");
	size_t i = c->byte;
	for (unsigned shown = 0; i < c->text.n; i++) {
		shown += !continuation(c->text.p[i]);
		if (shown > EXCERPT_MAX)
			break;
	}
	diag_quote(b, str_sub(c->text, c->byte, i));
	strbuf_printf(b, "%s\n", i < c->text.n ? "…" : "");
	if (l->column)
		strbuf_printf(b, "       | %*s^\n",
			(int)(l->column - first + (first > 1)), "");
}

void diag_excerpt(struct strbuf *b, const struct loc *l)
{
	struct cursor cursor = {0};
	if (l->origin && l->line)
		print_excerpt(b, l, &cursor);
}

static void print_text(struct strbuf *b, const struct diag_message *m,
	const struct diag_style *s, struct cursor *c)
{
	const struct loc *l = &m->loc;
	enum diag_band band = m->also ? DIAG_NOTE : band_of(m, s);
	if (l->origin) {
		diag_quote(b, l->origin->name);
		if (l->line)
			strbuf_printf(b, ":%u", l->line);
		if (l->line && l->column)
			strbuf_printf(b, ":%u", l->column);
	} else {
		strbuf_lit(b, "tambour");
	}
	strbuf_printf(b, s->lang == LANG_FR ? " : %s%s%s" : ": %s%s%s",
		s->colour ? band_colour[band] : "", band_word[s->lang][band],
		s->colour ? "\033[0m" : "");
	if (!m->also)
		strbuf_printf(b, " [%s]", diag_row(m->code)->code);
	strbuf_lit(b, "\n");
	if (l->origin && l->line)
		print_excerpt(b, l, c);
	strbuf_lit(b, "    ");
	diag_quote(b, diag_sentence(b->arena, m, s->lang));
	strbuf_lit(b, "\n");
	struct str cure = diag_cure(b->arena, m, s->lang);
	if (cure.n) {
		strbuf_lit(b, "    → ");
		diag_quote(b, cure);
		strbuf_lit(b, "\n");
	}
}

void diag_print(const struct diag *d, const struct diag_style *style, FILE *out)
{
	struct arena a = {0};
	bool shown = false;
	struct cursor cursor[2] = {{0}}; /* second places go their own way */
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag_message *m = &d->list.v[i];
		if (!m->also)
			shown = band_of(m, style) >= style->least;
		if (!shown)
			continue;
		struct strbuf b = strbuf_on(&a);
		if (style->json)
			print_json(&b, m, style);
		else
			print_text(&b, m, style, &cursor[m->also]);
		fwrite(b.p, 1, b.n, out);
		arena_reset(&a);
	}
	arena_release(&a);
}
