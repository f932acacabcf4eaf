/*
 * compile_partial.c: templates within templates. A partial is a routine, compiled once
 * for each scope, indentation and place in the HTML; a parent is compiled where it is
 * called, since its blocks differ each time.
 */
#include "template/compile_internal.h"

#include "text/utf8.h"

static const struct str none;

/* The indentation of what a lone tag brings: ours, and the blanks before the tag. */
static struct str deeper(struct compile *c, struct str blanks)
{
	struct str more = str_from(blanks, c->at.strip);
	if (more.n == 0 || c->at.indent.n == 0)
		return more.n ? more : c->at.indent;
	return str_printf(c->a, "%.*s%.*s", STR_ARG(c->at.indent), STR_ARG(more));
}

/* The file of a name as `from` calls it; NULL when there is none. */
static const struct template_file *file_for(
	struct template_set *s, const struct template_file *from, struct str name)
{
	const struct template_file *beneath =
		!s->spec && str_eq(name, from->name)
			? template_file_of(s, name, from->depth + 1)
			: NULL;
	return beneath ? beneath : template_file_of(s, name, 0);
}

/* The file a tag names; NULL when there is none, or not one to be read (said). */
static const struct template_file *called(struct compile *c, const struct node *n)
{
	struct template_set *s = c->s;
	struct str name = template_full_name(s, n->text, c->t->name);
	if (!s->spec && !str_eq(template_ending(name), template_ending(c->t->name))) {
		compile_say(c, MSG_TEMPLATE_OTHER_ENDING, n, name, c->t->name, none);
		return NULL;
	}
	const struct template_file *file = file_for(s, n->file, name);
	if (!file && !s->spec) {
		template_say_missing(s, node_loc(n), name);
		c->failed = true;
	}
	c->failed = c->failed || (file && file->bad);
	return file && !file->bad ? file : NULL;
}

static bool too_deep(struct compile *c, const struct node *n, unsigned depth)
{
	if (depth > c->deepest)
		c->deepest = depth;
	if (depth <= TEMPLATE_MAX_PARTIALS)
		return false;
	compile_say(c, MSG_TEMPLATE_TOO_MANY_PARTIALS, n,
		str_printf(c->a, "%d", TEMPLATE_MAX_PARTIALS), none, none);
	return true;
}

static struct routine *routine_find(
	const struct compile *c, const struct template_file *file, struct str indent)
{
	for (struct routine *r = c->s->routines; r; r = r->next)
		if (r->file == file && r->scope == c->at.scope &&
			str_eq(r->indent, indent) &&
			memcmp(&r->html, &c->html, sizeof r->html) == 0)
			return r;
	return NULL;
}

/* Compile a partial; the state of the caller is put back. */
static struct routine *routine_new(struct compile *c, const struct node *n,
	const struct template_file *file, struct str indent)
{
	struct routine *r = arena_new(c->a, struct routine);
	*r = (struct routine){.file = file,
		.scope = c->at.scope,
		.indent = indent,
		.html = c->html,
		.busy = true,
		.next = c->s->routines};
	c->s->routines = r;
	struct place_state at = c->at;
	struct html_state found = c->html;
	struct routine *caller = c->r;
	unsigned deepest = c->deepest;
	bool failed = c->failed;
	c->r = r;
	c->failed = false;
	c->at = (struct place_state){
		.scope = at.scope, .indent = indent, .depth = at.depth + 1};
	c->deepest = c->at.depth;
	compile_nodes(c, file->nodes);
	compile_op(c, OP_RETURN, NULL);
	compile_leave_html(c, n, found);
	r->after = c->html;
	r->busy = false;
	r->failed = c->failed;
	r->height = c->deepest - at.depth;
	c->deepest = c->deepest > deepest ? c->deepest : deepest;
	c->failed = c->failed || failed;
	c->at = at;
	c->r = caller;
	return r;
}

void compile_partial(struct compile *c, const struct node *n)
{
	struct str indent = n->alone ? deeper(c, n->indent) : none;
	if (!n->alone)
		compile_line_start(c, n);
	c->held = false;
	const struct template_file *file = called(c, n);
	if (!file || too_deep(c, n, c->at.depth + 1))
		return;
	compile_enter_html(c);
	compile_here(c);
	struct routine *r = routine_find(c, file, indent);
	if (r && r->busy && !c->t->spec) {
		compile_say(c, MSG_TEMPLATE_RECURSIVE, n, file->name, none, none);
		return;
	}
	if (r && !r->busy && too_deep(c, n, c->at.depth + r->height))
		return;
	if (!r)
		r = routine_new(c, n, file, indent);
	else
		c->html = r->after;
	c->failed = c->failed || r->failed;
	compile_op(c, OP_CALL, n)->call = r;
}

/* The outermost block given under a name, and the level that gives it. */
static const struct node *given(
	const struct level *l, struct str name, const struct level **from)
{
	if (!l)
		return NULL;
	const struct node *outer = given(l->outer, name, from);
	if (outer)
		return outer;
	for (const struct node *b = l->parent->child; b; b = b->next)
		if (b->kind == NODE_BLOCK && str_eq(b->text, name)) {
			*from = l;
			return b;
		}
	return NULL;
}

/* A block of this name has a place: whoever gives it within `until` is heard. */
static void mark_used(struct compile *c, struct str name, const struct level *until)
{
	for (const struct level *l = c->at.level; l != until; l = l->outer) {
		size_t i = 0;
		*list_add(c->a, l->seen) = name;
		for (const struct node *b = l->parent->child; b; b = b->next, i++)
			if (b->kind == NODE_BLOCK && str_eq(b->text, name))
				l->used[i] = true;
	}
}

static void mark_hidden(
	struct compile *c, const struct node *n, const struct level *until)
{
	for (const struct node *b = n->child; b; b = b->next) {
		if (b->kind == NODE_BLOCK)
			mark_used(c, b->text, until);
		mark_hidden(c, b, until);
	}
}

/*
 * A whole block is given from outside: templates within, which give parts of it, are not
 * at fault that these are no longer shown.
 */
static void mark_replaced(
	struct compile *c, const struct node *n, const struct level *from)
{
	mark_hidden(c, n, from);
	for (const struct level *l = c->at.level; l != from; l = l->outer)
		for (const struct node *b = l->parent->child; b; b = b->next)
			if (b->kind == NODE_BLOCK && str_eq(b->text, n->text))
				mark_hidden(c, b, from);
}

void compile_block(struct compile *c, const struct node *n)
{
	struct place_state at = c->at;
	const struct level *from = NULL;
	const struct node *b = given(at.level, n->text, &from);
	mark_used(c, n->text, NULL);
	if (b)
		mark_replaced(c, n, from);
	if (!n->alone)
		compile_line_start(c, n);
	struct html_state found = compile_enter_html(c);
	if (b) {
		c->at.indent = deeper(c, n->indent);
		c->at.strip = b->own.n;
		c->at.level = from->outer;
		c->held = !n->alone;
	}
	compile_nodes(c, b ? b->child : n->child);
	c->held = false;
	c->at = at;
	compile_leave_html(c, b ? b : n, found);
}

/* What would silently never be shown. The specification wants silence. */
static void check_blocks(struct compile *c, const struct node *n, const struct level *l,
	const struct template_file *file)
{
	size_t i = 0;
	for (const struct node *b = n->child; b; b = b->next, i++) {
		if (b->kind != NODE_BLOCK || l->used[i])
			continue;
		struct str near = utf8_nearest(b->text, l->seen->v, l->seen->n);
		compile_say(
			c, MSG_TEMPLATE_BLOCK_UNKNOWN, b, b->text, file->name, none);
		if (near.n)
			diag_also(c->s->diag, MSG_NOTE_NEAREST, node_loc(b), near);
	}
}

static void check_content(struct compile *c, const struct node *n)
{
	for (const struct node *b = n->child; b; b = b->next) {
		if (b->kind != NODE_BLOCK) {
			if (b->kind != NODE_TEXT || str_trim(b->text).n)
				compile_say(c, MSG_TEMPLATE_PARENT_CONTENT, b, n->text,
					none, none);
			continue;
		}
		for (const struct node *o = n->child; o != b; o = o->next) {
			if (o->kind != NODE_BLOCK || !str_eq(o->text, b->text))
				continue;
			compile_say(
				c, MSG_TEMPLATE_BLOCK_TWICE, b, b->text, none, none);
			diag_also(c->s->diag, MSG_NOTE_FIRST_HERE, node_loc(o));
			break;
		}
	}
}

void compile_parent(struct compile *c, const struct node *n)
{
	struct place_state at = c->at;
	if (!n->alone)
		compile_line_start(c, n);
	c->held = false;
	if (!c->s->spec)
		check_content(c, n);
	const struct template_file *file = called(c, n);
	if (!file || too_deep(c, n, at.depth + 1))
		return;
	size_t blocks = 0;
	for (const struct node *b = n->child; b; b = b->next)
		blocks++;
	struct str_list seen = {0};
	struct level l = {at.level, n, arena_list(c->a, blocks, bool), &seen};
	struct html_state found = compile_enter_html(c);
	c->at = (struct place_state){.scope = at.scope,
		.level = &l,
		.indent = n->alone ? deeper(c, n->indent) : none,
		.depth = at.depth + 1};
	compile_nodes(c, file->nodes);
	c->held = false;
	c->at = at;
	compile_leave_html(c, n, found);
	if (!c->s->spec && !c->stopped)
		check_blocks(c, n, &l, file);
}
