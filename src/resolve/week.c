/*
 * week.c: the week of the sheet for the noticeboard, gathered from the agenda, the
 * rounds and the school, which stand already.
 */
#include "resolve/week.h"

#include "resolve/web_internal.h"

static struct moment midnight(struct date d)
{
	return (struct moment){d, 0};
}

static void find_meetings(struct web *w, struct week *k)
{
	struct moment from = midnight(k->monday),
		      to = midnight(date_of_days(date_days(k->sunday) + 1));
	for (size_t i = 0; i < w->agenda.events.n; i++) {
		const struct event *e = w->agenda.events.v[i];
		for (size_t t = 0; t < e->times.n; t++) {
			struct span s = e->times.v[t];
			if (moment_cmp(s.from, to) < 0 && moment_cmp(s.to, from) > 0)
				*list_add(w->arena, &k->meetings) =
					(struct meeting){e, s};
		}
	}
	meetings_sort(&k->meetings);
}

static void find_pickups(struct web *w, struct week *k)
{
	for (size_t i = 0; i < w->rounds.all.n; i++) {
		const struct round *r = &w->rounds.all.v[i];
		for (size_t t = 0; t < r->days.n; t++)
			if (date_cmp(r->days.v[t].day, k->monday) >= 0 &&
				date_cmp(r->days.v[t].day, k->sunday) <= 0)
				*list_add(w->arena, &k->pickups) =
					(struct pickup){r, &r->days.v[t]};
	}
	pickups_sort(&k->pickups);
}

/* The day on which class begins again counts: it is what the week brings. */
static void find_breaks(struct web *w, struct week *k)
{
	for (size_t i = 0; i < w->school.n; i++) {
		const struct school_break *b = &w->school.v[i];
		if (date_cmp(school_told(b), k->sunday) <= 0 &&
			date_days(b->last) + !b->single >= date_days(k->monday))
			*list_add(w->arena, &k->breaks) = b;
	}
}

void web_make_week(struct web *w)
{
	struct week *k = &w->week;
	struct str address = STR("semaine.html");
	bool any = w->agenda.events.n || w->rounds.all.n || w->school.n;
	if (!any || !web_mairie(w) || map_get(&w->by_address, address))
		return;
	long monday = date_days(web_monday(w->now.day));
	bool turned = date_weekday(w->now.day) >= WEEK_TURNS;
	k->monday = date_of_days(monday + (turned ? 7 : 0));
	k->sunday = date_of_days(date_days(k->monday) + 6);
	web_valid_until(
		w, midnight(date_of_days(date_days(k->monday) + WEEK_TURNS - 1)));
	find_meetings(w, k);
	find_pickups(w, k);
	find_breaks(w, k);
	k->node = web_add_node(
		w, NODE_WEEK, address, STR("La semaine au village"), w->home);
}
