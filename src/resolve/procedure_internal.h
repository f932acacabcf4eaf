/*
 * procedure_internal.h: what the procedure_*.c files share while procedures are merged.
 *
 *	page (a layer's file) -> changes -> applied to the entry of its id -> procedure
 *
 * A header, and each of its variants, is first read into a flat list of changes. What is
 * refused there (a link to an undeclared host, a paying phone number) is said and is then
 * as if it had not been written. Applying changes decides nothing any more.
 */
#ifndef RESOLVE_PROCEDURE_INTERNAL_H
#define RESOLVE_PROCEDURE_INTERNAL_H

#include "base/map.h"
#include "resolve/procedure.h"

/* A catalogue, or the commune's own demarches/. */
struct layer {
	struct str name;                   /* "": the commune */
	const struct catalogue *catalogue; /* NULL: the commune */
	size_t rank;                       /* from 0, in the order they apply */
};

/* An operator of a catalogue, without what was refused in it. */
struct operator_row {
	const struct catalogue *catalogue;
	struct str id;
	const struct value *v;
};

/* A procedure being merged. */
struct entry {
	struct procedure p;
	struct value *v;  /* the map that becomes p.v: its maps are our own, leaves shared */
	struct {
		struct value **v;
		size_t n, cap;
	} records;                   /* the maps within v */
	const struct value *masquer; /* the last one given */
	struct loc last;             /* the file of the last layer that spoke of it */
	size_t last_rank;
};

struct merge {
	struct arena *arena;
	const struct site *site;
	struct date today;
	struct diag *diag;
	struct map by_id; /* struct entry */
	struct {
		struct entry **v;
		size_t n, cap;
	} entries;
	struct {
		struct operator_row *v;
		size_t n, cap;
	} operators;
	struct map territories; /* struct map of codes, by the address of the list */
	struct procedures *out;
};

/* ---- procedure_patch.c: one file's or variant's changes ---- */

/* In the order they apply: `retirer: [service]` beside `service:` replaces it whole. */
enum change_kind { CHANGE_REMOVE, CHANGE_SET, CHANGE_ADD };

struct change {
	enum change_kind kind;
	struct str key;            /* "cout", "service.lien" */
	const struct value *value; /* NULL: removed */
	struct loc loc;
};

struct changes {
	struct change *v;
	size_t n, cap;
};

/* The changes that a header or a variant asks for; what is wrong is said, left out. */
void changes_read(struct merge *m, const struct value *patch, struct changes *out);

/* Apply them, keeping a step for each. */
void changes_apply(struct merge *m, struct entry *e, const struct layer *l,
	const struct changes *c, struct str how);

/* Forget all that an entry says; what disappears is a step. */
void entry_empty(struct merge *m, struct entry *e, const struct layer *l, struct str how,
	struct loc loc);

/* Take one key out ("cout", "service.lien", "service"); steps are kept. */
void entry_remove(struct merge *m, struct entry *e, struct str key, struct str layer,
	struct str how, struct loc loc);

/* ---- procedure_variant.c: what changes with the territory ---- */

struct variant {
	const struct value *v;
	int rank; /* the closest of its conditions; 0: only `raccordee` */
	bool holds;
	struct str how; /* « variante (pour : …) » */
	struct changes changes;
};

struct variants {
	struct variant *v;
	size_t n, cap;
};

/*
 * The variants of a header, in the order they apply. Errors of their conditions, and
 * two that contradict each other somewhere, are said.
 */
void variants_read(struct merge *m, const struct layer *l, const struct page *page,
	struct str op, struct variants *out);

/* ---- procedure_check.c: what a layer may say, and what a procedure must ---- */

/*
 * Drop the changes that the layer may not make: links, phones. op is the identifier of
 * the operator that stands while they apply.
 */
void changes_check(struct merge *m, const struct layer *l, struct str op,
	struct changes *c);

/* The operator `op` as seen from a layer: its own catalogue first, then those below. */
const struct value *operator_find(const struct merge *m, const struct layer *l,
	struct str op);

/* Check hosts and operators of every catalogue; fills m->operators. */
void operators_read(struct merge *m);

/* ---- procedure_finish.c: the last word on a merged procedure ---- */

/* Operator, address, freshness, headings. The human way is check's business. */
void entry_finish(struct merge *m, struct entry *e);

/* see_also and replaced_by, once all procedures stand sorted in m->out. */
void procedure_links(struct merge *m, struct procedure *p);

/* A layer by its name; the commune's for "". */
struct layer layer_named(const struct merge *m, struct str name);

/* Say the nearest of the known words behind the message before it, when there is one. */
void say_nearest(struct diag *d, struct loc loc, struct str word, struct arena *a,
	const struct str_list *known);

/* ---- procedure_address.c: addresses and facts ---- */

enum address_fault {
	ADDRESS_OK,
	ADDRESS_NOT_HTTPS, /* http:, javascript:, //host... */
	ADDRESS_BAD,       /* no host a browser would read as we do */
	ADDRESS_USER,      /* https://banque.fr@ailleurs.fr/ */
	ADDRESS_PORT,
	ADDRESS_NUMERIC,   /* 192.0.2.1, [::1] */
};

struct address {
	enum address_fault fault;
	struct str host; /* as written, without user and port */
};

struct address address_read(struct str s);

/* A host, or "*." and a host of two parts or more. */
bool host_pattern_valid(struct str pattern);

/* True when every {name} of an address can be known; those that cannot are said. */
bool address_names_known(const struct merge *m, const struct layer *l,
	const struct value *address);

/* True when `key` is one a commune may have under `services`; else said. */
bool service_key_known(const struct merge *m, const struct layer *l,
	const struct value *key);

/* The address of the online service for this commune, empty where it has none. */
struct str address_online(const struct merge *m, const struct value *service,
	struct loc *loc);

#endif
