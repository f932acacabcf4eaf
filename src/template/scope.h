/*
 * scope.h: what names mean at one place of a template, found when it is compiled. It
 * holds shapes and places, never values.
 *
 * A scope is a chain, innermost first. Equal chains are one object, so that pointers
 * compare; so do places, which say which value is meant whatever the way it is written.
 */
#ifndef TEMPLATE_SCOPE_H
#define TEMPLATE_SCOPE_H

#include "template/view.h"

enum scope_kind {
	SCOPE_ROOT,
	SCOPE_RECORD,  /* {{#page}} */
	SCOPE_LIST,    /* {{#menu}}: nombre, elements */
	SCOPE_ELEMENT, /* {{#elements}}: the slots, premier, dernier */
	SCOPE_PRESENT, /* {{#resume}}: an optional text is there; no frame of its own */
	SCOPE_DYNAMIC, /* spec mode: names are looked up when rendered */
};

/* A value, by its way from the root or from an element of a list. */
struct place {
	const struct place *up;
	const struct slot *slot; /* NULL for the root and for elements */
	struct place *children, *next;
};

struct scope {
	const struct scope *up;
	enum scope_kind kind;
	unsigned short frame;      /* which frame of the renderer, from the bottom */
	const struct shape *shape; /* ROOT, RECORD, ELEMENT; LIST: of its elements */
	struct place *place;
	struct scope *children, *next;
};

enum ref_kind {
	REF_SLOT,     /* slots[..] of a record */
	REF_COUNT,    /* nombre */
	REF_ELEMENTS, /* elements */
	REF_FIRST,    /* premier */
	REF_LAST,     /* dernier */
};

/* A name resolved. */
struct ref {
	enum ref_kind kind;
	const struct scope *scope; /* whose frame */
	const struct slot *slot;   /* REF_SLOT */
	struct place *place;
	const unsigned short *way; /* records passed, then the slot: n rows */
	size_t n;
};

struct scope *scope_root(struct arena *a, const struct shape *shape);

/* The scope within s of a section on what place means; kind is not ROOT. */
struct scope *scope_within(struct arena *a, struct scope *s, enum scope_kind kind,
	const struct shape *shape, struct place *place);

/* True when a section that proves that place is there is open. */
bool scope_proves(const struct scope *s, const struct place *place);

enum name_fault {
	NAME_FINE,
	NAME_UNKNOWN,  /* part: the part of the name that is not known */
	NAME_SHADOWED, /* one, other: the shapes that have it */
	NAME_OPTIONAL, /* part: the name up to what may be absent */
	NAME_NO_PARTS, /* part: the name up to what is no record */
};

struct name_error {
	struct str part;
	const char *one, *other;
	/* NAME_UNKNOWN: */
	struct str near; /* the nearest that exists, or empty */
	struct str
		names; /* what the record asked has, when that is few words; or empty */
	bool in_elements; /* an element of the list around has it */
};

/* What a name, dotted or not, means in a scope. */
enum name_fault scope_resolve(struct arena *a, const struct scope *s, struct str name,
	struct ref *ref, struct name_error *error);

#endif
