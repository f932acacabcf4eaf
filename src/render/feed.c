/*
 * feed.c: the news as an Atom feed (RFC 4287). Its dates are those of the news: a feed
 * without news is of no day, and no clock is read.
 */
#include "base/hash.h"
#include "render/render_internal.h"
#include "text/escape.h"

#define FEED_PATH "actualites/flux.xml"

/* When a reader could first see it, or see it as it is now. */
static struct moment updated_of(const struct node *n)
{
	struct moment m = {n->page->date, -1}, changed = node_changed(n);
	const struct value *from = value_get(n->page->header, "publier_le");
	if (value_given(from) && moment_cmp(from->as.moment, m) > 0)
		m = from->as.moment;
	return changed.day.year && moment_cmp(changed, m) > 0 ? changed : m;
}

static void put_element(struct strbuf *b, const char *name, struct str text)
{
	strbuf_printf(b, "<%s>", name);
	escape_xml(b, text);
	strbuf_printf(b, "</%s>\n", name);
}

/*
 * An identifier for ever: the address, or without one a UUID made from the commune and
 * the path (version 8 of RFC 9562: of our own making).
 */
static void put_id(struct render *r, struct strbuf *b, struct str path)
{
	if (r->base.n) {
		put_element(b, "id", link_of(r->page, r->base, path));
		return;
	}
	struct hash_hex h = hash_hex(str_printf(r->page, "%.*s/%.*s",
		STR_ARG(r->w->site->commune.code_insee), STR_ARG(path)));
	put_element(b, "id",
		str_printf(r->page, "urn:uuid:%.8s-%.4s-8%.3s-a%.3s-%.12s", h.s,
			h.s + 8, h.s + 13, h.s + 17, h.s + 20));
}

static void put_link(
	struct strbuf *b, const char *rel, const char *type, struct str href)
{
	strbuf_printf(b, "<link rel=\"%s\" type=\"%s\" href=\"", rel, type);
	escape_xml(b, href);
	strbuf_lit(b, "\"/>\n");
}

/* Without site.lien, addresses are relative to the feed's own, which XML allows. */
static struct str prefix_of(const struct render *r)
{
	return r->base.n ? r->base : STR("../");
}

static void put_entry(struct render *r, const struct node *n, struct strbuf *b)
{
	const struct commune *c = &r->w->site->commune;
	struct str prefix = prefix_of(r),
		   category = value_text(n->page->header, "categorie");
	strbuf_lit(b, "<entry>\n");
	put_element(b, "title", shown_of(r, n)->title);
	put_id(r, b, n->address);
	put_link(b, "alternate", "text/html", link_of(r->page, prefix, n->address));
	put_element(b, "published",
		moment_rfc3339(r->page, c->zone, (struct moment){n->page->date, -1}));
	put_element(b, "updated", moment_rfc3339(r->page, c->zone, updated_of(n)));
	if (category.n) {
		strbuf_lit(b, "<category term=\"");
		escape_xml(b, category);
		strbuf_lit(b, "\"/>\n");
	}
	if (shown_of(r, n)->summary.n)
		put_element(b, "summary", shown_of(r, n)->summary);
	r->body.n = 0;
	for (size_t k = 0; k < n->texts.n; k++)
		body_put_elsewhere(r, prefix, n, k, &r->body);
	strbuf_lit(b, "<content type=\"html\">");
	escape_xml(b, strbuf_str(&r->body));
	strbuf_lit(b, "</content>\n</entry>\n");
}

static struct moment last_updated(const struct render *r, size_t n)
{
	struct moment last = {{1970, 1, 1}, -1};
	for (size_t i = 0; i < n; i++) {
		struct moment m = updated_of(r->w->collections[PAGE_NEWS].entries.v[i]);
		if (moment_cmp(m, last) > 0)
			last = m;
	}
	return last;
}

void feed_write(struct render *r, const struct node *none)
{
	(void)none;
	const struct commune *c = &r->w->site->commune;
	size_t n = r->w->collections[PAGE_NEWS].entries.n < FEED_ENTRIES
			   ? r->w->collections[PAGE_NEWS].entries.n
			   : FEED_ENTRIES;
	struct strbuf *b = &r->out;
	b->n = 0;
	strbuf_lit(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n");
	put_element(b, "title",
		str_printf(r->page, "Actualités – %.*s", STR_ARG(r->title)));
	put_id(r, b, STR(FEED_PATH));
	put_link(b, "self", "application/atom+xml",
		r->base.n ? link_of(r->page, r->base, STR(FEED_PATH))
			  : STR("flux.xml"));
	put_link(b, "alternate", "text/html",
		link_of(r->page, prefix_of(r),
			r->w->collections[PAGE_NEWS].list->address));
	put_element(b, "updated", moment_rfc3339(r->page, c->zone, last_updated(r, n)));
	strbuf_lit(b, "<author>");
	put_element(b, "name", str_printf(r->page, "Commune %.*s", STR_ARG(c->de_nom)));
	strbuf_lit(b, "</author>\n");
	for (size_t i = 0; i < n; i++)
		put_entry(r, r->w->collections[PAGE_NEWS].entries.v[i], b);
	strbuf_lit(b, "</feed>\n");
	put_bytes(r, STR(FEED_PATH), strbuf_str(b));
}
