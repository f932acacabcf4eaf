/*
 * event.h: words of an event that do not change from one commune to the next: how often
 * it comes back, on which days; and when it takes place first. Further times are resolve's.
 */
#ifndef MODEL_EVENT_H
#define MODEL_EVENT_H

#include "model/page.h"

/* How often, as headers write it, and what iCalendar makes of it (RFC 5545, 3.3.10). */
struct event_step {
	const char *word;    /* « deux semaines » */
	const char *each;    /* « toutes les deux semaines » */
	const char *freq;    /* "WEEKLY" */
	unsigned char every; /* INTERVAL */
};
#define EVENT_STEPS 9
extern const struct event_step event_steps[EVENT_STEPS];
extern const char *const event_step_words[EVENT_STEPS + 1]; /* NULL at the end */

/* Weekdays from Monday on: « lundi » and "MO". */
extern const char *const event_day_words[8];
extern const char *const event_day_codes[7];

/* Which of the weekdays of a month: « premier » 1 to « quatrième » 4, « dernier » -1. */
#define EVENT_RANKS 5
extern const char *const event_rank_words[EVENT_RANKS + 1];
extern const signed char event_ranks[EVENT_RANKS];

/* When an event takes place the first time. */
struct event_when {
	struct moment from, to; /* minutes given, `to` the first one after its end */
	bool whole;             /* days, without an hour */
	bool ends;              /* an hour of its end was written */
};

/* From the header of an event that has a day; false: it would end before it begins. */
bool event_when(const struct page *p, struct event_when *out);

/* The same, said of its `fin`. */
bool event_check(const struct page *p, struct diag *d);

#endif
