/*
 * opening_rules.c: opening hours as the rules that a script can follow (see
 * resolve/opening.h). What opening.c works out day by day is told here once, in an order
 * in which the last rule that holds is right.
 */
#include "base/strbuf.h"
#include "resolve/opening.h"

/* So many days of a period are looked at to know which of its weekdays are open. */
#define LOOKED_AT 400

struct rules {
	struct arena *arena;
	struct strbuf text;
};

static void put_slots(struct strbuf *b, const struct hours *h)
{
	for (size_t i = 0; i < h->n; i++)
		strbuf_printf(
			b, "%s%d-%d", i ? "," : "", h->slot[i].from, h->slot[i].to);
}

static void put_rule(
	struct rules *r, struct str days, struct str condition, const struct hours *h)
{
	strbuf_printf(&r->text, "%s%.*s%.*s=", r->text.n ? " " : "", STR_ARG(days),
		STR_ARG(condition));
	put_slots(&r->text, h);
}

/* ---- a week: of the year, of odd or even weeks, of a season ---- */

/* Some clauses of a day that hold together: « p », « pn13 ». False: they never do. */
static bool together(struct arena *a, const struct day_hours *h, unsigned clauses,
	enum parity parity, struct str *condition, struct hours *hours)
{
	struct open_day day = {0};
	struct str places = {0};
	for (size_t i = 0; i < h->n; i++) {
		const struct day_clause *c = &h->clause[i];
		if (!(clauses & 1u << i))
			continue;
		for (size_t k = 0; k < i; k++)
			if ((clauses & 1u << k) &&
				!when_meet(c->when, h->clause[k].when))
				return false;
		if (parity && c->when.parity && c->when.parity != parity)
			return false;
		if (c->when.parity)
			parity = c->when.parity;
		if (c->when.nth)
			places = str_printf(a, "%.*sn", STR_ARG(places));
		for (int nth = 1; nth <= NTH_LAST; nth++)
			if (c->when.nth & 1u << nth)
				places = str_printf(a, "%.*s%d", STR_ARG(places), nth);
		open_day_add(&day, &c->hours);
	}
	*condition = str_printf(a, "%s%.*s",
		parity ? parity == PARITY_EVEN ? "p" : "i" : "", STR_ARG(places));
	*hours = day.free;
	return true;
}

static bool has_slots(const struct day_clause *c)
{
	return c->hours.n && !c->hours.by_appointment;
}

static bool says_closed(const struct day_clause *c)
{
	return !c->hours.n && !c->hours.by_appointment;
}

static unsigned count_bits(unsigned x)
{
	unsigned n = 0;
	for (; x; x &= x - 1)
		n++;
	return n;
}

/* The larger a set of clauses that hold together, the later it is told. */
static void put_day(struct rules *r, struct str days, const struct day_hours *h,
	enum parity parity, bool over)
{
	struct str condition;
	struct hours hours;
	bool shut = day_hours_closed(h);
	if (shut && !over)
		return;
	for (size_t i = 0; i < h->n; i++)
		over = over && !(has_slots(&h->clause[i]) && !h->clause[i].when.nth &&
				       !h->clause[i].when.parity);
	if (over && together(r->arena, h, 0, parity, &condition, &hours))
		put_rule(r, days, condition, &hours); /* closed, but for what follows */
	for (unsigned size = 1; size <= h->n; size++) {
		for (unsigned set = 1; set < 1u << h->n; set++) {
			bool all = count_bits(set) == size;
			for (size_t i = 0; i < h->n; i++)
				all = all &&
				      (!(set & 1u << i) || has_slots(&h->clause[i]));
			if (all &&
				together(r->arena, h, set, parity, &condition, &hours))
				put_rule(r, days, condition, &hours);
		}
	}
	for (unsigned i = 0; i < h->n && !shut; i++)
		if (says_closed(&h->clause[i]) &&
			together(r->arena, h, 1u << i, parity, &condition, &hours))
			put_rule(r, days, condition, &hours);
}

/* Weekdays that have the same hours share their rules. */
static void put_week(struct rules *r, struct str period, const struct opening_week *w,
	enum parity parity, bool over)
{
	for (int day = 0; day < 7; day++) {
		struct str days = period;
		bool first = w->day[day] != NULL;
		for (int k = 0; k < day && first; k++)
			first = !w->day[k] || !day_hours_same(w->day[k], w->day[day]);
		if (!first)
			continue;
		for (int k = day; k < 7; k++)
			if (w->day[k] && day_hours_same(w->day[k], w->day[day]))
				days = str_printf(
					r->arena, "%.*s%d", STR_ARG(days), k + 1);
		put_day(r, days, w->day[day], parity, over);
	}
}

static void put_season(struct rules *r, const struct opening_season *s)
{
	struct str period = str_printf(r->arena, "%02d%02d-%02d%02d/", s->from.month,
		s->from.day ? s->from.day : 1, s->to.month, s->to.day ? s->to.day : 31);
	put_week(r, period, &s->week, PARITY_ANY, true);
}

/* ---- dated days ---- */

static struct str period_of(struct arena *a, struct date from, struct date to)
{
	struct str first =
		str_printf(a, "%04d%02d%02d", from.year, from.month, from.day);
	if (date_cmp(from, to) == 0)
		return str_printf(a, "%.*s/", STR_ARG(first));
	return str_printf(
		a, "%.*s-%04d%02d%02d/", STR_ARG(first), to.year, to.month, to.day);
}

static struct hours free_hours(const struct opening_exception *e)
{
	struct open_day day = {0};
	if (e->open)
		open_day_add(&day, &e->hours);
	return day.free;
}

static bool usually_open(const struct opening *o, struct date d)
{
	struct open_day day = opening_usual_day(o, d);
	return day.free.n || day.appointment;
}

/* Only for days that are open otherwise: weekdays where all are, else date by date. */
static void put_weak(
	struct rules *r, const struct opening *o, const struct opening_exception *e)
{
	long from = date_days(e->from), to = date_days(e->to);
	struct hours h = free_hours(e);
	struct str none = {0}, whole = {0};
	if (to > from + LOOKED_AT)
		to = from + LOOKED_AT;
	for (int weekday = 1; weekday <= 7; weekday++) {
		size_t all = 0, open = 0;
		long first = from + (weekday + 7 - date_weekday(e->from)) % 7;
		for (long i = first; i <= to; i += 7, all++)
			open += usually_open(o, date_of_days(i));
		if (open && open == all)
			whole = str_printf(r->arena, "%.*s%d", STR_ARG(whole), weekday);
		for (long i = first; open && open < all && i <= to; i += 7)
			if (usually_open(o, date_of_days(i)))
				put_rule(r,
					period_of(r->arena, date_of_days(i),
						date_of_days(i)),
					none, &h);
	}
	if (whole.n)
		put_rule(r, period_of(r->arena, e->from, e->to), whole, &h);
}

/* Of two that hold the first written wins: it is told last. */
static void put_exceptions(struct rules *r, const struct opening *o, struct date today,
	bool weak, bool extra)
{
	struct str none = {0};
	for (size_t i = o->exceptions.n; i-- > 0;) {
		const struct opening_exception *e = &o->exceptions.v[i];
		if (date_cmp(e->to, today) < 0 || e->weak != weak || e->extra != extra)
			continue;
		struct hours h = free_hours(e);
		if (weak)
			put_weak(r, o, e);
		else
			put_rule(r, period_of(r->arena, e->from, e->to), none, &h);
	}
}

static void put_holidays(struct rules *r, const struct opening *o, struct date today)
{
	struct day_list days = {0};
	struct str none = {0};
	opening_holidays(r->arena, o, today.year, &days);
	for (size_t i = 0; i < days.n; i++)
		if (usually_open(o, days.v[i]))
			put_rule(r, period_of(r->arena, days.v[i], days.v[i]), none,
				&(struct hours){0});
}

struct str opening_rules(struct arena *a, const struct opening *o, struct date today)
{
	struct rules r = {a, strbuf_on(a)};
	struct str always = {0};
	put_week(&r, always, &o->week, PARITY_ANY, false);
	put_week(&r, always, &o->even, PARITY_EVEN, true);
	put_week(&r, always, &o->odd, PARITY_ODD, true);
	for (size_t i = 0; i < o->seasons.n; i++)
		put_season(&r, &o->seasons.v[i]);
	put_exceptions(&r, o, today, true, false);
	put_holidays(&r, o, today);
	put_exceptions(&r, o, today, false, false);
	put_exceptions(&r, o, today, false, true);
	return strbuf_str(&r.text);
}
