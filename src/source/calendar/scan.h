/*
 * scan.h: whether a text has the form of an iCalendar file, and where it has not:
 * libical drops what it cannot read, without saying at which line. It reads no value.
 */
#ifndef SOURCE_CALENDAR_SCAN_H
#define SOURCE_CALENDAR_SCAN_H

#include <stddef.h>

struct scan_fault {
	size_t line;      /* from 1; 0: none */
	const char *what; /* "begin", "line", "end", "deep", "control" */
};

struct scan_fault scan_calendar(const char *p, size_t n);

#endif
