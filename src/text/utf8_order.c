/*
 * utf8_order.c: which text comes first, and which is nearest. Both look at letters as
 * utf8_fold.c takes them apart.
 */
#include "text/utf8.h"

#include <utf8proc.h>

#include "text/utf8_internal.h"

/*
 * French order looks at a text three times: at letters alone; then at accents from the
 * END of the text (cote, côte, coté, côté); then at case. Walking both texts once is
 * enough, for the first pass decides at once, the second keeps the last difference it
 * saw, and the third the first.
 */
struct letters {
	struct str s;
	size_t at;
	int part[UTF8_PARTS_MAX]; /* of the character being read */
	size_t i, n;
	bool capital;
	bool begun;
};

struct letter {
	int base; /* 0 at the end of the text */
	unsigned accents;
	bool capital;
};

/* Is there a part to read? Brings the next character's where the last is used up. */
static bool fill(struct letters *l)
{
	while (l->i == l->n) {
		if (l->at == l->s.n)
			return false;
		unsigned c = utf8_next(l->s, &l->at);
		l->capital =
			c < 0x80 ? c >= 'A' && c <= 'Z'
				 : utf8proc_category((int)c) == UTF8PROC_CATEGORY_LU;
		l->n = utf8_take_apart(c, l->part);
		l->i = 0;
	}
	return true;
}

/* The order of accents on one letter; marks that French lacks come after, by code. */
static unsigned accent_rank(int mark)
{
	static const int known[] = {0x301, 0x300, 0x302, 0x308, 0x327, 0x303};
	for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i] == mark)
			return i + 1;
	return 8 + ((unsigned)mark & 0xFFFF);
}

/* Hyphens and apostrophes part words as blanks do: Saint-Lô comes before Sainte-Mère. */
static bool gap(int c)
{
	return c == ' ' || c == '-' || c == '\'' || c == '_';
}

static bool counts(int c)
{
	if (c < 0x80)
		return ascii_digit((char)c) || ascii_alpha((char)c);
	utf8proc_category_t k = utf8proc_category(c);
	return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
	       (k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO);
}

static struct letter letter_next(struct letters *l)
{
	struct letter out = {0};
	bool parted = false;
	while (fill(l) && !counts(l->part[l->i]))
		parted |= gap(l->part[l->i++]);
	if (!fill(l))
		return out;
	if (parted && l->begun) {
		l->begun = false; /* the letter itself is read by the next call */
		out.base = ' ';
		return out;
	}
	l->begun = true;
	out.base = l->part[l->i++];
	out.capital = l->capital;
	while (fill(l) && utf8_mark(l->part[l->i]))
		out.accents = out.accents * 31 + accent_rank(l->part[l->i++]);
	return out;
}

static int order(unsigned a, unsigned b)
{
	return (a > b) - (a < b);
}

static bool plain_letter(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

/*
 * From where on two texts need be looked at: a plain letter behind a plain letter, the
 * same in both, with the same before them. Titles of one site begin alike.
 */
static size_t first_unlike(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, at = 0;
	while (at < n && a.p[at] == b.p[at])
		at++;
	while (at >= 2 && !(plain_letter(a.p[at - 1]) && plain_letter(a.p[at - 2])))
		at--;
	return at >= 2 ? at - 1 : 0;
}

int utf8_collate(struct str a, struct str b)
{
	size_t from = first_unlike(a, b);
	struct letters la = {.s = a, .at = from, .begun = from > 0}, lb = la;
	lb.s = b;
	int accents = 0, capitals = 0;
	for (;;) {
		struct letter x = letter_next(&la), y = letter_next(&lb);
		if (x.base != y.base)
			return order((unsigned)x.base, (unsigned)y.base);
		if (x.base == 0)
			break;
		if (x.accents != y.accents)
			accents = order(x.accents, y.accents);
		if (!capitals)
			capitals = (int)x.capital - (int)y.capital;
	}
	if (accents)
		return accents;
	return capitals ? capitals : str_cmp(a, b);
}

/* Longer words than this are no slip of the finger, and cost their square. */
#define WORD_MAX 64

struct word {
	unsigned c[WORD_MAX];
	size_t n;
};

static bool word_of(struct arena *a, struct str s, struct word *w)
{
	struct str folded = utf8_fold(a, s);
	w->n = 0;
	for (size_t at = 0; at < folded.n;) {
		if (w->n == WORD_MAX)
			return false;
		w->c[w->n++] = utf8_next(folded, &at);
	}
	return true;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* How many insertions, deletions, changes and swaps of neighbours make b of a. */
static unsigned distance(const struct word *a, const struct word *b)
{
	unsigned row[3][WORD_MAX + 1]; /* the line being filled, and the two above it */
	unsigned *now = row[0], *above = row[1], *two = row[2];
	for (unsigned j = 0; j <= b->n; j++)
		now[j] = j;
	for (size_t i = 1; i <= a->n; i++) {
		unsigned *spare = two;
		two = above;
		above = now;
		now = spare;
		now[0] = (unsigned)i;
		for (size_t j = 1; j <= b->n; j++) {
			unsigned change = a->c[i - 1] != b->c[j - 1];
			now[j] = least(
				above[j - 1] + change, least(above[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a->c[i - 1] == b->c[j - 2] &&
				a->c[i - 2] == b->c[j - 1])
				now[j] = least(now[j], two[j - 2] + 1);
		}
	}
	return now[b->n];
}

struct str utf8_nearest(struct str word, const struct str *candidates, size_t n)
{
	struct arena scratch = {0};
	struct word w, other;
	struct str nearest = {0};
	if (word_of(&scratch, word, &w) && w.n) {
		unsigned best = (unsigned)w.n / 3 + 1; /* one more than is near */
		for (size_t i = 0; i < n && best; i++) {
			if (!word_of(&scratch, candidates[i], &other))
				continue;
			unsigned d = distance(&w, &other);
			if (d < best) {
				best = d;
				nearest = candidates[i];
			}
		}
	}
	arena_release(&scratch);
	return nearest;
}
