/*
 * families.h: bodies that slow Markdown readers down, by the kilobyte, one family a
 * row. For test_guard.c and the bench; nobody writes such pages by hand.
 */
#ifndef TESTS_MARKUP_FAMILIES_H
#define TESTS_MARKUP_FAMILIES_H

#include "base/strbuf.h"

/* head once, then unit as often as fits (a %zu in it counts), then tail as often. */
struct family {
	const char *name, *head, *unit, *tail;
};

static const struct family families[] = {
	{"brackets opened", "", "[", ""},
	{"brackets nested", "", "[", "]"},
	{"brackets nested, a link", "", "[", "](a)"},
	{"brackets and text", "", "[a](", ""},
	{"brackets, angles", "", "[a](<b", ""},
	{"brackets, titles", "", "[a](b \"", ""},
	{"links", "", "[a](b) ", ""},
	{"links to themselves", "", "[a](a) ", ""},
	{"links with blanks", "", "[a](b c.pdf) ", ""},
	{"links of brackets", "", "[x [a](b) ", ""},
	{"images opened", "", "![", ""},
	{"images opened, then links", "", "![[a](b)", ""},
	{"images nested", "", "![", "](a)"},
	{"images", "", "![a](b) ", ""},
	{"emphasis opened", "", "*a ", ""},
	{"emphasis closed", "", "a* ", ""},
	{"emphasis, both", "", "*a _b ", ""},
	{"emphasis nested", "", "*a **a ", "b** b*"},
	{"emphasis runs", "", "***a** ", ""},
	{"emphasis, one run", "", "*", ""},
	{"emphasis, underscores", "", "_a__b ", ""},
	{"emphasis, odd", "", "a**b* c", ""},
	{"emphasis, long", "x", "**x *x ", "x** x* "},
	{"strong with blanks", "", "** a ** ", ""},
	{"quotes, deep", "", ">", " a"},
	{"quotes, deep and blank", "", "> ", "a"},
	{"quotes, many lines", "", "> > > a\n", ""},
	{"quotes, alternating", "", "> a\n> > b\n", ""},
	{"lists, deep on a line", "", "- ", "a"},
	{"lists, deep and blank", "- a\n  - a\n    - a\n      - a\n        - a\n", "\n",
		""},
	{"lists, many items", "", "- a\n", ""},
	{"lists, alternating", "", "- a\n* b\n", ""},
	{"lists, numbers", "", "1. a\n1) b\n", ""},
	{"lists, stairs", "", "  - a\n    - b\n      - c\n", ""},
	{"lists and quotes", "", "> - > - a\n\n", ""},
	{"links unclosed", "", "[a](b", ""},
	{"links unclosed, lines", "", "[a](<b\n", ""},
	{"autolinks unclosed", "", "<https://a", ""},
	{"autolinks", "", "<https://a.fr> ", ""},
	{"comments unclosed", "", "<!-- a ", ""},
	{"comments unclosed, inline", "a ", "<!--", ""},
	{"comments in blocks", "", "<!-- a -->\n\n", ""},
	{"instructions unclosed", "a ", "<?", ""},
	{"declarations unclosed", "a ", "<!A ", ""},
	{"cdata unclosed", "a ", "<![CDATA[", ""},
	{"tags unclosed", "", "<a ", ""},
	{"tags, quotes unclosed", "<div>\n", "<a b=\"", ""},
	{"tags, one block", "<div>\n", "<b>", ""},
	{"tags, inline", "a ", "<b>c</b> ", ""},
	{"tags, allowed", "a ", "<sup>", ""},
	{"details", "", "<details>\n\n", ""},
	{"summaries", "<details>\n", "<summary>a", ""},
	{"scripts, inline", "a ", "<script>b", ""},
	{"scripts, one block", "<div>\n", "<script>", ""},
	{"scripts closed", "<div>\n", "<script></script>", ""},
	{"entities", "", "&amp;", ""},
	{"entities unclosed", "", "&amp", ""},
	{"entities by number", "", "&#1;", ""},
	{"entities in a block", "<div>\n", "&eacute;", ""},
	{"backticks", "", "`", ""},
	{"backticks, growing", "", "`%zu``", ""},
	{"backticks, pairs", "", "`a` ", ""},
	{"backticks, lengths", "", "``a`b ", ""},
	{"backslashes", "", "\\", ""},
	{"table, wide", "|", "a|", "\n"},
	{"table, wide rule", "|a|\n|", "-|", "\n"},
	{"table, wide rows", "|a|\n|-|\n|", "b|", "\n"},
	{"table, long", "|a|b|\n|-|-|\n", "|c|d|\n", ""},
	{"table, rules", "", "|a|\n|-|\n", ""},
	{"tables", "", "|a|\n|-|\n\n", ""},
	{"table, no rule", "", "| a | b |\n", ""},
	{"table, straddled", "|a|b|\n|-|-|\n", "| *c | d* |\n", ""},
	{"table, empty", "|a|b|c|d|e|\n|-|-|-|-|-|\n", "|\n", ""},
	{"bars escaped", "", "\\|", ""},
	{"references defined", "", "[%zu]: a\n", ""},
	{"references defined, one name", "", "[a]: b\n", ""},
	{"references used", "[a]: b\n\n", "[a] ", ""},
	{"references unknown", "", "[a][b] ", ""},
	{"references in a definition", "", "[a]: [a]: ", ""},
	{"footnotes", "", "[^%zu]: a\n\n[^%zu] ", ""},
	{"headings", "", "# Un titre\n", ""},
	{"headings, one name", "", "# a\n", ""},
	{"headings, numbered", "", "# a-%zu\n", ""},
	{"headings, marks", "", "#", ""},
	{"headings, underlined", "", "a\n-\n", ""},
	{"headings stuck", "", "##a\n", ""},
	{"rules", "", "---\n", ""},
	{"rules, one line", "", "- - ", "a"},
	{"lines, blank", "", "\n", ""},
	{"lines, short", "", "a\n", ""},
	{"lines, carriage returns", "", "a\r", ""},
	{"lines, addresses", "", "Mairie\n61200 Argentan\n\n", ""},
	{"lines, breaks", "", "a\\\n", ""},
	{"code, fenced", "", "```\na\n```\n", ""},
	{"code, fences opened", "", "```a\n", ""},
	{"code, indented", "", "    a\n", ""},
	{"callouts", "", "> [!NOTE]\n\n", ""},
	{"callouts unknown", "", "> [!a%zu]\n\n", ""},
	{"bullets", "", "• a\n", ""},
	{"quotes, straight", "", "\"a ", ""},
	{"apostrophes", "", "a'b ", ""},
	{"dots", "", "a.", ""},
	{"dots, many", "", ".", ""},
	{"slashes", "", "a/", ""},
	{"marks", "", "a ! ? : ; ", ""},
	{"blanks", "a", " ", "b"},
	{"tabs", "", "\t", "a"},
	{"addresses", "", "https://a.fr ", ""},
	{"addresses, one", "https://a.fr/", "a(", ""},
	{"addresses, schemes", "", "https://", ""},
	{"addresses, colons", "", "://", ""},
	{"e-mails", "", "a@b.fr ", ""},
	{"e-mails, one", "", "a@", ""},
	{"e-mails, long", "@", "a.b", ""},
	{"phones", "", "02 33 00 00 00 ", ""},
	{"phones, digits", "", "0", ""},
	{"phones, pairs", "", "02 ", ""},
	{"phones, plus", "", "+33 ", ""},
	{"no-break spaces", "a", "\u00A0", "b"},
	{"accents", "", "e\u0301", ""},
	{"bytes, high", "", "\xC3", ""},
	{"bytes, zero-like", "", "\x01\x02", ""},
	{"words", "", "Un mot de la commune, ", ""},
};

#define FAMILIES (sizeof families / sizeof families[0])

static inline void family_repeat(struct strbuf *b, const char *unit, size_t times)
{
	struct str u = str_of(unit);
	size_t number = str_find(u, STR("%zu"));
	for (size_t i = 0; i < times && u.n; i++) {
		for (struct str rest = u; rest.n; number = str_find(rest, STR("%zu"))) {
			number = str_find(rest, STR("%zu"));
			strbuf_add(b, str_sub(rest, 0, number));
			if (number < rest.n)
				strbuf_printf(b, "%zu", i);
			rest = str_from(rest, number + 3);
		}
	}
}

/* About `bytes` bytes of one family. */
static inline struct str family_text(
	struct arena *a, const struct family *f, size_t bytes)
{
	struct strbuf b = strbuf_on(a);
	bool closes = strlen(f->tail) > 1 && f->tail[0] != ' ';
	size_t times = bytes / (strlen(f->unit) + (closes ? strlen(f->tail) : 0));
	strbuf_lit(&b, "");
	strbuf_add(&b, str_of(f->head));
	family_repeat(&b, f->unit, times);
	family_repeat(&b, f->tail, closes || f->tail[0] == ']' ? times : 1);
	return strbuf_str(&b);
}

#endif
