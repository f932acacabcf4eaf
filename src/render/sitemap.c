/* sitemap.c: see sitemap.h; and the pages of a site that go into it. */
#include "render/sitemap.h"

#include "render/render_internal.h"
#include "text/escape.h"

#define NAMESPACE "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define URLSET_END "</urlset>\n"

struct sitemap sitemap_of(struct arena *a, struct str base, struct publisher *p)
{
	return (struct sitemap){.arena = a,
		.base = base,
		.publisher = p,
		.max_urls = SITEMAP_URLS,
		.max_bytes = SITEMAP_BYTES,
		.out = strbuf_on(a),
		.index = strbuf_on(a),
		.url = strbuf_on(a)};
}

static void put(struct sitemap *m, struct str path, struct strbuf *b)
{
	publisher_put(m->publisher,
		&(struct artifact){
			.path = path, .bytes = strbuf_str(b), .from_dir = -1});
	b->n = 0;
}

/* What was made so far becomes one of several files. */
static void end_part(struct sitemap *m)
{
	struct str name = str_printf(m->arena, "sitemap-%zu.xml", ++m->parts);
	strbuf_lit(&m->out, URLSET_END);
	put(m, name, &m->out);
	m->urls = 0;
	if (m->parts == 1)
		strbuf_lit(&m->index, XML "<sitemapindex " NAMESPACE ">\n");
	strbuf_lit(&m->index, "<sitemap><loc>");
	escape_xml(&m->index, m->base);
	strbuf_printf(&m->index, "%.*s</loc></sitemap>\n", STR_ARG(name));
}

void sitemap_add(struct sitemap *m, struct str address, struct str changed)
{
	struct strbuf url = m->url;
	url.n = 0;
	strbuf_lit(&url, "<url><loc>");
	escape_xml(&url, address);
	strbuf_lit(&url, "</loc>");
	if (changed.n)
		strbuf_printf(&url, "<lastmod>%.*s</lastmod>", STR_ARG(changed));
	strbuf_lit(&url, "</url>\n");
	bool full = m->urls == m->max_urls ||
		    m->out.n + url.n + sizeof URLSET_END > m->max_bytes;
	if (m->urls && full)
		end_part(m);
	if (!m->urls++)
		strbuf_lit(&m->out, XML "<urlset " NAMESPACE ">\n");
	strbuf_add(&m->out, strbuf_str(&url));
	m->url = url;
}

void sitemap_end(struct sitemap *m)
{
	if (m->parts) {
		end_part(m);
		strbuf_lit(&m->index, "</sitemapindex>\n");
		put(m, STR("sitemap.xml"), &m->index);
		return;
	}
	if (!m->urls)
		strbuf_lit(&m->out, XML "<urlset " NAMESPACE ">\n");
	strbuf_lit(&m->out, URLSET_END);
	put(m, STR("sitemap.xml"), &m->out);
}

/* ---- a site's pages ---- */

/*
 * What is known without history: the day that its author wrote. The day of an event is
 * when it takes place, which says nothing of its page.
 */
static struct date written_day(const struct node *n)
{
	const struct kind *kind = n->page ? &page_kinds[n->page->kind] : NULL;
	const struct value *updated =
		n->page ? value_get(n->page->header, "mise_a_jour") : NULL;
	if (n->act)
		return n->act->online;
	if (kind && kind->dated && !kind->day)
		return n->page->date;
	return value_given(updated) ? updated->as.moment.day : (struct date){0};
}

static struct str changed_of(struct render *r, const struct node *n)
{
	struct str changed =
		moment_rfc3339(r->page, r->w->site->commune.zone, node_changed(n));
	if (!changed.n && date_valid(written_day(n)))
		changed = date_iso(r->page, written_day(n));
	return changed;
}

/* Only absolute addresses are allowed in it: without site.lien there is none. */
void sitemap_write(struct render *r, const struct node *n)
{
	(void)n;
	if (!r->base.n)
		return;
	struct sitemap m = sitemap_of(r->page, r->base, r->publisher);
	for (size_t i = 0; i < r->w->nodes.n; i++) {
		const struct node *x = r->w->nodes.v[i];
		if (node_found(x) != FOUND_BY_NONE)
			sitemap_add(&m, link_absolute(r->page, r, x), changed_of(r, x));
	}
	sitemap_end(&m);
}
