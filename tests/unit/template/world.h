/*
 * world.h: a small theme in memory for the tests of src/template: files by name, a
 * shape with a slot of each kind, values for it, and what was said.
 */
#ifndef TESTS_TEMPLATE_WORLD_H
#define TESTS_TEMPLATE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "template/template.h"

#define WORLD_FILES 24

struct world {
	struct arena arena;
	struct diag diag;
	struct origin files[WORLD_FILES];
	struct str names[WORLD_FILES];
	size_t n, asked; /* files; times find was called */
	struct template_rules rules;
	struct template_set *set;
	struct strbuf out;
};

enum { DATE_TEXTE, DATE_ISO, DATE_COUNT };
enum { PAGE_TITRE, PAGE_RESUME, PAGE_CONTENU, PAGE_ADRESSE, PAGE_DATE, PAGE_ACCUEIL };
enum { ENTREE_MOT, ENTREE_LIEN, ENTREE_ACTIF, ENTREE_SOUS, ENTREE_COUNT };
enum { SOUS_NOM, SOUS_COUNT };
enum { R_PAGE, R_MENU, R_LANGUE, R_TITRE, R_TETE, R_COUNT };

static const struct slot slots_date[] = {
	{.name = "texte", .kind = SLOT_TEXT}, {.name = "iso", .kind = SLOT_TEXT}};
static const struct shape shape_date = {.name = "date", .slots = slots_date, .n = 2};
static const struct slot slots_page[] = {{.name = "titre", .kind = SLOT_TEXT},
	{.name = "resume", .kind = SLOT_TEXT, .optional = true},
	{.name = "contenu", .kind = SLOT_HTML}, {.name = "adresse", .kind = SLOT_LINK},
	{.name = "date", .kind = SLOT_RECORD, .optional = true, .of = &shape_date},
	{.name = "accueil", .kind = SLOT_YES}};
static const struct shape shape_page = {.name = "page", .slots = slots_page, .n = 6};
static const struct slot slots_sous[] = {{.name = "nom", .kind = SLOT_TEXT}};
static const struct shape shape_sous = {
	.name = "sous_entree", .slots = slots_sous, .n = 1};
static const struct slot slots_entree[] = {{.name = "mot", .kind = SLOT_TEXT},
	{.name = "lien", .kind = SLOT_LINK}, {.name = "actif", .kind = SLOT_YES},
	{.name = "sous_menu", .kind = SLOT_LIST, .of = &shape_sous}};
static const struct shape shape_entree = {
	.name = "entree", .slots = slots_entree, .n = 4};
static const struct slot slots_tete[] = {
	{.name = "blason", .kind = SLOT_LINK}, {.name = "texte", .kind = SLOT_TEXT}};
static const struct shape shape_tete = {.name = "tete", .slots = slots_tete, .n = 2};
static const struct slot slots_racine[] = {
	{.name = "page", .kind = SLOT_RECORD, .of = &shape_page},
	{.name = "menu", .kind = SLOT_LIST, .of = &shape_entree},
	{.name = "langue", .kind = SLOT_TEXT}, {.name = "titre", .kind = SLOT_TEXT},
	{.name = "tete", .kind = SLOT_RECORD, .of = &shape_tete}};
static const struct shape shape_racine = {
	.name = "racine", .slots = slots_racine, .n = R_COUNT};

#define T(lit)                                                                         \
	{                                                                              \
		.kind = VIEW_TEXT, .text = STR_INIT(lit)                               \
	}
static const struct view view_date[] = {T("23 novembre"), T("2026-11-23")};
static const struct view view_page[] = {T("L’eau & <vous>"), T("Court"),
	{.kind = VIEW_HTML, .text = STR_INIT("<p>Bon&nbsp;!</p>")}, T("../eau/"),
	{.kind = VIEW_RECORD, .slots = view_date}, {.kind = VIEW_YES}};
static const struct view view_page_bare[] = {
	T("Nu"), {0}, {0}, T("javascript:x()"), {0}, {0}};
static const struct view view_sous1[] = {T("s1")}, view_sous2[] = {T("s2")};
static const struct view view_sous[] = {{.kind = VIEW_RECORD, .slots = view_sous1},
	{.kind = VIEW_RECORD, .slots = view_sous2}};
static const struct view view_un[] = {
	T("un"), T("un/"), {0}, {.kind = VIEW_LIST, .list = {view_sous, 2}}};
static const struct view view_deux[] = {T("deux"), T("deux/"), {.kind = VIEW_YES}, {0}};
static const struct view view_menu[] = {{.kind = VIEW_RECORD, .slots = view_un},
	{.kind = VIEW_RECORD, .slots = view_deux}};
static const struct view view_tete[] = {T("blason.svg"), T("En-tête")};
static const struct view view_root_slots[] = {{.kind = VIEW_RECORD, .slots = view_page},
	{.kind = VIEW_LIST, .list = {view_menu, 2}}, T("fr"), T("Autre"),
	{.kind = VIEW_RECORD, .slots = view_tete}};
static const struct view view_root = {.kind = VIEW_RECORD, .slots = view_root_slots};
static const struct view view_bare_slots[] = {
	{.kind = VIEW_RECORD, .slots = view_page_bare}, {0}, T("fr"), T("Autre"),
	{.kind = VIEW_RECORD, .slots = view_tete}};
static const struct view view_bare = {.kind = VIEW_RECORD, .slots = view_bare_slots};
#undef T

static inline const struct origin *world_find(
	void *user, struct str name, unsigned depth)
{
	struct world *w = user;
	w->asked++;
	for (size_t i = 0; i < w->n; i++)
		if (str_eq(w->names[i], name) && depth-- == 0)
			return &w->files[i];
	return NULL;
}

static inline void world_init(struct world *w)
{
	*w = (struct world){0};
	w->diag = diag_on(&w->arena);
	w->rules = (struct template_rules){
		.find = world_find, .user = w, .names = w->names};
	w->set = template_set_new(&w->arena, &w->rules, &w->diag);
	w->out = strbuf_on(&w->arena);
}

static inline void world_put(struct world *w, const char *name, struct str text)
{
	w->names[w->n] = str_of(name);
	w->files[w->n++] = (struct origin){.name = str_of(name), .text = text};
	w->rules.n_names = w->n;
}

/* One file "a.html" in a new world. */
static inline void world_of(struct world *w, const char *text)
{
	world_init(w);
	world_put(w, "a.html", str_of(text));
}

static inline bool world_compiles(struct world *w, const char *name)
{
	return template_compile(w->set, str_of(name), &shape_racine) != NULL;
}

/* What template `name` gives for a view; fails when anything was said. */
static inline struct str world_render(
	struct world *w, const char *name, const struct view *view)
{
	struct diag_style style = {0};
	const struct template *t =
		template_compile(w->set, str_of(name), &shape_racine);
	w->out.n = 0;
	if (!t || !template_render(t, view, &w->out, &w->diag)) {
		diag_print(&w->diag, &style, stderr);
		fail_msg("%s was not rendered", name);
	}
	return strbuf_str(&w->out);
}

static inline void assert_text(struct str got, const char *expected)
{
	if (!str_is(got, expected))
		fail_msg("expected <%s>\n     got <%.*s>", expected, STR_ARG(got));
}

/* "a.html" of this text gives this, with the full record. */
static inline void gives(const char *text, const char *expected)
{
	struct world w;
	world_of(&w, text);
	assert_text(world_render(&w, "a.html", &view_root), expected);
	arena_release(&w.arena);
}

/* Message i. near: the argument of the note after it, or NULL. */
static inline void assert_said(struct world *w, size_t i, enum diag_code code,
	unsigned line, unsigned column, const char *near)
{
	const struct diag_message *m = w->diag.list.v + i;
	bool right = i < w->diag.list.n && m->code == code && m->loc.line == line &&
		     m->loc.column == column;
	if (right && near)
		right = i + 1 < w->diag.list.n && m[1].also &&
			str_is(m[1].arg[0], near);
	struct diag_style style = {0};
	if (!right) {
		diag_print(&w->diag, &style, stderr);
		fail_msg("expected [%s] at %u:%u", diag_row(code)->code, line, column);
	}
}

/* "a.html" of this text is refused with this message first. */
static inline void refused(
	const char *text, enum diag_code code, unsigned line, unsigned column)
{
	struct world w;
	world_of(&w, text);
	assert_false(world_compiles(&w, "a.html"));
	assert_said(&w, 0, code, line, column, NULL);
	arena_release(&w.arena);
}

#endif
