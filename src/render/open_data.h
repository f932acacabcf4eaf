/*
 * open_data.h: the tables for other programs, one row each. Their columns are those of
 * the national schemas where there is one; docs/tables describes them all. A row that
 * the schema would refuse is left out, and a table without rows is not published.
 */
#ifndef RENDER_OPEN_DATA_H
#define RENDER_OPEN_DATA_H

#include "render/render_internal.h"

/* What a table is about, in days. Year 0: the rows are of no day. */
struct table_days {
	struct date first, last;
	struct date changed; /* the last change that is known; or year 0 */
};

struct open_table {
	const char *path; /* "lieux/equipements.csv" */
	const char *id; /* of the data set, before the commune's code: "equipements" */
	const char *title, *about; /* « Les délibérations »; a sentence */
	const char *theme, *words; /* for the list of tables; words parted by ';' */
	const char *schema;        /* « equipements 0.1.5 »; NULL: our own */
	const char *const *columns;
	bool (*any)(struct render *r);
	void (*put)(struct render *r, struct strbuf *b); /* its rows */
	/* Say what keeps rows out of it; NULL: nothing does. */
	void (*lacks)(struct render *r);
	void (*days)(struct render *r, struct table_days *days);
};

/* One row (RFC 4180). */
void csv_row(struct strbuf *b, const struct str *cells, size_t n);
#define CSV_ROW(b, cells) csv_row(b, cells, sizeof(cells) / sizeof *(cells))

/* `a`, `b`: keys that lack, named to whoever can write them. */
void table_lacks(struct strbuf *keys, const char *key, bool lacks);
/* Say that something is not in the table under a path for want of those keys. */
void table_say(struct render *r, struct loc loc, struct str what, const char *path,
	const struct strbuf *keys);

/* « 2026-11-23 » of a typed date, or empty. */
struct str table_date(struct arena *a, const struct value *date);
/* The later of two days; year 0 is none. */
struct date later_day(struct date a, struct date b);

/* ---- columns and rows: deliberations.c, open_places.c, open_meals.c ---- */
/* deliberations_any: render_internal.h, for the page of deliberations leads there. */
extern const char *const deliberation_columns[];
void deliberations_put(struct render *r, struct strbuf *b);
void deliberations_lack(struct render *r);
void deliberations_days(struct render *r, struct table_days *days);

extern const char *const equipment_columns[];
bool equipments_any(struct render *r);
void equipments_put(struct render *r, struct strbuf *b);
void equipments_lack(struct render *r);
void equipments_days(struct render *r, struct table_days *days);

extern const char *const dish_columns[];
bool dishes_any(struct render *r);
void dishes_put(struct render *r, struct strbuf *b);
void dishes_lack(struct render *r);
void dishes_days(struct render *r, struct table_days *days);

#endif
