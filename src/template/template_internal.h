/*
 * template_internal.h: the flat program that a template is compiled to, and what the
 * compiler and the renderer share. Nothing of it is seen outside this folder.
 *
 * A program is a list of operations; a section is a jump over what it holds:
 *
 *	{{#menu}}<ul>{{#elements}}<li>{{texte}}{{/elements}}</ul>{{/menu}}
 *
 *	0 ENTER menu, else to 7     frame 1: the list
 *	1 TEXT <ul>
 *	2 EACH frame 1, else to 6   frame 2: its first element
 *	3 TEXT <li>
 *	4 SHOW frame 2, slot 0
 *	5 NEXT to 3                 the next element, or frame 2 goes
 *	6 TEXT </ul>
 *	7 LEAVE                     frame 1 goes   (jumps over it land on 8)
 *
 * A partial is a routine: a program of its own, called, compiled once for each scope
 * and place in the HTML that it is called from, whatever template calls it.
 */
#ifndef TEMPLATE_TEMPLATE_INTERNAL_H
#define TEMPLATE_TEMPLATE_INTERNAL_H

#include "base/map.h"
#include "template/html_state.h"
#include "template/parse.h"
#include "template/scope.h"
#include "template/template.h"

/* Open sections and calls at once, when rendered: far more than the bounds of files. */
#define FRAMES 1024
#define CALLS 128

enum op_code {
	OP_TEXT,
	OP_SHOW,   /* a value */
	OP_COUNT,  /* nombre */
	OP_IF,     /* go on when shown, else jump */
	OP_UNLESS, /* the contrary */
	OP_ENTER,  /* a frame on a record or a list, else jump */
	OP_EACH,   /* a frame on each element of a list, else jump */
	OP_NEXT,   /* the next element and jump, or the frame goes */
	OP_LEAVE,  /* the frame goes */
	OP_CALL,
	OP_RETURN,
};

enum op_escape {
	ESCAPE_NONE,
	ESCAPE_HTML,
	ESCAPE_LINK, /* HTML, after the link filter */
	ESCAPE_XML,
	ESCAPE_JSON,
	ESCAPE_ICS,
	ESCAPE_CSV,
};

enum op_test { TEST_VALUE, TEST_FIRST, TEST_LAST };

struct routine;

struct op {
	unsigned char code, escape, test;
	unsigned short frame; /* from the bottom */
	unsigned short n_way;
	unsigned char key; /* of the stretch that begins here */
	unsigned jump;
	unsigned until, kept; /* ... where it ends, its number; until 0: none does */
	const unsigned short *way; /* rows, from the frame's record on */
	struct str text;           /* TEXT; in spec mode, a name */
	struct routine *call;
	const struct node *node; /* for messages; NULL for TEXT */
};

struct op_list {
	struct op *v;
	size_t n, cap;
};

struct routine {
	struct op_list ops;
	const struct template_file *file;
	struct scope *scope;
	struct str indent;
	struct html_state html;  /* where it is called */
	struct html_state after; /* where it leaves the page */
	unsigned height;         /* partials within it */
	bool busy, failed;
	bool looked;         /* for stretches */
	unsigned char shows; /* what it hangs on: see stretch.c */
	struct routine *next;
};

struct template
{
	struct str name;
	const struct shape *root;
	const struct template_file *file;
	struct routine *main;
	bool spec;   /* names are looked up when rendered, missing ones are empty */
	bool failed; /* its errors were said */
	struct template *next;
};

struct root {
	const struct shape *shape;
	struct scope *scope;
	struct root *next;
};

struct template_set {
	struct arena *arena;
	const struct template_rules *rules;
	struct diag *diag;
	bool spec;
	struct map
		files; /* struct template_file; a file without origin was not found */
	struct template *templates;
	struct root *roots;       /* one scope a shape, so that equal chains are one */
	struct routine *routines; /* of all templates, which share them */
	unsigned stretches;
};

/* The file of a name and depth, parsed; NULL when there is none (not said). */
const struct template_file *template_file_of(
	struct template_set *s, struct str name, unsigned depth);

/* The name of a partial with its ending: that of the template that calls it. */
struct str template_full_name(
	struct template_set *s, struct str name, struct str caller);

/* Say that there is no such template, with the nearest one. */
void template_say_missing(struct template_set *s, struct loc loc, struct str name);

/*
 * Mark where stretches begin that show nothing but slots of one key, in a program for
 * records of root; count numbers them.
 */
void template_stretches(
	const struct shape *root, struct routine *main, unsigned *count);

/* From the last '.' on, or empty. */
struct str template_ending(struct str name);

/* Compile t->file for t->root; false when it has errors (said). */
bool template_program(struct template_set *s, struct template *t, struct scope *root);

#endif
