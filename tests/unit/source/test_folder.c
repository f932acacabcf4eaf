/* A folder as a source: order, names, links, bounds, reading, identity. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "source/backend.h"

struct world {
	struct arena a;
	struct diag d;
	char root[64];
	int dir;
};

static int make_world(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	assert_non_null(w);
	w->d = diag_on(&w->a);
	snprintf(w->root, sizeof w->root, "/tmp/tambour-source-XXXXXX");
	assert_non_null(mkdtemp(w->root));
	w->dir = open(w->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(w->dir >= 0);
	*state = w;
	return 0;
}

static int end_world(void **state)
{
	struct world *w = *state;
	close(w->dir);
	file_remove_tree(AT_FDCWD, w->root);
	arena_release(&w->a);
	free(w);
	return 0;
}

static void put(struct world *w, const char *path, const char *bytes)
{
	struct str s = str_of(path);
	size_t slash = str_rindex(s, '/');
	if (slash < s.n)
		assert_int_equal(
			file_make_dirs(w->dir, str_cstr(&w->a, str_sub(s, 0, slash))),
			0);
	assert_int_equal(file_write(w->dir, path, str_of(bytes)), 0);
}

static struct source *scan(struct world *w)
{
	return source_folder(&w->a, (struct str){0}, w->root, NULL, 0, &w->d);
}

static void said(const struct world *w, enum diag_code code, const char *arg)
{
	assert_int_equal(w->d.list.n, 1);
	assert_int_equal(w->d.list.v[0].code, code);
	if (arg)
		assert_true(str_is(w->d.list.v[0].arg[0], arg));
}

static void paths_are_sorted_by_bytes(void **state)
{
	struct world *w = *state;
	put(w, "pages/z.md", "z");
	put(w, "pages.md", "p");
	put(w, "a/b.md", "b");
	put(w, "Z.md", "Z");
	put(w, "commune.yaml", "format: 1\n");
	struct source *s = scan(w);
	assert_non_null(s);
	static const char *const want[] = {
		"Z.md", "a/b.md", "commune.yaml", "pages.md", "pages/z.md"};
	assert_int_equal(s->files.n, 5);
	for (size_t i = 0; i < 5; i++)
		assert_true(str_is(s->files.v[i].path, want[i]));
	assert_int_equal(s->files.v[2].size, 10);
	assert_true(s->files.v[2].mtime > 0);
	assert_int_equal(w->d.list.n, 0);
	source_close(s);
}

static void find_and_below_answer_by_path(void **state)
{
	struct world *w = *state;
	put(w, "pages/a.md", "a");
	put(w, "pages/b/c.md", "c");
	put(w, "pages.md", "p");
	put(w, "zoo.md", "z");
	struct source *s = scan(w);
	size_t n, first = source_below(s, STR("pages/"), &n);
	assert_int_equal(n, 2);
	assert_true(str_is(s->files.v[first].path, "pages/a.md"));
	source_below(s, STR(""), &n);
	assert_int_equal(n, 4);
	source_below(s, STR("rien/"), &n);
	assert_int_equal(n, 0);
	assert_non_null(source_find(s, STR("pages/b/c.md")));
	assert_null(source_find(s, STR("pages/b")));
	assert_null(source_find(s, STR("")));
	source_close(s);
}

static void hidden_names_and_skipped_folders_are_left_out(void **state)
{
	struct world *w = *state;
	put(w, ".git/config", "x");
	put(w, ".env", "x");
	put(w, "public/index.html", "x");
	put(w, "\xC3\xA9t\xC3\xA9/public/a.md", "x");
	struct str skip[] = {STR("./public/"), STR("\xC3\xA9t\xC3\xA9/public")};
	struct source *s = source_folder(&w->a, STR(""), w->root, skip, 2, &w->d);
	assert_int_equal(s->files.n, 0);
	assert_int_equal(w->d.list.n, 0);
	source_close(s);
}

static void a_decomposed_name_is_seen_composed_and_read(void **state)
{
	struct world *w = *state;
	put(w, "e\xCC\x81te\xCC\x81.md", "bonjour");
	struct source *s = scan(w);
	const struct source_file *f = source_find(s, STR("\xC3\xA9t\xC3\xA9.md"));
	assert_non_null(f);
	assert_true(str_is(f->real, "e\xCC\x81te\xCC\x81.md"));
	struct str bytes;
	assert_true(source_read(s, f, 100, &w->a, &w->d, &bytes));
	assert_true(str_is(bytes, "bonjour"));
	source_close(s);
}

static void two_spellings_of_one_name_are_said(void **state)
{
	struct world *w = *state;
	put(w, "e\xCC\x81.md", "decomposed");
	put(w, "\xC3\xA9.md", "composed");
	struct source *s = scan(w);
	assert_int_equal(s->files.n, 1);
	struct str bytes;
	assert_true(source_read(s, &s->files.v[0], 100, &w->a, &w->d, &bytes));
	assert_true(str_is(bytes, "composed"));
	said(w, MSG_SOURCE_TWO_SPELLINGS, "\xC3\xA9.md");
	source_close(s);
}

static void a_symbolic_link_is_left_out_and_said(void **state)
{
	struct world *w = *state;
	assert_int_equal(symlinkat("/etc/passwd", w->dir, "page.md"), 0);
	struct source *s = scan(w);
	assert_int_equal(s->files.n, 0);
	said(w, MSG_SOURCE_SYMLINK, "page.md");
	source_close(s);
}

static void a_link_to_a_folder_is_not_entered(void **state)
{
	struct world *w = *state;
	assert_int_equal(symlinkat("/etc", w->dir, "pages"), 0);
	struct source *s = scan(w);
	assert_int_equal(s->files.n, 0);
	said(w, MSG_SOURCE_SYMLINK, "pages");
	source_close(s);
}

static void a_device_is_left_out_and_said(void **state)
{
	struct world *w = *state;
	assert_int_equal(mkfifoat(w->dir, "tuyau.md", 0600), 0);
	struct source *s = scan(w);
	said(w, MSG_SOURCE_NOT_A_FILE, "tuyau.md");
	source_close(s);
}

static void a_name_that_is_not_text_is_left_out_and_said(void **state)
{
	struct world *w = *state;
	put(w, "caf\xE9.md", "x");
	struct source *s = scan(w);
	assert_int_equal(s->files.n, 0);
	said(w, MSG_SOURCE_BAD_NAME, "caf?.md");
	source_close(s);
}

static void folders_too_deep_are_left_out_and_said(void **state)
{
	struct world *w = *state;
	char path[256] = "";
	for (int i = 0; i <= SOURCE_MAX_DEPTH; i++)
		snprintf(path + strlen(path), sizeof path - strlen(path), "d/");
	snprintf(path + strlen(path), sizeof path - strlen(path), "x.md");
	put(w, path, "x");
	put(w, path + 2, "y");
	struct source *s = scan(w);
	assert_int_equal(s->files.n, 1);
	said(w, MSG_SOURCE_TOO_DEEP, NULL);
	source_close(s);
}

static void a_part_that_became_a_link_is_not_followed(void **state)
{
	struct world *w = *state;
	put(w, "pages/passwd", "ours");
	struct source *s = scan(w);
	const struct source_file *f = source_find(s, STR("pages/passwd"));
	assert_int_equal(file_remove_tree(w->dir, "pages"), 0);
	assert_int_equal(symlinkat("/etc", w->dir, "pages"), 0);
	struct str bytes;
	assert_false(source_read(s, f, 100000, &w->a, &w->d, &bytes));
	assert_int_equal(bytes.n, 0);
	said(w, MSG_FILE_UNREADABLE, "pages/passwd");
	source_close(s);
}

static void a_file_over_the_limit_is_said(void **state)
{
	struct world *w = *state;
	put(w, "gros.md", "123456");
	struct source *s =
		source_folder(&w->a, STR("catalogue amrf"), w->root, NULL, 0, &w->d);
	struct str bytes;
	assert_false(source_read(s, &s->files.v[0], 5, &w->a, &w->d, &bytes));
	said(w, MSG_FILE_TOO_BIG, "gros.md");
	const struct origin *o = w->d.list.v[0].loc.origin;
	assert_true(str_is(o->name, "catalogue amrf: gros.md"));
	assert_true(str_is(o->layer, "catalogue amrf"));
	source_close(s);
}

static void a_folder_of_too_many_files_is_said(void **state)
{
	struct world *w = *state;
	struct source s = {.where = STR("/srv/tout")};
	struct source_file *f;
	for (unsigned i = 0; i < SOURCE_MAX_FILES; i++)
		assert_true(source_add(&s, &w->a, STR("a.md"), &w->d, &f));
	assert_int_equal(w->d.list.n, 0);
	assert_false(source_add(&s, &w->a, STR("b.md"), &w->d, &f));
	said(w, MSG_SOURCE_TOO_MANY, "/srv/tout");
}

static void a_folder_that_is_not_there_is_said(void **state)
{
	struct world *w = *state;
	assert_null(source_folder(&w->a, STR(""), "/nulle/part", NULL, 0, &w->d));
	said(w, MSG_SOURCE_NOT_OPENED, "/nulle/part");
	source_close(NULL);
}

static void an_unreadable_folder_is_said(void **state)
{
	struct world *w = *state;
	if (geteuid() == 0)
		skip(); /* root reads everything */
	put(w, "secret/a.md", "x");
	assert_int_equal(fchmodat(w->dir, "secret", 0, 0), 0);
	struct source *s = scan(w);
	fchmodat(w->dir, "secret", 0755, 0);
	said(w, MSG_SOURCE_FOLDER_UNREADABLE, "secret");
	source_close(s);
}

static struct str identity(struct world *w)
{
	struct source *s = scan(w);
	struct str id = source_identity(s, &w->a);
	assert_int_equal(id.n, 32);
	source_close(s);
	return id;
}

static void identity_follows_paths_sizes_and_dates(void **state)
{
	struct world *w = *state;
	put(w, "a.md", "x");
	struct str first = identity(w);
	assert_true(str_eq(first, identity(w)));
	put(w, "b.md", "");
	struct str second = identity(w);
	assert_false(str_eq(first, second));
	struct timespec date[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
	assert_int_equal(utimensat(w->dir, "a.md", date, 0), 0);
	assert_false(str_eq(second, identity(w)));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, make_world, end_world)
	const struct CMUnitTest tests[] = {
		T(paths_are_sorted_by_bytes),
		T(find_and_below_answer_by_path),
		T(hidden_names_and_skipped_folders_are_left_out),
		T(a_decomposed_name_is_seen_composed_and_read),
		T(two_spellings_of_one_name_are_said),
		T(a_symbolic_link_is_left_out_and_said),
		T(a_link_to_a_folder_is_not_entered),
		T(a_device_is_left_out_and_said),
		T(a_name_that_is_not_text_is_left_out_and_said),
		T(folders_too_deep_are_left_out_and_said),
		T(a_part_that_became_a_link_is_not_followed),
		T(a_file_over_the_limit_is_said),
		T(a_folder_of_too_many_files_is_said),
		T(a_folder_that_is_not_there_is_said),
		T(an_unreadable_folder_is_said),
		T(identity_follows_paths_sizes_and_dates),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
