/* What every publisher does: paths, collisions, memory, nowhere. */
#include "world.h"

static void publish_one(struct world *w, struct str path, bool taken)
{
	struct publisher *p = publisher_disk(&w->a, &w->where, &w->d);
	assert_non_null(p);
	put_bytes(p, path, STR("x"));
	assert_int_equal(publisher_has(p, path), taken);
	publisher_close(p);
	if (!taken)
		said(w, MSG_PUBLISH_BAD_PATH);
	w->d.list.n = 0;
}

static void paths_that_leave_the_site_are_refused(void **state)
{
	struct world *w = *state;
	static const char *const bad[] = {"", "/", "/etc/passwd", "../x", "a/../x",
		"a/..", "./x", "a//b", "a/", "a\\b", "a\nb", ".tambour",
		"a/.tambour-new/b"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		publish_one(w, str_of(bad[i]), false);
	publish_one(w, (struct str){"a\0b", 3}, false);
	static const char *const good[] = {
		"a", "..a/b", ".well-known/security.txt", "été/où.html"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		publish_one(w, str_of(good[i]), true);
}

static void names_and_paths_too_long_are_refused(void **state)
{
	struct world *w = *state;
	char path[2048];
	memset(path, 'a', sizeof path);
	publish_one(w, (struct str){path, 255}, true);
	publish_one(w, (struct str){path, 256}, false);
	for (size_t i = 1; i < sizeof path; i += 2)
		path[i] = '/';
	publish_one(w, (struct str){path, 63}, true);
	publish_one(w, (struct str){path, 65}, false);
}

static void two_paths_that_differ_by_case_keep_the_first(void **state)
{
	struct world *w = *state;
	assert_int_equal(publish(w, "Eau.html=1|eau.html=2|docs/"
				    "\xC3\x89t\xC3\xA9=3|docs/\xC3\xA9t\xC3\xA9=4"),
		PUBLISHED_NEW);
	assert_true(holds(w, "Eau.html=1|docs/\xC3\x89t\xC3\xA9=3"));
	said(w, MSG_PUBLISH_SAME_PATH);
	assert_int_equal(w->d.list.n, 2);
	assert_true(str_is(w->d.list.v[0].arg[0], "eau.html"));
	assert_true(str_is(w->d.list.v[0].arg[1], "Eau.html"));
}

static void a_file_and_a_folder_of_one_name_are_told(void **state)
{
	struct world *w = *state;
	assert_int_equal(publish(w, "a=1|a/b=2|c/d=3|c=4|C/e=5"), PUBLISHED_NEW);
	assert_true(holds(w, "a=1|c/d=3|C/e=5"));
	assert_int_equal(w->d.list.n, 2);
}

static void has_is_about_files_put(void **state)
{
	struct world *w = *state;
	struct publisher *p = publisher_none(&w->a);
	put_site(p, "a/B.html=1");
	assert_true(publisher_has(p, STR("a/B.html")));
	assert_false(publisher_has(p, STR("a/b.html")));
	assert_false(publisher_has(p, STR("a")));
	assert_false(publisher_has(p, STR("b")));
	publisher_close(p);
}

static void nowhere_counts(void **state)
{
	struct world *w = *state;
	struct publisher *p = publisher_none(&w->a);
	put_site(p, "a=12|b=345|../c=6|A=7");
	assert_int_equal(publisher_finish(p), PUBLISHED_SAME);
	assert_int_equal(publisher_report(p).files, 2);
	assert_int_equal(publisher_report(p).bytes, 5);
	assert_string_equal(publisher_report(p).swap, "");
	publisher_close(p);
}

static void memory_holds_its_own_copy(void **state)
{
	struct world *w = *state;
	struct publisher *p = publisher_memory(&w->a);
	char bytes[] = "bonjour";
	put_bytes(p, STR("index.html"), str_of(bytes));
	bytes[0] = 'X';
	struct str got;
	assert_int_equal(publisher_finish(p), PUBLISHED_NEW);
	assert_true(publisher_memory_get(p, STR("index.html"), &got));
	assert_true(str_is(got, "bonjour"));
	assert_false(publisher_memory_get(p, STR("autre.html"), &got));
	publisher_close(p);
}

static void memory_reads_copies_when_asked(void **state)
{
	struct world *w = *state;
	own_file(w, "plan.pdf", "%PDF");
	struct publisher *p = publisher_memory(&w->a);
	struct artifact a = {.path = STR("documents/plan.pdf"),
		.from_dir = w->dir,
		.from = STR("plan.pdf"),
		.size = 4,
		.mtime = 1};
	publisher_put(p, &a);
	struct str got;
	assert_true(publisher_memory_get(p, a.path, &got));
	assert_true(str_is(got, "%PDF"));
	assert_int_equal(unlinkat(w->dir, "plan.pdf", 0), 0);
	assert_true(publisher_memory_get(p, a.path, &got));
	publisher_close(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(paths_that_leave_the_site_are_refused),
		T(names_and_paths_too_long_are_refused),
		T(two_paths_that_differ_by_case_keep_the_first),
		T(a_file_and_a_folder_of_one_name_are_told),
		T(has_is_about_files_put),
		T(nowhere_counts),
		T(memory_holds_its_own_copy),
		T(memory_reads_copies_when_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
