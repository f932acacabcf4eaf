/*
 * event_text.c: when an event takes place, in people's words: one time of it, and how it
 * comes back.
 */
#include "base/strbuf.h"
#include "resolve/agenda.h"
#include "text/hours.h"

#define SMALL_HOURS (6 * 60) /* « de 20 h à 2 h le lendemain » is still one evening */

static struct date day_before(struct date d)
{
	return date_of_days(date_days(d) - 1);
}

/* « samedi 5 » when the month is told later, « samedi 30 mai », or whole. */
static struct str first_day_text(struct arena *a, struct date from, struct date to)
{
	struct str day = date_day_name(date_weekday(from));
	const char *first = from.day == 1 ? "er" : "";
	if (from.year != to.year)
		return date_text(a, from);
	if (from.month != to.month)
		return str_printf(a, "%.*s %d%s %.*s", STR_ARG(day), from.day, first,
			STR_ARG(date_month_name(from.month)));
	return str_printf(a, "%.*s %d%s", STR_ARG(day), from.day, first);
}

static struct str days_text(struct arena *a, struct date from, struct date last)
{
	if (date_cmp(from, last) == 0)
		return date_text(a, from);
	return str_printf(a, "du %.*s au %.*s", STR_ARG(first_day_text(a, from, last)),
		STR_ARG(date_text(a, last)));
}

static bool is_one_evening(struct span s)
{
	long days = date_days(s.to.day) - date_days(s.from.day);
	return days == 0 ||
	       (days == 1 && s.to.minute <= SMALL_HOURS && s.to.minute < s.from.minute);
}

struct str span_text(struct arena *a, const struct event_when *w, struct span s)
{
	struct date last = s.to.minute == 0 ? day_before(s.to.day) : s.to.day;
	if (w->whole)
		return days_text(a, s.from.day, last);
	if (!w->ends && date_cmp(s.from.day, last) == 0)
		return moment_text(a, s.from);
	if (!w->ends)
		return str_printf(a, "du %.*s au %.*s", STR_ARG(moment_text(a, s.from)),
			STR_ARG(date_text(a, last)));
	struct str end = s.to.minute ? clock_text(a, s.to.minute) : STR("minuit");
	if (is_one_evening(s))
		return str_printf(a, "%.*s, de %.*s à %.*s%s",
			STR_ARG(date_text(a, s.from.day)),
			STR_ARG(clock_text(a, s.from.minute)), STR_ARG(end),
			date_cmp(s.from.day, last) ? " le lendemain" : "");
	return str_printf(a, "du %.*s au %.*s", STR_ARG(moment_text(a, s.from)),
		STR_ARG(moment_text(a, s.to)));
}

/* ---- how it comes back ---- */

/* « le mardi, le jeudi et le samedi » */
static void put_item(struct strbuf *b, size_t i, size_t n, struct str text)
{
	strbuf_add(b, i == 0 ? STR(", ") : i + 1 == n ? STR(" et ") : STR(", "));
	strbuf_add(b, text);
}

static struct str ranked_day(struct arena *a, int rank, int weekday)
{
	static const char *const ranks[EVENT_RANKS] = {
		"premier", "deuxième", "troisième", "quatrième", "dernier"};
	const char *day = event_day_words[weekday];
	return rank < 0 ? str_printf(a, "le %s", day)
			: str_printf(a, "le %s %s", ranks[rank], day);
}

/* The days of the rule; of those that are not written, the one of the first time. */
static void put_days(struct strbuf *b, const struct page *p, const struct value *again)
{
	const struct value *days = value_get(again, "jours"),
			   *ranks = value_get(again, "rang");
	size_t n = value_count(days) ? value_count(days) : 1;
	size_t m = value_count(ranks) ? value_count(ranks) : 1, k = 0;
	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < n; j++) {
			int rank =
				value_count(ranks) ? value_at(ranks, i)->as.choice : -1;
			int day = value_count(days) ? value_at(days, j)->as.choice
						    : date_weekday(p->date) - 1;
			put_item(b, k++, n * m, ranked_day(b->arena, rank, day));
		}
}

static void put_bounds(struct strbuf *b, const struct value *again)
{
	const struct value *last = value_get(again, "jusqu_au"),
			   *times = value_get(again, "fois");
	if (value_given(last) && last->typed)
		strbuf_printf(b, ", jusqu’au %.*s",
			STR_ARG(date_text_short(b->arena, last->as.moment.day)));
	else if (value_given(times) && times->typed && times->as.integer > 1)
		strbuf_printf(b, ", %lld fois en tout", times->as.integer);
}

/* « le 5 », « le 1er juillet »: by the first time. */
static void put_own_day(struct strbuf *b, const struct page *p, char freq)
{
	if (freq == 'D')
		return;
	strbuf_printf(b, ", le %d%s", p->date.day, p->date.day == 1 ? "er" : "");
	if (freq == 'Y')
		strbuf_printf(b, " %.*s", STR_ARG(date_month_name(p->date.month)));
}

/* « de septembre », « d’avril » */
static void put_month(struct strbuf *b, struct date d)
{
	struct str month = date_month_name(d.month);
	strbuf_printf(b, " %s%.*s",
		month.p[0] == 'a' || month.p[0] == 'o' ? "d’" : "de ", STR_ARG(month));
}

struct str event_rhythm(struct arena *a, const struct page *p)
{
	const struct value *again = value_get(p->header, "repetition");
	const struct value *step = value_get(again, "tous_les");
	if (!value_given(step) || !step->typed || value_text(again, "rrule").n)
		return (struct str){0};
	const struct event_step *s = &event_steps[step->as.choice];
	char freq = s->freq[0];
	bool named = value_count(value_get(again, "jours")) ||
		     value_count(value_get(again, "rang"));
	struct strbuf b = strbuf_on(a);
	strbuf_printf(&b, "%s", s->each);
	if (named || freq == 'W')
		put_days(&b, p, again);
	else
		put_own_day(&b, p, freq);
	if (named && freq == 'Y')
		put_month(&b, p->date);
	put_bounds(&b, again);
	return strbuf_str(&b);
}
