/* guard.c: one reading of a body, line by line. See guard.h for what and why. */
#include "markup/guard.h"

#include "base/block.h"

struct guard {
	struct str t;
	size_t signs, opened; /* all signs, in quarters; all '[' */
	size_t longest;       /* definition of a reference */
	unsigned depth; /* upper bound of open quotes and lists after the last line */
	unsigned brackets; /* open in this paragraph */
	bool blank;        /* the last line was */
};

/* What a sign costs cmark, in quarters: a node of its own, and for most what it opens.
 */
static const unsigned char signs[256] = {
	['*'] = 4,
	['_'] = 4,
	['`'] = 4,
	['['] = 4,
	[']'] = 4,
	['!'] = 4,
	['<'] = 4,
	['&'] = 4,
	['\\'] = 4,
	['#'] = 4,
	['\n'] = 4,
	['\r'] = 4,
	['.'] = 1,
	['-'] = 1,
	['"'] = 1,
	['\''] = 1,
};

static bool blank_at(struct str line, size_t i)
{
	return i >= line.n || line.p[i] == ' ' || line.p[i] == '\t';
}

/* The length of a list marker at i, 0 when there is none. */
static size_t list_marker(struct str line, size_t i)
{
	size_t n = 0;
	if (line.p[i] == '-' || line.p[i] == '*' || line.p[i] == '+')
		return blank_at(line, i + 1);
	while (i + n < line.n && n < 9 && ascii_digit(line.p[i + n]))
		n++;
	if (!n || i + n >= line.n || (line.p[i + n] != '.' && line.p[i + n] != ')'))
		return 0;
	return blank_at(line, i + n + 1) ? n + 1 : 0;
}

/* What stands in front of a line's words. */
struct prefix {
	size_t end;       /* byte where the words begin; the line's length when blank */
	unsigned markers; /* quotes and list items */
	size_t blanks;    /* columns of blanks besides the one after a marker */
};

static struct prefix prefix_of(struct str line)
{
	struct prefix p = {0};
	unsigned rule = 0; /* the same bullet so many times: `* * *` is a rule */
	char bullet = 0;
	for (; p.end < line.n; p.end++) {
		char c = line.p[p.end];
		size_t n = c == '>' ? 1 : 0;
		if (c == ' ' || c == '\t') {
			p.blanks += c == '\t' ? 4 : 1;
			continue;
		}
		if (!n && !(n = list_marker(line, p.end)))
			return p;
		rule = c == bullet ? rule + 1 : 1;
		bullet = c == '-' || c == '*' ? c : 0;
		p.markers++;
		p.end += n - 1;
		p.end += p.end + 1 < line.n && line.p[p.end + 1] == ' ';
	}
	if (bullet && rule >= 3)
		p.markers -= rule;
	return p;
}

/*
 * An upper bound of how many quotes and list items are open after the line: a list is
 * continued by at least two blanks, by a blank line, or lazily by words right below.
 */
static void measure_depth(struct guard *g, struct str line)
{
	struct prefix p = prefix_of(line);
	bool empty = p.end >= line.n && !p.markers;
	if (empty) {
		g->brackets = 0;
	} else if (p.markers || g->blank) {
		unsigned kept =
			p.blanks / 2 < g->depth ? (unsigned)(p.blanks / 2) : g->depth;
		g->depth = p.markers + kept;
	}
	g->blank = empty;
}

/* The length of a title that opens at i: to its closing sign; 0 when it has none. */
static size_t title_length(struct str t, size_t i)
{
	char open = t.p[i], close = open == '(' ? ')' : open;
	bool empty = false;
	for (size_t j = i + 1; j < t.n; j++) {
		if (t.p[j] == close)
			return j + 1 - i;
		if (t.p[j] == open || (t.p[j] == '\n' && empty))
			return 0;
		if (t.p[j] == '\\')
			j++;
		else
			empty = t.p[j] == '\n' || (empty && ascii_blank(t.p[j]));
	}
	return 0;
}

/* After `]:` at i: the address and title that each use of the label would copy. */
static size_t definition_length(struct str t, size_t i)
{
	while (i < t.n && ascii_blank(t.p[i]))
		i++;
	size_t from = i;
	while (i < t.n && !ascii_blank(t.p[i]))
		i++;
	size_t length = i - from;
	while (i < t.n && ascii_blank(t.p[i]))
		i++;
	if (i < t.n && (t.p[i] == '"' || t.p[i] == '\'' || t.p[i] == '('))
		length += title_length(t, i);
	return length;
}

/* A bracket at i. */
static void bracket(struct guard *g, size_t i)
{
	if (g->t.p[i] == '[') {
		g->brackets++;
		g->opened++;
		return;
	}
	g->brackets -= g->brackets > 0;
	if (i + 1 < g->t.n && g->t.p[i + 1] == ':') {
		size_t length = definition_length(g->t, i + 2);
		if (length > g->longest)
			g->longest = length;
	}
}

static enum guard_verdict verdict(const struct guard *g)
{
	if (g->signs > 4 * GUARD_SIGNS)
		return GUARD_TOO_MANY_SIGNS;
	if (g->depth > GUARD_DEPTH)
		return GUARD_TOO_DEEP;
	if (g->brackets > GUARD_BRACKETS)
		return GUARD_TOO_MANY_BRACKETS;
	return GUARD_FINE;
}

/* Signs that count, by blocks: some that do not are among them. */
static block_mask signs_in(block b)
{
	/* \n . - " ' ! & * # and their neighbours, <, then [ \ ] ^ _ `. */
	return ((b < '0') & (b != ' ') & (b != ',')) | (b == '<') |
	       ((b >= '[') & (b <= '`'));
}

/* Where the next sign is that counts, or to. */
static size_t next_sign(struct str t, size_t i, size_t to)
{
	struct str s = str_sub(t, 0, to);
	while (i < to && !signs[(unsigned char)t.p[i]]) {
		size_t n = block_fits(s, i) ? block_first(signs_in(block_at(s, i))) : 1;
		i += n ? n : 1;
	}
	return i;
}

/* Signs of [from, to), an end of line included. Stops where a bound is passed. */
static size_t measure_signs(struct guard *g, size_t from, size_t to)
{
	const char *p = g->t.p;
	for (size_t i = from; i < to; i++) {
		i = next_sign(g->t, i, to);
		if (i == to)
			break;
		g->signs += signs[(unsigned char)p[i]];
		if (p[i] == '[' || p[i] == ']')
			bracket(g, i);
		else if (p[i] == '\\')
			i++;
		if (g->brackets > GUARD_BRACKETS)
			return i;
	}
	return to;
}

enum guard_verdict guard_check(struct str text, size_t *at)
{
	struct guard g = {.t = text, .blank = true};
	*at = 0;
	if (text.n > GUARD_BYTES)
		return GUARD_TOO_LONG;
	while (*at < text.n) {
		size_t from = *at;
		size_t end = from + str_index(str_from(text, from), '\n');
		measure_depth(&g, str_trim_end(str_sub(text, from, end)));
		end += end < text.n;
		size_t seen = measure_signs(&g, from, end);
		enum guard_verdict v = verdict(&g);
		if (v != GUARD_FINE) {
			*at = seen < end ? seen : from;
			return v;
		}
		*at = end;
	}
	if (g.longest && g.longest > GUARD_EXPANSION / (g.opened + 1))
		return *at = 0, GUARD_TOO_MUCH_EXPANSION;
	return GUARD_FINE;
}
