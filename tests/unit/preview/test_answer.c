/* test_answer.c: what a request gets from a small site, and an attack: nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "preview/answer.h"

struct world {
	struct arena arena;
	char room[64];
	struct preview_site site;
};

static void put(struct world *w, const char *name, const char *bytes)
{
	const char *path = str_printf(&w->arena, "%s/%s", w->room, name).p;
	assert_int_equal(file_write(AT_FDCWD, path, str_of(bytes)), 0);
}

static int set_up(void **state)
{
	static struct world w = {.room = "/tmp/tambour-answer-XXXXXX"};
	assert_non_null(mkdtemp(w.room));
	const char *site = str_printf(&w.arena, "%s/site", w.room).p;
	assert_int_equal(
		file_make_dirs(AT_FDCWD, str_printf(&w.arena, "%s/é tude", site).p), 0);
	w.site = (struct preview_site){
		site, str_printf(&w.arena, "%s/panel", w.room).p, 8000, 7};
	put(&w, "secret", "secret");
	put(&w, "site/index.html", "<html><head></head><body class=x>Bonjour</body>");
	put(&w, "site/404.html", "<html><head></head><body>perdu</body>");
	put(&w, "site/.tambour", "marque");
	put(&w, "site/a.css", "a{}");
	put(&w, "site/é tude/index.html", "étude");
	assert_int_equal(
		symlink("../secret", str_printf(&w.arena, "%s/lien.txt", site).p), 0);
	assert_int_equal(symlink("..", str_printf(&w.arena, "%s/haut", site).p), 0);
	*state = &w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	file_remove_tree(AT_FDCWD, w->room);
	arena_release(&w->arena);
	return 0;
}

static struct preview_answer ask(
	struct world *w, const char *method, const char *path, const char *host)
{
	struct preview_request q = {
		.method = str_of(method), .path = str_of(path), .host = str_of(host)};
	struct preview_answer r = preview_answer(&w->arena, &w->site, &q);
	if (r.fd >= 0)
		close(r.fd);
	return r;
}

static struct preview_answer get(struct world *w, const char *path)
{
	return ask(w, "GET", path, "127.0.0.1:8000");
}

static bool holds(struct str s, const char *words)
{
	return str_find(s, str_of(words)) < s.n;
}

static void page_gets_script_and_panel(void **state)
{
	struct world *w = *state;
	put(w, "panel", "<section>Attention</section>");
	struct preview_answer r = get(w, "/");
	assert_int_equal(r.status, 200);
	assert_string_equal(r.type, "text/html; charset=utf-8");
	assert_true(holds(r.body, "apercu.js?7\" defer></script></head>"));
	assert_true(holds(r.body, "<body class=x><section>Attention</section>Bonjour"));
	put(w, "panel", "");
	assert_true(holds(get(w, "/").body, "<body class=x>Bonjour"));
}

static void page_without_head_or_body_is_served_whole(void **state)
{
	struct world *w = *state;
	static const char *const pages[] = {
		"<body", "</head>x", "<body></head>", "", "x"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct str r = preview_page(&w->arena, &w->site, str_of(pages[i]));
		assert_true(holds(r, "apercu.js") && r.n > str_of(pages[i]).n);
	}
}

static void known_page_is_not_sent_again(void **state)
{
	struct world *w = *state;
	static const char *const paths[] = {"/", "/a.css"};
	for (size_t i = 0; i < 2; i++) {
		struct preview_request q = {.method = STR("GET"),
			.path = str_of(paths[i]),
			.host = STR("localhost:8000"),
			.none_match = str_concat(
				&w->arena, STR("\"x\", W/"), get(w, paths[i]).etag)};
		struct preview_answer r = preview_answer(&w->arena, &w->site, &q);
		assert_int_equal(r.status, 304);
		assert_true(r.fd == -1 && r.body.n == 0);
	}
	/* Another panel is another page. */
	struct str before = get(w, "/").etag;
	put(w, "panel", "<p>!</p>");
	assert_false(str_eq(before, get(w, "/").etag));
	put(w, "panel", "");
}

static void folders_and_encoded_names(void **state)
{
	struct world *w = *state;
	struct preview_answer r = get(w, "/%C3%A9%20tude");
	assert_int_equal(r.status, 301);
	assert_true(str_is(r.location, "/%C3%A9%20tude/"));
	assert_true(holds(get(w, "/%C3%A9%20tude/").body, "étude"));
	assert_string_equal(
		preview_type(STR("/a.ICS")), "text/calendar; charset=utf-8");
	assert_string_equal(preview_type(STR("/html")), "application/octet-stream");
}

static void paths_never_leave_the_site(void **state)
{
	struct world *w = *state;
	static const struct {
		const char *path;
		unsigned status;
	} attacks[] = {{"/../secret", 404}, {"/%2e%2e/secret", 404},
		{"/x/../../secret", 404}, {"/..%2fsecret", 404}, {"/..%5csecret", 400},
		{"//secret", 404}, {"/lien.txt", 404}, {"/haut/secret", 404},
		{"/haut/", 404}, {"/.tambour", 404}, {"/%00", 400},
		{"/a.css%00.html", 400}, {"/%zz", 400}, {"/%", 400}, {"/%4", 400},
		{"", 400}, {"http://x/", 400}, {"/a.css/", 404}};
	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		struct preview_answer r = get(w, attacks[i].path);
		assert_int_equal(r.status, attacks[i].status);
		assert_false(holds(r.body, "secret") || holds(r.body, "marque"));
	}
	assert_true(holds(get(w, "/rien").body, "perdu"));
}

static void other_names_and_methods_are_refused(void **state)
{
	struct world *w = *state;
	static const char *const hosts[] = {"", "evil.example", "evil.example:8000",
		"127.0.0.1", "127.0.0.1:8001", "127.0.0.1:8000.evil.example",
		"localhost.:8000"};
	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
		assert_int_equal(ask(w, "GET", "/", hosts[i]).status, 403);
		assert_int_equal(
			ask(w, "GET", "/_tambour/suite", hosts[i]).status, 403);
	}
	static const char *const methods[] = {
		"POST", "PUT", "DELETE", "OPTIONS", "get"};
	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
		assert_int_equal(ask(w, methods[i], "/", "localhost:8000").status, 405);
	assert_int_equal(ask(w, "HEAD", "/", "localhost:8000").status, 200);
}

static void event_waits_for_another_turn(void **state)
{
	struct world *w = *state;
	struct preview_request q = {STR("GET"), STR("/_tambour/suite"),
		STR("localhost:8000"), {0}, STR("7")};
	assert_true(preview_answer(&w->arena, &w->site, &q).wait);
	static const char *const others[] = {"6", "8", "", "7x", "-7"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		q.query = str_of(others[i]);
		struct preview_answer r = preview_answer(&w->arena, &w->site, &q);
		assert_string_equal(r.type, "text/event-stream");
		assert_true(!r.wait && holds(r.body, "data: "));
	}
}

static void before_the_first_site_the_panel_is_shown(void **state)
{
	struct world *w = *state;
	struct preview_site none = w->site;
	none.root = "/tmp/tambour-there-is-no-such-folder";
	put(w, "panel", "<p>Erreur</p>");
	struct preview_request q = {
		.method = STR("GET"), .path = STR("/"), .host = STR("localhost:8000")};
	struct preview_answer r = preview_answer(&w->arena, &none, &q);
	assert_int_equal(r.status, 503);
	assert_true(holds(r.body, "<p>Erreur</p>") && holds(r.body, "apercu.js"));
	put(w, "panel", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_gets_script_and_panel),
		cmocka_unit_test(page_without_head_or_body_is_served_whole),
		cmocka_unit_test(known_page_is_not_sent_again),
		cmocka_unit_test(folders_and_encoded_names),
		cmocka_unit_test(paths_never_leave_the_site),
		cmocka_unit_test(other_names_and_methods_are_refused),
		cmocka_unit_test(event_waits_for_another_turn),
		cmocka_unit_test(before_the_first_site_the_panel_is_shown),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
