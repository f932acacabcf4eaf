/*
 * people.c: elected people whose term is over, and portraits that do not exist.
 */
#include "check/check_internal.h"

static struct str name_of(const struct at *at, const struct value *p)
{
	struct str first = value_text(p, "prenom");
	return str_printf(at->diag->arena, "%.*s%s%.*s", STR_ARG(first),
		first.n ? " " : "", STR_ARG(value_text(p, "nom")));
}

static bool is_past(const struct at *at, const struct value *end)
{
	return value_given(end) && !end->faulty &&
	       date_cmp(end->as.moment.day, at->web->now.day) < 0;
}

static void check_elected(const struct at *at, const struct value *p)
{
	const struct value *end = value_get(p, "mandat_fin");
	if (is_past(at, end))
		diag_say(at->diag, MSG_TERM_OVER, end->loc, name_of(at, p),
			date_text_short(at->diag->arena, end->as.moment.day));
	path_exists(at, value_get(p, "photo"));
}

void people_facts(const struct at *at)
{
	const struct value *sheet = at->web->site->sheets[SHEET_PEOPLE];
	const struct value *elected = value_get(sheet, "elus"),
			   *staff = value_get(sheet, "agents"),
			   *end = value_get(sheet, "mandat_fin");
	if (is_past(at, end))
		diag_say(at->diag, MSG_TERM_OF_ALL_OVER, end->loc,
			date_text_short(at->diag->arena, end->as.moment.day));
	for (size_t i = 0; i < value_count(elected); i++)
		check_elected(at, value_at(elected, i));
	for (size_t i = 0; i < value_count(staff); i++)
		path_exists(at, value_get(value_at(staff, i), "photo"));
}
