/*
 * explain.c: `tambour explain WHAT`: a message by its code, a procedure by its id with
 * the origin of every field, a page by its file with the reason why it is online or
 * not, the calendar of acts, a file of the theme with those it stands for. It reads the
 * commune as `build` does, and changes nothing.
 */
#include "cli/commands.h"
#include "cli/pipeline.h"

#include "base/strbuf.h"
#include "text/utf8.h"

static const char *word(enum diag_lang lang, const char *fr, const char *en)
{
	return lang == LANG_FR ? fr : en;
}

/* {1} is shown as … : what stands there depends on the file. */
static void put_text(struct strbuf *b, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (p[0] == '{' && ascii_digit(p[1]) && p[2] == '}') {
			strbuf_lit(b, "…");
			p += 2;
		} else {
			strbuf_byte(b, *p);
		}
	}
}

static void explain_message(
	struct strbuf *b, const struct diag_row *row, enum diag_lang lang)
{
	static const char *const bands[2][4] = {
		{"note : rien n’est à faire",
			"avertissement : la page est publiée, mais quelque chose gêne",
			"erreur : ce fichier reste en ligne tel qu’il était",
			"erreur : rien n’est publié tant qu’elle dure"},
		{"note: nothing to do",
			"warning: the page is published, but something is amiss",
			"error: this file stays online as it last was",
			"error: nothing is published while it lasts"}};
	strbuf_printf(b, "%s\n%s\n\n    ", row->code, bands[lang][row->band]);
	put_text(b, row->text[lang]);
	if (row->cure[lang][0]) {
		strbuf_lit(b, "\n    → ");
		put_text(b, row->cure[lang]);
	}
	strbuf_lit(b, "\n");
}

/* A page by its path, with or without `pages/` and `.md`, or by its address. */
static const struct page *find_page(struct pipeline *p, struct str what)
{
	struct arena *a = &p->arena;
	struct str names[] = {what, str_printf(a, "%.*s.md", STR_ARG(what)),
		str_printf(a, "pages/%.*s", STR_ARG(what)),
		str_printf(a, "pages/%.*s.md", STR_ARG(what)),
		str_printf(a, "actualites/%.*s.md", STR_ARG(what))};
	for (size_t i = 0; i < p->site.pages.n; i++)
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			if (str_eq(p->site.pages.v[i].path, utf8_compose(a, names[k])))
				return &p->site.pages.v[i];
	const struct node *n = map_get(&p->web.by_address, what);
	return n ? n->page : NULL;
}

static const struct node *node_of(const struct pipeline *p, const struct page *page)
{
	for (size_t i = 0; i < p->web.nodes.n; i++)
		if (p->web.nodes.v[i]->page == page)
			return p->web.nodes.v[i];
	return NULL;
}

/* In English, dates are as the files write them: no name of a month is to be known. */
static struct str when(struct arena *a, struct moment m, enum diag_lang lang)
{
	if (lang == LANG_FR)
		return moment_text(a, m);
	struct str day = date_iso(a, m.day);
	return m.minute < 0 ? day
			    : str_printf(a, "%.*s %02d:%02d", STR_ARG(day),
				      m.minute / 60, m.minute % 60);
}

static void put_moment(struct strbuf *b, const struct page *page, const char *key,
	const char *label, enum diag_lang lang)
{
	const struct value *v = value_get(page->header, key);
	if (value_given(v) && !v->faulty)
		strbuf_printf(b, "    %s %.*s (%.*s:%u)\n", label,
			STR_ARG(when(b->arena, v->as.moment, lang)),
			STR_ARG(page->origin->name), v->loc.line);
}

/* "    label text", and what follows it. */
static void put_line(struct strbuf *b, const char *label, struct str text)
{
	strbuf_printf(b, "    %s%.*s\n", label, STR_ARG(text));
}

/* Why a page has no node though its dates are right: what resolving said of its place. */
static void explain_address(struct strbuf *b, const struct page *page,
	const struct diag *said, enum diag_lang lang)
{
	for (size_t i = 0; i < said->list.n; i++) {
		const struct diag_message *m = &said->list.v[i];
		bool taken =
			m->code == MSG_ADDRESS_TWICE || m->code == MSG_ADDRESS_MADE;
		if (!taken || m->loc.origin != page->origin)
			continue;
		put_line(b, "", diag_sentence(b->arena, m, lang));
		if (i + 1 < said->list.n && m[1].also && m[1].loc.origin)
			put_line(b,
				word(lang, "l’autre fichier : ", "the other file: "),
				m[1].loc.origin->name);
	}
}

static void explain_page(struct pipeline *p, struct strbuf *b, const struct page *page,
	const struct diag *said, enum diag_lang lang)
{
	const struct node *n = node_of(p, page);
	struct str none = {0};
	strbuf_printf(b, "%.*s\n", STR_ARG(page->path));
	if (n)
		put_line(b, word(lang, "en ligne à l’adresse ", "online at "),
			n->address);
	else
		put_line(b, word(lang, "pas en ligne", "not online"), none);
	if (value_yes(page->header, "brouillon", false))
		put_line(b,
			word(lang, "parce que c’est un brouillon",
				"because it is a draft"),
			none);
	if (!n)
		explain_address(b, page, said, lang);
	put_moment(b, page, "publier_le",
		word(lang, "publiée à partir du", "published from"), lang);
	put_moment(b, page, "mise_en_ligne",
		word(lang, "mis en ligne le", "put online on"), lang);
	put_moment(b, page, "retirer_le",
		word(lang, "retirée à partir du", "withdrawn from"), lang);
	put_line(b, word(lang, "moment considéré : ", "moment considered: "),
		when(b->arena, p->now, lang));
	if (page->former)
		put_line(b,
			word(lang,
				"montrée telle qu’elle était : le fichier "
				"d’aujourd’hui a "
				"une erreur",
				"shown as it last was: today’s file has an error"),
			none);
	if (n && n->parent) {
		struct str up = str_printf(b->arena, "%.*s (%.*s)",
			STR_ARG(n->parent->title), STR_ARG(n->parent->address));
		put_line(b, word(lang, "rangée sous : ", "filed under: "), up);
	}
}

/* What is kept by git, and at which commit: the commune itself, perhaps, and its pins. */
static struct procedure_versions versions_of(struct pipeline *p)
{
	struct procedure_versions list = {0};
	if (p->upstream.given) {
		list_add(&p->arena, &list);
		list.v[0].commit = p->upstream.pin.commit;
	}
	for (size_t i = 0; i < p->sources.lock.n; i++) {
		const struct lock_pin *pin = &p->sources.lock.v[i];
		list_add(&p->arena, &list);
		list.v[list.n - 1].layer = pin->name;
		list.v[list.n - 1].commit = pin->pin.commit;
	}
	return list;
}

/* The commit of each layer kept by git that spoke of the procedure. */
static void explain_pins(struct pipeline *p, struct strbuf *b,
	const struct procedure *procedure, enum diag_lang lang)
{
	for (size_t i = 0; i < p->sources.lock.n; i++) {
		const struct lock_pin *pin = &p->sources.lock.v[i];
		bool spoke = false;
		for (size_t k = 0; k < procedure->steps.n && !spoke; k++)
			spoke = str_eq(procedure->steps.v[k].layer, pin->name);
		if (spoke)
			put_line(b, word(lang, "version : ", "version: "),
				str_printf(b->arena, "%.*s, commit %.*s (%.*s)",
					STR_ARG(pin->name), STR_ARG(pin->pin.commit),
					STR_ARG(str_sub(pin->pin.date, 0, 10))));
	}
}

/* ", commit 1c3f07aa52" for a theme kept by git. */
static struct str commit_of(struct pipeline *p, const struct source *src)
{
	const struct lock_pin *pin = lock_find(&p->sources.lock, STR("theme"));
	struct str commit = {0};
	if (pin && sources_pinned(&p->sources, src))
		commit = pin->pin.commit;
	else if (p->upstream.given && src->dir < 0)
		commit = p->upstream.pin.commit; /* a part of the commune */
	return commit.n ? str_printf(&p->arena, ", commit %.*s",
				  STR_ARG(str_sub(commit, 0, 10)))
			: commit;
}

/*
 * A file of the theme: "templates/page.html", "assets/style.css": who has it, from the
 * commune's own folder to the root; the first is the one used. False when none has.
 */
static bool explain_theme_file(
	struct pipeline *p, struct strbuf *b, struct str what, enum diag_lang lang)
{
	bool found = false;
	for (size_t i = 0; i < p->theme.n; i++) {
		const struct source *src = p->theme.chain[i].source;
		if (!source_find(src, what))
			continue;
		if (!found)
			strbuf_printf(b, "%.*s\n", STR_ARG(what));
		put_line(b,
			found ? word(lang,
					"qui remplace celui de : ", "in the place of: ")
			      : word(lang, "celui de : ", "that of: "),
			str_printf(b->arena, "%.*s (%.*s%.*s)", STR_ARG(src->name),
				STR_ARG(src->where), STR_ARG(commit_of(p, src))));
		found = true;
	}
	return found;
}

/* False, said, when the commune has nothing of that name. */
static bool explain_of_site(struct pipeline *p, struct strbuf *b, struct str what,
	const struct diag *said, enum diag_lang lang)
{
	struct str id = what;
	if (str_is(what, "horaires") && explain_hours(p, b, lang))
		return true;
	if (str_starts(id, STR("demarches/")))
		id = str_from(id, 10);
	if (str_ends(id, STR(".md")))
		id = str_sub(id, 0, id.n - 3);
	const struct procedure *procedure = procedures_find(&p->web.procedures, id);
	const struct page *page = procedure ? NULL : find_page(p, what);
	if (str_is(what, "actes") || str_is(what, "actes/")) {
		acts_explain(&p->web, b, lang);
	} else if (procedure) {
		struct procedure_versions versions = versions_of(p);
		procedure_explain(procedure, b, lang, &versions);
		explain_pins(p, b, procedure, lang);
	} else if (page) {
		explain_page(p, b, page, said, lang);
	} else if (!explain_theme_file(p, b, what, lang)) {
		return diag_say(&p->diag, MSG_EXPLAIN_UNKNOWN, (struct loc){0}, what);
	}
	return true;
}

int command_explain(const struct options *o)
{
	struct str what = o->word[0];
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	const struct diag_row *row = diag_row_named(what);
	int status = EXIT_PUBLISHED;
	if (row) {
		enum diag_lang lang = o->help_lang;
		explain_message(&b, row, lang);
	} else {
		struct pipeline p;
		bool read = pipeline_open(&p, o) && pipeline_read(&p) &&
			    pipeline_resolve(&p);
		struct diag said = p.diag;
		/* What is wrong elsewhere is the business of check. */
		if (read)
			p.diag = diag_on(&p.arena);
		if (!read || !explain_of_site(&p, &b, what, &said, pipeline_lang(&p))) {
			report_messages(&p);
			status = read ? EXIT_FAULTY : EXIT_NOTHING;
		}
		pipeline_release(&p);
	}
	if (b.n)
		fwrite(b.p, 1, b.n, stdout);
	arena_release(&a);
	return status;
}
