/*
 * A catalogue for all territories at once: which forms its procedures take, which of its
 * variants hold nowhere, what is wrong in a form that this year's commune never sees.
 */
#include "procedure_world.h"

#define CNI "catalogue asso: demarches/cni.md"

static void open_with(struct world *w, const char *variants)
{
	world_open(w);
	world_put(w, "catalogues/asso/territoires.yaml",
		"territoires:\n"
		"  - { id: bocage, nom: Bocage, genre: intercommunalite,\n"
		"      communes: [\"61002\", \"61003\", \"14007\"] }\n"
		"  - { id: plaine, nom: Plaine, genre: intercommunalite,\n"
		"      communes: [\"61004\", \"61005\"] }\n"
		"  - { id: eau, nom: Syndicat des eaux, genre: syndicat,\n"
		"      communes: [\"61002\", \"61005\"] }\n");
	world_define(w, "catalogues/asso", "cni",
		str_printf(&w->arena, "variantes:\n%s", variants).p, "");
	world_survey(w);
}

static size_t forms_with(const struct world *w, const char *how)
{
	size_t n = 0;
	for (size_t i = 0; i < w->forms.n; i++)
		n += str_find(w->forms.v[i], str_of(how)) < w->forms.v[i].n;
	return n;
}

static void a_procedure_without_variants_has_one_form(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_survey(&w);
	world_silent(&w);
	assert_int_equal(w.forms.n, 1);
	assert_int_equal(w.never.n, 0);
	world_close(&w);
}

static void communes_that_see_the_same_are_one_form(void **state)
{
	(void)state;
	struct world w;
	/* none, bocage, eau, bocage with eau */
	open_with(&w, "  - { pour: { intercommunalite: bocage }, cout: a }\n"
		      "  - { pour: { territoire: eau }, cout: b }\n");
	world_silent(&w);
	assert_int_equal(w.forms.n, 4);
	assert_int_equal(
		forms_with(&w, "bocage) + variante (pour : territoire eau)"), 1);
	world_close(&w);
}

static void a_form_tells_a_commune_it_holds_in(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  - { pour: { intercommunalite: bocage, departement: \"14\" }, "
		      "cout: a }\n");
	assert_int_equal(w.forms.n, 2);
	assert_int_equal(forms_with(&w, "|14007"), 1);
	world_close(&w);
}

static void services_make_forms_of_their_own(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  - { pour: { raccordee: guichet }, delai: a }\n"
		      "  - { pour: { raccordee: famille }, cout: b }\n");
	assert_int_equal(w.forms.n, 4);
	assert_int_equal(w.never.n, 0);
	world_close(&w);
}

static void many_services_are_tried_alone_and_together(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  - { pour: { raccordee: a }, cout: x }\n"
		      "  - { pour: { raccordee: b }, cout: x }\n"
		      "  - { pour: { raccordee: c }, cout: x }\n"
		      "  - { pour: { raccordee: d }, cout: x }\n"
		      "  - { pour: { raccordee: e }, cout: x }\n");
	assert_int_equal(w.forms.n, 7);
	world_close(&w);
}

static void never(const char *pour)
{
	struct world w;
	struct arena a = {0};
	open_with(&w, str_printf(&a, "  - { pour: { %s }, cout: a }\n", pour).p);
	assert_int_equal(w.never.n, 1);
	assert_int_equal(w.forms.n, 1);
	world_close(&w);
	arena_release(&a);
}

static void conditions_that_exclude_each_other_hold_nowhere(void **state)
{
	(void)state;
	never("region: Bretagne, departement: \"61\"");
	never("intercommunalite: plaine, departement: \"14\"");
	never("territoire: eau, commune: \"61003\"");
	never("commune: \"61003\", departement: \"14\"");
	never("intercommunalite: bocage, territoire: plaine");
}

static void a_collectivity_without_region_is_in_none(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  - { pour: { region: Normandie }, cout: a }\n"
		      "  - { pour: { departement: \"975\" }, delai: b }\n");
	assert_int_equal(forms_with(&w, "+"), 0);
	assert_int_equal(w.never.n, 0);
	world_close(&w);
}

static void what_is_wrong_in_a_form_is_said_once(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, "  - { pour: { departement: \"14\" }, operateur: inconnu }\n"
		      "  - { pour: { territoire: eau }, cout: b }\n");
	world_only(&w, MSG_PROCEDURE_OPERATOR, CNI, 7);
	world_close(&w);
}

static void a_variant_may_not_see_also_what_does_not_exist(void **state)
{
	(void)state;
	struct world w;
	open_with(
		&w, "  - { pour: { departement: \"14\" }, voir_aussi: [passeport] }\n");
	world_only(&w, MSG_PROCEDURE_UNKNOWN, CNI, 7);
	world_close(&w);
}

static void changes_of_another_catalogue_are_noted(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_page(&w, "catalogues/asso", "cni",
		"modifie: oui\ncategorie: ailleurs\noperateur: ailleurs\n"
		"voir_aussi: [autre]\nservice: { affichage: cadre }\n",
		"");
	world_survey(&w);
	world_silent(&w);
	assert_non_null(world_message(&w, MSG_CATALOGUE_BASE_ELSEWHERE));
	assert_int_equal(world_said(&w, MSG_CATALOGUE_NAMED_ELSEWHERE), 3);
	world_close(&w);
}

static void a_tombstone_leads_to_its_successor(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "catalogues/asso", "ancienne",
		"masquer: oui\nremplacee_par: cni\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_true(world_find(&w, "ancienne")->hidden);
	assert_true(str_is(world_find(&w, "ancienne")->replaced_by, "cni"));
	world_close(&w);
}

static void nobody_can_show_a_tombstone(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "", "");
	world_page(&w, "catalogues/asso", "ancienne",
		"masquer: oui\nremplacee_par: cni\n", "");
	world_page(&w, "", "ancienne", "masquer: non\n", "");
	world_merge(&w);
	assert_true(world_find(&w, "ancienne")->hidden);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_procedure_without_variants_has_one_form),
		cmocka_unit_test(communes_that_see_the_same_are_one_form),
		cmocka_unit_test(a_form_tells_a_commune_it_holds_in),
		cmocka_unit_test(services_make_forms_of_their_own),
		cmocka_unit_test(many_services_are_tried_alone_and_together),
		cmocka_unit_test(conditions_that_exclude_each_other_hold_nowhere),
		cmocka_unit_test(a_collectivity_without_region_is_in_none),
		cmocka_unit_test(what_is_wrong_in_a_form_is_said_once),
		cmocka_unit_test(a_variant_may_not_see_also_what_does_not_exist),
		cmocka_unit_test(changes_of_another_catalogue_are_noted),
		cmocka_unit_test(a_tombstone_leads_to_its_successor),
		cmocka_unit_test(nobody_can_show_a_tombstone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
