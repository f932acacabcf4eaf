/*
 * calendars.h: what tambour-calendar answered, kept in the state folder, so that a
 * commune without change starts no other process. An answer hangs on nothing but the
 * bytes of its question.
 *
 * The file `calendars` of the state folder:
 *
 *	tambour calendars 1
 *	<fingerprint of the question> <bytes of the answer>
 *	<the answer>
 *	...
 */
#ifndef CLI_CALENDARS_H
#define CLI_CALENDARS_H

#include "base/map.h"
#include "base/strbuf.h"
#include "source/calendar.h"

struct calendars_file {
	struct arena *arena;
	int dir;            /* state folder, or -1 */
	struct str old;     /* the file as it was */
	struct map answers; /* of old: fingerprint -> struct str */
	struct strbuf kept; /* of this run, as it will be written */
};

void calendars_open(struct calendars_file *f, struct arena *a, int dir);

/* The door for site_read; f must live as long as the web. */
struct calendar_door calendars_door(struct calendars_file *f);

/* Keep what this run asked; a failure only costs the next run its time. */
void calendars_keep(const struct calendars_file *f);

#endif
