/*
 * world.h: what the tests of src/markup share: a text compiled as a page's body, shown
 * by body_render, and what was said of it. It holds no test.
 */
#ifndef TESTS_MARKUP_WORLD_H
#define TESTS_MARKUP_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "markup/body.h"

struct world {
	struct arena arena;
	struct origin origin;
	struct diag diag;
	struct markup markup;
	struct body body;
	bool compiled;
};

/* The bytes of `text` as the whole of essai.md, its body from byte `from` on. */
static inline void world_compile(struct world *w, struct str text, size_t from)
{
	w->origin = (struct origin){.name = STR_INIT("essai.md"), .text = text};
	w->diag = diag_on(&w->arena);
	w->compiled = body_compile(&w->arena, &w->markup, &w->origin, from,
		str_from(text, from), &w->diag, &w->body);
}

static inline void world_init(struct world *w, const char *text)
{
	*w = (struct world){0};
	world_compile(w, str_of(text), 0);
}

static inline void world_release(struct world *w)
{
	arena_release(&w->arena);
}

static inline struct str world_show(struct world *w, const struct body_place *place)
{
	static const struct body_place nowhere;
	struct strbuf out = strbuf_on(&w->arena);
	body_render(&w->body, place ? place : &nowhere, &out);
	return strbuf_str(&out);
}

static inline void world_print_said(struct world *w)
{
	struct diag_style style = {0};
	diag_print(&w->diag, &style, stderr);
}

static inline void assert_text(struct str got, const char *expected)
{
	if (!str_is(got, expected))
		fail_msg("expected:\n%s\ngot:\n%.*s", expected, STR_ARG(got));
}

/* One expected message. cure: a part of the sentence or of its cure, or NULL. */
struct said {
	enum diag_code code;
	unsigned line, column;
	const char *part;
};

static inline bool world_said(struct world *w, size_t i, const struct said *s)
{
	if (i >= w->diag.list.n)
		return false;
	const struct diag_message *m = &w->diag.list.v[i];
	if (m->code != s->code || m->loc.line != s->line || m->loc.column != s->column)
		return false;
	struct str part = str_of(s->part);
	struct str text = diag_sentence(&w->arena, m, LANG_FR);
	struct str cure = diag_cure(&w->arena, m, LANG_FR);
	return !part.n || str_find(text, part) < text.n ||
	       str_find(cure, part) < cure.n;
}

static inline void assert_said(struct world *w, size_t i, const struct said *s)
{
	if (world_said(w, i, s))
		return;
	world_print_said(w);
	fail_msg("expected [%s] at %u:%u, saying « %s », in:\n%.*s",
		diag_row(s->code)->code, s->line, s->column, s->part ? s->part : "",
		STR_ARG(w->origin.text));
}

static inline void assert_quiet(struct world *w)
{
	if (!w->diag.list.n)
		return;
	world_print_said(w);
	fail_msg("nothing was to be said of:\n%.*s", STR_ARG(w->origin.text));
}

/* A body, the HTML it gives without resolver, and the messages about it (code 0 ends).
 */
struct example {
	const char *text, *html;
	struct said said[4];
	size_t n_said;
};

static inline void assert_example(const struct example *e)
{
	struct world w;
	world_init(&w, e->text);
	assert_true(w.compiled);
	assert_text(world_show(&w, NULL), e->html);
	for (size_t i = 0; i < e->n_said; i++)
		assert_said(&w, i, &e->said[i]);
	if (w.diag.list.n != e->n_said) {
		world_print_said(&w);
		fail_msg("%zu messages expected of:\n%s", e->n_said, e->text);
	}
	world_release(&w);
}

#define assert_examples(list)                                                          \
	do {                                                                           \
		for (size_t i_ = 0; i_ < sizeof(list) / sizeof(list)[0]; i_++)         \
			assert_example(&(list)[i_]);                                   \
	} while (0)

#endif
