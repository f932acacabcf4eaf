/*
 * closures.c: what a door would announce: exceptions that are written, public holidays
 * soon to come; and until when that stands. It writes no sentence: render does.
 */
#include <stdlib.h>

#include "resolve/opening.h"

/* A public holiday is announced so many days before, as a notice on the door would be.
 */
#define HOLIDAY_NOTICE 30

static void lower(struct moment *until, struct moment now, struct date day)
{
	struct moment m = {day, 0};
	if (moment_cmp(m, now) > 0 && (!until->day.year || moment_cmp(m, *until) < 0))
		*until = m;
}

static struct date day_after(struct date d)
{
	return date_of_days(date_days(d) + 1);
}

/* A day on which nobody would have come, or that an exception says already. */
static bool is_said(const struct opening *o, struct date day)
{
	struct open_day usual = opening_usual_day(o, day);
	return opening_day(o, day).because != OPEN_HOLIDAY ||
	       (!usual.free.n && !usual.appointment);
}

static void add_holiday(struct arena *a, const struct holiday *h, struct moment now,
	struct closures *out, struct moment *until)
{
	long away = date_days(h->day) - date_days(now.day);
	if (away > HOLIDAY_NOTICE) {
		lower(until, now, date_of_days(date_days(h->day) - HOLIDAY_NOTICE));
		return;
	}
	lower(until, now, day_after(h->day));
	*list_add(a, out) = (struct closure){
		.from = h->day, .to = h->day, .why = h->name, .holiday = true};
}

static void add_holidays(struct arena *a, const struct opening *o, struct moment now,
	struct closures *out, struct moment *until)
{
	if (o->on_holidays || !o->given)
		return;
	for (int year = now.day.year; year <= now.day.year + 1; year++) {
		struct holiday list[HOLIDAYS_MAX];
		size_t n = holidays_of_year(o->departement, year, list);
		for (size_t i = 0; i < n; i++) {
			bool twice = i && date_cmp(list[i - 1].day, list[i].day) == 0;
			if (!twice && date_cmp(list[i].day, now.day) >= 0 &&
				!is_said(o, list[i].day))
				add_holiday(a, &list[i], now, out, until);
		}
	}
	/* The script is told the holidays of this year and the next. */
	lower(until, now, (struct date){(short)(now.day.year + 1), 1, 1});
}

static int by_day(const void *a, const void *b)
{
	const struct closure *x = a, *y = b;
	int c = date_cmp(x->from, y->from);
	if (!c)
		c = date_cmp(x->to, y->to);
	/* qsort is not stable, and the same on no two machines. */
	if (!c)
		c = (int)x->holiday - (int)y->holiday;
	if (!c)
		c = (int)x->extra - (int)y->extra;
	return c ? c : str_cmp(x->why, y->why);
}

void opening_announced(struct arena *a, const struct opening *o, struct date today,
	struct closures *out, struct moment *until)
{
	struct moment now = {today, 0};
	*until = (struct moment){0};
	for (size_t i = 0; i < o->exceptions.n; i++) {
		const struct opening_exception *e = &o->exceptions.v[i];
		if (date_cmp(e->to, today) < 0)
			continue;
		lower(until, now, day_after(e->to));
		*list_add(a, out) = (struct closure){.from = e->from,
			.to = e->to,
			.why = e->why,
			.hours = e->hours,
			.open = e->open,
			.extra = e->extra};
	}
	add_holidays(a, o, now, out, until);
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_day);
}

void opening_holidays(
	struct arena *a, const struct opening *o, int year, struct day_list *out)
{
	if (o->on_holidays || !o->given)
		return;
	for (int y = year; y <= year + 1; y++) {
		struct holiday list[HOLIDAYS_MAX];
		size_t n = holidays_of_year(o->departement, y, list);
		for (size_t i = 0; i < n; i++)
			if (!out->n || date_cmp(out->v[out->n - 1], list[i].day) != 0)
				*list_add(a, out) = list[i].day;
	}
}
