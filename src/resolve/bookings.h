/*
 * bookings.h: when a hall is taken, from the calendar that the commune keeps of it. Only
 * that it is taken comes out: neither who booked it nor what for is kept.
 */
#ifndef RESOLVE_BOOKINGS_H
#define RESOLVE_BOOKINGS_H

#include "resolve/agenda.h"

#define BOOKINGS_SHOWN 20 /* next times of one hall */

struct bookings {
	struct {
		struct span *v;
		size_t n, cap;
	} taken; /* not over yet, rising, none touches another; BOOKINGS_SHOWN at most */
	bool known; /* the calendar could be read */
};

#endif
