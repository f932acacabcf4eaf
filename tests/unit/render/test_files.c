/* test_files.c: what is no page: assets, colours, documents, site map. */
#include "render_world.h"

#include "render/sitemap.h"

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

/* The published address of the sheet of a site whose last sheet of three says `last`. */
static struct str first_sheet(struct world *w, const char *last)
{
	open_with_assets(w);
	world_put(w, "themes/essai/assets/style.css",
		"/* @import \"absente.css\" */\n@import \"suite/a.css\" screen;\n");
	world_put(w, "themes/essai/assets/suite/a.css", "@import url(../z.css);\n");
	world_put(w, "themes/essai/assets/z.css", last);
	world_render(w);
	return between(w, "vie/p.html", "href=\"../", "\"");
}

static void fingerprint_of_a_sheet_follows_the_sheets_it_names(void **state)
{
	(void)state;
	struct world one, two;
	struct str a = first_sheet(&one, "p { color: red }\n");
	struct str b = first_sheet(&two, "p { color: blue }\n");
	assert_false(str_eq(a, b));
	world_shows(&one, str_cstr(&one.arena, a), "/* @import \"absente.css\" */");
	world_shows(&one, str_cstr(&one.arena, a), "@import \"suite/a.");
	world_shows(&one, str_cstr(&one.arena, a), ".css\" screen;");
	assert_int_equal(world_said(&one, MSG_STYLE_LOOP), 0);
	world_close(&one);
	world_close(&two);
}

static void a_part_of_a_picture_keeps_its_name(void **state)
{
	(void)state;
	struct world w;
	open_with_assets(&w);
	world_put(&w, "themes/essai/assets/style.css",
		"a { background: url(images/fond.svg#eau); content: \"url(fond.svg)\" }");
	world_render(&w);
	struct str sheet = between(&w, "vie/p.html", "href=\"../", "\"");
	world_shows(&w, str_cstr(&w.arena, sheet), "url(\"images/fond.");
	world_shows(&w, str_cstr(&w.arena, sheet),
		".svg#eau\"); content: \"url(fond.svg)\"");
	world_close(&w);
}

static void sheets_that_name_one_another_are_said(void **state)
{
	(void)state;
	struct world w;
	first_sheet(&w, "p {}\n@import 'style.css';\n");
	assert_int_equal(world_said(&w, MSG_STYLE_LOOP), 1);
	world_close(&w);
}

/* Two files of at most three addresses each, or of 400 bytes, and what lists them. */
static void a_long_site_map_is_split_behind_an_index(void **state)
{
	(void)state;
	struct arena a = {0};
	for (int by_size = 0; by_size < 2; by_size++) {
		struct publisher *p = publisher_memory(&a);
		struct sitemap m = sitemap_of(&a, STR("https://x.example/"), p);
		assert_int_equal(m.max_urls, 50000);
		assert_int_equal(m.max_bytes, 52428800);
		m.max_urls = by_size ? 1000 : 3;
		m.max_bytes = by_size ? 400 : 100000;
		for (int i = 0; i < 6; i++)
			sitemap_add(&m, STR("https://x.example/a&b.html"),
				STR("2026-03-01"));
		sitemap_end(&m);
		struct str index, one, two;
		assert_true(publisher_memory_get(p, STR("sitemap.xml"), &index));
		assert_true(publisher_memory_get(p, STR("sitemap-1.xml"), &one));
		assert_true(publisher_memory_get(p, STR("sitemap-2.xml"), &two));
		assert_false(publisher_has(p, STR("sitemap-3.xml")));
		assert_true(str_find(index, STR("<sitemap><loc>https://x.example/"
						"sitemap-2.xml</loc></sitemap>\n"
						"</sitemapindex>\n")) < index.n);
		assert_true(one.n <= m.max_bytes && two.n <= m.max_bytes);
		assert_true(str_ends(one, STR("</urlset>\n")));
		assert_true(str_starts(two, STR("<?xml")));
		publisher_close(p);
	}
	arena_release(&a);
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
		cmocka_unit_test(fingerprint_of_a_sheet_follows_the_sheets_it_names),
		cmocka_unit_test(a_part_of_a_picture_keeps_its_name),
		cmocka_unit_test(sheets_that_name_one_another_are_said),
		cmocka_unit_test(a_long_site_map_is_split_behind_an_index),
		cmocka_unit_test(documents_are_copied_byte_for_byte),
		cmocka_unit_test(site_map_needs_the_sites_address),
		cmocka_unit_test(site_map_page_has_sections_with_their_pages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
