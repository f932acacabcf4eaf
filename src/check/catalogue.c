/*
 * catalogue.c: the table of checks of a catalogue alone. Forms of procedures come from
 * resolve/survey.h; what its next version takes away is catalogue_against.c's business.
 */
#include "check/catalogue.h"

#include "resolve/survey.h"

struct at_catalogue {
	const struct web *web;
	const struct catalogue *catalogue;
	struct diag *diag;
	const struct page *page;
	bool base_without_human; /* of the procedure at hand: variants need not say it again */
};

/* ---- forms ---- */

/* « Quand » alone leads nobody anywhere. */
static bool has_human_way(const struct value *v)
{
	static const char *const ways[] = {"ou", "comment", "telephone", "adresse"};
	const struct value *on_site = value_get(v, "sur_place");
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (value_given(value_get(on_site, ways[i])))
			return true;
	return false;
}

static void human_way(struct at_catalogue *at, const struct procedure_form *f)
{
	bool human = has_human_way(f->p->v);
	if (f->first)
		at->base_without_human = false;
	if (human || f->p->partial || at->base_without_human)
		return;
	if (!f->how.n) {
		at->base_without_human = true;
		diag_say(at->diag, MSG_CATALOGUE_NO_HUMAN, f->loc, f->p->id);
		return;
	}
	diag_say(at->diag, MSG_CATALOGUE_NO_HUMAN_THERE, f->loc, f->p->id, f->how,
		f->where);
	diag_also(at->diag, MSG_NOTE_DEFINED_HERE, f->p->loc);
}

/* The operator allows his own pages in a frame, not any page. */
static void frame_host(struct at_catalogue *at, const struct procedure_form *f)
{
	const struct value *service = value_get(f->p->v, "service"),
			   *op = f->p->operateur;
	const struct value *link = value_get(service, "lien");
	if (!str_is(value_text(service, "affichage"), "cadre") || !value_given(link) ||
		!value_yes(op, "cadre", false) ||
		host_allowed(link->text, value_get(op, "hotes")))
		return;
	diag_say(at->diag, MSG_CATALOGUE_FRAME_HOST, link->loc, value_text(op, "nom"));
	diag_also(at->diag, MSG_NOTE_OPERATOR_HERE, op->loc, value_text(op, "id"));
}

/* ---- files ---- */

static void stale_date(struct at_catalogue *at, const struct value *v)
{
	const struct value *checked = value_get(v, "verifie_le");
	if (!value_given(checked) || !checked->typed)
		return;
	struct date today = at->web->now.day, until;
	if (date_cmp(checked->as.moment.day, today) > 0) {
		diag_say(at->diag, MSG_CATALOGUE_CHECKED_LATER, checked->loc,
			checked->text);
		return;
	}
	until = fact_fresh_until(at->catalogue, checked);
	if (date_cmp(today, until) > 0)
		diag_say(at->diag, MSG_CATALOGUE_STALE, checked->loc, checked->text,
			date_iso(at->diag->arena, until));
}

static void stale_facts(struct at_catalogue *at)
{
	const struct value *variants = value_get(at->page->header, "variantes");
	if (value_yes(at->page->header, "masquer", false))
		return;
	stale_date(at, at->page->header);
	for (size_t i = 0; i < value_count(variants); i++)
		stale_date(at, value_at(variants, i));
}

/* ---- the whole ---- */

/* Who runs no service online is a role: « la mairie », « la gendarmerie ». */
static void operators_without_phone(struct at_catalogue *at)
{
	for (size_t i = 0; i < value_count(at->catalogue->operators); i++) {
		const struct value *op = value_at(at->catalogue->operators, i);
		bool online = value_given(value_get(op, "lien")) ||
			      value_count(value_get(op, "hotes"));
		if (online && !value_given(value_get(op, "telephone")))
			diag_say(at->diag, MSG_CATALOGUE_OPERATOR_PHONE, op->loc,
				value_text(op, "nom"));
	}
}

static bool names_heading(const struct value *v, const char *key, struct str id)
{
	const struct value *given = value_get(v, key);
	if (given && given->kind == VALUE_TEXT)
		return str_eq(given->text, id);
	for (size_t i = 0; i < value_count(given); i++)
		if (str_eq(value_at(given, i)->text, id))
			return true;
	return false;
}

static bool heading_used(const struct catalogue *c, const char *key, struct str id)
{
	for (size_t i = 0; i < c->procedures.n; i++) {
		const struct value *header = c->procedures.v[i].header;
		const struct value *variants = value_get(header, "variantes");
		if (names_heading(header, key, id))
			return true;
		for (size_t k = 0; k < value_count(variants); k++)
			if (names_heading(value_at(variants, k), key, id))
				return true;
	}
	return false;
}

static void headings_without_procedure(
	struct at_catalogue *at, const struct value *headings, const char *key)
{
	for (size_t i = 0; i < value_count(headings); i++) {
		const struct value *h = value_at(headings, i);
		if (!heading_used(at->catalogue, key, value_text(h, "id")))
			diag_say(at->diag, MSG_CATALOGUE_HEADING_EMPTY, h->loc,
				value_text(h, "titre"));
	}
}

static void empty_headings(struct at_catalogue *at)
{
	headings_without_procedure(at, at->catalogue->categories, "categorie");
	headings_without_procedure(at, at->catalogue->events, "evenements");
}

/* ---- the table ---- */

/* A check looks at the catalogue as a whole, at its procedures' files, at their forms. */
static const struct {
	const char *name;
	void (*whole)(struct at_catalogue *at);
	void (*file)(struct at_catalogue *at);
	void (*form)(struct at_catalogue *at, const struct procedure_form *f);
} checks[] = {
	{"human-way-everywhere", NULL, NULL, human_way},
	{"frame-host", NULL, NULL, frame_host},
	{"stale-facts", NULL, stale_facts, NULL},
	{"operator-without-phone", operators_without_phone, NULL, NULL},
	{"empty-heading", empty_headings, NULL, NULL},
};
#define CHECKS (sizeof checks / sizeof *checks)

static void look_at_form(void *user, const struct procedure_form *f)
{
	for (size_t i = 0; i < CHECKS; i++)
		if (checks[i].form)
			checks[i].form(user, f);
}

static void say_never(void *user, const struct value *variant, struct str how)
{
	struct at_catalogue *at = user;
	diag_say(at->diag, MSG_CATALOGUE_VARIANT_NEVER, variant->loc, how);
}

void check_catalogue(const struct web *w, struct diag *d)
{
	const struct catalogue *c = &w->site->catalogues.v[0];
	struct at_catalogue at = {.web = w, .catalogue = c, .diag = d};
	const struct survey survey = {&at, look_at_form, say_never};
	for (size_t i = 0; i < CHECKS; i++)
		if (checks[i].whole)
			checks[i].whole(&at);
	for (size_t k = 0; k < c->procedures.n; k++) {
		at.page = &c->procedures.v[k];
		for (size_t i = 0; i < CHECKS; i++)
			if (checks[i].file)
				checks[i].file(&at);
	}
	catalogue_survey(w->site, &w->procedures, w->now.day, &survey, d);
}
