/*
 * look.h: what must hold of values and messages whatever the input: places that exist
 * in the text, texts that are text, messages that can be shown. For the fuzz targets.
 */
#ifndef TESTS_FUZZ_LOOK_H
#define TESTS_FUZZ_LOOK_H

#include <stdint.h>
#include <stdlib.h>

#include "base/diag.h"
#include "data/value.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition)                                                                \
	do {                                                                           \
		if (!(condition))                                                      \
			abort();                                                       \
	} while (0)

/* A line of the text, and a column on it or right behind it. */
static inline void look_place(struct loc l)
{
	/* A file that is no text cannot be quoted, yet places in it are told. */
	if (!l.origin || l.line == 0 || l.origin->text.n == 0)
		return;
	size_t lines = 1;
	for (size_t i = 0; i < l.origin->text.n; i++)
		lines += l.origin->text.p[i] == '\n';
	MUST(l.line <= lines);
	struct str rest = l.origin->text;
	for (unsigned i = 1; i < l.line; i++)
		rest = str_from(rest, str_index(rest, '\n') + 1);
	MUST(l.column <= utf8_count(str_sub(rest, 0, str_index(rest, '\n'))) + 1);
}

static inline void look_value(const struct value *v, int depth)
{
	MUST(depth <= 32);
	if (!value_given(v))
		return;
	look_place(v->loc);
	if (v->kind == VALUE_TEXT)
		MUST(utf8_invalid(v->text) == v->text.n);
	for (size_t i = 0; i < value_count(v); i++)
		look_value(v->list.v[i], depth + 1);
	for (size_t i = 0; v->kind == VALUE_MAP && i < v->map.n; i++) {
		look_place(v->map.v[i].loc);
		MUST(value_get(v, "") == NULL);
		look_value(v->map.v[i].value, depth + 1);
	}
}

/* Every message stands at a place of the file and can be shown both ways. */
static inline void look_messages(struct diag *d)
{
	for (size_t i = 0; i < d->list.n; i++)
		look_place(d->list.v[i].loc);
	diag_sort(d);
	char *text = NULL;
	size_t n = 0;
	FILE *f = open_memstream(&text, &n);
	struct diag_style people = {0}, programs = {.json = true, .lang = LANG_EN};
	diag_print(d, &people, f);
	diag_print(d, &programs, f);
	fclose(f);
	MUST((n > 0) == (d->list.n > 0));
	free(text);
}

#endif
