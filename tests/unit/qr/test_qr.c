/* test_qr.c: what is drawn of a code. That it can be read: tests/behaviour/paper_codes.sh. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "qr/qr.h"

static struct str code_of(struct arena *a, struct str text)
{
	struct strbuf b = strbuf_on(a);
	assert_true(qr_svg(&b, text));
	return strbuf_str(&b);
}

static bool holds(struct str s, const char *words)
{
	return str_find(s, str_of(words)) < s.n;
}

/* Version 1: 21 modules and a border of 4. A finder pattern is 7 modules wide. */
static void code_is_one_square_with_its_border(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str svg = code_of(&a, STR("https://x.fr"));
	assert_true(str_starts(svg, STR("<svg xmlns=\"http://www.w3.org/2000/svg\" "
					"viewBox=\"0 0 29 29\"")));
	assert_true(holds(svg, "M0 0h29v29H0z"));
	assert_true(holds(svg, "d=\"M4 4.5h7M"));
	assert_true(holds(svg, "M18 4.5h7M4 5.5h1M10 5.5h1"));
	assert_true(holds(svg, "M4 24.5h7"));
	assert_true(str_ends(svg, STR("\"/></svg>\n")));
	arena_release(&a);
}

static void same_text_gives_the_same_code_and_another_another(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str one = code_of(&a, STR("https://x.fr/a"));
	assert_true(str_eq(one, code_of(&a, STR("https://x.fr/a"))));
	assert_false(str_eq(one, code_of(&a, STR("https://x.fr/b"))));
	arena_release(&a);
}

static void longest_text_fits_and_one_more_does_not(void **state)
{
	(void)state;
	struct arena a = {0};
	char text[QR_MOST + 1];
	struct strbuf b = strbuf_on(&a);
	memset(text, 'x', sizeof text);
	assert_true(holds(
		code_of(&a, (struct str){text, QR_MOST}), "viewBox=\"0 0 185 185\""));
	assert_false(qr_svg(&b, (struct str){text, QR_MOST + 1}));
	assert_false(qr_svg(&b, (struct str){0}));
	assert_int_equal(b.n, 0);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(code_is_one_square_with_its_border),
		cmocka_unit_test(same_text_gives_the_same_code_and_another_another),
		cmocka_unit_test(longest_text_fits_and_one_more_does_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
