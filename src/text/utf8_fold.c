/*
 * utf8_fold.c: texts made comparable: folded, as keys, as addresses. Putting texts in
 * order is in utf8_order.c.
 */
#include "text/utf8.h"

#include <utf8proc.h>

#include "base/strbuf.h"
#include "text/utf8_internal.h"

/*
 * Letters that Unicode does not take apart, though readers of French do; and the many
 * ways to write an apostrophe or a dash.
 */
static const struct {
	unsigned short from;
	char to[3];
} plain[] = {
	{0x00B4, "'"},
	{0x00D8, "o"},
	{0x00E6, "ae"},
	{0x00C6, "ae"},
	{0x00F8, "o"},
	{0x0110, "d"},
	{0x0111, "d"},
	{0x0141, "l"},
	{0x0142, "l"},
	{0x0152, "oe"},
	{0x0153, "oe"},
	{0x02BC, "'"},
	{0x2010, "-"},
	{0x2011, "-"},
	{0x2012, "-"},
	{0x2013, "-"},
	{0x2014, "-"},
	{0x2015, "-"},
	{0x2018, "'"},
	{0x2019, "'"},
	{0x201B, "'"},
	{0x2032, "'"},
	{0x2212, "-"},
};

bool utf8_mark(int c)
{
	if (c < 0x300)
		return false;
	utf8proc_category_t k = utf8proc_category(c);
	return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_MC ||
	       k == UTF8PROC_CATEGORY_ME;
}

static bool blank(int c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	utf8proc_category_t k = utf8proc_category(c);
	return c == 0x85 || k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL ||
	       k == UTF8PROC_CATEGORY_ZP;
}

static const char *plain_of(unsigned c)
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (plain[i].from == c)
			return plain[i].to;
	return NULL;
}

size_t utf8_take_apart(unsigned c, int part[UTF8_PARTS_MAX])
{
	if (c < 0x80) {
		part[0] = blank((int)c) ? ' ' : ascii_lower((char)c);
		return 1;
	}
	const char *letters = plain_of(c);
	if (letters) {
		size_t n = strlen(letters);
		for (size_t i = 0; i < n; i++)
			part[i] = (unsigned char)letters[i]; /* ASCII */
		return n;
	}
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((int)c, part, UTF8_PARTS_MAX,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
			UTF8PROC_IGNORE,
		&boundary);
	if (n < 0 || n > UTF8_PARTS_MAX) {
		part[0] = (int)c;
		return 1;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		if (blank(part[i]))
			part[i] = ' ';
	return (size_t)n;
}

/* The letters U+00C0 to U+00FF that are one plain letter with a mark; 0 for the others.
 */
static const char latin[64] = "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0"
			      "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0";

/*
 * What the character at *at becomes when that is one ASCII character, *at advanced past
 * it; 0 else. Most of any French text is of this kind.
 */
static char fold_one(struct str s, size_t *at)
{
	unsigned char c = (unsigned char)s.p[*at];
	if (c && c < 0x80) {
		++*at;
		return blank(c) ? ' ' : ascii_lower((char)c);
	}
	unsigned char next = *at + 1 < s.n ? (unsigned char)s.p[*at + 1] : 0;
	char letter = c == 0xC3 && (next & 0xC0) == 0x80 ? latin[next & 0x3F] : '\0';
	*at += letter ? 2 : 0;
	return letter;
}

static void put_folded(struct strbuf *b, int c)
{
	bool again = c == ' ' && b->n && b->p[b->n - 1] == ' ';
	if (!again && !utf8_mark(c))
		utf8_put(b, (unsigned)c);
}

/* s folded: seldom longer than it was. */
static struct strbuf folded(struct arena *a, struct str s)
{
	struct strbuf b = {.arena = a, .p = arena_text(a, s.n), .cap = s.n};
	for (size_t at = 0; at < s.n;) {
		char one = fold_one(s, &at);
		if (one) {
			put_folded(&b, one);
			continue;
		}
		int part[UTF8_PARTS_MAX];
		size_t n = utf8_take_apart(utf8_next(s, &at), part);
		for (size_t i = 0; i < n; i++)
			put_folded(&b, part[i]);
	}
	return b;
}

struct str utf8_fold(struct arena *a, struct str s)
{
	struct strbuf b = folded(a, s);
	return strbuf_str(&b);
}

/* What is kept of b, in its own bytes, and one `between` for each run of the rest. */
static struct str joined(struct strbuf *b, bool (*kept)(char c), char between)
{
	size_t n = 0;
	bool gap = false;
	for (size_t i = 0; i < b->n; i++) {
		char c = b->p[i];
		if (!kept(c)) {
			gap = true;
			continue;
		}
		if (gap && n)
			b->p[n++] = between;
		gap = false;
		b->p[n++] = c;
	}
	b->n = n;
	return strbuf_str(b);
}

static bool kept_in_key(char c)
{
	return c != ' ' && c != '-';
}

/* Most keys are typed as they are looked up. */
static bool is_key(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') && !ascii_digit(s.p[i]) &&
			s.p[i] != '_')
			return false;
	return true;
}

struct str utf8_fold_key(struct arena *a, struct str s)
{
	if (is_key(s))
		return s;
	struct strbuf b = folded(a, s);
	return joined(&b, kept_in_key, '_');
}

static bool kept_in_slug(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

struct str utf8_slug(struct arena *a, struct str s)
{
	struct strbuf b = folded(a, s);
	return joined(&b, kept_in_slug, '-');
}
