/*
 * test_procedure_prepare.c: what is prepared once serves many communes: none changes what
 * the next one sees. That preparing changes nothing is asserted by world_merge, in every
 * test of merging.
 */
#include "procedure_world.h"

static void merge_again(struct world *w)
{
	procedures_merge(&w->arena, &w->site, w->today, &w->diag, &w->p);
}

/* A variant writes into maps that the prepared form shares. */
static void a_commune_leaves_no_trace_for_the_next(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Gratuit\npieces: [Une photo]\n"
		"variantes:\n"
		"  - pour: { departement: 61 }\n"
		"    cout: 5 euros\n"
		"    sur_place: { telephone: 02 33 00 00 00 }\n"
		"    ajouter: { pieces: [Un timbre] }\n",
		"");
	world_merge(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "5 euros");
	assert_string_equal(
		world_text(&w, "cni", "sur_place.telephone"), "02 33 00 00 00");
	assert_string_equal(world_text(&w, "cni", "pieces"), "Une photo|Un timbre");
	size_t steps = world_find(&w, "cni")->steps.n;

	w.site.commune.code_insee = STR("29001");
	merge_again(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	assert_string_equal(world_text(&w, "cni", "sur_place.telephone"), "");
	assert_string_equal(world_text(&w, "cni", "sur_place.ou"), "À la mairie");
	assert_string_equal(world_text(&w, "cni", "pieces"), "Une photo");
	assert_int_equal(world_find(&w, "cni")->steps.n, steps - 3);
	world_silent(&w);
	world_close(&w);
}

static void the_mairies_own_change_leaves_no_trace(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Gratuit\n", "Texte.\n");
	world_page(&w, "", "cni",
		"modifie: oui\nretirer: [cout]\nsur_place: { ou: Ailleurs }\n",
		"Une note.\n");
	world_merge(&w);
	assert_null(world_value(&w, "cni", "cout"));
	assert_int_equal(world_find(&w, "cni")->texts.n, 2);

	w.site.procedures.n = 0;
	merge_again(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	assert_string_equal(world_text(&w, "cni", "sur_place.ou"), "À la mairie");
	assert_int_equal(world_find(&w, "cni")->texts.n, 1);
	world_silent(&w);
	world_close(&w);
}

/* Too old to be shown for one date, and shown for another. */
static void what_goes_stale_leaves_no_trace(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Gratuit\nverifie_le: 2020-01-01\n", "");
	world_merge(&w);
	assert_null(world_value(&w, "cni", "cout"));
	w.today = (struct date){2020, 2, 1};
	merge_again(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	world_close(&w);
}

static void territories_are_found_by_each_code(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_put(&w, "catalogues/asso/territoires.yaml",
		"territoires:\n"
		"  - { id: nord, nom: Nord, communes: [\"61003\", \"61002\"] }\n"
		"  - { id: sud, nom: Sud, communes: [\"61004\", \"2A004\"] }\n");
	world_define(&w, "catalogues/asso", "cni",
		"cout: Gratuit\n"
		"variantes:\n"
		"  - { pour: { territoire: nord }, cout: Au nord }\n"
		"  - { pour: { territoire: sud }, cout: Au sud }\n",
		"");
	world_merge(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Au nord");
	w.site.commune.code_insee = STR("2A004");
	merge_again(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Au sud");
	w.site.commune.code_insee = STR("29001");
	merge_again(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Gratuit");
	world_silent(&w);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_commune_leaves_no_trace_for_the_next),
		cmocka_unit_test(the_mairies_own_change_leaves_no_trace),
		cmocka_unit_test(what_goes_stale_leaves_no_trace),
		cmocka_unit_test(territories_are_found_by_each_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
