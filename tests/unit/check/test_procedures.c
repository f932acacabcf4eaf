/* Procedures that are named and do not exist; procedures without a human way. */
#include "check_world.h"

#define CNI "catalogue asso: demarches/cni.md"

/* A procedure of the catalogue without a word on how to do it at the counter. */
static void define_without_human(struct web_world *x, const char *more)
{
	struct str header = str_printf(&x->w.arena,
		"titre: Titre\nresume: Résumé.\ncategorie: papiers\n%s", more);
	world_page(&x->w, "catalogues/asso", "cni", header.p, "");
}

static void a_human_way_is_required_once_merged(void **state)
{
	(void)state;
	static const char *const rows[] = {"", "sur_place: { quand: Le lundi }\n"};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		define_without_human(&x, rows[i]);
		check_now(&x);
		world_only(&x.w, MSG_PROCEDURE_WITHOUT_HUMAN, CNI, 2);
		web_close(&x);
	}
}

static void a_later_layer_may_give_the_human_way(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	define_without_human(&x, "");
	world_page(&x.w, "", "cni",
		"modifie: oui\nsur_place: { telephone: 02 33 00 00 00 }\n", "");
	check_now(&x);
	world_silent(&x.w);
	web_close(&x);
}

static void a_hidden_procedure_needs_no_human_way(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	define_without_human(&x, "masquer: oui\n");
	check_now(&x);
	world_silent(&x.w);
	assert_int_equal(web_at(&x, "demarches/cni.html")->kind, NODE_MOVED);
	web_close(&x);
}

static void a_link_to_an_unknown_procedure_is_said(void **state)
{
	(void)state;
	static const char *const rows[] = {"[carte](../../demarches/passport.md#cout)",
		"[carte](demarches/passport)", "[carte](/demarches/passport.html)"};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		world_define(&x.w, "catalogues/asso", "passeport", "", "");
		check_body(&x, rows[i]);
		check_only(&x, MSG_PROCEDURE_UNKNOWN, 4, 1, "passport");
		world_also(&x.w, MSG_NOTE_NEAREST, "pages/vie/a.md", 4);
		assert_str(world_message(&x.w, MSG_NOTE_NEAREST)->arg[0], "passeport");
		web_close(&x);
	}
}

static void the_home_page_names_procedures_that_exist(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni", "", "");
	world_define(&x.w, "catalogues/asso", "pacs", "masquer: oui\n", "");
	world_commune(&x.w, "demarches_en_avant: [cni, asso/cni, pacs, toto]\n");
	check_now(&x);
	world_only(&x.w, MSG_PROCEDURE_UNKNOWN, "commune.yaml", 9);
	assert_str(world_message(&x.w, MSG_PROCEDURE_UNKNOWN)->arg[0], "toto");
	assert_int_equal(world_said(&x.w, MSG_CHECK_PROCEDURE_HIDDEN), 1);
	web_close(&x);
}

static void blocks_name_procedures_that_exist(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		enum diag_code code; /* MSG_COUNT: nothing */
		unsigned line;
	} rows[] = {
		{"```demarches\ndemarches: [cni]\ncategorie: papiers\n```", MSG_COUNT,
			0},
		{"```demarches\nevenement: naissance\n```", MSG_COUNT, 0},
		{"```demarches\ndemarches: [cni, toto]\n```", MSG_PROCEDURE_UNKNOWN, 5},
		{"```demarches\ncategorie: papier\n```", MSG_CHECK_BLOCK_HEADING, 5},
		{"```demarches\n\nevenement: mariage\n```", MSG_CHECK_BLOCK_HEADING, 6},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		world_define(&x.w, "catalogues/asso", "cni", "", "");
		check_body(&x, rows[i].body);
		if (rows[i].code == MSG_COUNT)
			world_silent(&x.w);
		else
			world_only(&x.w, rows[i].code, "pages/vie/a.md", rows[i].line);
		web_close(&x);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_human_way_is_required_once_merged),
		cmocka_unit_test(a_later_layer_may_give_the_human_way),
		cmocka_unit_test(a_hidden_procedure_needs_no_human_way),
		cmocka_unit_test(a_link_to_an_unknown_procedure_is_said),
		cmocka_unit_test(the_home_page_names_procedures_that_exist),
		cmocka_unit_test(blocks_name_procedures_that_exist),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
