/* said.h: what the tests of src/data share: a text as a file, and what was said of it. */
#ifndef TESTS_DATA_SAID_H
#define TESTS_DATA_SAID_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/diag.h"

struct reading {
	struct arena arena;
	struct origin origin;
	struct diag diag;
};

static inline void reading_init(struct reading *r, const char *text)
{
	*r = (struct reading){
		.origin = {.name = STR_INIT("essai.md"), .text = str_of(text)}};
	r->diag = diag_on(&r->arena);
}

/* One expected message. cure: a part of what is to be written, or NULL. */
struct said {
	enum diag_code code;
	unsigned line, column;
	const char *cure;
};

/* Message i is the one expected; a failure shows all that was said. */
static inline void assert_said(struct reading *r, size_t i, const struct said *s)
{
	bool right = i < r->diag.list.n;
	if (right) {
		const struct diag_message *m = &r->diag.list.v[i];
		struct str cure = diag_cure(&r->arena, m, LANG_FR);
		right = m->code == s->code && m->loc.line == s->line &&
			m->loc.column == s->column &&
			(!s->cure || str_find(cure, str_of(s->cure)) < cure.n);
	}
	if (right)
		return;
	struct diag_style style = {0};
	diag_print(&r->diag, &style, stderr);
	fail_msg("expected [%s] at %u:%u, cure « %s », in:\n%.*s",
		diag_row(s->code)->code, s->line, s->column, s->cure ? s->cure : "",
		STR_ARG(r->origin.text));
}

#endif
