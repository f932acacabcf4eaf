/* expand.c: see expand.h. The form of the answer stands in source/calendar.h. */
#include "source/calendar/expand.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#define EVENTS_MAX 5000
#define STEPS_MAX 40000 /* of one rule: a day in a hundred years */
#define WORDS_MAX 400   /* bytes of a title */
#define EXTRA_MAX 4000  /* rules, or days beside them, of one event */
#define DAYS_MAX 3660   /* that one event lasts; more is a slip of the pen */

struct expand {
	const struct expand_window *w;
	FILE *out;
	icalcomponent *event, *calendar;
	icaltimetype start;
	long long lasts; /* seconds, or days for whole days */
	icaltimetype *times;
	size_t n, cap;
	bool more, later, bad;
};

/* ---- words ---- */

static void say(FILE *out, const char *word, const char *value)
{
	size_t n = value ? strnlen(value, WORDS_MAX) : 0;
	/* Not in the middle of a character. */
	while (value && n == WORDS_MAX && n && ((unsigned char)value[n] & 0xC0) == 0x80)
		n--;
	if (!n)
		return;
	fprintf(out, "%s ", word);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)value[i];
		fputc(c < 0x20 || c == 0x7F ? ' ' : c, out);
	}
	fputc('\n', out);
}

/* ---- one time ---- */

static int day_of(icaltimetype t)
{
	return t.year * 10000 + t.month * 100 + t.day;
}

static bool is_utc(icaltimetype t)
{
	return !t.is_date && (icaltime_is_utc(t) || t.zone);
}

/* libical lets the 64th of January pass. */
static bool is_real(icaltimetype t)
{
	return !icaltime_is_null_time(t) && t.year >= 1 && t.year <= 9999 &&
	       t.month >= 1 && t.month <= 12 && t.day >= 1 &&
	       t.day <= icaltime_days_in_month(t.month, t.year) &&
	       (t.is_date ||
		       (t.hour >= 0 && t.hour < 24 && t.minute >= 0 && t.minute < 60));
}

static long long seconds_of(icaltimetype t)
{
	return (long long)icaltime_as_timet_with_zone(t, t.zone);
}

static void put_time(const struct expand *x, icaltimetype t)
{
	icaltimetype end = t;
	if (is_utc(t)) {
		fprintf(x->out, "u %lld %lld\n", seconds_of(t),
			seconds_of(t) + x->lasts);
	} else if (t.is_date) {
		icaltime_adjust(&end, (int)x->lasts, 0, 0, 0);
		fprintf(x->out, "d %08d %08d\n", day_of(t), day_of(end));
	} else {
		icaltime_adjust(&end, 0, 0, 0, (int)x->lasts);
		fprintf(x->out, "l %08d %04d %08d %04d\n", day_of(t),
			t.hour * 100 + t.minute, day_of(end),
			end.hour * 100 + end.minute);
	}
}

/* ---- all of them ---- */

static bool is_moved(const struct expand *x, icaltimetype t)
{
	const char *uid = icalcomponent_get_uid(x->event);
	icalcomponent *c =
		icalcomponent_get_first_component(x->calendar, ICAL_VEVENT_COMPONENT);
	for (; c && uid; c = icalcomponent_get_next_component(
				 x->calendar, ICAL_VEVENT_COMPONENT)) {
		const char *other = icalcomponent_get_uid(c);
		icaltimetype id = icalcomponent_get_recurrenceid(c);
		if (c != x->event && other && strcmp(uid, other) == 0 &&
			!icaltime_is_null_time(id) && icaltime_compare(id, t) == 0)
			return true;
	}
	return false;
}

/* False: enough. The last time before the window is kept, so that there is always one. */
static bool take(struct expand *x, icaltimetype t)
{
	if (day_of(t) >= x->w->to) {
		x->later = true;
		return false;
	}
	if (x->n && day_of(x->times[x->n - 1]) < x->w->from)
		x->n--;
	if (x->n == (size_t)x->w->most) {
		x->more = true;
		return false;
	}
	if (x->n == x->cap) {
		size_t cap = x->cap ? x->cap * 2 : 64;
		icaltimetype *p = realloc(x->times, cap * sizeof *p);
		if (!p)
			return false;
		x->times = p;
		x->cap = cap;
	}
	x->times[x->n++] = t;
	return true;
}

static bool counts(const struct expand *x, icaltimetype t)
{
	icaltimetype start = x->start, copy = t;
	return !icalproperty_recurrence_is_excluded(x->event, &start, &copy) &&
	       !is_moved(x, t);
}

static void take_rule(struct expand *x, icalproperty *p)
{
	struct icalrecurrencetype rule = icalproperty_get_rrule(p);
	if (rule.freq < ICAL_DAILY_RECURRENCE || rule.freq > ICAL_YEARLY_RECURRENCE) {
		x->bad = true;
		return;
	}
	icalrecur_iterator *it = icalrecur_iterator_new(rule, x->start);
	if (!it) {
		x->bad = true;
		return;
	}
	for (int step = 0; step < STEPS_MAX; step++) {
		icaltimetype t = icalrecur_iterator_next(it);
		if (icaltime_is_null_time(t))
			break;
		if (counts(x, t) && !take(x, t))
			break;
	}
	icalrecur_iterator_free(it);
}

static int earlier(const void *a, const void *b)
{
	return icaltime_compare(*(const icaltimetype *)a, *(const icaltimetype *)b);
}

static void take_extra(struct expand *x, icalproperty *p)
{
	struct icaldatetimeperiodtype d = icalproperty_get_rdate(p);
	icaltimetype t = icaltime_is_null_time(d.time) ? d.period.start : d.time;
	t.zone = x->start.zone;
	if (!is_real(t))
		x->bad = true;
	else if (counts(x, t))
		take(x, t);
}

/* Listed first: to find what is excluded, libical walks by the same iterator. */
static size_t each(struct expand *x, icalproperty_kind kind,
	void (*take_one)(struct expand *x, icalproperty *p))
{
	static icalproperty *list[EXTRA_MAX];
	size_t n = 0;
	icalproperty *p = icalcomponent_get_first_property(x->event, kind);
	for (; p && n < EXTRA_MAX; p = icalcomponent_get_next_property(x->event, kind))
		list[n++] = p;
	for (size_t i = 0; i < n; i++)
		take_one(x, list[i]);
	return n;
}

static void take_times(struct expand *x)
{
	if (!each(x, ICAL_RRULE_PROPERTY, take_rule) && counts(x, x->start))
		take(x, x->start);
	each(x, ICAL_RDATE_PROPERTY, take_extra);
	if (x->n > 1)
		qsort(x->times, x->n, sizeof *x->times, earlier);
}

/* Without an end, or with one that cannot be: a moment, or a day. */
static void find_end(struct expand *x)
{
	icaltimetype end = icalcomponent_get_dtend(x->event), start = x->start;
	long long seconds = 0;
	if (is_real(end) && icaltime_compare(end, start) > 0)
		seconds = seconds_of(end) - seconds_of(start);
	if (seconds < 0 || seconds / 86400 > DAYS_MAX ||
		(!icaltime_is_null_time(end) && !is_real(end))) {
		x->bad = true;
		seconds = 0;
	}
	x->lasts = !start.is_date ? seconds : seconds / 86400 ? seconds / 86400 : 1;
}

/* « Disponible »: what calendar programs write for what takes no room. */
static bool leaves_free(icalcomponent *event)
{
	icalproperty *p = icalcomponent_get_first_property(event, ICAL_TRANSP_PROPERTY);
	icalproperty_transp transp = p ? icalproperty_get_transp(p) : ICAL_TRANSP_NONE;
	return transp == ICAL_TRANSP_TRANSPARENT ||
	       transp == ICAL_TRANSP_TRANSPARENTNOCONFLICT;
}

static void put_event(struct expand *x)
{
	enum icalproperty_status status = icalcomponent_get_status(x->event);
	icalproperty *url =
		icalcomponent_get_first_property(x->event, ICAL_URL_PROPERTY);
	const char *uid = icalcomponent_get_uid(x->event);
	say(x->out, "event", uid && *uid ? uid : "-");
	say(x->out, "title", icalcomponent_get_summary(x->event));
	say(x->out, "where", icalcomponent_get_location(x->event));
	if (url)
		say(x->out, "link", icalproperty_get_url(url));
	if (status == ICAL_STATUS_CANCELLED)
		fputs("cancelled\n", x->out);
	if (leaves_free(x->event))
		fputs("free\n", x->out);
	if (x->bad)
		fputs("bad\n", x->out);
	if (x->more)
		fputs("more\n", x->out);
	if (x->later)
		fputs("later\n", x->out);
	for (size_t i = 0; i < x->n; i++)
		if (!i || icaltime_compare(x->times[i], x->times[i - 1]) != 0)
			put_time(x, x->times[i]);
}

static void expand_event(icalcomponent *event, icalcomponent *calendar,
	const struct expand_window *w, FILE *out)
{
	struct expand x = {.w = w, .out = out, .event = event, .calendar = calendar};
	x.start = icalcomponent_get_dtstart(event);
	x.bad = icalcomponent_count_errors(event) > 0;
	if (is_real(x.start)) {
		find_end(&x);
		take_times(&x);
	} else {
		x.bad = true;
	}
	put_event(&x);
	free(x.times);
}

static void expand_one(
	icalcomponent *calendar, const struct expand_window *w, FILE *out)
{
	/* is_moved walks by the component's own iterator: the events are listed first. */
	static icalcomponent *events[EVENTS_MAX];
	size_t n = 0;
	icalcomponent *c =
		icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
	for (; c && n < EVENTS_MAX;
		c = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
		events[n++] = c;
	for (size_t i = 0; i < n; i++)
		expand_event(events[i], calendar, w, out);
}

bool expand_calendar(const char *text, const struct expand_window *w, FILE *out)
{
	icalerror_set_errors_are_fatal(0);
	icalcomponent *root = icalparser_parse_string(text);
	if (!root)
		return false;
	if (icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT)
		expand_one(root, w, out);
	icalcomponent *c =
		icalcomponent_get_first_component(root, ICAL_VCALENDAR_COMPONENT);
	for (; c; c = icalcomponent_get_next_component(root, ICAL_VCALENDAR_COMPONENT))
		expand_one(c, w, out);
	icalcomponent_free(root);
	return true;
}
