/* str.c: reading slices of text. It knows bytes, not Unicode: see text/utf8.h. */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_sub(s, 0, prefix.n), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_from(s, s.n - suffix.n), suffix);
}

size_t str_index(struct str s, char c)
{
	const char *hit = s.n ? memchr(s.p, c, s.n) : NULL;
	return hit ? (size_t)(hit - s.p) : s.n;
}

size_t str_rindex(struct str s, char c)
{
	for (size_t i = s.n; i-- > 0;)
		if (s.p[i] == c)
			return i;
	return s.n;
}

size_t str_find(struct str s, struct str needle)
{
	if (needle.n == 0)
		return 0;
	for (size_t i = 0; i + needle.n <= s.n; i++) {
		const char *hit = memchr(s.p + i, needle.p[0], s.n - i - needle.n + 1);
		if (!hit)
			return s.n;
		i = (size_t)(hit - s.p);
		if (memcmp(hit, needle.p, needle.n) == 0)
			return i;
	}
	return s.n;
}

struct str str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from >= to)
		return (struct str){0};
	return (struct str){s.p + from, to - from};
}

struct str str_trim_end(struct str s)
{
	while (s.n && ascii_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_trim(struct str s)
{
	while (s.n && ascii_blank(s.p[0]))
		s = str_from(s, 1);
	return str_trim_end(s);
}

bool str_cut(struct str *rest, char sep, struct str *piece)
{
	if (rest->n == 0)
		return false;
	size_t at = str_index(*rest, sep);
	*piece = str_sub(*rest, 0, at);
	*rest = str_from(*rest, at + 1);
	return true;
}

struct str str_dup(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){p, s.n};
}

const char *str_cstr(struct arena *a, struct str s)
{
	return str_dup(a, s).p;
}

struct str str_lower_ascii(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		p[i] = ascii_lower(s.p[i]);
	p[s.n] = '\0';
	return (struct str){p, s.n};
}

struct str str_join(struct arena *a, const struct str *v, size_t n)
{
	size_t size = 0;
	for (size_t i = 0; i < n; i++)
		size += v[i].n;
	char *p = arena_text(a, size + 1), *end = p;
	for (size_t i = 0; i < n; i++) {
		if (v[i].n)
			memcpy(end, v[i].p, v[i].n);
		end += v[i].n;
	}
	*end = '\0';
	return (struct str){p, size};
}

struct str str_list_join(
	struct arena *a, const struct str_list *list, struct str between)
{
	struct str_list parts = {0};
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			*list_add(a, &parts) = between;
		*list_add(a, &parts) = list->v[i];
	}
	return str_join(a, parts.v, parts.n);
}

struct str str_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	va_start(ap, fmt);
	va_copy(again, ap);
	/* Most fit in what the arena has left: one call, and the text is in its place. */
	size_t room = (size_t)(a->end - a->next);
	int n = vsnprintf(a->next, room, fmt, ap);
	va_end(ap);
	if (n < 0)
		arena_exhausted();
	char *p = arena_text(a, (size_t)n + 1);
	if ((size_t)n >= room)
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){p, (size_t)n};
}

bool str_to_uint(struct str s, unsigned long max, unsigned long *out)
{
	unsigned long v = 0;
	for (size_t i = 0; i < s.n; i++) {
		unsigned long d = (unsigned long)(s.p[i] - '0');
		if (!ascii_digit(s.p[i]) || v > (max - d) / 10 || d > max)
			return false;
		v = v * 10 + d;
	}
	*out = v;
	return s.n > 0;
}
