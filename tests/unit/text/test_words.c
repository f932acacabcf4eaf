/*
 * test_words.c: the words of a text as a search compares them, by the table that the
 * browser's are held against too.
 */
#include "text/words.h"

#include "../same.h"
#include "base/strbuf.h"

static const struct {
	const char *written, *stems;
} rows[] = {
#define STEM(written, stems) {written, stems},
#include "stems.def"
#undef STEM
};

static struct str stems_of(struct arena *a, const char *written)
{
	struct words w = words_of(a, str_of(written));
	struct strbuf b = strbuf_on(a);
	struct str stem;
	while (words_next(&w, &stem)) {
		if (b.n)
			strbuf_byte(&b, ' ');
		strbuf_add(&b, stem);
	}
	return strbuf_str(&b);
}

static void stems_of_the_table(void **state)
{
	(void)state;
	struct arena a = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_same(stems_of(&a, rows[i].written), rows[i].stems);
	arena_release(&a);
}

static void no_text_has_no_word(void **state)
{
	(void)state;
	struct arena a = {0};
	assert_same(stems_of(&a, ""), "");
	assert_same(stems_of(&a, " … ’ — "), "");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stems_of_the_table),
		cmocka_unit_test(no_text_has_no_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
