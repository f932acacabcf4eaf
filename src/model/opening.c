/*
 * opening.c: opening hours from the values that people wrote. It works out no day.
 */
#include "model/opening.h"

static const char *const keys[7] = {
	"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};

static void read_week(const struct value *v, struct opening_week *out)
{
	for (size_t i = 0; i < 7; i++) {
		const struct value *day = value_get(v, keys[i]);
		if (value_given(day) && day->typed && !day->faulty)
			out->day[i] = day->as.day_hours;
	}
}

static struct date day_of(const struct value *v, const char *key, bool year)
{
	const struct value *x = value_get(v, key);
	if (!value_given(x) || x->faulty)
		return (struct date){0};
	return year ? x->as.year_day : x->as.moment.day;
}

/* The first day of the year on which both hold, and both say the hours of its weekday. */
static int meeting_weekday(const struct opening_season *x,
	const struct opening_season *y, struct date *day)
{
	int weekday = 0;
	while (weekday < 7 && !(x->week.day[weekday] && y->week.day[weekday]))
		weekday++;
	if (weekday == 7)
		return 0;
	/* A leap year has every day. */
	for (long i = date_days((struct date){2024, 1, 1});; i++) {
		*day = date_of_days(i);
		if (day->year > 2024)
			return 0;
		if (year_days_hold(x->from, x->to, *day) &&
			year_days_hold(y->from, y->to, *day))
			break;
	}
	day->year = 0;
	return weekday + 1;
}

static void check_season(struct arena *a, const struct opening *o,
	const struct opening_season *s, struct diag *d)
{
	struct date day;
	for (size_t i = 0; i < o->seasons.n; i++) {
		int weekday = meeting_weekday(&o->seasons.v[i], s, &day);
		if (!weekday)
			continue;
		diag_say(d, MSG_SEASONS_OVERLAP, s->loc, year_day_text(a, day),
			date_day_name(weekday));
		diag_also(d, MSG_NOTE_OTHER_SEASON, o->seasons.v[i].loc);
		return;
	}
}

static void read_seasons(
	struct arena *a, const struct value *v, struct diag *d, struct opening *out)
{
	for (size_t i = 0; i < value_count(v); i++) {
		const struct value *x = value_at(v, i);
		struct opening_season s = {.name = value_text(x, "nom"),
			.from = day_of(x, "du", true),
			.to = day_of(x, "au", true),
			.loc = x->loc};
		if (!s.from.month || !s.to.month)
			continue;
		read_week(x, &s.week);
		check_season(a, out, &s, d);
		*list_add(a, &out->seasons) = s;
	}
}

static void read_exceptions(struct arena *a, const struct value *list, bool extra,
	struct diag *d, struct opening *out)
{
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *v = value_at(list, i), *hours;
		struct opening_exception e = {.from = day_of(v, "du", false),
			.to = day_of(v, "au", false),
			.why = value_text(v, "motif"),
			.extra = extra};
		hours = value_get(v, "horaires");
		if (!e.from.year || (extra && !value_given(hours)))
			continue;
		if (!e.to.year)
			e.to = e.from;
		if (date_cmp(e.to, e.from) < 0) {
			diag_say(d, MSG_CLOSURE_REVERSED, value_get(v, "au")->loc,
				date_text_short(a, e.to));
			diag_also(d, MSG_NOTE_OTHER_DATE, value_get(v, "du")->loc);
			continue;
		}
		if (value_given(hours) && !hours->faulty)
			e.hours = hours->as.hours;
		e.open = e.hours.n || e.hours.by_appointment;
		e.weak = e.open && !extra && date_cmp(e.from, e.to) != 0;
		*list_add(a, &out->exceptions) = e;
	}
}

void opening_read(struct arena *a, const struct value *record, struct str departement,
	struct diag *d, struct opening *out)
{
	const struct value *hours = value_get(record, "horaires");
	const struct value *how = value_get(record, "feries");
	*out = (struct opening){.departement = departement,
		.given = value_given(hours),
		.note = value_text(hours, "precision"),
		.on_holidays = value_given(how) && str_is(how->text, "ouverte")};
	read_week(hours, &out->week);
	read_week(value_get(hours, "semaines_paires"), &out->even);
	read_week(value_get(hours, "semaines_impaires"), &out->odd);
	read_seasons(a, value_get(hours, "saisons"), d, out);
	read_exceptions(a, value_get(record, "fermetures"), false, d, out);
	read_exceptions(a, value_get(record, "ouvertures"), true, d, out);
}
