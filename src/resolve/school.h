/*
 * school.h: when there is no school: holidays and single days, from ecole.csv, the first
 * first. What is wrong with them together is told by check/school.c. It prints nothing.
 */
#ifndef RESOLVE_SCHOOL_H
#define RESOLVE_SCHOOL_H

#include "data/value.h"

#define SCHOOL_WEEK 7 /* days that the home page announces */

/* One row of ecole.csv. */
struct school_break {
	struct str name;         /* « Vacances de Noël » */
	struct date first, last; /* without school */
	/* Holidays: the last day of class is the one before, class begins again behind. */
	bool single; /* one day, which stands in the middle of class */
	enum school_care {
		CARE_UNKNOWN,
		CARE_NONE,
		CARE_GIVEN,
	} care;           /* whether children are looked after meanwhile */
	struct str where; /* CARE_GIVEN: where and when; may be empty */
	struct loc loc;
};

struct school_break_list {
	const struct school_break **v;
	size_t n, cap;
};

struct school {
	struct school_break *v; /* by their first day */
	size_t n, cap;
	struct school_break_list coming; /* those that are not over */
	struct school_break_list home;   /* of them, those that the home page tells */
};

/* The day by which it must be known: the last of class, or the day itself. */
static inline struct date school_told(const struct school_break *b)
{
	return date_of_days(date_days(b->first) - !b->single);
}

/* Holidays: the day on which class begins again. */
static inline struct date school_back(const struct school_break *b)
{
	return date_of_days(date_days(b->last) + 1);
}

/* There is no school on that day. */
static inline bool school_is_out(const struct school_break *b, struct date d)
{
	return date_cmp(b->first, d) <= 0 && date_cmp(d, b->last) <= 0;
}

#endif
