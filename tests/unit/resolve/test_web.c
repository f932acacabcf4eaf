/* Menus, lists, alerts, legal texts, and until when a build stays valid. */
#include "web_world.h"

static void menu_is(struct web_world *x, const char *expected)
{
	struct strbuf b = strbuf_on(&x->w.arena);
	for (size_t i = 0; i < x->web.menu.n; i++)
		strbuf_printf(
			&b, "%s%.*s", i ? "|" : "", STR_ARG(x->web.menu.v[i].title));
	assert_str(strbuf_str(&b), expected);
}

static void folders_make_the_menu(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni", "", "");
	web_page(&x, "actualites/2026-01-01-a.md", "", "Texte.");
	world_put(&x.w, "pages/vie/index.md",
		"---\ntitre: La vie\ntitre_menu: Vie\nordre: 2\n---\n");
	world_put(&x.w, "pages/zoo.md", "---\ntitre: Zoo\nordre: 1\n---\n");
	world_put(&x.w, "pages/École.md", "---\ntitre: École\n---\n");
	world_put(&x.w, "pages/fêtes.md", "---\ntitre: Fêtes\n---\n");
	world_put(&x.w, "pages/boulodrome.md", "---\ntitre: Boules\n---\n");
	world_put(&x.w, "pages/vie/z.md", "---\ntitre: Z\nordre: 1\n---\n");
	world_put(&x.w, "pages/vie/a.md", "---\ntitre: A\n---\n");
	world_put(&x.w, "pages/mentions-legales.md", "---\ntitre: Mentions\n---\n");
	world_put(&x.w, "pages/cache.md", "---\ntitre: Caché\nbrouillon: oui\n---\n");
	web_now(&x);
	world_silent(&x.w);
	menu_is(&x, "Démarches|Actualités|Zoo|Vie|Boules|École|Fêtes");
	const struct node *folder = web_at(&x, "vie/index.html");
	assert_int_equal(folder->children.n, 2);
	assert_str(folder->children.v[0]->title, "Z");
	assert_ptr_equal(web_at(&x, "vie/a.html")->parent, folder);
	assert_ptr_equal(folder->parent, x.web.home);
	web_close(&x);
}

static void a_given_menu_decides(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "documents/plan.pdf", "x");
	web_page(&x, "pages/vie/index.md", "", "Texte.");
	web_page(&x, "pages/projet.md", "brouillon: oui\n", "Texte.");
	world_commune(&x.w, "menu:\n"
			    "  - { titre: Vivre ici, lien: pages/vie/index.md }\n"
			    "  - { titre: Plan, lien: documents/plan.pdf }\n"
			    "  - { titre: Club, lien: \"https://club.example/\" }\n"
			    "  - { titre: Perdu, lien: pages/perdu.md }\n"
			    "  - { titre: Projet, lien: pages/projet.md }\n");
	web_now(&x);
	menu_is(&x, "Vivre ici|Plan|Club");
	assert_str(x.web.menu.v[0].node->address, "vie/index.html");
	assert_null(x.web.menu.v[2].node);
	assert_str(x.web.menu.v[1].address, "documents/plan.pdf");
	assert_int_equal(world_said(&x.w, MSG_MENU_OFFLINE), 1);
	assert_int_equal(world_said(&x.w, MSG_MENU_BROKEN), 1);
	assert_int_equal(world_message(&x.w, MSG_MENU_BROKEN)->loc.line, 13);
	web_close(&x);
}

/* What the one alert of a page with this header is at a moment. */
static void alerts_start_and_end(void **state)
{
	(void)state;
	static const struct {
		const char *alert, *now;
		bool shown;
		const char *until; /* of the build */
	} rows[] = {
		{"du: 2026-11-20 08:00, au: 2026-11-27 18:00", "2026-11-20 07:59",
			false, "2026-11-20 08:00"},
		{"du: 2026-11-20 08:00, au: 2026-11-27 18:00", "2026-11-20 08:00", true,
			"2026-11-27 18:00"},
		{"du: 2026-11-20 08:00, au: 2026-11-27 18:00", "2026-11-27 17:59", true,
			"2026-11-27 18:00"},
		{"du: 2026-11-20 08:00, au: 2026-11-27 18:00", "2026-11-27 18:00",
			false, NULL},
		{"au: 2026-11-27", "2026-11-14 23:59", false, "2026-11-15 00:00"},
		{"au: 2026-11-27", "2026-11-15 00:00", true, "2026-11-28 00:00"},
		{"au: 2026-11-27", "2026-11-27 23:59", true, "2026-11-28 00:00"},
		{"au: 2026-11-27", "2026-11-28 00:00", false, NULL},
		{"du: 27/11/2026, au: 27/11/2026", "2026-11-27 00:00", true,
			"2026-11-28 00:00"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		struct str more =
			str_printf(&x.w.arena, "alerte: { %s }\n", rows[i].alert);
		web_page(&x, "actualites/2026-11-15-eau.md", more.p, "Texte.");
		web_resolve_at(&x, rows[i].now);
		world_silent(&x.w);
		assert_int_equal(x.web.alerts.n, rows[i].shown);
		struct moment m = {0};
		if (rows[i].until)
			assert_int_equal(
				moment_parse(str_of(rows[i].until), &m), DATE_OK);
		assert_int_equal(date_cmp(x.web.valid_until.day, m.day), 0);
		assert_int_equal(x.web.valid_until.minute, m.minute);
		web_close(&x);
	}
}

static void the_gravest_alert_comes_first(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "actualites/2026-11-01-a.md", "alerte: { au: 2026-12-01 }\n",
		"Texte.");
	web_page(&x, "actualites/2026-11-02-b.md",
		"alerte: { niveau: Urgence, au: 2026-12-01 }\n", "Texte.");
	web_page(&x, "actualites/2026-11-03-c.md",
		"alerte: { niveau: attention, au: 2026-12-01 }\n", "Texte.");
	web_page(&x, "actualites/2026-11-04-d.md",
		"brouillon: oui\nalerte: { niveau: urgence, au: 2026-12-01 }\n",
		"Texte.");
	web_now(&x);
	assert_int_equal(x.web.alerts.n, 3);
	assert_str(x.web.alerts.v[0].node->page->stem, "b");
	assert_str(x.web.alerts.v[1].node->page->stem, "c");
	assert_str(x.web.alerts.v[2].node->page->stem, "a");
	web_close(&x);
}

/* A cost that goes stale changes the site: a build was said valid for ever. */
static void a_cost_going_stale_ends_the_build(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni",
		"cout: Gratuit\nverifie_le: 2026-01-10\n", "");
	web_now(&x);
	struct date day = {2027, 7, 11};
	assert_int_equal(date_cmp(x.web.valid_until.day, day), 0);
	web_close(&x);
}

static void headings_and_publics_list_their_procedures(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_page(&x.w, "catalogues/asso", "b",
		"titre: Bébé\nresume: Résumé.\ncategorie: papiers\nevenements: "
		"naissance\n"
		"public: [particuliers, associations]\nsur_place: { ou: Ici }\n",
		"");
	world_page(&x.w, "catalogues/asso", "a",
		"titre: Zèbre\nresume: Résumé.\ncategorie: papiers\nsur_place: { ou: "
		"Ici }\n",
		"");
	world_page(&x.w, "catalogues/asso", "c",
		"titre: École\nresume: Résumé.\ncategorie: papiers\nmasquer: oui\n"
		"sur_place: { ou: Ici }\n",
		"");
	web_now(&x);
	world_silent(&x.w);
	assert_int_equal(x.web.categories.n, 1);
	const struct node *papers = x.web.categories.v[0];
	assert_str(papers->address, "demarches/categories/papiers.html");
	assert_int_equal(papers->children.n, 2);
	assert_str(papers->children.v[0]->title, "Bébé");
	assert_str(papers->children.v[1]->title, "Zèbre");
	assert_int_equal(x.web.events.n, 1);
	assert_str(x.web.events.v[0]->address, "demarches/evenements/naissance.html");
	assert_int_equal(x.web.events.v[0]->children.n, 1);
	web_at(&x, "demarches/publics/associations.html");
	assert_false(web_has(&x, "demarches/publics/entreprises.html"));
	web_close(&x);
}

static void legal_texts_come_from_the_last_catalogue_or_the_commune(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "catalogues/interco/mentions/confidentialite.md",
		"---\ntitre: De l’interco\n---\nTexte.\n");
	web_page(&x, "pages/accessibilite.md", "", "La nôtre.");
	web_now(&x);
	world_silent(&x.w);
	assert_str(web_at(&x, "confidentialite.html")->title, "De l’interco");
	assert_str(web_at(&x, "mentions-legales.html")->title, "mentions-legales");
	assert_int_equal(x.web.accessibility->kind, NODE_PAGE);
	assert_int_equal(x.web.legal.n, 4);
	web_close(&x);
}

static void missing_legal_texts_are_said(void **state)
{
	(void)state;
	struct world w;
	struct web web;
	world_open(&w);
	world_put(&w, "pages/accessibilite.md",
		"---\ntitre: Accès\nbrouillon: oui\n---\n");
	world_put(&w, "pages/mentions-legales.md", "---\ntitre: Mentions\n---\n");
	world_merge(&w);
	web_resolve(
		&w.arena, &w.site, (struct moment){{2026, 11, 24}, 600}, &w.diag, &web);
	assert_int_equal(world_said(&w, MSG_LEGAL_MISSING), 2);
	assert_null(web.accessibility);
	world_close(&w);
}

static void the_root_is_the_path_of_the_site(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"https://commune.example", "/"},
		{"https://commune.example/", "/"},
		{"https://interco.example/commune", "/commune/"},
		{"https://interco.example/a/commune/", "/a/commune/"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		struct str more =
			str_printf(&x.w.arena, "site: { lien: \"%s\" }\n", rows[i][0]);
		world_commune(&x.w, more.p);
		web_now(&x);
		assert_str(x.web.root, rows[i][1]);
		web_close(&x);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folders_make_the_menu),
		cmocka_unit_test(a_given_menu_decides),
		cmocka_unit_test(alerts_start_and_end),
		cmocka_unit_test(the_gravest_alert_comes_first),
		cmocka_unit_test(a_cost_going_stale_ends_the_build),
		cmocka_unit_test(headings_and_publics_list_their_procedures),
		cmocka_unit_test(
			legal_texts_come_from_the_last_catalogue_or_the_commune),
		cmocka_unit_test(missing_legal_texts_are_said),
		cmocka_unit_test(the_root_is_the_path_of_the_site),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
