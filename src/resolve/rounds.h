/*
 * rounds.h: the collection of waste as days: each round with those of this year and of
 * the next, moved where a holiday moves them, from collectes.yaml and collectes.csv. It
 * prints nothing.
 */
#ifndef RESOLVE_ROUNDS_H
#define RESOLVE_ROUNDS_H

#include "data/value.h"

#define ROUNDS_WEEK 7 /* days that the home page announces */

struct round_day {
	struct date day;
	struct date instead; /* the day that a holiday moved it from; year 0: none */
	struct str why;      /* then: « Jour de l’an » */
};

struct round {
	struct str name, sector, note; /* the last two may be empty */
	struct str rhythm; /* « le jeudi des semaines paires »; or empty */
	struct loc loc;
	struct {
		struct round_day *v;
		size_t n, cap;
	} days;      /* rising, no day twice */
	size_t next; /* the first that is not past; n: none is known */
};

/* One day of one round. */
struct pickup {
	const struct round *round;
	const struct round_day *day;
};
struct pickup_list {
	struct pickup *v;
	size_t n, cap;
};

struct rounds {
	struct {
		struct round *v;
		size_t n, cap;
	} all;                   /* as written, then those of the table alone */
	struct str_list sectors; /* their names, the first met first */
	struct pickup_list home; /* those of the next days, the soonest first */
};

/* ---- rounds.c ---- */
/* The soonest first; of one day, as rounds are written. */
void pickups_sort(struct pickup_list *l);

/* ---- round_days.c ---- */
/* The days of a round by its rule, its holidays and exceptions, from one day to another. */
struct diag;
void round_count(struct arena *a, const struct value *record, int holidays,
	struct str departement, struct date from, struct date to, struct diag *d,
	struct round *out);
/* One more day; the order is round_sort's. */
void round_add(struct arena *a, struct round *r, struct round_day day);
/* In order, each day once. */
void round_sort(struct round *r);

#endif
