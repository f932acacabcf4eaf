/*
 * schema_number.c: numbers as people write them (3 500 and 12,50) and colours. No
 * function of the C library is asked: their answers depend on the locale.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/utf8.h"

/* Digits kept of a number: beyond, a double is no longer exact. */
#define DIGITS_MAX 15

struct number {
	bool negative;
	long long digits; /* all digits, the point left out */
	int n, after;     /* digits, and how many of them after the point */
	bool point;
};

static bool is_space(unsigned c)
{
	return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

/* Spaces may part thousands; one comma or point may begin the decimals. */
static bool parse_number(struct str text, struct number *out)
{
	*out = (struct number){0};
	for (size_t i = 0; i < text.n;) {
		size_t from = i;
		unsigned c = utf8_next(text, &i);
		if (from == 0 && (c == '-' || c == '+')) {
			out->negative = c == '-';
		} else if (c >= '0' && c <= '9' && out->n < DIGITS_MAX) {
			out->digits = out->digits * 10 + (long long)(c - '0');
			out->n++;
			out->after += out->point;
		} else if ((c == ',' || c == '.') && !out->point && out->n) {
			out->point = true;
		} else if (!is_space(c) || out->point || !out->n) {
			return false;
		}
	}
	if (out->negative)
		out->digits = -out->digits;
	return out->n > 0 && (!out->point || out->after > 0);
}

static bool within(struct scalar *s, double v)
{
	const struct field *f = s->field;
	if ((f->min == 0 && f->max == 0) ||
		(v >= (double)f->min && v <= (double)f->max))
		return true;
	return diag_say(s->diag, MSG_NUMBER_OUT_OF_BOUNDS, s->v->loc,
		schema_shown(s->arena, s->v->text), str_printf(s->arena, "%ld", f->min),
		str_printf(s->arena, "%ld", f->max));
}

bool scalar_integer(struct scalar *s)
{
	struct number n;
	if (!parse_number(s->v->text, &n) || n.point)
		return scalar_refuse(s, MSG_INTEGER_INVALID);
	if (!within(s, (double)n.digits))
		return false;
	s->v->as.integer = n.digits;
	s->v->text = str_printf(s->arena, "%lld", n.digits);
	return true;
}

bool scalar_decimal(struct scalar *s)
{
	struct number n;
	if (!parse_number(s->v->text, &n))
		return scalar_refuse(s, MSG_DECIMAL_INVALID);
	double power = 1;
	long long whole = 1;
	for (int i = 0; i < n.after; i++) {
		power *= 10;
		whole *= 10;
	}
	double v = (double)n.digits / power;
	if (!within(s, v))
		return false;
	s->v->as.decimal = v;
	long long size = n.digits < 0 ? -n.digits : n.digits;
	struct strbuf b = strbuf_on(s->arena);
	strbuf_printf(&b, "%s%lld", n.negative && size ? "-" : "", size / whole);
	if (n.after)
		strbuf_printf(&b, ".%0*lld", n.after, size % whole);
	s->v->text = strbuf_str(&b);
	return true;
}

static const struct {
	const char *name;
	unsigned rgb;
} colours[] = {
	{"noir", 0x000000},
	{"blanc", 0xFFFFFF},
	{"gris", 0x6B6B6B},
	{"ardoise", 0x3E4A56},
	{"rouge", 0xB3261E},
	{"bordeaux", 0x6D1A2D},
	{"brique", 0x9C4A2F},
	{"rose", 0xC2527A},
	{"orange", 0xC75B12},
	{"ocre", 0xB07A1E},
	{"jaune", 0xE0B000},
	{"vert", 0x2E7D32},
	{"vert_fonce", 0x1B4D2B},
	{"vert_clair", 0x7CB342},
	{"olive", 0x6B7A2A},
	{"sapin", 0x1F4D3A},
	{"turquoise", 0x14808A},
	{"bleu", 0x1F5FA8},
	{"bleu_fonce", 0x12355B},
	{"bleu_clair", 0x5B9BD5},
	{"bleu_marine", 0x14274E},
	{"bleu_ciel", 0x7FB5DA},
	{"violet", 0x5E3A87},
	{"prune", 0x5A2A4F},
	{"marron", 0x6B4226},
	{"beige", 0xD9C7A3},
};

static int hex_of(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* #rgb and #rrggbb: in the short form every figure counts twice. */
static bool parse_hex(struct str s, unsigned *rgb)
{
	if ((s.n != 4 && s.n != 7) || s.p[0] != '#')
		return false;
	*rgb = 0;
	for (size_t i = 1; i < s.n; i++) {
		int h = hex_of(s.p[i]);
		if (h < 0)
			return false;
		*rgb = *rgb << 4 | (unsigned)h;
		if (s.n == 4)
			*rgb = *rgb << 4 | (unsigned)h;
	}
	return true;
}

static bool parse_name(struct arena *a, struct str s, unsigned *rgb)
{
	struct str name = utf8_fold_key(a, s);
	for (size_t i = 0; i < sizeof colours / sizeof colours[0]; i++) {
		if (str_is(name, colours[i].name)) {
			*rgb = colours[i].rgb;
			return true;
		}
	}
	return false;
}

bool scalar_colour(struct scalar *s)
{
	unsigned rgb;
	if (!parse_hex(s->v->text, &rgb) && !parse_name(s->arena, s->v->text, &rgb))
		return scalar_refuse(s, MSG_COLOUR_INVALID);
	s->v->as.colour = rgb;
	s->v->text = str_printf(s->arena, "#%06x", rgb);
	return true;
}
