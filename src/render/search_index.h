/*
 * search_index.h: every word of a site with the pages it stands in. Where those words
 * come from, and how the browser is told, is search.c's business.
 */
#ifndef RENDER_SEARCH_INDEX_H
#define RENDER_SEARCH_INDEX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

struct node;

/* Where a word stands: the later, the better. */
enum weight { IN_TEXT = 'A', IN_HEADING, IN_TITLE, IN_BOTH };

struct search_place {
	unsigned page; /* its number in search_index.pages */
	char weight;
};

struct search_term {
	struct str stem; /* text/words.h */
	struct {
		struct search_place *v;
		size_t n, cap;
	} places; /* by page, one for each */
};

struct search_token;

struct search_index {
	struct arena *arena;
	struct map by_stem; /* stem -> search_term */
	struct {
		struct search_term **v;
		size_t n, cap;
	} terms;
	struct {
		const struct node **v;
		size_t n, cap;
	} pages;
	/* Short tokens seen so far: open addressing; cap is a power of two. */
	struct {
		struct search_token *v;
		size_t n, cap;
	} tokens;
	bool letter[256]; /* the bytes that tokens are made of */
};

/* An empty index; what it holds is in the arena. */
struct search_index search_index_on(struct arena *a);

/* The words that come next are this page's. */
void search_index_page(struct search_index *x, const struct node *n);

/* The words of a text of that page; nothing is kept of it, nor of `passing`. */
void search_index_text(
	struct search_index *x, struct arena *passing, struct str text, enum weight w);

/* Terms in the order of their stems: after the last text. */
void search_index_sort(struct search_index *x);

#endif
