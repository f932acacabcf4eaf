/*
 * The examples of the CommonMark specification: with our passes off a body gives
 * cmark's own HTML, byte for byte. The specification is not ours to copy: its path
 * comes from TAMBOUR_COMMONMARK_SPEC, else from the packages of tests/web; without it
 * the test is skipped, and says so.
 */
#include <fcntl.h>
#include <stdlib.h>

#include <cmark.h>

#include "base/file.h"
#include "world.h"

#define SKIPPED 77
#define EXAMPLES 652 /* of version 0.30 */

static struct str spec;

static const char *spec_path(void)
{
	const char *path = getenv("TAMBOUR_COMMONMARK_SPEC");
	return path && *path ? path : "tests/web/node_modules/commonmark-spec/spec.txt";
}

/* The next example's Markdown, where tabs are written as arrows. */
static bool example_next(struct str *rest, struct str *markdown)
{
	static const struct str fence = STR_INIT("````````````````````````````````");
	size_t at = str_find(*rest, STR("```````````````````````````````` example\n"));
	if (at == rest->n)
		return false;
	struct str whole = str_from(*rest, at + fence.n + strlen(" example\n"));
	size_t end = str_find(whole, fence);
	size_t dot =
		str_starts(whole, STR(".\n")) ? 0 : str_find(whole, STR("\n.\n")) + 1;
	*markdown = str_sub(whole, 0, dot);
	*rest = str_from(whole, end + fence.n);
	return true;
}

static struct str replaced(
	struct arena *a, struct str s, struct str old, struct str new)
{
	struct strbuf b = strbuf_on(a);
	for (size_t at; s.n; s = str_from(s, at + old.n)) {
		at = str_find(s, old);
		strbuf_add(&b, str_sub(s, 0, at));
		if (at < s.n)
			strbuf_add(&b, new);
	}
	return strbuf_str(&b);
}

static struct str with_tabs(struct arena *a, struct str s)
{
	return replaced(a, s, STR("→"), STR("\t"));
}

/* cmark writes XHTML, `<br />`; our pages are HTML, `<br>`. */
static struct str as_html(struct arena *a, struct str s)
{
	return replaced(a, s, STR(" />"), STR(">"));
}

static void assert_as_cmark(struct str markdown)
{
	struct world w = {.markup = {.plain_cmark = true}};
	static const struct body_place place = {.plain_cmark = true};
	world_compile(&w, markdown, 0);
	assert_true(w.compiled);
	char *oracle = cmark_markdown_to_html(
		markdown.p ? markdown.p : "", markdown.n, CMARK_OPT_UNSAFE);
	struct str got = as_html(&w.arena, world_show(&w, &place));
	if (!str_eq(got, as_html(&w.arena, str_of(oracle))))
		fail_msg("markdown:\n%.*s\ncmark:\n%s\nours:\n%.*s", STR_ARG(markdown),
			oracle, STR_ARG(got));
	assert_quiet(&w);
	free(oracle);
	world_release(&w);
}

static void without_our_passes_a_body_is_what_cmark_makes_of_it(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str rest = spec, markdown;
	size_t n = 0;
	for (; example_next(&rest, &markdown); n++)
		assert_as_cmark(with_tabs(&a, markdown));
	assert_int_equal(n, EXAMPLES);
	arena_release(&a);
}

/* The specification at once: everything beside everything else. */
static void so_is_the_text_of_the_specification(void **state)
{
	(void)state;
	assert_as_cmark(spec);
}

/* Our own passes on, every example must still give HTML, whatever is said of it. */
static void with_our_passes_every_example_compiles(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str rest = spec, markdown;
	while (example_next(&rest, &markdown)) {
		struct world w = {0};
		world_compile(&w, with_tabs(&a, markdown), 0);
		assert_true(w.compiled);
		for (size_t i = 0; i < w.diag.list.n; i++)
			assert_true(w.diag.list.v[i].loc.line > 0);
		world_release(&w);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_our_passes_a_body_is_what_cmark_makes_of_it),
		cmocka_unit_test(so_is_the_text_of_the_specification),
		cmocka_unit_test(with_our_passes_every_example_compiles),
	};
	struct arena a = {0};
	if (file_read(&a, AT_FDCWD, spec_path(), (size_t)1 << 24, &spec)) {
		printf("skipped: no %s (run npm ci in tests/web)\n", spec_path());
		return SKIPPED;
	}
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&a);
	return failed;
}
