/*
 * date.h: days of the civil calendar and the clock of French territories. No function
 * reads the machine's clock but date_now.
 */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include "base/str.h"

struct date {
	short year; /* 1 to 9999; 0: no date */
	unsigned char month, day;
};

/* A day and a minute on the commune's own wall clock. */
struct moment {
	struct date day;
	short minute; /* of the day, 0 to 1439; -1: the day as a whole */
};

bool date_valid(struct date d);
int date_cmp(struct date a, struct date b);

/* Days since 1970-01-01, of a valid date, and back ({0} out of the years 1 to 9999). */
long date_days(struct date d);
struct date date_of_days(long days);

/* Both need a valid date. */
int date_weekday(struct date d);  /* 1 Monday to 7 Sunday */
int date_iso_week(struct date d); /* 1 to 53 */

enum date_error { DATE_OK, DATE_NOT_ONE, DATE_IMPOSSIBLE, DATE_WEEKDAY };

/*
 * The forms people write: 2026-11-23, 23/11/2026, 23.11.2026, 23 novembre 2026,
 * 1er mai 2026, lundi 23 novembre 2026, lundi 23/11/2026. DATE_IMPOSSIBLE: has the form but no such day.
 * DATE_WEEKDAY: *out is the day meant, but it is not the weekday that is written.
 * Otherwise *out is {0} but for DATE_OK.
 */
enum date_error date_parse(struct str s, struct date *out);

/*
 * A date with an hour behind it: "2026-11-23 18:30", "23/11/2026 à 18h30". The hour may
 * be absent; seconds are dropped; an offset from UTC is refused.
 */
enum date_error moment_parse(struct str s, struct moment *out);
int moment_cmp(
	struct moment a, struct moment b); /* a day as a whole before its hours */

/* Written out; empty where the date is not valid. Spaces are plain, but in the hour. */
struct str date_iso(struct arena *a, struct date d);  /* 2026-11-23 */
struct str date_text(struct arena *a, struct date d); /* lundi 23 novembre 2026; 1er */
struct str date_text_short(struct arena *a, struct date d); /* 23 novembre 2026 */
/* « du 30 novembre au 4 décembre 2026 », « du 7 au 11 décembre 2026 »; one day: « du 30 novembre 2026 » */
struct str date_range_text(struct arena *a, struct date from, struct date to);
struct str date_month_name(int month);  /* 1 to 12: janvier */
struct str date_month_short(int month); /* janv., févr., mars... */
struct str date_day_name(int weekday);  /* 1 to 7: lundi */
struct str moment_text(
	struct arena *a, struct moment m); /* lundi 23 novembre 2026 à 18 h 30 */

/* What the machine's clock shows: seconds since 1970, UTC. */
long long date_now(void);

/*
 * Zones of France by département code ("61", "2A", "971", "975", "988"...): an IANA name.
 * Codes that are not known give Europe/Paris, and so do zones in the functions below;
 * "UTC" is known.
 */
struct str zone_of_departement(struct str departement);

/* Offset from UTC in minutes of a zone at an instant (seconds since 1970, UTC). */
int zone_offset(struct str zone, long long utc);

/*
 * The wall clock of a zone at an instant, and RFC 3339 of a wall clock:
 * 2026-11-23T18:30:00+01:00 (a day as a whole: its midnight). Today's rules of summer
 * time are taken for all years.
 */
struct moment moment_of_utc(struct str zone, long long utc);
struct str moment_rfc3339(struct arena *a, struct str zone, struct moment m);

/* The instant of an RFC 3339 date with its offset, as git writes it. False: it is none. */
bool utc_of_rfc3339(struct str s, long long *utc);

/*
 * French public holidays of a year for a département: the eleven, two more in 57, 67, 68,
 * abolition of slavery overseas, etc. Sorted by date; two may share one (Ascension can
 * fall on 1 May), and then holiday_on names the first. Good Friday in 57, 67, 68 is given
 * to all communes, though the law reserves it to those with a Protestant temple.
 */
struct holiday {
	struct date day;
	struct str name; /* « Ascension » */
};
#define HOLIDAYS_MAX 16
size_t holidays_of_year(
	struct str departement, int year, struct holiday out[HOLIDAYS_MAX]);

/* True and its name when d is a holiday there. */
bool holiday_on(struct str departement, struct date d, struct str *name);

#endif
