/* What people new to Markdown type: each slip said at its place, with what to write. */
#include "world.h"

static void each_slip_is_said_at_its_place(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "Le [menu](mon menu.pdf) et ![a b](ma photo.jpg)\n",
			.html = "<p>Le <a href=\"mon%20menu.pdf\">menu</a> et "
				"<img src=\"ma%20photo.jpg\" alt=\"a b\"></p>\n",
			.said = {{MSG_MARKUP_LINK_BLANK, 1, 4,
					 "[texte](<mon menu.pdf>)"},
				{MSG_MARKUP_LINK_BLANK, 1, 28, "« ma photo.jpg »"}},
			.n_said = 2},
		{.text = "a\n\n###\u00A0Tarifs\n\n##\u202FBis\n",
			.html = "<p>a</p>\n<p>###\u00A0Tarifs</p>\n<p>##\u202FBis</"
				"p>\n",
			.said = {{MSG_MARKUP_HEADING_NO_BREAK, 3, 1, "« ### »"},
				{MSG_MARKUP_HEADING_NO_BREAK, 5, 1, "« ## »"}},
			.n_said = 2},
		{.text = "##Tarifs\n",
			.html = "<p>##Tarifs</p>\n",
			.said = {{MSG_MARKUP_HEADING_STUCK, 1, 1,
				"espace après « ## »"}},
			.n_said = 1},
		{.text = "Un ** gras ** et **deux **.\n",
			.html = "<p>Un ** gras ** et **deux **.</p>\n",
			.said = {{MSG_MARKUP_STRONG, 1, 4, "**gras**"},
				{MSG_MARKUP_STRONG, 1, 18, "**deux**"}},
			.n_said = 2},
		{.text = "À prendre :\n• eau\n• pain\n",
			.html = "<p>À prendre\u00A0:\n• eau\n• pain</p>\n",
			.said = {{MSG_MARKUP_BULLET, 2, 1, "tiret et une espace : - "}},
			.n_said = 1},
		{.text = "1. x\n\n   ‣\u00A0eau\n",
			.html = "<ol>\n<li>\n<p>x</p>\n<p>‣\u00A0eau</p>\n</li>\n</"
				"ol>\n",
			.said = {{MSG_MARKUP_BULLET, 3, 4, "« ‣ »"}},
			.n_said = 1},
		{.text = "a\n\n| b | c |\n| d | e |\n| f | g |\n",
			.html = "<p>a</p>\n<p>| b | c |\n| d | e |\n| f | g |</p>\n",
			.said = {{MSG_MARKUP_TABLE_NO_RULE, 3, 1, "|---|---|"}},
			.n_said = 1},
		{.text = "Sur [le site](www.exemple.fr/a), [b](WWW.exemple.fr)\n",
			.html = "<p>Sur <a href=\"https://www.exemple.fr/a\">le "
				"site</a>, "
				"<a href=\"https://WWW.exemple.fr\">b</a></p>\n",
			.said = {{MSG_MARKUP_LINK_WWW, 1, 5,
					 "https://www.exemple.fr/a"},
				{MSG_MARKUP_LINK_WWW, 1, 34, "https://WWW.exemple.fr"}},
			.n_said = 2},
		{.text = "Ouvert le lundi.\n\nMairie\n1 rue du Bourg\n61200 Argentan\n",
			.html = "<p>Ouvert le lundi.</p>\n"
				"<p>Mairie\n1 rue du Bourg\n61200 Argentan</p>\n",
			.said = {{MSG_MARKUP_ADDRESS, 3, 1, "barre oblique inversée"}},
			.n_said = 1},
		{.text = "> - Mairie\n>   61200 Ézy\n",
			.html = "<blockquote>\n<ul>\n<li>Mairie\n61200 "
				"Ézy</li>\n</ul>\n"
				"</blockquote>\n",
			.said = {{MSG_MARKUP_ADDRESS, 1, 5, NULL}},
			.n_said = 1},
		{.text = "Un mot[^1] et[^a].\n\n[^1]: La *note*.\n[^a]: Autre.\n",
			.html = "<p>Un mot[^1] et[^a].</p>\n"
				"<p>[^1]\u00A0: La <em>note</em>.\n[^a]\u00A0: "
				"Autre.</p>\n",
			.said = {{MSG_MARKUP_FOOTNOTE, 1, 7, "parenthèses"}},
			.n_said = 1},
		{.text = "x\n\n::: tip Un exemple\nmot\n:::\n\n[[toc]]\n",
			.html = "<p>x</p>\n<p>::: tip Un "
				"exemple\nmot\n:::</p>\n<p>[[toc]]</p>\n",
			.said = {{MSG_MARKUP_CONTAINER, 3, 1, "[!CONSEIL]"},
				{MSG_MARKUP_CONTENTS, 7, 1, "« [[toc]] »"}},
			.n_said = 2},
	};
	assert_examples(examples);
}

static void characters_nobody_sees_are_dropped_however_written(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a&#x202e;b&#8296;c\n\n`&#x202e;` &#x7F;d\n",
			.html = "<p>abc</p>\n<p><code>&amp;#x202e;</code> d</p>\n",
			.said = {{MSG_MARKUP_REFERENCE, 1, 2, "« &#x202e; »"},
				{MSG_MARKUP_REFERENCE, 1, 11, "&#8296;"},
				{MSG_MARKUP_REFERENCE, 3, 12, "&#x7F;"}},
			.n_said = 3},
		{.text = "<div>x&#x2066;y</div>\n\n[p](a&#1;.md \"t&#0;\")\n",
			.html = "<p>xy</p>\n<p><a href=\"a.md\" title=\"t\">p</a></p>\n",
			.said = {{MSG_MARKUP_REFERENCE, 1, 7, NULL},
				{MSG_MARKUP_REFERENCE, 3, 6, "&#1;"},
				{MSG_MARKUP_REFERENCE, 3, 16, "&#0;"},
				{MSG_MARKUP_HTML_NEEDLESS, 1, 1, NULL}},
			.n_said = 4},
		/* Written once, used three times: the address stands below. */
		{.text = "[a][z] [b][z]\n\n[z]: x&#x202a;.md\n",
			.html = "<p><a href=\"x.md\">a</a> <a "
				"href=\"x.md\">b</a></p>\n",
			.said = {{MSG_MARKUP_REFERENCE, 3, 7, NULL},
				{MSG_MARKUP_REFERENCE, 3, 7, NULL}},
			.n_said = 2},
		/* Seen, or without harm: left alone. */
		{.text = "&#233;t&#xE9; &#8203;&lrm;&#x1F600; &#99999999; &#x;\n",
			.html = "<p>été \u200B\u200E\U0001F600 &amp;#99999999\u202F; "
				"&amp;#x\u202F;</p>\n"},
	};
	assert_examples(examples);
}

static void right_texts_are_left_alone(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"[a](mon-fichier.pdf) [b](<mon fichier.pdf>) [c](d.md \"un titre\")\n",
		"### Titre\n\n#motclef du jour\n\n\\##Titre\n",
		"**gras** et ** seul et a*b*c\n",
		"- a\n- b\n\n·a · b\n\n• \n",
		"| un seul |\n\nx | y\nz | t\n\n`| a |`\n`| b |`\n",
		"[www](https://www.exemple.fr) www.exemple.fr\n",
		"Mairie\\\n1 rue du Bourg\\\n61200 Argentan\n",
		"Le village compte 61200 habitants et cette ligne est longue.\nFin.\n",
		"Tarif : 12345\nfin\n",
		"Voir [0 ; 10[ et [^\n",
		"```\n##Titre\n• puce\n** gras **\n| a |\n| b |\n[^1]: x\n```\n",
		"| a | b |\n|---|---|\n| ** | ## |\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct world w;
		world_init(&w, texts[i]);
		assert_quiet(&w);
		world_release(&w);
	}
}

/* Someone who types bullets types hundreds: the cure is learnt by then. */
static void a_slip_is_not_said_a_hundred_times(void **state)
{
	(void)state;
	struct world w = {0};
	struct strbuf b = strbuf_on(&w.arena);
	for (int i = 0; i < 100; i++)
		strbuf_lit(&b, "• eau\n\n##Titre\n\n");
	world_compile(&w, strbuf_str(&b), 0);
	assert_int_equal(w.diag.list.n, 16);
	world_release(&w);
}

/* Every line is that of the file, header included, and columns are characters. */
static void places_count_the_header(void **state)
{
	(void)state;
	struct world w = {0};
	world_compile(&w, STR("---\ntitre: é\n---\nÉté [x](www.a.fr)\n\n##Fin\n"), 18);
	assert_said(&w, 0, &(struct said){MSG_MARKUP_LINK_WWW, 4, 5, NULL});
	assert_said(&w, 1, &(struct said){MSG_MARKUP_HEADING_STUCK, 6, 1, NULL});
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_slip_is_said_at_its_place),
		cmocka_unit_test(characters_nobody_sees_are_dropped_however_written),
		cmocka_unit_test(right_texts_are_left_alone),
		cmocka_unit_test(a_slip_is_not_said_a_hundred_times),
		cmocka_unit_test(places_count_the_header),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
