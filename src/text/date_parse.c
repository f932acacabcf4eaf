/*
 * date_parse.c: dates and moments as people write them. A text is folded first, so the
 * grammar sees plain letters and single spaces:
 *
 *	moment  = date [ [","] [ "a" | "t" ] clock ]
 *	date    = year "-" month "-" day
 *	        | ["le"] [weekday [","]] day sep month sep year
 *	        | ["le"] [weekday [","]] day month-name year
 *	sep     = one of / . -, twice the same
 *	day     = 1 or 2 figures, or "1er"
 */
#include "text/date.h"

#include "text/scan_internal.h"
#include "text/utf8.h"

static enum date_error date_made(unsigned y, unsigned m, unsigned d, struct date *out)
{
	struct date made = {(short)y, (unsigned char)m, (unsigned char)d};
	if (!date_valid(made))
		return DATE_IMPOSSIBLE;
	*out = made;
	return DATE_OK;
}

static enum date_error scan_iso(struct str *s, struct date *out)
{
	struct str at = *s;
	unsigned y, m, d;
	if (!scan_number(&at, 4, 4, &y) || !scan_byte(&at, '-') ||
		!scan_number(&at, 1, 2, &m) || !scan_byte(&at, '-') ||
		!scan_number(&at, 1, 2, &d))
		return DATE_NOT_ONE;
	*s = at;
	return date_made(y, m, d, out);
}

static enum date_error scan_figures(struct str *s, struct date *out)
{
	struct str at = *s;
	unsigned y, m, d;
	if (!scan_number(&at, 1, 2, &d) || at.n == 0)
		return DATE_NOT_ONE;
	char sep = at.p[0];
	if (!scan_any(&at, "/.-") || !scan_number(&at, 1, 2, &m) ||
		!scan_byte(&at, sep) || !scan_number(&at, 4, 4, &y))
		return DATE_NOT_ONE;
	*s = at;
	return date_made(y, m, d, out);
}

unsigned scan_month(struct str *s)
{
	static const struct {
		char name[10];
		unsigned char month;
	} names[] = {
		{"janvier", 1},
		{"janv", 1},
		{"fevrier", 2},
		{"fevr", 2},
		{"fev", 2},
		{"mars", 3},
		{"avril", 4},
		{"avr", 4},
		{"mai", 5},
		{"juin", 6},
		{"juillet", 7},
		{"juil", 7},
		{"aout", 8},
		{"septembre", 9},
		{"sept", 9},
		{"octobre", 10},
		{"oct", 10},
		{"novembre", 11},
		{"nov", 11},
		{"decembre", 12},
		{"dec", 12},
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!scan_word(s, names[i].name))
			continue;
		scan_byte(s, '.');
		return names[i].month;
	}
	return 0;
}

int scan_weekday(struct str *s)
{
	static const char names[7][9] = {"lundi", "mardi", "mercredi", "jeudi",
		"vendredi", "samedi", "dimanche"};
	for (int i = 0; i < 7; i++)
		if (scan_word(s, names[i]))
			return i + 1;
	return 0;
}

static enum date_error scan_words(struct str *s, struct date *out)
{
	struct str at = *s;
	unsigned y, m, d;
	if (!scan_number(&at, 1, 2, &d))
		return DATE_NOT_ONE;
	scan_blanks(&at);
	if (d == 1 && scan_word(&at, "er"))
		scan_blanks(&at);
	m = scan_month(&at);
	scan_blanks(&at);
	if (!m || !scan_number(&at, 4, 4, &y))
		return DATE_NOT_ONE;
	*s = at;
	return date_made(y, m, d, out);
}

static enum date_error scan_date(struct str *s, struct date *out)
{
	enum date_error e = scan_iso(s, out);
	if (e != DATE_NOT_ONE)
		return e;
	if (scan_word(s, "le"))
		scan_blanks(s);
	int weekday = scan_weekday(s);
	if (weekday) {
		scan_byte(s, ',');
		scan_blanks(s);
	}
	e = scan_figures(s, out);
	if (e == DATE_NOT_ONE)
		e = scan_words(s, out);
	if (e == DATE_OK && weekday && weekday != date_weekday(*out))
		return DATE_WEEKDAY;
	return e;
}

/* Seconds are read, for programs write them, and forgotten. */
static bool scan_seconds(struct str *s)
{
	unsigned seconds;
	return !scan_byte(s, ':') || (scan_number(s, 2, 2, &seconds) && seconds < 60);
}

/* What stands between a date and its hour; nothing at all is not enough. */
static bool scan_between(struct str *s)
{
	size_t before = s->n;
	scan_byte(s, ',');
	scan_blanks(s);
	if (before == s->n)
		return scan_byte(s, 't');
	if (scan_word(s, "a"))
		scan_blanks(s);
	return true;
}

static enum date_error scan_moment(struct str *s, struct moment *out)
{
	int minute = -1;
	enum date_error e = scan_date(s, &out->day);
	out->minute = -1;
	if (e == DATE_NOT_ONE || s->n == 0)
		return e;
	if (!scan_between(s) || !scan_clock(s, false, &minute) || !scan_seconds(s))
		return DATE_NOT_ONE;
	if (minute >= 24 * 60)
		return DATE_NOT_ONE;
	out->minute = (short)minute;
	return e;
}

static enum date_error parse(struct str s, bool hours, struct moment *out)
{
	struct arena scratch = {0};
	struct moment m = {.minute = -1};
	enum date_error e = DATE_NOT_ONE;
	if (s.n <= SCAN_MAX) {
		struct str folded = str_trim(utf8_fold(&scratch, s));
		e = hours ? scan_moment(&folded, &m) : scan_date(&folded, &m.day);
		if (folded.n)
			e = DATE_NOT_ONE;
	}
	arena_release(&scratch);
	bool known = e == DATE_OK || e == DATE_WEEKDAY;
	*out = known ? m : (struct moment){.minute = -1};
	return e;
}

enum date_error date_parse(struct str s, struct date *out)
{
	struct moment m;
	enum date_error e = parse(s, false, &m);
	*out = m.day;
	return e;
}

enum date_error moment_parse(struct str s, struct moment *out)
{
	return parse(s, true, out);
}
