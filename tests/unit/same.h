/*
 * same.h: what the tests of small functions share: cmocka's own headers, and texts
 * compared so that a failure shows both. It makes no value of the program.
 */
#ifndef TESTS_SAME_H
#define TESTS_SAME_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"

static inline void same_at(struct str got, struct str due, const char *file, int line)
{
	if (str_eq(got, due))
		return;
	fprintf(stderr, "%s:%d: due «%.*s», got «%.*s»\n", file, line, STR_ARG(due),
		STR_ARG(got));
	_fail(file, line);
}

/* got, a struct str, is the C string due. */
#define assert_same(got, due) same_at((got), str_of(due), __FILE__, __LINE__)

/* The same, of row i of a table: a failure tells which. */
#define assert_row(got, due, i)                                                        \
	do {                                                                           \
		struct str got_ = (got), due_ = str_of(due);                           \
		if (!str_eq(got_, due_))                                               \
			fail_msg("row %zu: due «%.*s», got «%.*s»", (size_t)(i),       \
				STR_ARG(due_), STR_ARG(got_));                         \
	} while (0)

#endif
