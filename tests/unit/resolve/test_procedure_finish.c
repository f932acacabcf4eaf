/* The last word: frames, freshness, headings, other procedures named. */
#include "procedure_world.h"

#define CNI "catalogue asso: demarches/cni.md"

static void unknown_headings_are_said_with_the_nearest(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "evenements: [naissances]\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_HEADING, CNI, 6);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "naissance"));
	world_close(&w);
}

static void unknown_operators_are_said(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "operateur: prefecture\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_OPERATOR, CNI, 6);
	assert_null(world_find(&w, "cni")->operateur);
	world_close(&w);
}

/* ---- frames ---- */

static void frame(struct world *w, const char *operator_line, const char *link)
{
	world_open(w);
	struct str rows = str_printf(&w->arena,
		"operateurs:\n  - { id: op, nom: Op, hotes: [op.example]%s }\n",
		operator_line);
	world_put(w, "catalogues/asso/operateurs.yaml", rows.p);
	struct str more = str_printf(&w->arena,
		"operateur: op\nservice: { lien: \"%s\", affichage: cadre }\n", link);
	world_define(w, "catalogues/asso", "cni", more.p, "");
	world_merge(w);
}

static void a_frame_needs_the_operators_word(void **state)
{
	(void)state;
	struct world w;
	frame(&w, ", cadre: oui", "https://op.example/");
	world_silent(&w);
	assert_true(world_find(&w, "cni")->framed);
	world_close(&w);

	frame(&w, "", "https://op.example/");
	world_only(&w, MSG_PROCEDURE_FRAME, CNI, 7);
	world_also(&w, MSG_NOTE_OPERATOR_HERE, "catalogue asso: operateurs.yaml", 2);
	assert_false(world_find(&w, "cni")->framed);
	assert_true(str_is(world_find(&w, "cni")->online, "https://op.example/"));
	world_close(&w);
}

static void only_the_operators_own_pages_are_framed(void **state)
{
	(void)state;
	struct world w;
	frame(&w, ", cadre: oui", "https://bon.example/");
	world_silent(&w);
	assert_false(world_find(&w, "cni")->framed);
	world_close(&w);
}

/* ---- freshness ---- */

#define AGEING "cout: 25 €\ndelai: Un mois\n"

static void aged(
	struct world *w, const char *checked, const char *own, struct date today)
{
	world_open(w);
	w->today = today;
	struct str more = str_printf(&w->arena, AGEING "verifie_le: %s\n", checked);
	world_define(w, "catalogues/asso", "cni", more.p, "");
	if (own)
		world_page(w, "", "cni", own, "");
	world_merge(w);
	world_silent(w);
}

static void costs_go_stale_after_eighteen_months(void **state)
{
	(void)state;
	struct world w;
	aged(&w, "2025-05-24", NULL, (struct date){2026, 11, 24});
	assert_false(world_find(&w, "cni")->stale);
	assert_string_equal(world_text(&w, "cni", "cout"), "25 €");
	assert_int_equal(date_cmp(w.p.changes_on, (struct date){2026, 11, 25}), 0);
	world_close(&w);

	aged(&w, "2025-05-24", NULL, (struct date){2026, 11, 25});
	assert_true(world_find(&w, "cni")->stale);
	assert_null(world_value(&w, "cni", "cout"));
	assert_null(world_value(&w, "cni", "delai"));
	assert_int_equal(w.p.changes_on.year, 0);
	world_close(&w);
}

static void months_end_with_the_shorter_month(void **state)
{
	(void)state;
	struct world w;
	aged(&w, "2024-08-31", NULL, (struct date){2026, 2, 28});
	assert_false(world_find(&w, "cni")->stale);
	world_close(&w);
	aged(&w, "2024-08-31", NULL, (struct date){2026, 3, 1});
	assert_true(world_find(&w, "cni")->stale);
	world_close(&w);
}

static void a_catalogue_sets_its_own_limit(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "catalogues/asso/catalogue.yaml",
		WORLD_CATALOGUE "nom: Asso\nfraicheur: 2\n");
	world_define(&w, "catalogues/asso", "a", AGEING "verifie_le: 2026-09-23\n", "");
	world_define(&w, "catalogues/asso", "b", AGEING "verifie_le: 2026-09-24\n", "");
	world_define(&w, "catalogues/asso", "c", AGEING, "");
	world_merge(&w);
	world_silent(&w);
	assert_true(world_find(&w, "a")->stale);
	assert_false(world_find(&w, "b")->stale);
	assert_false(world_find(&w, "c")->stale);
	world_close(&w);
}

static void what_the_mayor_says_is_not_that_old(void **state)
{
	(void)state;
	struct world w;
	struct date today = {2026, 11, 24};
	aged(&w, "2020-01-01", "modifie: oui\ncout: 30 €\n", today);
	assert_string_equal(world_text(&w, "cni", "cout"), "30 €");
	assert_null(world_value(&w, "cni", "delai"));
	assert_false(world_find(&w, "cni")->stale);
	world_close(&w);
	/* Nor is what he checked himself: a commune has no limit. */
	aged(&w, "2020-01-01", "modifie: oui\nverifie_le: 2021-01-01\n", today);
	assert_string_equal(world_text(&w, "cni", "delai"), "Un mois");
	world_close(&w);
}

/* ---- others ---- */

static void see_also_drops_hidden_ones_itself_and_repeats(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "a", "voir_aussi: [b, asso/c, a, c]\n", "");
	world_define(&w, "catalogues/asso", "b", "masquer: oui\n", "");
	world_define(&w, "catalogues/asso", "c", "", "");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "a");
	assert_int_equal(p->see_also.n, 1);
	assert_true(str_is(p->see_also.v[0], "c"));
	world_close(&w);
}

static void an_unknown_procedure_is_said_with_the_nearest(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "voir_aussi: [passport]\n", "");
	world_define(&w, "catalogues/asso", "passeport", "", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_UNKNOWN, CNI, 6);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "passeport"));
	world_close(&w);
}

static void a_catalogue_not_used_here_is_not_missed(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni", "voir_aussi: [ailleurs/x]\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_int_equal(world_find(&w, "cni")->see_also.n, 0);
	world_close(&w);
}

static void a_hidden_procedure_leads_to_its_successor(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "a", "remplacee_par: b\n", "");
	world_define(
		&w, "catalogues/asso", "b", "masquer: oui\nremplacee_par: c\n", "");
	world_define(&w, "catalogues/asso", "c", "", "");
	world_define(&w, "catalogues/asso", "d", "remplacee_par: e\n", "");
	world_define(&w, "catalogues/asso", "e", "remplacee_par: d\n", "");
	world_define(
		&w, "catalogues/asso", "f", "remplacee_par: c\nmasquer: non\n", "");
	world_define(&w, "catalogues/asso", "g", "masquer: oui\n", "");
	world_merge(&w);
	world_silent(&w);
	assert_true(world_find(&w, "a")->hidden);
	assert_true(str_is(world_find(&w, "a")->replaced_by, "c"));
	assert_true(str_is(world_find(&w, "b")->replaced_by, "c"));
	assert_int_equal(world_find(&w, "d")->replaced_by.n, 0);
	assert_false(world_find(&w, "f")->hidden);
	assert_int_equal(world_find(&w, "f")->replaced_by.n, 0);
	assert_int_equal(world_find(&w, "g")->replaced_by.n, 0);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unknown_headings_are_said_with_the_nearest),
		cmocka_unit_test(unknown_operators_are_said),
		cmocka_unit_test(a_frame_needs_the_operators_word),
		cmocka_unit_test(only_the_operators_own_pages_are_framed),
		cmocka_unit_test(costs_go_stale_after_eighteen_months),
		cmocka_unit_test(months_end_with_the_shorter_month),
		cmocka_unit_test(a_catalogue_sets_its_own_limit),
		cmocka_unit_test(what_the_mayor_says_is_not_that_old),
		cmocka_unit_test(see_also_drops_hidden_ones_itself_and_repeats),
		cmocka_unit_test(an_unknown_procedure_is_said_with_the_nearest),
		cmocka_unit_test(a_catalogue_not_used_here_is_not_missed),
		cmocka_unit_test(a_hidden_procedure_leads_to_its_successor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
