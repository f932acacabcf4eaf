/* Variants: where they hold, in which order they apply, which two contradict each other. */
#include "procedure_world.h"

#define CNI "catalogue asso: demarches/cni.md"

/* `variantes:` begins on line 6 of the file, so the first of them is on line 7. */
static void vary(struct world *w, const char *variants)
{
	struct str more = str_printf(&w->arena, "variantes:\n%s", variants);
	world_define(w, "catalogues/asso", "cni", more.p, "");
}

static void territories(struct world *w)
{
	world_put(w, "catalogues/asso/territoires.yaml",
		"territoires:\n"
		"  - { id: bocage, nom: Bocage, genre: intercommunalite,\n"
		"      communes: [\"61002\", \"61003\"] }\n"
		"  - { id: plaine, nom: Plaine, genre: intercommunalite,\n"
		"      communes: [\"61004\", \"61005\"] }\n"
		"  - { id: eau, nom: Syndicat des eaux, genre: syndicat,\n"
		"      communes: [\"61002\", \"61005\"] }\n"
		"  - { id: bois, nom: Syndicat du bois, communes: [\"61005\"] }\n");
}

/* cout under one list of variants, with nothing to say about them. */
static void gives(const char *commune, const char *variants, const char *cost)
{
	struct world w;
	world_open(&w);
	world_commune(&w, commune);
	territories(&w);
	vary(&w, variants);
	world_merge(&w);
	world_silent(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), cost);
	world_close(&w);
}

static void the_closest_condition_wins_whatever_the_order(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"  - { pour: { commune: \"61002\" }, cout: commune }\n",
		"  - { pour: { territoire: eau }, cout: territoire }\n",
		"  - { pour: { intercommunalite: bocage }, cout: interco }\n",
		"  - { pour: { departement: \"61\" }, cout: departement }\n",
		"  - { pour: { region: \"28\" }, cout: region }\n",
	};
	static const char *const costs[] = {
		"commune", "territoire", "interco", "departement", "region"};
	for (size_t first = 0; first < 5; first++) {
		struct arena a = {0};
		struct strbuf b = strbuf_on(&a);
		for (size_t i = first; i < 5; i++)
			strbuf_add(&b, str_of(rows[i]));
		gives("", strbuf_cstr(&b), costs[first]);
		struct strbuf back = strbuf_on(&a);
		for (size_t i = 5; i-- > first;)
			strbuf_add(&back, str_of(rows[i]));
		gives("", strbuf_cstr(&back), costs[first]);
		arena_release(&a);
	}
}

static void regions_and_departements_go_by_code_or_name(void **state)
{
	(void)state;
	gives("", "  - { pour: { region: Normandie }, cout: oui }\n", "oui");
	gives("", "  - { pour: { region: \"28\" }, cout: oui }\n", "oui");
	gives("", "  - { pour: { region: Bretagne }, cout: oui }\n", "");
	gives("", "  - { pour: { departement: orne }, cout: oui }\n", "oui");
	gives("", "  - { pour: { departement: \"1\" }, cout: oui }\n", "");
}

static void every_condition_must_hold(void **state)
{
	(void)state;
	gives("", "  - { pour: { departement: \"61\", territoire: eau }, cout: oui }\n",
		"oui");
	gives("", "  - { pour: { departement: \"14\", territoire: eau }, cout: oui }\n",
		"");
	gives("",
		"  - { pour: { departement: \"61\", territoire: bois }, cout: oui }\n",
		"");
}

static void raccordee_filters_and_has_no_rank(void **state)
{
	(void)state;
	const char *rows = "  - { pour: { raccordee: guichet }, cout: oui }\n";
	gives("", rows, "");
	gives("services: { guichet: x12 }\n", rows, "oui");
	gives("services: { guichet: x12 }\n",
		"  - { pour: { region: \"28\" }, cout: region }\n"
		"  - { pour: { raccordee: guichet }, cout: guichet }\n",
		"region");
	gives("",
		"  - { pour: { departement: \"61\", raccordee: guichet }, cout: oui "
		"}\n",
		"");
}

static void a_merged_commune_answers_to_its_former_codes(void **state)
{
	(void)state;
	gives("anciens_codes_insee: [\"61005\"]\n",
		"  - { pour: { territoire: bois }, cout: oui }\n", "oui");
}

static void variants_patch_as_layers_do(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Cher\npieces: [Photo]\nvariantes:\n"
		"  - pour: { departement: \"61\" }\n    retirer: [cout]\n"
		"    ajouter: { pieces: [Acte] }\n    sur_place: { quand: Le lundi }\n",
		"");
	world_merge(&w);
	world_silent(&w);
	assert_null(world_value(&w, "cni", "cout"));
	assert_string_equal(world_text(&w, "cni", "pieces"), "Photo|Acte");
	assert_string_equal(world_text(&w, "cni", "sur_place.ou"), "À la mairie");
	assert_string_equal(world_text(&w, "cni", "sur_place.quand"), "Le lundi");
	assert_null(world_value(&w, "cni", "variantes"));
	world_close(&w);
}

static void a_change_has_its_own_variants(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "cout: Base\n", "");
	world_page(&w, "catalogues/interco", "cni",
		"modifie: oui\nvariantes:\n  - { pour: { commune: \"61002\" }, cout: "
		"Ici }\n"
		"  - { pour: { commune: \"61003\" }, cout: Ailleurs }\n",
		"");
	world_merge(&w);
	world_silent(&w);
	assert_string_equal(world_text(&w, "cni", "cout"), "Ici");
	world_close(&w);
}

/* ---- contradictions ---- */

/* Whoever writes the catalogue is told, wherever the commune is that they meet in. */
static void conflict(const char *variants, unsigned second, unsigned first)
{
	struct world w;
	world_open(&w);
	territories(&w);
	vary(&w, variants);
	world_survey(&w);
	world_only(&w, MSG_PROCEDURE_VARIANT_CONFLICT, CNI, second);
	world_also(&w, MSG_NOTE_OTHER_VARIANT, CNI, first);
	world_close(&w);
}

static void two_of_one_rank_that_differ_are_an_error(void **state)
{
	(void)state;
	conflict("  - { pour: { territoire: eau }, cout: a }\n"
		 "  - { pour: { territoire: bois }, cout: b }\n",
		8, 7);
	conflict("  - { pour: { departement: \"61\" }, cout: a }\n"
		 "  - { pour: { departement: orne }, retirer: [cout] }\n",
		8, 7);
	conflict("  - { pour: { region: \"28\" }, pieces: [a] }\n"
		 "  - { pour: { region: normandie }, ajouter: { pieces: [b] } }\n",
		8, 7);
	conflict("  - { pour: { raccordee: a }, cout: a }\n"
		 "  - { pour: { raccordee: b }, cout: b }\n",
		8, 7);
	conflict("  - { pour: { region: \"28\" }, retirer: [service] }\n"
		 "  - { pour: { region: \"28\" }, service: { libelle: a } }\n",
		8, 7);
	conflict("  - { pour: { region: \"28\" }, service: { lien_de: guichet } }\n"
		 "  - { pour: { region: \"28\" }, service: { lien: "
		 "\"https://bon.example/\" } }\n",
		8, 7);
}

static void a_commune_is_told_of_those_it_meets_only(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	vary(&w, "  - { pour: { departement: \"61\" }, cout: a }\n"
		 "  - { pour: { departement: orne }, cout: b }\n"
		 "  - { pour: { departement: \"14\" }, cout: a }\n"
		 "  - { pour: { departement: calvados }, cout: b }\n");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_VARIANT_CONFLICT, CNI, 8);
	world_also(&w, MSG_NOTE_OTHER_VARIANT, CNI, 7);
	world_close(&w);
}

static void the_same_commune_twice_conflicts(void **state)
{
	(void)state;
	conflict("  - { pour: { departement: \"14\" }, cout: a }\n"
		 "  - { pour: { departement: calvados }, cout: b }\n",
		8, 7);
	conflict("  - { pour: { commune: \"14001\" }, cout: a }\n"
		 "  - { pour: { commune: \"14001\" }, cout: b }\n",
		8, 7);
}

static void two_that_never_meet_do_not_conflict(void **state)
{
	(void)state;
	gives("",
		"  - { pour: { intercommunalite: bocage }, cout: bocage }\n"
		"  - { pour: { intercommunalite: plaine }, cout: plaine }\n",
		"bocage");
	gives("",
		"  - { pour: { departement: \"61\" }, cout: orne }\n"
		"  - { pour: { departement: \"14\" }, cout: calvados }\n",
		"orne");
	/* eau and bois share 61005 only, which is in the Orne. */
	gives("",
		"  - { pour: { territoire: eau }, cout: eau }\n"
		"  - { pour: { territoire: bois, departement: \"14\" }, cout: bois }\n",
		"eau");
	gives("",
		"  - { pour: { territoire: eau, intercommunalite: bocage }, cout: eau "
		"}\n"
		"  - { pour: { territoire: bois }, cout: bois }\n",
		"eau");
}

static void two_that_agree_do_not_conflict(void **state)
{
	(void)state;
	gives("",
		"  - { pour: { territoire: eau }, cout: a, delai: d }\n"
		"  - { pour: { territoire: bois }, cout: a, pieces: [Photo] }\n",
		"a");
	gives("",
		"  - { pour: { territoire: eau }, ajouter: { pieces: [a] } }\n"
		"  - { pour: { territoire: bois }, ajouter: { pieces: [b] } }\n",
		"");
	gives("",
		"  - { pour: { territoire: eau }, retirer: [cout] }\n"
		"  - { pour: { territoire: bois }, retirer: [cout] }\n",
		"");
}

/* ---- conditions that cannot be ---- */

static void refused(const char *variants, enum diag_code code)
{
	struct world w;
	world_open(&w);
	territories(&w);
	vary(&w, variants);
	world_merge(&w);
	world_only(&w, code, CNI, 7);
	assert_null(world_value(&w, "cni", "cout"));
	world_close(&w);
}

static void unknown_places_are_errors(void **state)
{
	(void)state;
	refused("  - { pour: { territoire: eaux }, cout: a }\n",
		MSG_PROCEDURE_VARIANT_SCOPE);
	refused("  - { pour: { region: Neustrie }, cout: a }\n",
		MSG_PROCEDURE_VARIANT_SCOPE);
	refused("  - { pour: { departement: \"99\" }, cout: a }\n",
		MSG_PROCEDURE_VARIANT_SCOPE);
}

static void the_nearest_territory_is_said(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	territories(&w);
	vary(&w, "  - { pour: { territoire: bocages }, cout: a }\n");
	world_merge(&w);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "bocage"));
	world_close(&w);
}

static void an_intercommunalite_must_be_one(void **state)
{
	(void)state;
	refused("  - { pour: { intercommunalite: eau }, cout: a }\n",
		MSG_PROCEDURE_VARIANT_KIND);
}

static void a_variant_must_say_where(void **state)
{
	(void)state;
	refused("  - { pour: {}, cout: a }\n", MSG_PROCEDURE_VARIANT_NOWHERE);
}

static void a_commune_has_no_variants(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "", "cni",
		"variantes:\n  - { pour: { commune: \"61002\" }, cout: a }\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_VARIANT_OWN, "demarches/cni.md",
		world_message(&w, MSG_PROCEDURE_VARIANT_OWN)->loc.line);
	assert_null(world_value(&w, "cni", "cout"));
	world_close(&w);
}

static void variants_are_counted(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	struct strbuf b = strbuf_on(&w.arena);
	for (int i = 0; i < 201; i++)
		strbuf_printf(&b, "  - { pour: { commune: \"14%03d\" }, cout: c%d }\n",
			i + 1, i);
	vary(&w, strbuf_cstr(&b));
	world_merge(&w);
	assert_int_equal(world_said(&w, MSG_PROCEDURE_VARIANT_MANY), 1);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_closest_condition_wins_whatever_the_order),
		cmocka_unit_test(regions_and_departements_go_by_code_or_name),
		cmocka_unit_test(every_condition_must_hold),
		cmocka_unit_test(raccordee_filters_and_has_no_rank),
		cmocka_unit_test(a_merged_commune_answers_to_its_former_codes),
		cmocka_unit_test(variants_patch_as_layers_do),
		cmocka_unit_test(a_change_has_its_own_variants),
		cmocka_unit_test(two_of_one_rank_that_differ_are_an_error),
		cmocka_unit_test(a_commune_is_told_of_those_it_meets_only),
		cmocka_unit_test(the_same_commune_twice_conflicts),
		cmocka_unit_test(two_that_never_meet_do_not_conflict),
		cmocka_unit_test(two_that_agree_do_not_conflict),
		cmocka_unit_test(unknown_places_are_errors),
		cmocka_unit_test(the_nearest_territory_is_said),
		cmocka_unit_test(an_intercommunalite_must_be_one),
		cmocka_unit_test(a_variant_must_say_where),
		cmocka_unit_test(a_commune_has_no_variants),
		cmocka_unit_test(variants_are_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
