/* Addresses: from the file's name, permanent, one for each page. */
#include "web_world.h"

static void addresses_come_from_folded_names(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"pages/ecole.md", "ecole.html"},
		{"pages/Vie pratique/École.md", "vie-pratique/ecole.html"},
		{"pages/Vie pratique/E\xcc\x81te\xcc\x81.md", "vie-pratique/ete.html"},
		{"pages/L’Œuvre & co.md", "l-oeuvre-co.html"},
		{"pages/2026-01-01-voeux.md", "2026-01-01-voeux.html"},
		{"actualites/2026-11-12-Coupure d'eau.md",
			"actualites/coupure-d-eau.html"},
		{"actualites/2026/2026-11-13-loto.md", "actualites/loto.html"},
	};
	struct web_world x;
	web_open(&x);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		web_page(&x, rows[i][0], "", "Texte.");
	web_now(&x);
	world_silent(&x.w);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_non_null(web_at(&x, rows[i][1])->page);
	web_close(&x);
}

static void the_title_does_not_make_the_address(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "pages/a.md", "---\ntitre: Tout autre chose\n---\n");
	web_now(&x);
	assert_str(web_at(&x, "a.html")->title, "Tout autre chose");
	web_close(&x);
}

/* Once, the whole site was withheld for two files with one address. */
static void two_files_with_one_address_the_first_stands(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "actualites/2025-01-01-voeux.md", "", "Les premiers.");
	web_page(&x, "actualites/2026-01-01-voeux.md", "", "Les seconds.");
	web_page(&x, "pages/autre.md", "", "Texte.");
	web_now(&x);
	world_only(&x.w, MSG_ADDRESS_TWICE, "actualites/2026-01-01-voeux.md", 2);
	world_also(&x.w, MSG_NOTE_OTHER_FILE, "actualites/2025-01-01-voeux.md", 2);
	assert_str(web_at(&x, "actualites/voeux.html")->source,
		"actualites/2025-01-01-voeux.md");
	assert_int_equal(x.web.collections[PAGE_NEWS].entries.n, 1);
	web_at(&x, "autre.html");
	web_close(&x);
}

static void two_spellings_of_a_page_are_one_address(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/Ecole.md", "", "Texte.");
	web_page(&x, "pages/école.md", "", "Texte.");
	web_now(&x);
	world_only(&x.w, MSG_ADDRESS_TWICE, "pages/école.md", 2);
	web_close(&x);
}

static void a_page_of_pages_does_not_take_the_home_page(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/index.md", "", "Texte.");
	web_now(&x);
	world_only(&x.w, MSG_ADDRESS_MADE, "pages/index.md", 2);
	assert_int_equal(web_at(&x, "index.html")->kind, NODE_HOME);
	web_close(&x);
}

static void a_page_does_not_take_what_tambour_makes(void **state)
{
	(void)state;
	static const char *const taken[] = {"plan-du-site", "sources", "404",
		"demarches/index", "actualites/index", "demarches/categories/papiers"};
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		struct web_world x;
		web_open(&x);
		world_define(&x.w, "catalogues/asso", "cni", "", "");
		struct str path = str_printf(&x.w.arena, "pages/%s.md", taken[i]);
		web_page(&x, path.p, "", "Texte.");
		web_now(&x);
		assert_int_equal(world_said(&x.w, MSG_ADDRESS_MADE), 1);
		struct str address = str_printf(&x.w.arena, "%s.html", taken[i]);
		assert_null(web_at(&x, address.p)->page);
		size_t n = 0;
		for (size_t k = 0; k < x.web.nodes.n; k++)
			n += str_eq(x.web.nodes.v[k]->address, address);
		assert_int_equal(n, 1);
		web_close(&x);
	}
}

/* Pages of pages/demarches/ stand, outside the list that Tambour makes. */
static void a_folder_with_the_name_of_a_list_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni", "", "");
	web_page(&x, "pages/demarches/a.md", "", "Texte.");
	web_page(&x, "pages/demarches/b.md", "", "Texte.");
	web_now(&x);
	assert_int_equal(world_said(&x.w, MSG_FOLDER_TAKEN), 1);
	assert_int_equal(x.web.procedure_list->children.n, 1);
	assert_ptr_equal(web_at(&x, "demarches/a.html")->parent, x.web.procedure_list);
	web_close(&x);
}

static void a_folder_has_the_title_of_its_index(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/vie-locale/fetes.md", "", "Texte.");
	world_put(&x.w, "pages/École/Index.md",
		"---\ntitre: Les écoles\ntitre_menu: Écoles\n---\n");
	web_now(&x);
	world_silent(&x.w);
	const struct node *made = web_at(&x, "vie-locale/index.html");
	assert_str(made->title, "Vie locale");
	assert_int_equal(made->children.n, 1);
	const struct node *given = web_at(&x, "ecole/index.html");
	assert_str(given->title, "Les écoles");
	assert_str(given->menu_title, "Écoles");
	web_close(&x);
}

static void folders_that_differ_by_accents_are_one(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/Ecole/a.md", "", "Texte.");
	web_page(&x, "pages/école/b.md", "", "Texte.");
	web_page(&x, "pages/école/index.md", "", "Texte.");
	web_now(&x);
	world_silent(&x.w);
	assert_int_equal(web_at(&x, "ecole/index.html")->children.n, 2);
	assert_non_null(web_at(&x, "ecole/index.html")->page);
	web_close(&x);
}

static void drafts_and_dates_decide_what_is_online(void **state)
{
	(void)state;
	static const struct {
		const char *header, *now;
		bool online;
		const char *until; /* of the build, or NULL */
	} rows[] = {
		{"", "2026-11-24 10:00", true, NULL},
		{"brouillon: oui\n", "2026-11-24 10:00", false, NULL},
		{"brouillon: non\n", "2026-11-24 10:00", true, NULL},
		{"publier_le: 2026-12-01 08:00\n", "2026-12-01 07:59", false,
			"2026-12-01 08:00"},
		{"publier_le: 2026-12-01 08:00\n", "2026-12-01 08:00", true, NULL},
		{"publier_le: 1er décembre 2026\n", "2026-11-30 23:59", false,
			"2026-12-01 00:00"},
		{"publier_le: 01/12/2026\n", "2026-12-01 00:00", true, NULL},
		{"retirer_le: 2026-12-01\n", "2026-11-30 23:59", true,
			"2026-12-01 00:00"},
		{"retirer_le: 2026-12-01\n", "2026-12-01 00:00", false, NULL},
		{"publier_le: 2026-12-01\nretirer_le: 2026-12-03\n", "2026-12-02 00:00",
			true, "2026-12-03 00:00"},
		{"publier_le: 2026-12-01\nretirer_le: 2026-12-03\n", "2026-11-30 00:00",
			false, "2026-12-01 00:00"},
		{"brouillon: oui\npublier_le: 2026-12-01\n", "2026-11-30 00:00", false,
			NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		web_page(&x, "pages/a.md", rows[i].header, "Texte.");
		web_resolve_at(&x, rows[i].now);
		assert_int_equal(web_has(&x, "a.html"), rows[i].online);
		struct moment m = {0};
		if (rows[i].until)
			assert_int_equal(
				moment_parse(str_of(rows[i].until), &m), DATE_OK);
		assert_int_equal(date_cmp(x.web.valid_until.day, m.day), 0);
		assert_int_equal(x.web.valid_until.minute, m.minute);
		web_close(&x);
	}
}

static void news_come_the_newest_first(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "actualites/2026-01-02-b.md", "", "Texte.");
	web_page(&x, "actualites/2026-11-01-a.md", "", "Texte.");
	web_page(&x, "actualites/2026-01-02-c.md", "", "Texte.");
	web_page(&x, "actualites/2020-01-01-d.md", "date: 2026-11-20\n", "Texte.");
	web_now(&x);
	static const char *const order[] = {"d", "a", "b", "c"};
	assert_int_equal(x.web.collections[PAGE_NEWS].entries.n, 4);
	for (size_t i = 0; i < 4; i++)
		assert_str(x.web.collections[PAGE_NEWS].entries.v[i]->page->stem,
			order[i]);
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_come_from_folded_names),
		cmocka_unit_test(the_title_does_not_make_the_address),
		cmocka_unit_test(two_files_with_one_address_the_first_stands),
		cmocka_unit_test(two_spellings_of_a_page_are_one_address),
		cmocka_unit_test(a_page_of_pages_does_not_take_the_home_page),
		cmocka_unit_test(a_page_does_not_take_what_tambour_makes),
		cmocka_unit_test(a_folder_with_the_name_of_a_list_is_said),
		cmocka_unit_test(a_folder_has_the_title_of_its_index),
		cmocka_unit_test(folders_that_differ_by_accents_are_one),
		cmocka_unit_test(drafts_and_dates_decide_what_is_online),
		cmocka_unit_test(news_come_the_newest_first),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
