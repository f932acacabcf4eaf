/*
 * check_world.h: one page of a small site, checked. Its body begins on line 4.
 */
#ifndef CHECK_WORLD_H
#define CHECK_WORLD_H

#include "../resolve/web_world.h"
#include "check/check.h"

static inline void check_now(struct web_world *x)
{
	web_now(x);
	check_web(&x->web, &x->w.diag);
}

/* pages/vie/a.md with this body, beside what the world holds already. */
static inline void check_body(struct web_world *x, const char *body)
{
	web_page(x, "pages/vie/a.md", "", body);
	check_now(x);
}

/* The only thing said, on that line and column of pages/vie/a.md, with that first
 * argument. */
static inline const struct diag_message *check_only(struct web_world *x,
	enum diag_code code, unsigned line, unsigned column, const char *arg)
{
	world_only(&x->w, code, "pages/vie/a.md", line);
	const struct diag_message *m = world_message(&x->w, code);
	assert_int_equal(m->loc.column, column);
	assert_str(m->arg[0], arg);
	return m;
}

#endif
