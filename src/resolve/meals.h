/*
 * meals.h: what the school canteen serves, day by day, from cantine.csv: the first meal
 * first, the courses of each in the order they are eaten. It prints nothing.
 */
#ifndef RESOLVE_MEALS_H
#define RESOLVE_MEALS_H

#include "data/value.h"

enum course {
	COURSE_STARTER,
	COURSE_MAIN,
	COURSE_SIDE,
	COURSE_DAIRY,
	COURSE_DESSERT,
	COURSES,
};

/* By enum course: its column of cantine.csv, and its name for people. */
struct course_name {
	const char *key, *shown; /* "entree", « Entrée » */
};
extern const struct course_name course_names[COURSES];

/* One row of cantine.csv. */
struct meal {
	struct date day;
	struct str dish[COURSES]; /* as written; empty: none */
	struct str note; /* « Repas de Noël », « Pas de cantine »; or empty */
	struct loc loc;
};

struct meals {
	struct meal *v; /* by day; no day twice */
	size_t n, cap;
	size_t next; /* the first of this week or later; n: none is known */
};

#endif
