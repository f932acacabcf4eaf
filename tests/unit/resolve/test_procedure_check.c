/* What a layer may say: hosts of links, paying phone numbers, operators. */
#include "procedure_world.h"
#include "resolve/leads.h"

#define CNI "catalogue asso: demarches/cni.md"
#define OPERATORS "catalogue asso: operateurs.yaml"

static void operators(struct world *w)
{
	world_put(w, "catalogues/asso/operateurs.yaml",
		"operateurs:\n"
		"  - { id: prefecture, nom: Préfecture, hotes: [pref.example], cadre: "
		"oui }\n");
}

static void the_operator_declares_hosts_too(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	operators(&w);
	world_define(&w, "catalogues/asso", "a",
		"operateur: prefecture\nservice: { lien: \"https://pref.example/\" }\n"
		"fiche: https://www.sur.example/fiche\n",
		"Voir [ici](https://pref.example/b).\n");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "a");
	assert_true(str_is(p->online, "https://pref.example/"));
	assert_true(str_is(value_text(p->operateur, "nom"), "Préfecture"));
	world_close(&w);
}

static void without_that_operator_its_hosts_are_not_allowed(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	operators(&w);
	world_define(&w, "catalogues/asso", "cni",
		"service: { lien: \"https://pref.example/\" }\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_LINK_HOST, CNI, 6);
	world_close(&w);
}

static void both_places_are_told_when_the_operator_lacks_the_host(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	operators(&w);
	world_define(&w, "catalogues/asso", "cni",
		"operateur: prefecture\nservice: { lien: \"https://pirate.example/\" "
		"}\n",
		"");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_LINK_HOST, CNI, 7);
	world_also(&w, MSG_NOTE_OPERATOR_HERE, OPERATORS, 2);
	assert_true(str_is(
		world_message(&w, MSG_PROCEDURE_LINK_HOST)->arg[0], "pirate.example"));
	world_close(&w);
}

static void a_hijacked_layer_leaves_the_link_below(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"service: { lien: \"https://bon.example/\" }\n", "");
	world_page(&w, "catalogues/interco", "cni",
		"modifie: oui\nservice: { lien: \"https://pirate.example/\" }\n", "");
	world_merge(&w);
	world_only(
		&w, MSG_PROCEDURE_LINK_HOST, "catalogue interco: demarches/cni.md", 3);
	assert_true(str_is(world_find(&w, "cni")->online, "https://bon.example/"));
	world_close(&w);
}

static void a_layer_may_use_the_operator_of_one_below(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	operators(&w);
	world_define(&w, "catalogues/asso", "cni", "operateur: prefecture\n", "");
	world_page(&w, "catalogues/interco", "cni",
		"modifie: oui\nservice: { lien: \"https://pref.example/\" }\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_true(str_is(world_find(&w, "cni")->online, "https://pref.example/"));
	world_close(&w);
}

static void another_operator_above_does_not_undo_the_link_below(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	operators(&w);
	world_put(&w, "catalogues/interco/operateurs.yaml",
		"operateurs:\n  - { id: syndicat, nom: Syndicat }\n");
	world_define(&w, "catalogues/asso", "cni",
		"operateur: prefecture\nservice: { lien: \"https://pref.example/\" }\n",
		"");
	world_page(&w, "catalogues/interco", "cni",
		"modifie: oui\noperateur: syndicat\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_true(str_is(world_find(&w, "cni")->online, "https://pref.example/"));
	assert_true(
		str_is(value_text(world_find(&w, "cni")->operateur, "id"), "syndicat"));
	world_close(&w);
}

static void ones_own_operator_comes_before_others_of_its_name(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	operators(&w);
	world_put(&w, "catalogues/interco/operateurs.yaml",
		"operateurs:\n  - { id: prefecture, nom: Autre }\n");
	world_define(&w, "catalogues/asso", "a", "operateur: prefecture\n", "");
	world_define(&w, "catalogues/interco", "b", "operateur: prefecture\n", "");
	world_define(&w, "", "c", "operateur: asso/prefecture\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_true(str_is(
		value_text(world_find(&w, "a")->operateur, "nom"), "Préfecture"));
	assert_true(str_is(value_text(world_find(&w, "b")->operateur, "nom"), "Autre"));
	assert_true(str_is(
		value_text(world_find(&w, "c")->operateur, "nom"), "Préfecture"));
	world_close(&w);
}

static void variants_that_hold_elsewhere_are_checked_too(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"variantes:\n  - pour: { departement: \"14\" }\n"
		"    service: { lien: \"https://pirate.example/\" }\n",
		"");
	world_survey(&w);
	world_only(&w, MSG_PROCEDURE_LINK_HOST, CNI, 8);
	world_close(&w);
}

static void links_of_texts_are_checked_and_cut(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "",
		"[a](https://bon.example/) [b](https://pirate.example/)\n"
		"[c](passeport.md) [d](mailto:a@b.example) [e](tel:+33233000000)\n"
		"[f](#bas) [g](../documents/a.pdf)\n");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_LINK_HOST, CNI, 7);
	const struct body *b = &world_find(&w, "cni")->texts.v[0].page->body;
	assert_int_equal(b->links.n, 7);
	assert_true(str_is(b->links.v[0].target, "https://bon.example/"));
	assert_int_equal(b->links.v[1].target.n, 0);
	assert_true(str_is(b->links.v[2].target, "passeport.md"));
	/* What was read stays as it was read. */
	const struct page *read = &w.site.catalogues.v[0].procedures.v[0];
	assert_true(str_is(read->body.links.v[1].target, "https://pirate.example/"));
	world_close(&w);
}

static void texts_keep_to_https_and_ordinary_phones(void **state)
{
	(void)state;
	static const struct {
		const char *link;
		enum diag_code code;
	} rows[] = {
		{"http://bon.example/", MSG_PROCEDURE_LINK_HTTPS},
		{"//bon.example/", MSG_PROCEDURE_LINK_HTTPS},
		{"https://moi@bon.example/", MSG_PROCEDURE_LINK_USER},
		{"tel:+33899000000", MSG_PROCEDURE_PHONE_PREMIUM},
		{"tel:0899000000", MSG_PROCEDURE_PHONE_PREMIUM},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct world w;
		world_open(&w);
		struct str body = str_printf(&w.arena, "[a](%s)\n", rows[i].link);
		world_define(&w, "catalogues/asso", "cni", "", body.p);
		world_merge(&w);
		world_only(&w, rows[i].code, CNI, 7);
		world_close(&w);
	}
}

static void texts_of_the_commune_are_not_judged_here(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "", "cni", "", "[a](https://ailleurs.example/)\n");
	world_merge(&w);
	world_silent(&w);
	const struct body *b = &world_find(&w, "cni")->texts.v[0].page->body;
	assert_true(str_is(b->links.v[0].target, "https://ailleurs.example/"));
	world_close(&w);
}

static void a_page_without_a_bad_link_is_itself(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "catalogues/asso/mentions/mentions-legales.md",
		"---\ntitre: Mentions\n---\n[a](https://bon.example/)\n");
	world_put(&w, "catalogues/asso/mentions/vie-privee.md",
		"---\ntitre: Vie privée\n---\n[a](https://pirate.example/)\n");
	world_merge(&w);
	const struct catalogue *c = &w.site.catalogues.v[0];
	assert_int_equal(c->mentions.n, 2);
	assert_ptr_equal(page_guarded(&w.arena, c, NULL, &c->mentions.v[0], &w.diag),
		&c->mentions.v[0]);
	world_silent(&w);
	const struct page *cut =
		page_guarded(&w.arena, c, NULL, &c->mentions.v[1], &w.diag);
	assert_ptr_not_equal(cut, &c->mentions.v[1]);
	assert_int_equal(cut->body.links.v[0].target.n, 0);
	world_only(&w, MSG_PROCEDURE_LINK_HOST,
		"catalogue asso: mentions/vie-privee.md", 4);
	world_close(&w);
}

static void paying_numbers_are_refused(void **state)
{
	(void)state;
	static const struct {
		const char *line, *path;
	} rows[] = {
		{"sur_place: { telephone: 08 99 00 00 00, comment: Venez }\n",
			"sur_place.telephone"},
		{"cout: Voir au 08 10 00 00 00\n", "cout"},
		{"pieces: [Photo, Appeler le 08 20 00 00 00]\n", "pieces"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct world w;
		world_open(&w);
		struct str header =
			str_printf(&w.arena, "modifie: oui\n%s", rows[i].line);
		world_define(&w, "catalogues/asso", "cni", "", "");
		world_page(&w, "catalogues/interco", "cni", header.p, "");
		world_merge(&w);
		world_only(&w, MSG_PROCEDURE_PHONE_PREMIUM,
			"catalogue interco: demarches/cni.md", 3);
		assert_null(world_value(&w, "cni", rows[i].path));
		world_close(&w);
	}
}

static void operators_keep_the_same_rules(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "catalogues/asso/operateurs.yaml",
		"operateurs:\n"
		"  - id: a\n    nom: A\n    telephone: 08 99 00 00 00\n"
		"  - id: b\n    nom: B\n    lien: https://pirate.example/\n"
		"  - { id: c, nom: C, lien: \"https://c.example/\", hotes: [c.example] "
		"}\n"
		"  - { id: d, nom: D, hotes: [\"*.fr\"] }\n");
	world_define(&w, "catalogues/asso", "cni", "operateur: a\n", "");
	world_merge(&w);
	assert_int_equal(w.diag.count[DIAG_ERROR], 3);
	assert_int_equal(world_message(&w, MSG_PROCEDURE_PHONE_PREMIUM)->loc.line, 4);
	assert_int_equal(world_message(&w, MSG_PROCEDURE_LINK_HOST)->loc.line, 7);
	assert_int_equal(world_message(&w, MSG_CATALOGUE_HOST)->loc.line, 9);
	assert_null(value_get(world_find(&w, "cni")->operateur, "telephone"));
	world_close(&w);
}

static void contacts_of_a_catalogue_keep_them_too(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "catalogues/asso/catalogue.yaml",
		WORLD_CATALOGUE "nom: Asso\ncontact: { telephone: 08 99 00 00 00 }\n");
	world_merge(&w);
	world_only(
		&w, MSG_PROCEDURE_PHONE_PREMIUM, "catalogue asso: catalogue.yaml", 6);
	world_close(&w);
}

/* What a lock holds must be all that a text leads to, however it is written. */
static void letters_lead_to_every_domain_that_gets_a_copy(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "a", "",
		"[a](mailto:a%40un.example?cc=b%40deux.example&bcc=c@trois.example)\n");
	world_merge(&w);
	struct leads leads;
	leads_of_catalogue(&w.arena, &w.site.catalogues.v[0], &leads);
	assert_true(leads_have(&leads, LEAD_MAIL, STR("un.example")));
	assert_true(leads_have(&leads, LEAD_MAIL, STR("deux.example")));
	assert_true(leads_have(&leads, LEAD_MAIL, STR("trois.example")));
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_lead_to_every_domain_that_gets_a_copy),
		cmocka_unit_test(the_operator_declares_hosts_too),
		cmocka_unit_test(without_that_operator_its_hosts_are_not_allowed),
		cmocka_unit_test(both_places_are_told_when_the_operator_lacks_the_host),
		cmocka_unit_test(a_hijacked_layer_leaves_the_link_below),
		cmocka_unit_test(a_layer_may_use_the_operator_of_one_below),
		cmocka_unit_test(another_operator_above_does_not_undo_the_link_below),
		cmocka_unit_test(ones_own_operator_comes_before_others_of_its_name),
		cmocka_unit_test(variants_that_hold_elsewhere_are_checked_too),
		cmocka_unit_test(links_of_texts_are_checked_and_cut),
		cmocka_unit_test(texts_keep_to_https_and_ordinary_phones),
		cmocka_unit_test(texts_of_the_commune_are_not_judged_here),
		cmocka_unit_test(a_page_without_a_bad_link_is_itself),
		cmocka_unit_test(paying_numbers_are_refused),
		cmocka_unit_test(operators_keep_the_same_rules),
		cmocka_unit_test(contacts_of_a_catalogue_keep_them_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
