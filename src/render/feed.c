/*
 * feed.c: the newest pages of a kind as an Atom feed (RFC 4287), for each kind that has
 * one. Dates are those of the pages: a feed without any is of no day, no clock is read.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "render/render_internal.h"
#include "text/escape.h"

/* One entry to come, and its place in the kind's order. */
struct line {
	const struct node *node;
	struct feed_entry entry;
	size_t rank;
};

struct feed_entry news_entry(struct render *r, const struct node *n)
{
	(void)r;
	return (struct feed_entry){.category = value_text(n->page->header, "categorie"),
		.published = {n->page->date, -1}};
}

/* An act is new on the day it is put online, whatever its date. */
struct feed_entry act_entry(struct render *r, const struct node *n)
{
	(void)r;
	const struct act *x = n->act;
	return (struct feed_entry){.category = act_type_name(x->type),
		.published = {x->online, -1},
		.file = x->file.path.n ? &x->file : NULL};
}

static const struct alert *alert_of(const struct render *r, const struct node *n)
{
	for (size_t i = 0; i < r->w->alerts.n; i++)
		if (r->w->alerts.v[i].node == n)
			return &r->w->alerts.v[i];
	return NULL;
}

/* An alert is new when it begins; its end is said first, as an alert's. */
static struct feed_entry alert_entry(struct render *r, const struct node *n)
{
	const struct alert *x = alert_of(r, n);
	struct str until = str_printf(
		r->page, "Jusqu’au %.*s.", STR_ARG(moment_text(r->page, x->until)));
	struct str summary = shown_of(r, n)->summary;
	return (struct feed_entry){.category = alert_level(x->level),
		.summary = str_printf(r->page, "%.*s%s%.*s", STR_ARG(until),
			summary.n ? " " : "", STR_ARG(summary)),
		.published = x->start};
}

/* When a reader could first see it, or see it as it is now. */
static struct moment updated_of(const struct line *l)
{
	const struct node *n = l->node;
	struct moment m = l->entry.published, changed = node_changed(n);
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
static struct str prefix_of(const struct render *r, const struct feed *f)
{
	struct str path = str_of(f->path), none = {0};
	if (r->base.n)
		return r->base;
	return str_index(path, '/') < path.n ? STR("../") : none;
}

/* RFC 4287: the file itself, for readers that fetch it. */
static void put_enclosure(
	struct render *r, struct str prefix, const struct web_file *f, struct strbuf *b)
{
	if (!f)
		return;
	struct str end = str_lower_ascii(
		r->page, str_from(f->path, str_rindex(f->path, '.') + 1));
	strbuf_printf(b,
		"<link rel=\"enclosure\" type=\"application/%s\" length=\"%lld\" href=\"",
		str_is(end, "pdf") ? "pdf" : "octet-stream", f->file->size);
	escape_xml(b, link_of_file(r->page, prefix, f->path));
	strbuf_lit(b, "\"/>\n");
}

static void put_content(
	struct render *r, struct str prefix, const struct node *n, struct strbuf *b)
{
	r->body.n = 0;
	for (size_t k = 0; k < n->texts.n; k++)
		body_put_elsewhere(r, prefix, n, k, &r->body);
	if (!r->body.n && n->kind == NODE_ENTRY && n->act)
		return; /* an act is its file: an empty text would hide it */
	strbuf_lit(b, "<content type=\"html\">");
	escape_xml(b, strbuf_str(&r->body));
	strbuf_lit(b, "</content>\n");
}

static void put_entry(
	struct render *r, const struct feed *f, const struct line *l, struct strbuf *b)
{
	const struct commune *c = &r->w->site->commune;
	const struct node *n = l->node;
	struct str prefix = prefix_of(r, f), summary = l->entry.summary;
	strbuf_lit(b, "<entry>\n");
	put_element(b, "title", shown_of(r, n)->title);
	put_id(r, b, n->address);
	put_link(b, "alternate", "text/html", link_of(r->page, prefix, n->address));
	put_enclosure(r, prefix, l->entry.file, b);
	put_element(
		b, "published", moment_rfc3339(r->page, c->zone, l->entry.published));
	put_element(b, "updated", moment_rfc3339(r->page, c->zone, updated_of(l)));
	if (l->entry.category.n) {
		strbuf_lit(b, "<category term=\"");
		escape_xml(b, l->entry.category);
		strbuf_lit(b, "\"/>\n");
	}
	if (!summary.n)
		summary = shown_of(r, n)->summary;
	if (summary.n)
		put_element(b, "summary", summary);
	put_content(r, prefix, n, b);
	strbuf_lit(b, "</entry>\n");
}

/* ---- which ones ---- */

static int last_published_first(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int c = moment_cmp(y->entry.published, x->entry.published);
	return c ? c : x->rank < y->rank ? -1 : 1;
}

static struct line *lines_of(
	struct render *r, const struct feed *f, const struct node_list *l, size_t *n)
{
	struct line *lines = arena_list(r->page, l->n, struct line);
	for (size_t i = 0; i < l->n; i++)
		lines[i] = (struct line){l->v[i], f->entry(r, l->v[i]), i};
	if (l->n > 1)
		qsort(lines, l->n, sizeof *lines, last_published_first);
	*n = l->n < FEED_ENTRIES ? l->n : FEED_ENTRIES;
	return lines;
}

static struct moment last_updated(const struct line *lines, size_t n)
{
	struct moment last = {{1970, 1, 1}, -1};
	for (size_t i = 0; i < n; i++) {
		struct moment m = updated_of(&lines[i]);
		if (moment_cmp(m, last) > 0)
			last = m;
	}
	return last;
}

/* ---- the feed ---- */

static void put_head(struct render *r, const struct feed *f, struct str title,
	const struct node *list, struct strbuf *b)
{
	struct str path = str_of(f->path);
	size_t slash = str_rindex(path, '/');
	struct str file = slash < path.n ? str_from(path, slash + 1) : path;
	strbuf_lit(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n");
	put_element(b, "title",
		str_printf(r->page, "%.*s – %.*s", STR_ARG(title), STR_ARG(r->title)));
	put_id(r, b, path);
	put_link(b, "self", "application/atom+xml",
		r->base.n ? link_of(r->page, r->base, path) : file);
	put_link(b, "alternate", "text/html",
		link_of(r->page, prefix_of(r, f), list->address));
}

/* Pages of which list tells the whole. */
static void feed_write(struct render *r, const struct feed *f, struct str title,
	const struct node *list, const struct node_list *pages)
{
	const struct commune *c = &r->w->site->commune;
	struct strbuf *b = &r->out;
	size_t n;
	struct line *lines = lines_of(r, f, pages, &n);
	b->n = 0;
	put_head(r, f, title, list, b);
	put_element(
		b, "updated", moment_rfc3339(r->page, c->zone, last_updated(lines, n)));
	strbuf_lit(b, "<author>");
	put_element(b, "name", str_printf(r->page, "Commune %.*s", STR_ARG(c->de_nom)));
	strbuf_lit(b, "</author>\n");
	for (size_t i = 0; i < n; i++)
		put_entry(r, f, &lines[i], b);
	strbuf_lit(b, "</feed>\n");
	put_bytes(r, str_of(f->path), strbuf_str(b));
}

/* Those of the moment: what a board or a telephone would show now. */
static void alerts_write(struct render *r)
{
	static const struct feed feed = {ALERTS_PATH, alert_entry};
	struct node_list pages = {0};
	for (size_t i = 0; i < r->w->alerts.n; i++)
		*list_add(r->page, &pages) =
			r->w->nodes.v[r->w->alerts.v[i].node->index];
	feed_write(r, &feed, STR("Alertes"), r->w->home, &pages);
}

void feeds_write(struct render *r, const struct node *none)
{
	(void)none;
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		const struct collection *c = &r->w->collections[k];
		if (feed_of(k) && c->list)
			feed_write(r, feed_of(k), shown_of(r, c->list)->title, c->list,
				&c->entries);
	}
	alerts_write(r);
}
