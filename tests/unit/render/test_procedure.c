/* test_procedure.c: procedures in their page and in lists. */
#include "render_world.h"

#define CATALOGUE                                                                      \
	"format: 1\nnom: Les maires ruraux\nediteur: Les maires\n"                     \
	"licence: Licence Ouverte 2.0\nhotes: [www.bon.example]\n"

static void define(
	struct world *w, const char *path, const char *more, const char *body)
{
	world_put(w, path,
		str_printf(&w->arena,
			"---\ntitre: Titre\nresume: Résumé.\ncategorie: "
			"papiers\n%s---\n%s",
			more, body)
			.p);
}

static void open_with_catalogue(struct world *w)
{
	world_open(w);
	world_template(w, "demarche.html",
		"<pre>{{#demarche}}\n{{#en_ligne}}enligne:{{service_lien}} {{bouton}} "
		"{{hote}}\n{{/en_ligne}}{{#sur_place}}surplace:{{#ou}}{{ou}}{{/ou}}"
		"{{#a_la_mairie}} ICI{{/a_la_mairie}}\n{{/sur_place}}"
		"{{#pieces}}{{#elements}}[{{piece}}]{{/elements}}{{/pieces}}\n"
		"{{#cout}}cout:{{cout}}\n{{/"
		"cout}}pour:{{pour_qui}}\nsource:{{source_nom}}\n"
		"{{#notes}}{{#elements}}({{note_titre}}){{note_texte}}{{/elements}}"
		"{{/notes}}\n{{#voir_aussi}}{{#elements}}({{carte_titre}})"
		"{{/elements}}{{/voir_aussi}}{{/demarche}}</pre>\n"
		"{{#page.contenu}}{{page.contenu}}{{/page.contenu}}\n"
		"fil:{{#fil}}{{#elements}}[{{etape_texte}}]{{/elements}}{{/fil}}\n");
	world_commune(w,
		WORLD_MAIRIE "catalogues: [{ nom: asso, dossier: catalogues/asso }]\n"
			     "demarches_en_avant: [b, perdue]\n");
	world_put(w, "commune/catalogues/asso/catalogue.yaml", CATALOGUE);
	world_put(w, "commune/catalogues/asso/categories.yaml",
		"categories:\n  - { id: papiers, titre: Papiers }\n");
	define(w, "commune/catalogues/asso/demarches/a.md",
		"service: { lien: \"https://www.bon.example/rdv\" }\n"
		"sur_place: { ou: À la mairie du lieu de naissance }\n"
		"pieces: [L'acte, Une photo]\npublic: [particuliers, associations]\n"
		"cout: \"25 €\"\nvoir_aussi: [b]\n",
		"## Comment faire\n");
	define(w, "commune/demarches/b.md",
		"sur_place: { ou: \"À la mairie, sur rendez-vous\" }\n", "Mots.\n");
}

static void trail_of_a_procedure_goes_through_its_category(void **state)
{
	(void)state;
	struct world w;
	open_with_catalogue(&w);
	world_render(&w);
	world_shows(
		&w, "demarches/a.html", "fil:[Accueil][Démarches][Papiers][Titre]\n");
	world_close(&w);
}

static void page_shows_the_service_and_the_human_way(void **state)
{
	(void)state;
	struct world w;
	open_with_catalogue(&w);
	world_render(&w);
	const char *a = "demarches/a.html";
	world_shows(&w, a,
		"enligne:https://www.bon.example/rdv Faire la démarche en ligne "
		"bon.example");
	world_shows(&w, a, "surplace:À la mairie du lieu de naissance\n");
	world_shows(&w, a, "[L’acte][Une photo]");
	world_shows(&w, a, "pour:Particuliers, associations");
	world_shows(&w, a, "source:Les maires ruraux");
	world_shows(&w, a, "(Titre)");
	world_shows(
		&w, "demarches/b.html", "surplace:À la mairie, sur rendez-vous ICI\n");
	world_shows(&w, "demarches/b.html", "source:La mairie");
	world_close(&w);
}

static void notes_stand_apart_and_their_ids_differ(void **state)
{
	(void)state;
	struct world w;
	open_with_catalogue(&w);
	world_put(&w, "commune/demarches/a.md",
		"---\nmodifie: oui\n---\nVoir [plus bas](#comment-faire).\n\n"
		"## Comment faire\n");
	world_render(&w);
	const char *a = "demarches/a.html";
	world_shows(&w, a, "(Note de la mairie)");
	world_shows(&w, a, "<h2 id=\"comment-faire\">");
	world_shows(&w, a, "<h3 id=\"texte-");
	struct str bytes = world_bytes(&w, a), id = STR("id=\"comment-faire\"");
	size_t first = str_find(bytes, id);
	struct str rest = str_from(bytes, first + 1);
	assert_true(first < bytes.n);
	assert_int_equal(str_find(rest, id), rest.n);
	world_close(&w);
}

static void hidden_procedure_leads_elsewhere(void **state)
{
	(void)state;
	struct world w;
	open_with_catalogue(&w);
	world_put(&w, "commune/demarches/a.md",
		"---\nmodifie: oui\nmasquer: oui\nremplacee_par: b\n---\n");
	world_render(&w);
	world_shows(
		&w, "demarches/a.html", "<a href=\"../demarches/b.html\">Titre</a>");
	world_close(&w);
}

static void lists_group_by_category(void **state)
{
	(void)state;
	struct world w;
	open_with_catalogue(&w);
	define(&w, "commune/demarches/c.md", "sur_place: { ou: Ici }\n", "");
	world_put(&w, "commune/demarches/d.md",
		"---\ntitre: Seule\nresume: R.\ncategorie: ailleurs\n"
		"sur_place: { ou: Ici }\n---\n");
	world_template(&w, "demarches.html",
		"<p>{{#liste}}{{#groupes}}{{#elements}}[{{groupe_titre}} "
		"{{groupe_lien}}"
		"{{#cartes}} {{nombre}}:{{#elements}} {{carte_adresse}}{{/elements}}"
		"{{/cartes}}]{{/elements}}{{/groupes}}{{/liste}}</p>");
	world_template(&w, "rubrique.html",
		"<p>{{#liste}}{{#groupes}}{{#elements}}[{{groupe_titre}}]{{/elements}}"
		"{{/groupes}}{{/liste}}</p>");
	world_template(&w, "accueil.html",
		"<p>{{#accueil}}{{#frequentes}}{{#elements}}[{{carte_adresse}}]"
		"{{/elements}}{{/frequentes}}{{/accueil}}</p>");
	world_render(&w);
	world_shows(&w, "demarches/index.html",
		"[Papiers ../demarches/categories/papiers.html 3:");
	world_shows(&w, "demarches/index.html",
		"[Autres démarches ../demarches/index.html 1: ../demarches/d.html]");
	world_shows(&w, "demarches/categories/papiers.html", "<p>[Papiers]</p>");
	world_shows(&w, "index.html", "<p>[demarches/b.html]</p>");
	world_close(&w);
}

static void sources_name_catalogues_and_dates(void **state)
{
	(void)state;
	struct world w;
	open_with_catalogue(&w);
	define(&w, "commune/catalogues/asso/demarches/e.md",
		"sur_place: { ou: Ici }\nverifie_le: 2026-04-04\n", "");
	world_render(&w);
	world_shows(&w, "sources.html", "<h2>Les maires ruraux</h2>");
	world_shows(&w, "sources.html", "<dd>Licence Ouverte 2.0</dd>");
	world_shows(&w, "sources.html", "<dd>2, vérifiées le 4 avril 2026</dd>");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_shows_the_service_and_the_human_way),
		cmocka_unit_test(notes_stand_apart_and_their_ids_differ),
		cmocka_unit_test(hidden_procedure_leads_elsewhere),
		cmocka_unit_test(trail_of_a_procedure_goes_through_its_category),
		cmocka_unit_test(lists_group_by_category),
		cmocka_unit_test(sources_name_catalogues_and_dates),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
