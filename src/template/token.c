/*
 * token.c: cutting a template into texts and tags, and pairing the tags. Which texts
 * disappear around lone tags is decided in lines.c.
 */
#include "template/token.h"

#include "template/template.h"

struct cutter {
	struct arena *a;
	struct token_list *l;
	const struct template_file *file;
	struct diag *d;
	struct str s;
	struct str open, close; /* the delimiters in force */
	size_t at;
	bool fresh, good;
};

static struct token *add(
	struct cutter *c, enum token_kind kind, struct str text, size_t at, size_t end)
{
	struct token *t = list_add(c->a, c->l);
	*t = (struct token){.kind = kind,
		.text = text,
		.at = at,
		.end = end,
		.match = TOKEN_NONE,
		.fresh = c->fresh};
	c->fresh = kind == TOKEN_TEXT && str_ends(text, STR("\n"));
	return t;
}

static void add_text(struct cutter *c, size_t end)
{
	while (c->at < end) {
		struct str rest = str_sub(c->s, c->at, end);
		size_t n = str_index(rest, '\n');
		n = n < rest.n ? n + 1 : rest.n;
		add(c, TOKEN_TEXT, str_sub(rest, 0, n), c->at, c->at + n);
		c->at += n;
	}
}

static void fault(struct cutter *c, enum diag_code code, size_t at, struct str arg)
{
	diag_say(c->d, code, loc_at(c->file->origin, at), arg);
	c->good = false;
}

/* "=<% %>=" : what stands between both signs. */
static void delimiters(struct cutter *c, struct str inner, size_t at)
{
	struct str rest = str_trim(inner);
	size_t cut = 0;
	while (cut < rest.n && !ascii_blank(rest.p[cut]))
		cut++;
	struct str open = str_sub(rest, 0, cut), close = str_trim(str_from(rest, cut));
	bool bad = open.n == 0 || close.n == 0 || str_index(rest, '=') < rest.n;
	for (size_t i = 0; i < close.n; i++)
		bad = bad || ascii_blank(close.p[i]);
	if (bad) {
		fault(c, MSG_TEMPLATE_DELIMITERS, at, inner);
		return;
	}
	c->open = open;
	c->close = close;
}

static enum token_kind kind_of(char sign)
{
	switch (sign) {
	case '#': return TOKEN_SECTION;
	case '^': return TOKEN_INVERTED;
	case '/': return TOKEN_CLOSE;
	case '>': return TOKEN_PARTIAL;
	case '<': return TOKEN_PARENT;
	case '$': return TOKEN_BLOCK;
	case '&':
	case '{': return TOKEN_RAW;
	case '!':
	case '=': return TOKEN_SILENT;
	default: return TOKEN_VALUE;
	}
}

/* The name of a tag whose inside is known. */
static void tag_named(struct cutter *c, enum token_kind kind, struct str inside,
	size_t at, size_t end)
{
	struct str name = str_trim(inside);
	if (name.n == 0)
		fault(c, MSG_TEMPLATE_TAG_EMPTY, at, name);
	else if ((kind == TOKEN_PARTIAL || kind == TOKEN_PARENT) && name.p[0] == '*')
		fault(c, MSG_TEMPLATE_TAG_DYNAMIC, at, name);
	else
		add(c, kind, name, at, end);
}

/* One tag that begins at c->at. */
static void tag(struct cutter *c)
{
	size_t at = c->at, from = at + c->open.n;
	char sign = from < c->s.n ? c->s.p[from] : '\0';
	enum token_kind kind = kind_of(sign);
	/* A sign that ends what it begins stands before the closing delimiter. */
	char twin = sign == '{' ? '}' : sign == '=' ? '=' : '\0';
	struct strbuf closer = strbuf_on(c->a);
	if (twin)
		strbuf_byte(&closer, twin);
	strbuf_add(&closer, c->close);
	size_t inner = from + (kind != TOKEN_VALUE);
	struct str rest = str_from(c->s, inner);
	size_t n = str_find(rest, strbuf_str(&closer));
	if (n == rest.n) {
		fault(c, MSG_TEMPLATE_TAG_UNCLOSED, at, strbuf_str(&closer));
		c->at = c->s.n;
		return;
	}
	c->at = inner + n + closer.n;
	struct str inside = str_sub(rest, 0, n);
	if (kind != TOKEN_SILENT) {
		tag_named(c, kind, inside, at, c->at);
		return;
	}
	add(c, kind, inside, at, c->at);
	if (sign == '=')
		delimiters(c, inside, at);
}

bool tokens_cut(struct arena *a, struct token_list *l, const struct template_file *file,
	struct diag *d)
{
	struct cutter c = {
		a, l, file, d, file->origin->text, STR("{{"), STR("}}"), 0, true, true};
	while (c.at < c.s.n) {
		struct str rest = str_from(c.s, c.at);
		size_t n = str_find(rest, c.open);
		add_text(&c, c.at + n);
		if (n < rest.n)
			tag(&c);
	}
	return c.good;
}

/* The closing tag i meets the open ones: the innermost is the last. */
static bool close_at(struct token_list *l, size_t i, size_t *open, size_t *n,
	const struct template_file *file, struct diag *d)
{
	struct token *t = &l->v[i];
	if (*n == 0)
		return diag_say(d, MSG_TEMPLATE_CLOSE_ALONE,
			loc_at(file->origin, t->at), t->text);
	size_t o = open[--*n];
	if (!str_eq(l->v[o].text, t->text)) {
		diag_say(d, MSG_TEMPLATE_CLOSE_OTHER, loc_at(file->origin, t->at),
			t->text, l->v[o].text);
		return diag_also(
			d, MSG_TEMPLATE_NOTE_OPENED, loc_at(file->origin, l->v[o].at));
	}
	l->v[o].match = i;
	t->match = o;
	return true;
}

bool tokens_pair(struct token_list *l, const struct template_file *file, struct diag *d)
{
	size_t open[TEMPLATE_MAX_NESTING], n = 0;
	for (size_t i = 0; i < l->n; i++) {
		struct token *t = &l->v[i];
		/* After one fault the others would only follow from it. */
		if (t->kind == TOKEN_CLOSE && !close_at(l, i, open, &n, file, d))
			return false;
		if (!token_opens(t->kind))
			continue;
		if (n == TEMPLATE_MAX_NESTING)
			return diag_say(d, MSG_TEMPLATE_TOO_NESTED,
				loc_at(file->origin, t->at),
				str_printf(d->arena, "%d", TEMPLATE_MAX_NESTING));
		open[n++] = i;
	}
	for (size_t i = 0; i < n; i++)
		diag_say(d, MSG_TEMPLATE_SECTION_UNCLOSED,
			loc_at(file->origin, l->v[open[i]].at), l->v[open[i]].text);
	return n == 0;
}
