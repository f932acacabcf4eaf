/*
 * closures.c: days on which the mairie does not keep the week's hours: closures that
 * commune.yaml announces, public holidays. It writes no sentence: render does.
 */
#include <stdlib.h>

#include "resolve/web.h"

/* A public holiday is announced so many days before, as a notice on the door would be.
 */
#define HOLIDAY_NOTICE 30

const struct hours *web_hours(const struct web *w, int weekday)
{
	static const char *const days[] = {"lundi", "mardi", "mercredi", "jeudi",
		"vendredi", "samedi", "dimanche"};
	const struct value *mairie = value_get(w->site->commune.v, "mairie");
	const struct value *day =
		value_get(value_get(mairie, "horaires"), days[weekday - 1]);
	return day && day->typed && !day->faulty ? &day->as.hours : NULL;
}

static struct moment day_after(struct date d)
{
	return (struct moment){date_of_days(date_days(d) + 1), 0};
}

static void add_given(struct web *w, const struct value *given, struct diag *d)
{
	const struct value *from = value_get(given, "du"), *to = value_get(given, "au");
	const struct value *hours = value_get(given, "horaires");
	if (!value_given(from) || from->faulty)
		return;
	struct closure c = {
		.from = from->as.moment.day, .why = value_text(given, "motif")};
	c.to = value_given(to) ? to->as.moment.day : c.from;
	if (date_cmp(c.to, c.from) < 0) {
		diag_say(d, MSG_CLOSURE_REVERSED, to->loc,
			date_text_short(w->arena, c.to));
		diag_also(d, MSG_NOTE_OTHER_DATE, from->loc);
		return;
	}
	if (date_cmp(c.to, w->now.day) < 0)
		return;
	if (value_given(hours)) {
		c.hours = hours->as.hours;
		c.open = c.hours.n || c.hours.by_appointment;
	}
	web_valid_until(w, day_after(c.to));
	*list_add(w->arena, &w->closures) = c;
}

/* A day on which nobody would have come, or that a closure names already. */
static bool is_closed_anyway(const struct web *w, struct date day)
{
	const struct hours *h = web_hours(w, date_weekday(day));
	if (!h || (!h->n && !h->by_appointment))
		return true;
	for (size_t i = 0; i < w->closures.n; i++) {
		const struct closure *c = &w->closures.v[i];
		if (!c->open && !c->holiday && date_cmp(c->from, day) <= 0 &&
			date_cmp(day, c->to) <= 0)
			return true;
	}
	return false;
}

static void add_holiday(struct web *w, const struct holiday *h)
{
	size_t n = w->holidays.n;
	if (n && date_cmp(w->holidays.v[n - 1], h->day) == 0)
		return;
	*list_add(w->arena, &w->holidays) = h->day;
	long away = date_days(h->day) - date_days(w->now.day);
	if (away < 0 || is_closed_anyway(w, h->day))
		return;
	if (away > HOLIDAY_NOTICE) {
		web_valid_until(w,
			(struct moment){
				date_of_days(date_days(h->day) - HOLIDAY_NOTICE), 0});
		return;
	}
	web_valid_until(w, day_after(h->day));
	*list_add(w->arena, &w->closures) = (struct closure){
		.from = h->day, .to = h->day, .why = h->name, .holiday = true};
}

static void add_holidays(struct web *w, const struct value *mairie)
{
	const struct value *how = value_get(mairie, "feries");
	if ((value_given(how) && str_is(how->text, "ouverte")) ||
		!value_given(value_get(mairie, "horaires")))
		return;
	for (int year = w->now.day.year; year <= w->now.day.year + 1; year++) {
		struct holiday list[HOLIDAYS_MAX];
		size_t n =
			holidays_of_year(w->site->commune.code_departement, year, list);
		for (size_t i = 0; i < n; i++)
			add_holiday(w, &list[i]);
	}
	web_valid_until(w, (struct moment){{(short)(w->now.day.year + 1), 1, 1}, 0});
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
	return c ? c : str_cmp(x->why, y->why);
}

void web_make_closures(struct web *w, struct diag *d)
{
	const struct value *mairie = value_get(w->site->commune.v, "mairie");
	const struct value *given = value_get(mairie, "fermetures");
	for (size_t i = 0; i < value_count(given); i++)
		add_given(w, value_at(given, i), d);
	add_holidays(w, mairie);
	if (w->closures.n)
		qsort(w->closures.v, w->closures.n, sizeof *w->closures.v, by_day);
}
