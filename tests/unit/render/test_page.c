/* test_page.c: one page: its links, its place in the menu, its ids, its words. */
#include "render_world.h"

#define SHOWN                                                                          \
	"<title>{{page.titre_complet}}</title>\n<h1>{{page.titre}}</h1>\n"             \
	"menu:{{#menu}}{{#elements}}[{{texte}} {{lien}}{{#actif}} ici{{/actif}}"       \
	"{{#ouvert}} dedans{{/ouvert}}{{#sous_menu}}{{#elements}}({{sous_texte}} "     \
	"{{sous_lien}}{{#sous_actif}} ici{{/sous_actif}}){{/elements}}{{/sous_menu}}]" \
	"{{/elements}}{{/menu}}\n"                                                     \
	"fil:{{#fil}}{{#elements}}[{{etape_texte}}{{#etape_lien}} {{etape_lien}}"      \
	"{{/etape_lien}}]{{/elements}}{{/fil}}\n"                                      \
	"sommaire:{{#page.sommaire}}{{#elements}}[{{ancre}}{{#second_niveau}} 2"       \
	"{{/second_niveau}}]{{/elements}}{{/page.sommaire}}\n"                         \
	"plan:{{site.plan_lien}}\n"                                                    \
	"canonique:{{#page.canonique}}{{page.canonique}}{{/page.canonique}}\n"         \
	"description:{{#page.description}}{{page.description}}{{/page.description}}\n" \
	"{{#page.contenu}}{{page.contenu}}{{/page.contenu}}\n"

static void put_pages(struct world *w)
{
	world_template(w, "page.html", SHOWN);
	world_put(w, "commune/pages/vie/index.md", "---\ntitre: Vie\nordre: 1\n---\n");
	world_put(w, "commune/pages/vie/ecole.md",
		"---\ntitre: \"L'école : infos\"\n---\nVoir [la "
		"mairie](../mairie.md#horaires), "
		"[ici](#cantine) et [ce plan](../../documents/plan%20été.pdf).\n\n"
		"# Cantine\n\n## Tarifs\n\n# Garderie\n\n### Trop bas\n");
	world_put(w, "commune/pages/mairie.md",
		"---\ntitre: Mairie\nordre: 2\n---\n## Horaires\n");
	world_put(w, "commune/documents/plan été.pdf", "%PDF");
}

static void links_lead_from_a_folder(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_render(&w);
	world_shows(&w, "vie/ecole.html",
		"<a href=\"../mairie.html#horaires\">la mairie</a>");
	world_shows(&w, "vie/ecole.html", "<a href=\"#cantine\">ici</a>");
	world_shows(
		&w, "vie/ecole.html", "href=\"../documents/plan%20%C3%A9t%C3%A9.pdf\"");
	world_shows(&w, "vie/ecole.html", "plan:../plan-du-site.html");
	world_shows(&w, "mairie.html", "plan:plan-du-site.html");
	world_close(&w);
}

static void menu_marks_one_page_only(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_render(&w);
	world_shows(&w, "vie/ecole.html",
		"menu:[Vie ../vie/index.html dedans(L’école\u00a0: infos "
		"../vie/ecole.html "
		"ici)][Mairie ../mairie.html]\n");
	world_shows(&w, "vie/index.html",
		"menu:[Vie ../vie/index.html ici(L’école\u00a0: infos "
		"../vie/ecole.html)]"
		"[Mairie ../mairie.html]\n");
	world_shows(&w, "mairie.html",
		"menu:[Vie vie/index.html(L’école\u00a0: infos vie/ecole.html)]"
		"[Mairie mairie.html ici]\n");
	world_close(&w);
}

static void trail_ends_with_the_page(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_render(&w);
	world_shows(&w, "vie/ecole.html",
		"fil:[Accueil ../index.html][Vie ../vie/index.html]"
		"[L’école\u00a0: infos]\n");
	world_close(&w);
}

static void headings_begin_under_the_title(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_render(&w);
	world_shows(&w, "vie/ecole.html", "<h2 id=\"cantine\">Cantine</h2>");
	world_shows(&w, "vie/ecole.html", "<h3 id=\"tarifs\">Tarifs</h3>");
	world_shows(
		&w, "vie/ecole.html", "sommaire:[#cantine][#tarifs 2][#garderie]\n");
	world_shows(&w, "mairie.html", "<h2 id=\"horaires\">Horaires</h2>");
	world_shows(&w, "mairie.html", "sommaire:\n");
	world_close(&w);
}

/* "menu" is the id of the menu in every theme: a heading must not take it. */
static void heading_with_a_themes_id_gets_another(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "commune/pages/cantine.md",
		"---\ntitre: Cantine\n---\nLe [menu](#menu).\n\n## Menu\n");
	world_put(&w, "commune/pages/ecole.md",
		"---\ntitre: École\n---\nLe [menu](cantine.md#menu).\n");
	world_render(&w);
	world_shows(&w, "cantine.html", "<h2 id=\"texte-menu\">");
	world_shows(&w, "cantine.html", "href=\"#texte-menu\"");
	world_shows(&w, "ecole.html", "href=\"cantine.html#texte-menu\"");
	world_close(&w);
}

static void pictures_of_other_hosts_are_told_in_words(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "commune/images/a b.svg", "<svg/>");
	world_put(&w, "commune/pages/p.md",
		"---\ntitre: P\n---\n![Le lavoir](../images/a%20b.svg \"En mai\")\n\n"
		"![Ailleurs](https://x.example/a.png)\n\n![Perdue](../images/c.png)\n");
	world_render(&w);
	world_shows(&w, "p.html",
		"<figure><img src=\"images/a%20b.svg\" alt=\"Le lavoir\" "
		"decoding=\"async\"><figcaption>En mai</figcaption></figure>");
	world_lacks(&w, "p.html", "x.example");
	world_shows(&w, "p.html", "<p>Ailleurs</p>");
	world_shows(&w, "p.html", "<p>Perdue</p>");
	world_close(&w);
}

static void broken_links_are_text(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "commune/pages/p.md",
		"---\ntitre: P\n---\n[perdu](perdue.md) "
		"[dehors](https://x.example/)\n");
	world_render(&w);
	world_shows(&w, "p.html",
		"<p>perdu <a href=\"https://x.example/\" class=\"externe\" "
		"rel=\"external noopener\">dehors</a></p>");
	world_close(&w);
}

static void not_found_page_has_root_paths(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_template(&w, "introuvable.html", SHOWN);
	world_commune(&w, WORLD_MAIRIE "site: { lien: https://pays.example/bourg/ }\n");
	world_render(&w);
	world_shows(&w, "404.html", "plan:/bourg/plan-du-site.html");
	world_shows(&w, "404.html", "[Mairie /bourg/mairie.html]");
	world_shows(&w, "404.html", "canonique:\n");
	world_close(&w);
}

static void canonical_address_of_a_folder_ends_in_a_slash(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_commune(&w, WORLD_MAIRIE "site: { lien: https://pays.example/bourg }\n");
	world_render(&w);
	world_shows(
		&w, "vie/index.html", "canonique:https://pays.example/bourg/vie/\n");
	world_shows(&w, "vie/ecole.html",
		"canonique:https://pays.example/bourg/vie/ecole.html\n");
	world_close(&w);
}

static void titles_get_typography_and_are_escaped(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_pages(&w);
	world_put(&w, "commune/pages/p.md",
		"---\ntitre: \"L'eau & <vous> !\"\n---\nDes mots.\n");
	world_render(&w);
	world_shows(&w, "p.html",
		"<title>L’eau &amp; &lt;vous&gt;\u202f! – Saint-Aubin</title>");
	world_shows(&w, "p.html", "description:Des mots.\n");
	world_close(&w);
}

static void faulty_template_makes_no_site(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_template(&w, "plan.html", "{{page.titr}}");
	world_try(&w);
	assert_false(w.rendered);
	assert_true(diag_has(&w.diag, DIAG_ERROR));
	assert_false(publisher_has(w.publisher, STR("index.html")));
	world_close(&w);
}

static void blocks_become_lists_and_cards(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_commune(&w,
		"mairie:\n  adresse: |\n    1 place <du> Marché\n    61000 Bourg\n"
		"  telephone: 02 33 00 00 00\n  horaires: { lundi: 9h-12h }\n");
	world_put(&w, "commune/demarches/a.md",
		"---\ntitre: Un acte\nresume: Résumé.\ncategorie: papiers\n"
		"sur_place: { ou: À la mairie }\n---\n");
	world_put(&w, "commune/pages/vie/p.md",
		"---\ntitre: P\n---\n```demarches\ndemarches: [a]\n```\n\n"
		"```horaires\n```\n\n```contact\n```\n");
	world_render(&w);
	world_shows(&w, "vie/p.html",
		"<ul class=\"bloc-demarches\">\n<li>"
		"<a href=\"../demarches/a.html\">Un acte</a>");
	world_shows(&w, "vie/p.html", "<caption>Horaires de la mairie</caption>");
	world_shows(&w, "vie/p.html",
		"<tr data-jour=\"1\" data-plages=\"540-720\"><th "
		"scope=\"row\">lundi</th><td>de 9\u00a0h à "
		"12\u00a0h</td></tr>");
	world_shows(&w, "vie/p.html", "<th scope=\"row\">dimanche</th><td>fermé</td>");
	world_shows(&w, "vie/p.html",
		"<address>1 place &lt;du&gt; Marché<br>61000 Bourg</address>");
	world_shows(&w, "vie/p.html", "href=\"tel:+33233000000\"");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_lead_from_a_folder),
		cmocka_unit_test(menu_marks_one_page_only),
		cmocka_unit_test(trail_ends_with_the_page),
		cmocka_unit_test(headings_begin_under_the_title),
		cmocka_unit_test(heading_with_a_themes_id_gets_another),
		cmocka_unit_test(pictures_of_other_hosts_are_told_in_words),
		cmocka_unit_test(broken_links_are_text),
		cmocka_unit_test(not_found_page_has_root_paths),
		cmocka_unit_test(canonical_address_of_a_folder_ends_in_a_slash),
		cmocka_unit_test(titles_get_typography_and_are_escaped),
		cmocka_unit_test(faulty_template_makes_no_site),
		cmocka_unit_test(blocks_become_lists_and_cards),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
