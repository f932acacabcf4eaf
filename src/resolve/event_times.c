/*
 * event_times.c: when an event takes place, as iCalendar writes it (RFC 5545): its first
 * time, its rule made of people's words, its exceptions. It counts no further time.
 */
#include "base/strbuf.h"
#include "resolve/agenda.h"
#include "text/ics.h"

/* ---- the rule ---- */

/* Of a stranger's rule, the signs that a rule can hold; the others show as such. */
static struct str rule_as_written(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i] >= 'a' && s.p[i] <= 'z' ? (char)(s.p[i] - 'a' + 'A')
							: s.p[i];
		bool fits = (c >= 'A' && c <= 'Z') || ascii_digit(c) ||
			    (c && strchr(";=,+-", c));
		if (c != ' ')
			p[n++] = fits ? c : '?';
	}
	struct str rule = {p, n};
	return str_starts(rule, STR("RRULE?")) ? str_from(rule, 6) : rule;
}

static void put_day(struct strbuf *b, const struct value *ranks, int weekday)
{
	size_t n = value_count(ranks);
	for (size_t i = 0; i < (n ? n : 1); i++) {
		strbuf_add(b, b->n && b->p[b->n - 1] != '=' ? STR(",") : STR(""));
		if (n)
			strbuf_printf(
				b, "%d", event_ranks[value_at(ranks, i)->as.choice]);
		strbuf_printf(b, "%s", event_day_codes[weekday]);
	}
}

static void put_days(struct strbuf *b, const struct page *p, const struct value *again)
{
	const struct value *days = value_get(again, "jours"),
			   *ranks = value_get(again, "rang");
	size_t n = value_count(days);
	if (!n && !value_count(ranks))
		return;
	strbuf_lit(b, ";BYDAY=");
	for (size_t i = 0; i < n; i++)
		put_day(b, ranks, value_at(days, i)->as.choice);
	if (!n)
		put_day(b, ranks, date_weekday(p->date) - 1);
}

/* UNTIL is a day for what lasts days, else the last minute of that day. */
static void put_end(struct strbuf *b, const struct page *p, const struct value *again,
	struct str zone)
{
	const struct value *last = value_get(again, "jusqu_au"),
			   *times = value_get(again, "fois");
	struct event_when when;
	if (value_given(last) && last->typed) {
		struct moment m = last->as.moment;
		event_when(p, &when);
		m.minute = when.whole ? -1 : 24 * 60 - 1;
		strbuf_lit(b, ";UNTIL=");
		strbuf_add(b, when.whole || !zone.n ? ics_moment(b->arena, m)
						    : ics_utc(b->arena, zone, m));
	} else if (value_given(times) && times->typed) {
		strbuf_printf(b, ";COUNT=%lld", times->as.integer);
	}
}

struct str event_rule(struct arena *a, const struct page *p, struct str zone)
{
	const struct value *again = value_get(p->header, "repetition");
	const struct value *step = value_get(again, "tous_les");
	struct str written = value_text(again, "rrule");
	if (written.n)
		return rule_as_written(a, written);
	if (!value_given(step) || !step->typed)
		return (struct str){0};
	const struct event_step *s = &event_steps[step->as.choice];
	struct strbuf b = strbuf_on(a);
	strbuf_printf(&b, "FREQ=%s", s->freq);
	if (s->every > 1)
		strbuf_printf(&b, ";INTERVAL=%d", s->every);
	/* In a year, days are those of its month. */
	if (s->freq[0] == 'Y')
		strbuf_printf(&b, ";BYMONTH=%d", p->date.month);
	put_days(&b, p, again);
	put_end(&b, p, again, zone);
	return strbuf_str(&b);
}

/* ---- the lines ---- */

static void put_moment(struct strbuf *b, const char *name, struct moment m, bool whole,
	struct str zone)
{
	struct arena *a = b->arena;
	if (whole)
		m.minute = -1;
	struct str with = whole    ? str_printf(a, "%s;VALUE=DATE", name)
			  : zone.n ? str_printf(a, "%s;TZID=%.*s", name, STR_ARG(zone))
				   : str_of(name);
	ics_line(b, str_cstr(a, with), ics_moment(a, m));
}

static void put_list(struct strbuf *b, const char *name, const struct value *days,
	const struct event_when *when, struct str zone)
{
	for (size_t i = 0; i < value_count(days); i++) {
		const struct value *day = value_at(days, i);
		struct moment m = {day->as.moment.day, when->from.minute};
		if (day->typed)
			put_moment(b, name, m, when->whole, zone);
	}
}

void event_put_times(
	struct strbuf *b, const struct page *p, struct str zone, enum event_lines lines)
{
	const struct value *again = value_get(p->header, "repetition");
	struct event_when when;
	event_when(p, &when);
	put_moment(b, "DTSTART", when.from, when.whole, zone);
	if (when.whole || value_given(value_get(p->header, "fin")))
		put_moment(b, "DTEND", when.to, when.whole, zone);
	struct str rule = event_rule(b->arena, p, zone);
	if (lines == EVENT_FIRST)
		return;
	if (rule.n)
		ics_line(b, "RRULE", rule);
	if (lines == EVENT_WHOLE)
		put_list(b, "EXDATE", value_get(again, "sauf"), &when, zone);
	put_list(b, "RDATE", value_get(again, "aussi"), &when, zone);
}
