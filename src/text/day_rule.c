/*
 * day_rule.c: rules of days read, held against a date, and written out. Conditions
 * (weeks, places in a month) are day_hours.c's.
 */
#include "text/day_rule.h"

#include "base/strbuf.h"
#include "text/scan_internal.h"
#include "text/utf8.h"

static void skip_words(struct str *s)
{
	static const char *const words[] = {"tous", "chaque", "le", "les"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		scan_blanks(s);
		scan_word(s, words[i]);
	}
	scan_blanks(s);
}

/* « lundi, mercredi et vendredi »: its bits; 0 when it begins with no day. */
static unsigned scan_days(struct str *s)
{
	unsigned bits = 0;
	for (;;) {
		struct str at = *s;
		if (bits) {
			scan_blanks(&at);
			if (!scan_byte(&at, ',') && !scan_word(&at, "et"))
				return bits;
		}
		skip_words(&at);
		int day = scan_weekdays(&at);
		if (!day)
			return bits;
		bits |= 1u << day;
		*s = at;
	}
}

/* « des semaines paires », « , semaines paires », « (semaines paires) ». */
static bool scan_weeks(struct str *s, struct when *w)
{
	unsigned char weekday = 0;
	scan_blanks(s);
	if (!s->n)
		return true;
	scan_byte(s, ',');
	scan_blanks(s);
	scan_word(s, "des");
	scan_word(s, "de");
	scan_blanks(s);
	return scan_condition(s, w, &weekday) && !w->nth;
}

static bool scan_rule(struct str s, struct day_rule *out)
{
	struct str at = s;
	unsigned char weekday = 0;
	if (scan_condition(&at, &out->when, &weekday) && weekday && out->when.nth) {
		out->weekdays = (unsigned char)(1u << weekday);
		return !at.n;
	}
	out->when = (struct when){0};
	out->weekdays = (unsigned char)scan_days(&s);
	if (!out->weekdays || !scan_weeks(&s, &out->when))
		return false;
	scan_blanks(&s);
	return !s.n;
}

bool day_rule_parse(struct str s, struct day_rule *out)
{
	struct arena scratch = {0};
	struct day_rule r = {0};
	bool ok = false;
	if (s.n <= SCAN_MAX) {
		struct str left = str_trim(utf8_fold(&scratch, s));
		if (str_ends(left, STR(".")))
			left.n--;
		ok = scan_rule(left, &r);
	}
	arena_release(&scratch);
	*out = ok ? r : (struct day_rule){0};
	return ok;
}

/* The first weekday of a folded text. */
static int weekday_in(struct str s)
{
	for (; s.n; s = str_from(s, 1)) {
		int day = scan_weekdays(&s);
		if (day)
			return day;
		while (s.n > 1 && s.p[0] != ' ')
			s = str_from(s, 1);
	}
	return 0;
}

static bool holds(struct str s, struct str part)
{
	while (s.n && !str_starts(s, part))
		s = str_from(s, 1);
	return s.n;
}

int day_rule_one_in_two(struct str s)
{
	static const char *const said[] = {"sur deux", "sur 2", "deux semaines",
		"2 semaines", "quinze jours", "15 jours", "quinzaine"};
	struct arena scratch = {0};
	int day = 0;
	struct str left = s.n <= SCAN_MAX ? utf8_fold(&scratch, s) : (struct str){0};
	for (size_t i = 0; !day && i < sizeof said / sizeof *said; i++)
		if (holds(left, str_of(said[i])))
			day = weekday_in(left);
	arena_release(&scratch);
	return day;
}

bool day_rule_holds(struct day_rule r, struct date d)
{
	/* Behind the last day of the calendar there is none. */
	return d.year && r.weekdays & 1u << date_weekday(d) && when_holds(r.when, d);
}

struct str day_rule_text(struct arena *a, struct day_rule r)
{
	struct strbuf b = strbuf_on(a);
	unsigned left = r.weekdays;
	for (int day = 1; day <= 7; day++) {
		if (!(r.weekdays & 1u << day))
			continue;
		left &= ~(1u << day);
		if (r.when.nth)
			return when_text(a, r.when, day);
		strbuf_printf(&b, "%sle %.*s",
			!b.n   ? ""
			: left ? ", "
			       : " et ",
			STR_ARG(date_day_name(day)));
	}
	if (r.when.parity)
		strbuf_printf(&b, " des semaines %s",
			r.when.parity == PARITY_EVEN ? "paires" : "impaires");
	return strbuf_str(&b);
}
