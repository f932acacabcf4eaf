/*
 * date_text.c: dates and moments written out. A day that does not exist, {0} among
 * them, is written as the empty text, so that an absent date shows nothing.
 */
#include "text/date.h"

#include "text/hours.h"

static const struct str months[12] = {STR_INIT("janvier"), STR_INIT("février"),
	STR_INIT("mars"), STR_INIT("avril"), STR_INIT("mai"), STR_INIT("juin"),
	STR_INIT("juillet"), STR_INIT("août"), STR_INIT("septembre"),
	STR_INIT("octobre"), STR_INIT("novembre"), STR_INIT("décembre")};

static const struct str months_short[12] = {STR_INIT("janv."), STR_INIT("févr."),
	STR_INIT("mars"), STR_INIT("avr."), STR_INIT("mai"), STR_INIT("juin"),
	STR_INIT("juil."), STR_INIT("août"), STR_INIT("sept."), STR_INIT("oct."),
	STR_INIT("nov."), STR_INIT("déc.")};

static const struct str days[7] = {STR_INIT("lundi"), STR_INIT("mardi"),
	STR_INIT("mercredi"), STR_INIT("jeudi"), STR_INIT("vendredi"),
	STR_INIT("samedi"), STR_INIT("dimanche")};

static struct str row(const struct str *list, int n, int i)
{
	return i >= 1 && i <= n ? list[i - 1] : (struct str){0};
}

struct str date_month_name(int month)
{
	return row(months, 12, month);
}

struct str date_month_short(int month)
{
	return row(months_short, 12, month);
}

struct str date_day_name(int weekday)
{
	return row(days, 7, weekday);
}

struct str date_iso(struct arena *a, struct date d)
{
	if (!date_valid(d))
		return (struct str){0};
	return str_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

struct str date_text_short(struct arena *a, struct date d)
{
	if (!date_valid(d))
		return (struct str){0};
	return str_printf(a, "%d%s %.*s %d", d.day, d.day == 1 ? "er" : "",
		STR_ARG(date_month_name(d.month)), d.year);
}

struct str date_text(struct arena *a, struct date d)
{
	if (!date_valid(d))
		return (struct str){0};
	return str_concat(
		a, date_day_name(date_weekday(d)), STR(" "), date_text_short(a, d));
}

struct str date_range_text(struct arena *a, struct date from, struct date to)
{
	struct str first = date_text_short(a, from), last = date_text_short(a, to);
	if (date_cmp(from, to) == 0)
		return str_printf(a, "du %.*s", STR_ARG(first));
	if (from.year == to.year) /* the year once, at the end */
		first = str_sub(first, 0, str_rindex(first, ' '));
	if (from.year == to.year && from.month == to.month)
		first = str_sub(first, 0, str_rindex(first, ' '));
	return str_printf(a, "du %.*s au %.*s", STR_ARG(first), STR_ARG(last));
}

struct str moment_text(struct arena *a, struct moment m)
{
	struct str day = date_text(a, m.day);
	if (m.minute < 0 || day.n == 0)
		return day;
	return str_printf(
		a, "%.*s à %.*s", STR_ARG(day), STR_ARG(clock_text(a, m.minute)));
}
