/*
 * str.h: a slice of text to read. It owns nothing and need not end with a zero byte.
 * Not a builder: see strbuf.h.
 *
 * {0} is the empty text. Bytes are UTF-8 unless a function says otherwise; sizes and
 * offsets are in bytes.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *p;
	size_t n;
};

struct str_list {
	struct str *v;
	size_t n, cap;
};

/* A string literal as a slice; STR_INIT where C wants a constant expression. */
#define STR_INIT(lit)                                                                  \
	{                                                                              \
		(lit), sizeof(lit) - 1                                                 \
	}
#define STR(lit) ((struct str)STR_INIT(lit))

/* For printf: "%.*s", STR_ARG(s). */
#define STR_ARG(s) (int)(s).n, (s).p ? (s).p : ""

static inline struct str str_of(const char *cstr)
{
	return cstr ? (struct str){cstr, strlen(cstr)} : (struct str){0};
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_is(struct str a, const char *cstr)
{
	return str_eq(a, str_of(cstr));
}

/* Order by bytes, the shorter first when one begins the other: <0, 0, >0. */
int str_cmp(struct str a, struct str b);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Offset of the first / last byte c, or of the first needle; s.n when there is none. */
size_t str_index(struct str s, char c);
size_t str_rindex(struct str s, char c);
size_t str_find(struct str s, struct str needle);

/* The bytes [from, to) of s; both are brought within s. */
struct str str_sub(struct str s, size_t from, size_t to);
static inline struct str str_from(struct str s, size_t from)
{
	return str_sub(s, from, s.n);
}

/* Without ASCII blanks (space, tab, CR, LF) at both ends / at the end. */
struct str str_trim(struct str s);
struct str str_trim_end(struct str s);

/*
 * Cut the next piece off *rest up to the byte sep (which is dropped). False when *rest
 * is spent; an empty last piece after a final sep is not given.
 */
bool str_cut(struct str *rest, char sep, struct str *piece);

/* A copy in the arena, followed by a zero byte that n does not count. */
struct str str_dup(struct arena *a, struct str s);
const char *str_cstr(struct arena *a, struct str s);

/* ASCII letters to lower case, a copy. */
struct str str_lower_ascii(struct arena *a, struct str s);

/* n texts one after the other, for what is made by the thousand: printf is slow. */
struct str str_join(struct arena *a, const struct str *v, size_t n);
#define str_concat(a, ...)                                                             \
	str_join((a), (const struct str[]){__VA_ARGS__},                               \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* "bocage, littoral": the texts of a list, with another between two of them. */
struct str str_list_join(
	struct arena *a, const struct str_list *list, struct str between);

/* printf into the arena. */
struct str str_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Whole of s as a non-negative decimal number of at most max; false otherwise. */
bool str_to_uint(struct str s, unsigned long max, unsigned long *out);

static inline bool ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline bool ascii_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}
static inline bool ascii_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

#endif
