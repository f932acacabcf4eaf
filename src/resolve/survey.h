/*
 * survey.h: what a catalogue means for all territories at once, without going through
 * 35 000 communes: communes for which the same variants of a procedure hold see the same
 * procedure. For `tambour check` on a catalogue; no commune's build needs it.
 */
#ifndef RESOLVE_SURVEY_H
#define RESOLVE_SURVEY_H

#include "resolve/procedure.h"

/* A procedure as it stands for some communes. What it points at lasts for the call. */
struct procedure_form {
	const struct procedure *p; /* reduced, as one commune would see it */
	struct str how;            /* the variants that hold, or empty: none does */
	struct str where; /* one of them: INSEE code of a commune, or département */
	struct loc loc;   /* of the last of these variants, or of the procedure */
	bool first;       /* of the forms of this procedure */
};

struct survey {
	void *user;
	/* Once for every different form of every procedure that the catalogue shows. */
	void (*form)(void *user, const struct procedure_form *f);
	/* A variant that holds for no commune; how: « variante (pour : …) ». */
	void (*never)(void *user, const struct value *variant, struct str how);
};

/*
 * site: one catalogue and no commune (commune.v NULL); merged: what procedures_merge
 * made of it. What is wrong with a form (an unknown operator, a frame that is not
 * allowed) is said; repeats are dropped by diag_sort. Communes without a place in
 * territoires.yaml are taken to exist in every département.
 */
void catalogue_survey(const struct site *site, const struct procedures *merged,
	struct date today, const struct survey *s, struct diag *d);

#endif
