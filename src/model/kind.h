/*
 * kind.h: the kinds of files that a commune writes, one row each: pages, with their
 * folder, fields, dates and list; and sheets, the files beside commune.yaml. It
 * reads nothing; page.c and site.c do, by these rows.
 *
 * Adding a kind is a row here, a schema, and a row in render/kinds.c with two templates.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include "model/schemas.h"

enum page_kind {
	PAGE_HOME,      /* accueil.md */
	PAGE_FREE,      /* pages/ */
	PAGE_NEWS,      /* actualites/ */
	PAGE_ACT,       /* actes/ */
	PAGE_DIRECTORY, /* annuaire/ */
	PAGE_PLACE,     /* lieux/ */
	PAGE_EVENT,     /* agenda/ */
	PAGE_PROCEDURE, /* demarches/, of a layer */
	PAGE_MENTION,   /* mentions/, of a catalogue */
	PAGE_KINDS,
};

/* How the pages of a list follow one another. */
enum kind_order {
	ORDER_GIVEN,    /* `ordre`, then the file's name */
	ORDER_NEWEST,   /* by day, the last first */
	ORDER_SOONEST,  /* by day, the first first */
	ORDER_TITLE,    /* by title, as in a dictionary */
	ORDER_REGISTER, /* by day, the last first; within a day by number */
};

struct kind {
	const char *folder; /* "actualites/"; NULL: not a folder of a commune */
	const struct schema *schema;
	/*
	 * Collections: pages that one list shows, whose address is the folder's and the
	 * file's name. NULL: the kind is none, and resolve places its pages itself.
	 */
	const char *list_title;
	const char *list_summary;
	enum kind_order order;
	bool nested;     /* sub-folders count */
	bool dated;      /* has a day: of its header, else of its file's name */
	const char *day; /* dated: the key of its day; NULL: "date" */
	bool day_named;  /* a day in its file's name is meant to be the same */
	bool in_menu;    /* its list stands in the menu, when it has pages */
	bool if_used;    /* without a page of it, there is no list */
	bool by_day;     /* its addresses hold the day: actes/2026/10-05-tarifs.html */
	bool files;      /* its folder also holds files that its pages name */
	bool index;      /* its list may have words of its own, in an index.md */
	bool parted; /* each of its sub-folders is a list, with an index.md or not */
	const char *title;   /* key of a page's title; NULL: "titre" */
	const char *summary; /* key of what stands for a `resume`; NULL: none */
};

/* By enum page_kind. */
extern const struct kind page_kinds[PAGE_KINDS];

/* YAML files and tables beside commune.yaml, none of them required. */
enum sheet {
	SHEET_REDIRECTIONS,
	SHEET_PEOPLE,
	SHEET_MEALS,
	SHEET_SCHOOL,
	SHEET_ROUNDS,
	SHEET_ROUND_DAYS,
	SHEETS
};

struct sheet_kind {
	const char *file;            /* "redirections.yaml" */
	const struct schema *schema; /* of the file; of a table, of one of its lines */
	bool table;                  /* CSV: read as a list of records */
};

/* By enum sheet. */
extern const struct sheet_kind sheet_kinds[SHEETS];

/* The key of a page's day. */
static inline const char *kind_day(const struct kind *k)
{
	return k->day ? k->day : "date";
}

static inline bool kind_is_collection(enum page_kind k)
{
	return page_kinds[k].list_title != NULL;
}

static inline const char *kind_title_key(enum page_kind k)
{
	return page_kinds[k].title ? page_kinds[k].title : "titre";
}

#endif
