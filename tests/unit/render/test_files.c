/* test_files.c: what is no page: assets, colours, documents, site map. */
#include "render_world.h"

/* The text between two marks of a published file. */
static struct str between(
	struct world *w, const char *path, const char *from, const char *to)
{
	struct str s = world_bytes(w, path);
	s = str_from(s, str_find(s, str_of(from)) + strlen(from));
	return str_sub(s, 0, str_find(s, str_of(to)));
}

static void open_with_assets(struct world *w)
{
	world_open(w);
	world_put(w, "themes/essai/assets/style.css",
		"a { background: url(images/fond.svg) }\nb { src: url( \"https://x/\" "
		") }\n");
	world_put(w, "themes/essai/assets/images/fond.svg", "<svg/>");
	world_template(w, "page.html",
		"<link href=\"{{ressources.style_css}}\"><b>"
		"{{ressources.images_fond_svg}}</b><i>{{site.palette}}</i>");
	world_put(w, "commune/pages/vie/p.md", "---\ntitre: P\n---\n");
}

static void assets_carry_a_fingerprint(void **state)
{
	(void)state;
	struct world w;
	open_with_assets(&w);
	world_render(&w);
	struct str style = between(&w, "vie/p.html", "href=\"../", "\"");
	struct str picture = between(&w, "vie/p.html", "<b>../", "</b>");
	struct str colours = between(&w, "vie/p.html", "<i>../", "</i>");
	assert_true(str_starts(style, STR("assets/style.")));
	assert_int_equal(style.n, strlen("assets/style.12345678.css"));
	assert_true(str_starts(picture, STR("assets/images/fond.")));
	world_shows(&w, str_cstr(&w.arena, picture), "<svg/>");
	world_shows(&w, str_cstr(&w.arena, colours), "--accent:");
	/* The sheet names the picture as it is published, and leaves the rest alone. */
	struct str named =
		str_printf(&w.arena, "url(\"%.*s\")", STR_ARG(str_from(picture, 7)));
	world_shows(&w, str_cstr(&w.arena, style), named.p);
	world_shows(&w, str_cstr(&w.arena, style), "url( \"https://x/\" )");
	world_close(&w);
}

static void fingerprint_of_a_sheet_follows_its_pictures(void **state)
{
	(void)state;
	struct world one, two;
	open_with_assets(&one);
	world_render(&one);
	open_with_assets(&two);
	world_put(&two, "themes/essai/assets/images/fond.svg", "<svg></svg>");
	world_render(&two);
	assert_false(str_eq(between(&one, "vie/p.html", "href=\"../", "\""),
		between(&two, "vie/p.html", "href=\"../", "\"")));
	world_close(&one);
	world_close(&two);
}

static void documents_are_copied_byte_for_byte(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "commune/documents/été 2026/budget.csv", "a;b\r\n\x01");
	world_render(&w);
	struct str bytes = world_bytes(&w, "documents/été 2026/budget.csv");
	assert_true(str_is(bytes, "a;b\r\n\x01"));
	world_close(&w);
}

static void site_map_needs_the_sites_address(void **state)
{
	(void)state;
	struct world w;
	open_with_assets(&w);
	world_render(&w);
	assert_false(publisher_has(w.publisher, STR("sitemap.xml")));
	world_lacks(&w, "robots.txt", "Sitemap");
	world_close(&w);
	open_with_assets(&w);
	world_put(&w, "commune/pages/vie/p.md",
		"---\ntitre: P\nmise_a_jour: 2026-03-01\n---\n");
	world_commune(&w, WORLD_MAIRIE "site: { lien: https://x.example/b }\n");
	world_render(&w);
	world_shows(&w, "sitemap.xml",
		"<url><loc>https://x.example/b/vie/p.html</loc>"
		"<lastmod>2026-03-01</lastmod></url>");
	world_shows(&w, "sitemap.xml", "<loc>https://x.example/b/</loc>");
	world_lacks(&w, "sitemap.xml", "404");
	world_shows(&w, "robots.txt", "Sitemap: https://x.example/b/sitemap.xml");
	world_close(&w);
}

static void site_map_page_has_sections_with_their_pages(void **state)
{
	(void)state;
	struct world w;
	open_with_assets(&w);
	world_put(&w, "commune/pages/seule.md", "---\ntitre: Seule\n---\n");
	world_template(&w, "plan.html",
		"<p>{{#plan}}{{#elements}}[{{plan_titre}}{{#plan_pages}}{{#elements}} "
		"{{plan_page_lien}}{{/elements}}{{/plan_pages}}]{{/elements}}{{/"
		"plan}}</p>");
	world_render(&w);
	world_shows(&w, "plan-du-site.html",
		"<p>[Accueil][Vie vie/p.html]"
		"[Autres pages seule.html]"
		"[Informations légales sources.html]</p>");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(assets_carry_a_fingerprint),
		cmocka_unit_test(fingerprint_of_a_sheet_follows_its_pictures),
		cmocka_unit_test(documents_are_copied_byte_for_byte),
		cmocka_unit_test(site_map_needs_the_sites_address),
		cmocka_unit_test(site_map_page_has_sections_with_their_pages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
