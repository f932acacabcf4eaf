/* Links of this site that lead nowhere: said with their place and the nearest address.
 */
#include "check_world.h"

#include "text/utf8.h"

static void a_right_link_says_nothing(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "documents/bulletin d'été.pdf", "%PDF");
	web_page(&x, "pages/ecole.md", "", "## Cantine\n");
	check_body(&x, "[école](../ecole.md#cantine) et "
		       "[bulletin](../../documents/bulletin d'été.pdf)\n");
	assert_false(diag_has(&x.w.diag, DIAG_ERROR));
	assert_int_equal(world_said(&x.w, MSG_CHECK_LINK_BROKEN), 0);
	assert_int_equal(world_said(&x.w, MSG_CHECK_LINK_NEAR), 0);
	assert_int_equal(world_said(&x.w, MSG_CHECK_ANCHOR), 0);
	web_close(&x);
}

static void a_broken_link_gets_the_nearest_address(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/enfance/ecole.md", "", "Texte.");
	check_body(&x, "Voir\nla page de l’[école](../enfance/ecolle.md) du bourg.");
	const struct diag_message *m =
		check_only(&x, MSG_CHECK_LINK_NEAR, 5, 14, "../enfance/ecolle.md");
	assert_str(m->arg[1], "pages/enfance/ecole.md");
	web_close(&x);
}

/* The right name in the wrong folder is the commonest slip of all. */
static void a_page_of_that_name_elsewhere_is_the_nearest(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/enfance/petite-enfance/École.md", "", "Texte.");
	check_body(&x, "[classes](ecole.md)");
	const struct diag_message *m =
		check_only(&x, MSG_CHECK_LINK_NEAR, 4, 1, "ecole.md");
	assert_str(m->arg[1], "pages/enfance/petite-enfance/École.md");
	web_close(&x);
}

static void nothing_near_gives_no_suggestion(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "[loto](documents/affiche-du-loto-de-printemps.pdf)");
	check_only(&x, MSG_CHECK_LINK_BROKEN, 4, 1,
		"documents/affiche-du-loto-de-printemps.pdf");
	web_close(&x);
}

static void an_address_without_mailto_is_understood(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "[écrire à la mairie](mairie@commune.example)");
	const struct diag_message *m =
		check_only(&x, MSG_CHECK_LINK_NEAR, 4, 1, "mairie@commune.example");
	assert_str(m->arg[1], "mailto:mairie@commune.example");
	web_close(&x);
}

static void a_link_to_what_is_not_online_says_why(void **state)
{
	(void)state;
	static const struct {
		const char *header;
		enum diag_code code;
	} rows[] = {
		{"brouillon: oui\n", MSG_CHECK_LINK_DRAFT},
		{"publier_le: 2026-12-01\n", MSG_CHECK_LINK_NOT_NOW},
		{"retirer_le: 2026-11-24\n", MSG_CHECK_LINK_NOT_NOW},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		web_page(&x, "pages/projet.md", rows[i].header, "Texte.");
		check_body(&x, "[le projet](../projet.md)");
		check_only(&x, rows[i].code, 4, 1, "pages/projet.md");
		web_close(&x);
	}
}

static void a_link_without_an_address_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "[le bulletin]()");
	check_only(&x, MSG_CHECK_LINK_EMPTY, 4, 1, "le bulletin");
	web_close(&x);
}

/* A catalogue's link that was refused, and said, is not said again. */
static void a_refused_link_of_a_catalogue_is_said_once(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni", "",
		"Voir [le guide](https://ailleurs.example/).");
	check_now(&x);
	world_only(
		&x.w, MSG_PROCEDURE_LINK_HOST, "catalogue asso: demarches/cni.md", 7);
	web_close(&x);
}

/* Legal texts of catalogues were shown with whatever links they had. */
static void legal_texts_are_guarded_too(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "catalogues/asso/mentions/confidentialite.md",
		"---\ntitre: Données\n---\nVoir [le "
		"guide](https://ailleurs.example/).\n");
	check_now(&x);
	world_only(&x.w, MSG_PROCEDURE_LINK_HOST,
		"catalogue asso: mentions/confidentialite.md", 4);
	assert_int_equal(web_link(&x, "confidentialite.html", 0)->kind, TARGET_BROKEN);
	web_close(&x);
}

static void schemes_that_run_or_read_disks_are_refused(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"[bouton](javascript:alert(1))", "javascript:"},
		{"[fichier](file:///C:/Documents/a.pdf)", "file:"},
		{"[annexe](ftp://x.example/)", "ftp:"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		check_body(&x, rows[i][0]);
		check_only(&x, MSG_CHECK_LINK_SCHEME, 4, 1, rows[i][1]);
		web_close(&x);
	}
}

static void a_missing_anchor_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/ecole.md", "", "## Cantine");
	check_body(&x, "[les menus](../ecole.md#menus)");
	const struct diag_message *m = check_only(&x, MSG_CHECK_ANCHOR, 4, 1, "Titre");
	assert_str(m->arg[1], "menus");
	web_close(&x);
}

static void a_missing_anchor_of_the_same_page_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x,
		"[les tarifs](#tarifs)\n\n## Horaires\n\n[les horaires](#horaires)");
	check_only(&x, MSG_CHECK_ANCHOR, 4, 1, "Titre");
	web_close(&x);
}

static void a_hidden_procedure_is_a_note_for_the_commune_alone(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni", "", "");
	world_define(
		&x.w, "catalogues/asso", "passeport", "", "Voir [la carte](cni.md).");
	world_page(&x.w, "", "cni", "masquer: oui\n", "");
	check_body(&x, "Voir [la carte](../../demarches/cni.md).");
	world_silent(&x.w);
	assert_int_equal(world_said(&x.w, MSG_CHECK_LINK_HIDDEN), 1);
	assert_str(world_message(&x.w, MSG_CHECK_LINK_HIDDEN)->loc.origin->name,
		"pages/vie/a.md");
	web_close(&x);
}

/* A pasted picture makes an address of a megabyte: messages stay readable. */
static void a_very_long_link_is_cut_in_messages(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	struct strbuf b = strbuf_on(&x.w.arena);
	strbuf_lit(&b, "[affiche](");
	for (size_t i = 0; i < 400; i++)
		strbuf_lit(&b, "é/");
	strbuf_lit(&b, "x.pdf)");
	check_body(&x, strbuf_cstr(&b));
	const struct diag_message *m = world_message(&x.w, MSG_CHECK_LINK_BROKEN);
	assert_non_null(m);
	assert_true(m->arg[0].n < 200);
	assert_true(str_ends(m->arg[0], STR("…")));
	assert_int_equal(utf8_invalid(m->arg[0]), m->arg[0].n);
	web_close(&x);
}

/* Ten thousand broken links compared every name of the site, each: hours. */
static void many_broken_links_take_no_time(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	for (int i = 0; i < 300; i++)
		world_put(&x.w,
			str_printf(&x.w.arena, "documents/compte-rendu-de-%d.txt", i).p,
			"x");
	struct strbuf b = strbuf_on(&x.w.arena);
	for (int i = 0; i < 8000; i++)
		strbuf_printf(
			&b, "[pièce %d](documents/compterendu-du-%d.txt)\n\n", i, i);
	size_t before = x.w.arena.total;
	check_body(&x, strbuf_cstr(&b));
	assert_int_equal(world_said(&x.w, MSG_CHECK_LINK_NEAR) +
				 world_said(&x.w, MSG_CHECK_LINK_BROKEN),
		8000);
	assert_true(world_said(&x.w, MSG_CHECK_LINK_NEAR) > 100);
	assert_true(x.w.arena.total - before < (size_t)64 << 20);
	web_close(&x);
}

static void a_page_shown_as_it_last_was_is_not_judged(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	web_page(&x, "pages/vie/a.md", "", "[bulletin](absent.pdf)");
	web_now(&x);
	x.w.site.pages.v[0].former = true;
	check_web(&x.web, &x.w.diag);
	world_silent(&x.w);
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_right_link_says_nothing),
		cmocka_unit_test(a_broken_link_gets_the_nearest_address),
		cmocka_unit_test(a_page_of_that_name_elsewhere_is_the_nearest),
		cmocka_unit_test(nothing_near_gives_no_suggestion),
		cmocka_unit_test(an_address_without_mailto_is_understood),
		cmocka_unit_test(a_link_to_what_is_not_online_says_why),
		cmocka_unit_test(a_link_without_an_address_is_said),
		cmocka_unit_test(a_refused_link_of_a_catalogue_is_said_once),
		cmocka_unit_test(legal_texts_are_guarded_too),
		cmocka_unit_test(schemes_that_run_or_read_disks_are_refused),
		cmocka_unit_test(a_missing_anchor_is_said),
		cmocka_unit_test(a_missing_anchor_of_the_same_page_is_said),
		cmocka_unit_test(a_hidden_procedure_is_a_note_for_the_commune_alone),
		cmocka_unit_test(a_very_long_link_is_cut_in_messages),
		cmocka_unit_test(many_broken_links_take_no_time),
		cmocka_unit_test(a_page_shown_as_it_last_was_is_not_judged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
