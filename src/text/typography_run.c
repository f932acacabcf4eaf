/*
 * typography_run.c: how far a text stays as it was typed, found by bytes. It knows
 * where rules might apply, not what they do: see typography.c.
 */
#include "text/typography_internal.h"

#include "base/block.h"

/* By byte. */
enum {
	ORDINARY,
	BLANK,
	BEGINS, /* a word may begin behind it */
	/* All from here on have to be looked at. */
	STOPS,
	FIGURE, /* a space near it may have to be another */
	DOT,
	SUSPECT, /* its word may be no French */
};

static const unsigned char class_of[256] = {
	['"'] = STOPS,
	['\''] = STOPS,
	[';'] = STOPS,
	['!'] = STOPS,
	['?'] = STOPS,
	['%'] = STOPS,
	[0xC2] = STOPS, /* « » ° and the no-break space */
	[0xE2] = STOPS, /* € and the narrow one; ’ too, which is looked at */
	['0'] = FIGURE,
	['1'] = FIGURE,
	['2'] = FIGURE,
	['3'] = FIGURE,
	['4'] = FIGURE,
	['5'] = FIGURE,
	['6'] = FIGURE,
	['7'] = FIGURE,
	['8'] = FIGURE,
	['9'] = FIGURE,
	['.'] = DOT,
	[' '] = BLANK,
	['\t'] = BEGINS,
	['\n'] = BEGINS,
	['\r'] = BEGINS,
	['('] = BEGINS,
	['['] = BEGINS,
	['{'] = BEGINS,
	[':'] = SUSPECT,
	['@'] = SUSPECT,
	['\\'] = SUSPECT,
	['='] = SUSPECT,
	['/'] = SUSPECT,
};

/* What has to be looked at, by blocks: it may find some that have not. */
static block_mask looked_at(block b)
{
	return ((b >= '!') & (b <= '@') & (b != ',') & (b != '-')) | (b == '\\') |
	       (b == 0xC2) | (b == 0xE2);
}

/* The next byte from i on that has to be looked at, or s.n. */
static size_t next_looked_at(struct str s, size_t i)
{
	for (; block_fits(s, i); i += BLOCK) {
		size_t first = block_first(looked_at(block_at(s, i)));
		if (first < BLOCK)
			return i + first;
	}
	while (i < s.n && class_of[(unsigned char)s.p[i]] <= BEGINS)
		i++;
	return i;
}

/*
 * The space behind the figure at i that may have to be another: 5 km, 14 h 30, 1er mai;
 * s.n when there is none.
 */
static size_t glued_space(struct str s, size_t i)
{
	size_t space = i + 1;
	if (space < s.n && s.p[space] == 'h')
		space++;
	else if (s.p[i] == '1' && str_starts(str_from(s, space), STR("er")))
		space += 2;
	return space < s.n && s.p[space] == ' ' ? space : s.n;
}

/* The word that bytes are in, found as far as they were looked at. */
struct word {
	size_t start, seen;
	bool begins; /* at start; else it began before this text */
};

/* Find the word of the byte at i. */
static void word_reaches(struct str s, struct word *w, size_t i)
{
	size_t k = i;
	while (k > w->seen && class_of[(unsigned char)s.p[k - 1]] != BLANK &&
		class_of[(unsigned char)s.p[k - 1]] != BEGINS)
		k--;
	if (k > w->seen) {
		w->start = k;
		w->begins = true;
	}
	w->seen = i;
}

/* Three dots, or a word that begins with www. */
static bool dot_stops(struct str s, struct word *w, size_t i)
{
	if (i + 1 < s.n && s.p[i + 1] == '.')
		return true;
	if (i < 3 || s.p[i - 3] != 'w')
		return false;
	word_reaches(s, w, i);
	return i == w->start + 3;
}

size_t typography_sign(struct str s, size_t i)
{
	while (i < s.n && !ascii_blank(s.p[i]) &&
		class_of[(unsigned char)s.p[i]] != SUSPECT)
		i++;
	return i;
}

static bool sign_in_word(struct str s, size_t i)
{
	i = typography_sign(s, i);
	return i < s.n && !ascii_blank(s.p[i]);
}

/* Does the mark at i end the run? */
static bool ends_run(struct str s, struct word *w, size_t i)
{
	switch (class_of[(unsigned char)s.p[i]]) {
	case DOT: return dot_stops(s, w, i);
	case SUSPECT: word_reaches(s, w, i); return w->begins || s.p[i] == ':';
	case STOPS: return !str_starts(str_from(s, i), STR("’"));
	default: return false;
	}
}

/* Where the run from `at` ends if no space before it hangs on what was before. */
static size_t run_end(struct str s, size_t at, struct word *w)
{
	for (size_t i = at;; i++) {
		i = next_looked_at(s, i);
		if (i == s.n)
			return i;
		if (class_of[(unsigned char)s.p[i]] == FIGURE) {
			size_t space = glued_space(s, i);
			if (space < s.n)
				return space;
			continue;
		}
		if (ends_run(s, w, i))
			return i;
	}
}

size_t typography_run_end(struct str s, size_t at, bool begins)
{
	struct word w = {at, at, begins};
	/* What a space hangs on may be up to three bytes before it. */
	size_t space = at + str_index(str_sub(s, at, at + 3), ' ');
	bool near = space < s.n && space < at + 3;
	size_t i = run_end(near ? str_sub(s, 0, space) : s, at, &w);
	/* Most runs end between two words, or in one that began before them. */
	if (i == at || i == s.n || s.p[i] == ' ')
		return i;
	word_reaches(s, &w, i);
	bool doubtful =
		w.begins && w.start < i &&
		(sign_in_word(s, i) || str_starts(str_from(s, w.start), STR("www.")));
	return doubtful ? w.start : i;
}
