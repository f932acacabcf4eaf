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

#include <stdint.h>

#include "base/map.h"
#include "resolve/procedure.h"
#include "text/nearest.h"

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
	size_t next; /* number of the next of the same id, from 1; 0: none */
};

/* A procedure being merged. */
struct entry {
	struct procedure p;
	struct value
		*v; /* the map that becomes p.v: its maps are our own, leaves shared */
	struct {
		struct value **v;
		size_t n, cap;
	} records;   /* the maps within v */
	bool shared; /* v and its maps are a catalogue's: see entry_own */
	const struct value *masquer; /* the last one given */
	struct loc last;             /* the file of the last layer that spoke of it */
	size_t last_rank;
	const struct procedure *done; /* in the list of all, once that is sorted */
};

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

/* A commune, or what is left of a département outside all territories. */
struct place {
	struct str
		code; /* INSEE code, or empty: no territory and no variant names it */
	struct str departement; /* code */
	struct str region;      /* INSEE code; empty where there is none */
	size_t here;            /* this commune's codes: their number, from 1 */
};

/* A named set of communes of one catalogue. */
struct territory {
	const struct value *v;
	size_t number; /* in its catalogue, from 0 */
};

/* The territories of one catalogue: the same for every commune. */
struct territory_set {
	struct territory *v;
	size_t n;
	struct map by_id;
	/* Every code that one of them names: a commune looks for its own from end to end. */
	struct {
		struct territory_code {
			uint64_t code; /* its signs, one a byte: see code_packed */
			size_t territory;
		} * v;
		size_t n, cap;
	} codes;
};

/* What a merge makes of them. */
struct territories {
	const struct territory_set *set;
	unsigned *here;    /* by number; bit n: it holds the commune's code n + 1 */
	struct map *codes; /* by number, without a commune: every code */
};

/* The conditions of a variant, brought to codes. Empty or NULL: no such condition. */
struct scope {
	struct str region, departement, commune, service;
	const struct territory *territory[2];
	bool faulty;
};

struct variant {
	const struct value *v;
	struct scope scope;
	int rank;       /* the closest of its conditions; 0: only `raccordee` */
	struct str how; /* « variante (pour : …) » */
	struct changes changes;
};

struct variants {
	struct variant *v;
	size_t n, cap;
};

/*
 * A site without a commune (commune.v NULL) is a catalogue that its maintainers check: no
 * variant holds there, and what changes another catalogue's procedures stands alone.
 */
struct merge {
	struct arena *arena;
	struct arena *
		lasting; /* of territories: lives as long as the whole; often the same */
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
	struct map
		operator_first; /* number of the first of an id, from 1, as a pointer */
	bool layered; /* no commune, and some file changes another catalogue's procedure */
	struct territories *territories;  /* of each catalogue, by its rank */
	struct map regions, departements; /* as written: struct str, their codes */
	struct {
		struct place *v;
		size_t n, cap;
	} here; /* the commune under its code and its former ones; none without one */
	struct changes base; /* of the header at hand: its room is used again */
	struct procedures *out;
};

/* ---- procedure_merge.c: an entry of its own, before it is anybody's ---- */

/* An empty entry, with room for what a procedure usually says. */
void entry_begin(struct arena *a, struct entry *e, struct str id);

/* What the file of `page` wants; INTENT_NONE, said, when it contradicts itself. */
enum intent { INTENT_DEFINE, INTENT_CHANGE, INTENT_REPLACE, INTENT_NONE };
enum intent intent_of(struct merge *m, const struct page *page);

/* Are all the keys of a whole procedure there? Else said. */
bool page_is_whole(struct merge *m, const struct page *page);

/* Make e what the file says, but for its variants. e says nothing yet. */
void entry_define(struct merge *m, const struct layer *l, struct entry *e,
	const struct page *page);

/* ---- procedure_prepare.c: what is the same for every commune ---- */

/* One file of a catalogue that defines a procedure. */
struct prepared_page {
	bool ready;         /* false: read it as any other file */
	struct entry entry; /* with its header and its text, without its variants */
	struct variants *scopes; /* its variants by their conditions; NULL: none */
};

struct prepared {
	struct territory_set territories;
	struct prepared_page *pages; /* as catalogue.procedures */
};

/* The prepared form of a page of a layer; NULL when it must be read. */
const struct prepared_page *prepared_find(
	const struct merge *m, const struct layer *l, const struct page *page);

/*
 * A copy of a prepared entry shares all with it. Before the first change what it shares
 * becomes its own.
 */
void entry_own(struct merge *m, struct entry *e);

/* ---- procedure_patch.c: one file's or variant's changes ---- */

/* The changes that a header or a variant asks for; what is wrong is said, left out. */
void changes_read(struct merge *m, const struct value *patch, struct changes *out);

/* Apply them, keeping a step for each. */
void changes_apply(struct merge *m, struct entry *e, const struct layer *l,
	const struct changes *c, struct str how);

/* Forget all that an entry says; what disappears is a step. */
void entry_empty(struct merge *m, struct entry *e, const struct layer *l,
	struct str how, struct loc loc);

/* Take one key out ("cout", "service.lien", "service"); steps are kept. */
void entry_remove(struct merge *m, struct entry *e, struct str key, struct str layer,
	struct str how, struct loc loc);

/* ---- procedure_variant.c: what changes with the territory ---- */

/*
 * The variants of a header in the order they apply, by their conditions alone: what they
 * change is not read. What is wrong with a condition is said, and the variant left out.
 */
void scopes_read(struct merge *m, const struct layer *l, const struct page *page,
	struct variants *out);

/*
 * Those that hold here, with what they change; without a commune, all of them. Two that
 * hold and contradict each other are said. op: the operator that stands without them.
 */
void variants_read(struct merge *m, const struct layer *l,
	const struct variants *scopes, struct str op, struct variants *out);

/* Say those that contradict each other: all, or those with a '1' in `holds`. */
void variants_compare(struct merge *m, const struct variants *list, const char *holds);

/* True when the conditions on territory hold at p. `raccordee` is not looked at. */
bool scope_covers(const struct merge *m, const struct layer *l, const struct scope *s,
	const struct place *p);

/* ---- procedure_place.c: communes, territories, départements, régions ---- */

/* The territories of a catalogue, for every commune. */
void territory_set_read(
	struct arena *a, const struct catalogue *c, struct territory_set *out);

/* Fill m->here and m->territories. Before anything else. */
void territories_read(struct merge *m);

/* A territory of the layer's catalogue, or NULL. */
const struct territory *territory_find(
	const struct merge *m, const struct layer *l, struct str id);

bool territory_holds(const struct merge *m, const struct layer *l,
	const struct territory *t, const struct place *p);

/* The code of a région or département as people write them; empty when there is none. */
struct str region_of(struct merge *m, struct str written);
struct str departement_of(struct merge *m, struct str written);

struct place place_of_commune(struct str code);

/* Every département, one after the other, *i from 0; false at the end. */
bool place_next(unsigned *i, struct place *out);

/* ---- procedure_check.c: what a layer may say, and what a procedure must ---- */

/*
 * Drop the changes that the layer may not make: links, phones. op is the identifier of
 * the operator that stands while they apply.
 */
void changes_check(
	struct merge *m, const struct layer *l, struct str op, struct changes *c);

/* The operator `op` as seen from a layer: its own catalogue first, then those below. */
const struct value *operator_find(
	const struct merge *m, const struct layer *l, struct str op);

/* Check hosts and operators of every catalogue; fills m->operators. */
void operators_read(struct merge *m);

/* ---- procedure_finish.c: the last word on a merged procedure ---- */

/* Operator, address, freshness, headings. The human way is check's business. */
void entry_finish(struct merge *m, struct entry *e);

/* see_also and replaced_by, once all procedures stand sorted in m->out. */
void procedure_links(struct merge *m, struct procedure *p);

/* A layer by its name; the commune's for "". */
struct layer layer_named(const struct merge *m, struct str name);

/*
 * What a catalogue names and does not hold: true, with a note, when the catalogue that it
 * changes may hold it.
 */
bool may_be_elsewhere(const struct merge *m, const struct value *named);

/* ---- procedure_address.c: addresses and facts ---- */

enum address_fault {
	ADDRESS_OK,
	ADDRESS_NOT_HTTPS, /* http:, javascript:, //host... */
	ADDRESS_BAD,       /* no host a browser would read as we do */
	ADDRESS_USER,      /* https://banque.fr@ailleurs.fr/ */
	ADDRESS_PORT,
	ADDRESS_NUMERIC, /* 192.0.2.1, [::1] */
};

struct address {
	enum address_fault fault;
	struct str host; /* as written, without user and port */
};

struct address address_read(struct str s);

/* True when a host is in a list: exact, or below "*.name". */
bool host_listed(struct str host, const struct value *hosts);

/* A host, or "*." and a host of two parts or more. */
bool host_pattern_valid(struct str pattern);

/* True when every {name} of an address can be known; those that cannot are said. */
bool address_names_known(
	const struct merge *m, const struct layer *l, const struct value *address);

/* True when `key` is one a commune may have under `services`; else said. */
bool service_key_known(
	const struct merge *m, const struct layer *l, const struct value *key);

/* The address of the online service for this commune, empty where it has none. */
struct str address_online(
	const struct merge *m, const struct value *service, struct loc *loc);

#endif
