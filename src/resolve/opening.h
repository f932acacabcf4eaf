/*
 * opening.h: what opening hours mean: whether people are received on a day, what is
 * announced of the days to come, sentences for readers, and the rules by which a
 * browser's script works out the same days.
 */
#ifndef RESOLVE_OPENING_H
#define RESOLVE_OPENING_H

#include "model/opening.h"

/* ---- one day: opening.c ---- */

struct open_day {
	struct hours free; /* when anyone may come; slots that touch are one */
	bool appointment;  /* people are also, or only, received by appointment */
	enum { OPEN_USUAL, OPEN_HOLIDAY, OPEN_EXCEPTION } because;
	struct str why; /* the holiday's name, the exception's reason; may be empty */
};

/*
 * In rising order of strength: the week, weeks odd and even, seasons; other hours of
 * several days, for days that are open otherwise; public holidays; closures, and other
 * hours of one day; exceptional openings.
 */
struct open_day opening_day(const struct opening *o, struct date d);

/* The day without exceptions and holidays. */
struct open_day opening_usual_day(const struct opening *o, struct date d);

/* The hours written for that date's weekday, season and week; NULL: none. */
const struct day_hours *opening_usual(const struct opening *o, struct date d);

/* One clause's hours more: free ones are put in their place, or it is by appointment. */
void open_day_add(struct open_day *day, const struct hours *h);

/* The week shown on a date: seasons counted, weeks odd and even told by conditions. */
struct day_hours opening_weekday(
	const struct opening *o, struct date shown, int weekday);

/* Open now: until when. Closed: when it opens next, year 0 if not within 60 days. */
struct open_state {
	bool open;
	struct moment next;
};
struct open_state opening_state(const struct opening *o, struct moment now);

/* ---- announcements: closures.c ---- */

/* Days that differ from the usual ones, as a notice on the door would say them. */
struct closure {
	struct date from, to; /* both included */
	struct str why;       /* may be empty */
	struct hours hours;   /* of these days, where it is not closed */
	bool open, extra, holiday;
};

struct closures {
	struct closure *v;
	size_t n, cap;
};

/*
 * Exceptions now or to come, and holidays of the next 30 days on which it would be open;
 * the first first. *until is the first moment at which that changes, year 0: never.
 */
void opening_announced(struct arena *a, const struct opening *o, struct date today,
	struct closures *out, struct moment *until);

struct day_list {
	struct date *v;
	size_t n, cap;
};

/* Holidays of that year and the next on which it is closed. */
void opening_holidays(
	struct arena *a, const struct opening *o, int year, struct day_list *out);

/* The season that holds on a date, or NULL. */
const struct opening_season *opening_season_on(const struct opening *o, struct date d);

/* The next day on which another season begins or ends after today; year 0: none. */
struct date opening_season_change(const struct opening *o, struct date today);

/* ---- words: opening_text.c ---- */

/*
 * « Ouvert lundi, mardi et vendredi de 9 h à 12 h, jeudi sur rendez-vous. », then one
 * sentence a season: « Du 1er juillet au 31 août (été) : … ». Never names today.
 */
void opening_sentences(struct arena *a, const struct opening *o, struct str_list *out);

/* Those of the seasons that do not hold on a date; « Le reste de l’année : … » too. */
void opening_other_sentences(struct arena *a, const struct opening *o,
	struct date shown, struct str_list *out);

/* « du 1er juillet au 31 août », « en juillet ». */
struct str opening_period_text(struct arena *a, const struct opening_season *s);

/*
 * Lines for the national directory, whose form has runs of days with two spans at most:
 * « du lundi au mercredi : de 9 h à 12 h ». opening_directory.c
 */
void opening_directory(struct arena *a, const struct opening *o, struct date shown,
	struct str_list *out);

/* ---- rules for a script: opening_rules.c ---- */

/*
 * Rules, parted by blanks; of those that hold on a day the last says its hours:
 *
 *	rule   = [ period "/" ] [ weekdays ] [ "p" | "i" ] { "n" places } "=" slots
 *	period = MMDD "-" MMDD (each year) | YYYYMMDD "-" YYYYMMDD
 *	places = figures 1 to 5 of the weekday in its month, 6 the last
 *	slots  = minutes "-" minutes { "," ... }, or nothing: closed
 *
 * p and i are ISO weeks even and odd; no weekday: all. Appointments are not told. What
 * is over by today is left out, and so are holidays after the next year.
 */
struct str opening_rules(struct arena *a, const struct opening *o, struct date today);

#endif
