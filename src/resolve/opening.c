/*
 * opening.c: whether people are received on a day, worked out from what was written
 * (model/opening.h). It makes no sentence.
 */
#include "resolve/opening.h"

#define SEARCHED_DAYS 60

static const struct day_hours *season_hours(
	const struct opening *o, struct date d, int weekday)
{
	for (size_t i = o->seasons.n; i-- > 0;) {
		const struct opening_season *s = &o->seasons.v[i];
		if (s->week.day[weekday - 1] && year_days_hold(s->from, s->to, d))
			return s->week.day[weekday - 1];
	}
	return NULL;
}

const struct day_hours *opening_usual(const struct opening *o, struct date d)
{
	int weekday = date_weekday(d);
	const struct day_hours *h = season_hours(o, d, weekday);
	const struct opening_week *parity = date_iso_week(d) % 2 ? &o->odd : &o->even;
	if (!h)
		h = parity->day[weekday - 1];
	return h ? h : o->week.day[weekday - 1];
}

/* Clauses of one kind of week, added with that condition as far as there is room. */
static void add_clauses(
	struct day_hours *to, const struct day_hours *from, enum parity parity)
{
	for (size_t i = 0; from && i < from->n && to->n < DAY_CLAUSES; i++) {
		struct day_clause c = from->clause[i];
		if (c.when.parity && c.when.parity != parity)
			continue;
		c.when.parity = (unsigned char)parity;
		to->clause[to->n++] = c;
	}
}

struct day_hours opening_weekday(
	const struct opening *o, struct date shown, int weekday)
{
	const struct day_hours *season = season_hours(o, shown, weekday);
	const struct day_hours *even = o->even.day[weekday - 1],
			       *odd = o->odd.day[weekday - 1],
			       *week = o->week.day[weekday - 1];
	struct day_hours h = {0};
	if (season)
		return *season;
	if (!even && !odd)
		return week ? *week : h;
	even = even ? even : week;
	odd = odd ? odd : week;
	if (!day_hours_closed(even))
		add_clauses(&h, even, PARITY_EVEN);
	if (!day_hours_closed(odd))
		add_clauses(&h, odd, PARITY_ODD);
	return h;
}

/* ---- one day ---- */

static void add_free(struct hours *to, const struct hours *from)
{
	for (size_t i = 0; i < from->n; i++)
		hours_insert(to, from->slot[i].from, from->slot[i].to);
	size_t n = 0;
	for (size_t i = 0; i < to->n; i++) {
		if (n && to->slot[i].from <= to->slot[n - 1].to) {
			if (to->slot[n - 1].to < to->slot[i].to)
				to->slot[n - 1].to = to->slot[i].to;
		} else {
			to->slot[n++] = to->slot[i];
		}
	}
	to->n = (unsigned char)n;
}

void open_day_add(struct open_day *day, const struct hours *h)
{
	if (h->by_appointment)
		day->appointment = true;
	else
		add_free(&day->free, h);
}

struct open_day opening_usual_day(const struct opening *o, struct date d)
{
	struct open_day day = {0};
	const struct day_hours *h = opening_usual(o, d);
	for (size_t i = 0; h && i < h->n; i++) {
		const struct day_clause *c = &h->clause[i];
		if (!when_holds(c->when, d))
			continue;
		if (!c->hours.n && !c->hours.by_appointment)
			return (struct open_day){0};
		open_day_add(&day, &c->hours);
	}
	return day;
}

static bool holds(const struct opening_exception *e, struct date d)
{
	return date_cmp(e->from, d) <= 0 && date_cmp(d, e->to) <= 0;
}

/* The one that wins: openings, then closures and single days, then weak ones. */
static const struct opening_exception *exception_on(
	const struct opening *o, struct date d)
{
	const struct opening_exception *found = NULL;
	for (size_t i = 0; i < o->exceptions.n; i++) {
		const struct opening_exception *e = &o->exceptions.v[i];
		if (!holds(e, d))
			continue;
		if (e->extra)
			return e;
		if (!found || (found->weak && !e->weak))
			found = e;
	}
	return found;
}

struct open_day opening_day(const struct opening *o, struct date d)
{
	const struct opening_exception *e = exception_on(o, d);
	struct open_day day = opening_usual_day(o, d), other = {0};
	struct str holiday;
	if ((!e || e->weak) && !o->on_holidays &&
		holiday_on(o->departement, d, &holiday))
		return (struct open_day){.because = OPEN_HOLIDAY, .why = holiday};
	if (!e || (e->weak && !day.free.n && !day.appointment))
		return day;
	other.because = OPEN_EXCEPTION;
	other.why = e->why;
	if (e->open)
		open_day_add(&other, &e->hours);
	return other;
}

struct open_state opening_state(const struct opening *o, struct moment now)
{
	long today = date_days(now.day);
	for (long i = 0; i < SEARCHED_DAYS; i++) {
		struct date d = date_of_days(today + i);
		struct open_day day = opening_day(o, d);
		for (size_t k = 0; k < day.free.n; k++) {
			short from = day.free.slot[k].from, to = day.free.slot[k].to;
			if (i == 0 && now.minute >= to)
				continue;
			if (i == 0 && now.minute >= from)
				return (struct open_state){true, {d, to}};
			return (struct open_state){false, {d, from}};
		}
	}
	return (struct open_state){0};
}

const struct opening_season *opening_season_on(const struct opening *o, struct date d)
{
	for (size_t i = o->seasons.n; i-- > 0;) {
		const struct opening_season *s = &o->seasons.v[i];
		if (year_days_hold(s->from, s->to, d))
			return s;
	}
	return NULL;
}

struct date opening_season_change(const struct opening *o, struct date today)
{
	/* A season holds for at most a year: some day of the next one is another. */
	for (long i = 1; o->seasons.n && i <= 366; i++) {
		struct date d = date_of_days(date_days(today) + i);
		for (size_t k = 0; k < o->seasons.n; k++) {
			const struct opening_season *s = &o->seasons.v[k];
			if (year_days_hold(s->from, s->to, d) !=
				year_days_hold(s->from, s->to, today))
				return d;
		}
	}
	return (struct date){0};
}
