/* test_facts.c: {name} in legal texts: filled in, or gone with its sentence. */
#include "render_world.h"

#define CATALOGUE                                                                      \
	"format: 1\nnom: Les maires ruraux\nediteur: Les maires\n"                     \
	"licence: Licence Ouverte 2.0\nservices: [guichet]\n"

static void open_with(struct world *w, const char *commune, const char *mention)
{
	world_open(w);
	world_commune(
		w, str_printf(&w->arena,
			   "%scatalogues: [{ nom: asso, dossier: catalogues/asso }]\n",
			   commune)
			   .p);
	world_put(w, "commune/catalogues/asso/catalogue.yaml", CATALOGUE);
	world_put(w, "commune/catalogues/asso/mentions/mentions-legales.md",
		str_printf(&w->arena, "---\ntitre: Mentions légales\n---\n%s", mention)
			.p);
}

static void facts_are_filled_in_and_escaped(void **state)
{
	(void)state;
	struct world w;
	open_with(&w,
		"mairie:\n  adresse: |\n    1 place <de> la Mairie\n    61000 "
		"Saint-Aubin\n"
		"  telephone: 02 33 00 00 00\n  courriel: mairie@x.example\n"
		"directeur_publication: { nom: Jeanne & Cie }\n",
		"Écrite par la commune {de_nom} : {adresse}.\n\n- {telephone}\n- "
		"{courriel}\n\n"
		"{directeur_nom}, {directeur_qualite}. L'état : "
		"**{accessibilite_etat}**.\n");
	world_render(&w);
	const char *page = "mentions-legales.html";
	world_shows(&w, page,
		"la commune de Saint-Aubin\u00a0: 1 place &lt;de&gt; la Mairie, "
		"61000 Saint-Aubin.</p>");
	world_shows(&w, page, "<li><a href=\"tel:+33233000000\">");
	world_shows(
		&w, page, "<a href=\"mailto:mairie@x.example\">mairie@x.example</a>");
	world_shows(&w, page,
		"<p>Jeanne &amp; Cie, maire. L’état\u00a0: "
		"<strong>non conforme</strong>.</p>");
	assert_int_equal(world_said(&w, MSG_FACT_NEEDED), 0);
	world_close(&w);
}

static void facts_of_applications_and_feeds(void **state)
{
	(void)state;
	struct world w;
	open_with(&w,
		"mairie:\n  adresse: 1 place\n  courriel: mairie@x.example\n"
		"saisine: { formats: [PDF, ODT], taille_max: 5 Mo, accuse: "
		"accuse@x.example }\n"
		"accessibilite: { declaration: 2026-09-07, outils: [NVDA, Orca] }\n",
		"{saisine_courriel}\n\n{saisine_accuse}\n\n{saisine_formats}, "
		"{saisine_taille}.\n\n{saisine_formulaire} en ligne.\n\n"
		"Le {accessibilite_date} : {accessibilite_outils}.\n\n"
		"Dérogations : {accessibilite_derogations}.\n\n"
		"{accessibilite_schema} publié.\n\n{flux_alertes}\n");
	world_render(&w);
	const char *page = "mentions-legales.html";
	world_shows(&w, page, "<p><a href=\"mailto:mairie@x.example\">");
	world_shows(&w, page, "<p><a href=\"mailto:accuse@x.example\">");
	world_shows(&w, page, "<p>PDF, ODT, 5\u00a0Mo.</p>");
	world_shows(&w, page, "<p>Le 7 septembre 2026\u00a0: NVDA, Orca.</p>");
	world_shows(&w, page, "<p>Dérogations\u00a0: aucune.</p>");
	world_shows(&w, page, "<a href=\"alertes.xml\">flux des alertes</a>");
	world_lacks(&w, page, "en ligne.");
	world_lacks(&w, page, "publié.");
	assert_int_equal(world_said(&w, MSG_FACT_UNKNOWN), 0);
	world_close(&w);
}

static void no_page_to_write_to_a_town_hall_without_address(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, WORLD_MAIRIE, "Texte.\n");
	world_put(&w, "commune/catalogues/asso/mentions/saisine.md",
		"---\ntitre: Saisir\nseulement_si: courriel\n---\n{saisine_courriel}\n");
	world_render(&w);
	assert_null(map_get(&w.web.by_address, STR("saisine.html")));
	world_close(&w);
}

static void lacking_fact_takes_its_sentence_away(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, WORLD_MAIRIE,
		"Hébergé par {hebergeur_nom}. Ce site est sobre.\n\n"
		"- Hébergeur : {hebergeur_nom}\n- Autre\n\n"
		"SIREN **{siren}** et texte. Suite.\n");
	world_render(&w);
	const char *page = "mentions-legales.html";
	world_shows(&w, page, "<p>Ce site est sobre.</p>");
	world_lacks(&w, page, "Hébergeur");
	world_shows(&w, page, "<li>Autre</li>");
	world_lacks(&w, page, "SIREN"); /* marks must not be cut in two */
	world_lacks(&w, page, "{");
	/* Once, in commune.yaml, though two sentences asked; a SIREN is no duty. */
	assert_int_equal(world_said(&w, MSG_FACT_NEEDED), 1);
	for (size_t i = 0; i + 1 < w.diag.list.n; i++) {
		const struct diag_message *m = &w.diag.list.v[i];
		if (m->code != MSG_FACT_NEEDED)
			continue;
		assert_true(str_is(m->arg[0], "hebergeur: { nom: … }"));
		assert_true(str_is(m->loc.origin->name, "commune.yaml"));
		assert_int_equal(m[1].code, MSG_NOTE_ASKED_HERE);
		assert_int_equal(m[1].loc.line, 4);
		assert_int_equal(m[1].loc.column, 13);
	}
	world_close(&w);
}

static void unknown_fact_is_the_catalogues_fault(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, WORLD_MAIRIE,
		"Le {guichet} est là. Le {gichet} aussi. Reste { ceci }.\n");
	world_render(&w);
	world_shows(&w, "mentions-legales.html", "<p>Reste { ceci }.</p>");
	assert_int_equal(world_said(&w, MSG_FACT_UNKNOWN), 1);
	assert_false(diag_has(&w.diag, DIAG_ERROR));
	world_close(&w);
}

static void catalogue_may_answer_for_its_communes(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, WORLD_MAIRIE,
		"Hébergé par {hebergeur_nom}, {hebergeur_adresse}.\n");
	world_put(&w, "commune/catalogues/asso/catalogue.yaml",
		CATALOGUE
		"hebergeur:\n  nom: Le Pays\n  adresse: |\n    1 rue\n    61000 V\n");
	world_render(&w);
	world_shows(&w, "mentions-legales.html",
		"<p>Hébergé par Le Pays, 1 rue, 61000 V.</p>");
	world_close(&w);
}

static void better_state_needs_an_audit(void **state)
{
	(void)state;
	struct world w;
	open_with(&w, WORLD_MAIRIE "accessibilite: { etat: totalement conforme }\n",
		"{accessibilite_etat}. {accessibilite_phrase}\n");
	world_render(&w);
	world_shows(&w, "mentions-legales.html", "<p>non conforme. Aucun audit");
	assert_int_equal(world_said(&w, MSG_ACCESSIBILITY_NO_AUDIT), 1);
	world_close(&w);
	open_with(&w,
		WORLD_MAIRIE "accessibilite: { etat: partiellement conforme, audit: "
			     "2026-03-01, auditeur: Un cabinet, taux: 62 }\n",
		"{accessibilite_etat}. {accessibilite_phrase}\n");
	world_render(&w);
	world_shows(&w, "mentions-legales.html",
		"<p>partiellement conforme. L’audit de conformité a été fait le "
		"1er\u00a0"
		"mars "
		"2026 par Un cabinet\u00a0: 62");
	assert_int_equal(world_said(&w, MSG_ACCESSIBILITY_NO_AUDIT), 0);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_are_filled_in_and_escaped),
		cmocka_unit_test(facts_of_applications_and_feeds),
		cmocka_unit_test(no_page_to_write_to_a_town_hall_without_address),
		cmocka_unit_test(lacking_fact_takes_its_sentence_away),
		cmocka_unit_test(unknown_fact_is_the_catalogues_fault),
		cmocka_unit_test(catalogue_may_answer_for_its_communes),
		cmocka_unit_test(better_state_needs_an_audit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
