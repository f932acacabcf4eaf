/*
 * utf8.h: characters. Decoding, validity, folding for comparison, and reading text that
 * was saved by an old Windows program. Unicode facts come from utf8proc.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "base/str.h"

/*
 * The character at *at (advanced past it). Invalid bytes give 0xFFFD and advance by one.
 * Needs *at < s.n.
 */
unsigned utf8_next(struct str s, size_t *at);

/* Offset of the first byte that is not valid UTF-8; s.n when all is valid. */
size_t utf8_invalid(struct str s);

size_t utf8_count(struct str s); /* characters */

/* Offset of the first byte from `at` on that is not ASCII; s.n when there is none. */
size_t utf8_ascii_end(struct str s, size_t at);

/*
 * A sign that no reader sees and that acts on what is around it: control characters,
 * newline and tab apart, and those that turn the order of letters (U+202A to U+202E,
 * U+2066 to U+2069).
 */
static inline bool utf8_is_command(unsigned c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

struct strbuf;
void utf8_put(struct strbuf *b, unsigned c);

/* Windows-1252 to UTF-8; the five undefined bytes become U+FFFD. */
struct str utf8_of_windows_1252(struct arena *a, struct str bytes);

/*
 * Composed form (NFC); s itself when it is already so. Invalid text is returned as is,
 * and so is one that stacks more than 30 marks on a letter.
 */
struct str utf8_compose(struct arena *a, struct str s);

/*
 * Folded for comparison: lower case, no accents, oe for œ, ae for æ, straight
 * apostrophes, '-' for any dash, one plain space for any run of blanks. « Élu·e  d’Œuilly » -> "elu·e d'oeuilly".
 */
struct str utf8_fold(struct arena *a, struct str s);

/*
 * A key folded for lookup: utf8_fold, then a run of blanks and '-' becomes one '_', none
 * at the ends: « Code INSEE » -> code_insee.
 */
struct str utf8_fold_key(struct arena *a, struct str s);

/*
 * A name for addresses: folded, ASCII letters and digits kept, everything else one '-',
 * none at the ends: « L’eau & vous (été) » -> "l-eau-vous-ete". Empty when nothing is left.
 */
struct str utf8_slug(struct arena *a, struct str s);

/*
 * French order: accents, case, punctuation and ligatures ignored first, then told apart,
 * accents from the end (cote, côte, coté, côté). Hyphens and apostrophes part words as
 * blanks do: Saint-Lô, Sainte-Anne. 0 only for the same bytes. <0, 0, >0.
 */
int utf8_collate(struct str a, struct str b);

/*
 * The candidate nearest to word (both are folded here; insertions, deletions, changes,
 * swaps), within a third of its length; empty when none is near. The first wins a tie.
 */
struct str utf8_nearest(struct str word, const struct str *candidates, size_t n);

#endif
