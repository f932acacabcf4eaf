/*
 * school.c: days without school that cannot all be right: two at once, a calendar that is
 * over, a menu of the canteen on one of them. Dates of one row are resolve's business.
 */
#include "check/check_internal.h"

static void check_overlaps(const struct at *at)
{
	const struct school *s = &at->web->school;
	for (size_t i = 1; i < s->n; i++) {
		const struct school_break *late = &s->v[i];
		for (size_t k = 0; k < i; k++) {
			if (!school_is_out(&s->v[k], late->first))
				continue;
			diag_say(at->diag, MSG_SCHOOL_OVERLAP, late->loc, late->name,
				s->v[k].name);
			diag_also(at->diag, MSG_NOTE_OTHER_DATE, s->v[k].loc);
			break;
		}
	}
}

/*
 * News or menus of later days: somebody writes still. Where nobody does, nobody would
 * mend the calendar either, and the page says by itself that no date is known.
 */
static bool is_written_since(const struct at *at, struct date d)
{
	const struct node_list *news = &at->web->collections[PAGE_NEWS].entries;
	const struct meals *m = &at->web->meals;
	return (news->n && date_cmp(news->v[0]->page->date, d) > 0) ||
	       (m->n && date_cmp(m->v[m->n - 1].day, d) > 0);
}

static void check_end(const struct at *at)
{
	const struct school *s = &at->web->school;
	if (!s->n || s->coming.n)
		return;
	const struct school_break *end = &s->v[0];
	for (size_t i = 1; i < s->n; i++)
		if (date_cmp(s->v[i].last, end->last) > 0)
			end = &s->v[i];
	if (is_written_since(at, end->last))
		diag_say(at->diag, MSG_SCHOOL_OVER, end->loc,
			date_text(at->diag->arena, end->last));
}

static bool is_cooked(const struct meal *m)
{
	for (size_t i = 0; i < COURSES; i++)
		if (m->dish[i].n)
			return true;
	return false;
}

/* Where children are looked after, they may well be fed. */
static void check_meal(const struct at *at, const struct meal *m)
{
	const struct school_break_list *l = &at->web->school.coming;
	for (size_t i = 0; i < l->n; i++) {
		const struct school_break *b = l->v[i];
		if (b->care == CARE_GIVEN || !school_is_out(b, m->day))
			continue;
		diag_say(at->diag, MSG_SCHOOL_MEAL, m->loc,
			date_text(at->diag->arena, m->day), b->name);
		diag_also(at->diag, MSG_NOTE_OTHER_DATE, b->loc);
		return;
	}
}

void school_days(const struct at *at)
{
	const struct meals *m = &at->web->meals;
	check_overlaps(at);
	check_end(at);
	for (size_t i = m->next; i < m->n; i++)
		if (is_cooked(&m->v[i]))
			check_meal(at, &m->v[i]);
}
