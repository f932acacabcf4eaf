/*
 * bookings.c: the calendars of halls, asked of the same program as those of neighbours,
 * and joined into spans that tell one booking from the next no more.
 */
#include "resolve/bookings.h"

#include <stdlib.h>

#include "resolve/web_internal.h"
#include "text/utf8.h"

static int by_time(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	int c = moment_cmp(x->from, y->from);
	return c ? c : moment_cmp(x->to, y->to);
}

/* Bookings that overlap or follow at once are one. */
static void join(struct bookings *b)
{
	size_t kept = 0;
	if (b->taken.n)
		qsort(b->taken.v, b->taken.n, sizeof *b->taken.v, by_time);
	for (size_t i = 0; i < b->taken.n; i++) {
		struct span s = b->taken.v[i];
		struct span *last = kept ? &b->taken.v[kept - 1] : NULL;
		if (!last || moment_cmp(s.from, last->to) > 0)
			b->taken.v[kept++] = s;
		else if (moment_cmp(s.to, last->to) > 0)
			last->to = s.to;
	}
	b->taken.n = kept;
}

static void add_times(
	struct web *w, struct bookings *b, const struct calendar_event *told)
{
	bool takes = !told->cancelled && !told->free;
	for (size_t i = 0; takes && i < told->times.n; i++) {
		struct span s = web_span_of(&told->times.v[i]);
		if (moment_cmp(s.to, w->now) > 0)
			*list_add(w->arena, &b->taken) = s;
	}
}

/* What is shown changes when the first is over; and the next year may tell more. */
static void shorten(struct web *w, struct bookings *b)
{
	join(b);
	if (b->taken.n > BOOKINGS_SHOWN)
		b->taken.n = BOOKINGS_SHOWN;
	else
		web_valid_until(
			w, (struct moment){{(short)(w->now.day.year + 1), 1, 1}, 0});
	if (b->taken.n)
		web_valid_until(w, b->taken.v[0].to);
}

static void say_unread(
	const struct calendar_answer *r, const struct value *named, struct diag *d)
{
	if (r->end == CALENDAR_FAULTY)
		diag_say(d, MSG_BOOKINGS_FAULTY, named->loc, named->text,
			str_printf(d->arena, "%lu", r->line));
	else
		diag_say(d,
			r->end == CALENDAR_ABSENT ? MSG_BOOKINGS_UNREAD
						  : MSG_BOOKINGS_NOT_COUNTED,
			named->loc, named->text);
}

/* In a folder that is published as it is: web.c keeps it back. */
static bool is_public(struct str path)
{
	return str_starts(path, STR("documents/")) || str_starts(path, STR("images/"));
}

static struct str file_of(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? path : str_from(path, slash + 1);
}

/* No such file; one of that name where calendars are kept is the one that is meant. */
static void say_missing(const struct web *w, const struct value *named, struct diag *d)
{
	const struct source *src = w->site->source;
	struct str name = utf8_fold(d->arena, file_of(named->text));
	size_t count, first = source_below(src, STR("reservations/"), &count);
	for (size_t i = first; i < first + count; i++) {
		struct str path = src->files.v[i].path;
		if (str_eq(utf8_fold(d->arena, file_of(path)), name)) {
			diag_say(d, MSG_BOOKINGS_ELSEWHERE, named->loc, named->text,
				path);
			return;
		}
	}
	diag_say(d, MSG_BOOKINGS_MISSING, named->loc, named->text);
}

static void read_bookings(struct web *w, struct node *n, struct diag *d)
{
	const struct value *named = value_get(n->page->header, "planning");
	struct str ics;
	if (!value_given(named))
		return;
	struct bookings *b = arena_new(w->arena, struct bookings);
	n->bookings = b;
	if (is_public(named->text))
		diag_say(d, MSG_BOOKINGS_PUBLIC, named->loc, named->text);
	const struct source_file *f = source_find(w->site->source, named->text);
	if (!f) {
		say_missing(w, named, d);
		return;
	}
	if (!source_read(w->site->source, f, CALENDAR_MAX_BYTES, w->arena, d, &ics))
		return;
	struct calendar_answer r = web_ask_calendar(w, ics);
	if (r.end != CALENDAR_READ) {
		say_unread(&r, named, d);
		return;
	}
	struct calendar_events told =
		calendar_events_of(w->arena, w->site->commune.zone, r.text);
	for (size_t i = 0; i < told.n; i++)
		add_times(w, b, &told.v[i]);
	b->known = true;
	shorten(w, b);
}

void web_make_bookings(struct web *w, struct diag *d)
{
	const struct node_list *places = &w->collections[PAGE_PLACE].entries;
	for (size_t i = 0; i < places->n; i++)
		read_bookings(w, places->v[i], d);
}
