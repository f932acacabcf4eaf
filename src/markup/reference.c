/*
 * reference.c: characters that nobody sees, written by their number (`&#x202e;`). In a
 * file they are dropped or refused before Markdown is read (data/front_text.c); here
 * they are dropped, and said at the place of the reference.
 */
#include "markup/walk_internal.h"

#include "text/utf8.h"

/* Written for U+0000, which CommonMark forbids. */
#define REPLACEMENT 0xFFFDu

static bool nobody_sees(unsigned c)
{
	return utf8_is_command(c) || c == REPLACEMENT;
}

/* The number of the reference at the front of s, and its bytes; 0 bytes: none. */
static size_t number(struct str s, unsigned *c)
{
	size_t i = 2;
	bool hex = i < s.n && ascii_lower(s.p[i]) == 'x';
	i += hex;
	size_t from = i;
	*c = 0;
	for (; i < s.n && i - from < 8; i++) {
		char d = ascii_lower(s.p[i]);
		if (ascii_digit(d))
			*c = *c * (hex ? 16 : 10) + (unsigned)(d - '0');
		else if (hex && d >= 'a' && d <= 'f')
			*c = *c * 16 + (unsigned)(d - 'a') + 10;
		else
			break;
	}
	return i > from && i < s.n && s.p[i] == ';' ? i + 1 : 0;
}

/* The next reference of such a character in the body from byte `from`; empty: none. */
static struct str next_reference(struct str body, size_t from, size_t *at)
{
	for (*at = from; *at < body.n; *at += 2) {
		*at += str_find(str_from(body, *at), STR("&#"));
		unsigned c;
		size_t n = *at < body.n ? number(str_from(body, *at), &c) : 0;
		if (n && (nobody_sees(c) || c == 0))
			return str_sub(body, *at, *at + n);
	}
	return (struct str){0};
}

bool references_in(struct str body)
{
	size_t at;
	return next_reference(body, 0, &at).n > 0;
}

static bool holds_hidden(struct str s)
{
	for (size_t i = 0; i < s.n;)
		if (nobody_sees(utf8_next(s, &i)))
			return true;
	return false;
}

static void say(struct walk *w, cmark_node *n)
{
	if (!slip_said(w, SLIP_REFERENCE))
		return;
	/* Texts come in the order of the file, and so do the references in them. */
	size_t near = places_byte(&w->places, cmark_node_get_start_line(n),
		cmark_node_get_start_column(n));
	size_t from = near > w->reference_at ? near : w->reference_at, at;
	struct str written = next_reference(w->places.text, from, &at);
	/* An address may be written elsewhere than it is used. */
	if (!written.n)
		written = next_reference(w->places.text, 0, &at);
	w->reference_at = at + written.n;
	diag_say(w->d, MSG_MARKUP_REFERENCE,
		loc_at(w->places.origin, w->places.offset + at), written);
}

struct str references_out(struct walk *w, cmark_node *n, struct str s)
{
	if (!w->references || !holds_hidden(s))
		return s;
	struct strbuf b = strbuf_on(w->scratch);
	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);
		if (nobody_sees(c))
			say(w, n);
		else
			utf8_put(&b, c);
	}
	return strbuf_str(&b);
}
