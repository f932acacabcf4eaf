/*
 * page_dates.c: dates of one page that cannot both be right, such as a page withdrawn
 * before it appears. Whether each date is one was checked by its schema.
 */
#include "model/page_dates.h"

#include "data/value.h"

/* A key of the header, or of a record in it. */
struct bound {
	const char *record, *key;
};

/* What lies between `from` and `to` is shown; nothing does when they stand reversed. */
static const struct pair {
	struct bound from, to;
} pairs[] = {
	{{NULL, "publier_le"}, {NULL, "retirer_le"}},
	{{"alerte", "du"}, {NULL, "retirer_le"}},
	{{"alerte", "du"}, {"alerte", "au"}},
	{{NULL, "publier_le"}, {"alerte", "au"}},
};

static const struct value *bound_value(const struct page *p, struct bound b)
{
	const struct value *in = b.record ? value_get(p->header, b.record) : p->header;
	const struct value *v = value_get(in, b.key);
	return value_given(v) && !v->faulty ? v : NULL;
}

static struct moment start_of(struct moment m)
{
	m.minute = m.minute < 0 ? 0 : m.minute;
	return m;
}

/* An alert lasts all of its last day; a page is withdrawn as its day begins. */
static struct moment end_of(const struct pair *pair, struct moment m)
{
	if (m.minute >= 0 || !pair->to.record)
		return start_of(m);
	return (struct moment){date_of_days(date_days(m.day) + 1), 0};
}

static bool reversed(const struct pair *pair, struct moment from, struct moment to)
{
	return moment_cmp(end_of(pair, to), start_of(from)) <= 0;
}

static void say(const struct pair *pair, struct moment from, struct loc there,
	const struct value *to, struct diag *d)
{
	diag_say(d, MSG_DATES_REVERSED, to->loc, str_of(pair->to.key),
		moment_text(d->arena, to->as.moment), str_of(pair->from.key),
		moment_text(d->arena, from));
	diag_also(d, MSG_NOTE_OTHER_DATE, there);
}

/* Without `du` an alert begins on the day of its news, which a file's name may give. */
static void check_day(const struct page *p, struct diag *d)
{
	static const struct pair day = {{NULL, "date"}, {"alerte", "au"}};
	const struct value *to = bound_value(p, day.to),
			   *date = bound_value(p, day.from);
	struct moment from = {p->date, -1};
	if (to && p->date.year && !bound_value(p, (struct bound){"alerte", "du"}) &&
		reversed(&day, from, to->as.moment))
		say(&day, from, date ? date->loc : p->loc, to, d);
}

void page_dates_check(const struct page *p, struct diag *d)
{
	const struct value *told = NULL; /* one message for one date */
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const struct value *from = bound_value(p, pairs[i].from);
		const struct value *to = bound_value(p, pairs[i].to);
		if (!from || !to || to == told ||
			!reversed(&pairs[i], from->as.moment, to->as.moment))
			continue;
		told = to;
		say(&pairs[i], from->as.moment, from->loc, to, d);
	}
	if (!told)
		check_day(p, d);
}
