/*
 * event_again.c: the times of events that come back, and those of neighbours' calendars.
 * The days are counted by another program (source/calendar.h), asked once for all events
 * of the commune and once for each neighbour, and not at all where there are none.
 */
#include <stdlib.h>

#include "base/strbuf.h"
#include "resolve/web_internal.h"
#include "source/calendar.h"
#include "text/ics.h"

#define YEARS_AHEAD 5 /* after the first of January: so one question serves a year */
#define NEIGHBOURS_MAX 20

static struct date first_asked(const struct web *w)
{
	return (struct date){w->now.day.year, 1, 1};
}

static struct date end_asked(const struct web *w)
{
	return (struct date){(short)(w->now.day.year + YEARS_AHEAD), 1, 1};
}

struct calendar_answer web_ask_calendar(struct web *w, struct str ics)
{
	const struct calendar_door *door = &w->site->calendars;
	struct calendar_request q = {ics, first_asked(w), end_asked(w)};
	if (!door->ask)
		return (struct calendar_answer){.end = CALENDAR_ABSENT};
	struct calendar_answer answer = door->ask(door->user, w->arena, &q);
	return answer;
}

/* The question is another one next year: what is shown may be more then. */
static void next_year_may_tell_more(struct web *w, const struct event *e, bool later)
{
	size_t left = 0;
	for (size_t i = 0; i < e->times.n; i++)
		left += moment_cmp(e->times.v[i].to, w->now) > 0;
	if (later && left <= AGENDA_DATES)
		web_valid_until(
			w, (struct moment){{(short)(w->now.day.year + 1), 1, 1}, 0});
}

/* ---- ours ---- */

static const struct value *again_of(const struct event *e)
{
	return value_get(e->node->page->header, "repetition");
}

static bool says_when(const struct value *again)
{
	return value_given(value_get(again, "tous_les")) ||
	       value_text(again, "rrule").n || value_count(value_get(again, "aussi")) ||
	       value_count(value_get(again, "sauf"));
}

/*
 * All that comes back in one calendar; an event's UID there is its number here. Its
 * exceptions stay here, to be held against what it is told.
 */
static struct str question(struct web *w)
{
	struct strbuf b = strbuf_on(w->arena);
	ics_line(&b, "BEGIN", STR("VCALENDAR"));
	for (size_t i = 0; i < w->agenda.events.n; i++) {
		const struct event *e = w->agenda.events.v[i];
		if (!e->again)
			continue;
		ics_line(&b, "BEGIN", STR("VEVENT"));
		ics_line(&b, "UID", str_printf(w->arena, "%zu", i));
		event_put_times(&b, e->node->page, (struct str){0}, EVENT_RULE);
		ics_line(&b, "END", STR("VEVENT"));
	}
	ics_line(&b, "END", STR("VCALENDAR"));
	return strbuf_str(&b);
}

/* As long as the first time, by the wall clock: a night of changing clocks is as any. */
static struct span span_from(const struct event *e, struct moment from)
{
	const struct event_when *w = &e->when;
	from.minute = from.minute < 0 ? 0 : from.minute;
	long days = date_days(from.day) - date_days(w->from.day);
	int minutes = w->to.minute + (w->ends ? from.minute - w->from.minute : 0);
	days += minutes < 0 ? -1 : minutes / (24 * 60);
	minutes = (minutes + 24 * 60) % (24 * 60);
	return (struct span){
		from, {date_of_days(date_days(w->to.day) + days), (short)minutes}};
}

/* Whether all is known of that day: it is within the years that were asked for. */
static bool day_is_told(
	const struct web *w, const struct calendar_event *told, struct date d)
{
	return date_cmp(first_asked(w), d) <= 0 &&
	       date_cmp(d, told->more ? told->times.v[told->times.n - 1].from.day
				      : end_asked(w)) < 0;
}

static bool takes_place(const struct calendar_event *told, struct moment m)
{
	for (size_t i = 0; i < told->times.n; i++)
		if (moment_cmp(told->times.v[i].from, m) == 0)
			return true;
	return false;
}

/* An exception names a time by its day, at the hour of the first one. */
static struct moment time_of(const struct event *e, struct date d)
{
	return (struct moment){d, e->when.whole ? -1 : e->when.from.minute};
}

static bool is_excepted(const struct event *e, struct moment from)
{
	const struct value *except = value_get(again_of(e), "sauf");
	for (size_t i = 0; i < value_count(except); i++) {
		const struct value *v = value_at(except, i);
		if (v->typed && moment_cmp(time_of(e, v->as.moment.day), from) == 0)
			return true;
	}
	return false;
}

/* What was written as a day of it, and is none. */
static void check_days(const struct web *w, const struct event *e,
	const struct calendar_event *told, struct diag *d)
{
	const struct value *header = e->node->page->header,
			   *except = value_get(again_of(e), "sauf"),
			   *first = value_get(header, "debut");
	struct date day = e->when.from.day;
	if (day_is_told(w, told, day) && !takes_place(told, time_of(e, day)))
		diag_say(d, MSG_EVENT_FIRST_NOT_OF_IT,
			value_given(first) ? first->loc : again_of(e)->loc,
			date_text(d->arena, day));
	for (size_t i = 0; i < value_count(except); i++) {
		const struct value *v = value_at(except, i);
		day = v->as.moment.day;
		if (v->typed && day_is_told(w, told, day) &&
			!takes_place(told, time_of(e, day)))
			diag_say(d, MSG_EVENT_NOT_THAT_DAY, v->loc,
				date_text(d->arena, day));
	}
}

static void set_times(struct web *w, struct event *e, const struct calendar_event *told,
	struct diag *d)
{
	const struct value *again = again_of(e);
	e->unknown = false;
	if (told->bad) {
		e->again = false;
		diag_say(d, MSG_EVENT_RULE_BAD, again->loc,
			event_rule(d->arena, e->node->page, (struct str){0}));
		return;
	}
	if (told->more)
		diag_say(d, MSG_EVENT_TOO_MANY, again->loc,
			str_printf(d->arena, "%d", CALENDAR_TIMES));
	if (!told->times.n) {
		diag_say(d, MSG_EVENT_NEVER, again->loc);
		return;
	}
	check_days(w, e, told, d);
	const struct span first = e->times.v[0];
	e->times.n = 0;
	for (size_t i = 0; i < told->times.n; i++)
		if (!is_excepted(e, told->times.v[i].from))
			*list_add(w->arena, &e->times) =
				span_from(e, told->times.v[i].from);
	if (!e->times.n) {
		diag_say(d, MSG_EVENT_NEVER, again->loc);
		*list_add(w->arena, &e->times) = first;
		return;
	}
	next_year_may_tell_more(w, e, told->later);
}

/* « premier » of a week or of a day is nothing. */
static bool has_idle_rank(const struct value *again)
{
	const struct value *step = value_get(again, "tous_les");
	return value_count(value_get(again, "rang")) && value_given(step) &&
	       step->typed && !value_text(again, "rrule").n &&
	       strchr("DW", event_steps[step->as.choice].freq[0]);
}

static size_t mark_again(struct web *w, struct diag *d)
{
	size_t n = 0;
	for (size_t i = 0; i < w->agenda.events.n; i++) {
		struct event *e = w->agenda.events.v[i];
		const struct value *again = again_of(e);
		if (!value_given(again))
			continue;
		if (!says_when(again)) {
			diag_say(d, MSG_EVENT_NO_RHYTHM, again->loc);
			continue;
		}
		if (has_idle_rank(again)) {
			diag_say(d, MSG_EVENT_RULE_BAD, value_get(again, "rang")->loc,
				event_rule(d->arena, e->node->page, (struct str){0}));
			continue;
		}
		e->again = true;
		e->rhythm = event_rhythm(w->arena, e->node->page);
		n++;
	}
	return n;
}

static void count_ours(struct web *w, struct diag *d)
{
	struct agenda *x = &w->agenda;
	if (!mark_again(w, d))
		return;
	struct calendar_answer r = web_ask_calendar(w, question(w));
	for (size_t i = 0; r.end != CALENDAR_READ && i < x->events.n; i++)
		if (x->events.v[i]->again) {
			x->events.v[i]->unknown = true;
			diag_say(d,
				r.end == CALENDAR_ABSENT ? MSG_EVENT_UNCOUNTED
							 : MSG_EVENT_NOT_COUNTED,
				again_of(x->events.v[i])->loc);
		}
	struct calendar_events told =
		calendar_events_of(w->arena, w->site->commune.zone, r.text);
	for (size_t i = 0; i < told.n; i++) {
		unsigned long n;
		if (x->events.n && str_to_uint(told.v[i].uid, x->events.n - 1, &n) &&
			x->events.v[n]->again)
			set_times(w, x->events.v[n], &told.v[i], d);
	}
}

/* ---- neighbours ---- */

struct span web_span_of(const struct calendar_span *s)
{
	struct span out = {s->from, s->to};
	out.from.minute = out.from.minute < 0 ? 0 : out.from.minute;
	out.to.minute = out.to.minute < 0 ? 0 : out.to.minute;
	/* Without an end, it is over with its day. */
	if (moment_cmp(out.to, out.from) <= 0)
		out.to = (struct moment){date_of_days(date_days(out.from.day) + 1), 0};
	return out;
}

static void add_theirs(
	struct web *w, struct str origin, const struct calendar_event *told)
{
	if (!told->times.n || !told->title.n)
		return;
	struct event *e = arena_new(w->arena, struct event);
	const struct calendar_span *first = &told->times.v[0];
	*e = (struct event){.title = told->title,
		.place = told->place,
		.origin = origin,
		.cancelled = told->cancelled,
		.again = told->times.n > 1};
	if (str_starts(told->link, STR("https://")))
		e->link = told->link;
	for (size_t i = 0; i < told->times.n; i++)
		*list_add(w->arena, &e->times) = web_span_of(&told->times.v[i]);
	e->when = (struct event_when){e->times.v[0].from, e->times.v[0].to,
		first->from.minute<0, moment_cmp(first->to, first->from)> 0};
	*list_add(w->arena, &w->agenda.events) = e;
	next_year_may_tell_more(w, e, told->later);
}

static void read_theirs(struct web *w, const struct value *use,
	const struct source_file *f, struct diag *d)
{
	struct str ics, path = value_text(use, "fichier");
	const struct value *named = value_get(use, "fichier");
	if (!source_read(w->site->source, f, CALENDAR_MAX_BYTES, w->arena, d, &ics))
		return;
	struct calendar_answer r = web_ask_calendar(w, ics);
	if (r.end == CALENDAR_FAULTY)
		diag_say(d, MSG_NEIGHBOUR_FAULTY, named->loc, path,
			str_printf(d->arena, "%lu", r.line));
	else if (r.end != CALENDAR_READ)
		diag_say(d,
			r.end == CALENDAR_ABSENT ? MSG_NEIGHBOUR_UNREAD
						 : MSG_NEIGHBOUR_NOT_COUNTED,
			named->loc, path);
	struct calendar_events told =
		calendar_events_of(w->arena, w->site->commune.zone, r.text);
	for (size_t i = 0; i < told.n; i++)
		add_theirs(w, value_text(use, "nom"), &told.v[i]);
}

static void count_theirs(struct web *w, struct diag *d)
{
	const struct value *list = value_get(w->site->commune.v, "agendas_voisins");
	for (size_t i = 0; i < value_count(list) && i < NEIGHBOURS_MAX; i++) {
		const struct value *use = value_at(list, i),
				   *named = value_get(use, "fichier");
		if (!value_given(named))
			continue; /* said by its schema */
		const struct source_file *f = source_find(w->site->source, named->text);
		if (f)
			read_theirs(w, use, f, d);
		else
			diag_say(d, MSG_NEIGHBOUR_MISSING, named->loc, named->text);
	}
}

void web_find_times(struct web *w, struct diag *d)
{
	count_ours(w, d);
	count_theirs(w, d);
}
