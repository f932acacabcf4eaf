/* Slices: comparing, finding, cutting, copying, numbers. Bytes only, no characters. */
#include "../same.h"

static void an_empty_slice_is_a_text(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str none = {0}, piece;
	assert_true(str_eq(none, STR("")));
	assert_true(str_is(none, ""));
	assert_true(str_eq(str_of(NULL), none));
	assert_int_equal(str_cmp(none, STR("")), 0);
	assert_true(str_starts(none, none));
	assert_true(str_ends(none, none));
	assert_int_equal(str_index(none, 'x'), 0);
	assert_int_equal(str_rindex(none, 'x'), 0);
	assert_int_equal(str_find(none, STR("x")), 0);
	assert_same(str_trim(none), "");
	assert_false(str_cut(&none, ',', &piece));
	assert_string_equal(str_cstr(&a, none), "");
	assert_same(str_lower_ascii(&a, none), "");
	arena_release(&a);
}

static void order_is_of_bytes_shorter_first(void **state)
{
	(void)state;
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("b"), STR("a")) > 0);
	assert_true(str_cmp(STR("ab"), STR("abc")) < 0);
	assert_true(str_cmp(STR("abc"), STR("ab")) > 0);
	assert_int_equal(str_cmp(STR("ab"), STR("ab")), 0);
	assert_true(str_cmp(STR("z"), STR("é")) < 0);
}

static void texts_are_joined_and_end_with_zero(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str none = {0}, all = str_concat(&a, STR("a"), none, STR("bé"));
	assert_same(all, "abé");
	assert_int_equal(all.p[all.n], '\0');
	assert_same(str_concat(&a, none), "");
	arena_release(&a);
}

static void beginnings_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("pages/eau.md"), STR("pages/")));
	assert_false(str_starts(STR("page"), STR("pages/")));
	assert_true(str_ends(STR("eau.md"), STR(".md")));
	assert_false(str_ends(STR("md"), STR(".md")));
	assert_true(str_ends(STR("x"), STR("")));
}

static void finding_gives_the_size_when_absent(void **state)
{
	(void)state;
	struct str s = STR("aabaac");
	assert_int_equal(str_index(s, 'a'), 0);
	assert_int_equal(str_rindex(s, 'a'), 4);
	assert_int_equal(str_index(s, 'z'), s.n);
	assert_int_equal(str_rindex(s, 'z'), s.n);
	assert_int_equal(str_find(s, STR("aac")), 3);
	assert_int_equal(str_find(s, STR("ab")), 1);
	assert_int_equal(str_find(s, STR("aacx")), s.n);
	assert_int_equal(str_find(s, STR("")), 0);
	assert_int_equal(str_find(STR("ab"), STR("abc")), 2);
}

static void parts_are_brought_within(void **state)
{
	(void)state;
	struct str s = STR("abcdef");
	assert_same(str_sub(s, 1, 3), "bc");
	assert_same(str_sub(s, 4, 100), "ef");
	assert_same(str_sub(s, 3, 1), "");
	assert_same(str_sub(s, 100, 200), "");
	assert_same(str_from(s, 6), "");
	assert_same(str_from(s, 99), "");
	assert_same(str_from(s, 0), "abcdef");
}

static void blanks_at_the_ends_go(void **state)
{
	(void)state;
	assert_same(str_trim(STR(" \t\r\nmot clé \n")), "mot clé");
	assert_same(str_trim_end(STR("  mot \t")), "  mot");
	assert_same(str_trim(STR(" \n\t ")), "");
	assert_same(str_trim(STR("\u00A0x")), "\u00A0x");
}

static void cutting_gives_each_piece(void **state)
{
	(void)state;
	struct str rest = STR("a,,bc,"), piece;
	assert_true(str_cut(&rest, ',', &piece));
	assert_same(piece, "a");
	assert_true(str_cut(&rest, ',', &piece));
	assert_same(piece, "");
	assert_true(str_cut(&rest, ',', &piece));
	assert_same(piece, "bc");
	assert_false(str_cut(&rest, ',', &piece));
	rest = STR(",");
	assert_true(str_cut(&rest, ',', &piece));
	assert_same(piece, "");
	assert_false(str_cut(&rest, ',', &piece));
}

static void copies_end_with_a_zero_byte(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str s = str_dup(&a, str_sub(STR("abcdef"), 1, 3));
	assert_same(s, "bc");
	assert_int_equal(s.p[s.n], 0);
	assert_string_equal(str_cstr(&a, s), "bc");
	assert_same(str_lower_ascii(&a, STR("ABC-ÉZ")), "abc-Éz");
	arena_release(&a);
}

static void numbers_are_whole_and_bounded(void **state)
{
	(void)state;
	unsigned long v = 1;
	assert_true(str_to_uint(STR("0"), 10, &v));
	assert_int_equal(v, 0);
	assert_true(str_to_uint(STR("0042"), 100, &v));
	assert_int_equal(v, 42);
	assert_true(str_to_uint(STR("100"), 100, &v));
	assert_false(str_to_uint(STR("101"), 100, &v));
	assert_false(str_to_uint(STR("9"), 5, &v));
	assert_true(str_to_uint(STR("18446744073709551615"), (unsigned long)-1, &v));
	assert_true(v == (unsigned long)-1);
	assert_false(str_to_uint(STR("18446744073709551616"), (unsigned long)-1, &v));
	static const char *const wrong[] = {"", "-1", "+1", " 1", "1 ", "1a", "١"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(str_to_uint(str_of(wrong[i]), 100, &v));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_slice_is_a_text),
		cmocka_unit_test(order_is_of_bytes_shorter_first),
		cmocka_unit_test(texts_are_joined_and_end_with_zero),
		cmocka_unit_test(beginnings_and_ends),
		cmocka_unit_test(finding_gives_the_size_when_absent),
		cmocka_unit_test(parts_are_brought_within),
		cmocka_unit_test(blanks_at_the_ends_go),
		cmocka_unit_test(cutting_gives_each_piece),
		cmocka_unit_test(copies_end_with_a_zero_byte),
		cmocka_unit_test(numbers_are_whole_and_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
