/* acts_history.c: see acts_history.h. */
#include "cli/acts_history.h"

#include "check/check.h"

#define FOLDER "actes/"

struct history_of_acts {
	const struct git_dates *added; /* paths below actes/ */
	struct str zone;
};

/* The day on the commune's own clock. */
static struct date day_of(const struct history_of_acts *h, struct str path)
{
	long long utc;
	if (!utc_of_rfc3339(git_date(h->added, path), &utc))
		return (struct date){0};
	return moment_of_utc(h->zone, utc).day;
}

static struct date came(void *user, struct str path)
{
	const struct history_of_acts *h = user;
	return day_of(h, str_from(path, sizeof FOLDER - 1));
}

void acts_history_check(const struct web *w, const struct git_cache *c,
	struct str folder, struct diag *d)
{
	struct git_dates added;
	struct arena *a = w->arena;
	struct diag unsaid = diag_on(a);
	if (!w->acts.online.n ||
		!git_added_folder(a, c, folder, "actes", &added, &unsaid))
		return;
	struct history_of_acts mine = {&added, w->site->commune.zone};
	struct check_history h = {&mine, came, day_of(&mine, STR("."))};
	check_acts_history(w, &h, d);
}
