/* test_feed.c: the Atom feed and the list of news. */
#include "render_world.h"

#define FEED "actualites/flux.xml"

static void put_news(struct world *w)
{
	world_put(w, "commune/actualites/2026-11-12-eau.md",
		"---\ntitre: L'eau & nous\nresume: Un \"résumé\".\ncategorie: "
		"Eau\n---\n"
		"Voir [l'école](../pages/ecole.md) et [la suite](#suite).\n\n## "
		"Suite\n");
	world_put(w, "commune/actualites/2025-06-01-pont.md",
		"---\ntitre: Le pont\npublier_le: 2025-06-02 08:30\n---\nMots.\n");
	world_put(w, "commune/actualites/2026-12-24-plus-tard.md",
		"---\ntitre: Plus tard\npublier_le: 2026-12-24\n---\nMots.\n");
	world_put(w, "commune/pages/ecole.md", "---\ntitre: École\n---\n");
}

static void feed_has_absolute_addresses_and_the_dates_of_news(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_news(&w);
	world_commune(&w, WORLD_MAIRIE "site: { lien: https://x.example }\n");
	world_render(&w);
	world_shows(&w, FEED, "<id>https://x.example/actualites/flux.xml</id>");
	world_shows(&w, FEED, "<title>L’eau &amp; nous</title>");
	world_shows(&w, FEED, "<updated>2026-11-12T00:00:00+01:00</updated>\n<author>");
	world_shows(&w, FEED,
		"<published>2025-06-01T00:00:00+02:00</published>\n"
		"<updated>2025-06-02T08:30:00+02:00</updated>");
	world_shows(&w, FEED, "href=&quot;https://x.example/ecole.html&quot;");
	world_shows(&w, FEED,
		"href=&quot;https://x.example/actualites/eau.html#suite&quot;");
	world_shows(&w, FEED, "<category term=\"Eau\"/>");
	world_lacks(&w, FEED, "Plus tard");
	world_close(&w);
}

static void feed_of_a_site_without_address_is_relative(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_news(&w);
	world_render(&w);
	world_shows(&w, FEED, "<id>urn:uuid:");
	world_shows(&w, FEED, "href=\"../actualites/eau.html\"");
	world_shows(&w, FEED, "href=&quot;../ecole.html&quot;");
	world_close(&w);
}

static void feed_without_news_is_of_no_day(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_render(&w);
	world_shows(&w, FEED, "<updated>1970-01-01T00:00:00+01:00</updated>");
	world_lacks(&w, FEED, "<entry>");
	world_close(&w);
}

static void list_marks_the_first_news_of_each_year(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_news(&w);
	world_put(
		&w, "commune/actualites/2026-02-01-loto.md", "---\ntitre: Loto\n---\n");
	world_template(&w, "actualites.html",
		"<p>{{#liste}}{{#actualites}}{{#elements}}{{#fiche_change_annee}}="
		"{{/fiche_change_annee}}{{fiche_titre}};{{/elements}}{{/actualites}}"
		"{{/liste}}</p>");
	world_render(&w);
	world_shows(
		&w, "actualites/index.html", "<p>=L’eau &amp; nous;Loto;=Le pont;</p>");
	world_close(&w);
}

static void alert_is_on_every_page_with_its_end(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	put_news(&w);
	world_put(&w, "commune/actualites/2026-11-20-verglas.md",
		"---\ntitre: Verglas\nalerte: { niveau: urgence, au: 2026-11-27 18:00 "
		"}\n---\n");
	world_template(&w, "page.html",
		"<p>{{#alertes}}{{#elements}}[{{niveau}} {{niveau_texte}} "
		"{{alerte_titre}} "
		"{{alerte_lien}} {{jusqu_au}}]{{/elements}}{{/alertes}}</p>");
	world_render(&w);
	world_shows(&w, "ecole.html",
		"[urgence Urgence Verglas actualites/verglas.html "
		"jusqu’au vendredi 27 novembre 2026 à 18\u00a0h]");
	world_close(&w);
}

static void alerts_have_a_feed_of_their_own(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "commune/actualites/2026-11-20-coupure.md",
		"---\ntitre: Coupure d'eau\nresume: Au bourg.\nalerte: { niveau: urgence, "
		"du: 2026-11-24 08:00, au: 2026-11-24 18:00 }\n---\nMots.\n");
	world_put(&w, "commune/actualites/2026-11-21-venir.md",
		"---\ntitre: À venir\nalerte: { du: 2026-11-25, au: 2026-11-26 }\n---\n");
	world_put(&w, "commune/actualites/2026-11-22-finie.md",
		"---\ntitre: Finie\nalerte: { au: 2026-11-24 10:00 }\n---\n");
	world_render(&w);
	world_shows(&w, "alertes.xml", "<title>Alertes – Saint-Aubin</title>");
	world_shows(&w, "alertes.xml", "<title>Coupure d’eau</title>");
	world_shows(
		&w, "alertes.xml", "<published>2026-11-24T08:00:00+01:00</published>");
	world_shows(&w, "alertes.xml", "<category term=\"Urgence\"/>");
	world_shows(&w, "alertes.xml",
		"<summary>Jusqu’au mardi 24 novembre 2026 à 18\u00a0h. Au bourg.</summary>");
	world_shows(&w, "alertes.xml", "href=\"actualites/coupure.html\"");
	world_shows(&w, "alertes.xml",
		"<link rel=\"self\" type=\"application/atom+xml\" href=\"alertes.xml\"/>");
	world_lacks(&w, "alertes.xml", "À venir");
	world_lacks(&w, "alertes.xml", "Finie");
	world_close(&w);
}

static void without_alerts_their_feed_is_empty(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_render(&w);
	world_lacks(&w, "alertes.xml", "<entry>");
	world_shows(&w, "alertes.xml", "<updated>1970-01-01T00:00:00+01:00</updated>");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(feed_has_absolute_addresses_and_the_dates_of_news),
		cmocka_unit_test(feed_of_a_site_without_address_is_relative),
		cmocka_unit_test(feed_without_news_is_of_no_day),
		cmocka_unit_test(alerts_have_a_feed_of_their_own),
		cmocka_unit_test(without_alerts_their_feed_is_empty),
		cmocka_unit_test(list_marks_the_first_news_of_each_year),
		cmocka_unit_test(alert_is_on_every_page_with_its_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
