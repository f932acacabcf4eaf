/*
 * catalogue.h: a catalogue of e-procedures as its folder says it: headings, operators,
 * territories, procedures, legal texts. How catalogues combine is resolve/procedure.h.
 */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "model/page.h"

struct prepared;

struct catalogue {
	struct str name; /* as commune.yaml calls it: "association" */
	const struct source *source;
	const struct value *about;       /* catalogue.yaml, by schema_catalogue */
	const struct value *categories;  /* list of headings, or NULL */
	const struct value *events;      /* list of headings, or NULL */
	const struct value *operators;   /* list, or NULL */
	const struct value *territories; /* list, or NULL */
	struct page_list procedures;     /* sorted by path; id is `stem` */
	struct page_list mentions;
	/* What resolve made of it for every commune (catalogue_prepare); NULL: nothing. */
	const struct prepared *prepared;
};

/*
 * Read a catalogue from its source. Unknown keys are notes (a newer catalogue). False when
 * catalogue.yaml cannot be read (said): a file that fails is left out, and said.
 */
bool catalogue_read(struct arena *a, struct str name, const struct source *src,
	struct diag *d, struct catalogue *out);

/*
 * The same for those who write it: a key that this program does not know is an error, as
 * it is in a commune's files.
 */
bool catalogue_read_strictly(struct arena *a, struct str name, const struct source *src,
	struct diag *d, struct catalogue *out);

#endif
