/*
 * meals.c: the meals of cantine.csv in the order of days, and the page that shows those
 * of this week and of the next ones, unless a page that somebody wrote has its place.
 */
#include "resolve/meals.h"

#include <stdlib.h>

#include "resolve/web_internal.h"

const struct course_name course_names[COURSES] = {
	[COURSE_STARTER] = {"entree", "Entrée"},
	[COURSE_MAIN] = {"plat", "Plat"},
	[COURSE_SIDE] = {"garniture", "Garniture"},
	[COURSE_DAIRY] = {"laitage", "Laitage"},
	[COURSE_DESSERT] = {"dessert", "Dessert"},
};

static int by_day(const void *a, const void *b)
{
	const struct meal *x = a, *y = b;
	int c = date_cmp(x->day, y->day);
	return c ? c : (x->loc.line > y->loc.line) - (x->loc.line < y->loc.line);
}

static struct meal meal_of(const struct value *row)
{
	const struct value *day = value_get(row, "date");
	struct meal m = {.day = day->as.moment.day,
		.note = value_text(row, "mention"),
		.loc = day->loc};
	for (size_t i = 0; i < COURSES; i++)
		m.dish[i] = value_text(row, course_names[i].key);
	return m;
}

/* Of two rows of one day, the first in the file stands. */
static void drop_twins(struct meals *m, struct diag *d)
{
	size_t kept = 0;
	for (size_t i = 0; i < m->n; i++) {
		if (kept && date_cmp(m->v[kept - 1].day, m->v[i].day) == 0) {
			diag_say(d, MSG_MEAL_TWICE, m->v[i].loc,
				date_text(d->arena, m->v[i].day));
			diag_also(d, MSG_NOTE_FIRST_HERE, m->v[kept - 1].loc);
			continue;
		}
		m->v[kept++] = m->v[i];
	}
	m->n = kept;
}

struct date web_monday(struct date day)
{
	return date_of_days(date_days(day) - date_weekday(day) + 1);
}

void web_make_meals(struct web *w, struct diag *d)
{
	const struct value *rows = w->site->sheets[SHEET_MEALS];
	struct meals *m = &w->meals;
	for (size_t i = 0; i < value_count(rows); i++)
		*list_add(w->arena, m) = meal_of(value_at(rows, i));
	if (m->n)
		qsort(m->v, m->n, sizeof *m->v, by_day);
	drop_twins(m, d);
	struct date monday = web_monday(w->now.day);
	while (m->next < m->n && date_cmp(m->v[m->next].day, monday) < 0)
		m->next++;
	struct str address = STR("cantine.html");
	if (!m->n || map_get(&w->by_address, address))
		return;
	struct node *n = web_add_node(
		w, NODE_MEALS, address, STR("Les menus de la cantine"), w->home);
	n->summary = STR("Ce que les enfants mangent à l’école, jour par jour.");
	*list_add(w->arena, &n->words) = STR("restaurant scolaire repas menu");
	web_set_source(w, n, STR("cantine.csv"));
	w->meals_page = n;
	/* This week's are shown until its last one is over, whole weeks at a time. */
	if (m->next < m->n) {
		monday = web_monday(m->v[m->next].day);
		web_valid_until(
			w, (struct moment){date_of_days(date_days(monday) + 7), 0});
	}
}
