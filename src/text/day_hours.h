/*
 * day_hours.h: the hours of one weekday, whatever the week: « 9h-12h », « 9h-12h les
 * semaines paires », « 9h-12h ; 14h-17h sur rendez-vous le 1er mardi du mois »; and days
 * of the year that come back, « 1er avril ». Which season or closure stands above them
 * is resolve's business.
 */
#ifndef TEXT_DAY_HOURS_H
#define TEXT_DAY_HOURS_H

#include "text/date.h"
#include "text/hours.h"

enum parity { PARITY_ANY, PARITY_EVEN, PARITY_ODD }; /* of ISO weeks */

/* A bit for each place of a weekday in its month: 1 << 1 the first ... 1 << 5. */
#define NTH_LAST 6

/* On which days a clause holds. Zeroed: on all. */
struct when {
	unsigned char parity; /* enum parity */
	unsigned char nth;    /* bits; 0: any */
};

/*
 * Clauses that hold on one day add up. One that says « fermé » (no slot, no appointment)
 * closes the day, whatever the others say.
 */
struct day_clause {
	struct when when;
	struct hours hours;
};

#define DAY_CLAUSES 4

struct day_hours {
	unsigned char n;
	unsigned char weekday; /* that « 1er samedi du mois » names; 0: none */
	struct day_clause clause[DAY_CLAUSES];
};

/*
 * The forms that people write:
 *	clause { ";" clause }, a clause being hours with a condition before or behind:
 *	« semaines paires : 9h-12h, semaines impaires : 14h-17h »,
 *	« 9h-12h le 1er et le 3e samedi du mois », « fermé le dernier vendredi du mois ».
 * A condition counts for the whole of its clause. When it fails *out is {0}, and *rest
 * (may be NULL) is what is not understood, as a piece of s; empty: all of it.
 */
enum hours_error day_hours_parse(struct str s, struct day_hours *out, struct str *rest);

/* Does the clause hold on that date? The weekday is the caller's business. */
bool when_holds(struct when w, struct date d);

/* True when some date may have both. */
bool when_meet(struct when a, struct when b);

/* « les semaines paires », « le 1er et le 3e samedi du mois »; empty: always. */
struct str when_text(struct arena *a, struct when w, int weekday);

/*
 * « de 9 h à 12 h les semaines paires et sur rendez-vous les semaines impaires »; the
 * weekday, for « le 1er samedi du mois ».
 */
struct str day_hours_text(struct arena *a, const struct day_hours *h, int weekday);

bool day_hours_same(const struct day_hours *a, const struct day_hours *b);
/* Nobody is received on that weekday, in any week. */
bool day_hours_closed(const struct day_hours *h);

/*
 * A day that comes back each year, year 0: « 1er avril », « 01/04 », « 1er janvier »; a
 * month alone has day 0. The 29th of February is one.
 */
enum date_error year_day_parse(struct str s, struct date *out);
struct str year_day_text(struct arena *a, struct date d); /* « 1er avril », « avril » */

/*
 * Is d within two days of the year, both included? From the later to the earlier goes
 * over New Year's Eve; a month alone is its first day, or as the end its last.
 */
bool year_days_hold(struct date from, struct date to, struct date d);

#endif
