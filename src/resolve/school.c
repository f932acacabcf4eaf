/*
 * school.c: the rows of ecole.csv as stretches of days in their order, what the home page
 * announces of them, and their page, unless a page that somebody wrote has its place.
 */
#include "resolve/school.h"

#include <stdlib.h>

#include "resolve/web_internal.h"
#include "text/utf8.h"

static struct date day_after(struct date d, int days)
{
	return date_of_days(date_days(d) + days);
}

/* From when to when; false, said. */
static bool read_days(const struct value *row, struct school_break *b, struct diag *d)
{
	const struct value *day = value_get(row, "jour"),
			   *end = value_get(row, "fin_des_cours"),
			   *back = value_get(row, "reprise");
	bool ends = value_given(end), begins = value_given(back);
	b->single = value_given(day);
	if (b->single ? ends || begins : !ends || !begins)
		return diag_say(d, MSG_SCHOOL_DATES, b->loc, b->name);
	if (b->single) {
		b->first = b->last = day->as.moment.day;
		return true;
	}
	b->first = day_after(end->as.moment.day, 1);
	b->last = day_after(back->as.moment.day, -1);
	if (date_cmp(b->last, b->first) < 0)
		return diag_say(d, MSG_SCHOOL_BACK_TOO_SOON, back->loc,
			date_text(d->arena, back->as.moment.day),
			date_text(d->arena, end->as.moment.day));
	return true;
}

/* « non » and « oui » say all; anything else is where and when. */
static bool is_refusal(struct str word)
{
	static const char *const words[] = {"non", "aucun", "aucune", "aucun-accueil",
		"pas-d-accueil", "sans-accueil", "neant"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(word, words[i]))
			return true;
	return false;
}

static void read_care(struct arena *a, struct str written, struct school_break *b)
{
	struct str word = utf8_slug(a, written);
	if (!written.n)
		return;
	b->care = is_refusal(word) ? CARE_NONE : CARE_GIVEN;
	if (b->care == CARE_GIVEN && !str_is(word, "oui"))
		b->where = written;
}

static int by_first(const void *a, const void *b)
{
	const struct school_break *x = a, *y = b;
	int c = date_cmp(x->first, y->first);
	return c ? c : (x->loc.line > y->loc.line) - (x->loc.line < y->loc.line);
}

static void read_rows(struct web *w, struct diag *d)
{
	const struct value *rows = w->site->sheets[SHEET_SCHOOL];
	for (size_t i = 0; i < value_count(rows); i++) {
		const struct value *row = value_at(rows, i);
		struct school_break b = {
			.name = value_text(row, "quoi"), .loc = row->loc};
		read_care(w->arena, value_text(row, "accueil"), &b);
		if (read_days(row, &b, d))
			*list_add(w->arena, &w->school) = b;
	}
	if (w->school.n)
		qsort(w->school.v, w->school.n, sizeof *w->school.v, by_first);
}

/* What is over goes the next day; what comes nearer is announced a week before. */
static void announce(struct web *w)
{
	struct school *s = &w->school;
	for (size_t i = 0; i < s->n; i++) {
		const struct school_break *b = &s->v[i];
		struct date from = day_after(school_told(b), 1 - SCHOOL_WEEK);
		if (date_cmp(b->last, w->now.day) < 0)
			continue;
		*list_add(w->arena, &s->coming) = b;
		if (date_cmp(from, w->now.day) <= 0)
			*list_add(w->arena, &s->home) = b;
		web_valid_until(w, (struct moment){from, 0});
		web_valid_until(w, (struct moment){day_after(b->last, 1), 0});
	}
}

void web_make_school(struct web *w, struct diag *d)
{
	struct str address = STR("calendrier-scolaire.html");
	read_rows(w, d);
	announce(w);
	if (!w->school.n || map_get(&w->by_address, address))
		return;
	struct node *n = web_add_node(
		w, NODE_SCHOOL, address, STR("Le calendrier de l’école"), w->home);
	n->summary = STR("Les vacances, et les jours où il n’y a pas école.");
	*list_add(w->arena, &n->words) =
		STR("vacances scolaires rentrée congés pont grève");
	for (size_t i = 0; i < w->school.coming.n; i++)
		*list_add(w->arena, &n->words) = w->school.coming.v[i]->name;
	web_set_source(w, n, STR("ecole.csv"));
	w->school_page = n;
}
