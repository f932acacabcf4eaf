/*
 * stretch.c: the longest stretches of a compiled template that show only what the caller
 * keeps from one page to the next (slot.kept). It finds them; render.c shows them once.
 */
#include "template/template_internal.h"

/* Operations that make a stretch worth keeping. */
#define LEAST 2

/* What an operation hangs on: SHOWS_TEXT, one of the caller's keys, or SHOWS_PAGE. */
#define SHOWS_TEXT 0u
#define SHOWS_PAGE ((unsigned)TEMPLATE_KEYS + 1)

struct finder {
	const struct shape *root;
	unsigned *count;             /* of stretches, in the whole set */
	unsigned char shows[FRAMES]; /* by open frame */
	unsigned depth;              /* frames open */
};

static unsigned routine_shows(struct finder *f, struct routine *r);

/* Two things shown together: a page's own when they are of two keys. */
static unsigned both(unsigned a, unsigned b)
{
	if (a == SHOWS_TEXT || b == SHOWS_TEXT)
		return a | b;
	return a == b ? a : SHOWS_PAGE;
}

static bool is_section(const struct op *op)
{
	return op->code == OP_IF || op->code == OP_UNLESS || op->code == OP_ENTER ||
	       op->code == OP_EACH;
}

static bool opens_frame(const struct op *op)
{
	return op->code == OP_ENTER || op->code == OP_EACH;
}

/* A value that an operation looks at. */
static unsigned value_shows(const struct finder *f, const struct op *op)
{
	if (op->frame > 0 || op->n_way == 0 || op->test != TEST_VALUE)
		return f->shows[op->frame];
	unsigned key = f->root->slots[op->way[0]].kept;
	return key ? key : SHOWS_PAGE;
}

static unsigned op_shows(struct finder *f, const struct op *op)
{
	switch ((enum op_code)op->code) {
	case OP_TEXT:
	case OP_NEXT:
	case OP_LEAVE: return SHOWS_TEXT;
	case OP_CALL: return routine_shows(f, op->call);
	case OP_RETURN: return SHOWS_PAGE;
	default: return value_shows(f, op);
	}
}

static void open_frame(struct finder *f, unsigned shows)
{
	f->shows[f->depth++] = (unsigned char)shows;
}

/* What the operations [i, end) hang on; *n counts those that are no text. */
static unsigned range_shows(
	struct finder *f, const struct op_list *ops, size_t i, size_t end, unsigned *n)
{
	unsigned shows = SHOWS_TEXT;
	while (i < end && shows != SHOWS_PAGE) {
		const struct op *op = &ops->v[i];
		unsigned own = op_shows(f, op);
		shows = both(shows, own);
		*n += op->code != OP_TEXT;
		if (is_section(op)) {
			if (opens_frame(op))
				open_frame(f, own);
			shows = both(shows, range_shows(f, ops, i + 1, op->jump, n));
			f->depth -= opens_frame(op);
			i = op->jump;
		} else {
			i++;
		}
	}
	return shows;
}

/* A stretch being made: [from, to), of one key. */
struct stretch {
	size_t from, to;
	unsigned shows, n;
};

static void end_stretch(struct finder *f, struct op_list *ops, struct stretch *s)
{
	if (s->shows != SHOWS_TEXT && s->n >= LEAST) {
		struct op *first = &ops->v[s->from];
		first->until = (unsigned)s->to;
		first->key = (unsigned char)s->shows;
		first->kept = (*f->count)++;
	}
	*s = (struct stretch){.from = s->to, .to = s->to};
}

/* Find the stretches of [i, end). */
static void find_stretches(struct finder *f, struct op_list *ops, size_t i, size_t end)
{
	struct stretch s = {.from = i, .to = i};
	while (i < end) {
		const struct op *op = &ops->v[i];
		unsigned n = 0;
		size_t behind = is_section(op) ? op->jump : i + 1;
		unsigned shows = range_shows(f, ops, i, behind, &n);
		if (both(s.shows, shows) == SHOWS_PAGE)
			end_stretch(f, ops, &s);
		if (shows != SHOWS_PAGE) {
			s.shows = both(s.shows, shows);
			s.n += n;
		} else if (is_section(op)) {
			if (opens_frame(op))
				open_frame(f, op_shows(f, op));
			/* NEXT and LEAVE belong to the section, not to what it holds. */
			find_stretches(f, ops, i + 1, behind - opens_frame(op));
			f->depth -= opens_frame(op);
		}
		i = s.to = behind;
		if (shows == SHOWS_PAGE)
			s.from = i;
	}
	end_stretch(f, ops, &s);
}

/*
 * What a partial hangs on. A routine is compiled for one scope, so the frames open where
 * it is called are of one nature at all its calls, and one answer holds for all.
 */
static unsigned routine_shows(struct finder *f, struct routine *r)
{
	unsigned n = 0, depth = f->depth;
	if (!r->looked) {
		r->looked = true;
		/* The last operation is RETURN. */
		r->shows = (unsigned char)range_shows(f, &r->ops, 0, r->ops.n - 1, &n);
		f->depth = depth;
		find_stretches(f, &r->ops, 0, r->ops.n - 1);
		f->depth = depth;
	}
	return r->shows;
}

void template_stretches(const struct shape *root, struct routine *main, unsigned *count)
{
	struct finder f = {.root = root, .count = count};
	open_frame(&f, SHOWS_PAGE);
	routine_shows(&f, main);
}
