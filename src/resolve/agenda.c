/*
 * agenda.c: events told by time: which are to come, which are past, what the home page
 * announces, and until when that stays so. Further times of one event are
 * event_again.c's.
 */
#include "resolve/agenda.h"

#include <stdlib.h>

#include "resolve/web_internal.h"
#include "text/utf8.h"

/* ---- order ---- */

static int span_cmp(struct span a, struct span b)
{
	int c = moment_cmp(a.from, b.from);
	return c ? c : moment_cmp(a.to, b.to);
}

/* Ours before neighbours', then by title: the same on every machine. */
static int event_cmp(const struct event *a, const struct event *b)
{
	if (!a->node != !b->node)
		return a->node ? -1 : 1;
	int c = str_cmp(a->title, b->title);
	if (!c && a->node)
		c = str_cmp(a->node->address, b->node->address);
	return c ? c : str_cmp(a->origin, b->origin);
}

static int soonest_first(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;
	int c = span_cmp(x->span, y->span);
	return c ? c : event_cmp(x->event, y->event);
}

static int last_first(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;
	int c = span_cmp(y->span, x->span);
	return c ? c : event_cmp(x->event, y->event);
}

static void sort(struct meeting_list *l, int (*order)(const void *, const void *))
{
	if (l->n > 1)
		qsort(l->v, l->n, sizeof *l->v, order);
}

void meetings_sort(struct meeting_list *l)
{
	sort(l, soonest_first);
}

/* ---- one event of the commune ---- */

/* The place that a text names by its identifier (its file's name) or by its name. */
static const struct node *place_named(struct web *w, struct str text)
{
	const struct node_list *places = &w->collections[PAGE_PLACE].entries;
	struct str slug = utf8_slug(w->arena, text);
	for (size_t i = 0; slug.n && i < places->n; i++) {
		const struct node *n = places->v[i];
		if (str_eq(n->page->stem, slug) ||
			str_eq(utf8_slug(w->arena, n->title), slug))
			return n;
	}
	return NULL;
}

/* « salle-des-fetes » stands for the name of that place; other words are kept. */
static void find_place(struct web *w, struct event *e)
{
	e->at = place_named(w, e->place);
	if (e->at && str_eq(e->place, e->at->page->stem))
		e->place = e->at->title;
}

static void event_add(struct web *w, struct node *n)
{
	struct event *e = arena_new(w->arena, struct event);
	const struct value *header = n->page->header;
	*e = (struct event){.node = n,
		.title = n->title,
		.place = value_text(header, "lieu"),
		.summary = n->summary,
		.cancelled = value_yes(header, "annule", false)};
	event_when(n->page, &e->when);
	*list_add(w->arena, &e->times) = (struct span){e->when.from, e->when.to};
	find_place(w, e);
	n->event = e;
	*list_add(w->arena, &w->agenda.events) = e;
}

/* Which of its times is next; the end of that one changes what is shown. */
static void place_in_time(struct web *w, struct event *e)
{
	if (e->unknown)
		return;
	while (e->next < e->times.n && moment_cmp(e->times.v[e->next].to, w->now) <= 0)
		e->next++;
	if (e->next < e->times.n)
		web_valid_until(w, e->times.v[e->next].to);
}

static void share_out(struct web *w)
{
	struct agenda *a = &w->agenda;
	for (size_t i = 0; i < a->events.n; i++) {
		const struct event *e = a->events.v[i];
		bool over = e->next == e->times.n;
		struct span s = e->times.v[over ? e->times.n - 1 : e->next];
		if (over && !e->node)
			continue; /* a neighbour keeps its own archives */
		*list_add(w->arena, over ? &a->past : &a->coming) =
			(struct meeting){e, s};
	}
	sort(&a->coming, soonest_first);
	sort(&a->past, last_first);
}

/* ---- the home page ---- */

/* Midnight after the last of the days that are announced. */
static struct moment end_of_week(struct date today)
{
	return (struct moment){date_of_days(date_days(today) + AGENDA_WEEK), 0};
}

static struct moment enters_week(struct date day)
{
	return (struct moment){date_of_days(date_days(day) - AGENDA_WEEK + 1), 0};
}

/* All times in these days, and the next time of each event. */
static struct meeting_list near_ones(struct web *w, struct moment end, size_t *in_week)
{
	const struct agenda *a = &w->agenda;
	struct meeting_list near = {0};
	for (size_t i = 0; i < a->events.n; i++) {
		const struct event *e = a->events.v[i];
		for (size_t k = e->next; k < e->times.n; k++) {
			bool soon = moment_cmp(e->times.v[k].from, end) < 0;
			if (!soon && k > e->next)
				break;
			*in_week += soon;
			*list_add(w->arena, &near) = (struct meeting){e, e->times.v[k]};
		}
	}
	sort(&near, soonest_first);
	return near;
}

static bool is_announced(const struct agenda *a, const struct event *e, struct span s)
{
	for (size_t i = 0; i < a->home.n; i++)
		if (a->home.v[i].event == e && span_cmp(a->home.v[i].span, s) == 0)
			return true;
	return false;
}

/*
 * What takes place in these days, or when that is little, what comes next. It changes
 * when one of them ends, which is known already, or when the first that is left out
 * enters these days.
 */
static void announce(struct web *w)
{
	struct agenda *a = &w->agenda;
	struct moment end = end_of_week(w->now.day);
	size_t in_week = 0, most;
	a->home = near_ones(w, end, &in_week);
	most = in_week < AGENDA_HOME ? AGENDA_HOME : in_week;
	most = most < AGENDA_HOME_MOST ? most : AGENDA_HOME_MOST;
	a->home.n = a->home.n < most ? a->home.n : most;
	for (size_t i = 0; a->home.n < AGENDA_HOME_MOST && i < a->events.n; i++) {
		const struct event *e = a->events.v[i];
		for (size_t k = e->next; k < e->times.n; k++) {
			struct span s = e->times.v[k];
			if (moment_cmp(s.from, end) < 0 || is_announced(a, e, s))
				continue;
			web_valid_until(w, enters_week(s.from.day));
			break;
		}
	}
}

/* ---- archives ---- */

/* Whether it may be past one day, and its first time is: archives hold it, or will. */
static bool has_ended_once(const struct web *w, const struct page *p)
{
	const struct value *again = value_get(p->header, "repetition");
	struct str rule = value_text(again, "rrule");
	bool bounded = value_given(value_get(again, "jusqu_au")) ||
		       value_given(value_get(again, "fois")) ||
		       str_find(rule, STR("UNTIL")) < rule.n ||
		       str_find(rule, STR("COUNT")) < rule.n ||
		       (!rule.n && !value_given(value_get(again, "tous_les")));
	struct event_when when;
	event_when(p, &when);
	return bounded && moment_cmp(when.to, w->now) <= 0;
}

static bool has_past(struct web *w)
{
	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = &w->site->pages.v[i];
		if (p->kind == PAGE_EVENT && has_ended_once(w, p) &&
			web_is_online(w, p))
			return true;
	}
	return false;
}

void web_make_archives(struct web *w)
{
	if (!has_past(w))
		return;
	struct node *n = web_add_node(w, NODE_PAST_EVENTS, STR("agenda/archives.html"),
		STR("Événements passés"), w->collections[PAGE_EVENT].list);
	n->of = PAGE_EVENT;
	w->agenda.archives = n;
}

void web_make_agenda(struct web *w, struct diag *d)
{
	const struct node_list *own = &w->collections[PAGE_EVENT].entries;
	for (size_t i = 0; i < own->n; i++)
		event_add(w, own->v[i]);
	web_find_times(w, d);
	for (size_t i = 0; i < w->agenda.events.n; i++)
		place_in_time(w, w->agenda.events.v[i]);
	share_out(w);
	announce(w);
}
