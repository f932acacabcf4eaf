/*
 * compile.c: nodes into operations: texts, values and sections. Partials and parents
 * are in compile_partial.c, where values may stand in compile_place.c.
 */
#include "template/compile_internal.h"

#include <assert.h>

void compile_say(struct compile *c, enum diag_code code, const struct node *n,
	struct str one, struct str two, struct str three)
{
	diag_say(c->s->diag, code, node_loc(n), one, two, three);
	c->failed = true;
}

static void stop(struct compile *c, enum diag_code code, struct str one, struct str two)
{
	if (!c->stopped)
		diag_say(c->s->diag, code, (struct loc){.origin = c->t->file->origin},
			one, two);
	c->failed = c->stopped = true;
}

static bool step(struct compile *c)
{
	if (c->steps++ < TEMPLATE_MAX_OPS)
		return true;
	stop(c, MSG_TEMPLATE_TOO_LONG, str_printf(c->a, "%u", TEMPLATE_MAX_OPS),
		(struct str){0});
	return false;
}

static struct op *append(struct compile *c, enum op_code code)
{
	struct op *op = list_add(c->a, &c->r->ops);
	op->code = (unsigned char)code;
	return op;
}

static void flush(struct compile *c)
{
	if (c->text.n)
		append(c, OP_TEXT)->text = c->text;
	c->text = (struct str){0};
	c->copy = strbuf_on(c->a);
}

struct op *compile_op(struct compile *c, enum op_code code, const struct node *n)
{
	flush(c);
	step(c);
	struct op *op = append(c, code);
	op->node = n;
	return op;
}

unsigned compile_here(struct compile *c)
{
	flush(c);
	return (unsigned)c->r->ops.n;
}

static void add_text(struct compile *c, struct str s)
{
	c->bytes += s.n;
	if (c->bytes > TEMPLATE_MAX_OUTPUT) {
		stop(c, MSG_TEMPLATE_OUTPUT_TOO_BIG, c->t->name,
			str_printf(c->a, "%zu", TEMPLATE_MAX_OUTPUT));
		return;
	}
	if (c->text.n == 0) {
		c->text = s;
	} else if (c->copy.n == 0 && c->text.p + c->text.n == s.p) {
		c->text.n += s.n;
	} else {
		if (c->copy.n == 0)
			strbuf_add(&c->copy, c->text);
		strbuf_add(&c->copy, s);
		c->text = strbuf_str(&c->copy);
	}
}

static enum diag_code fault_code(enum html_fault fault)
{
	if (fault == HTML_GLUED)
		return MSG_TEMPLATE_GLUED;
	return fault == HTML_SCHEME ? MSG_TEMPLATE_SCHEME : MSG_TEMPLATE_REFRESH;
}

static void html_text(struct compile *c, const struct template_file *file, struct str s)
{
	for (size_t i = 0; c->is_html && i < s.n; i++) {
		enum html_fault fault = html_feed(&c->html, s.p[i]);
		if (fault == HTML_FINE)
			continue;
		size_t at = (size_t)(s.p + i - file->origin->text.p);
		diag_say(c->s->diag, fault_code(fault), loc_at(file->origin, at));
		c->failed = true;
	}
}

static void indent(struct compile *c)
{
	for (size_t i = 0; c->is_html && i < c->at.indent.n; i++)
		html_feed(&c->html, c->at.indent.p[i]);
	add_text(c, c->at.indent);
}

void compile_line_start(struct compile *c, const struct node *n)
{
	if (n->fresh && !c->held)
		indent(c);
	c->held = false;
}

/* A text is at most one line (token.h). */
static void text(struct compile *c, const struct node *n)
{
	struct str s = n->text;
	if (n->fresh) {
		size_t cut = 0;
		while (cut < c->at.strip && cut < s.n &&
			(s.p[cut] == ' ' || s.p[cut] == '\t'))
			cut++;
		s = str_from(s, cut);
		/* An empty line stays empty. */
		if (!c->held && str_trim(s).n + !str_ends(s, STR("\n")) > 0)
			indent(c);
	}
	c->held = false;
	html_text(c, n->file, s);
	add_text(c, s);
}

static void aim(const struct compile *c, struct op *op, const struct ref *ref,
	const struct node *n)
{
	if (c->t->spec) {
		op->text = n->text;
		return;
	}
	assert(ref->scope); /* resolved */
	op->test = ref->kind == REF_FIRST  ? TEST_FIRST
		   : ref->kind == REF_LAST ? TEST_LAST
					   : TEST_VALUE;
	op->frame = ref->scope->frame;
	op->way = ref->way;
	op->n_way = (unsigned short)ref->n;
}

static bool resolve(struct compile *c, const struct node *n, struct ref *ref)
{
	struct name_error e;
	struct str none = {0};
	if (c->t->spec)
		return true;
	if (str_is(n->text, ".")) {
		compile_say(c, MSG_TEMPLATE_NAME_DOT, n, none, none, none);
		return false;
	}
	switch (scope_resolve(c->a, c->at.scope, n->text, ref, &e)) {
	case NAME_FINE: return true;
	case NAME_UNKNOWN:
		compile_say(c,
			e.in_elements ? MSG_TEMPLATE_NAME_ELEMENT
			: e.names.n   ? MSG_TEMPLATE_NAME_AMONG
				      : MSG_TEMPLATE_NAME_UNKNOWN,
			n, e.part, e.names, none);
		if (e.near.n && !e.in_elements)
			diag_also(c->s->diag, MSG_NOTE_NEAREST, node_loc(n), e.near);
		break;
	case NAME_SHADOWED:
		compile_say(c, MSG_TEMPLATE_NAME_SHADOWED, n, e.part, str_of(e.one),
			str_of(e.other));
		break;
	case NAME_OPTIONAL:
		compile_say(c, MSG_TEMPLATE_NAME_OPTIONAL, n, e.part, none, none);
		break;
	case NAME_NO_PARTS:
		compile_say(c, MSG_TEMPLATE_NOT_RECORD, n, e.part, n->text, none);
		break;
	}
	return false;
}

/* Whether what a name means can be shown; what is wrong with it is said. */
static bool showable(struct compile *c, const struct node *n, const struct ref *ref)
{
	struct str none = {0};
	enum slot_kind kind = ref->kind == REF_SLOT ? ref->slot->kind : SLOT_TEXT;
	bool text_like = kind == SLOT_TEXT || kind == SLOT_HTML || kind == SLOT_LINK;
	if (!text_like || (ref->kind != REF_SLOT && ref->kind != REF_COUNT))
		compile_say(c, MSG_TEMPLATE_NOT_SHOWABLE, n, n->text, none, none);
	else if (ref->kind == REF_SLOT && ref->slot->optional &&
		 !scope_proves(c->at.scope, ref->place))
		compile_say(c, MSG_TEMPLATE_NAME_OPTIONAL, n, n->text, none, none);
	else if (n->kind == NODE_RAW && kind != SLOT_HTML)
		compile_say(c, MSG_TEMPLATE_RAW_TEXT, n, n->text, none, none);
	else
		return true;
	return false;
}

static void value(struct compile *c, const struct node *n)
{
	struct ref ref = {0};
	enum op_escape escape = n->kind == NODE_RAW ? ESCAPE_NONE : ESCAPE_HTML;
	compile_line_start(c, n);
	if (!c->t->spec) {
		enum slot_kind kind;
		if (!resolve(c, n, &ref) || !showable(c, n, &ref))
			return;
		kind = ref.kind == REF_SLOT ? ref.slot->kind : SLOT_TEXT;
		if (!compile_escape(c, n, kind, &escape))
			return;
	}
	struct op *op = compile_op(c, ref.kind == REF_COUNT ? OP_COUNT : OP_SHOW, n);
	op->escape = (unsigned char)escape;
	aim(c, op, &ref, n);
}

/* A section's opening operation, and the scope of what it holds. */
static enum op_code opening(struct compile *c, const struct ref *ref)
{
	struct scope *s = c->at.scope;
	if (c->t->spec)
		return OP_EACH;
	if (ref->kind == REF_ELEMENTS) {
		c->at.scope =
			scope_within(c->a, s, SCOPE_ELEMENT, ref->scope->shape, NULL);
		return OP_EACH;
	}
	assert(ref->kind != REF_SLOT || ref->slot);
	if (ref->kind != REF_SLOT || ref->slot->kind == SLOT_YES)
		return OP_IF;
	if (ref->slot->kind == SLOT_RECORD || ref->slot->kind == SLOT_LIST) {
		bool list = ref->slot->kind == SLOT_LIST;
		c->at.scope = scope_within(c->a, s, list ? SCOPE_LIST : SCOPE_RECORD,
			ref->slot->of, ref->place);
		return OP_ENTER;
	}
	c->at.scope = scope_within(c->a, s, SCOPE_PRESENT, NULL, ref->place);
	return OP_IF;
}

static void section(struct compile *c, const struct node *n)
{
	struct ref ref = {0};
	struct str none = {0};
	if (!n->alone)
		compile_line_start(c, n);
	if (!resolve(c, n, &ref))
		return;
	if (!c->t->spec && ref.kind == REF_COUNT) {
		compile_say(c, MSG_TEMPLATE_NOT_SECTION, n, n->text, none, none);
		return;
	}
	struct html_state found = compile_enter_html(c);
	struct scope *outside = c->at.scope;
	enum op_code code = n->kind == NODE_INVERTED ? OP_UNLESS : opening(c, &ref);
	struct op *op = compile_op(c, code, n);
	aim(c, op, &ref, n);
	if (c->at.scope->frame >= FRAMES - 1) {
		stop(c, MSG_TEMPLATE_TOO_NESTED, str_printf(c->a, "%d", FRAMES), none);
		return;
	}
	size_t opened = c->r->ops.n - 1;
	compile_nodes(c, n->child);
	compile_here(c);
	if (code == OP_EACH)
		compile_op(c, OP_NEXT, n)->jump = (unsigned)opened + 1;
	else if (code == OP_ENTER)
		compile_op(c, OP_LEAVE, n);
	c->r->ops.v[opened].jump = compile_here(c);
	c->at.scope = outside;
	compile_leave_html(c, n, found);
}

void compile_nodes(struct compile *c, const struct node *n)
{
	for (; n && !c->stopped && step(c); n = n->next) {
		switch (n->kind) {
		case NODE_TEXT: text(c, n); break;
		case NODE_VALUE:
		case NODE_RAW: value(c, n); break;
		case NODE_SECTION:
		case NODE_INVERTED: section(c, n); break;
		case NODE_PARTIAL: compile_partial(c, n); break;
		case NODE_PARENT: compile_parent(c, n); break;
		case NODE_BLOCK: compile_block(c, n); break;
		}
	}
}

static enum op_escape escape_of(struct str name)
{
	static const struct {
		const char *ending;
		enum op_escape escape;
	} rows[] = {{".html", ESCAPE_HTML}, {".xml", ESCAPE_XML},
		{".json", ESCAPE_JSON}, {".ics", ESCAPE_ICS}, {".csv", ESCAPE_CSV}};
	struct str ending = template_ending(name);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (str_is(ending, rows[i].ending))
			return rows[i].escape;
	return ESCAPE_NONE;
}

bool template_program(struct template_set *s, struct template *t, struct scope *root)
{
	struct routine *r = arena_new(s->arena, struct routine);
	*r = (struct routine){
		.file = t->file, .scope = root, .busy = true, .next = s->routines};
	s->routines = r;
	struct compile c = {.s = s,
		.a = s->arena,
		.t = t,
		.r = r,
		.at = {.scope = root},
		.escape = t->spec ? ESCAPE_HTML : escape_of(t->name),
		.copy = strbuf_on(s->arena)};
	c.is_html = !t->spec && c.escape == ESCAPE_HTML;
	compile_nodes(&c, t->file->nodes);
	compile_op(&c, OP_RETURN, NULL);
	html_boundary(&c.html);
	if (!c.failed && c.is_html && c.html.where != HTML_TEXT)
		c.failed = !diag_say(s->diag, MSG_TEMPLATE_STATE_END,
			loc_at(t->file->origin, t->file->origin->text.n), t->name,
			html_show(s->arena, &c.html));
	r->after = c.html;
	r->height = c.deepest + 1; /* called, it is one of them */
	r->busy = false;
	r->failed = c.failed;
	t->main = r;
	if (!c.failed && !t->spec)
		template_stretches(t->root, r, &s->stretches);
	return !c.failed;
}
