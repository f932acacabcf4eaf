/*
 * sharing.c: what a page says of itself to who shows a link to it (Open Graph, ogp.me):
 * messages, social networks. Addresses there are absolute, so a site that does not know
 * its own gives words only.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

#define SHARED_WIDTH_LEAST 200 /* pixels: who shows links takes no smaller picture */

static void put_property(struct strbuf *b, const char *name, struct str content)
{
	if (!content.n)
		return;
	if (b->n)
		strbuf_byte(b, '\n');
	strbuf_lit(b, "<meta property=\"");
	strbuf_add(b, str_of(name));
	strbuf_lit(b, "\" content=\"");
	escape_html(b, content);
	strbuf_lit(b, "\">");
}

/* Its picture as the site serves it, reduced already; NULL: none that can be shared. */
static const struct picture *shared_picture(
	const struct render *r, const struct value *header)
{
	struct str path = value_text(header, "image");
	const struct picture *p = web_picture(r->w, path);
	bool drawn = p && p->format != PICTURE_SVG && p->width >= SHARED_WIDTH_LEAST;
	return drawn && web_shows(r->w, path) ? p : NULL;
}

static void put_picture(struct render *r, const struct value *header, struct strbuf *b)
{
	const struct picture *p = shared_picture(r, header);
	const struct page *home = r->w->home->page;
	if (!p && home)
		p = shared_picture(r, header = home->header);
	if (!p || !r->base.n)
		return;
	put_property(b, "og:image",
		link_of_file(r->page, r->base, value_text(header, "image")));
	put_property(b, "og:image:width", str_printf(r->page, "%d", p->width));
	put_property(b, "og:image:height", str_printf(r->page, "%d", p->height));
	put_property(b, "og:image:alt",
		typography_of(r->page, value_text(header, "image_texte")));
}

struct view sharing_view(struct render *r, const struct node *n, struct str title,
	struct str description)
{
	bool dated = n->page && n->kind == NODE_ENTRY && page_kinds[n->of].dated;
	bool merged = n->kind == NODE_PROCEDURE; /* no one header is its own */
	struct strbuf b = strbuf_on(r->page);
	if (node_found(n) == FOUND_BY_NONE)
		return (struct view){0};
	put_property(&b, "og:title", title);
	put_property(&b, "og:description", description);
	put_property(&b, "og:type", dated ? STR("article") : STR("website"));
	put_property(&b, "og:locale", STR("fr_FR"));
	put_property(&b, "og:site_name", r->title);
	put_property(&b, "og:url", link_absolute(r->page, r, n));
	put_picture(r, n->page && !merged ? n->page->header : NULL, &b);
	if (dated)
		put_property(
			&b, "article:published_time", date_iso(r->page, n->page->date));
	return view_html(strbuf_str(&b));
}
