/*
 * render.c: a program and a record into a page. It checks nothing that the compiler
 * proved; what it bounds is the size of the page and, in spec mode, recursion.
 */
#include "template/spec_internal.h"
#include "template/template_internal.h"

#include "text/escape.h"
#include "text/scheme.h"

struct frame {
	const struct view *here; /* a record, a list, or an element of one */
	const struct view *list; /* whose elements are gone through */
	size_t i, n;
};

struct call {
	const struct routine *routine;
	unsigned at;
};

/* What one stretch showed last, and of which key. */
struct template_kept {
	unsigned long key;
	struct strbuf bytes;
};

/* The stretch being shown for the first time under its key; op NULL: none is. */
struct pending {
	const struct op *op;
	const struct op *end; /* behind it */
	size_t n_calls, from, said;
};

struct machine {
	const struct template *t;
	struct template_memo *memo; /* NULL: nothing is kept */
	struct pending pending;
	struct strbuf *out;
	struct diag *d;
	size_t start; /* of this page in out */
	size_t n_frames, n_calls;
	bool overflow; /* frames or calls; only in spec mode */
	struct frame frames[FRAMES];
	struct call calls[CALLS];
};

static const struct view absent;

static const struct view *spec_part(const struct view *v, struct str name)
{
	const struct spec_value *s = (const struct spec_value *)(const void *)v;
	for (size_t i = 0; v->kind == VIEW_RECORD && i < s->n; i++)
		if (str_eq(s->names[i], name))
			return &s->values[i].view;
	return NULL;
}

/* Spec mode: the first part from the innermost frame out, the others within it. */
static const struct view *spec_find(const struct machine *m, struct str name)
{
	struct str rest = name, part;
	const struct view *v = NULL;
	if (str_is(name, "."))
		return m->frames[m->n_frames - 1].here;
	str_cut(&rest, '.', &part);
	for (size_t i = m->n_frames; i-- > 0 && !v;)
		v = spec_part(m->frames[i].here, part);
	while (v && str_cut(&rest, '.', &part))
		v = spec_part(v, part);
	return v ? v : &absent;
}

static const struct view *find(const struct machine *m, const struct op *op)
{
	if (m->t->spec)
		return spec_find(m, op->text);
	const struct view *v = m->frames[op->frame].here;
	for (size_t i = 0; i < op->n_way; i++) {
		if (v->kind != VIEW_RECORD)
			return &absent;
		v = &v->slots[op->way[i]];
	}
	return v;
}

static bool shown(const struct view *v)
{
	switch (v->kind) {
	case VIEW_NONE: return false;
	case VIEW_TEXT:
	case VIEW_HTML: return v->text.n > 0;
	case VIEW_LIST: return v->list.n > 0;
	default: return true;
	}
}

static bool passes(const struct machine *m, const struct op *op)
{
	const struct frame *f = &m->frames[op->frame];
	switch (op->test) {
	case TEST_FIRST: return f->i == 0;
	case TEST_LAST: return f->i + 1 == f->n;
	default: return shown(find(m, op));
	}
}

static const struct view *element(
	const struct machine *m, const struct view *list, size_t i)
{
	if (m->t->spec)
		return &((const struct spec_value *)(const void *)list)->values[i].view;
	return &list->list.v[i];
}

/* An address that is not safe is said, and leads nowhere. */
static void show_link(const struct machine *m, const struct op *op, struct str address)
{
	if (scheme_safe(address)) {
		escape_html(m->out, address);
		return;
	}
	diag_say(m->d, MSG_TEMPLATE_LINK_REFUSED, node_loc(op->node), address);
	strbuf_byte(m->out, '#');
}

static void show(const struct machine *m, const struct op *op)
{
	const struct view *v = find(m, op);
	if (v->kind != VIEW_TEXT && v->kind != VIEW_HTML)
		return;
	switch ((enum op_escape)op->escape) {
	case ESCAPE_NONE: strbuf_add(m->out, v->text); break;
	case ESCAPE_HTML: escape_html(m->out, v->text); break;
	case ESCAPE_LINK: show_link(m, op, v->text); break;
	case ESCAPE_XML: escape_xml(m->out, v->text); break;
	case ESCAPE_JSON: escape_json(m->out, v->text); break;
	case ESCAPE_ICS: escape_ics(m->out, v->text); break;
	case ESCAPE_CSV: escape_csv(m->out, v->text); break;
	}
}

static void count(const struct machine *m, const struct op *op)
{
	strbuf_printf(m->out, "%zu", m->frames[op->frame].here->list.n);
}

/* A frame on what a section shows, element by element where each is true. */
static bool enter(struct machine *m, const struct op *op, bool each)
{
	const struct view *v = find(m, op);
	if (!shown(v))
		return false;
	if (m->n_frames == FRAMES) {
		m->overflow = true;
		return false;
	}
	struct frame *f = &m->frames[m->n_frames++];
	*f = (struct frame){.here = v, .n = 1};
	if (each && v->kind == VIEW_LIST) {
		f->list = v;
		f->n = v->list.n;
		f->here = element(m, v, 0);
	}
	return true;
}

/* The next element; false, and the frame goes, when there is none. */
static bool next(struct machine *m)
{
	struct frame *f = &m->frames[m->n_frames - 1];
	if (++f->i < f->n) {
		f->here = element(m, f->list, f->i);
		return true;
	}
	m->n_frames--;
	return false;
}

static void call(struct machine *m, struct call *c, const struct routine *r)
{
	if (m->n_calls == CALLS) {
		m->overflow = true;
		return;
	}
	m->calls[m->n_calls++] = *c;
	*c = (struct call){r, 0};
}

/*
 * Bounds. The compiler proved that of calls and frames, except in spec mode, where a
 * partial may call itself.
 */
static bool within_bounds(const struct machine *m)
{
	struct loc loc = {.origin = m->t->file->origin};
	if (m->overflow)
		return diag_say(m->d, MSG_TEMPLATE_TOO_MANY_PARTIALS, loc,
			str_printf(m->d->arena, "%d", CALLS));
	if (m->out->n - m->start > TEMPLATE_MAX_OUTPUT)
		return diag_say(m->d, MSG_TEMPLATE_OUTPUT_TOO_BIG, loc, m->t->name,
			str_printf(m->d->arena, "%zu", TEMPLATE_MAX_OUTPUT));
	return true;
}

static struct template_kept *kept_of(const struct machine *m, const struct op *op)
{
	while (m->memo->list.n <= op->kept)
		list_add(m->memo->arena, &m->memo->list);
	return &m->memo->list.v[op->kept];
}

/* A stretch begins at op: true when it was copied whole, else it is to be kept. */
static bool stretch_begins(struct machine *m, const struct op *op, const struct op *end)
{
	unsigned long key = m->memo->key[op->key - 1];
	if (!key || m->pending.op)
		return false;
	const struct template_kept *k = kept_of(m, op);
	if (k->key == key) {
		strbuf_add(m->out, strbuf_str(&k->bytes));
		return true;
	}
	m->pending = (struct pending){op, end, m->n_calls, m->out->n, m->d->list.n};
	return false;
}

/* What said something says it again at the next page: it is not kept. */
static void stretch_ends(struct machine *m)
{
	const struct op *op = m->pending.op;
	m->pending.op = NULL;
	if (m->pending.said != m->d->list.n)
		return;
	struct template_kept *k = kept_of(m, op);
	k->key = m->memo->key[op->key - 1];
	k->bytes.arena = m->memo->arena;
	k->bytes.n = 0;
	strbuf_add(&k->bytes, str_from(strbuf_str(m->out), m->pending.from));
}

static bool run(struct machine *m)
{
	struct call c = {m->t->main, 0};
	while (within_bounds(m)) {
		const struct op *ops = c.routine->ops.v, *op = &ops[c.at];
		bool go = true;
		if (m->pending.op && op == m->pending.end &&
			m->n_calls == m->pending.n_calls)
			stretch_ends(m);
		if (op->until && m->memo && stretch_begins(m, op, &ops[op->until])) {
			c.at = op->until;
			continue;
		}
		c.at++;
		switch ((enum op_code)op->code) {
		case OP_TEXT: strbuf_add(m->out, op->text); break;
		case OP_SHOW: show(m, op); break;
		case OP_COUNT: count(m, op); break;
		case OP_IF: go = passes(m, op); break;
		case OP_UNLESS: go = !passes(m, op); break;
		case OP_ENTER: go = enter(m, op, false); break;
		case OP_EACH: go = enter(m, op, true); break;
		case OP_NEXT: go = !next(m); break;
		case OP_LEAVE: m->n_frames--; break;
		case OP_CALL: call(m, &c, op->call); break;
		case OP_RETURN:
			if (m->n_calls == 0)
				return true;
			c = m->calls[--m->n_calls];
			break;
		}
		if (!go)
			c.at = op->jump;
	}
	return false;
}

bool template_render(const struct template *t, const struct view *root,
	struct strbuf *out, struct diag *d)
{
	return template_render_kept(t, root, NULL, out, d);
}

bool template_render_kept(const struct template *t, const struct view *root,
	struct template_memo *memo, struct strbuf *out, struct diag *d)
{
	struct machine m;
	m.t = t;
	m.memo = memo;
	m.pending.op = NULL;
	m.out = out;
	m.d = d;
	m.start = out->n;
	m.n_frames = 1;
	m.n_calls = 0;
	m.overflow = false;
	m.frames[0] = (struct frame){.here = root, .n = 1};
	bool good = run(&m);
	if (!good)
		out->n = m.start;
	return good;
}
