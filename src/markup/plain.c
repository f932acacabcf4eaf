/*
 * plain.c: the words of a compiled body, read back from its pieces. It reads only HTML
 * that this folder wrote: every `<` begins a tag, four entities are all there are.
 */
#include "markup/walk_internal.h"

/* Tags within a word; all others stand between words. */
static const char within[] = " em strong code sup sub abbr kbd mark small ";

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

static void put_words(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (ascii_blank(s.p[i]))
			apart(b);
		else
			strbuf_byte(b, s.p[i]);
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
	char key[10] = {' '};
	size_t n = 1;
	for (size_t i = str_starts(tag, STR("</")) ? 2 : 1;
		i < tag.n && n < sizeof key - 1 && ascii_alpha(tag.p[i]); i++)
		key[n++] = tag.p[i];
	key[n++] = ' ';
	return str_find(STR(within), (struct str){key, n}) < sizeof within - 1;
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
			size_t n = 1;
			while (n < rest.n && rest.p[n] != '<' && rest.p[n] != '&')
				n++;
			put_words(b, str_sub(rest, 0, n));
			at += n;
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
