/*
 * places.h: from cmark's places (lines of the body, bytes) to ours (lines of the file,
 * characters). cmark goes forward through the text and so does the cursor here: a whole
 * body costs one reading of it, not one per place, however long its lines are.
 */
#ifndef MARKUP_PLACES_H
#define MARKUP_PLACES_H

#include "base/loc.h"

struct places {
	const struct origin *origin;
	struct str text;   /* the body */
	size_t offset;     /* of text in origin->text */
	struct loc first;  /* of text */
	unsigned shift;    /* bytes put before the first line for cmark */
	unsigned line;     /* cursor: a line as cmark counts, from 1 */
	unsigned newlines; /* before it: a lone CR is a line for cmark, none for us */
	size_t at, end;    /* its first byte, its end */
	size_t counted, characters; /* in it: so many characters to that byte */
};

struct places places_of(const struct origin *o, size_t offset, struct str text);

/* Byte of text at cmark's line and column (both from 1), kept within the line. */
size_t places_byte(struct places *p, int line, int column);

struct loc places_loc(struct places *p, int line, int column);

/*
 * The place of needle in that line, sought from column on, else from its start: cmark's
 * columns are off where the lines of a paragraph are indented unlike. The column as
 * given when it is not there.
 */
struct loc places_near(struct places *p, int line, int column, struct str needle);

/* True when needle stands in that line, near its start if it is very long. */
bool places_hold(struct places *p, int line, struct str needle);

#endif
