/*
 * web_files.c: documents and pictures, byte for byte, and the two small files that
 * machines read first: sitemap.xml and robots.txt.
 */
#include "render/render_internal.h"
#include "text/escape.h"

static void put_file(struct render *r, const struct web_file *f)
{
	struct artifact x = {.path = f->path,
		.from_dir = f->source->dir,
		.from = f->file->real,
		.size = f->file->size,
		.mtime = f->file->mtime};
	/* A source that is no folder (git) has no file to copy: its bytes are read. */
	if (f->source->dir < 0 && !source_read(f->source, f->file, SOURCE_MAX_FILE,
					  r->page, r->d, &x.bytes))
		return;
	publisher_put(r->publisher, &x);
}

void files_write(struct render *r, const struct node *n)
{
	(void)n;
	for (size_t i = 0; i < r->w->files.n; i++) {
		put_file(r, &r->w->files.v[i]);
		arena_reset(r->page);
	}
}

/* What is known without history: the day that its author wrote. */
static struct date written_day(const struct node *n)
{
	const struct value *updated =
		n->page ? value_get(n->page->header, "mise_a_jour") : NULL;
	if (n->page && page_kinds[n->page->kind].dated)
		return n->page->date;
	return value_given(updated) ? updated->as.moment.day : (struct date){0};
}

static void put_url(struct render *r, const struct node *n)
{
	struct strbuf *b = &r->out;
	strbuf_lit(b, "<url><loc>");
	escape_xml(b, link_absolute(r->page, r, n));
	strbuf_lit(b, "</loc>");
	struct str changed =
		moment_rfc3339(r->page, r->w->site->commune.zone, node_changed(n));
	if (!changed.n && date_valid(written_day(n)))
		changed = date_iso(r->page, written_day(n));
	if (changed.n) {
		strbuf_lit(b, "<lastmod>");
		strbuf_add(b, changed);
		strbuf_lit(b, "</lastmod>");
	}
	strbuf_lit(b, "</url>\n");
}

/* Only absolute addresses are allowed in it: without site.lien there is none. */
void sitemap_write(struct render *r, const struct node *n)
{
	(void)n;
	if (!r->base.n)
		return;
	r->out.n = 0;
	strbuf_lit(&r->out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	for (size_t i = 0; i < r->w->nodes.n; i++) {
		const struct node *x = r->w->nodes.v[i];
		if (x->kind != NODE_MOVED && x->kind != NODE_NOT_FOUND &&
			x->kind != NODE_POSTER)
			put_url(r, x);
	}
	strbuf_lit(&r->out, "</urlset>\n");
	put_bytes(r, STR("sitemap.xml"), strbuf_str(&r->out));
}

void robots_write(struct render *r, const struct node *n)
{
	(void)n;
	r->out.n = 0;
	strbuf_lit(&r->out, "User-agent: *\nDisallow:\n");
	if (r->base.n)
		strbuf_printf(
			&r->out, "\nSitemap: %.*ssitemap.xml\n", STR_ARG(r->base));
	put_bytes(r, STR("robots.txt"), strbuf_str(&r->out));
}
