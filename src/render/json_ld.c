/*
 * json_ld.c: the words of JSON-LD (schema.org) that several kinds of pages write, and
 * the script element around them, which no browser runs. What is told of a page is its
 * kind's business.
 */
#include "render/render_internal.h"
#include "text/escape.h"

/* A comma, unless it is the first of its object or list. */
static void put_name(struct strbuf *b, const char *name)
{
	char last = b->n ? b->p[b->n - 1] : '{';
	strbuf_printf(b, "%s\"%s\":", last == '{' || last == '[' ? "" : ",", name);
}

void json_text(struct strbuf *b, const char *name, struct str text)
{
	if (!text.n)
		return;
	put_name(b, name);
	strbuf_byte(b, '"');
	escape_json(b, text);
	strbuf_byte(b, '"');
}

void json_open(struct strbuf *b, const char *name, const char *type)
{
	put_name(b, name);
	strbuf_printf(b, "{\"@type\":\"%s\"", type);
}

void json_address(struct strbuf *b, struct arena *a, struct str lines)
{
	struct str last = str_from(lines, 0), street = {0};
	size_t cut = str_rindex(lines, '\n');
	unsigned long code;
	if (!lines.n)
		return;
	if (cut < lines.n) {
		last = str_trim(str_from(lines, cut + 1));
		street = str_sub(lines, 0, cut);
	}
	bool coded = last.n > 6 && last.p[5] == ' ' &&
		     str_to_uint(str_sub(last, 0, 5), 99999, &code);
	json_open(b, "address", "PostalAddress");
	json_text(b, "streetAddress", lines_joined(a, coded ? street : lines));
	if (coded) {
		json_text(b, "postalCode", str_sub(last, 0, 5));
		json_text(b, "addressLocality", str_from(last, 6));
	}
	json_text(b, "addressCountry", STR("FR"));
	strbuf_byte(b, '}');
}
