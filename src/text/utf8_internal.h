/*
 * utf8_internal.h: one character taken apart for comparison. For utf8_fold.c and
 * utf8_order.c, which must agree on what makes two letters the same.
 */
#ifndef TEXT_UTF8_INTERNAL_H
#define TEXT_UTF8_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

/* The longest compatibility decomposition of Unicode has 18 characters (U+FDFA). */
#define UTF8_PARTS_MAX 40

/*
 * c in lower case, taken apart: é gives e and U+0301, Œ gives o and e, any dash gives
 * '-', any apostrophe '\'', any blank ' '. How many parts; 0 for what is never seen
 * (soft hyphen, zero-width space).
 */
size_t utf8_take_apart(unsigned c, int part[UTF8_PARTS_MAX]);

/* An accent or other mark that belongs to the letter before it. */
bool utf8_mark(int c);

#endif
