/*
 * strbuf.h: text being built. It lives in an arena and grows there, in place when it
 * is the last thing the arena handed out.
 *
 * Declare with strbuf_on(arena); strbuf_str gives what was built so far as a slice,
 * valid until the next append. Appending never fails (see arena.h).
 */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include "base/str.h"

struct strbuf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};

static inline struct strbuf strbuf_on(struct arena *a)
{
	return (struct strbuf){.arena = a};
}

/* Room for more further bytes after n; the caller fills them and adds to n. */
void strbuf_room(struct strbuf *b, size_t more);

static inline void strbuf_add(struct strbuf *b, struct str s)
{
	if (b->cap - b->n < s.n)
		strbuf_room(b, s.n);
	if (s.n)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

static inline void strbuf_byte(struct strbuf *b, char c)
{
	if (b->cap == b->n)
		strbuf_room(b, 1);
	b->p[b->n++] = c;
}

#define strbuf_lit(b, lit) strbuf_add((b), STR(lit))

void strbuf_printf(struct strbuf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static inline struct str strbuf_str(const struct strbuf *b)
{
	return (struct str){b->p, b->n};
}

/* What was built, followed by a zero byte that is not counted. */
const char *strbuf_cstr(struct strbuf *b);

#endif
