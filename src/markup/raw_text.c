/* raw_text.c: the tokens of raw HTML. See raw_text.h. */
#include "markup/raw_text.h"

#include "markup/walk_internal.h"
#include "text/utf8.h"

/* The `>` that ends the tag at the front of s, outside quotes; s.n when there is none.
 */
static size_t tag_end(struct str s, bool *quotes_lost)
{
	char quote = 0;
	for (size_t i = 1; i < s.n && !*quotes_lost; i++) {
		char c = s.p[i];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return i;
	}
	*quotes_lost = true;
	return str_index(s, '>');
}

static bool name_byte(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == ':';
}

/* True when s begins as a tag does: `<a`, `</a`, `<?`, `<!`. */
static bool tag_begins(struct str s)
{
	char c = s.n > 1 ? s.p[1] : 0;
	if (!s.n || s.p[0] != '<')
		return false;
	return ascii_alpha(c) || c == '?' || c == '!' ||
	       (c == '/' && s.n > 2 && ascii_alpha(s.p[2]));
}

static struct str cut(struct str *rest, size_t n)
{
	struct str piece = str_sub(*rest, 0, n);
	*rest = str_from(*rest, n);
	return piece;
}

static void comment(struct str *rest, struct raw_token *k)
{
	size_t end = str_find(str_from(*rest, 4), STR("-->"));
	bool closed = 4 + end < rest->n;
	k->kind = closed ? RAW_COMMENT : RAW_COMMENT_OPEN;
	k->whole = cut(rest, 4 + end + (closed ? 3 : 0));
}

static void named(struct arena *a, struct raw_token *k)
{
	struct str s = k->whole;
	k->closing = s.p[1] == '/';
	size_t from = k->closing ? 2 : 1, to = from + 1;
	while (to < s.n && to - from < RAW_NAME_MAX && name_byte(s.p[to]))
		to++;
	k->name = str_lower_ascii(a, str_sub(s, from, to));
	struct str after = str_trim(str_sub(s, to, s.n - 1));
	k->attributes = after.n > 0 && !str_is(after, "/");
}

bool raw_next(struct arena *a, struct str *rest, bool *quotes_lost, struct raw_token *k)
{
	*k = (struct raw_token){.kind = RAW_TEXT};
	if (!rest->n)
		return false;
	if (str_starts(*rest, STR("<!--"))) {
		comment(rest, k);
		return true;
	}
	if (tag_begins(*rest)) {
		size_t end = tag_end(*rest, quotes_lost);
		if (end < rest->n) {
			k->kind = RAW_TAG;
			k->whole = cut(rest, end + 1);
			named(a, k);
			return true;
		}
		/* No tag is closed any more: all the rest is words. */
		k->whole = cut(rest, rest->n);
		return true;
	}
	size_t n = 1;
	while (n < rest->n && !tag_begins(str_from(*rest, n)))
		n++;
	k->whole = cut(rest, n);
	return true;
}

/* The entities that French pages pasted from elsewhere hold; numbers are all known. */
static const struct {
	struct str name;
	unsigned c;
} entities[] = {
	{STR_INIT("nbsp"), 0xA0},
	{STR_INIT("amp"), '&'},
	{STR_INIT("lt"), '<'},
	{STR_INIT("gt"), '>'},
	{STR_INIT("quot"), '"'},
	{STR_INIT("apos"), '\''},
	{STR_INIT("rsquo"), 0x2019},
	{STR_INIT("laquo"), 0xAB},
	{STR_INIT("raquo"), 0xBB},
	{STR_INIT("ndash"), 0x2013},
	{STR_INIT("mdash"), 0x2014},
	{STR_INIT("hellip"), 0x2026},
	{STR_INIT("euro"), 0x20AC},
	{STR_INIT("deg"), 0xB0},
	{STR_INIT("copy"), 0xA9},
	{STR_INIT("agrave"), 0xE0},
	{STR_INIT("acirc"), 0xE2},
	{STR_INIT("ccedil"), 0xE7},
	{STR_INIT("egrave"), 0xE8},
	{STR_INIT("eacute"), 0xE9},
	{STR_INIT("ecirc"), 0xEA},
	{STR_INIT("euml"), 0xEB},
	{STR_INIT("icirc"), 0xEE},
	{STR_INIT("iuml"), 0xEF},
	{STR_INIT("ocirc"), 0xF4},
	{STR_INIT("ugrave"), 0xF9},
	{STR_INIT("ucirc"), 0xFB},
	{STR_INIT("oelig"), 0x153},
	{STR_INIT("Agrave"), 0xC0},
	{STR_INIT("Eacute"), 0xC9},
};

static unsigned digit_value(char c)
{
	if (ascii_digit(c))
		return (unsigned)(c - '0');
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 99;
}

/* "#233" or "#xE9": the character, 0 when it is none. */
static unsigned number_of(struct str s)
{
	unsigned base = s.n > 1 && ascii_lower(s.p[1]) == 'x' ? 16 : 10, c = 0;
	struct str digits = str_from(s, base == 16 ? 2 : 1);
	for (size_t i = 0; i < digits.n; i++) {
		unsigned v = digit_value(digits.p[i]);
		if (v >= base || c > 0x10FFFF)
			return 0;
		c = c * base + v;
	}
	bool text = c >= 0xA0 || (c >= ' ' && c < 0x7F);
	return text && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF) ? c : 0;
}

static unsigned entity_of(struct str name)
{
	if (name.n && name.p[0] == '#')
		return number_of(name);
	for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
		if (str_eq(entities[i].name, name))
			return entities[i].c;
	return 0;
}

void raw_text(struct walk *w, cmark_node *n, struct str s)
{
	struct strbuf b = strbuf_on(w->scratch);
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_sub(s, i + 1, i + 12);
		size_t semicolon = s.p[i] == '&' ? str_index(rest, ';') : rest.n;
		unsigned c =
			semicolon < rest.n ? entity_of(str_sub(rest, 0, semicolon)) : 0;
		if (c) {
			utf8_put(&b, c);
			i += semicolon + 1;
		} else if (!ascii_blank(s.p[i]) || !i || !ascii_blank(s.p[i - 1])) {
			/* Runs of blanks and indents are one blank, as a browser shows.
			 */
			strbuf_byte(&b, ascii_blank(s.p[i]) ? ' ' : s.p[i]);
		}
	}
	text_put(w, n, strbuf_str(&b));
}
