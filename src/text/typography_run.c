/*
 * typography_run.c: how far a text stays as it was typed, found by bytes. It knows
 * where rules might apply, not what they do: see typography.c.
 */
#include "text/typography_internal.h"

/* By byte. */
enum {
	ORDINARY,
	STOPS,
	DOT,
	BLANK,
	BEGINS,  /* a word may begin behind it */
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

/* What a space may hang on behind it. */
static const unsigned char glues[256] = {
	['0'] = 1,
	['1'] = 1,
	['2'] = 1,
	['3'] = 1,
	['4'] = 1,
	['5'] = 1,
	['6'] = 1,
	['7'] = 1,
	['8'] = 1,
	['9'] = 1,
	['h'] = 1,
	['r'] = 1,
};

/* May the space at i have to be another: 5 km, 14 h 30, 1er mai? */
static bool may_glue(struct str s, size_t at, size_t i)
{
	if (i - at < 3)
		return true;
	char before = s.p[i - 1], last = s.p[i - 2];
	if (!glues[(unsigned char)before])
		return false;
	if (before == 'h')
		return ascii_digit(last) || (unsigned char)last >= 0x80;
	return ascii_digit(before) ||
	       (before == 'r' && last == 'e' && s.p[i - 3] == '1');
}

/* Three dots, or a word that begins with www. */
static bool dot_stops(struct str s, size_t word, size_t i)
{
	return (i + 1 < s.n && s.p[i + 1] == '.') ||
	       (i == word + 3 && s.p[word] == 'w');
}

/* Does the rest of the word at i hold what addresses and code hold? */
static bool suspect_ahead(struct str s, size_t i)
{
	for (; i < s.n && !ascii_blank(s.p[i]); i++)
		if (class_of[(unsigned char)s.p[i]] == SUSPECT)
			return true;
	return false;
}

/* Does the mark at i, of a class that is not ORDINARY, end the run from `at`? */
static bool ends_run(struct str s, size_t at, size_t word, size_t i, bool begins)
{
	switch (class_of[(unsigned char)s.p[i]]) {
	case BLANK: return may_glue(s, at, i);
	case DOT: return dot_stops(s, word, i);
	case SUSPECT: return begins || s.p[i] == ':';
	case STOPS: return !str_starts(str_from(s, i), STR("’"));
	default: return false;
	}
}

size_t typography_run_end(struct str s, size_t at, bool begins)
{
	size_t word = at, i = at;
	for (;; i++) {
		while (i < s.n && class_of[(unsigned char)s.p[i]] == ORDINARY)
			i++;
		if (i == s.n || ends_run(s, at, word, i, begins))
			break;
		unsigned char c = class_of[(unsigned char)s.p[i]];
		if (c == BLANK || c == BEGINS) {
			begins = true;
			word = i + 1;
		}
	}
	bool doubtful =
		begins && word < i &&
		(suspect_ahead(s, i) || str_starts(str_from(s, word), STR("www.")));
	return doubtful ? word : i;
}
