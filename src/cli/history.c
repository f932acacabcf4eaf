/* history.c: see history.h. */
#include "cli/history.h"

void history_open(struct history *h, struct arena *a, const struct git_cache *c,
	struct str folder)
{
	*h = (struct history){.arena = a, .cache = c, .folder = folder};
	h->said = diag_on(a);
	h->at = git_folder_at(a, folder);
}

void history_open_commit(struct history *h, struct arena *a, const struct git_cache *c,
	const struct git_want *want, const struct git_pin *pin)
{
	*h = (struct history){
		.arena = a, .cache = c, .want = want, .pin = pin, .at = pin->commit};
	h->said = diag_on(a);
}

static bool read_dates(struct history *h)
{
	if (h->pin)
		return git_dates_source(
			h->arena, h->cache, h->want, h->pin, &h->dates, &h->said);
	return git_dates_folder(h->arena, h->cache, h->folder, &h->dates, &h->said);
}

/* The walk through history is made for the first page that asks, if any does. */
static bool changed(void *user, struct str path, struct str bytes, long long *utc)
{
	struct history *h = user;
	if (!h->at.n)
		return false;
	if (!h->asked)
		h->failed = !read_dates(h);
	h->asked = true;
	return utc_of_rfc3339(git_date_of_bytes(&h->dates, path, bytes), utc);
}

struct history_door history_door(struct history *h)
{
	return (struct history_door){h, changed};
}

struct str history_state(const struct history *h, bool dated)
{
	if (!dated)
		return STR("off");
	if (h->failed)
		return (struct str){0};
	return h->at.n ? h->at : STR("-");
}
