/*
 * raw_html.c: HTML that people wrote. A few harmless tags pass, bare; of all others the
 * tag goes and the text stays, and it is said once for each name. Comments vanish. What
 * was left open is closed where the block or the mark around it ends.
 */
#include "markup/walk_internal.h"

#include "markup/raw_text.h"

struct raw_tag {
	struct str name;
	bool empty;  /* has no end tag */
	bool block;  /* only between paragraphs */
	bool inside; /* block: stays open behind its html block */
};

static const struct raw_tag allowed[] = {
	{.name = STR_INIT("br"), .empty = true},
	{.name = STR_INIT("sup")},
	{.name = STR_INIT("sub")},
	{.name = STR_INIT("abbr")},
	{.name = STR_INIT("kbd")},
	{.name = STR_INIT("mark")},
	{.name = STR_INIT("small")},
	{.name = STR_INIT("details"), .block = true, .inside = true},
	{.name = STR_INIT("summary"), .block = true},
};

/* Their contents are no words. */
static const struct str voids[] = {
	STR_INIT("script"), STR_INIT("style"), STR_INIT("iframe")};

/* What is on both sides of these is no one word. */
static const char apart_names[] = " br img hr td th button option input ";

/* Nor one paragraph. */
static const char block_names[] =
	" p div li tr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article aside "
	"header "
	"footer nav main center blockquote figure figcaption form fieldset pre ";

static const struct raw_tag *allowed_named(struct str name)
{
	for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
		if (str_eq(allowed[i].name, name))
			return &allowed[i];
	return NULL;
}

static bool is_void(struct str name)
{
	for (size_t i = 0; i < sizeof voids / sizeof voids[0]; i++)
		if (str_eq(voids[i], name))
			return true;
	return false;
}

static bool is_among(struct str name, struct str names)
{
	char key[RAW_NAME_MAX + 3];
	if (name.n > RAW_NAME_MAX)
		return false;
	key[0] = key[name.n + 1] = ' ';
	memcpy(key + 1, name.p, name.n);
	return str_find(names, (struct str){key, name.n + 2}) < names.n;
}

static void pop(struct walk *w)
{
	const struct raw_tag *t = w->raw.open[--w->raw.depth].tag;
	strbuf_printf(&w->html, "</%.*s>", STR_ARG(t->name));
	if (t->block)
		html_lit(w, "\n");
}

/* The top-most open tag of that name under the same parent closes, and those in it. */
static void close_tag(struct walk *w, cmark_node *parent, const struct raw_tag *t)
{
	struct raw *r = &w->raw;
	size_t i = r->depth;
	while (i && r->open[i - 1].parent == parent && r->open[i - 1].tag != t)
		i--;
	if (!i || r->open[i - 1].parent != parent)
		return;
	while (r->depth >= i)
		pop(w);
}

static void paragraph_end(struct walk *w)
{
	struct raw *r = &w->raw;
	if (!r->paragraph)
		return;
	while (r->depth && !r->open[r->depth - 1].tag->block)
		pop(w);
	if (w->html.n > w->cut && w->html.p[w->html.n - 1] == ' ')
		w->html.n--;
	html_lit(w, "</p>\n");
	words_apart(w);
	r->paragraph = false;
}

static bool in_summary(const struct walk *w)
{
	const struct raw *r = &w->raw;
	for (size_t i = r->depth; i; i--)
		if (str_is(r->open[i - 1].tag->name, "summary"))
			return true;
	return false;
}

/* Words of an html block stand in a paragraph, unless a summary holds them. */
static void paragraph_begin(struct walk *w)
{
	if (w->raw.paragraph || in_summary(w))
		return;
	fresh_line(w);
	html_lit(w, "<p>");
	w->typo = (struct typography){0};
	w->raw.paragraph = true;
}

/* One html node being gone through. */
struct raw_run {
	cmark_node *node, *parent;
	bool block;
	struct str whole, rest;
	bool quotes_lost; /* a quote is never closed: look for '>' alone */
};

/* The first tag of the walk's node that will be said: where it is. */
static struct loc tag_loc(struct walk *w, const struct raw_run *r, struct str tag)
{
	int line = cmark_node_get_start_line(r->node);
	struct str before = str_sub(r->whole, 0, (size_t)(tag.p - r->whole.p));
	for (size_t i = 0; i < before.n; i++)
		line += before.p[i] == '\n';
	struct str head = str_sub(tag, 0, 2);
	while (head.n < tag.n &&
		(ascii_alpha(tag.p[head.n]) || ascii_digit(tag.p[head.n])))
		head.n++;
	return places_near(&w->places, line,
		line == cmark_node_get_start_line(r->node)
			? cmark_node_get_start_column(r->node)
			: 1,
		head);
}

/* Only a summary gives <details> a name in French; browsers show their own word. */
static void details_named(struct walk *w, struct str rest)
{
	struct str next = str_sub(str_trim(rest), 0, 8);
	if (!str_is(str_lower_ascii(w->scratch, next), "<summary"))
		html_lit(w, "<summary>Détails</summary>\n");
}

static void open_tag(struct walk *w, struct raw_run *r, const struct raw_tag *t)
{
	struct raw *raw = &w->raw;
	if (t->block) {
		paragraph_end(w);
		fresh_line(w);
	} else if (r->block) {
		paragraph_begin(w);
	}
	strbuf_printf(&w->html, "<%.*s>", STR_ARG(t->name));
	if (t->empty) {
		words_apart(w);
		w->typo.before = ' ';
		return;
	}
	raw->open[raw->depth++] = (struct raw_open){t, r->parent};
	if (t->inside) {
		html_lit(w, "\n");
		details_named(w, r->rest);
	}
}

/* True where this allowed tag has no place: it is dropped then, and said. */
static bool misplaced(
	const struct walk *w, const struct raw_run *r, const struct raw_tag *t)
{
	const struct raw *raw = &w->raw;
	if (raw->depth == RAW_OPEN_MAX || (t->block && !r->block))
		return true;
	if (t->empty && r->block && !raw->paragraph && !in_summary(w))
		return true;
	return str_is(t->name, "summary") &&
	       (!raw->depth || !raw->open[raw->depth - 1].tag->inside);
}

/* Count a tag that is not shown as written. To find a place costs a reading: once. */
static void count(
	struct walk *w, struct raw_run *r, const struct raw_token *k, enum raw_why why)
{
	struct loc *loc = raw_dropped(w, k->name, why, k->closing);
	if (loc)
		*loc = tag_loc(w, r, k->whole);
}

/* Where `</name` stands in s, in letters of any case; s.n when it does not. */
static size_t end_tag(struct str s, struct str name)
{
	for (size_t at = 0; at < s.n; at++) {
		at += str_find(str_from(s, at), STR("</"));
		size_t n = 0;
		while (n < name.n && at + 2 + n < s.n &&
			ascii_lower(s.p[at + 2 + n]) == name.p[n])
			n++;
		if (at < s.n && n == name.n)
			return at;
	}
	return s.n;
}

/* Skip to the end tag of a script, style or iframe in the same node. */
static void skip_contents(struct walk *w, struct raw_run *r, struct str name)
{
	size_t at = end_tag(r->rest, name);
	if (at < r->rest.n || r->block)
		r->rest = str_from(r->rest, at);
	else if (!w->dropping.parent) /* it may be another node of this paragraph */
		w->dropping = (struct dropping){r->parent, name, walk_mark(w)};
}

static enum raw_why why(struct str name)
{
	if (is_void(name))
		return RAW_CONTENTS;
	const struct raw_tag *t = allowed_named(name);
	return t && t->block ? RAW_PLACE : RAW_UNKNOWN;
}

static void drop_tag(struct walk *w, struct raw_run *r, const struct raw_token *k)
{
	bool contents = is_void(k->name), block = is_among(k->name, STR(block_names));
	if (!contents || !k->closing)
		count(w, r, k, why(k->name));
	if (contents && !k->closing)
		skip_contents(w, r, k->name);
	else if (r->block && block)
		paragraph_end(w);
	if (!block && !contents && !is_among(k->name, STR(apart_names)))
		return;
	words_apart(w);
	if (r->block && w->raw.paragraph && w->html.p[w->html.n - 1] != ' ' &&
		w->html.p[w->html.n - 1] != '>')
		html_lit(w, " ");
}

/* What was written since a script, style or iframe began. */
static void drop_contents(struct walk *w)
{
	walk_back(w, w->dropping.mark);
	w->dropping.parent = NULL;
}

static void tag(struct walk *w, struct raw_run *r, const struct raw_token *k)
{
	const struct raw_tag *t = allowed_named(k->name);
	if (w->dropping.parent) {
		if (w->dropping.parent == r->parent && k->closing &&
			str_eq(k->name, w->dropping.tag))
			drop_contents(w);
		return;
	}
	if (!t || (!k->closing && misplaced(w, r, t))) {
		drop_tag(w, r, k);
	} else if (k->closing) {
		if (t->block)
			paragraph_end(w);
		close_tag(w, r->parent, t);
	} else {
		if (k->attributes)
			count(w, r, k, RAW_ATTRIBUTES);
		open_tag(w, r, t);
	}
}

static void raw_words(struct walk *w, struct raw_run *r, struct str s)
{
	if (r->block && str_trim(s).n == 0) {
		if (w->raw.paragraph && s.n)
			html_lit(w, " ");
		return;
	}
	if (r->block && !w->raw.paragraph) {
		s = str_from(s, (size_t)(str_trim(s).p - s.p));
		paragraph_begin(w);
	}
	raw_text(w, r->node, s);
}

static void run(struct walk *w, struct raw_run *r)
{
	struct raw_token k;
	while (raw_next(w->scratch, &r->rest, &r->quotes_lost, &k)) {
		switch (k.kind) {
		case RAW_TEXT: raw_words(w, r, k.whole); break;
		case RAW_TAG: tag(w, r, &k); break;
		case RAW_COMMENT_OPEN:
			diag_say(w->d, MSG_MARKUP_COMMENT, tag_loc(w, r, k.whole));
			break;
		case RAW_COMMENT: break;
		}
	}
}

void raw_inline(struct walk *w, cmark_node *n)
{
	w->lines.start = false;
	struct str literal = str_of(cmark_node_get_literal(n));
	if (!w->passes) {
		if (w->in_image)
			strbuf_add(&w->plain, literal);
		else
			html(w, literal);
		return;
	}
	if (w->in_image)
		return;
	struct raw_run r = {.node = n,
		.parent = cmark_node_parent(n),
		.whole = literal,
		.rest = literal};
	run(w, &r);
}

void raw_block(struct walk *w, cmark_node *n)
{
	struct str literal = str_of(cmark_node_get_literal(n));
	fresh_line(w);
	if (!w->passes) {
		html(w, literal);
		fresh_line(w);
		return;
	}
	if (w->stand_ins)
		literal = restore(w->scratch, literal, STR("\\|"));
	struct raw_run r = {.node = n,
		.parent = cmark_node_parent(n),
		.block = true,
		.whole = literal,
		.rest = literal};
	run(w, &r);
	paragraph_end(w);
	while (w->raw.depth && w->raw.open[w->raw.depth - 1].parent == r.parent &&
		!w->raw.open[w->raw.depth - 1].tag->inside)
		pop(w);
}

void raw_leave(struct walk *w, cmark_node *n)
{
	if (w->dropping.parent == n)
		drop_contents(w);
	while (w->raw.depth && w->raw.open[w->raw.depth - 1].parent == n)
		pop(w);
}
