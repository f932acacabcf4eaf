/*
 * parse.h: the text of one template as a tree of nodes. It knows the syntax of Mustache
 * (tags, delimiters, lines that hold only a tag), not what names mean.
 */
#ifndef TEMPLATE_PARSE_H
#define TEMPLATE_PARSE_H

#include "base/diag.h"

enum node_kind {
	NODE_TEXT,
	NODE_VALUE,    /* {{x}} */
	NODE_RAW,      /* {{{x}}}, {{&x}} */
	NODE_SECTION,  /* {{#x}} */
	NODE_INVERTED, /* {{^x}} */
	NODE_PARTIAL,  /* {{>x}} */
	NODE_PARENT,   /* {{<x}} */
	NODE_BLOCK,    /* {{$x}} */
};

struct template_file;

struct node {
	enum node_kind kind;
	bool fresh; /* begins a line of the file */
	bool alone; /* its line held nothing else: indent goes before each line it gives
		     */
	struct str text; /* TEXT: bytes; else the name */
	struct str
		indent; /* PARTIAL, PARENT: blanks before; BLOCK: those of its place */
	struct str own; /* BLOCK: the indentation of its contents, removed elsewhere */
	const struct template_file *file;
	size_t at; /* offset in the file */
	const struct node *child, *next;
};

struct template_file {
	struct str name; /* whole, with its ending */
	unsigned depth;  /* files of this name that stand before it */
	const struct origin *origin;
	const struct node *nodes;
	bool bad; /* it has errors, said when it was parsed */
};

/* Fill file->nodes from its origin; errors are said and set file->bad. */
void template_parse(struct arena *a, struct template_file *file, struct diag *d);

struct loc node_loc(const struct node *n);

#endif
