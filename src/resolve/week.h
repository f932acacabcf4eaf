/*
 * week.h: what one week holds, for the sheet on the noticeboard: what takes place, which
 * bins are collected, when there is no school. From Friday on it is the week to come: sheets are printed before
 * the week they are for.
 */
#ifndef RESOLVE_WEEK_H
#define RESOLVE_WEEK_H

#include "resolve/agenda.h"
#include "resolve/rounds.h"
#include "resolve/school.h"

#define WEEK_TURNS 5 /* the weekday, from 1 Monday, from which the next week is told */

struct week {
	const struct node *node; /* NULL: no sheet, for there is nothing to tell */
	struct date monday, sunday;
	struct meeting_list meetings;    /* the soonest first */
	struct pickup_list pickups;      /* the same */
	struct school_break_list breaks; /* the same */
};

#endif
