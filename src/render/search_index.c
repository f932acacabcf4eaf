/*
 * search_index.c: see search_index.h. All texts of a site go through here, and texts say
 * the same words again and again: what became of a run of letters is kept.
 */
#include "render/search_index.h"

#include <stdlib.h>

#include "text/words.h"

/* Longer runs of letters are folded each time: in French, one in fifty. */
#define TOKEN_MOST 16

/*
 * A run of letters as written, « l’Église », and its words. Two eights of its bytes,
 * which overlap, and its length tell it from all others of at most sixteen bytes.
 */
struct search_token {
	unsigned long long first, last;
	size_t size; /* 0: a free slot */
	struct {
		struct search_term **v;
		size_t n, cap;
	} terms;
};

/* Can a byte be of a word? Of what is not ASCII, folding tells. */
static bool may_be_letter(unsigned byte)
{
	return byte >= 0x80 || ascii_alpha((char)byte) || ascii_digit((char)byte);
}

struct search_index search_index_on(struct arena *a)
{
	struct search_index x = {.arena = a};
	for (unsigned byte = 0; byte < 256; byte++)
		x.letter[byte] = may_be_letter(byte);
	x.tokens.cap = 1024;
	x.tokens.v = arena_list(a, x.tokens.cap, struct search_token);
	return x;
}

void search_index_page(struct search_index *x, const struct node *n)
{
	*list_add(x->arena, &x->pages) = n;
}

static struct search_term *term_of(struct search_index *x, struct str stem)
{
	struct search_term *t = map_get(&x->by_stem, stem);
	if (t)
		return t;
	t = arena_new(x->arena, struct search_term);
	t->stem = str_dup(x->arena, stem);
	*map_put(x->arena, &x->by_stem, t->stem) = t;
	*list_add(x->arena, &x->terms) = t;
	return t;
}

static void add_place(struct search_index *x, struct search_term *t, char weight)
{
	unsigned page = (unsigned)(x->pages.n - 1);
	size_t n = t->places.n;
	if (n == 0 || t->places.v[n - 1].page != page) {
		*list_add(x->arena, &t->places) = (struct search_place){page, weight};
		return;
	}
	struct search_place *last = &t->places.v[n - 1];
	if (last->weight < weight)
		last->weight = weight;
	else if (last->weight == IN_TITLE && weight == IN_HEADING)
		last->weight = IN_BOTH;
}

/* ---- runs of letters ---- */

static unsigned long long eight(const char *p)
{
	unsigned long long n;
	memcpy(&n, p, sizeof n);
	return n;
}

static unsigned four(const char *p)
{
	unsigned n;
	memcpy(&n, p, sizeof n);
	return n;
}

static inline struct search_token key_of(struct str s)
{
	const char *end = s.p + s.n;
	if (s.n >= 8)
		return (struct search_token){eight(s.p), eight(end - 8), s.n, {0}};
	if (s.n >= 4)
		return (struct search_token){four(s.p), four(end - 4), s.n, {0}};
	unsigned char middle = (unsigned char)s.p[s.n / 2];
	unsigned char last = (unsigned char)end[-1];
	return (struct search_token){
		(unsigned char)*s.p, (unsigned long long)middle << 8 | last, s.n, {0}};
}

/* Odd factors spread each bit to those above; the upper half comes down. */
static size_t slot_of(const struct search_index *x, const struct search_token *k)
{
	unsigned long long h = (k->first + k->size) * 0x9E3779B97F4A7C15u;
	h = (h ^ h >> 32 ^ k->last) * 0xD6E8FEB86659FD93u;
	return (size_t)(h >> 32) & (x->tokens.cap - 1);
}

/* Where a token is, or would be. */
static struct search_token *find(
	const struct search_index *x, const struct search_token *k)
{
	for (size_t i = slot_of(x, k);; i = (i + 1) & (x->tokens.cap - 1)) {
		struct search_token *t = &x->tokens.v[i];
		if (!t->size || (t->first == k->first && t->last == k->last &&
					t->size == k->size))
			return t;
	}
}

static void grow(struct search_index *x)
{
	struct search_index bigger = {.arena = x->arena};
	bigger.tokens.cap = x->tokens.cap * 2;
	bigger.tokens.v = arena_list(x->arena, bigger.tokens.cap, struct search_token);
	for (size_t i = 0; i < x->tokens.cap; i++)
		if (x->tokens.v[i].size)
			*find(&bigger, &x->tokens.v[i]) = x->tokens.v[i];
	x->tokens.v = bigger.tokens.v;
	x->tokens.cap = bigger.tokens.cap;
}

/* A run that was not seen before: its words, kept. */
static struct search_token *new_token(
	struct search_index *x, struct words w, struct search_token *key)
{
	for (struct str stem; words_next(&w, &stem);)
		*list_add(x->arena, &key->terms) = term_of(x, stem);
	if (++x->tokens.n * 2 > x->tokens.cap)
		grow(x);
	struct search_token *t = find(x, key);
	*t = *key;
	return t;
}

static void add_run(
	struct search_index *x, struct arena *passing, struct str s, char weight)
{
	if (s.n > TOKEN_MOST) {
		struct words w = words_of(passing, s);
		for (struct str stem; words_next(&w, &stem);)
			add_place(x, term_of(x, stem), weight);
		return;
	}
	struct search_token key = key_of(s), *t = find(x, &key);
	if (!t->size)
		t = new_token(x, words_of(passing, s), &key);
	for (size_t i = 0; i < t->terms.n; i++)
		add_place(x, t->terms.v[i], weight);
}

/*
 * Signs of ASCII part words whatever stands around them, and folding looks at one
 * character at a time: a run between two of them has the words it has alone.
 */
void search_index_text(
	struct search_index *x, struct arena *passing, struct str text, enum weight w)
{
	for (size_t at = 0; at < text.n;) {
		size_t from = at;
		while (at < text.n && x->letter[(unsigned char)text.p[at]])
			at++;
		if (at > from)
			add_run(x, passing, str_sub(text, from, at), (char)w);
		else
			at++;
	}
}

/* ---- at the end ---- */

static int by_stem(const void *a, const void *b)
{
	const struct search_term *const *x = a, *const *y = b;
	return str_cmp((*x)->stem, (*y)->stem);
}

void search_index_sort(struct search_index *x)
{
	if (x->terms.n)
		qsort(x->terms.v, x->terms.n, sizeof *x->terms.v, by_stem);
}
