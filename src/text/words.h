/*
 * words.h: the words of a text as a search compares them: folded, without the little
 * words of French, without the endings of plurals and feminines. It knows no index.
 * themes/base/assets/recherche.js does the same to what people type: a test compares.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "base/str.h"

#define WORD_MOST 24 /* characters; what is longer is no word, and is left out */

struct words {
	struct str text; /* folded */
	size_t at;
	char stem[WORD_MOST];
};

/* The folded text is in the arena, for as long as words are asked for. */
struct words words_of(struct arena *a, struct str text);

/* The next word, valid until the next call; false at the end. */
bool words_next(struct words *w, struct str *stem);

#endif
