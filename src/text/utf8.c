/*
 * utf8.c: characters and bytes: decoding, validity, composing, old Windows files. What
 * compares texts is in utf8_fold.c and utf8_order.c.
 */
#include "text/utf8.h"

#include <utf8proc.h>

#include "base/strbuf.h"

#define REPLACEMENT 0xFFFDu

/*
 * Unicode's stream-safe limit (UAX 15): no writing system stacks more marks. Putting
 * marks in order takes the square of their number, so a longer run is not attempted.
 */
#define MARKS_MAX 30

/* How many bytes follow a first byte, and the least character they may spell. */
static int tail_of(unsigned char lead, unsigned *c, unsigned *least)
{
	if (lead >= 0xC2 && lead <= 0xDF) {
		*c = lead & 0x1Fu;
		*least = 0x80;
		return 1;
	}
	if (lead >= 0xE0 && lead <= 0xEF) {
		*c = lead & 0x0Fu;
		*least = 0x800;
		return 2;
	}
	if (lead >= 0xF0 && lead <= 0xF4) {
		*c = lead & 0x07u;
		*least = 0x10000;
		return 3;
	}
	return -1;
}

static bool scalar(unsigned c)
{
	return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/* Decode at *at; false, one byte further, where the bytes are no character. */
static bool decode(struct str s, size_t *at, unsigned *out)
{
	size_t i = (*at)++;
	unsigned char lead = (unsigned char)s.p[i];
	unsigned c = lead, least = 0;
	if (lead < 0x80) {
		*out = lead;
		return true;
	}
	int tail = tail_of(lead, &c, &least);
	if (tail < 0 || s.n - i <= (size_t)tail)
		return false;
	for (size_t k = 1; k <= (size_t)tail; k++) {
		unsigned char b = (unsigned char)s.p[i + k];
		if ((b & 0xC0) != 0x80)
			return false;
		c = c << 6 | (b & 0x3Fu);
	}
	if (c < least || !scalar(c))
		return false;
	*at = i + (size_t)tail + 1;
	*out = c;
	return true;
}

unsigned utf8_next(struct str s, size_t *at)
{
	unsigned c;
	return decode(s, at, &c) ? c : REPLACEMENT;
}

size_t utf8_ascii_end(struct str s, size_t at)
{
	unsigned long long eight;
	for (; s.n - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, s.p + at, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
	}
	while (at < s.n && (unsigned char)s.p[at] < 0x80)
		at++;
	return at;
}

size_t utf8_invalid(struct str s)
{
	for (size_t at = utf8_ascii_end(s, 0); at < s.n; at = utf8_ascii_end(s, at)) {
		size_t next = at;
		unsigned c;
		if (!decode(s, &next, &c))
			return at;
		at = next;
	}
	return s.n;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n;) {
		size_t ascii = utf8_ascii_end(s, at);
		n += ascii - at;
		at = ascii;
		if (at < s.n) {
			utf8_next(s, &at);
			n++;
		}
	}
	return n;
}

void utf8_put(struct strbuf *b, unsigned c)
{
	if (!scalar(c))
		c = REPLACEMENT;
	if (c < 0x80) {
		strbuf_byte(b, (char)c);
		return;
	}
	if (c < 0x800) {
		strbuf_byte(b, (char)(0xC0 | c >> 6));
	} else {
		if (c < 0x10000) {
			strbuf_byte(b, (char)(0xE0 | c >> 12));
		} else {
			strbuf_byte(b, (char)(0xF0 | c >> 18));
			strbuf_byte(b, (char)(0x80 | (c >> 12 & 0x3F)));
		}
		strbuf_byte(b, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	strbuf_byte(b, (char)(0x80 | (c & 0x3F)));
}

struct str utf8_of_windows_1252(struct arena *a, struct str bytes)
{
	static const unsigned short high[32] = {
		0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, /* 80 */
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, /* 88 */
		0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, /* 90 */
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178, /* 98 */
	};
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		utf8_put(&b, c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c);
	}
	return strbuf_str(&b);
}

/*
 * False when s is surely composed: below U+0300 nothing composes, nor does French
 * punctuation. True also for what is too odd to touch: see *hostile.
 */
static bool may_compose(struct str s, bool *hostile)
{
	bool may = false;
	size_t marks = 0;
	*hostile = false;
	for (size_t at = 0; at < s.n;) {
		unsigned c;
		size_t ascii = utf8_ascii_end(s, at);
		if (ascii > at) {
			marks = 0;
			at = ascii;
			continue;
		}
		if (!decode(s, &at, &c)) {
			*hostile = true;
			return true;
		}
		if (c < 0x300 || (c >= 0x2002 && c <= 0x20CF)) {
			marks = 0;
			continue;
		}
		may = true;
		const utf8proc_property_t *prop = utf8proc_get_property((int)c);
		marks = prop->combining_class ? marks + 1 : 0;
		if (marks > MARKS_MAX)
			*hostile = true;
	}
	return may;
}

struct str utf8_compose(struct arena *a, struct str s)
{
	bool hostile;
	if (!may_compose(s, &hostile) || hostile)
		return s;
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)s.p;
	utf8proc_ssize_t n =
		utf8proc_decompose(bytes, (utf8proc_ssize_t)s.n, NULL, 0, options);
	if (n < 0)
		return s;
	/* One more, for the zero byte that utf8proc_reencode writes. */
	utf8proc_int32_t *chars = arena_list(a, (size_t)n + 1, utf8proc_int32_t);
	n = utf8proc_decompose(bytes, (utf8proc_ssize_t)s.n, chars, n, options);
	if (n >= 0)
		n = utf8proc_reencode(chars, n, options);
	if (n < 0)
		return s;
	struct str composed = {(const char *)chars, (size_t)n};
	return str_eq(composed, s) ? s : composed;
}
