/*
 * blocks.c: the fenced blocks of a body as HTML: procedures, opening hours, a contact.
 * Their classes are part of what themes may count on (docs/themes.md).
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

static void procedure_item(
	struct render *r, struct str prefix, const struct node *n, struct strbuf *out)
{
	strbuf_lit(out, "<li><a href=\"");
	escape_html(out, link_of(r->page, prefix, n->address));
	strbuf_lit(out, "\">");
	escape_html(out, shown_of(r, n)->title);
	strbuf_lit(out, "</a>");
	if (shown_of(r, n)->summary.n) {
		strbuf_lit(out, " <span class=\"bloc-demarches-resume\">");
		escape_html(out, shown_of(r, n)->summary);
		strbuf_lit(out, "</span>");
	}
	strbuf_lit(out, "</li>\n");
}

static void heading_items(struct render *r, struct str prefix,
	const struct node_list *l, struct str id, struct strbuf *out)
{
	for (size_t i = 0; id.n && i < l->n; i++) {
		const struct node *n = l->v[i];
		for (size_t k = 0; str_eq(n->heading->id, id) && k < n->children.n; k++)
			procedure_item(r, prefix, n->children.v[k], out);
	}
}

static void procedures_put(
	struct render *r, struct str prefix, const struct value *v, struct strbuf *out)
{
	struct str open = STR("<ul class=\"bloc-demarches\">\n");
	size_t from = out->n;
	strbuf_add(out, open);
	const struct value *ids = value_get(v, "demarches");
	for (size_t i = 0; i < value_count(ids); i++) {
		const struct node *n = procedure_node(r, value_at(ids, i)->text);
		if (n)
			procedure_item(r, prefix, n, out);
	}
	heading_items(r, prefix, &r->w->categories, value_text(v, "categorie"), out);
	heading_items(r, prefix, &r->w->events, value_text(v, "evenement"), out);
	if (out->n == from + open.n)
		out->n = from; /* an empty list is no list */
	else
		strbuf_lit(out, "</ul>\n");
}

static void link_line(struct strbuf *out, const char *scheme, struct str href,
	struct str shown, const char *class)
{
	strbuf_printf(out, "<p><a%s href=\"%s", class, scheme);
	escape_html(out, href);
	strbuf_lit(out, "\">");
	escape_html(out, shown);
	strbuf_lit(out, "</a></p>\n");
}

/* A contact without a name is the mairie, and what it leaves out is the mairie's. */
static const struct value *field(
	const struct render *r, const struct value *v, const char *key)
{
	const struct value *own = value_get(v, key);
	if (!value_given(own) && !value_text(v, "nom").n)
		own = value_get(value_get(r->w->site->commune.v, "mairie"), key);
	return value_given(own) ? own : NULL;
}

static void contact_put(struct render *r, const struct value *v, struct strbuf *out)
{
	const struct value *address = field(r, v, "adresse"),
			   *phone = field(r, v, "telephone");
	const struct value *email = field(r, v, "courriel"),
			   *link = value_get(v, "lien");
	const struct value *name = field(r, v, "nom");
	struct str words = name ? name->text
				: str_printf(r->page, "Mairie %.*s",
					  STR_ARG(r->w->site->commune.de_nom));
	strbuf_lit(out, "<div class=\"bloc-contact\">\n<p class=\"bloc-contact-nom\">");
	escape_html(out, typography_of(r->page, words));
	strbuf_lit(out, "</p>\n");
	if (address) {
		strbuf_lit(out, "<address>");
		strbuf_add(out, lines_html(r->page, address->text));
		strbuf_lit(out, "</address>\n");
	}
	if (phone)
		link_line(out, "tel:", phone->as.phone.tel, phone->as.phone.shown,
			" class=\"numero\"");
	if (email)
		link_line(out, "mailto:", email->text, email->text, "");
	if (value_given(link))
		link_line(out, "", link->text, host_of(link->text),
			" class=\"externe\" rel=\"external noopener\"");
	strbuf_lit(out, "</div>\n");
}

static void hours_put(
	const struct render *r, const struct value *settings, struct strbuf *out)
{
	struct str desk = value_text(settings, "accueil");
	hours_table(r, desk.n ? web_desk_named(r->page, r->w, desk) : web_mairie(r->w),
		value_text(settings, "titre"), out);
}

void block_put(struct render *r, struct str prefix, const struct body_block *b,
	struct strbuf *out)
{
	if (b->kind == &page_blocks[BLOCK_PROCEDURES])
		procedures_put(r, prefix, b->settings, out);
	else if (b->kind == &page_blocks[BLOCK_HOURS])
		hours_put(r, b->settings, out);
	else if (b->kind == &page_blocks[BLOCK_CONTACT])
		contact_put(r, b->settings, out);
	else if (b->kind == &page_blocks[BLOCK_DOCUMENTS])
		documents_block(r, prefix, b->settings, out);
	else if (b->kind == &page_blocks[BLOCK_PEOPLE])
		people_block(r, prefix, b->settings, out);
}
