/*
 * escape.c: a text inside another language. Every function works in one pass and keeps
 * no state, so a text may be escaped in pieces cut between characters.
 */
#include "text/escape.h"

#include <stdio.h>

#include "base/block.h"
#include "text/utf8.h"

/* What markup calls a byte, by the row that special gives; row 0: it stands as it is.
 */
static const struct str entity[] = {STR_INIT(""), STR_INIT("&amp;"), STR_INIT("&lt;"),
	STR_INIT("&gt;"), STR_INIT("&quot;"), STR_INIT("&#39;")};
static const unsigned char special[256] = {
	['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5};

/* The next special byte from i on, or s.n. */
static size_t next_special(struct str s, size_t i)
{
	for (; block_fits(s, i); i += BLOCK) {
		block b = block_at(s, i);
		size_t first = block_first((b == '&') | (b == '<') | (b == '>') |
					   (b == '"') | (b == '\''));
		if (first < BLOCK)
			return i + first;
	}
	while (i < s.n && !special[(unsigned char)s.p[i]])
		i++;
	return i;
}

void escape_html(struct strbuf *b, struct str s)
{
	size_t from = 0;
	for (size_t i = next_special(s, 0); i < s.n; i = next_special(s, from)) {
		unsigned char row = special[(unsigned char)s.p[i]];
		strbuf_add(b, str_sub(s, from, i));
		strbuf_add(b, entity[row]);
		from = i + 1;
	}
	strbuf_add(b, str_from(s, from));
}

/* XML 1.0, production 2. */
static bool xml_allows(unsigned c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return c != 0xFFFE && c != 0xFFFF;
}

/* Printable ASCII from `at` on that no language here writes otherwise goes out at once. */
static size_t put_plain(struct strbuf *b, struct str s, size_t at)
{
	size_t from = at;
	while (at < s.n && s.p[at] >= ' ' && s.p[at] < 0x7F && s.p[at] != '\\' &&
		!special[(unsigned char)s.p[at]])
		at++;
	strbuf_add(b, str_sub(s, from, at));
	return at;
}

void escape_xml(struct strbuf *b, struct str s)
{
	for (size_t at = put_plain(b, s, 0); at < s.n; at = put_plain(b, s, at)) {
		unsigned c = utf8_next(s, &at);
		unsigned char row = c < 0x80 ? special[c] : 0;
		if (row)
			strbuf_add(b, entity[row]);
		else if (xml_allows(c))
			utf8_put(b, c);
	}
}

/*
 * Every '<' is written as a number, so that neither </script> nor <!-- can end or twist
 * the script element that holds the JSON.
 */
void escape_json(struct strbuf *b, struct str s)
{
	for (size_t at = put_plain(b, s, 0); at < s.n; at = put_plain(b, s, at)) {
		unsigned c = utf8_next(s, &at);
		if (c == '"' || c == '\\') {
			strbuf_byte(b, '\\');
			strbuf_byte(b, (char)c);
		} else if (c == '\n') {
			strbuf_lit(b, "\\n");
		} else if (c < 0x20 || c == '<' || c == 0x7F || c == 0x2028 ||
			   c == 0x2029) {
			strbuf_printf(b, "\\u%04x", c);
		} else {
			utf8_put(b, c);
		}
	}
}

static void url(struct strbuf *b, struct str s, bool slash)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (ascii_alpha(c) || ascii_digit(c) || (c && strchr("-._~", c)) ||
			(slash && c == '/')) {
			strbuf_byte(b, c);
		} else {
			strbuf_byte(b, '%');
			strbuf_byte(b, hex[(unsigned char)c >> 4]);
			strbuf_byte(b, hex[(unsigned char)c & 15]);
		}
	}
}

void escape_url_component(struct strbuf *b, struct str s)
{
	url(b, s, false);
}

void escape_url_path(struct strbuf *b, struct str s)
{
	url(b, s, true);
}

/*
 * A spreadsheet runs a cell that begins so. Signed numbers and phone numbers are
 * spared: without a letter there is nothing to run, and an apostrophe would spoil them.
 */
static bool formula(struct str s)
{
	if (s.n == 0 || !strchr("=+-@\t\r\n", s.p[0]) || s.p[0] == '\0')
		return false;
	if (s.p[0] != '+' && s.p[0] != '-')
		return true;
	for (size_t at = 1; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		bool space = c == ' ' || c == 0xA0 || c == 0x202F;
		if ((c < '0' || c > '9') && c != '.' && c != ',' && !space)
			return true;
	}
	return s.n == 1;
}

void escape_csv(struct strbuf *b, struct str s)
{
	bool quote = s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' ');
	for (size_t i = 0; i < s.n && !quote; i++)
		quote = s.p[i] && strchr("\",;\n\r\t", s.p[i]);
	if (quote)
		strbuf_byte(b, '"');
	if (formula(s))
		strbuf_byte(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			strbuf_byte(b, '"');
		strbuf_byte(b, s.p[i]);
	}
	if (quote)
		strbuf_byte(b, '"');
}

void escape_ics(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			continue;
		if (c == '\n' || c == '\r') {
			strbuf_lit(b, "\\n");
		} else if (c == '\\' || c == ';' || c == ',') {
			strbuf_byte(b, '\\');
			strbuf_byte(b, c);
		} else if ((unsigned char)c >= 0x20 ? c != 0x7F : c == '\t') {
			strbuf_byte(b, c);
		}
	}
}

static int hex_value(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct str unescape_url(struct arena *a, struct str s)
{
	if (str_index(s, '%') == s.n)
		return s;
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < s.n; i++) {
		int high = -1, low = -1;
		if (s.p[i] == '%' && s.n - i > 2) {
			high = hex_value(s.p[i + 1]);
			low = hex_value(s.p[i + 2]);
		}
		if (high >= 0 && low >= 0) {
			strbuf_byte(&b, (char)(high << 4 | low));
			i += 2;
		} else {
			strbuf_byte(&b, s.p[i]);
		}
	}
	return strbuf_str(&b);
}
