/*
 * catalogue_against.c: what the next version of a catalogue would take away from the
 * communes that use this one. It compares identifiers; words and addresses are told to
 * each commune by `tambour update`.
 */
#include "check/catalogue.h"

#include "base/map.h"
#include "text/utf8.h"

struct against {
	struct diag *diag;
	struct loc now;         /* the new version, as a whole */
	enum diag_code missing; /* what a missing row says */
};

/* Rows of `before` whose id no row of `now` has. */
static void compare_rows(
	const struct against *x, const struct value *before, const struct value *now)
{
	struct map ids = {0};
	for (size_t i = 0; i < value_count(now); i++)
		*map_put(x->diag->arena, &ids, value_text(value_at(now, i), "id")) =
			&ids;
	for (size_t i = 0; i < value_count(before); i++) {
		const struct value *row = value_at(before, i);
		struct str id = value_text(row, "id");
		if (!id.n || map_get(&ids, id))
			continue;
		diag_say(x->diag, x->missing, x->now, id);
		diag_also(x->diag, MSG_NOTE_WAS_HERE, row->loc);
	}
}

static void compare_services(const struct against *x, const struct catalogue *before,
	const struct catalogue *now)
{
	const struct value *old = value_get(before->about, "services");
	const struct value *new = value_get(now->about, "services");
	struct arena *a = x->diag->arena;
	for (size_t i = 0; i < value_count(old); i++) {
		const struct value *key = value_at(old, i);
		bool there = false;
		for (size_t k = 0; k < value_count(new) && !there; k++)
			there = str_eq(utf8_fold_key(a, key->text),
				utf8_fold_key(a, value_at(new, k)->text));
		if (there)
			continue;
		diag_say(x->diag, MSG_AGAINST_SERVICE, x->now, key->text);
		diag_also(x->diag, MSG_NOTE_WAS_HERE, key->loc);
	}
}

/* Still there, but shown no more: its address must lead to the one that replaces it. */
static void compare_hidden(
	const struct against *x, const struct page *before, const struct page *now)
{
	const struct value *hidden = value_get(now->header, "masquer");
	if (!value_yes(now->header, "masquer", false) ||
		value_yes(before->header, "masquer", false) ||
		value_given(value_get(now->header, "remplacee_par")))
		return;
	diag_say(x->diag, MSG_AGAINST_HIDDEN, hidden->loc, now->stem);
	diag_also(x->diag, MSG_NOTE_WAS_HERE, before->loc);
}

static void compare_procedures(const struct against *x, const struct catalogue *before,
	const struct catalogue *now)
{
	struct map ids = {0};
	for (size_t i = 0; i < now->procedures.n; i++) {
		struct page *p = &now->procedures.v[i];
		*map_put(x->diag->arena, &ids, p->stem) = p;
	}
	for (size_t i = 0; i < before->procedures.n; i++) {
		const struct page *old = &before->procedures.v[i];
		const struct page *new = map_get(&ids, old->stem);
		if (new) {
			compare_hidden(x, old, new);
			continue;
		}
		/* One that only said what it changes takes nothing away when it goes. */
		if (value_yes(old->header, "modifie", false))
			continue;
		diag_say(x->diag, MSG_AGAINST_PROCEDURE, x->now, old->stem);
		diag_also(x->diag, MSG_NOTE_WAS_HERE, old->loc);
	}
}

void check_catalogue_against(
	const struct catalogue *now, const struct catalogue *before, struct diag *d)
{
	struct against x = {d, now->about->loc, MSG_AGAINST_CATEGORY};
	x.now.line = x.now.column = 0;
	compare_rows(&x, before->categories, now->categories);
	x.missing = MSG_AGAINST_EVENT;
	compare_rows(&x, before->events, now->events);
	x.missing = MSG_AGAINST_OPERATOR;
	compare_rows(&x, before->operators, now->operators);
	x.missing = MSG_AGAINST_TERRITORY;
	compare_rows(&x, before->territories, now->territories);
	compare_services(&x, before, now);
	compare_procedures(&x, before, now);
}
