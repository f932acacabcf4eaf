/*
 * opening_directory.c: hours in the form of the administration's national directory: runs
 * of days, two spans a day at most, the rest as a comment. It tells the season that holds
 * on a date, since the directory has none.
 */
#include "base/strbuf.h"
#include "resolve/opening.h"

#define DIRECTORY_SPANS 2

/* What the form can hold of a day; what it cannot is `told` in a comment. */
static bool fits(const struct day_hours *h)
{
	return h->n == 1 && !h->clause[0].when.parity && !h->clause[0].when.nth &&
	       !h->clause[0].hours.by_appointment &&
	       h->clause[0].hours.n <= DIRECTORY_SPANS;
}

static struct str run_text(
	struct arena *a, const struct day_hours *h, int first, int last)
{
	struct str days = first == last ? date_day_name(first)
					: str_printf(a, "du %.*s au %.*s",
						  STR_ARG(date_day_name(first)),
						  STR_ARG(date_day_name(last)));
	return str_printf(a, "%.*s : %s%.*s", STR_ARG(days),
		fits(h) ? "" : "commentaire : ", STR_ARG(day_hours_text(a, h, first)));
}

void opening_directory(struct arena *a, const struct opening *o, struct date shown,
	struct str_list *out)
{
	for (int day = 1, last; day <= 7; day = last + 1) {
		struct day_hours h = opening_weekday(o, shown, day), next;
		last = day;
		if (day_hours_closed(&h))
			continue;
		while (last < 7 && fits(&h)) {
			next = opening_weekday(o, shown, last + 1);
			if (!day_hours_same(&h, &next))
				break;
			last++;
		}
		*list_add(a, out) = run_text(a, &h, day, last);
	}
	if (o->note.n)
		*list_add(a, out) =
			str_printf(a, "commentaire : %.*s", STR_ARG(o->note));
}
