/*
 * walk.c: the walk over cmark's tree: blocks, and which function each node belongs to.
 * Iterative, as a tree may be deeper than a stack. What words become is in inline.c.
 */
#include "markup/walk_internal.h"

#include "text/utf8.h"

#include <stdint.h>

struct mark walk_mark(const struct walk *w)
{
	return (struct mark){w->html.n, w->plain.n, w->cut, w->body->pieces.n,
		w->body->links.n, w->body->images.n};
}

void walk_back(struct walk *w, struct mark m)
{
	w->html.n = m.html;
	w->plain.n = m.plain;
	w->cut = m.cut;
	w->body->pieces.n = m.pieces;
	w->body->links.n = m.links;
	w->body->images.n = m.images;
}

void cut_piece(struct walk *w)
{
	if (w->html.n == w->cut)
		return;
	struct piece *p = list_add(w->scratch, &w->body->pieces);
	p->kind = PIECE_HTML;
	p->n = (unsigned)(w->html.n - w->cut);
	w->cut = w->html.n;
}

void slot(struct walk *w, enum piece_kind kind, size_t index)
{
	cut_piece(w);
	struct piece *p = list_add(w->scratch, &w->body->pieces);
	p->kind = kind;
	p->n = (unsigned)index;
}

void fresh_line(struct walk *w)
{
	if (w->html.n && w->html.p[w->html.n - 1] != '\n')
		strbuf_byte(&w->html, '\n');
}

void words_apart(struct walk *w)
{
	if (w->plain.n && w->plain.p[w->plain.n - 1] != ' ')
		strbuf_byte(&w->plain, ' ');
}

struct str plain_since(struct walk *w, size_t from)
{
	struct str s = str_from(strbuf_str(&w->plain), from);
	return str_dup(w->a, w->passes ? str_trim(s) : s);
}

static void paragraph_open(struct walk *w)
{
	w->typo = (struct typography){0};
	if (w->one_line)
		return;
	fresh_line(w);
	html_lit(w, "<p>");
}

static void paragraph_close(struct walk *w)
{
	words_apart(w);
	if (!w->one_line)
		html_lit(w, "</p>\n");
}

static bool tight(cmark_node *paragraph)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));
	return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
	       cmark_node_get_list_tight(list);
}

/* No <p>: in a tight list, around a picture alone (it may become a figure). */
static bool unwrapped(const struct walk *w, cmark_node *n)
{
	return tight(n) || n == w->skip_paragraph || (w->passes && image_alone(n));
}

static void paragraph_enter(struct walk *w, cmark_node *n)
{
	w->typo = (struct typography){0};
	w->paragraph_from = w->plain.n;
	if (w->passes) {
		slip_paragraph_start(w, n);
		table_find(w, n);
	}
	if (w->table.part == TABLE_TO_COME && !w->table.before)
		table_open(w);
	else if (!unwrapped(w, n))
		paragraph_open(w);
	else if (image_alone(n))
		fresh_line(w);
}

/* The first paragraph of words outside lists, quotes and tables is a page's summary. */
static void keep_first(struct walk *w, cmark_node *n)
{
	cmark_node *parent = cmark_node_parent(n);
	if (w->first_done || cmark_node_get_type(parent) != CMARK_NODE_DOCUMENT ||
		image_alone(n))
		return;
	w->body->first = plain_since(w, w->paragraph_from);
	w->first_done = w->body->first.n > 0;
}

void paragraph_cut(struct walk *w, cmark_node *n)
{
	raw_leave(w, n);
	keep_first(w, n);
	if (!unwrapped(w, n))
		paragraph_close(w);
}

static void paragraph_exit(struct walk *w, cmark_node *n)
{
	if (w->table.part > TABLE_TO_COME) {
		table_close(w);
		return;
	}
	if (w->passes)
		slip_paragraph_end(w, n);
	if (!unwrapped(w, n))
		paragraph_close(w);
	else if (image_alone(n) && w->passes && !tight(n))
		html_lit(w, "\n");
	words_apart(w);
}

static void heading_enter(struct walk *w, cmark_node *n)
{
	int level = cmark_node_get_heading_level(n);
	w->typo = (struct typography){0};
	w->lines.start = false;
	fresh_line(w);
	if (!w->passes) {
		strbuf_printf(&w->html, "<h%d>", level);
		return;
	}
	struct body_heading *h = list_add(w->scratch, &w->body->headings);
	h->level = level;
	h->loc = places_loc(&w->places, cmark_node_get_start_line(n),
		cmark_node_get_start_column(n));
	if (!w->body->top || level < w->body->top)
		w->body->top = level;
	w->heading_from = w->plain.n;
	slot(w, PIECE_HEADING_OPEN, w->body->headings.n - 1);
}

/* A slug no other heading of the body has: "tarifs", then "tarifs-2". */
static struct str unique_id(struct walk *w, struct str text)
{
	struct str slug = utf8_slug(w->a, text);
	if (!slug.n)
		slug = STR("section");
	struct str id = slug;
	/* Kept under the slug: the number last given, so a thousand « Tarifs » stay
	 * cheap. */
	uintptr_t n = (uintptr_t)map_get(w->ids, slug);
	while (map_get(w->ids, id))
		id = str_printf(w->a, "%.*s-%zu", STR_ARG(slug), (size_t)++n);
	*map_put(w->scratch, w->ids, slug) = (void *)(n ? n : 1);
	if (n)
		*map_put(w->scratch, w->ids, id) = (void *)(uintptr_t)1;
	return id;
}

static void heading_exit(struct walk *w, cmark_node *n)
{
	if (!w->passes) {
		strbuf_printf(&w->html, "</h%d>\n", cmark_node_get_heading_level(n));
		return;
	}
	struct body_heading *h = &w->body->headings.v[w->body->headings.n - 1];
	h->text = plain_since(w, w->heading_from);
	h->id = unique_id(w, h->text);
	words_apart(w);
	slot(w, PIECE_HEADING_CLOSE, w->body->headings.n - 1);
	html_lit(w, "\n");
}

static void list_enter(struct walk *w, cmark_node *n)
{
	fresh_line(w);
	int start = cmark_node_get_list_start(n);
	if (cmark_node_get_list_type(n) == CMARK_BULLET_LIST)
		html_lit(w, "<ul>\n");
	else if (start == 1)
		html_lit(w, "<ol>\n");
	else
		strbuf_printf(&w->html, "<ol start=\"%d\">\n", start);
}

static void list_exit(struct walk *w, cmark_node *n)
{
	if (cmark_node_get_list_type(n) == CMARK_BULLET_LIST)
		html_lit(w, "</ul>\n");
	else
		html_lit(w, "</ol>\n");
}

static void item_enter(struct walk *w, cmark_node *n)
{
	(void)n;
	fresh_line(w);
	html_lit(w, "<li>");
}

static void item_exit(struct walk *w, cmark_node *n)
{
	(void)n;
	words_apart(w);
	html_lit(w, "</li>\n");
}

static void rule(struct walk *w, cmark_node *n)
{
	(void)n;
	fresh_line(w);
	html_lit(w, "<hr>\n");
}

static void wrap(struct walk *w, struct str tag)
{
	w->lines.start = false;
	if (!w->in_image)
		html(w, tag);
}

static void emph_enter(struct walk *w, cmark_node *n)
{
	(void)n;
	wrap(w, STR("<em>"));
}

static void emph_exit(struct walk *w, cmark_node *n)
{
	(void)n;
	wrap(w, STR("</em>"));
}

static void strong_enter(struct walk *w, cmark_node *n)
{
	(void)n;
	wrap(w, STR("<strong>"));
}

static void strong_exit(struct walk *w, cmark_node *n)
{
	(void)n;
	wrap(w, STR("</strong>"));
}

/* One row per kind of node of cmark. */
static const struct {
	void (*enter)(struct walk *, cmark_node *);
	void (*exit)(struct walk *, cmark_node *);
} handlers[CMARK_NODE_LAST_INLINE + 1] = {
	[CMARK_NODE_BLOCK_QUOTE] = {quote_enter, quote_exit},
	[CMARK_NODE_LIST] = {list_enter, list_exit},
	[CMARK_NODE_ITEM] = {item_enter, item_exit},
	[CMARK_NODE_CODE_BLOCK] = {code_block, NULL},
	[CMARK_NODE_HTML_BLOCK] = {raw_block, NULL},
	[CMARK_NODE_PARAGRAPH] = {paragraph_enter, paragraph_exit},
	[CMARK_NODE_HEADING] = {heading_enter, heading_exit},
	[CMARK_NODE_THEMATIC_BREAK] = {rule, NULL},
	[CMARK_NODE_TEXT] = {inline_text, NULL},
	[CMARK_NODE_SOFTBREAK] = {inline_break, NULL},
	[CMARK_NODE_LINEBREAK] = {inline_break, NULL},
	[CMARK_NODE_CODE] = {inline_code, NULL},
	[CMARK_NODE_HTML_INLINE] = {raw_inline, NULL},
	[CMARK_NODE_EMPH] = {emph_enter, emph_exit},
	[CMARK_NODE_STRONG] = {strong_enter, strong_exit},
	[CMARK_NODE_LINK] = {inline_link_enter, inline_link_exit},
	[CMARK_NODE_IMAGE] = {inline_image_enter, inline_image_exit},
};

static void enter(struct walk *w, cmark_node *n, cmark_node_type type)
{
	/* Text and breaks of a table see to their cells themselves. */
	if (w->table.part > TABLE_TO_COME && type > CMARK_NODE_LINEBREAK &&
		cmark_node_parent(n) == w->table.paragraph)
		table_inline(w);
	if (handlers[type].enter)
		handlers[type].enter(w, n);
}

static void leave(struct walk *w, cmark_node *n, cmark_node_type type)
{
	raw_leave(w, n);
	/* The first paragraph is kept whole, before anything else is written. */
	if (type == CMARK_NODE_PARAGRAPH && w->table.part <= TABLE_TO_COME)
		keep_first(w, n);
	if (handlers[type].exit)
		handlers[type].exit(w, n);
}

void walk_tree(struct walk *w, cmark_node *root)
{
	cmark_iter *it = cmark_iter_new(root);
	cmark_event_type e;
	while ((e = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(it);
		cmark_node_type type = cmark_node_get_type(n);
		if (e == CMARK_EVENT_ENTER)
			enter(w, n, type);
		else
			leave(w, n, type);
	}
	cmark_iter_free(it);
}
