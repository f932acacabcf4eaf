/* Running text: headings and their ids, links and pictures with their places,
 * typography. */
#include "world.h"

static void headings_get_unique_ids_and_an_outline(void **state)
{
	(void)state;
	struct world w;
	world_init(&w,
		"## L’été à *Œuilly*\n\nTarifs\n------\n\n### Tarifs\n\n# Tarifs\n\n"
		"## Tarifs-2\n\n## Les `clés` [ici](a.md) ![du logo](b.png)\n\n## "
		"???\n");
	static const struct {
		int level;
		const char *id, *text;
		unsigned line, column;
	} expected[] = {
		{2, "l-ete-a-oeuilly", "L’été à Œuilly", 1, 1},
		{2, "tarifs", "Tarifs", 3, 1},
		{3, "tarifs-2", "Tarifs", 6, 1},
		{1, "tarifs-3", "Tarifs", 8, 1},
		{2, "tarifs-2-2", "Tarifs-2", 10, 1},
		{2, "les-cles-ici-du-logo", "Les clés ici du logo", 12, 1},
		{2, "section", "???", 14, 1},
	};
	assert_int_equal(w.body.headings.n, sizeof expected / sizeof *expected);
	for (size_t i = 0; i < w.body.headings.n; i++) {
		const struct body_heading *h = &w.body.headings.v[i];
		assert_int_equal(h->level, expected[i].level);
		assert_text(h->id, expected[i].id);
		assert_text(h->text, expected[i].text);
		assert_int_equal(h->loc.line, expected[i].line);
		assert_int_equal(h->loc.column, expected[i].column);
	}
	assert_int_equal(w.body.top, 1);
	assert_quiet(&w);
	world_release(&w);
}

static void a_thousand_headings_of_one_name_are_told_apart(void **state)
{
	(void)state;
	struct world w = {0};
	struct strbuf b = strbuf_on(&w.arena);
	for (int i = 0; i < 1000; i++)
		strbuf_lit(&b, "# Tarifs\n\n");
	world_compile(&w, strbuf_str(&b), 0);
	assert_text(w.body.headings.v[0].id, "tarifs");
	assert_text(w.body.headings.v[999].id, "tarifs-1000");
	world_release(&w);
}

struct expected_link {
	const char *target, *text;
	unsigned line, column;
	bool automatic;
};

static void assert_links(struct world *w, const struct expected_link *e, size_t n)
{
	assert_int_equal(w->body.links.n, n);
	for (size_t i = 0; i < n; i++) {
		const struct body_link *l = &w->body.links.v[i];
		assert_text(l->target, e[i].target);
		assert_text(l->text, e[i].text);
		assert_int_equal(l->loc.line, e[i].line);
		assert_int_equal(l->loc.column, e[i].column);
		assert_int_equal(l->automatic, e[i].automatic);
	}
}

static void links_keep_target_text_and_place(void **state)
{
	(void)state;
	struct world w = {0};
	world_compile(&w,
		STR("---\ntitre: x\n---\n"
		    "Été [la *carte* `x`](../a/carte.md#pieces \"Un titre\") et\n"
		    "  [b&amp;c](<mon fichier.pdf>) puis <https://x.fr/é> et [d].\n\n"
		    "> - [![le logo](l.png) texte](e%20f.md)\n\n[d]: d.md\n"),
		17);
	static const struct expected_link expected[] = {
		{"../a/carte.md#pieces", "la carte x", 4, 5, false},
		{"mon fichier.pdf", "b&c", 5, 3, false},
		{"https://x.fr/é", "https://x.fr/é", 5, 37, false},
		{"d.md", "d", 5, 57, false},
		{"e%20f.md", "le logo texte", 7, 5, false},
	};
	assert_links(&w, expected, sizeof expected / sizeof *expected);
	assert_text(w.body.links.v[0].title, "Un titre");
	assert_quiet(&w);
	world_release(&w);
}

static void places_are_right_behind_carriage_returns(void **state)
{
	(void)state;
	struct world w;
	world_init(&w, "Un\r\ndeux [a](a.md)\r\n\r\n# Trois\r\n\r\n![b](b.png)\r\n");
	assert_int_equal(w.body.links.v[0].loc.line, 2);
	assert_int_equal(w.body.links.v[0].loc.column, 6);
	assert_int_equal(w.body.headings.v[0].loc.line, 4);
	assert_int_equal(w.body.images.v[0].loc.line, 6);
	world_release(&w);
}

static void bare_addresses_become_links(void **state)
{
	(void)state;
	struct world w;
	world_init(&w,
		"Voir https://exemple.fr/a_b(c)?d=1&e#f. Ou (http://exemple.org) :\n"
		"mairie@exemple.fr, 02 33 00 00 00 ou 0233.00.00.00, +33 2 33 00 00 01 "
		";\n"
		"02.33.00.00.02 et 02-33-00-00-03 « https://exemple.fr/fin ».\n");
	static const struct expected_link expected[] = {
		{"https://exemple.fr/a_b(c)?d=1&e#f",
			"https://exemple.fr/a_b(c)?d=1&e#f", 1, 6, true},
		{"http://exemple.org", "http://exemple.org", 1, 45, true},
		{"mailto:mairie@exemple.fr", "mairie@exemple.fr", 2, 1, true},
		{"tel:+33233000000", "02\u202F33\u202F00\u202F00\u202F00", 2, 20, true},
		{"tel:+33233000001", "02\u202F33\u202F00\u202F00\u202F01", 2, 53, true},
		{"tel:+33233000002", "02\u202F33\u202F00\u202F00\u202F02", 3, 1, true},
		{"tel:+33233000003", "02\u202F33\u202F00\u202F00\u202F03", 3, 19, true},
		{"https://exemple.fr/fin", "https://exemple.fr/fin", 3, 36, true},
	};
	assert_links(&w, expected, sizeof expected / sizeof *expected);
	world_release(&w);
}

static void what_is_no_address_stays_text(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"xhttps://exemple.fr",
		"https:// et http://",
		"@mairie et a@b",
		"le 02 33 00 00 0 et 102 33 00 00 00",
		"`https://exemple.fr` `a@exemple.fr`",
		"    https://exemple.fr\n",
		"de 0 à 10 : 0 33 [1]",
		"\\[x](a.md)",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct world w;
		world_init(&w, texts[i]);
		if (w.body.links.n)
			fail_msg("a link was made in: %s", texts[i]);
		world_release(&w);
	}
}

static void an_address_in_a_link_makes_no_second_one(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "[voir https://a.fr ici](b.md)\n",
			.html = "<p><a href=\"b.md\">voir https://a.fr ici</a></p>\n"},
		{.text = "[https://a.fr/l'eau...](https://a.fr/l'eau...)\n",
			.html = "<p><a "
				"href=\"https://a.fr/l&#x27;eau...\">https://a.fr/"
				"l'eau..."
				"</a></p>\n"},
		/* Found by fuzz_body: the outer link was never closed. */
		{.text = "[a <https://b.fr> c](d.md) e\n",
			.html = "<p><a href=\"d.md\">a https://b.fr c</a> e</p>\n"},
		{.text = "![02 33 00 00 00](b.png \"T\")\n",
			.html = "<img src=\"b.png\" alt=\"02 33 00 00 00\" title=\"T\">\n"},
	};
	assert_examples(examples);
}

static void pictures_keep_words_and_know_when_they_are_alone(void **state)
{
	(void)state;
	struct world w;
	world_init(&w, "![La *mairie* & l'école](m.jpg \"En mai\")\n\n"
		       "Avec ![](vide.png) du texte ![a ![b](c.png)](d.png).\n\n"
		       "- ![liste](e.png)\n");
	static const struct {
		const char *target, *alt;
		unsigned line, column;
		bool alone;
	} expected[] = {
		{"m.jpg", "La mairie & l’école", 1, 1, true},
		{"vide.png", "", 3, 6, false},
		{"d.png", "a b", 3, 29, false},
		{"e.png", "liste", 5, 3, true},
	};
	assert_int_equal(w.body.images.n, 4);
	for (size_t i = 0; i < 4; i++) {
		const struct body_image *m = &w.body.images.v[i];
		assert_text(m->target, expected[i].target);
		assert_text(m->alt, expected[i].alt);
		assert_int_equal(m->loc.line, expected[i].line);
		assert_int_equal(m->loc.column, expected[i].column);
		assert_int_equal(m->alone, expected[i].alone);
	}
	assert_text(w.body.images.v[0].title, "En mai");
	assert_quiet(&w);
	world_release(&w);
}

static void typography_is_for_text_only(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "L'eau : \"*claire*\" ! `a : b ! 'c'`\n",
			.html = "<p>L’eau\u00A0: «\u202F<em>claire</em>\u202F»\u202F! "
				"<code>a : b ! 'c'</code></p>\n"},
		{.text = "    l'eau : \"x\" !\n",
			.html = "<pre tabindex=\"0\"><code>l'eau : &quot;x&quot; !\n"
				"</code></pre>\n"},
		{.text = "Le **prix** : 5 €\n# L'été ?\n",
			.html = "<p>Le <strong>prix</strong>\u00A0: 5\u00A0€</p>\n"
				"<h1 id=\"l-ete\">L’été\u202F?</h1>\n"},
		{.text = "[l'eau](l'eau.md \"l'eau\") <br> l'air\n",
			.html = "<p><a href=\"l&#x27;eau.md\" "
				"title=\"l'eau\">l’eau</a> <br> "
				"l’air</p>\n"},
		{.text = "Ligne un\nligne deux  \nligne trois\\\nfin\n",
			.html = "<p>Ligne un\nligne deux<br>\nligne trois<br>\nfin</p>\n"},
	};
	assert_examples(examples);
}

static void raw_ampersands_are_escaped_once(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a & b &amp; c < d &lt; \\> 15\"\n",
			.html = "<p>a &amp; b &amp; c &lt; d &lt; &gt; 15&quot;</p>\n"},
	};
	assert_examples(examples);
}

static void first_is_the_first_paragraph_of_words(void **state)
{
	(void)state;
	static const struct {
		const char *text, *first, *plain;
	} expected[] = {
		{"# Titre\n\n![seule](a.png)\n\n- liste\n\nLe "
		 "*vrai*\ndébut.\n\nSuite.\n",
			"Le vrai début.", "Titre seule liste Le vrai début. Suite."},
		{"| a | b |\n|---|---|\n| c | d |\n\nUn <b>mot</b>s, a<br>b &amp; "
		 "`c<d`\n",
			"Un mots, a b & c<d", "a b c d Un mots, a b & c<d"},
		{"", "", ""},
		{"> cité\n\n<div>brut</div>\n\n<p>un</p><p>deux</p>", "",
			"cité brut un deux"},
		{"é<sup>2</sup> ![x](y)  \nz\n\n---\n\n1. a\n2. b\n", "é2 x z",
			"é2 x z a b"},
		/* Longer than a block, with a form feed and blanks of all kinds. */
		{"## Le  service des eaux est ouvert\fle  lundi,  mairie\tet ville\n\nPuis  clos.\n",
			"Puis  clos.",
			"Le service des eaux est ouvert\fle lundi, mairie et ville Puis clos."},
	};
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		struct world w;
		world_init(&w, expected[i].text);
		assert_text(w.body.first, expected[i].first);
		assert_text(body_plain(&w.arena, &w.body), expected[i].plain);
		world_release(&w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_get_unique_ids_and_an_outline),
		cmocka_unit_test(a_thousand_headings_of_one_name_are_told_apart),
		cmocka_unit_test(links_keep_target_text_and_place),
		cmocka_unit_test(places_are_right_behind_carriage_returns),
		cmocka_unit_test(bare_addresses_become_links),
		cmocka_unit_test(what_is_no_address_stays_text),
		cmocka_unit_test(an_address_in_a_link_makes_no_second_one),
		cmocka_unit_test(pictures_keep_words_and_know_when_they_are_alone),
		cmocka_unit_test(typography_is_for_text_only),
		cmocka_unit_test(raw_ampersands_are_escaped_once),
		cmocka_unit_test(first_is_the_first_paragraph_of_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
