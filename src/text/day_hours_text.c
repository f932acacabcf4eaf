/*
 * day_hours_text.c: hours of a weekday and days of the year in words; and days of the
 * year read. It groups no weekdays: sentences about a week are resolve's.
 */
#include "base/strbuf.h"
#include "text/day_hours.h"
#include "text/scan_internal.h"
#include "text/utf8.h"

static struct str ordinal_text(struct arena *a, int nth)
{
	if (nth == NTH_LAST)
		return STR("dernier");
	return str_printf(a, "%d%s", nth, nth == 1 ? "er" : "e");
}

struct str when_text(struct arena *a, struct when w, int weekday)
{
	if (w.parity)
		return w.parity == PARITY_EVEN ? STR("les semaines paires")
					       : STR("les semaines impaires");
	if (!w.nth)
		return (struct str){0};
	struct strbuf b = strbuf_on(a);
	unsigned left = w.nth;
	for (int nth = 1; nth <= NTH_LAST; nth++) {
		if (!(w.nth & 1u << nth))
			continue;
		left &= ~(1u << nth);
		strbuf_printf(&b, "%sle %.*s",
			!b.n   ? ""
			: left ? ", "
			       : " et ",
			STR_ARG(ordinal_text(a, nth)));
	}
	strbuf_printf(&b, " %.*s du mois", STR_ARG(date_day_name(weekday)));
	return strbuf_str(&b);
}

static bool always(struct when w)
{
	return !w.parity && !w.nth;
}

struct str day_hours_text(struct arena *a, const struct day_hours *h, int weekday)
{
	struct strbuf b = strbuf_on(a);
	if (!h || !h->n)
		return STR("fermé");
	for (size_t i = 0; i < h->n; i++) {
		const struct day_clause *c = &h->clause[i];
		struct str when = when_text(a, c->when, weekday);
		/* With a comma the condition is not taken for the first hours' too. */
		bool apart = i && !always(h->clause[i - 1].when);
		if (i && i + 1 == h->n)
			strbuf_add(&b, apart || !when.n ? STR(" et ") : STR(", et "));
		else if (i)
			strbuf_lit(&b, ", ");
		strbuf_add(&b, hours_text(a, &c->hours));
		if (when.n)
			strbuf_printf(&b, " %.*s", STR_ARG(when));
	}
	return strbuf_str(&b);
}

/* ---- days of the year ---- */

/* The month behind a day: « /04 », « avril », « er avril »; 0: none. */
static unsigned scan_month_behind(struct str *s, unsigned day)
{
	unsigned month = 0;
	if (scan_byte(s, '/'))
		return scan_number(s, 1, 2, &month) ? month : 0;
	scan_blanks(s);
	if (day == 1 && scan_word(s, "er"))
		scan_blanks(s);
	return scan_month(s);
}

static enum date_error scan_year_day(struct str s, struct date *out)
{
	unsigned day = 0;
	if (scan_word(&s, "le"))
		scan_blanks(&s);
	bool dated = scan_number(&s, 1, 2, &day);
	unsigned month = dated ? scan_month_behind(&s, day) : scan_month(&s);
	if (!month || s.n)
		return DATE_NOT_ONE;
	/* Of a leap year, so that the 29th of February is one. */
	struct date probe = {
		2024, (unsigned char)month, dated ? (unsigned char)day : 1};
	if (month > 12 || !date_valid(probe))
		return DATE_IMPOSSIBLE;
	*out = (struct date){0, (unsigned char)month, (unsigned char)day};
	return DATE_OK;
}

enum date_error year_day_parse(struct str s, struct date *out)
{
	struct arena scratch = {0};
	enum date_error e = DATE_NOT_ONE;
	*out = (struct date){0};
	if (s.n <= SCAN_MAX)
		e = scan_year_day(str_trim(utf8_fold(&scratch, s)), out);
	arena_release(&scratch);
	return e;
}

struct str year_day_text(struct arena *a, struct date d)
{
	if (!d.day)
		return date_month_name(d.month);
	return str_printf(a, "%d%s %.*s", d.day, d.day == 1 ? "er" : "",
		STR_ARG(date_month_name(d.month)));
}

bool year_days_hold(struct date from, struct date to, struct date d)
{
	int first = from.month * 100 + (from.day ? from.day : 1);
	int last = to.month * 100 + (to.day ? to.day : 31);
	int day = d.month * 100 + d.day;
	return first <= last ? first <= day && day <= last
			     : day >= first || day <= last;
}
