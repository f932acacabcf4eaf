/*
 * json_ld.c: the words of JSON-LD (schema.org) that several kinds of pages write, and
 * the script elements around them, which no browser runs. What is told of a page is its
 * kind's business; the way that leads to it is told here, for all.
 */
#include "render/render_internal.h"
#include "text/escape.h"

/* Unless it is the first of its object or list. */
static void put_comma(struct strbuf *b)
{
	char last = b->n ? b->p[b->n - 1] : '{';
	if (last != '{' && last != '[')
		strbuf_byte(b, ',');
}

static void put_name(struct strbuf *b, const char *name)
{
	put_comma(b);
	strbuf_byte(b, '"');
	strbuf_add(b, str_of(name));
	strbuf_lit(b, "\":");
}

/* The type of an object that begins. */
static void put_type(struct strbuf *b, const char *type)
{
	strbuf_lit(b, "\"@type\":\"");
	strbuf_add(b, str_of(type));
	strbuf_byte(b, '"');
}

void json_begin(struct strbuf *b, const char *type)
{
	if (b->n)
		strbuf_byte(b, '\n');
	strbuf_lit(b, "<script type=\"application/ld+json\">{\"@context\":"
		      "\"https://schema.org\",");
	put_type(b, type);
}

void json_end(struct strbuf *b)
{
	strbuf_lit(b, "}</script>");
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
	strbuf_byte(b, '{');
	put_type(b, type);
}

void json_list(struct strbuf *b, const char *name)
{
	put_name(b, name);
	strbuf_byte(b, '[');
}

void json_item(struct strbuf *b, const char *type)
{
	put_comma(b);
	strbuf_byte(b, '{');
	put_type(b, type);
}

void json_address(struct strbuf *b, struct arena *a, struct str lines)
{
	struct postal at = postal_of(a, lines);
	if (!lines.n)
		return;
	json_open(b, "address", "PostalAddress");
	json_text(b, "streetAddress", at.street);
	json_text(b, "postalCode", at.code);
	json_text(b, "addressLocality", at.town);
	json_text(b, "addressCountry", STR("FR"));
	strbuf_byte(b, '}');
}

/* ---- the way from the home page ---- */

/* Absolute; seen from the page, which machines understand, when nobody knows the site's. */
static struct str json_link(struct render *r, struct str prefix, const struct node *n)
{
	return r->base.n ? link_absolute(r->page, r, n)
			 : link_of(r->page, prefix, n->address);
}

static void put_step(struct render *r, struct str prefix, const struct node *n,
	size_t position, struct strbuf *b)
{
	json_item(b, "ListItem");
	strbuf_printf(b, ",\"position\":%zu", position);
	json_text(b, "name", shown_of(r, n)->title);
	json_text(b, "item", json_link(r, prefix, n));
	strbuf_byte(b, '}');
}

static void put_trail(
	struct render *r, struct str prefix, const struct node *n, struct strbuf *b)
{
	size_t count = 0;
	for (const struct node *up = n; up; up = up->parent)
		count++;
	if (count < 2 || node_found(n) == FOUND_BY_NONE)
		return;
	const struct node **way = arena_list(r->page, count, const struct node *);
	for (size_t i = count; i--; n = n->parent)
		way[i] = n;
	json_begin(b, "BreadcrumbList");
	json_list(b, "itemListElement");
	for (size_t i = 0; i < count; i++)
		put_step(r, prefix, way[i], i + 1, b);
	strbuf_byte(b, ']');
	json_end(b);
}

struct view json_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct node_look *look = look_of(n);
	struct strbuf b = strbuf_on(r->page);
	if (look->tell)
		look->tell(r, n, &b);
	put_trail(r, prefix, n, &b);
	return view_html_if(strbuf_str(&b));
}
