/* Pipe tables: what is a table, what each cell holds, and what is said of a wrong one.
 */
#include "world.h"

#define OPEN                                                                           \
	"<section class=\"tableau\" tabindex=\"0\" "                                   \
	"aria-label=\"Tableau\">\n"                                                    \
	"<table>\n<thead>\n"
#define CLOSE "</tbody>\n</table>\n</section>\n"

static void cells_are_aligned_and_headed(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n",
			.html = OPEN
			"<tr><th scope=\"col\" class=\"gauche\">a</th>"
			"<th scope=\"col\" class=\"centre\">b</th>"
			"<th scope=\"col\" class=\"droite\">c</th>"
			"<th scope=\"col\">d</th></tr>\n</thead>\n<tbody>\n"
			"<tr><td class=\"gauche\">1</td><td class=\"centre\">2</td>"
			"<td class=\"droite\">3</td><td>4</td></tr>\n" CLOSE},
		/* An empty first header: the first cells head their rows. */
		{.text = "| | Été |\n|---|---|\n| Lundi | 9 h |\n",
			.html = OPEN
			"<tr><td></td><th scope=\"col\">Été</th></tr>\n</thead>\n"
			"<tbody>\n<tr><th scope=\"row\">Lundi</th>"
			"<td>9\u00A0h</td></tr>\n" CLOSE},
		/* No bars at the edges, blanks at the ends. */
		{.text = "a | b\n--|--\n1 | 2  \n3 | 4\t\n",
			.html = OPEN
			"<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n"
			"</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n"
			"<tr><td>3</td><td>4</td></tr>\n" CLOSE},
		/* A header alone. */
		{.text = "| a |\n|---|\n",
			.html = OPEN "<tr><th scope=\"col\">a</th></tr>\n</thead>\n"
				     "</table>\n</section>\n"},
	};
	assert_examples(examples);
}

static void marks_are_kept_inside_cells(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "| a |\n|---|\n| *x* **y** `z` [l](m.md) ![n](o.png) "
			 "<sup>2</sup> |\n",
			.html = OPEN
			"<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n"
			"<tr><td><em>x</em> <strong>y</strong> <code>z</code> "
			"<a href=\"m.md\">l</a> <img src=\"o.png\" alt=\"n\"> "
			"<sup>2</sup></td></tr>\n" CLOSE},
		{.text = "| a \\| b | `c \\| d` | \\\\| e |\n|---|---|---|---|\n",
			.html = OPEN
			"<tr><th scope=\"col\">a | b</th>"
			"<th scope=\"col\"><code>c | d</code></th>"
			"<th scope=\"col\">\\</th><th scope=\"col\">e</th></tr>\n"
			"</thead>\n</table>\n</section>\n"},
		/* Left open by its author, closed with the cell. */
		{.text = "| <small>a | b |\n|---|---|\n",
			.html = OPEN "<tr><th scope=\"col\"><small>a </small></th>"
				     "<th scope=\"col\">b</th></tr>\n"
				     "</thead>\n</table>\n</section>\n"},
		{.text = "`\\|` et \\| ailleurs\n\n    \\|\n",
			.html = "<p><code>\\|</code> et | ailleurs</p>\n"
				"<pre tabindex=\"0\"><code>\\|\n</code></pre>\n"},
	};
	assert_examples(examples);
}

static void a_table_may_stand_in_a_list_a_quote_or_under_words(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "- | a |\n  |---|\n  | 1 |\n",
			.html = "<ul>\n<li>\n" OPEN
				"<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n"
				"<tr><td>1</td></tr>\n" CLOSE "</li>\n</ul>\n"},
		{.text = "> | a |\n> |---|\n> | 1 |\n",
			.html = "<blockquote>\n" OPEN
				"<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n"
				"<tr><td>1</td></tr>\n" CLOSE "</blockquote>\n"},
		{.text = "Tarifs :\n| a |\n|---|\n| 1 |\n",
			.html = "<p>Tarifs\u00A0:</p>\n" OPEN
				"<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n"
				"<tr><td>1</td></tr>\n" CLOSE},
	};
	assert_examples(examples);
}

/* Found by fuzz_body: it was closed in the table's first cell. */
static void a_tag_left_open_above_a_table_is_closed_above_it(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "a <sup>b\n|c|\n|-|\n",
			.html = "<p>a <sup>b</sup></p>\n" OPEN
				"<tr><th scope=\"col\">c</th></tr>\n</thead>\n"
				"</table>\n</section>\n"},
	};
	assert_examples(examples);
}

/* Found by fuzz_body: a paragraph was closed that a tight list had not opened. */
static void words_above_a_table_in_a_tight_list_have_no_paragraph(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "- a\n  |c|\n  |-|\n",
			.html = "<ul>\n<li>a\n" OPEN
				"<tr><th scope=\"col\">c</th></tr>\n</thead>\n"
				"</table>\n</section>\n</li>\n</ul>\n"},
	};
	assert_examples(examples);
}

static void words_above_a_table_may_be_the_summary(void **state)
{
	(void)state;
	struct world w;
	world_init(&w, "Les tarifs :\n| a |\n|---|\n\nfin\n");
	assert_text(w.body.first, "Les tarifs\u00A0:");
	world_release(&w);
}

static void a_table_is_named_after_the_heading_above(void **state)
{
	(void)state;
	struct world w;
	world_init(&w, "# Les \"prix\"\n\n|a|\n|-|\n\n|b|\n|-|\n");
	struct str html = world_show(&w, NULL);
	assert_true(
		str_find(html,
			STR("aria-label=\"Tableau\u00A0: Les «\u202Fprix\u202F»\"")) <
		html.n);
	assert_true(
		str_find(html, STR("aria-label=\"Tableau\u00A02\u00A0: Les")) < html.n);
	world_release(&w);
}

static void what_is_no_table_stays_a_paragraph(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"a | b\n\n---|---\n",
		"a b\n---|---\n",
		"| a |\n|:-:-|\n",
		"a \\| b\n:--|\n",
		"|a|\n| |\n",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct world w;
		world_init(&w, texts[i]);
		struct str html = world_show(&w, NULL);
		if (str_find(html, STR("<table")) < html.n)
			fail_msg("a table was made of:\n%s", texts[i]);
		world_release(&w);
	}
}

static void wrong_rows_are_said_and_shown(void **state)
{
	(void)state;
	static const struct example examples[] = {
		{.text = "|a|b|c|\n|-|-|-|\n|1|\n|1|2|\n",
			.html = OPEN
			"<tr><th scope=\"col\">a</th><th scope=\"col\">b</th>"
			"<th scope=\"col\">c</th></tr>\n</thead>\n<tbody>\n"
			"<tr><td>1</td><td colspan=\"2\"></td></tr>\n"
			"<tr><td>1</td><td>2</td><td></td></tr>\n" CLOSE},
		{.text = "> |a|\n> |-|\n> |1|2|\n",
			.html = "<blockquote>\n" OPEN
				"<tr><th scope=\"col\">a</th></tr>\n</thead>\n<tbody>\n"
				"<tr><td>1</td><td>2</td></tr>\n" CLOSE
				"</blockquote>\n",
			.said = {{MSG_MARKUP_TABLE_ROW, 3, 3, "2 cellules"}},
			.n_said = 1},
		{.text = "|a|b|\n|-|-|\n| *1 | 2* |\n",
			.html = OPEN
			"<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n"
			"</thead>\n<tbody>\n<tr><td><em>1 | 2</em></td><td></td>"
			"</tr>\n" CLOSE,
			.said = {{MSG_MARKUP_TABLE_STRADDLE, 3, 3, "chaque cellule"}},
			.n_said = 1},
		{.text = "|a|b|\n|-|-|\n| **1 | 2 |\n| 3** | 4 |\n",
			.html = OPEN
			"<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n"
			"</thead>\n<tbody>\n<tr><td><strong>1 | 2 | | 3</strong>"
			"</td><td>4</td></tr>\n" CLOSE,
			.said = {{MSG_MARKUP_TABLE_STRADDLE, 3, 3, NULL}},
			.n_said = 1},
		{.text = "Prix\n\n- x\n  |a|b|\n  |1|2|\n",
			.html = "<p>Prix</p>\n<ul>\n<li>x\n|a|b|\n|1|2|</li>\n</ul>\n",
			.said = {{MSG_MARKUP_TABLE_NO_RULE, 4, 3, "|---|---|"}},
			.n_said = 1},
	};
	assert_examples(examples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_aligned_and_headed),
		cmocka_unit_test(marks_are_kept_inside_cells),
		cmocka_unit_test(a_table_may_stand_in_a_list_a_quote_or_under_words),
		cmocka_unit_test(a_tag_left_open_above_a_table_is_closed_above_it),
		cmocka_unit_test(words_above_a_table_in_a_tight_list_have_no_paragraph),
		cmocka_unit_test(words_above_a_table_may_be_the_summary),
		cmocka_unit_test(a_table_is_named_after_the_heading_above),
		cmocka_unit_test(what_is_no_table_stays_a_paragraph),
		cmocka_unit_test(wrong_rows_are_said_and_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
