/* diag_print.c: messages as a person reads them, or one JSON object a line. */
#include "base/diag.h"
#include "base/strbuf.h"

#define EXCERPT_MAX 100 /* characters of a quoted line; a longer one is cut around the caret */

static const char *const band_word[2][4] = {
    {"note", "attention", "erreur", "erreur"},
    {"note", "warning", "error", "error"},
};
static const char *const band_json[4] = {"note", "warning", "error", "fatal"};
static const char *const band_colour[4] = {"\033[36m", "\033[33m", "\033[31m", "\033[31m"};

static void json_text(struct strbuf *b, struct str s)
{
	strbuf_byte(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '"' || c == '\\')
			strbuf_byte(b, '\\');
		if (c < 0x20)
			strbuf_printf(b, "\\u%04x", c);
		else
			strbuf_byte(b, (char)c);
	}
	strbuf_byte(b, '"');
}

static void json_field(struct strbuf *b, const char *name, struct str value)
{
	strbuf_printf(b, ", \"%s\": ", name);
	json_text(b, value);
}

static void print_json(struct strbuf *b, const struct diag_message *m,
	const struct diag_style *s)
{
	struct str file = m->loc.origin ? m->loc.origin->name : (struct str){0};
	enum diag_band band = s->strict && m->band == DIAG_WARNING ? DIAG_ERROR : m->band;
	strbuf_printf(b, "{\"severity\": \"%s\"", m->also ? "note" : band_json[band]);
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

/* Quote the line and point at the column; long lines are cut to a window around it. */
static void print_excerpt(struct strbuf *b, const struct loc *l)
{
	struct str line = origin_line(l->origin, l->line);
	if (line.n == 0)
		return;
	unsigned first = l->column > EXCERPT_MAX * 3 / 4 ? l->column - EXCERPT_MAX / 2 : 1;
	strbuf_printf(b, "%6u | %s", l->line, first > 1 ? "…" : "");
	unsigned column = 0;
	for (size_t i = 0; i < line.n; i++) {
		if (!continuation(line.p[i]))
			column++;
		if (column >= first && column < first + EXCERPT_MAX)
			strbuf_byte(b, line.p[i] == '\t' ? ' ' : line.p[i]);
	}
	strbuf_printf(b, "%s\n", column >= first + EXCERPT_MAX ? "…" : "");
	if (l->column)
		strbuf_printf(b, "       | %*s^\n", (int)(l->column - first + (first > 1)), "");
}

static void print_text(struct strbuf *b, const struct diag_message *m,
	const struct diag_style *s)
{
	const struct loc *l = &m->loc;
	enum diag_band band = m->also ? DIAG_NOTE : m->band;
	if (s->strict && band == DIAG_WARNING)
		band = DIAG_ERROR;
	if (l->origin) {
		strbuf_add(b, l->origin->name);
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
		print_excerpt(b, l);
	strbuf_lit(b, "    ");
	strbuf_add(b, diag_sentence(b->arena, m, s->lang));
	strbuf_lit(b, "\n");
	struct str cure = diag_cure(b->arena, m, s->lang);
	if (cure.n) {
		strbuf_lit(b, "    → ");
		strbuf_add(b, cure);
		strbuf_lit(b, "\n");
	}
}

void diag_print(const struct diag *d, const struct diag_style *style, FILE *out)
{
	struct arena a = {0};
	bool shown = false;
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag_message *m = &d->list.v[i];
		if (!m->also)
			shown = m->band >= style->least;
		if (!shown)
			continue;
		struct strbuf b = strbuf_on(&a);
		if (style->json)
			print_json(&b, m, style);
		else
			print_text(&b, m, style);
		fwrite(b.p, 1, b.n, out);
		arena_reset(&a);
	}
	arena_release(&a);
}
