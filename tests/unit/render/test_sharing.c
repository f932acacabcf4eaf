/* test_sharing.c: a page shown elsewhere (Open Graph), and the web manifest. */
#include "render_world.h"

#define ADDRESS "site: { lien: https://x.example/bourg, blason: images/pommes.png }\n"

/* What the command's door would say of any picture: as wide as *user says, one copy. */
static void look(void *user, struct arena *a, const struct picture_request *asked,
	struct picture *out, size_t n)
{
	(void)a;
	for (size_t i = 0; i < n; i++)
		out[i] = (struct picture){.state = PICTURE_REDUCED,
			.format = picture_format_of_path(asked[i].file->path),
			.width = *(const int *)user,
			.height = 540,
			.key = STR("0a1b2c3d"),
			.webp = {{.name = STR("copie"), .width = 480, .height = 270}},
			.n_webp = 1};
}

static void render_with(struct world *w, const char *site, const char *image, int width)
{
	struct site_doors doors = {.pictures = {&width, look}};
	world_open(w);
	world_template(w, "actualite.html",
		"{{#page.partage}}{{page.partage}}{{/page.partage}}");
	world_template(w, "introuvable.html",
		"<p>{{#page.partage}}{{page.partage}}{{/page.partage}}</p>\n");
	world_put(w, "commune/images/pommes.png", "octets");
	world_put(w, "commune/images/pommes.svg", "octets");
	world_put(w, "commune/actualites/2026-10-19-pommes.md",
		str_printf(&w->arena,
			"---\ntitre: L'été \"& nous\"\nresume: Un résumé.\nimage: %s\n"
			"image_texte: \"Des pommes : rouges\"\n---\nMots.\n",
			image)
			.p);
	world_commune(w, str_printf(&w->arena, WORLD_MAIRIE "%s", site).p);
	w->doors = &doors;
	world_render(w);
	w->doors = NULL;
}

static void page_says_how_it_is_shown_elsewhere(void **state)
{
	(void)state;
	struct world w;
	render_with(&w, ADDRESS, "images/pommes.png", 960);
	world_shows(&w, "actualites/pommes.html",
		"<meta property=\"og:title\" content=\"L’été «\u202f&amp; nous\u202f»\">\n"
		"<meta property=\"og:description\" content=\"Un résumé.\">\n"
		"<meta property=\"og:type\" content=\"article\">\n"
		"<meta property=\"og:locale\" content=\"fr_FR\">\n"
		"<meta property=\"og:site_name\" content=\"Saint-Aubin\">\n"
		"<meta property=\"og:url\" "
		"content=\"https://x.example/bourg/actualites/pommes.html\">\n"
		"<meta property=\"og:image\" "
		"content=\"https://x.example/bourg/images/pommes.png\">\n"
		"<meta property=\"og:image:width\" content=\"960\">\n"
		"<meta property=\"og:image:height\" content=\"540\">\n"
		"<meta property=\"og:image:alt\" content=\"Des pommes\u00a0: rouges\">\n"
		"<meta property=\"article:published_time\" content=\"2026-10-19\">");
	world_shows(&w, "404.html", "<p></p>");
	world_close(&w);
}

static void without_address_a_page_gives_words_only(void **state)
{
	(void)state;
	struct world w;
	render_with(&w, "", "images/pommes.png", 960);
	world_shows(&w, "actualites/pommes.html", "og:title");
	world_lacks(&w, "actualites/pommes.html", "og:url");
	world_lacks(&w, "actualites/pommes.html", "og:image");
	world_close(&w);
}

static void picture_that_nobody_would_show_is_not_given(void **state)
{
	(void)state;
	static const struct {
		const char *image;
		int width;
	} cases[] = {{"images/pommes.png", 199}, {"images/pommes.png", 0},
		{"images/pommes.svg", 960}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct world w;
		render_with(&w, ADDRESS, cases[i].image, cases[i].width);
		world_shows(&w, "actualites/pommes.html", "og:url");
		world_lacks(&w, "actualites/pommes.html", "og:image");
		world_close(&w);
	}
}

static void manifest_has_the_copies_of_the_blason_and_the_colours(void **state)
{
	(void)state;
	struct world w;
	render_with(&w, "site: { blason: images/pommes.png, couleur: \"#2f5d3a\" }\n",
		"images/pommes.png", 960);
	world_shows(&w, "manifest.json",
		"{\"name\":\"Saint-Aubin\",\"short_name\":\"Saint-Aubin\",\"lang\":\"fr\","
		"\"start_url\":\"index.html\",\"scope\":\"./\",\"display\":\"browser\","
		"\"background_color\":\"#faf7f0\",\"theme_color\":\"#2f5d3a\",\"icons\":["
		"{\"src\":\"images/pommes-480.0a1b2c3d.webp\",\"sizes\":\"480x270\","
		"\"type\":\"image/webp\"},{\"src\":\"images/pommes.png\","
		"\"sizes\":\"960x540\",\"type\":\"image/png\"}]}\n");
	world_close(&w);
}

static void manifest_takes_a_drawn_blason_or_the_sign_of_the_theme(void **state)
{
	(void)state;
	struct world w;
	render_with(
		&w, "site: { blason: images/pommes.svg }\n", "images/pommes.png", 960);
	world_shows(&w, "manifest.json",
		"\"icons\":[{\"src\":\"images/pommes.svg\",\"sizes\":\"any\","
		"\"type\":\"image/svg+xml\"}]}");
	world_close(&w);
	world_open(&w);
	world_put(&w, "themes/essai/assets/icone.svg", "<svg/>");
	world_render(&w);
	world_shows(&w, "manifest.json", "\"icons\":[{\"src\":\"assets/icone.");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_says_how_it_is_shown_elsewhere),
		cmocka_unit_test(without_address_a_page_gives_words_only),
		cmocka_unit_test(picture_that_nobody_would_show_is_not_given),
		cmocka_unit_test(manifest_has_the_copies_of_the_blason_and_the_colours),
		cmocka_unit_test(
			manifest_takes_a_drawn_blason_or_the_sign_of_the_theme),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
