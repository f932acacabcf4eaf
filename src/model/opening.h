/*
 * opening.h: when a place receives people, as it was written: a week, weeks odd and even,
 * seasons, exceptions. It knows no mairie: any record with the rows of OPENING_FIELDS
 * (schemas.h) has one. What holds on a given day is resolve/opening.h's.
 */
#ifndef MODEL_OPENING_H
#define MODEL_OPENING_H

#include "base/diag.h"
#include "data/value.h"

/* By weekday - 1. NULL: not said here. */
struct opening_week {
	const struct day_hours *day[7];
};

/* Each year; the days that it says have its hours. */
struct opening_season {
	struct str name;
	struct date from, to; /* of the year: see year_day_parse */
	struct loc loc;
	struct opening_week week;
};

/* Days that do not keep the hours above. */
struct opening_exception {
	struct date from, to; /* both included */
	struct str why;       /* may be empty */
	bool open;            /* has hours of its own; else closed */
	bool extra;           /* an opening, of `ouvertures` */
	bool weak;            /* other hours of several days: of those open anyway */
	struct hours hours;
};

struct opening {
	bool given; /* there are hours; else all else is empty */
	struct opening_week week, even, odd;
	struct {
		struct opening_season *v;
		size_t n, cap;
	} seasons; /* of two that hold, the later in the list wins */
	struct {
		struct opening_exception *v;
		size_t n, cap;
	} exceptions; /* closures, then openings: of two that hold, the first wins */
	bool on_holidays;       /* open as on other days */
	struct str departement; /* whose public holidays they are */
	struct str note;        /* a sentence under the hours, or empty */
};

/*
 * From a typed record (a mairie, a desk, a place). Periods that end before they begin
 * are said and left out; seasons that say the same day twice are said.
 */
void opening_read(struct arena *a, const struct value *record, struct str departement,
	struct diag *d, struct opening *out);

#endif
