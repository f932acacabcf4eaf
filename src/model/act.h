/*
 * act.h: words about acts of a commune that do not change from one commune to the next:
 * their types, and the matters under which the State files them. It reads no page.
 */
#ifndef MODEL_ACT_H
#define MODEL_ACT_H

#include "base/str.h"

enum act_type {
	ACT_DELIBERATION,
	ACT_ARRETE,
	ACT_DECISION,
	ACT_LIST,    /* of the deliberations of a sitting */
	ACT_MINUTES, /* of a sitting, adopted by a later one */
	ACT_BUDGET,
	ACT_TYPES,
};

/* How a commune makes its acts public (ordonnance 2021-1310, in force 1 July 2022). */
enum act_publicity { ACTS_POSTED, ACTS_ON_PAPER, ACTS_ONLINE };

#define ACTS_CHOICE_BELOW 3500 /* inhabitants: from there on, online only */
#define ACT_MONTHS_ONLINE 2    /* at least: R2131-1 of the CGCT */
#define ACT_DAYS_LIST 7        /* list of deliberations, after the sitting: L2121-25 */
#define ACT_DAYS_MINUTES 7 /* minutes, after the sitting that adopts them: L2121-15 */

/* By enum act_type: as headers write it, as people read it. */
extern const char *const act_type_words[ACT_TYPES + 1]; /* NULL at the end */
struct str act_type_name(enum act_type t);              /* « Procès-verbal » */

/*
 * A matter of the ACTES nomenclature, levels 1 and 2: how acts are filed when they are
 * sent to the prefecture, and what the national schema of deliberations asks for.
 */
struct act_matter {
	const char *code;         /* "7.5" */
	const char *field, *name; /* « Finances locales », « Subventions » */
};
#define ACT_MATTERS 57
extern const struct act_matter act_matters[ACT_MATTERS];
/* Their codes, NULL at the end, in the same order. */
extern const char *const act_matter_codes[ACT_MATTERS + 1];

#endif
