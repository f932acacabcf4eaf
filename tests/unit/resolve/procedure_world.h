/*
 * procedure_world.h: a commune and its catalogues in a temporary folder, for the tests of
 * merging: they go through the door that people use, files.
 *
 *	struct world w;
 *	world_open(&w);
 *	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "");
 *	world_merge(&w);
 *	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
 *	world_close(&w);
 */
#ifndef PROCEDURE_WORLD_H
#define PROCEDURE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>

#include "../../same_procedures.h"
#include "base/file.h"
#include "base/strbuf.h"
#include "resolve/survey.h"

struct world {
	struct arena arena;
	struct diag diag;
	struct source *source;
	struct site site;
	struct procedures p;
	struct date today;
	struct str_list forms, never; /* by world_survey: "cni|how|where", and how */
	char dir[64];
};

#define WORLD_COMMUNE                                                                  \
	"format: 1\nnom: Saint-Aubin\ncode_insee: \"61002\"\n"                         \
	"codes_postaux: [\"61000\"]\nmairie: { adresse: 1 place de la Mairie }\n"      \
	"catalogues:\n"                                                                \
	"  - { nom: asso, dossier: catalogues/asso }\n"                                \
	"  - { nom: interco, dossier: catalogues/interco }\n"

#define WORLD_CATALOGUE                                                                \
	"format: 1\nediteur: Les maires\nlicence: Licence Ouverte 2.0\n"               \
	"hotes: [bon.example, \"*.sur.example\"]\n"

static inline void world_put(struct world *w, const char *path, const char *text)
{
	struct str whole = str_printf(&w->arena, "%s/%s", w->dir, path);
	struct str folder = str_sub(whole, 0, str_rindex(whole, '/'));
	assert_int_equal(file_make_dirs(AT_FDCWD, str_cstr(&w->arena, folder)), 0);
	assert_int_equal(
		file_write(AT_FDCWD, str_cstr(&w->arena, whole), str_of(text)), 0);
}

static inline void world_open(struct world *w)
{
	*w = (struct world){
		.today = {2026, 11, 24}, .dir = "/tmp/tambour-world-XXXXXX"};
	w->diag = diag_on(&w->arena);
	assert_non_null(mkdtemp(w->dir));
	world_put(w, "commune.yaml", WORLD_COMMUNE);
	world_put(w, "catalogues/asso/catalogue.yaml",
		WORLD_CATALOGUE "nom: Les maires ruraux\n");
	world_put(w, "catalogues/asso/categories.yaml",
		"categories:\n  - { id: papiers, titre: Papiers }\n"
		"evenements:\n  - { id: naissance, titre: Une naissance }\n");
	world_put(w, "catalogues/interco/catalogue.yaml",
		WORLD_CATALOGUE "nom: Pays du bocage\n");
}

/* commune.yaml with more lines behind it. */
static inline void world_commune(struct world *w, const char *more)
{
	world_put(w, "commune.yaml", str_printf(&w->arena, WORLD_COMMUNE "%s", more).p);
}

/* demarches/<id>.md of a layer ("" for the commune's), as written. */
static inline void world_page(struct world *w, const char *layer, const char *id,
	const char *header, const char *body)
{
	struct str path = str_printf(
		&w->arena, "%s%sdemarches/%s.md", layer, *layer ? "/" : "", id);
	struct str text = str_printf(&w->arena, "---\n%s---\n%s", header, body);
	world_put(w, path.p, text.p);
}

/* The same, with what every procedure needs on lines 2 to 4; `more` begins on line 6. */
static inline void world_define(struct world *w, const char *layer, const char *id,
	const char *more, const char *body)
{
	struct str header = str_printf(&w->arena,
		"titre: Titre\nresume: Résumé.\ncategorie: papiers\n"
		"sur_place: { ou: À la mairie }\n%s",
		more);
	world_page(w, layer, id, header.p, body);
}

static inline void world_merge(struct world *w)
{
	w->source =
		source_folder(&w->arena, (struct str){0}, w->dir, NULL, 0, &w->diag);
	assert_non_null(w->source);
	bool ok = site_read(&w->arena, w->source, NULL, &w->diag, &w->site);
	if (!ok)
		diag_print(&w->diag, &(struct diag_style){0}, stderr);
	assert_true(ok);
	assert_true(same_prepared(&w->arena, &w->site, w->today, &w->diag, &w->p));
}

static inline void world_form(void *user, const struct procedure_form *f)
{
	struct world *w = user;
	*list_add(&w->arena, &w->forms) = str_printf(&w->arena, "%.*s|%.*s|%.*s",
		STR_ARG(f->p->id), STR_ARG(f->how), STR_ARG(f->where));
}

static inline void world_never(void *user, const struct value *variant, struct str how)
{
	struct world *w = user;
	assert_non_null(variant);
	*list_add(&w->arena, &w->never) = str_dup(&w->arena, how);
}

/* The catalogue asso alone, for all territories. */
static inline void world_survey(struct world *w)
{
	struct catalogue c;
	const struct survey survey = {w, world_form, world_never};
	struct str dir = str_printf(&w->arena, "%s/catalogues/asso", w->dir);
	w->source = source_folder(
		&w->arena, STR("catalogue asso"), dir.p, NULL, 0, &w->diag);
	assert_non_null(w->source);
	assert_true(catalogue_read(&w->arena, STR("asso"), w->source, &w->diag, &c));
	w->site = (struct site){.arena = &w->arena, .source = w->source};
	*list_add(&w->arena, &w->site.catalogues) = c;
	procedures_merge(&w->arena, &w->site, w->today, &w->diag, &w->p);
	catalogue_survey(&w->site, &w->p, w->today, &survey, &w->diag);
	diag_sort(&w->diag);
}

static inline void world_close(struct world *w)
{
	site_close(&w->site);
	if (w->source)
		source_close(w->source);
	file_remove_tree(AT_FDCWD, w->dir);
	arena_release(&w->arena);
}

static inline const struct procedure *world_find(struct world *w, const char *id)
{
	const struct procedure *p = procedures_find(&w->p, str_of(id));
	if (!p)
		diag_print(&w->diag, &(struct diag_style){0}, stderr);
	assert_non_null(p);
	return p;
}

/* The value of "cout" or "service.lien"; NULL when it is not there. */
static inline const struct value *world_value(
	struct world *w, const char *id, const char *path)
{
	const struct value *v = world_find(w, id)->v;
	struct str rest = str_of(path), key;
	while (v && str_cut(&rest, '.', &key))
		v = value_get(v, str_cstr(&w->arena, key));
	return v;
}

/* Its text; the items of a list with '|' between; "" when it is not there. */
static inline const char *world_text(struct world *w, const char *id, const char *path)
{
	const struct value *v = world_value(w, id, path);
	struct strbuf b = strbuf_on(&w->arena);
	for (size_t i = 0; i < value_count(v); i++) {
		if (i)
			strbuf_byte(&b, '|');
		strbuf_add(&b, value_at(v, i)->text);
	}
	if (v && v->kind == VALUE_TEXT)
		strbuf_add(&b, v->text);
	return strbuf_cstr(&b);
}

static inline const struct diag_message *world_message(
	struct world *w, enum diag_code code)
{
	for (size_t i = 0; i < w->diag.list.n; i++)
		if (w->diag.list.v[i].code == code)
			return &w->diag.list.v[i];
	return NULL;
}

/* How often a message was said, and nothing said that is worse than a note but it. */
static inline size_t world_said(struct world *w, enum diag_code code)
{
	size_t n = 0;
	for (size_t i = 0; i < w->diag.list.n; i++)
		n += w->diag.list.v[i].code == code;
	return n;
}

static inline void world_silent(struct world *w)
{
	if (diag_has(&w->diag, DIAG_WARNING))
		diag_print(&w->diag, &(struct diag_style){0}, stderr);
	assert_false(diag_has(&w->diag, DIAG_WARNING));
}

/* Said once, in that file and on that line, and nothing else that matters. */
static inline void world_only(
	struct world *w, enum diag_code code, const char *file, unsigned line)
{
	size_t n = w->diag.count[DIAG_WARNING] + w->diag.count[DIAG_ERROR] +
		   w->diag.count[DIAG_FATAL];
	const struct diag_message *m = world_message(w, code);
	if (!m || n != 1 || !m->loc.origin || !str_is(m->loc.origin->name, file) ||
		m->loc.line != line)
		diag_print(&w->diag, &(struct diag_style){0}, stderr);
	assert_non_null(m);
	assert_int_equal(n, 1);
	assert_non_null(m->loc.origin);
	assert_true(str_is(m->loc.origin->name, file));
	assert_int_equal(m->loc.line, line);
}

/* The second place said behind it. */
static inline void world_also(
	struct world *w, enum diag_code code, const char *file, unsigned line)
{
	const struct diag_message *m = world_message(w, code);
	assert_non_null(m);
	assert_true(m->also);
	assert_non_null(m->loc.origin);
	assert_true(str_is(m->loc.origin->name, file));
	assert_int_equal(m->loc.line, line);
}

#endif
