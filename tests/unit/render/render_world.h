/*
 * render_world.h: a commune and a theme of its own in a temporary folder, rendered into
 * memory: tests go through the door that the program uses.
 *
 *	struct world w;
 *	world_open(&w);
 *	world_put(&w, "commune/pages/ecole.md", "---\ntitre: École\n---\nMots.\n");
 *	world_render(&w);
 *	world_shows(&w, "ecole.html", "<h1>École</h1>");
 *	world_close(&w);
 */
#ifndef RENDER_WORLD_H
#define RENDER_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "model/theme.h"
#include "publish/publisher.h"
#include "render/render.h"
#include "resolve/web.h"

struct world {
	struct arena arena;
	struct diag diag;
	struct source *source;
	struct site site;
	struct web web;
	struct theme theme;
	struct publisher *publisher;
	const struct site_doors *doors; /* NULL: none */
	struct moment now;
	bool rendered;
	char dir[64];
};

#define WORLD_COMMUNE                                                                  \
	"format: 1\nnom: Saint-Aubin\ncode_insee: \"61002\"\n"                         \
	"codes_postaux: [\"61000\"]\n"
#define WORLD_MAIRIE "mairie: { adresse: 1 place de la Mairie }\n"

static inline void world_put(struct world *w, const char *path, const char *text)
{
	struct str whole = str_printf(&w->arena, "%s/%s", w->dir, path);
	struct str folder = str_sub(whole, 0, str_rindex(whole, '/'));
	assert_int_equal(file_make_dirs(AT_FDCWD, str_cstr(&w->arena, folder)), 0);
	assert_int_equal(
		file_write(AT_FDCWD, str_cstr(&w->arena, whole), str_of(text)), 0);
}

/* One template of the theme; `text` may show what the test wants to see. */
static inline void world_template(struct world *w, const char *name, const char *text)
{
	world_put(w, str_printf(&w->arena, "themes/essai/templates/%s", name).p, text);
}

static inline void world_open(struct world *w)
{
	static const char *const names[] = {
#define T(id, file) file,
#include "render/templates.def"
#undef T
	};
	*w = (struct world){
		.now = {{2026, 11, 24}, 600}, .dir = "/tmp/tambour-render-XXXXXX"};
	w->diag = diag_on(&w->arena);
	assert_non_null(mkdtemp(w->dir));
	world_put(w, "commune/commune.yaml", WORLD_COMMUNE WORLD_MAIRIE);
	/* The root of all themes, so that nothing of the real one is tested here. */
	world_put(w, "themes/base/theme.yaml", "format: 1\nnom: base\nniveau: 1\n");
	world_put(w, "themes/essai/theme.yaml", "format: 1\nnom: essai\nniveau: 1\n");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		world_template(w, names[i],
			"<h1>{{page.titre}}</h1>\n{{#page.contenu}}{{page.contenu}}"
			"{{/page.contenu}}\n");
}

/* commune.yaml with more lines; they must say `mairie`. */
static inline void world_commune(struct world *w, const char *more)
{
	world_put(w, "commune/commune.yaml",
		str_printf(&w->arena, WORLD_COMMUNE "%s", more).p);
}

static inline void world_try(struct world *w)
{
	struct str where = str_printf(&w->arena, "%s/commune", w->dir);
	const char *folders[] = {str_printf(&w->arena, "%s/themes", w->dir).p, NULL};
	struct theme_request q = {
		.name = STR("essai"), .commune = where, .folders = folders};
	w->source =
		source_folder(&w->arena, (struct str){0}, where.p, NULL, 0, &w->diag);
	assert_non_null(w->source);
	assert_true(site_read(&w->arena, w->source, w->doors, &w->diag, &w->site));
	web_resolve(&w->arena, &w->site, w->now, &w->diag, &w->web);
	assert_true(theme_read(&w->arena, &q, &w->diag, &w->theme));
	w->publisher = publisher_memory(&w->arena);
	w->rendered =
		render_site(&w->arena, &w->web, &w->theme, w->publisher, &w->diag);
}

static inline void world_render(struct world *w)
{
	world_try(w);
	if (!w->rendered)
		diag_print(&w->diag, &(struct diag_style){0}, stderr);
	assert_true(w->rendered);
}

static inline void world_close(struct world *w)
{
	if (w->publisher)
		publisher_close(w->publisher);
	theme_close(&w->theme);
	site_close(&w->site);
	if (w->source)
		source_close(w->source);
	file_remove_tree(AT_FDCWD, w->dir);
	arena_release(&w->arena);
}

/* What was published under a path; it must be there. */
static inline struct str world_bytes(struct world *w, const char *path)
{
	struct str bytes = {0};
	if (!publisher_memory_get(w->publisher, str_of(path), &bytes))
		fail_msg("%s was not published", path);
	return bytes;
}

static inline bool world_holds(struct world *w, const char *path, const char *words)
{
	struct str bytes = world_bytes(w, path);
	return str_find(bytes, str_of(words)) < bytes.n;
}

static inline void world_shows(struct world *w, const char *path, const char *words)
{
	if (!world_holds(w, path, words)) {
		struct str bytes = world_bytes(w, path);
		fail_msg("%s lacks %s:\n%.*s", path, words, STR_ARG(bytes));
	}
}

static inline void world_lacks(struct world *w, const char *path, const char *words)
{
	if (world_holds(w, path, words)) {
		struct str bytes = world_bytes(w, path);
		fail_msg("%s shows %s:\n%.*s", path, words, STR_ARG(bytes));
	}
}

static inline size_t world_said(struct world *w, enum diag_code code)
{
	size_t n = 0;
	for (size_t i = 0; i < w->diag.list.n; i++)
		n += w->diag.list.v[i].code == code;
	return n;
}

#endif
