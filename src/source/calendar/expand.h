/*
 * expand.h: the events of an iCalendar text and their times within a window, counted by
 * libical and written for source/calendar.c to read.
 */
#ifndef SOURCE_CALENDAR_EXPAND_H
#define SOURCE_CALENDAR_EXPAND_H

#include <stdbool.h>
#include <stdio.h>

struct expand_window {
	int from, to; /* 20260101: days, `to` excluded */
	int most;     /* times of one event */
};

/* False: libical cannot read it at all. */
bool expand_calendar(const char *text, const struct expand_window *w, FILE *out);

#endif
