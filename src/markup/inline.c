/*
 * inline.c: words, code, breaks, links and pictures of a paragraph. Text gets its
 * typography here, and once: the words go to plain, and from there, escaped, to HTML.
 */
#include "markup/walk_internal.h"

#include "base/block.h"

/* A letter: what code, an address or a picture is to the typography around it. */
#define AFTER_A_WORD 'a'

void words_verbatim(struct walk *w, struct str s)
{
	strbuf_add(&w->plain, s);
	if (!w->in_image)
		put_escaped(&w->html, s);
	w->typo.before = AFTER_A_WORD;
}

void words(struct walk *w, struct str s)
{
	size_t from = w->plain.n;
	typography_put(&w->plain, &w->typo, s);
	struct str put = str_from(strbuf_str(&w->plain), from);
	if (w->in_image)
		return;
	if (w->special)
		put_escaped(&w->html, put);
	else
		strbuf_add(&w->html, put);
}

/* What a text may hold that needs a closer look; most hold nothing. */
enum {
	SEEN_LINK = 1,
	SEEN_STAR = 2,
	SEEN_STAND = 4,
	SEEN_SPECIAL = 8,
	SEEN_BRACKET = 16
};

static const unsigned char look[256] = {['&'] = SEEN_SPECIAL,
	['<'] = SEEN_SPECIAL,
	['>'] = SEEN_SPECIAL,
	['"'] = SEEN_SPECIAL,
	['/'] = SEEN_LINK,
	['@'] = SEEN_LINK,
	['0'] = SEEN_LINK,
	['+'] = SEEN_LINK,
	[']'] = SEEN_LINK | SEEN_BRACKET,
	['*'] = SEEN_STAR,
	[0x02] = SEEN_STAND,
	[0x91] = SEEN_STAND};

/* One of those bytes is in the block. */
static bool look_closer(block b)
{
	return block_any((b == '&') | (b == '"') | (b == '<') | (b == '>') |
			 (b == '/') | (b == '0') | (b == '*') | (b == '+') |
			 (b == '@') | (b == ']') | (b == 0x02) | (b == 0x91));
}

static unsigned seen_in(struct str s)
{
	unsigned seen = 0;
	for (size_t i = 0; i < s.n;) {
		if (block_fits(s, i) && !look_closer(block_at(s, i))) {
			i += BLOCK;
			continue;
		}
		for (size_t end = i + BLOCK; i < end && i < s.n; i++)
			seen |= look[(unsigned char)s.p[i]];
	}
	return seen;
}

void text_put(struct walk *w, cmark_node *n, struct str s)
{
	unsigned seen = seen_in(s);
	if ((seen & SEEN_STAND) && w->stand_ins) {
		if (str_find(s, STR("\x02^")) < s.n && !w->notes++)
			w->notes_loc =
				places_near(&w->places, cmark_node_get_start_line(n),
					cmark_node_get_start_column(n), STR("[^"));
		s = restore(w->scratch, s, STR("|"));
	}
	s = references_out(w, n, s);
	w->special = seen & SEEN_SPECIAL;
	if (seen & SEEN_STAR)
		slip_strong(w, n, s);
	if ((seen & SEEN_BRACKET) && !w->link)
		slip_link_shape(w, n, s);
	if (w->verbatim)
		words_verbatim(w, s);
	else if ((seen & SEEN_LINK) && !w->link && !w->in_image)
		text_with_links(w, n, s);
	else
		words(w, s);
}

void inline_text(struct walk *w, cmark_node *n)
{
	struct str s = str_of(cmark_node_get_literal(n));
	/* The form feed that kept a single line from becoming a list (body.c). */
	if (w->one_line && s.n && s.p[0] == '\f')
		s = str_from(s, 1);
	if (!w->passes) {
		words_verbatim(w, s);
		return;
	}
	if (n == w->skip)
		s = str_from(s, w->skip_n);
	if (w->lines.start)
		slip_line_start(w, n, s);
	if (table_here(w, cmark_node_parent(n))) {
		table_text(w, n, s);
		return;
	}
	if (w->table.part > TABLE_TO_COME && str_index(s, '|') < s.n)
		table_straddle(w, n);
	text_put(w, n, s);
}

void inline_code(struct walk *w, cmark_node *n)
{
	struct str s = str_of(cmark_node_get_literal(n));
	if (w->stand_ins)
		s = restore(w->scratch, s,
			w->table.part > TABLE_TO_COME ? STR("|") : STR("\\|"));
	w->lines.start = false;
	if (!w->in_image)
		html_lit(w, "<code>");
	words_verbatim(w, s);
	if (!w->in_image)
		html_lit(w, "</code>");
}

void inline_break(struct walk *w, cmark_node *n)
{
	bool soft = cmark_node_get_type(n) == CMARK_NODE_SOFTBREAK;
	if (w->in_image) {
		strbuf_byte(&w->plain, ' ');
		return;
	}
	if (n == w->skip_break) {
		w->lines.number++;
		w->lines.start = true;
		return;
	}
	if (w->table.part > TABLE_TO_COME) {
		table_break(w, n);
		return;
	}
	if (w->passes)
		slip_line_end(w, soft);
	words_apart(w);
	w->typo.before = ' ';
	if (w->table.part == TABLE_TO_COME && n == w->table.before) {
		paragraph_cut(w, cmark_node_parent(n));
		table_open(w);
	} else if (soft) {
		html_lit(w, "\n");
	} else {
		html_lit(w, "<br>\n");
	}
}

/* An address or a title of node n, as the body keeps it. */
static struct str kept(struct walk *w, cmark_node *n, const char *cstr)
{
	struct str s = str_of(cstr);
	if (w->stand_ins)
		s = restore(w->scratch, s, STR("|"));
	return str_dup(w->a, references_out(w, n, s));
}

static struct loc loc_of(struct walk *w, cmark_node *n, struct str needle)
{
	return places_near(&w->places, cmark_node_get_start_line(n),
		cmark_node_get_start_column(n), needle);
}

/* What link n begins with in the source: `[`, or `<https://...` when it is its text. */
static struct str link_head(struct walk *w, cmark_node *n, struct str url)
{
	cmark_node *text = cmark_node_first_child(n);
	if (!text || cmark_node_get_type(text) != CMARK_NODE_TEXT ||
		cmark_node_next(text))
		return STR("[");
	struct str s = str_of(cmark_node_get_literal(text));
	if (!str_ends(url, s))
		return STR("[");
	struct str head = str_concat(w->scratch, STR("<"), s, STR(">"));
	return places_hold(&w->places, cmark_node_get_start_line(n), head) ? head
									   : STR("[");
}

/* True when the text of link n is an address itself. */
static bool shows_address(cmark_node *n, struct str url)
{
	cmark_node *text = cmark_node_first_child(n);
	if (!text || cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return false;
	struct str s = str_of(cmark_node_get_literal(text));
	return str_starts(s, STR("http")) || str_starts(s, STR("www.")) ||
	       str_eq(s, url) || (str_starts(url, STR("mailto:")) && str_ends(url, s));
}

void inline_link_enter(struct walk *w, cmark_node *n)
{
	w->lines.start = false;
	/* cmark lets <https://...> stand in a link; HTML does not. */
	if (w->in_image || w->link)
		return;
	struct body_link *l = list_add(w->scratch, &w->body->links);
	l->target = kept(w, n, cmark_node_get_url(n));
	l->title = kept(w, n, cmark_node_get_title(n));
	if (w->passes) {
		l->loc = loc_of(w, n, link_head(w, n, l->target));
		slip_link_target(w, n, l);
		w->verbatim = shows_address(n, l->target);
	}
	w->link = n;
	w->link_from = w->plain.n;
	slot(w, PIECE_LINK_OPEN, w->body->links.n - 1);
}

void inline_link_exit(struct walk *w, cmark_node *n)
{
	if (n != w->link)
		return;
	w->link = NULL;
	w->verbatim = false;
	w->body->links.v[w->body->links.n - 1].text = plain_since(w, w->link_from);
	slot(w, PIECE_LINK_CLOSE, w->body->links.n - 1);
}

void add_link(struct walk *w, struct body_link link, struct str shown)
{
	*list_add(w->scratch, &w->body->links) = link;
	slot(w, PIECE_LINK_OPEN, w->body->links.n - 1);
	words_verbatim(w, shown);
	slot(w, PIECE_LINK_CLOSE, w->body->links.n - 1);
}

void add_image(struct walk *w, struct body_image image)
{
	*list_add(w->scratch, &w->body->images) = image;
	slot(w, PIECE_IMAGE, w->body->images.n - 1);
	w->typo.before = AFTER_A_WORD;
}

bool image_alone(cmark_node *paragraph)
{
	cmark_node *n = cmark_node_first_child(paragraph);
	return n && cmark_node_get_type(n) == CMARK_NODE_IMAGE && !cmark_node_next(n);
}

void inline_image_enter(struct walk *w, cmark_node *n)
{
	(void)n;
	w->lines.start = false;
	if (!w->in_image++)
		w->image_from = w->plain.n;
}

void inline_image_exit(struct walk *w, cmark_node *n)
{
	if (--w->in_image)
		return;
	struct body_image i = {.target = kept(w, n, cmark_node_get_url(n)),
		.title = kept(w, n, cmark_node_get_title(n)),
		.alt = plain_since(w, w->image_from)};
	if (w->passes) {
		i.alone = image_alone(cmark_node_parent(n));
		i.loc = loc_of(w, n, STR("!["));
	}
	add_image(w, i);
}
