/*
 * loc.h: where something was written. An origin is a text that messages can quote; a
 * loc is a place in one. Both are cheap to copy and are kept by every value from the
 * parser to the last check.
 */
#ifndef BASE_LOC_H
#define BASE_LOC_H

#include "base/str.h"

struct origin {
	struct str
		name; /* as shown to people: "pages/eau.md", "catalogue amrf: demarches/cni.md" */
	struct str
		text; /* the file's bytes, UTF-8; empty where they cannot be quoted */
	struct str
		layer; /* the source it belongs to: "" for the commune, else a catalogue's or theme's name */
};

struct loc {
	const struct origin
		*origin; /* NULL: no place (the command line, the program) */
	unsigned line;   /* from 1; 0: the file as a whole */
	unsigned column; /* in characters, from 1; 0: the line as a whole */
};

/* The place of byte `offset` of origin->text. */
struct loc loc_at(const struct origin *o, size_t offset);

/* The text of line `line` (from 1) without its end; empty when there is none. */
struct str origin_line(const struct origin *o, unsigned line);

#endif
