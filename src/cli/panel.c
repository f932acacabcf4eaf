/* panel.c: see panel.h. A region with a name, folded by its summary, without a script. */
#include "cli/panel.h"

#include <fcntl.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "text/escape.h"

static const char *const bands[2][4] = {
	{"Note", "Attention", "Erreur", "Erreur"},
	{"Note", "Warning", "Error", "Error"},
};

static void put_text(struct strbuf *b, struct str s)
{
	struct strbuf shown = strbuf_on(b->arena);
	diag_quote(&shown, s);
	escape_html(b, strbuf_str(&shown));
}

static void put_place(struct strbuf *b, const struct loc *l)
{
	if (!l->origin)
		return;
	strbuf_lit(b, " ");
	put_text(b, l->origin->name);
	if (l->line)
		strbuf_printf(b, ":%u", l->line);
	if (l->line && l->column)
		strbuf_printf(b, ":%u", l->column);
}

static void put_message(
	struct strbuf *b, const struct diag_message *m, enum diag_lang lang)
{
	enum diag_band band = m->also ? DIAG_NOTE : m->band;
	strbuf_printf(b, "<li><p><strong>%s</strong>", bands[lang][band]);
	put_place(b, &m->loc);
	strbuf_lit(b, "</p>");
	struct strbuf quoted = strbuf_on(b->arena);
	diag_excerpt(&quoted, &m->loc);
	if (quoted.n) {
		strbuf_lit(b, "<pre>");
		escape_html(b, strbuf_str(&quoted));
		strbuf_lit(b, "</pre>");
	}
	struct str texts[] = {
		diag_sentence(b->arena, m, lang), diag_cure(b->arena, m, lang)};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (!texts[i].n)
			continue;
		strbuf_lit(b, "<p>");
		put_text(b, texts[i]);
		strbuf_lit(b, "</p>");
	}
	strbuf_lit(b, "</li>");
}

/* A message with what belongs to it is shown when it is no mere note. */
static size_t put_list(struct strbuf *b, const struct diag *d, enum diag_lang lang)
{
	size_t n = 0;
	bool shown = false;
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag_message *m = &d->list.v[i];
		if (!m->also) {
			n += m->band > DIAG_NOTE;
			shown = m->band > DIAG_NOTE && n <= PANEL_MESSAGES;
		}
		if (shown)
			put_message(b, m, lang);
	}
	return n;
}

void panel_write(struct diag *d, enum diag_lang lang, const char *path)
{
	struct arena a = {0};
	struct strbuf list = strbuf_on(&a), b = strbuf_on(&a);
	diag_sort(d);
	size_t n = put_list(&list, d, lang);
	bool french = lang == LANG_FR;
	if (n > 0) {
		strbuf_printf(&b,
			"<section class=\"tambour-apercu\" lang=\"%s\" aria-label=\"%s\">"
			"<details open><summary>%s%zu</summary><ol>",
			french ? "fr" : "en",
			french ? "Messages de Tambour" : "Messages of Tambour",
			french ? "Messages de Tambour : " : "Messages of Tambour: ", n);
		strbuf_add(&b, strbuf_str(&list));
		strbuf_lit(&b, "</ol>");
		if (n > PANEL_MESSAGES)
			strbuf_printf(&b,
				french ? "<p>Et %zu autres, montrés dans le terminal.</p>"
				       : "<p>And %zu more, shown in the terminal.</p>",
				n - PANEL_MESSAGES);
		strbuf_lit(&b, "</details></section>");
	}
	/* Where it cannot be written the terminal still says all. */
	(void)file_write_atomic(AT_FDCWD, path, strbuf_str(&b));
	arena_release(&a);
}

static void put_folder(struct strbuf *b, const struct source *s)
{
	if (s && s->dir >= 0 && s->where.n)
		strbuf_printf(b, "%.*s\n", STR_ARG(s->where));
}

void panel_tell(struct pipeline *p, const struct panel_place *to)
{
	panel_write(&p->diag, pipeline_lang(p), to->messages);
	struct strbuf b = strbuf_on(&p->arena);
	for (size_t i = 0; i < p->site.opened.n; i++)
		put_folder(&b, p->site.opened.v[i]);
	for (size_t i = 0; i < p->theme.n; i++)
		put_folder(&b, p->theme.chain[i].source);
	/* A run that read nothing knows of no folder: those it named last time hold. */
	if (b.n)
		(void)file_write_atomic(AT_FDCWD, to->folders, strbuf_str(&b));
}
