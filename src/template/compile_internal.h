/* compile_internal.h: the state of one compilation, shared by the files that compile.
 */
#ifndef TEMPLATE_COMPILE_INTERNAL_H
#define TEMPLATE_COMPILE_INTERNAL_H

#include "template/template_internal.h"

/* The blocks given to one parent, and which of them found their place. */
struct level {
	const struct level *outer; /* its blocks go first */
	const struct node *parent;
	bool *used;            /* one a child of the parent */
	struct str_list *seen; /* names of the blocks that have a place */
};

/* What changes from one place of the templates to another. */
struct place_state {
	struct scope *scope;
	const struct level *level;
	struct str indent; /* before each line */
	size_t strip;      /* blanks dropped from each line */
	unsigned depth;    /* templates within templates */
};

struct compile {
	struct template_set *s;
	struct arena *a;
	struct template *t;
	struct routine *r; /* being filled */
	struct place_state at;
	struct html_state html;
	enum op_escape escape;
	bool is_html;
	bool held;       /* the line's indentation stands already */
	struct str text; /* not yet an operation: a part of a file, or the copy */
	struct strbuf copy;
	size_t steps, bytes;
	unsigned deepest; /* of at.depth, in this routine */
	bool failed;
	bool stopped; /* a bound was passed: nothing more is compiled */
};

void compile_say(struct compile *c, enum diag_code code, const struct node *n,
	struct str one, struct str two, struct str three);

void compile_nodes(struct compile *c, const struct node *n);

/* A new operation; never NULL. */
struct op *compile_op(struct compile *c, enum op_code code, const struct node *n);

/* Operations emitted so far, as a place to jump to. */
unsigned compile_here(struct compile *c);

/* The indentation due where n begins a line. */
void compile_line_start(struct compile *c, const struct node *n);

/* What stands between may be left out: it must end where it began in the HTML. */
struct html_state compile_enter_html(struct compile *c);
void compile_leave_html(
	struct compile *c, const struct node *n, struct html_state found);

void compile_partial(struct compile *c, const struct node *n);
void compile_parent(struct compile *c, const struct node *n);
void compile_block(struct compile *c, const struct node *n);

/* How a value of this kind is escaped here; false when it may not stand here (said). */
bool compile_escape(struct compile *c, const struct node *n, enum slot_kind kind,
	enum op_escape *escape);

#endif
