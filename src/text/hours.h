/*
 * hours.h: opening hours of one day as people write them.
 * « 9h-12h, 14h-17h30 », « 9:00-12:00 et 14:00-17:30 », « de 9 h à 12 h », « fermé »,
 * « sur rendez-vous », « 9h-12h sur rendez-vous ».
 */
#ifndef TEXT_HOURS_H
#define TEXT_HOURS_H

#include "base/str.h"

#define HOURS_SLOTS 6

struct hours {
	struct {
		short from, to; /* minutes of the day, 0 to 1440, from < to, rising */
	} slot[HOURS_SLOTS];
	unsigned char n;     /* 0: closed (or only by appointment) */
	bool by_appointment; /* « sur rendez-vous » */
};

enum hours_error { HOURS_OK, HOURS_NOT_SO, HOURS_REVERSED, HOURS_OVERLAP };

enum hours_error hours_parse(struct str s, struct hours *out);

/*
 * One slot more, in its place by rising hours; midnight as an end is 24 h. HOURS_NOT_SO
 * when there is no room for it; whether slots overlap is not looked at.
 */
enum hours_error hours_insert(struct hours *h, int from, int to);

/* « de 9 h à 12 h et de 14 h à 17 h 30 », « fermé », no-break spaces in place. */
struct str hours_text(struct arena *a, const struct hours *h);

/* One hour: 540 -> « 9 h », 570 -> « 9 h 30 »; 24-hour ISO form 09:30. */
struct str clock_text(struct arena *a, int minute);
struct str clock_iso(struct arena *a, int minute);

/* « 9h30 », « 9 h 30 », « 09:30 », « midi » is refused (ambiguous): minutes, or -1. */
int clock_parse(struct str s);

#endif
