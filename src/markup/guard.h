/*
 * guard.h: bodies that cmark would take too long on, found before it sees them. It
 * measures; it does not parse, and errs only towards refusing what nobody writes.
 *
 * What Debian 12's cmark 0.30.2 is slow on, measured: blank lines inside lists in lists
 * (each blank line visits every open list), links behind open `![` (each link visits
 * every open image), marks in deep quotes, and references to one long definition (each
 * copies it). Its memory follows the count of signs: up to 700 bytes for one.
 */
#ifndef MARKUP_GUARD_H
#define MARKUP_GUARD_H

#include "base/str.h"

#define GUARD_BYTES ((size_t)1 << 20) /* a year of minutes is 300 kB */
/* Of *_`[]!<&\# and ends of lines; four of .-"' count for one. 100 kB of guides: 7 000.
 */
#define GUARD_SIGNS 100000u
#define GUARD_DEPTH 32u      /* quotes and lists, one in another */
#define GUARD_BRACKETS 1000u /* left open in one paragraph; « [0 ; 10[ » leaves two */
#define GUARD_EXPANSION ((size_t)4 << 20) /* bytes: longest definition times uses */

enum guard_verdict {
	GUARD_FINE,
	GUARD_TOO_LONG,
	GUARD_TOO_MANY_SIGNS,
	GUARD_TOO_DEEP,
	GUARD_TOO_MANY_BRACKETS,
	GUARD_TOO_MUCH_EXPANSION
};

/* *at: the byte where a bound was passed. */
enum guard_verdict guard_check(struct str text, size_t *at);

#endif
