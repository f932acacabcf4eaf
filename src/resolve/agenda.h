/*
 * agenda.h: the events of a commune on a line of time: when each takes place, what is to
 * come, what is past, what the home page announces. Made with the web; whatever changes
 * with time lowers valid_until.
 */
#ifndef RESOLVE_AGENDA_H
#define RESOLVE_AGENDA_H

#include "model/event.h"

struct web;
struct node;

#define AGENDA_DATES 8     /* next times of one event, shown on its page */
#define AGENDA_WEEK 7      /* days that the home page announces */
#define AGENDA_HOME 4      /* events there, when fewer take place in these days */
#define AGENDA_HOME_MOST 8 /* and never more than these */

struct span {
	struct moment from, to; /* minutes given; `to` is the first one after it */
};

struct event {
	const struct node *node; /* NULL: of a neighbour's calendar */
	struct str title, place, summary;
	const struct node *at; /* the place of the commune that `lieu` names; or NULL */
	struct str origin;     /* of a neighbour's: whose calendar */
	struct str link;       /* of a neighbour's: where it is told; or empty */
	struct event_when when; /* the first time */
	struct str
		rhythm; /* « chaque semaine, le samedi »; empty: once, or no words for it */
	bool cancelled;
	bool again; /* it has a rule, or more days */
	bool unknown; /* it comes back, but nobody could count when: the first time stands */
	struct {
		struct span *v;
		size_t n, cap;
	} times;     /* that are known, the first first; never empty */
	size_t next; /* the first that is not over; times.n: all are past */
};

/* One time of an event. */
struct meeting {
	const struct event *event;
	struct span span;
};
struct meeting_list {
	struct meeting *v;
	size_t n, cap;
};

struct agenda {
	struct {
		struct event **v;
		size_t n, cap;
	} events; /* by their first time */
	struct meeting_list
		coming; /* each event once: its next time, the soonest first */
	struct meeting_list past; /* each event once: its last time, the last first */
	struct meeting_list home; /* what the home page announces, the soonest first */
	const struct node *archives; /* NULL: nothing of ours is past */
};

/* ---- agenda.c ---- */
/* The soonest first; of one time, ours before neighbours'. */
void meetings_sort(struct meeting_list *l);

/* ---- event_text.c: words about time ---- */
/* « samedi 5 décembre 2026, de 14 h à 18 h 30 » */
struct str span_text(struct arena *a, const struct event_when *w, struct span s);
/* « chaque semaine, le samedi, jusqu’au 26 juin 2027 »; empty for a rule as such. */
struct str event_rhythm(struct arena *a, const struct page *p);

/* ---- event_times.c: the same for machines ---- */
/* RRULE of a page's `repetition`, without UNTIL or COUNT when it has none; or empty. */
struct str event_rule(struct arena *a, const struct page *p, struct str zone);
enum event_lines {
	EVENT_FIRST, /* DTSTART and DTEND: the first time alone */
	EVENT_RULE,  /* and RRULE and RDATE: all times, exceptions among them */
	EVENT_WHOLE, /* and EXDATE */
};
/* The lines of a page's event; zone empty: on a wall clock of no zone. */
struct strbuf;
void event_put_times(struct strbuf *b, const struct page *p, struct str zone,
	enum event_lines lines);

#endif
