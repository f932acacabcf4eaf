/*
 * same_procedures.h: are two merges of one commune the same, places and messages too? For
 * tests that merge with catalogues prepared and not: no commune may see a difference.
 */
#ifndef TESTS_SAME_PROCEDURES_H
#define TESTS_SAME_PROCEDURES_H

#include "resolve/procedure.h"

static inline bool same_loc(struct loc a, struct loc b)
{
	return a.origin == b.origin && a.line == b.line && a.column == b.column;
}

/* The same words in the same order, from the same places. */
static inline bool same_value(const struct value *a, const struct value *b)
{
	if (!a || !b || a == b)
		return a == b;
	if (a->kind != b->kind || a->typed != b->typed || a->faulty != b->faulty ||
		!same_loc(a->loc, b->loc) || !str_eq(a->text, b->text) ||
		value_count(a) != value_count(b))
		return false;
	for (size_t i = 0; i < value_count(a); i++)
		if (!same_value(value_at(a, i), value_at(b, i)))
			return false;
	size_t n = a->kind == VALUE_MAP ? a->map.n : 0;
	if (n && n != b->map.n)
		return false;
	for (size_t i = 0; i < n; i++) {
		const struct value_pair *p = &a->map.v[i], *q = &b->map.v[i];
		if (!str_eq(p->key, q->key) || !same_loc(p->loc, q->loc) ||
			!same_value(p->value, q->value))
			return false;
	}
	return true;
}

static inline bool same_steps(const struct procedure *a, const struct procedure *b)
{
	if (a->steps.n != b->steps.n)
		return false;
	for (size_t i = 0; i < a->steps.n; i++) {
		const struct procedure_step *p = &a->steps.v[i], *q = &b->steps.v[i];
		if (!str_eq(p->key, q->key) || !str_eq(p->layer, q->layer) ||
			!str_eq(p->how, q->how) || !same_value(p->value, q->value) ||
			!same_loc(p->loc, q->loc))
			return false;
	}
	return true;
}

static inline bool same_texts(const struct procedure *a, const struct procedure *b)
{
	if (a->texts.n != b->texts.n)
		return false;
	for (size_t i = 0; i < a->texts.n; i++) {
		const struct procedure_text *p = &a->texts.v[i], *q = &b->texts.v[i];
		const struct body *x = &p->page->body, *y = &q->page->body;
		if (!str_eq(p->layer, q->layer) || !str_eq(p->title, q->title) ||
			!str_eq(p->page->path, q->page->path) ||
			x->links.n != y->links.n)
			return false;
		for (size_t k = 0; k < x->links.n; k++)
			if (!str_eq(x->links.v[k].target, y->links.v[k].target))
				return false;
	}
	return true;
}

static inline bool same_procedure(const struct procedure *a, const struct procedure *b)
{
	bool same = str_eq(a->id, b->id) && same_value(a->v, b->v) &&
		    str_eq(a->defined_by, b->defined_by) && same_loc(a->loc, b->loc) &&
		    same_value(a->operateur, b->operateur) &&
		    str_eq(a->online, b->online) &&
		    same_loc(a->online_loc, b->online_loc) && a->framed == b->framed &&
		    a->partial == b->partial && a->hidden == b->hidden &&
		    a->stale == b->stale && str_eq(a->replaced_by, b->replaced_by) &&
		    a->see_also.n == b->see_also.n && same_steps(a, b) &&
		    same_texts(a, b);
	for (size_t i = 0; same && i < a->see_also.n; i++)
		same = str_eq(a->see_also.v[i], b->see_also.v[i]);
	return same;
}

static inline bool same_messages(struct diag *a, struct diag *b)
{
	diag_sort(a);
	diag_sort(b);
	if (a->list.n != b->list.n)
		return false;
	for (size_t i = 0; i < a->list.n; i++) {
		const struct diag_message *p = &a->list.v[i], *q = &b->list.v[i];
		if (p->code != q->code || p->also != q->also ||
			!same_loc(p->loc, q->loc))
			return false;
		for (size_t k = 0; k < DIAG_ARGS; k++)
			if (!str_eq(p->arg[k], q->arg[k]))
				return false;
	}
	return true;
}

/*
 * Merge a site whose catalogues are not prepared, prepare them, merge it again into *out,
 * with messages to *d. False when the two differ.
 */
static inline bool same_prepared(struct arena *a, struct site *site, struct date today,
	struct diag *d, struct procedures *out)
{
	struct procedures plain;
	struct diag said = diag_on(a), again = diag_on(a);
	procedures_merge(a, site, today, &said, &plain);
	for (size_t i = 0; i < site->catalogues.n; i++)
		catalogue_prepare(a, &site->catalogues.v[i]);
	procedures_merge(a, site, today, &again, out);
	for (size_t i = 0; i < again.list.n; i++) {
		const struct diag_message *m = &again.list.v[i];
		diag_add(d, m->code, m->also, m->loc, m->arg, DIAG_ARGS);
	}
	bool same = same_messages(&said, &again) && plain.all.n == out->all.n &&
		    date_cmp(plain.changes_on, out->changes_on) == 0;
	for (size_t i = 0; same && i < plain.all.n; i++)
		same = same_procedure(&plain.all.v[i], &out->all.v[i]);
	return same;
}

#endif
