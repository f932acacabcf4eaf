/* scan.c: see scan.h. */
#include "source/calendar/scan.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define DEPTH_MAX 8

struct open_part {
	const char *name;
	size_t n, line;
};

struct scan {
	struct open_part open[DEPTH_MAX];
	size_t depth, line;
	bool begun;
};

static struct scan_fault fault(size_t line, const char *what)
{
	return (struct scan_fault){line, what};
}

/* Up to the colon that ends name and parameters, quotes respected; n: there is none. */
static size_t colon_of(const char *p, size_t n)
{
	bool quoted = false;
	for (size_t i = 0; i < n; i++) {
		if (p[i] == '"')
			quoted = !quoted;
		else if (p[i] == ':' && !quoted)
			return i;
	}
	return n;
}

static bool is_name(const char *p, size_t n)
{
	size_t i = 0;
	for (; i < n && p[i] != ';'; i++) {
		char c = p[i];
		bool fits = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
			    (c >= '0' && c <= '9') || c == '-' || c == '.';
		if (!fits)
			return false;
	}
	return i > 0;
}

static struct scan_fault take_part(struct scan *s, const char *line, size_t n)
{
	bool begins = n > 6 && strncasecmp(line, "BEGIN:", 6) == 0;
	bool ends = n > 4 && strncasecmp(line, "END:", 4) == 0;
	if (begins && s->depth == DEPTH_MAX)
		return fault(s->line, "deep");
	if (begins) {
		s->open[s->depth++] = (struct open_part){line + 6, n - 6, s->line};
	} else if (ends) {
		struct open_part *last = s->depth ? &s->open[s->depth - 1] : NULL;
		if (!last || last->n != n - 4 ||
			strncasecmp(last->name, line + 4, last->n) != 0)
			return fault(s->line, "end");
		s->depth--;
	}
	return fault(0, NULL);
}

static struct scan_fault take_line(struct scan *s, const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)line[i] < 0x20 && line[i] != '\t') ||
			line[i] == 0x7F)
			return fault(s->line, "control");
	if (n == 0 || ((line[0] == ' ' || line[0] == '\t') && s->begun))
		return fault(0, NULL); /* goes on with the line before */
	if (!s->begun && (n < 15 || strncasecmp(line, "BEGIN:VCALENDAR", 15) != 0))
		return fault(s->line, "begin");
	s->begun = true;
	size_t colon = colon_of(line, n);
	/* A quoted parameter may go on in the next line, and with it the colon. */
	if (colon == n && memchr(line, ';', n) && is_name(line, n))
		return fault(0, NULL);
	if (colon == n || !is_name(line, colon))
		return fault(s->line, "line");
	return take_part(s, line, n);
}

struct scan_fault scan_calendar(const char *p, size_t n)
{
	struct scan s = {.depth = 0};
	for (size_t at = 0; at < n;) {
		const char *end = memchr(p + at, '\n', n - at);
		size_t size = end ? (size_t)(end - (p + at)) : n - at;
		size_t next = at + size + 1;
		const char *line = p + at;
		if (s.line == 0 && size >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0) {
			line += 3;
			size -= 3;
		}
		s.line++;
		if (size && line[size - 1] == '\r')
			size--;
		struct scan_fault f = take_line(&s, line, size);
		if (f.line)
			return f;
		at = next;
	}
	if (!s.begun)
		return fault(1, "begin");
	return s.depth ? fault(s.open[s.depth - 1].line, "end") : fault(0, NULL);
}
