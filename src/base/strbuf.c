/* strbuf.c: growing text in an arena. */
#include "base/strbuf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

void strbuf_room(struct strbuf *b, size_t more)
{
	if (more <= b->cap - b->n)
		return;
	if (more > SIZE_MAX / 4 - b->n)
		arena_exhausted();
	size_t cap = (b->n + more) * 2;
	if (cap < 64)
		cap = 64;
	b->p = arena_grow(b->arena, b->p, b->cap, cap);
	b->cap = cap;
}

void strbuf_printf(struct strbuf *b, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	strbuf_room(b, 1);
	size_t room = b->cap - b->n;
	int n = vsnprintf(b->p + b->n, room, fmt, ap);
	va_end(ap);
	if (n < 0)
		arena_exhausted();
	if ((size_t)n >= room) {
		strbuf_room(b, (size_t)n + 1);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	b->n += (size_t)n;
}

const char *strbuf_cstr(struct strbuf *b)
{
	strbuf_room(b, 1);
	b->p[b->n] = '\0';
	return b->p;
}
