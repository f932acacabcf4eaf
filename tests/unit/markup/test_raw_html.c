/* Raw HTML: what passes, what goes, and what is said of it. */
#include "world.h"

static void harmless_tags_pass_bare(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "m<sup>2</sup> CO<sub>2</sub> <abbr>a</abbr> <kbd>b</kbd> "
			 "<mark>c</mark>"
			 " <small>d</small> e<br>f<br/>g<BR />h\n",
			.html = "<p>m<sup>2</sup> CO<sub>2</sub> <abbr>a</abbr> "
				"<kbd>b</kbd> "
				"<mark>c</mark> <small>d</small> e<br>f<br>g<br>h</p>\n"},
		{.text = "<details>\n<summary>Voir</summary>\n\nLe "
			 "*texte*\n\n</details>\n\nfin\n",
			.html = "<details>\n<summary>Voir</summary>\n<p>Le "
				"<em>texte</em></p>\n"
				"</details>\n<p>fin</p>\n"},
		{.text = "<details>\nSans titre\n</details>\n",
			.html = "<details>\n<summary>Détails</summary>\n<p>Sans titre"
				"</p>\n</details>\n"},
		{.text = "a <!-- caché --> b\n\n<!-- caché\n\naussi -->\n\nc\n",
			.html = "<p>a  b</p>\n<p>c</p>\n"},
	};
	assert_examples(examples);
}

static void what_is_left_open_is_closed(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a <sup>b <small>c\n\nd\n",
			.html = "<p>a <sup>b <small>c</small></sup></p>\n<p>d</p>\n"},
		{.text = "*a <mark>b* c</mark> d</sub>\n",
			.html = "<p><em>a <mark>b</mark></em> c d</p>\n"},
		{.text = "<small>a <mark>b</small> c\n",
			.html = "<p><small>a <mark>b</mark></small> c</p>\n"},
		{.text = "- <details>\n\n  a\n- b\n",
			.html = "<ul>\n<li>\n<details>\n<summary>Détails</"
				"summary>\n<p>a</p>\n"
				"</details>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"},
		{.text = "# a <sup>b\n\n[c <kbd>d](e.md) f\n",
			.html = "<h1 id=\"a-b\">a <sup>b</sup></h1>\n"
				"<p><a href=\"e.md\">c <kbd>d</kbd></a> f</p>\n"},
	};
	assert_examples(examples);
}

static void other_tags_go_and_their_text_stays(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "Un <b>mot</b>s, un <span class=\"x\">autre</span>.\n",
			.html = "<p>Un mots, un autre.</p>\n",
			.said = {{MSG_MARKUP_HTML, 1, 4, "**…**"},
				{MSG_MARKUP_HTML_NEEDLESS, 1, 20, "<span> est ret"}},
			.n_said = 2},
		{.text = "x\n\n<div align=center>\n<p>L'eau &eacute;t&#233; "
			 "<em>claire</em>s "
			 "&lt;b&gt;</p><p>deux</p>\n</div>\n",
			.html = "<p>x</p>\n<p>L’eau été claires "
				"&lt;b&gt;</p>\n<p>deux</p>\n",
			.said = {{MSG_MARKUP_HTML_NEEDLESS, 3, 1, "<div> est ret"},
				{MSG_MARKUP_HTML_NEEDLESS, 4, 1, "<p> (2\u00A0×)"},
				{MSG_MARKUP_HTML, 4, 26, "*…*"}},
			.n_said = 3},
		{.text = "> <table>\n> <tr><td>a</td><td>b</td></tr>\n> </table>\n",
			.html = "<blockquote>\n<p>a b</p>\n</blockquote>\n",
			.said = {{MSG_MARKUP_HTML, 1, 3, "<table> est ret"},
				{MSG_MARKUP_HTML, 2, 3, "<tr>"},
				{MSG_MARKUP_HTML, 2, 7, "<td> (2"}},
			.n_said = 3},
		{.text = "<img src=\"a.png\" onerror=\"x>y\">\n",
			.html = "",
			.said = {{MSG_MARKUP_HTML, 1, 1, "![…](…)"}},
			.n_said = 1},
		{.text = "<abbr title=\"a\">b</abbr>\n",
			.html = "<p><abbr>b</abbr></p>\n",
			.said = {{MSG_MARKUP_HTML_ATTRIBUTES, 1, 1, "<abbr>"}},
			.n_said = 1},
		{.text = "a <details>b</details>\n\n<summary>c</summary>\n",
			.html = "<p>a b</p>\n<p>c</p>\n",
			.said = {{MSG_MARKUP_HTML_PLACE, 1, 3, "<details>"},
				{MSG_MARKUP_HTML_PLACE, 3, 1, "<summary>"}},
			.n_said = 2},
		{.text = "a < b, <3 et 1<2, a<b\n",
			.html = "<p>a &lt; b, &lt;3 et 1&lt;2, a&lt;b</p>\n"},
	};
	assert_examples(examples);
}

static void contents_of_scripts_and_frames_go_too(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a <script>alert('*x*')</script>b\n",
			.html = "<p>a b</p>\n",
			.said = {{MSG_MARKUP_HTML_CONTENTS, 1, 3, "<script>"}},
			.n_said = 1},
		{.text = "<style>\n\np { color: red }\n</style>\nb\n",
			.html = "<p>b</p>\n",
			.said = {{MSG_MARKUP_HTML_CONTENTS, 1, 1, "<style>"}},
			.n_said = 1},
		{.text = "<p><iframe src=\"https://a.fr\">b</iframe>c</p>\n",
			.html = "<p>c</p>\n",
			.said = {{MSG_MARKUP_HTML_NEEDLESS, 1, 1, "<p>"},
				{MSG_MARKUP_HTML_CONTENTS, 1, 4, "[texte](adresse)"}},
			.n_said = 2},
		{.text = "<script>alert(1)\n\nfin\n",
			.html = "",
			.said = {{MSG_MARKUP_HTML_CONTENTS, 1, 1, NULL}},
			.n_said = 1},
		{.text = "*a <iframe>b <sup>c* d\n",
			.html = "<p><em>a </em> d</p>\n",
			.said = {{MSG_MARKUP_HTML_CONTENTS, 1, 4, NULL}},
			.n_said = 1},
	};
	assert_examples(examples);
}

static void an_unclosed_comment_is_said(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a\n\n  <!-- caché\n\nb\n",
			.html = "<p>a</p>\n",
			.said = {{MSG_MARKUP_COMMENT, 3, 3, "-->"}},
			.n_said = 1},
	};
	assert_examples(examples);
}

/* The cutter took any letter for the start of a tag: « Bonjour > » vanished. */
static void words_between_tags_are_no_tags(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "<div>\nBonjour <br> le monde > ici\n</div>\n",
			.html = "<p>Bonjour <br> le monde &gt; ici</p>\n",
			.said = {{MSG_MARKUP_HTML_NEEDLESS, 1, 1, NULL}},
			.n_said = 1},
	};
	assert_examples(examples);
}

/* A tag opened in what is dropped was closed behind it, and never opened. */
static void tags_in_dropped_contents_are_dropped(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a <style><sup></style> b\n",
			.html = "<p>a  b</p>\n",
			.said = {{MSG_MARKUP_HTML_CONTENTS, 1, 3, NULL}},
			.n_said = 1},
	};
	assert_examples(examples);
}

/*
 * Found by fuzz_body: where signs had been put back, the copy's tags were sought in the
 * text they had been copied from, and memory in between was read.
 */
static void a_tag_behind_an_escaped_bar_has_its_place(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "<div>\na \\| b\n<b>c</b>\n</div>\n",
			.html = "<p>a \\| b c</p>\n",
			.said = {{MSG_MARKUP_HTML_NEEDLESS, 1, 1, NULL},
				{MSG_MARKUP_HTML, 3, 1, "**…**"}},
			.n_said = 2},
	};
	assert_examples(examples);
}

static void nothing_runs_whatever_is_written(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)\n",
		"![a](javascript:x) <javascript:alert(1)>\n",
		"<a href=\"javascript:x\">y</a> <b onclick=x>z</b>\n",
		"<div onclick=\"x\"><details ontoggle=x><summary onclick=y>z\n",
		"<sup/onclick=javascript:x>a\n",
		"[a](java&#10;script:x) [b](&#1;javascript:x) [c]( javascript:x)\n",
		"<script\n>x</script\n>\n<ScRiPt>y\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct world w;
		world_init(&w, texts[i]);
		struct str html = str_lower_ascii(&w.arena, world_show(&w, NULL));
		static const char *const never[] = {"<script", " onclick=",
			" ontoggle=", "\"javascript:", "\"data:", "\"java"};
		for (size_t k = 0; k < sizeof never / sizeof *never; k++) {
			size_t at = str_find(html, str_of(never[k]));
			if (at < html.n)
				fail_msg("%s in:\n%.*s", never[k], STR_ARG(html));
		}
		world_release(&w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(harmless_tags_pass_bare),
		cmocka_unit_test(what_is_left_open_is_closed),
		cmocka_unit_test(other_tags_go_and_their_text_stays),
		cmocka_unit_test(contents_of_scripts_and_frames_go_too),
		cmocka_unit_test(an_unclosed_comment_is_said),
		cmocka_unit_test(words_between_tags_are_no_tags),
		cmocka_unit_test(tags_in_dropped_contents_are_dropped),
		cmocka_unit_test(a_tag_behind_an_escaped_bar_has_its_place),
		cmocka_unit_test(nothing_runs_whatever_is_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
