/*
 * ics.h: lines of an iCalendar file (RFC 5545): folded at 75 octets, never within a
 * character, ended by CR LF; moments as it writes them; the rules of a zone. It knows no
 * event.
 */
#ifndef TEXT_ICS_H
#define TEXT_ICS_H

#include "base/strbuf.h"
#include "text/date.h"

#define ICS_LINE_MAX 75 /* octets, without the line's end */

/* A line; name may hold parameters ("DTSTART;VALUE=DATE"). The value in its own form. */
void ics_line(struct strbuf *b, const char *name, struct str value);
/* The same for a TEXT value; nothing at all where it is empty. */
void ics_text(struct strbuf *b, const char *name, struct str text);

/* 20261205, or 20261205T183000 where a minute is given. */
struct str ics_moment(struct arena *a, struct moment m);
/* 20261205T173000Z of a zone's wall clock; a day as a whole is its midnight. */
struct str ics_utc(struct arena *a, struct str zone, struct moment m);

/* VTIMEZONE of a zone, by today's rules. */
void ics_zone(struct strbuf *b, struct str zone);

#endif
