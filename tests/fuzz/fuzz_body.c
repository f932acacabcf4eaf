/*
 * fuzz_body.c: any Markdown body, compiled and rendered, alone and as one line. It
 * looks for crashes, for tags that are not closed where they were opened, for markup
 * that is not ours, and for pieces that do not add up.
 */
#include <stdint.h>
#include <stdlib.h>

#include "data/front.h"
#include "look.h"
#include "markup/body.h"

#define OPEN_MAX 4096

static const struct field fields[] = {
	{"categorie", FIELD_TEXT, .help = {"Catégorie", "Category"}}, {0}};
static const struct schema settings = {"bloc", "", {"Bloc", "Block"}, .fields = fields};
static const struct block_kind kinds[] = {{"demarches", &settings}, {"plan", NULL}};

/* All we ever write between `<` and `>`, by name. */
static const char *const known[] = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "em",
	"strong", "code", "pre", "ul", "ol", "li", "blockquote", "div", "section",
	"table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "abbr", "kbd",
	"mark", "small", "details", "summary", "br", "hr", "img"};
#define EMPTY_FROM (sizeof known / sizeof *known - 3)

static size_t known_tag(struct str name)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_is(name, known[i]))
			return i;
	abort();
}

static size_t name_end(struct str tag, size_t from)
{
	size_t to = from;
	while (to < tag.n && (ascii_alpha(tag.p[to]) || ascii_digit(tag.p[to])))
		to++;
	return to;
}

/* One tag, from `<` to before `>`: opened tags are stacked, closed ones must be on top.
 */
static void look_at_tag(struct str tag, size_t *open, size_t *depth)
{
	bool closing = tag.n > 1 && tag.p[1] == '/';
	size_t from = closing ? 2 : 1;
	size_t i = known_tag(str_sub(tag, from, name_end(tag, from)));
	size_t quotes = 0;
	for (size_t k = 0; k < tag.n; k++) {
		quotes += tag.p[k] == '"';
		if (tag.p[k] == '<' && k > 0)
			abort();
	}
	if (quotes % 2 || (closing && i >= EMPTY_FROM))
		abort();
	if (closing && (!*depth || open[--*depth] != i))
		abort();
	if (!closing && i < EMPTY_FROM && *depth < OPEN_MAX)
		open[(*depth)++] = i;
}

static void look(struct str html)
{
	size_t open[OPEN_MAX], depth = 0;
	for (size_t at = 0; at < html.n; at++) {
		if (html.p[at] == '>')
			abort();
		if (html.p[at] != '<')
			continue;
		size_t end = at + str_index(str_from(html, at), '>');
		if (end == html.n)
			abort();
		look_at_tag(str_sub(html, at, end), open, &depth);
		at = end;
	}
	if (depth)
		abort();
}

/* Pieces cover the HTML, and every index is one of its list. */
static void look_at_pieces(const struct body *b)
{
	size_t html = 0;
	for (size_t i = 0; i < b->pieces.n; i++) {
		const struct piece *p = &b->pieces.v[i];
		switch (p->kind) {
		case PIECE_HTML: html += p->n; break;
		case PIECE_LINK_OPEN:
		case PIECE_LINK_CLOSE:
			if (p->n >= b->links.n)
				abort();
			break;
		case PIECE_IMAGE:
			if (p->n >= b->images.n)
				abort();
			break;
		case PIECE_HEADING_OPEN:
		case PIECE_HEADING_CLOSE:
			if (p->n >= b->headings.n || !b->headings.v[p->n].id.n)
				abort();
			break;
		case PIECE_BLOCK:
			if (p->n >= b->blocks.n)
				abort();
			break;
		}
	}
	if (html != b->html.n)
		abort();
}

static struct str no_link(void *user, const struct body *b, unsigned i, bool *external)
{
	(void)user;
	*external = i % 2;
	return i % 3 ? b->links.v[i].target : (struct str){0};
}

static void look_at_body(struct arena *a, const struct body *b, const struct diag *d)
{
	static const struct body_place plain, other = {.shift = -1, .link = no_link};
	look_at_pieces(b);
	struct strbuf out = strbuf_on(a);
	body_render(b, &plain, &out);
	look(strbuf_str(&out));
	out.n = 0;
	body_render(b, &other, &out);
	look(strbuf_str(&out));
	body_plain(a, b);
	for (size_t i = 0; i < d->list.n; i++)
		look_place(d->list.v[i].loc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {0}, scratch = {0};
	struct origin o = {.name = STR_INIT("essai.md")};
	struct markup m = {.blocks = kinds, .n_blocks = 2, .scratch = &scratch};
	struct diag d = diag_on(&a);
	struct body b;
	/* As every file comes: valid UTF-8, lines that end with LF. */
	bool readable = front_text(&a, &o, (struct str){(const char *)data, n}, &d);
	struct str text = readable ? o.text : (struct str){0};
	d = diag_on(&a);
	body_compile(&a, &m, &o, 0, text, &d, &b);
	look_at_body(&a, &b, &d);
	/* As a value of YAML gives it: no end of line. */
	struct str line = str_sub(text, 0, str_index(text, '\n'));
	body_compile_inline(&a, &m, &o, 0, line, &d, &b);
	look_at_body(&a, &b, &d);
	arena_release(&scratch);
	arena_release(&a);
	return 0;
}
