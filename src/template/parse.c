/*
 * parse.c: tokens into a tree. The names are looked up later, when the template is
 * compiled for a shape.
 */
#include "template/parse.h"

#include "template/template.h"
#include "template/token.h"

struct loc node_loc(const struct node *n)
{
	return loc_at(n->file->origin, n->at);
}

struct parser {
	struct arena *a;
	const struct template_file *file;
	const struct token_list *l;
};

static struct str blanks_at(struct str s, size_t at)
{
	size_t end = at;
	while (end < s.n && (s.p[end] == ' ' || s.p[end] == '\t'))
		end++;
	return str_sub(s, at, end);
}

/*
 * The indentation of a block's contents: that of its first line with something on it,
 * where the opening tag ends its own line; empty where it does not.
 */
static struct str own_indent(const struct parser *p, const struct token *t, bool *found)
{
	struct str s = p->file->origin->text;
	size_t end = p->l->v[t->match].at;
	*found = false;
	if (!t->alone)
		return (struct str){0};
	size_t at = t->end + str_index(str_from(s, t->end), '\n') + 1;
	while (at < end) {
		struct str lead = blanks_at(s, at);
		size_t first = at + lead.n;
		if (first >= end)
			break;
		if (s.p[first] != '\n' && s.p[first] != '\r') {
			*found = true;
			return lead;
		}
		at = first + str_index(str_from(s, first), '\n') + 1;
	}
	return (struct str){0};
}

static enum node_kind kind_of(enum token_kind k)
{
	switch (k) {
	case TOKEN_VALUE: return NODE_VALUE;
	case TOKEN_RAW: return NODE_RAW;
	case TOKEN_SECTION: return NODE_SECTION;
	case TOKEN_INVERTED: return NODE_INVERTED;
	case TOKEN_PARTIAL: return NODE_PARTIAL;
	case TOKEN_PARENT: return NODE_PARENT;
	case TOKEN_BLOCK: return NODE_BLOCK;
	default: return NODE_TEXT;
	}
}

static struct node *node_of(const struct parser *p, const struct token *t)
{
	struct node *n = arena_new(p->a, struct node);
	*n = (struct node){.kind = kind_of(t->kind),
		.fresh = t->fresh,
		.alone = t->alone,
		.text = t->text,
		.file = p->file,
		.at = t->at};
	if (t->alone || t->kind == TOKEN_BLOCK)
		n->indent = t->lead;
	if (t->kind == TOKEN_BLOCK) {
		bool found;
		n->own = own_indent(p, t, &found);
		if (found)
			n->indent = n->own;
	}
	return n;
}

/* The nodes of tokens [from, to). */
static const struct node *nodes_of(const struct parser *p, size_t from, size_t to)
{
	const struct node *first = NULL, **last = &first;
	for (size_t i = from; i < to; i++) {
		const struct token *t = &p->l->v[i];
		if (t->kind == TOKEN_SILENT || t->kind == TOKEN_CLOSE ||
			(t->kind == TOKEN_TEXT && t->text.n == 0))
			continue;
		struct node *n = node_of(p, t);
		*last = n;
		last = &n->next;
		if (token_opens(t->kind)) {
			n->child = nodes_of(p, i + 1, t->match);
			i = t->match;
		}
	}
	return first;
}

void template_parse(struct arena *a, struct template_file *file, struct diag *d)
{
	struct token_list l = {0};
	if (file->origin->text.n > TEMPLATE_MAX_BYTES) {
		diag_say(d, MSG_TEMPLATE_FILE_TOO_BIG,
			(struct loc){.origin = file->origin}, file->name,
			str_printf(d->arena, "%zu", TEMPLATE_MAX_BYTES));
		file->bad = true;
		return;
	}
	file->bad = !tokens_cut(a, &l, file, d) || !tokens_pair(&l, file, d);
	if (file->bad)
		return;
	tokens_strip(&l);
	struct parser p = {a, file, &l};
	file->nodes = nodes_of(&p, 0, l.n);
}
