/*
 * put.c: text and addresses into HTML, byte for byte as cmark writes them, so that our
 * output with the passes off can be held against its own. text/escape.h also escapes
 * the apostrophe, which double quotes make needless here.
 */
#include "markup/walk_internal.h"

static const unsigned char special[256] = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4};

static const struct str entity[] = {STR_INIT(""), STR_INIT("&amp;"), STR_INIT("&lt;"),
	STR_INIT("&gt;"), STR_INIT("&quot;")};

void put_escaped(struct strbuf *b, struct str s)
{
	for (size_t from = 0; from < s.n; from++) {
		size_t i = from;
		while (i < s.n && !special[(unsigned char)s.p[i]])
			i++;
		strbuf_add(b, (struct str){s.p + from, i - from});
		if (i < s.n)
			strbuf_add(b, entity[special[(unsigned char)s.p[i]]]);
		from = i;
	}
}

static bool href_plain(char c)
{
	return ascii_alpha(c) || ascii_digit(c) ||
	       (c && memchr("-_.+!*(),%#@?=;:/$~", c, 19));
}

void put_href(struct strbuf *b, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (href_plain(s.p[i])) {
			strbuf_byte(b, s.p[i]);
		} else if (c == '&') {
			strbuf_lit(b, "&amp;");
		} else if (c == '\'') {
			strbuf_lit(b, "&#x27;");
		} else {
			strbuf_byte(b, '%');
			strbuf_byte(b, hex[c >> 4]);
			strbuf_byte(b, hex[c & 15]);
		}
	}
}
