/*
 * phone.c: phone numbers of France: ten figures, short numbers, overseas prefixes, and
 * foreign numbers as they come. Prices are read off the number, of the plan of ARCEP.
 */
#include "text/contact.h"
#include "text/utf8.h"

#include "base/strbuf.h"

#define NNBSP "\u202F"
#define DIGITS_MAX 15 /* E.164 */

/* The figures of a number, and where it was cut by separators (foreign ones keep that). */
struct digits {
	char d[DIGITS_MAX + 3]; /* with room for 00 before */
	size_t n;
	bool gap[DIGITS_MAX + 3]; /* a separator stands before figure i */
	bool plus;
};

static bool separator(unsigned c)
{
	return c == ' ' || c == '.' || c == '-' || c == '\t' || c == '/' || c == 0xA0 ||
	       c == 0x202F || c == 0x2009 || c == 0x2011 || c == 0x2010 || c == 0x2013;
}

/* « (0) » after a country's code is not dialled; other brackets only group figures. */
static bool digits_of(struct str s, struct digits *out)
{
	bool gap = false;
	*out = (struct digits){0};
	for (size_t at = 0; at < s.n;) {
		struct str rest = str_from(s, at);
		if (out->n && str_starts(rest, STR("(0)"))) {
			at += 3;
			continue;
		}
		unsigned c = utf8_next(s, &at);
		if (c >= '0' && c <= '9') {
			if (out->n == sizeof out->d)
				return false;
			out->gap[out->n] = gap && out->n;
			out->d[out->n++] = (char)c;
			gap = false;
		} else if (c == '+' && out->n == 0 && !out->plus) {
			out->plus = true;
		} else if (separator(c) || c == '(' || c == ')') {
			gap = true;
		} else {
			return false;
		}
	}
	if (!out->plus && out->n > 2 && out->d[0] == '0' && out->d[1] == '0') {
		out->plus = true;
		out->n -= 2;
		memmove(out->d, out->d + 2, out->n);
		memmove(out->gap, out->gap + 2, out->n * sizeof *out->gap);
	}
	return out->n > 0;
}

/* Overseas parts of the ten-figure plan, with the country code that reaches them. */
static const struct {
	char prefix[5], country[4];
	bool replaces; /* Saint-Pierre's six figures follow its code alone */
} overseas[] = {
	{"0262", "262", false},
	{"0263", "262", false},
	{"0269", "262", false},
	{"0639", "262", false},
	{"0692", "262", false},
	{"0693", "262", false},
	{"0590", "590", false},
	{"0690", "590", false},
	{"0691", "590", false},
	{"0594", "594", false},
	{"0694", "594", false},
	{"0596", "596", false},
	{"0696", "596", false},
	{"0697", "596", false},
	{"0508", "508", true},
};

static struct str in_pairs(struct arena *a, struct str d)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < d.n; i++) {
		if (i && i % 2 == d.n % 2)
			strbuf_lit(&b, NNBSP);
		strbuf_byte(&b, d.p[i]);
	}
	return strbuf_str(&b);
}

/* « 0 805 00 00 00 » is grouped by threes: « 0 805 000 000 », as the regulator shows it. */
static struct str in_threes(struct arena *a, struct str d)
{
	return str_printf(a, "%.1s" NNBSP "%.3s" NNBSP "%.3s" NNBSP "%.3s", d.p,
		d.p + 1, d.p + 4, d.p + 7);
}

static bool ten(struct arena *a, struct str d, struct phone *out)
{
	if (d.p[1] == '0')
		return false;
	bool special = d.p[1] == '8';
	out->premium = special && strchr("129", d.p[2]) != NULL;
	out->shown = special ? in_threes(a, d) : in_pairs(a, d);
	out->tel = str_printf(a, "+33%.*s", STR_ARG(str_from(d, 1)));
	/* Kept for fiction: in no territory, whatever 0639 means beside it. */
	if (str_starts(d, STR("063998")))
		return true;
	for (size_t i = 0; i < sizeof overseas / sizeof *overseas; i++)
		if (str_starts(d, str_of(overseas[i].prefix)))
			out->tel = str_printf(a, "+%s%.*s", overseas[i].country,
				STR_ARG(str_from(d, overseas[i].replaces ? 4 : 1)));
	return true;
}

/* 30 and 31 are free by rule; among the others these cost no more than a call. */
static bool free_of_charge(struct str d)
{
	static const char known[][5] = {"3230", "3631", "3635", "3646", "3919", "3928",
		"3939", "3949", "3957", "3960", "3966", "3977", "3995"};
	if (d.p[1] == '0' || d.p[1] == '1')
		return true;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_is(d, known[i]))
			return true;
	return false;
}

static bool short_number(struct arena *a, struct str d, struct phone *out)
{
	static const char known[][4] = {"15", "17", "18", "110", "112", "114", "115",
		"116", "119", "191", "196", "197"};
	out->tel = str_dup(a, d);
	out->shown = out->tel;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_is(d, known[i]))
			return true;
	if (d.n == 6 && (str_starts(d, STR("116")) || str_starts(d, STR("118")))) {
		out->premium = d.p[2] == '8';
		out->shown = str_printf(a, "%.3s" NNBSP "%.3s", d.p, d.p + 3);
		return true;
	}
	if (d.n != 4 || (d.p[0] != '3' && !str_starts(d, STR("10"))))
		return false;
	out->premium = d.p[0] == '3' && !free_of_charge(d);
	out->shown = in_pairs(a, d);
	return true;
}

/* In the groups that the writer made. */
static struct str as_written(struct arena *a, const struct digits *g)
{
	struct strbuf b = strbuf_on(a);
	strbuf_byte(&b, '+');
	for (size_t i = 0; i < g->n; i++) {
		if (g->gap[i])
			strbuf_lit(&b, NNBSP);
		strbuf_byte(&b, g->d[i]);
	}
	return strbuf_str(&b);
}

/* A number behind +: French ones come back to ten figures, others stay as they are. */
static bool international(struct arena *a, const struct digits *g, struct phone *out)
{
	static const struct {
		char code[4];
		unsigned char figures;
	} small[] = {{"508", 6}, {"681", 6}, {"687", 6}, {"689", 8}};
	struct str d = {g->d, g->n}, code = str_sub(d, 0, 3);
	out->tel = str_printf(a, "+%.*s", STR_ARG(d));
	if (str_starts(d, STR("33"))) {
		struct str rest = str_from(d, str_starts(d, STR("330")) ? 3 : 2);
		return rest.n == 9 && rest.p[0] != '0' &&
		       ten(a, str_printf(a, "0%.*s", STR_ARG(rest)), out);
	}
	for (size_t i = 0; i < sizeof overseas / sizeof *overseas; i++) {
		struct str national = str_printf(a, "0%.*s", STR_ARG(str_from(d, 3)));
		if (!overseas[i].replaces && str_is(code, overseas[i].country) &&
			str_starts(national, str_of(overseas[i].prefix)))
			return national.n == 10 && ten(a, national, out);
	}
	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		if (!str_is(code, small[i].code))
			continue;
		out->shown = str_printf(a, "+%s" NNBSP "%.*s", small[i].code,
			STR_ARG(in_pairs(a, str_from(d, 3))));
		return d.n == 3u + small[i].figures;
	}
	out->shown = as_written(a, g);
	return d.n >= 8 && d.n <= DIGITS_MAX && d.p[0] != '0';
}

bool phone_parse(struct arena *a, struct str s, struct phone *out)
{
	struct digits g;
	struct phone p = {0};
	*out = p;
	if (!digits_of(str_trim(s), &g))
		return false;
	struct str d = {g.d, g.n};
	bool good = g.plus                       ? international(a, &g, &p)
		    : d.n == 10 && d.p[0] == '0' ? ten(a, d, &p)
						 : short_number(a, d, &p);
	if (good)
		*out = p;
	return good;
}

/* One separator of a number in running text: how many bytes, 0 when there is none. */
static size_t separator_at(struct str s, size_t at)
{
	size_t next = at;
	if (at >= s.n)
		return 0;
	unsigned c = utf8_next(s, &next);
	return separator(c) && c != '/' && c != '\t' ? next - at : 0;
}

static bool digit_at(struct str s, size_t at)
{
	return at < s.n && ascii_digit(s.p[at]);
}

/*
 * Four pairs, each behind a separator: always the same one, or (only in numbers that
 * begin with +33) none at all. The end of the number, or 0.
 */
static size_t pairs_end(struct str s, size_t at, bool may_touch)
{
	size_t step = separator_at(s, at);
	struct str sep = str_sub(s, at, at + step);
	if (step == 0 && !may_touch)
		return 0;
	for (int pair = 0; pair < 4; pair++) {
		if (!str_eq(str_sub(s, at, at + step), sep))
			return 0;
		at += step;
		if (!digit_at(s, at) || !digit_at(s, at + 1))
			return 0;
		at += 2;
	}
	/* A fifth pair: a longer number, an account or a reference. */
	if (step && str_eq(str_sub(s, at, at + step), sep) && digit_at(s, at + step) &&
		sep.p[0] != ' ')
		return 0;
	return at;
}

/*
 * « 0 892 123 456 », as the regulator has such numbers written: an 8 and three groups of
 * three, parted by one and the same separator. The end of the number, or 0.
 */
static size_t threes_end(struct str s, size_t at)
{
	size_t step = separator_at(s, at);
	struct str sep = str_sub(s, at, at + step);
	if (step == 0 || at + step >= s.n || s.p[at + step] != '8')
		return 0;
	for (int group = 0; group < 3; group++) {
		if (!str_eq(str_sub(s, at, at + step), sep))
			return 0;
		at += step;
		for (int i = 0; i < 3; i++, at++)
			if (!digit_at(s, at))
				return 0;
	}
	return at;
}

static size_t national_end(struct str s, size_t at)
{
	if (s.p[at] != '0')
		return 0;
	if (!digit_at(s, at + 1))
		return threes_end(s, at + 1);
	return s.p[at + 1] == '0' ? 0 : pairs_end(s, at + 2, false);
}

static size_t number_end(struct str s, size_t at)
{
	struct str rest = str_from(s, at);
	if (!str_starts(rest, STR("+33")))
		return national_end(s, at);
	at += 3;
	at += separator_at(s, at);
	if (str_starts(str_from(s, at), STR("(0)"))) {
		at += 3;
		at += separator_at(s, at);
	}
	return digit_at(s, at) ? pairs_end(s, at + 1, true) : 0;
}

/* Nothing that would make the number a part of something else: a word, an address. */
static bool stands_alone(struct str s, size_t from, size_t to)
{
	if (to < s.n) {
		size_t at = to;
		unsigned c = utf8_next(s, &at);
		if (c == '_' || c == '@' || (c < 0x80 && ascii_alpha((char)c)) ||
			digit_at(s, to) ||
			(c == '/' && at < s.n && ascii_alpha(s.p[at])))
			return false;
	}
	if (from == 0)
		return true;
	char before = s.p[from - 1];
	/* Two numbers are often parted by a slash; a path has something else before it. */
	if (before == '/')
		return from >= 2 && (digit_at(s, from - 2) || s.p[from - 2] == ' ');
	return !ascii_digit(before) && !ascii_alpha(before) && before != '\0' &&
	       !strchr("+=_-.@#&%?\\", before);
}

bool phone_find(struct arena *a, struct str s, size_t at, size_t *from, size_t *to,
	struct phone *out)
{
	for (size_t i = at; i < s.n; i++) {
		if (s.p[i] != '0' && s.p[i] != '+')
			continue;
		size_t end = number_end(s, i);
		if (!end || !stands_alone(s, i, end) ||
			!phone_parse(a, str_sub(s, i, end), out))
			continue;
		*from = i;
		*to = end;
		return true;
	}
	return false;
}
