/*
 * round_days.c: the days of one round of waste collection: its rule held against the
 * calendar, holidays that move a day, exceptions. Pages are rounds.c's.
 */
#include <stdlib.h>

#include "base/diag.h"
#include "model/round.h"
#include "resolve/rounds.h"

#define MOVED_MOST 7 /* days: no holidays stand closer together for longer */

struct counting {
	struct arena *arena;
	const struct value *record;
	enum round_holiday holidays;
	struct str departement;
};

static struct date day_after(struct date d, int days)
{
	return date_of_days(date_days(d) + days);
}

static bool is_holiday(const struct counting *c, struct date d, struct str *name)
{
	return holiday_on(c->departement, d, name);
}

/* A day of the rule, as if there were no holiday. */
static bool is_due(const struct counting *c, struct date d)
{
	const struct value *rule = value_get(c->record, "quand"),
			   *season = value_get(c->record, "periode");
	if (!value_given(rule) || !day_rule_holds(rule->as.days, d))
		return false;
	return !value_given(season) ||
	       year_days_hold(value_get(season, "du")->as.year_day,
		       value_get(season, "au")->as.year_day, d);
}

/* The nearest working day of lorries in that direction. */
static struct date moved(const struct counting *c, struct date d, int step)
{
	struct str name;
	for (int i = 0; i < MOVED_MOST; i++) {
		d = day_after(d, step);
		if (date_weekday(d) != 7 && !is_holiday(c, d, &name))
			break;
	}
	return d;
}

/* The first holiday of d's week up to d. */
static bool week_has_holiday(const struct counting *c, struct date d, struct str *name)
{
	for (int back = date_weekday(d) - 1; back >= 0; back--)
		if (is_holiday(c, day_after(d, -back), name))
			return true;
	return false;
}

/* Where a day of the rule is moved to; false: it does not take place. */
static bool place_day(const struct counting *c, struct date d, struct round_day *out)
{
	struct str why = {0};
	*out = (struct round_day){.day = d};
	bool hit = c->holidays == ROUND_SHIFTED ? week_has_holiday(c, d, &why)
						: is_holiday(c, d, &why);
	if (!hit || c->holidays == ROUND_KEPT)
		return true;
	if (c->holidays == ROUND_DROPPED)
		return false;
	out->instead = d;
	out->why = why;
	out->day = c->holidays == ROUND_SHIFTED
			   ? day_after(d, 1)
			   : moved(c, d, c->holidays == ROUND_BEFORE ? -1 : 1);
	return true;
}

/* Whether an exception names this day, by the rule's date or by the one it moved to. */
static bool is_excepted(const struct value *except, const struct round_day *day)
{
	for (size_t i = 0; i < value_count(except); i++) {
		struct date d = value_at(except, i)->as.moment.day;
		if (date_cmp(d, day->day) == 0 ||
			(day->instead.year && date_cmp(d, day->instead) == 0))
			return true;
	}
	return false;
}

/* Whether the round takes place on a date, exceptions left aside. */
static bool takes_place(const struct counting *c, struct date d)
{
	struct round_day placed;
	if (is_due(c, d))
		return true;
	for (int i = -MOVED_MOST; i <= MOVED_MOST; i++) {
		struct date other = day_after(d, i);
		if (is_due(c, other) && place_day(c, other, &placed) &&
			date_cmp(placed.day, d) == 0)
			return true;
	}
	return false;
}

static void check_exceptions(const struct counting *c, struct diag *d)
{
	const struct value *except = value_get(c->record, "sauf");
	for (size_t i = 0; i < value_count(except); i++) {
		const struct value *v = value_at(except, i);
		if (!takes_place(c, v->as.moment.day))
			diag_say(d, MSG_ROUND_NOT_THAT_DAY, v->loc,
				date_text(d->arena, v->as.moment.day));
	}
}

void round_add(struct arena *a, struct round *r, struct round_day day)
{
	*list_add(a, &r->days) = day;
}

void round_count(struct arena *a, const struct value *record, int holidays,
	struct str departement, struct date from, struct date to, struct diag *d,
	struct round *out)
{
	struct counting c = {a, record, (enum round_holiday)holidays, departement};
	const struct value *except = value_get(record, "sauf"),
			   *more = value_get(record, "aussi");
	long last = date_days(to) + MOVED_MOST;
	for (long i = date_days(from) - MOVED_MOST; i <= last; i++) {
		struct round_day day;
		if (is_due(&c, date_of_days(i)) &&
			place_day(&c, date_of_days(i), &day) &&
			!is_excepted(except, &day) && date_cmp(from, day.day) <= 0 &&
			date_cmp(day.day, to) <= 0)
			round_add(a, out, day);
	}
	for (size_t i = 0; i < value_count(more); i++)
		round_add(a, out,
			(struct round_day){.day = value_at(more, i)->as.moment.day});
	check_exceptions(&c, d);
	round_sort(out);
}

/* What nothing moved stands before what a holiday moved to the same day. */
static int by_day(const void *a, const void *b)
{
	const struct round_day *x = a, *y = b;
	int c = date_cmp(x->day, y->day);
	return c ? c : date_cmp(x->instead, y->instead);
}

void round_sort(struct round *r)
{
	size_t kept = 0;
	if (r->days.n)
		qsort(r->days.v, r->days.n, sizeof *r->days.v, by_day);
	for (size_t i = 0; i < r->days.n; i++)
		if (!kept || date_cmp(r->days.v[kept - 1].day, r->days.v[i].day))
			r->days.v[kept++] = r->days.v[i];
	r->days.n = kept;
}
