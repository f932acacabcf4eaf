/* Layers: which file defines a procedure, which one changes it, whose texts are shown. */
#include "procedure_world.h"

#define CNI "catalogue asso: demarches/cni.md"

static void a_commune_without_catalogues_has_none(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_merge(&w);
	world_silent(&w);
	assert_int_equal(w.p.all.n, 0);
	world_close(&w);
}

static void the_first_layer_defines(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "Expliquons.\n");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "cni");
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	assert_true(str_is(p->defined_by, "asso"));
	assert_true(str_is(world_value(&w, "cni", "cout")->loc.origin->name, CNI));
	assert_int_equal(world_value(&w, "cni", "cout")->loc.line, 6);
	assert_int_equal(p->texts.n, 1);
	assert_int_equal(p->texts.v[0].title.n, 0);
	world_close(&w);
}

static void a_second_definition_is_an_error_naming_both(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "");
	world_define(&w, "", "cni", "cout: Cher\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_ALREADY, "demarches/cni.md",
		world_message(&w, MSG_PROCEDURE_ALREADY)->loc.line);
	world_also(&w, MSG_NOTE_DEFINED_HERE, CNI, world_find(&w, "cni")->loc.line);
	assert_true(str_is(world_message(&w, MSG_PROCEDURE_ALREADY)->arg[1], CNI));
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	world_close(&w);
}

static void modifie_replaces_keys_and_merges_maps(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Gratuit\ndelai: Un mois\npieces: [Photo]\n"
		"service: { lien: \"https://bon.example/a\", libelle: Aller }\n",
		"");
	world_page(&w, "", "cni",
		"modifie: oui\ncout: Cher\npieces: [Facture]\nservice: { libelle: Venir }\n"
		"sur_place: { quand: Le lundi }\n",
		"");
	world_merge(&w);
	world_silent(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Cher");
	assert_string_equal(world_text(&w, "cni", "delai"), "Un mois");
	assert_string_equal(world_text(&w, "cni", "pieces"), "Facture");
	assert_string_equal(world_text(&w, "cni", "service.libelle"), "Venir");
	assert_string_equal(
		world_text(&w, "cni", "service.lien"), "https://bon.example/a");
	assert_string_equal(world_text(&w, "cni", "sur_place.ou"), "À la mairie");
	assert_string_equal(world_text(&w, "cni", "sur_place.quand"), "Le lundi");
	assert_true(str_is(world_find(&w, "cni")->defined_by, "asso"));
	assert_int_equal(world_value(&w, "cni", "cout")->loc.origin->layer.n, 0);
	world_close(&w);
}

static void a_changed_layer_leaves_its_source_alone(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "pieces: [Photo]\n", "");
	world_page(&w, "", "cni",
		"modifie: oui\nsur_place: { ou: Ici }\najouter: { pieces: [Acte] }\n",
		"");
	world_merge(&w);
	const struct value *header = w.site.catalogues.v[0].procedures.v[0].header;
	assert_true(str_is(
		value_text(value_get(header, "sur_place"), "ou"), "À la mairie"));
	assert_int_equal(value_count(value_get(header, "pieces")), 1);
	world_close(&w);
}

static void retirer_removes_keys_and_keys_of_maps(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Gratuit\ndelai: Un mois\nservice: { lien: \"https://bon.example/a\" }\n",
		"");
	world_page(&w, "", "cni",
		"modifie: oui\nretirer: [cout, service, sur_place.ou, fiche]\n"
		"sur_place: { comment: Par courrier }\n",
		"");
	world_merge(&w);
	world_silent(&w);
	assert_null(world_value(&w, "cni", "cout"));
	assert_null(world_value(&w, "cni", "service"));
	assert_null(world_value(&w, "cni", "sur_place.ou"));
	assert_string_equal(world_text(&w, "cni", "delai"), "Un mois");
	assert_int_equal(world_find(&w, "cni")->online.n, 0);
	world_close(&w);
}

static void retirer_then_the_key_replaces_a_map_whole(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"service: { lien: \"https://bon.example/a\", compte: FranceConnect }\n",
		"");
	world_page(&w, "", "cni",
		"modifie: oui\nretirer: [service]\n"
		"service: { lien: \"https://autre.example/\" }\n",
		"");
	world_merge(&w);
	world_silent(&w);
	assert_null(world_value(&w, "cni", "service.compte"));
	assert_true(str_is(world_find(&w, "cni")->online, "https://autre.example/"));
	world_close(&w);
}

static void retirer_an_unknown_key_is_said_with_the_nearest(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "");
	world_page(&w, "", "cni", "modifie: oui\nretirer: [couts]\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_KEY_UNKNOWN, "demarches/cni.md", 3);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "cout"));
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	world_close(&w);
}

static void retirer_what_steers_is_unknown(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "", "cni", "modifie: oui\nretirer: [masquer]\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_KEY_UNKNOWN, "demarches/cni.md", 3);
	world_close(&w);
}

static void retirer_what_every_procedure_needs_is_refused(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "", "cni", "modifie: oui\nretirer: [titre]\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_KEY_NEEDED, "demarches/cni.md", 3);
	assert_string_equal(world_text(&w, "cni", "titre"), "Titre");
	world_close(&w);
}

static void ajouter_appends_and_makes_lists(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "pieces: [Photo]\n", "");
	world_page(&w, "", "cni",
		"modifie: oui\najouter: { pieces: [Facture, Photo], mots_cles: carte }\n",
		"");
	world_merge(&w);
	world_silent(&w);
	assert_string_equal(world_text(&w, "cni", "pieces"), "Photo|Facture");
	assert_string_equal(world_text(&w, "cni", "mots_cles"), "carte");
	world_close(&w);
}

static void ajouter_checks_the_items_as_the_list_does(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(
		&w, "", "cni", "modifie: oui\najouter: { public: [martiens] }\n", "");
	world_merge(&w);
	assert_true(diag_has(&w.diag, DIAG_ERROR));
	assert_null(world_value(&w, "cni", "public"));
	world_close(&w);
}

static void ajouter_to_what_is_no_list_is_an_error(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "", "cni", "modifie: oui\najouter: { cout: 5 }\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_ADD_NOT_LIST, "demarches/cni.md", 3);
	world_close(&w);
}

static void ajouter_without_a_list_is_an_error(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "", "cni", "modifie: oui\najouter: [Facture]\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_ADD_SHAPE, "demarches/cni.md", 3);
	world_close(&w);
}

static void remplace_forgets_what_was_below(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\nmasquer: oui\n",
		"Bas.\n");
	world_define(&w, "catalogues/interco", "cni", "remplace: oui\ndelai: Court\n",
		"Haut.\n");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "cni");
	assert_null(world_value(&w, "cni", "cout"));
	assert_string_equal(world_text(&w, "cni", "delai"), "Court");
	assert_true(str_is(p->defined_by, "interco"));
	assert_int_equal(p->texts.n, 1);
	assert_int_equal(p->texts.v[0].title.n, 0);
	assert_false(p->hidden);
	world_close(&w);
}

static void remplace_without_a_base_defines(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "", "cni", "remplace: oui\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_int_equal(world_find(&w, "cni")->defined_by.n, 0);
	world_close(&w);
}

static void modifie_without_a_base_is_skipped_with_a_warning(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "", "cnii", "modifie: oui\ncout: Cher\n", "");
	world_merge(&w);
	assert_int_equal(w.diag.count[DIAG_ERROR], 0);
	world_only(&w, MSG_PROCEDURE_BASE_GONE, "demarches/cnii.md",
		world_message(&w, MSG_PROCEDURE_BASE_GONE)->loc.line);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "cni"));
	assert_null(procedures_find(&w.p, STR("cnii")));
	world_close(&w);
}

static void modifie_and_remplace_do_not_go_together(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "");
	world_page(&w, "", "cni", "modifie: oui\nremplace: oui\ncout: Cher\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_BOTH, "demarches/cni.md", 3);
	world_also(&w, MSG_NOTE_OTHER_WORD, "demarches/cni.md", 2);
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	world_close(&w);
}

static void two_files_of_a_layer_for_one_procedure_are_an_error(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "Acte Naissance", "", "");
	world_define(&w, "catalogues/asso", "acte-naissance", "modifie: oui\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_TWICE,
		"catalogue asso: demarches/acte-naissance.md",
		world_message(&w, MSG_PROCEDURE_TWICE)->loc.line);
	assert_int_equal(world_said(&w, MSG_NOTE_OTHER_FILE), 1);
	world_close(&w);
}

static void the_last_masquer_wins(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "a", "masquer: oui\n", "");
	world_define(&w, "catalogues/asso", "b", "", "");
	world_page(&w, "catalogues/interco", "a", "modifie: oui\ncout: Cher\n", "");
	world_page(&w, "catalogues/interco", "b", "masquer: oui\n", "");
	world_page(&w, "", "a", "masquer: non\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_false(world_find(&w, "a")->hidden);
	assert_true(world_find(&w, "b")->hidden);
	world_close(&w);
}

static void masquer_beside_other_keys_must_say_modifie(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "");
	world_page(&w, "", "cni", "masquer: non\ncout: Cher\n", "");
	world_merge(&w);
	assert_int_equal(world_said(&w, MSG_PROCEDURE_ALREADY), 1);
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	world_close(&w);
}

static void a_definition_that_lacks_a_key_is_left_out(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_page(&w, "", "cni", "titre: T\nresume: R.\nmasquer: non\n", "");
	world_merge(&w);
	assert_int_equal(world_said(&w, MSG_PROCEDURE_INCOMPLETE), 1);
	assert_true(str_is(
		world_message(&w, MSG_PROCEDURE_INCOMPLETE)->arg[1], "categorie"));
	assert_int_equal(w.p.all.n, 0);
	world_close(&w);
}

static void bodies_under_modifie_are_notes(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "Explication.\n");
	world_page(&w, "catalogues/interco", "cni", "modifie: oui\n", "Une note.\n");
	world_page(&w, "", "cni", "modifie: oui\n", "Venez le matin.\n");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "cni");
	assert_int_equal(p->texts.n, 3);
	assert_int_equal(p->texts.v[0].title.n, 0);
	assert_true(str_is(p->texts.v[1].title, "Note de Pays du bocage"));
	assert_true(str_is(p->texts.v[1].layer, "interco"));
	assert_true(str_is(p->texts.v[2].title, "Note de la mairie"));
	world_close(&w);
}

static void a_change_without_a_body_adds_no_note(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "Explication.\n");
	world_page(&w, "", "cni", "modifie: oui\ncout: Cher\n", "\n\n");
	world_merge(&w);
	assert_int_equal(world_find(&w, "cni")->texts.n, 1);
	world_close(&w);
}

static void remplacer_texte_replaces_all_texts(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "Explication.\n");
	world_page(&w, "catalogues/interco", "cni", "modifie: oui\n", "Une note.\n");
	world_page(&w, "", "cni", "modifie: oui\nremplacer_texte: oui\n", "À nous.\n");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "cni");
	assert_int_equal(p->texts.n, 1);
	assert_int_equal(p->texts.v[0].title.n, 0);
	assert_int_equal(p->texts.v[0].layer.n, 0);
	world_close(&w);
}

static void a_later_layer_wins_however_specific_the_earlier(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Base\nvariantes:\n  - { pour: { commune: \"61002\" }, cout: Ici }\n",
		"");
	world_page(
		&w, "catalogues/interco", "cni", "modifie: oui\ncout: Interco\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Interco");
	world_close(&w);
}

static void lien_and_lien_de_set_each_other_aside(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_commune(&w, "services: { guichet: \"https://guichet.example/61002\" }\n");
	world_define(&w, "catalogues/asso", "a", "service: { lien_de: guichet }\n", "");
	world_define(&w, "catalogues/asso", "b",
		"service: { lien: \"https://bon.example/\" }\n", "");
	world_page(&w, "", "a",
		"modifie: oui\nservice: { lien: \"https://moi.example/\" }\n", "");
	world_page(&w, "", "b", "modifie: oui\nservice: { lien_de: guichet }\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_true(str_is(world_find(&w, "a")->online, "https://moi.example/"));
	assert_true(
		str_is(world_find(&w, "b")->online, "https://guichet.example/61002"));
	world_close(&w);
}

static void headings_come_in_order_and_later_titles_win(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "catalogues/interco/categories.yaml",
		"categories:\n  - { id: eau, titre: L’eau }\n"
		"  - { id: papiers, titre: Vos papiers, icone: carte }\n");
	world_merge(&w);
	world_silent(&w);
	assert_int_equal(w.p.categories.n, 2);
	assert_true(str_is(w.p.categories.v[0].id, "papiers"));
	assert_true(str_is(w.p.categories.v[0].title, "Vos papiers"));
	assert_true(str_is(w.p.categories.v[0].icon, "carte"));
	assert_true(str_is(w.p.categories.v[1].id, "eau"));
	assert_int_equal(w.p.events.n, 1);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_commune_without_catalogues_has_none),
		cmocka_unit_test(the_first_layer_defines),
		cmocka_unit_test(a_second_definition_is_an_error_naming_both),
		cmocka_unit_test(modifie_replaces_keys_and_merges_maps),
		cmocka_unit_test(a_changed_layer_leaves_its_source_alone),
		cmocka_unit_test(retirer_removes_keys_and_keys_of_maps),
		cmocka_unit_test(retirer_then_the_key_replaces_a_map_whole),
		cmocka_unit_test(retirer_an_unknown_key_is_said_with_the_nearest),
		cmocka_unit_test(retirer_what_steers_is_unknown),
		cmocka_unit_test(retirer_what_every_procedure_needs_is_refused),
		cmocka_unit_test(ajouter_appends_and_makes_lists),
		cmocka_unit_test(ajouter_checks_the_items_as_the_list_does),
		cmocka_unit_test(ajouter_to_what_is_no_list_is_an_error),
		cmocka_unit_test(ajouter_without_a_list_is_an_error),
		cmocka_unit_test(remplace_forgets_what_was_below),
		cmocka_unit_test(remplace_without_a_base_defines),
		cmocka_unit_test(modifie_without_a_base_is_skipped_with_a_warning),
		cmocka_unit_test(modifie_and_remplace_do_not_go_together),
		cmocka_unit_test(two_files_of_a_layer_for_one_procedure_are_an_error),
		cmocka_unit_test(the_last_masquer_wins),
		cmocka_unit_test(masquer_beside_other_keys_must_say_modifie),
		cmocka_unit_test(a_definition_that_lacks_a_key_is_left_out),
		cmocka_unit_test(bodies_under_modifie_are_notes),
		cmocka_unit_test(a_change_without_a_body_adds_no_note),
		cmocka_unit_test(remplacer_texte_replaces_all_texts),
		cmocka_unit_test(a_later_layer_wins_however_specific_the_earlier),
		cmocka_unit_test(lien_and_lien_de_set_each_other_aside),
		cmocka_unit_test(headings_come_in_order_and_later_titles_win),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
