/*
 * letters.c: the tokens of a content stream (ISO 32000-1, 7.8.2) as far as strings and
 * operators go. Whatever is malformed ends at the end of the stream.
 */
#include "source/pdf/letters.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

struct stream {
	const unsigned char *p;
	size_t n, at;
	size_t pending, shown; /* bytes of strings: of this operator so far, of all */
};

/* "(it \) and (that))": what an escape stands for counts as one or two bytes alike. */
static void take_literal(struct stream *s)
{
	for (int depth = 1; s->at < s->n && depth;) {
		unsigned char c = s->p[s->at++];
		if (c == '\\' && s->at < s->n)
			s->at++;
		depth += (c == '(') - (c == ')');
		s->pending += depth > 0;
	}
}

/* "<0041>", behind its first sign; "<<" opens a dictionary and is none. */
static void take_hex(struct stream *s)
{
	size_t figures = 0;
	if (s->at < s->n && s->p[s->at] == '<') {
		s->at++;
		return;
	}
	while (s->at < s->n && s->p[s->at] != '>')
		figures += isxdigit(s->p[s->at++]) != 0;
	s->at += s->at < s->n;
	s->pending += (figures + 1) / 2;
}

static bool is_blank(unsigned char c)
{
	return c <= ' ';
}

/* An inline picture is bytes of any kind, up to an EI that stands alone. */
static void skip_picture(struct stream *s)
{
	for (; s->at + 3 < s->n; s->at++)
		if (is_blank(s->p[s->at]) && s->p[s->at + 1] == 'E' &&
			s->p[s->at + 2] == 'I' && is_blank(s->p[s->at + 3]))
			return;
	s->at = s->n;
}

static void take_word(struct stream *s)
{
	size_t from = s->at - 1;
	while (s->at < s->n && (isalnum(s->p[s->at]) || s->p[s->at] == '*'))
		s->at++;
	const char *word = (const char *)s->p + from;
	size_t n = s->at - from;
	bool shows = n == 2 ? !memcmp(word, "Tj", 2) || !memcmp(word, "TJ", 2)
			    : n == 1 && (*word == '\'' || *word == '"');
	if (shows)
		s->shown += s->pending;
	s->pending = 0;
	if (n == 2 && !memcmp(word, "ID", 2))
		skip_picture(s);
}

size_t letters_shown(const unsigned char *p, size_t n)
{
	struct stream s = {.p = p, .n = n};
	while (s.at < n) {
		unsigned char c = p[s.at++];
		if (c == '(')
			take_literal(&s);
		else if (c == '<')
			take_hex(&s);
		else if (c == '%')
			while (s.at < n && p[s.at] != '\n' && p[s.at] != '\r')
				s.at++;
		else if (c == '/')
			while (s.at < n && (isalnum(p[s.at]) || p[s.at] == '_'))
				s.at++;
		else if (isalpha(c) || c == '\'' || c == '"')
			take_word(&s);
	}
	return s.shown;
}
