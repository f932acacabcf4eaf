/*
 * act_clock.c: the days that the law sets to acts: by when the list of deliberations and
 * the minutes of a sitting are due, until when an act stays online. It reads no clock.
 */
#include <stdlib.h>

#include "resolve/acts.h"

static struct date day_of(const struct page *p, const char *key)
{
	const struct value *v = value_get(p->header, key);
	return value_given(v) && v->typed ? v->as.moment.day : (struct date){0};
}

enum act_type act_type_of(const struct page *p)
{
	const struct value *v = value_get(p->header, "type");
	return value_given(v) && v->typed ? (enum act_type)v->as.choice
					  : ACT_DELIBERATION;
}

struct date act_online(const struct page *p)
{
	return day_of(p, "mise_en_ligne");
}

/* The mayor alone signs arrêtés and decisions: they have the sitting they name. */
struct date act_sitting(const struct page *p)
{
	struct date given = day_of(p, "seance");
	enum act_type t = act_type_of(p);
	if (given.year || t == ACT_ARRETE || t == ACT_DECISION)
		return given;
	return p->date;
}

struct date date_months_later(struct date d, int months)
{
	int m = d.month - 1 + months;
	struct date out = {
		(short)(d.year + m / 12), (unsigned char)(m % 12 + 1), d.day};
	while (!date_valid(out))
		out.day--;
	return out;
}

struct date act_online_until(const struct page *p)
{
	return date_months_later(act_online(p), ACT_MONTHS_ONLINE);
}

static struct date days_later(struct date d, int days)
{
	return date_of_days(date_days(d) + days);
}

/* ---- sittings ---- */

static struct sitting *sitting_on(struct arena *a, struct acts *x, struct date day)
{
	for (size_t i = 0; i < x->sittings.n; i++)
		if (date_cmp(x->sittings.v[i].day, day) == 0)
			return &x->sittings.v[i];
	struct sitting *s = list_add(a, &x->sittings);
	s->day = day;
	s->list_due = days_later(day, ACT_DAYS_LIST);
	return s;
}

/* The first one online counts: a corrected one does not make the former late. */
static void keep_first(const struct page **slot, const struct page *p)
{
	if (!*slot || date_cmp(act_online(p), act_online(*slot)) < 0)
		*slot = p;
}

static void take(struct arena *a, struct acts *x, const struct page *p)
{
	struct date day = act_sitting(p);
	if (!day.year)
		return;
	struct sitting *s = sitting_on(a, x, day);
	s->first = s->first ? s->first : p;
	switch (act_type_of(p)) {
	case ACT_DELIBERATION: s->deliberations++; break;
	case ACT_LIST: keep_first(&s->list, p); break;
	case ACT_MINUTES: keep_first(&s->minutes, p); break;
	default: break;
	}
}

static int last_first(const void *a, const void *b)
{
	const struct sitting *x = a, *y = b;
	return date_cmp(y->day, x->day);
}

void acts_find_sittings(struct arena *a, const struct site *site, struct acts *out)
{
	for (size_t i = 0; i < site->pages.n; i++) {
		const struct page *p = &site->pages.v[i];
		if (p->kind == PAGE_ACT && !value_yes(p->header, "brouillon", false))
			take(a, out, p);
	}
	size_t n = out->sittings.n;
	if (n > 1)
		qsort(out->sittings.v, n, sizeof *out->sittings.v, last_first);
	for (size_t i = 0; i < n; i++) {
		struct sitting *s = &out->sittings.v[i];
		if (s->minutes)
			s->adopted = day_of(s->minutes, "adopte_le");
		if (!s->adopted.year && i > 0)
			s->adopted = out->sittings.v[i - 1].day;
		if (s->adopted.year)
			s->minutes_due = days_later(s->adopted, ACT_DAYS_MINUTES);
	}
}
