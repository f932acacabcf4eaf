/* test_watch.c: which changes below a folder are seen, and which are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "preview/watch.h"

struct world {
	struct arena arena;
	struct diag diag;
	char room[64];
	struct str_list folders;
	struct watch watch;
};

static const char *at(struct world *w, const char *name)
{
	return str_printf(&w->arena, "%s/%s", w->room, name).p;
}

static void put(struct world *w, const char *name)
{
	assert_int_equal(file_write(AT_FDCWD, at(w, name), STR("x")), 0);
}

static bool look(struct world *w)
{
	return watch_look(&w->watch, &w->folders, &w->arena, &w->diag);
}

/* The kernel queues an event before the call that made it returns. */
static bool seen(struct world *w)
{
	bool folders;
	return watch_changed(&w->watch, &folders);
}

static int set_up(void **state)
{
	static struct world w = {
		.room = "/tmp/tambour-watch-XXXXXX", .watch = {.fd = -1}};
	w.diag = diag_on(&w.arena);
	assert_non_null(mkdtemp(w.room));
	assert_int_equal(file_make_dirs(AT_FDCWD, at(&w, "pages/vie")), 0);
	assert_int_equal(file_make_dirs(AT_FDCWD, at(&w, "public/a")), 0);
	assert_int_equal(file_make_dirs(AT_FDCWD, at(&w, ".git")), 0);
	put(&w, "public/.tambour");
	*list_add(&w.arena, &w.folders) = str_of(w.room);
	look(&w);
	*state = &w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	watch_close(&w->watch);
	file_remove_tree(AT_FDCWD, w->room);
	arena_release(&w->arena);
	return 0;
}

static void saved_files_are_seen_however_they_are_saved(void **state)
{
	struct world *w = *state;
	assert_false(seen(w));
	put(w, "pages/vie/a.md");
	assert_true(seen(w));
	assert_false(seen(w));
	put(w, "pages/.a.md.swp");
	assert_false(seen(w));
	assert_int_equal(rename(at(w, "pages/.a.md.swp"), at(w, "pages/b.md")), 0);
	assert_true(seen(w));
	assert_int_equal(unlink(at(w, "pages/b.md")), 0);
	assert_true(seen(w));
}

static void passing_files_and_published_sites_are_none(void **state)
{
	struct world *w = *state;
	static const char *const names[] = {"pages/a.md~", "pages/4913", "pages/#a.md#",
		"pages/.x", ".git/index", "public/a/index.html"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		put(w, names[i]);
		assert_false(seen(w));
	}
}

static void new_folder_is_watched_once_looked_at(void **state)
{
	struct world *w = *state;
	bool folders;
	assert_int_equal(file_make_dirs(AT_FDCWD, at(w, "agenda")), 0);
	assert_true(watch_changed(&w->watch, &folders) && folders);
	look(w);
	put(w, "agenda/fete.md");
	assert_true(seen(w));
}

static void nothing_falls_between_two_looks(void **state)
{
	struct world *w = *state;
	put(w, "pages/c.md");
	assert_true(look(w));
	assert_false(look(w));
}

static void refusal_is_said_once(void **state)
{
	struct world *w = *state;
	struct rlimit former, few;
	getrlimit(RLIMIT_NOFILE, &former);
	few = (struct rlimit){3, former.rlim_max};
	setrlimit(RLIMIT_NOFILE, &few);
	look(w);
	look(w);
	setrlimit(RLIMIT_NOFILE, &former);
	assert_int_equal(w->diag.list.n, 1);
	assert_int_equal(w->diag.list.v[0].code, MSG_PREVIEW_BLIND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(saved_files_are_seen_however_they_are_saved),
		cmocka_unit_test(passing_files_and_published_sites_are_none),
		cmocka_unit_test(new_folder_is_watched_once_looked_at),
		cmocka_unit_test(nothing_falls_between_two_looks),
		cmocka_unit_test(refusal_is_said_once),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
