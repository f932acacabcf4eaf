/*
 * rounds.c: all rounds of waste collection, what the home page announces of them, and
 * their page, unless a page that somebody wrote has its place. The days of one round
 * are round_days.c's.
 */
#include "resolve/rounds.h"

#include <stdlib.h>

#include "model/round.h"
#include "resolve/web_internal.h"
#include "text/utf8.h"

static bool same_words(struct web *w, struct str a, struct str b)
{
	return str_eq(utf8_slug(w->arena, a), utf8_slug(w->arena, b));
}

static struct round *round_named(struct web *w, struct str name, struct str sector)
{
	for (size_t i = 0; i < w->rounds.all.n; i++) {
		struct round *r = &w->rounds.all.v[i];
		if (same_words(w, r->name, name) && same_words(w, r->sector, sector))
			return r;
	}
	return NULL;
}

/* This year and the next: what is published changes with the year alone. */
static struct date first_day(const struct web *w)
{
	return (struct date){w->now.day.year, 1, 1};
}

static struct date last_day(const struct web *w)
{
	return (struct date){(short)(w->now.day.year + 1), 12, 31};
}

static void add_written(
	struct web *w, const struct value *record, int holidays, struct diag *d)
{
	struct str name = value_text(record, "nom"),
		   sector = value_text(record, "secteur");
	const struct value *rule = value_get(record, "quand"),
			   *own = value_get(record, "feries");
	const struct round *twin = round_named(w, name, sector);
	if (twin) {
		diag_say(d, MSG_ROUND_TWICE, record->loc, name);
		diag_also(d, MSG_NOTE_FIRST_HERE, twin->loc);
		return;
	}
	struct round *r = list_add(w->arena, &w->rounds.all);
	*r = (struct round){.name = name,
		.sector = sector,
		.note = value_text(record, "precision"),
		.loc = record->loc};
	if (value_given(rule))
		r->rhythm = day_rule_text(w->arena, rule->as.days);
	round_count(w->arena, record, value_given(own) ? own->as.choice : holidays,
		w->site->commune.code_departement, first_day(w), last_day(w), d, r);
}

static void add_from_table(struct web *w, const struct value *row)
{
	struct str name = value_text(row, "collecte"),
		   sector = value_text(row, "secteur");
	struct round *r = round_named(w, name, sector);
	if (!r) {
		r = list_add(w->arena, &w->rounds.all);
		*r = (struct round){.name = name, .sector = sector, .loc = row->loc};
	}
	round_add(w->arena, r,
		(struct round_day){.day = value_get(row, "date")->as.moment.day});
}

/* Those without any day are said, and are none. */
static void drop_empty(struct web *w, struct diag *d)
{
	struct rounds *x = &w->rounds;
	size_t kept = 0;
	for (size_t i = 0; i < x->all.n; i++) {
		if (x->all.v[i].days.n)
			x->all.v[kept++] = x->all.v[i];
		else
			diag_say(d, MSG_ROUND_WITHOUT_DAY, x->all.v[i].loc);
	}
	x->all.n = kept;
}

static void find_sectors(struct web *w)
{
	struct str_list *l = &w->rounds.sectors;
	for (size_t i = 0; i < w->rounds.all.n; i++) {
		struct str own = w->rounds.all.v[i].sector;
		size_t k = 0;
		while (k < l->n && !same_words(w, l->v[k], own))
			k++;
		if (own.n && k == l->n)
			*list_add(w->arena, l) = own;
	}
}

/* ---- time ---- */

static struct moment midnight(struct date d, int days_later)
{
	return (struct moment){date_of_days(date_days(d) + days_later), 0};
}

static int soonest_first(const void *a, const void *b)
{
	const struct pickup *x = a, *y = b;
	int c = date_cmp(x->day->day, y->day->day);
	return c ? c : (x->round > y->round) - (x->round < y->round);
}

void pickups_sort(struct pickup_list *l)
{
	if (l->n > 1)
		qsort(l->v, l->n, sizeof *l->v, soonest_first);
}

/* What is past goes the next day; what comes nearer is announced a week before. */
static void announce(struct web *w)
{
	struct pickup_list *home = &w->rounds.home;
	long end = date_days(w->now.day) + ROUNDS_WEEK;
	for (size_t i = 0; i < w->rounds.all.n; i++) {
		struct round *r = &w->rounds.all.v[i];
		while (r->next < r->days.n &&
			date_cmp(r->days.v[r->next].day, w->now.day) < 0)
			r->next++;
		if (r->next < r->days.n)
			web_valid_until(w, midnight(r->days.v[r->next].day, 1));
		size_t k = r->next;
		for (; k < r->days.n && date_days(r->days.v[k].day) < end; k++)
			*list_add(w->arena, home) = (struct pickup){r, &r->days.v[k]};
		if (k < r->days.n)
			web_valid_until(w, midnight(r->days.v[k].day, 1 - ROUNDS_WEEK));
	}
	pickups_sort(home);
	web_valid_until(w, (struct moment){{last_day(w).year, 1, 1}, 0});
}

static void add_page(struct web *w, const struct value *sheet)
{
	struct str address = STR("collectes.html"), title = value_text(sheet, "titre");
	if (map_get(&w->by_address, address))
		return;
	struct node *n = web_add_node(w, NODE_ROUNDS, address,
		title.n ? title : STR("Collecte des déchets"), w->home);
	n->summary = STR("Les jours où l’on sort les bacs, et ceux que déplacent les "
			 "jours fériés.");
	*list_add(w->arena, &n->words) = STR("poubelles bacs tri ordures recyclage");
	for (size_t i = 0; i < w->rounds.all.n; i++)
		*list_add(w->arena, &n->words) = w->rounds.all.v[i].name;
	web_set_source(w, n,
		value_given(sheet) ? STR("collectes.yaml") : STR("collectes.csv"));
	w->rounds_page = n;
}

void web_make_rounds(struct web *w, struct diag *d)
{
	const struct value *sheet = w->site->sheets[SHEET_ROUNDS],
			   *rows = w->site->sheets[SHEET_ROUND_DAYS],
			   *list = value_get(sheet, "tournees"),
			   *holidays = value_get(sheet, "feries");
	for (size_t i = 0; i < value_count(list); i++)
		add_written(w, value_at(list, i),
			value_given(holidays) ? holidays->as.choice : ROUND_KEPT, d);
	for (size_t i = 0; i < value_count(rows); i++)
		add_from_table(w, value_at(rows, i));
	drop_empty(w, d);
	if (!w->rounds.all.n)
		return;
	for (size_t i = 0; i < w->rounds.all.n; i++)
		round_sort(&w->rounds.all.v[i]);
	find_sectors(w);
	announce(w);
	add_page(w, sheet);
}
