/*
 * opening_text.c: opening hours in sentences, days with equal hours together. Nothing
 * here depends on the day of reading.
 */
#include "base/strbuf.h"
#include "resolve/opening.h"

/* ---- periods ---- */

static struct str with_de(struct arena *a, struct str month)
{
	bool vowel = str_starts(month, STR("a")) || str_starts(month, STR("o"));
	return str_printf(a, "%s%.*s", vowel ? "d’" : "de ", STR_ARG(month));
}

/* A month alone beside a dated day is its first day, or its last. */
static struct date dated(struct date d, bool end)
{
	static const unsigned char lengths[] = {
		31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (!d.day)
		d.day = end ? lengths[d.month - 1] : 1;
	return d;
}

struct str opening_period_text(struct arena *a, const struct opening_season *s)
{
	struct str from = date_month_name(s->from.month);
	if (!s->from.day && !s->to.day) {
		if (s->from.month == s->to.month)
			return str_printf(a, "en %.*s", STR_ARG(from));
		return str_printf(a, "%.*s à %.*s", STR_ARG(with_de(a, from)),
			STR_ARG(date_month_name(s->to.month)));
	}
	return str_printf(a, "du %.*s au %.*s",
		STR_ARG(year_day_text(a, dated(s->from, false))),
		STR_ARG(year_day_text(a, dated(s->to, true))));
}

/* ---- a week ---- */

/* « le 1er samedi du mois » names its weekday: it is said of no other. */
static bool names_weekday(const struct day_hours *h)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->clause[i].when.nth)
			return true;
	return false;
}

/* « lundi, mardi et vendredi », « du lundi au vendredi »; bit 1 is Monday. */
static struct str weekdays_text(struct arena *a, unsigned days)
{
	struct strbuf b = strbuf_on(a);
	int first = 0, last = 0, count = 0, said = 0;
	for (int day = 1; day <= 7; day++) {
		if (!(days & 1u << day))
			continue;
		first = first ? first : day;
		last = day;
		count++;
	}
	if (count > 2 && last - first + 1 == count)
		return str_printf(a, "du %.*s au %.*s", STR_ARG(date_day_name(first)),
			STR_ARG(date_day_name(last)));
	for (int day = 1; day <= 7; day++) {
		if (!(days & 1u << day))
			continue;
		if (said)
			strbuf_add(&b, said + 1 == count ? STR(" et ") : STR(", "));
		strbuf_add(&b, date_day_name(day));
		said++;
	}
	return strbuf_str(&b);
}

static struct str group_text(
	struct arena *a, unsigned days, const struct day_hours *h, int weekday)
{
	if (h->n == 1 && h->clause[0].when.nth)
		return str_printf(a, "%.*s %.*s",
			STR_ARG(when_text(a, h->clause[0].when, weekday)),
			STR_ARG(hours_text(a, &h->clause[0].hours)));
	return str_printf(a, "%.*s %.*s", STR_ARG(weekdays_text(a, days)),
		STR_ARG(day_hours_text(a, h, weekday)));
}

/* Days with equal hours, in the order of the first of them; empty: all closed. */
static struct str week_text(struct arena *a, const struct day_hours week[7])
{
	struct str_list groups = {0};
	bool commas = false;
	unsigned said = 0;
	for (int day = 1; day <= 7; day++) {
		const struct day_hours *h = &week[day - 1];
		unsigned days = 1u << day;
		if ((said & days) || day_hours_closed(h))
			continue;
		for (int k = day + 1; k <= 7 && !names_weekday(h); k++)
			if (day_hours_same(h, &week[k - 1]))
				days |= 1u << k;
		said |= days;
		struct str text = group_text(a, days, h, day);
		commas = commas || str_find(text, STR(", ")) < text.n;
		*list_add(a, &groups) = text;
	}
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < groups.n; i++) {
		if (i)
			strbuf_add(&b, commas ? STR(" ; ") : STR(", "));
		strbuf_add(&b, groups.v[i]);
	}
	return strbuf_str(&b);
}

/* The week with one of its seasons, or with none. */
static struct str week_with(
	struct arena *a, const struct opening *o, const struct opening_season *season)
{
	struct day_hours week[7];
	struct opening one = *o;
	struct opening_season copy = season ? *season : (struct opening_season){0};
	one.seasons.v = &copy;
	one.seasons.n = season ? 1 : 0;
	struct date shown = {2024, 1, 1};
	if (season)
		shown = (struct date){2024, season->from.month,
			season->from.day ? season->from.day : 1};
	for (int day = 1; day <= 7; day++)
		week[day - 1] = opening_weekday(&one, shown, day);
	return week_text(a, week);
}

static struct str season_text(
	struct arena *a, const struct opening *o, const struct opening_season *s)
{
	struct str period = opening_period_text(a, s), week = week_with(a, o, s);
	struct str first = str_printf(
		a, "%c%.*s", period.p[0] - 'a' + 'A', STR_ARG(str_from(period, 1)));
	if (s->name.n)
		first = str_printf(a, "%.*s, %.*s", STR_ARG(s->name), STR_ARG(period));
	if (!week.n)
		return str_printf(a, "%.*s : fermé.", STR_ARG(first));
	return str_printf(a, "%.*s : ouvert %.*s.", STR_ARG(first), STR_ARG(week));
}

void opening_sentences(struct arena *a, const struct opening *o, struct str_list *out)
{
	if (!o->given)
		return;
	struct str week = week_with(a, o, NULL);
	if (week.n)
		*list_add(a, out) = str_printf(a, "Ouvert %.*s.", STR_ARG(week));
	else if (!o->seasons.n)
		*list_add(a, out) = STR("Fermé.");
	for (size_t i = 0; i < o->seasons.n; i++)
		*list_add(a, out) = season_text(a, o, &o->seasons.v[i]);
	if (!o->on_holidays && (week.n || o->seasons.n))
		*list_add(a, out) = STR("Fermé les jours fériés.");
}

void opening_other_sentences(struct arena *a, const struct opening *o,
	struct date shown, struct str_list *out)
{
	const struct opening_season *now = opening_season_on(o, shown);
	struct str week = now ? week_with(a, o, NULL) : (struct str){0};
	for (size_t i = 0; i < o->seasons.n; i++)
		if (&o->seasons.v[i] != now)
			*list_add(a, out) = season_text(a, o, &o->seasons.v[i]);
	if (week.n)
		*list_add(a, out) = str_printf(
			a, "Le reste de l’année : ouvert %.*s.", STR_ARG(week));
}
