/*
 * calendar.h: calendars (iCalendar, RFC 5545) counted out: events and their times within
 * a few years. It holds no reader of calendars: a program of its own beside this one,
 * tambour-calendar, runs libical in a child process with limits of time and memory.
 *
 * Its answer, by lines, for each event of the calendar:
 *
 *	event UID
 *	title, where, link TEXT         where they are given
 *	cancelled, free, bad, more, later   words alone: see struct calendar_event
 *	d 20261205 20261207             a time, of days as a whole: `to` excluded
 *	l 20261205 1830 20261205 2200   by a clock of no zone
 *	u 1764955800 1764968400         seconds since 1970, UTC
 */
#ifndef SOURCE_CALENDAR_H
#define SOURCE_CALENDAR_H

#include "text/date.h"

#define CALENDAR_MAX_BYTES ((size_t)4 << 20) /* of a calendar */
#define CALENDAR_MAX_ANSWER ((size_t)32 << 20)
#define CALENDAR_SECONDS 10u
#define CALENDAR_TIMES 2000 /* of one event */

struct calendar_request {
	struct str ics;
	struct date from,
		to; /* times that begin before `to`; those before `from` but one
				 are left out */
};

enum calendar_end {
	CALENDAR_READ,
	CALENDAR_FAULTY, /* `line`, and why it is no calendar */
	CALENDAR_ABSENT, /* no program to read it */
	CALENDAR_BROKEN, /* that program died, or took too long */
};

struct calendar_answer {
	enum calendar_end end;
	unsigned long line;
	struct str text; /* READ: the answer */
};

/* Whoever answers: the program itself, or a memory of what it answered. */
struct calendar_door {
	void *user; /* ask NULL: nobody does */
	struct calendar_answer (*ask)(
		void *user, struct arena *a, const struct calendar_request *q);
};

/* Ask the program itself. */
struct calendar_answer calendar_ask(struct arena *a, const struct calendar_request *q);

struct calendar_span {
	struct moment from,
		to; /* on the clock of the zone; minute -1: days as a whole */
};

struct calendar_event {
	struct str uid, title, place, link;
	bool cancelled;
	bool free; /* whoever has it in an agenda may be asked for something else */
	bool bad;  /* some of it cannot be read: its rule, a date */
	bool more; /* it has more than CALENDAR_TIMES in these years: they are left out */
	bool later; /* it goes on after these years */
	struct {
		struct calendar_span *v;
		size_t n, cap;
	} times; /* rising */
};

struct calendar_events {
	struct calendar_event *v;
	size_t n, cap;
};

/* What an answer says; lines that are none are passed over. */
struct calendar_events calendar_events_of(
	struct arena *a, struct str zone, struct str text);

#endif
