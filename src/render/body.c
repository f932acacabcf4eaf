/*
 * body.c: the slots of a compiled body, filled from the page that shows it: links,
 * pictures, ids. What each link means was resolved; here it only gets an address.
 */
#include "render/render_internal.h"
#include "text/escape.h"

/* Where one text is shown. */
struct place {
	struct render *r;
	struct str prefix, id_prefix;
	const struct node *node;
	const struct text *text;
	bool elsewhere; /* not in its own page: a feed */
};

/*
 * Ids that themes' templates may give elements themselves (docs/themes.md): a text
 * with a heading of such an id gets a prefix, for no id may stand twice.
 */
static const char *const theme_ids[] = {"contenu", "menu", "pied", "recherche",
	"alertes", "en-ligne", "sur-place", "pieces", "cout", "delai", "voir-aussi"};

static bool is_theme_id(struct str id)
{
	for (size_t i = 0; i < sizeof theme_ids / sizeof *theme_ids; i++)
		if (str_is(id, theme_ids[i]))
			return true;
	return str_ends(id, STR("-titre"));
}

static bool has_heading(const struct body *b, struct str id)
{
	for (size_t i = 0; i < b->headings.n; i++)
		if (str_eq(b->headings.v[i].id, id))
			return true;
	return false;
}

struct str text_id_prefix(struct arena *a, const struct node *n, size_t k)
{
	if (k > 0 || n->texts.v[k].title.n)
		return str_printf(a, "texte-%zu-", k + 1);
	const struct body *b = n->texts.v[k].body;
	for (size_t i = 0; i < b->headings.n; i++)
		if (is_theme_id(b->headings.v[i].id))
			return STR("texte-");
	return (struct str){0};
}

/* "#id" as it stands in the page of a node: the heading's own prefix before it. */
static void put_anchor(
	struct arena *a, struct strbuf *b, const struct node *n, struct str anchor)
{
	strbuf_byte(b, '#');
	for (size_t k = 0; k < n->texts.n; k++)
		if (has_heading(n->texts.v[k].body, anchor)) {
			strbuf_add(b, text_id_prefix(a, n, k));
			break;
		}
	escape_url_component(b, anchor);
}

static struct str own_anchor(const struct place *p, const struct target *t)
{
	struct strbuf b = strbuf_on(p->r->page);
	if (p->elsewhere) {
		strbuf_add(&b, p->prefix);
		strbuf_add(&b, p->node->address);
	}
	if (t->anchor_missing || !t->anchor.n)
		return b.n ? strbuf_str(&b) : STR("#");
	if (has_heading(p->text->body, t->anchor)) {
		strbuf_byte(&b, '#');
		strbuf_add(&b, p->id_prefix);
		escape_url_component(&b, t->anchor);
	} else {
		put_anchor(p->r->page, &b, p->node, t->anchor);
	}
	return strbuf_str(&b);
}

static struct str node_address(const struct place *p, const struct target *t)
{
	if (!t->anchor.n || t->anchor_missing)
		return link_of(p->r->page, p->prefix, t->node->address);
	struct strbuf b = strbuf_on(p->r->page);
	strbuf_add(&b, p->prefix);
	strbuf_add(&b, t->node->address);
	put_anchor(p->r->page, &b, t->node, t->anchor);
	return strbuf_str(&b);
}

static struct str file_address(const struct place *p, const struct target *t)
{
	struct str file = link_of_file(p->r->page, p->prefix, t->path);
	return t->anchor.n ? str_concat(p->r->page, file, STR("#"), t->anchor) : file;
}

static struct str link_address(
	void *user, const struct body *b, unsigned i, bool *external)
{
	const struct place *p = user;
	const struct target *t = &p->text->links[i];
	(void)b;
	switch (t->kind) {
	case TARGET_NODE: return node_address(p, t);
	case TARGET_FILE:
		if (web_shows(p->r->w, t->path))
			return file_address(p, t);
		break;
	case TARGET_ANCHOR: return own_anchor(p, t);
	case TARGET_EXTERNAL:
		*external = is_web_address(t->path) &&
			    !(p->r->base.n && str_starts(t->path, p->r->base));
		return t->path;
	case TARGET_BROKEN:
	case TARGET_DROPPED: break;
	}
	return (struct str){0};
}

/* Readers of feeds get the plain element: what they do with more, nobody knows. */
static void put_img(const struct place *p, const struct body_image *m,
	const struct target *t, struct strbuf *out)
{
	struct shown_picture x = {.path = t->path,
		.prefix = p->prefix,
		.alt = m->alt,
		.plain = p->elsewhere,
		.lazy = p->elsewhere || p->r->pictured};
	p->r->pictured = p->r->pictured || !p->elsewhere;
	picture_put(p->r, &x, out);
}

/* Nothing is fetched from other hosts: what is not ours is told in words. */
static void image_put(void *user, const struct body *b, unsigned i, struct strbuf *out)
{
	const struct place *p = user;
	const struct target *t = &p->text->images[i];
	const struct body_image *m = &b->images.v[i];
	bool ours = t->kind == TARGET_FILE && web_shows(p->r->w, t->path);
	if (m->alone)
		strbuf_add(out, ours ? STR("<figure>") : STR("<p>"));
	if (ours)
		put_img(p, m, t, out);
	else
		escape_html(out, m->alt);
	if (ours && m->alone && m->title.n) {
		strbuf_lit(out, "<figcaption>");
		escape_html(out, m->title);
		strbuf_lit(out, "</figcaption>");
	}
	if (m->alone)
		strbuf_add(out, ours ? STR("</figure>\n") : STR("</p>\n"));
}

static void put_block(void *user, const struct body *b, unsigned i, struct strbuf *out)
{
	const struct place *p = user;
	block_put(p->r, p->prefix, &b->blocks.v[i], out);
}

static void put(struct place *p, int top, struct strbuf *out)
{
	const struct body *b = p->text->body;
	struct body_place place = {.user = p,
		.shift = b->top ? top - b->top : 0,
		.id_prefix = p->id_prefix,
		.link = link_address,
		.image = image_put,
		.block = put_block};
	body_render(b, &place, out);
}

void body_put(struct render *r, struct str prefix, const struct node *n, size_t k,
	int top, struct strbuf *out)
{
	struct place p = {
		r, prefix, text_id_prefix(r->page, n, k), n, &n->texts.v[k], false};
	size_t from = out->n;
	put(&p, top, out);
	if (n->kind == NODE_MENTION)
		facts_fill(r, n, out, from);
}

void body_put_elsewhere(struct render *r, struct str prefix, const struct node *n,
	size_t k, struct strbuf *out)
{
	struct place p = {
		r, prefix, text_id_prefix(r->page, n, k), n, &n->texts.v[k], true};
	put(&p, 3, out);
}
