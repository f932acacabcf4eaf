/*
 * plain.c: the words of a compiled body, read back from its pieces. It reads only HTML
 * that this folder wrote: every `<` begins a tag, four entities are all there are.
 */
#include "base/block.h"
#include "markup/walk_internal.h"

/* Tags within a word; all others stand between words. */
static const struct str within[] = {STR_INIT("em"), STR_INIT("strong"),
	STR_INIT("code"), STR_INIT("sup"), STR_INIT("sub"), STR_INIT("abbr"),
	STR_INIT("kbd"), STR_INIT("mark"), STR_INIT("small")};

static const struct {
	struct str entity;
	char c;
} entities[] = {
	{STR_INIT("&amp;"), '&'},
	{STR_INIT("&lt;"), '<'},
	{STR_INIT("&gt;"), '>'},
	{STR_INIT("&quot;"), '"'},
};

static void apart(struct strbuf *b)
{
	if (b->n && b->p[b->n - 1] != ' ')
		strbuf_byte(b, ' ');
}

/* Where the next blank is from at on that is not one ' ' between two words. */
static size_t loose_blank(struct str s, size_t at)
{
	for (; s.n - at > BLOCK; at += BLOCK) {
		block here = block_at(s, at), next = block_at(s, at + 1);
		block_mask odd = ((here == ' ') & (next == ' ')) | (here == '\n') |
				 (here == '\t') | (here == '\r');
		if (block_any(odd))
			return at + block_first(odd);
	}
	while (at < s.n && !ascii_blank(s.p[at]))
		at++;
	return at;
}

/* Each run of blanks becomes one ' '. */
static void put_words(struct strbuf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		if (ascii_blank(s.p[at])) {
			apart(b);
			at++;
			continue;
		}
		size_t end = loose_blank(s, at);
		strbuf_add(b, str_sub(s, at, end));
		at = end;
	}
}

/* Past the entity at byte at of s. */
static size_t put_entity(struct strbuf *b, struct str s, size_t at)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		if (!str_starts(str_from(s, at), entities[i].entity))
			continue;
		strbuf_byte(b, entities[i].c);
		return at + entities[i].entity.n;
	}
	strbuf_byte(b, '&');
	return at + 1;
}

static bool is_within(struct str tag)
{
	size_t from = str_starts(tag, STR("</")) ? 2 : 1, to = from;
	while (to < tag.n && ascii_alpha(tag.p[to]))
		to++;
	struct str name = str_sub(tag, from, to);
	for (size_t i = 0; i < sizeof within / sizeof *within; i++)
		if (str_eq(name, within[i]))
			return true;
	return false;
}

/* Where the next tag or entity begins, from at on. */
static size_t mark_from(struct str s, size_t at)
{
	for (; block_fits(s, at); at += BLOCK) {
		block here = block_at(s, at);
		block_mask mark = (here == '<') | (here == '&');
		if (block_any(mark))
			return at + block_first(mark);
	}
	while (at < s.n && s.p[at] != '<' && s.p[at] != '&')
		at++;
	return at;
}

static void put_html(struct strbuf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		struct str rest = str_from(s, at);
		if (rest.p[0] == '<') {
			size_t end = str_index(rest, '>') + 1;
			if (!is_within(str_sub(rest, 0, end)))
				apart(b);
			at += end;
		} else if (rest.p[0] == '&') {
			at = put_entity(b, s, at);
		} else {
			size_t end = mark_from(s, at);
			put_words(b, str_sub(s, at, end));
			at = end;
		}
	}
}

struct str body_plain(struct arena *a, const struct body *b)
{
	struct strbuf out = strbuf_on(a);
	struct str html = b->html;
	strbuf_room(&out, html.n);
	for (size_t i = 0; i < b->pieces.n; i++) {
		const struct piece *p = &b->pieces.v[i];
		if (p->kind == PIECE_HTML) {
			put_html(&out, str_sub(html, 0, p->n));
			html = str_from(html, p->n);
		} else if (p->kind == PIECE_IMAGE) {
			apart(&out);
			put_words(&out, b->images.v[p->n].alt);
			apart(&out);
		} else if (p->kind != PIECE_LINK_OPEN && p->kind != PIECE_LINK_CLOSE) {
			apart(&out);
		}
	}
	return str_trim(strbuf_str(&out));
}
