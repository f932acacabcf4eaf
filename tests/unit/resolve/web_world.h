/*
 * web_world.h: the world of procedure_world.h taken one step further, to the web: what
 * people write goes in as files, addresses, links and menus come out.
 */
#ifndef WEB_WORLD_H
#define WEB_WORLD_H

#include "procedure_world.h"
#include "resolve/web.h"

struct web_world {
	struct world w;
	struct web web;
};

static inline void web_open(struct web_world *x)
{
	static const char *const legal[] = {
		"mentions-legales", "confidentialite", "accessibilite"};
	world_open(&x->w);
	x->web = (struct web){0};
	for (size_t i = 0; i < 3; i++) {
		struct str path = str_printf(
			&x->w.arena, "catalogues/asso/mentions/%s.md", legal[i]);
		struct str text = str_printf(
			&x->w.arena, "---\ntitre: %s\n---\nTexte.\n", legal[i]);
		world_put(&x->w, path.p, text.p);
	}
}

/* A page whose header is a title and `more`: its body begins on line 4, plus `more`'s.
 */
static inline void web_page(
	struct web_world *x, const char *path, const char *more, const char *body)
{
	struct str text =
		str_printf(&x->w.arena, "---\ntitre: Titre\n%s---\n%s\n", more, body);
	world_put(&x->w, path, text.p);
}

/* Read the files and resolve them at a moment: "2026-11-24 10:00". */
static inline void web_resolve_at(struct web_world *x, const char *now)
{
	struct moment m;
	assert_int_equal(moment_parse(str_of(now), &m), DATE_OK);
	x->w.today = m.day;
	x->w.source = source_folder(
		&x->w.arena, (struct str){0}, x->w.dir, NULL, 0, &x->w.diag);
	assert_non_null(x->w.source);
	bool ok = site_read(&x->w.arena, x->w.source, NULL, &x->w.diag, &x->w.site);
	if (!ok)
		diag_print(&x->w.diag, &(struct diag_style){0}, stderr);
	assert_true(ok);
	web_resolve(&x->w.arena, &x->w.site, m, &x->w.diag, &x->web);
}

static inline void web_now(struct web_world *x)
{
	web_resolve_at(x, "2026-11-24 10:00");
}

static inline void web_close(struct web_world *x)
{
	world_close(&x->w);
}

/* The node at an address; the test fails where there is none. */
static inline const struct node *web_at(struct web_world *x, const char *address)
{
	const struct node *n = map_get(&x->web.by_address, str_of(address));
	if (!n)
		diag_print(&x->w.diag, &(struct diag_style){0}, stderr);
	assert_non_null(n);
	return n;
}

static inline bool web_has(struct web_world *x, const char *address)
{
	return map_get(&x->web.by_address, str_of(address)) != NULL;
}

/* Link i of the first text of the page at an address. */
static inline const struct target *web_link(
	struct web_world *x, const char *address, size_t i)
{
	const struct node *n = web_at(x, address);
	assert_true(n->texts.n > 0 && i < n->texts.v[0].body->links.n);
	return &n->texts.v[0].links[i];
}

static inline void assert_str(struct str s, const char *expected)
{
	if (!str_is(s, expected))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(s), expected);
}

/* The link leads to the page at `to`. */
static inline void assert_leads(const struct target *t, const char *to)
{
	assert_int_equal(t->kind, TARGET_NODE);
	assert_str(t->node->address, to);
}

#endif
