/*
 * procedure.h: the procedures as one commune shows them. Catalogues apply in the order of
 * commune.yaml, the commune's own demarches/ last; within a catalogue, variants first
 * reduce the procedure for the commune. Every value keeps its file, line and layer.
 */
#ifndef RESOLVE_PROCEDURE_H
#define RESOLVE_PROCEDURE_H

#include "model/site.h"

/* One text of a procedure: the explanation, or a note of a layer above it. */
struct procedure_text {
	struct str layer; /* "" the commune's own, else a catalogue's name */
	struct str
		title; /* « Note de la mairie », « Note de <catalogue> »; empty for the explanation */
	const struct page *page; /* whose body it is */
};

/* Where one field's value came from, oldest first: for `tambour explain`. */
struct procedure_step {
	struct str key;   /* "service.lien" */
	struct str layer; /* as above */
	struct str
		how; /* « définit », « modifie », « variante (pour : …) », « retire », « ajoute » */
	const struct value *value; /* NULL: removed */
	struct loc loc;
};

struct procedure {
	struct str id;
	const struct value *v; /* merged: keys of schema_demarche, typed */
	struct str defined_by; /* layer that defined it */
	struct loc loc;        /* of that definition */
	struct {
		struct procedure_text *v;
		size_t n, cap;
	} texts;
	struct {
		struct procedure_step *v;
		size_t n, cap;
	} steps;
	const struct value *operateur; /* of the operators' list, or NULL */
	struct str
		online; /* address of the service for this commune; empty: the human way only */
	struct loc online_loc;
	bool framed;  /* shown in a frame: the operator allows it */
	bool partial; /* says only what it changes: its base is in another catalogue */
	bool hidden;  /* keeps its address, which leads to replaced_by or to the list */
	bool stale; /* verifie_le is older than the catalogue's limit: cost and delay are not shown */
	struct str replaced_by;   /* id, or empty */
	struct str_list see_also; /* ids that exist and are shown */
};

struct procedure_list {
	struct procedure *v;
	size_t n, cap;
};

/* Headings, in the order of the catalogues; a later layer's same id replaces titles. */
struct heading {
	struct str id, title, summary, icon;
	struct loc loc;
};
struct heading_list {
	struct heading *v;
	size_t n, cap;
};

struct procedures {
	struct procedure_list all; /* sorted by id; hidden ones too */
	struct heading_list categories, events;
	struct date
		changes_on; /* first day to come when a cost goes stale; year 0: never */
};

/* The heading of an id, or NULL. */
const struct heading *heading_find(const struct heading_list *list, struct str id);

/* Say `code` at an id that no heading has, and the nearest that one has. */
void heading_say_unknown(struct diag *d, enum diag_code code,
	const struct heading_list *list, const struct value *id);

/* The procedure of an id or "catalogue/id", or NULL. */
const struct procedure *procedures_find(const struct procedures *p, struct str id);

/*
 * Do once what every commune would do again with this catalogue: territories, headers,
 * conditions of variants. a: what the catalogue was read into. It says nothing, and
 * changes nothing but the time that procedures_merge takes.
 */
void catalogue_prepare(struct arena *a, struct catalogue *c);

/* Merge. What is wrong is said; a procedure that cannot stand is left out. */
void procedures_merge(struct arena *a, const struct site *site, struct date today,
	struct diag *d, struct procedures *out);

/*
 * A page of a catalogue without the links that it may not make (said): the page itself,
 * or a copy in which they have an empty target. op: an operator whose hosts are allowed
 * too, or NULL. For legal texts too, which are merged by nobody.
 */
const struct page *page_guarded(struct arena *a, const struct catalogue *c,
	const struct value *op, const struct page *page, struct diag *d);

/* The commit that each layer kept by git is read at; a layer that is none has no row. */
struct procedure_versions {
	struct {
		struct str layer, commit;
	} * v;
	size_t n, cap;
};

/*
 * `tambour explain <id>`: every field, where it comes from (file, line, layer, commit),
 * what it overrode. versions: NULL where nothing is kept by git.
 */
void procedure_explain(const struct procedure *p, struct strbuf *out,
	enum diag_lang lang, const struct procedure_versions *versions);

/*
 * {name} facts of a commune, for address templates and legal texts: code_insee, nom,
 * code_postal, siren, departement..., then its `services`. False when the name is not
 * known at all; *value is empty when this commune does not have it.
 */
bool commune_fact(const struct commune *c, struct str name, struct str *value);

/*
 * The last day on which what was checked at `checked` (a verifie_le) may be shown; year
 * 0: for ever. c: the catalogue that says it, NULL the commune.
 */
struct date fact_fresh_until(const struct catalogue *c, const struct value *checked);

/* True when an https address leads to a host of a list (exact, or "*.name"). */
bool host_allowed(struct str address, const struct value *hosts);

#endif
