/* test_json_ld.c: what pages tell machines: procedures, and the way that leads to them. */
#include "render_world.h"

#define CATALOGUE                                                                      \
	"format: 1\nnom: Les maires ruraux\nediteur: Les maires\n"                     \
	"licence: Licence Ouverte 2.0\nhotes: [www.bon.example]\n"
#define PROCEDURE                                                                      \
	"titre: \"Carte </script> « d'identité »\"\nresume: Résumé.\n"            \
	"categorie: papiers\npublic: [associations, entreprises]\n"

static void open_with_procedure(struct world *w, const char *more, const char *site)
{
	world_open(w);
	world_template(w, "demarche.html",
		"{{#page.donnees_structurees}}{{page.donnees_structurees}}"
		"{{/page.donnees_structurees}}");
	world_commune(
		w, str_printf(&w->arena,
			   "mairie: { adresse: \"1 place de la Mairie\\n61000 Ici\", "
			   "telephone: 02 61 91 00 10 }\n%s"
			   "catalogues: [{ nom: asso, dossier: catalogues/asso }]\n",
			   site)
			   .p);
	world_put(w, "commune/catalogues/asso/catalogue.yaml", CATALOGUE);
	world_put(w, "commune/catalogues/asso/categories.yaml",
		"categories:\n  - { id: papiers, titre: Papiers }\n");
	world_put(w, "commune/catalogues/asso/operateurs.yaml",
		"operateurs:\n  - { id: etat, nom: L’État, telephone: 02 61 91 00 99, "
		"lien: \"https://www.bon.example\" }\n");
	world_put(w, "commune/catalogues/asso/demarches/a.md",
		str_printf(&w->arena, "---\n" PROCEDURE "%s---\nMots.\n", more).p);
	world_render(w);
}

static void procedure_of_the_mairie_has_its_counter_and_its_number(void **state)
{
	(void)state;
	struct world w;
	open_with_procedure(&w, "sur_place: { ou: À la mairie }\n", "");
	world_shows(&w, "demarches/a.html",
		"<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\","
		"\"@type\":\"GovernmentService\",\"name\":\"Carte \\u003c/script> "
		"«\u202fd’identité\u202f»\",\"description\":\"Résumé.\","
		"\"serviceType\":\"Papiers\",\"audience\":{\"@type\":\"Audience\","
		"\"audienceType\":\"Associations, entreprises\"},"
		"\"areaServed\":{\"@type\":\"AdministrativeArea\",\"name\":\"Saint-Aubin\"},"
		"\"serviceOperator\":{\"@type\":\"CityHall\",\"name\":\"");
	world_shows(&w, "demarches/a.html",
		"\"availableChannel\":[{\"@type\":\"ServiceChannel\",\"name\":\"Sur place\","
		"\"serviceLocation\":{\"@type\":\"Place\",\"name\":\"À la mairie\","
		"\"address\":{\"@type\":\"PostalAddress\",\"streetAddress\":"
		"\"1 place de la Mairie\",\"postalCode\":\"61000\","
		"\"addressLocality\":\"Ici\",\"addressCountry\":\"FR\"}},"
		"\"servicePhone\":{\"@type\":\"ContactPoint\","
		"\"telephone\":\"+33261910010\"}}]}</script>");
	world_lacks(&w, "demarches/a.html", "serviceUrl");
	world_close(&w);
}

static void procedure_on_line_is_its_operators(void **state)
{
	(void)state;
	struct world w;
	open_with_procedure(&w,
		"operateur: etat\nsur_place: { ou: En sous-préfecture }\n"
		"service: { lien: \"https://www.bon.example/rdv\" }\n",
		"site: { lien: https://x.example }\n");
	world_shows(&w, "demarches/a.html",
		"\"serviceOperator\":{\"@type\":\"GovernmentOrganization\","
		"\"name\":\"L’État\",\"url\":\"https://www.bon.example\","
		"\"telephone\":\"+33261910099\"},\"availableChannel\":["
		"{\"@type\":\"ServiceChannel\",\"name\":\"En ligne\","
		"\"serviceUrl\":\"https://www.bon.example/rdv\"},");
	world_lacks(&w, "demarches/a.html", "+33261910010");
	world_shows(&w, "demarches/a.html",
		"\"url\":\"https://x.example/demarches/a.html\"");
	world_shows(&w, "demarches/a.html",
		"{\"@type\":\"ListItem\",\"position\":2,\"name\":\"Démarches\","
		"\"item\":\"https://x.example/demarches/\"}");
	world_close(&w);
}

static void way_to_a_page_is_relative_without_address(void **state)
{
	(void)state;
	struct world w;
	open_with_procedure(&w, "sur_place: { ou: À la mairie }\n", "");
	world_shows(&w, "demarches/a.html",
		"{\"@type\":\"ListItem\",\"position\":1,\"name\":\"Saint-Aubin\","
		"\"item\":\"../index.html\"}");
	world_lacks(&w, "demarches/a.html", "https://x.example");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			procedure_of_the_mairie_has_its_counter_and_its_number),
		cmocka_unit_test(procedure_on_line_is_its_operators),
		cmocka_unit_test(way_to_a_page_is_relative_without_address),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
