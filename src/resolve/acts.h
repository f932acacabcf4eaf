/*
 * acts.h: what the acts of a commune are to one another and to the calendar: their
 * sittings, their files, which corrects which, by which day the law wants what online.
 * Made with the web; it says nothing of late ones, check does.
 */
#ifndef RESOLVE_ACTS_H
#define RESOLVE_ACTS_H

#include "model/act.h"
#include "model/site.h"

struct web;
struct node;

struct web_file {
	struct str path; /* its address, unescaped */
	const struct source *source;
	const struct source_file *file;
};

/* An act that is online. */
struct act {
	const struct node *node;
	enum act_type type;
	struct date online;   /* since that day */
	struct date sitting;  /* year 0: of no sitting */
	struct date adopted;  /* minutes: by the sitting of that day; or year 0 */
	int matter;           /* in act_matters; -1 */
	struct web_file file; /* its PDF; path empty: none, or not found */
	bool left_out; /* it has a file, a picture that is not published: file is empty */
	struct file_facts facts; /* of it */
	struct str near;         /* not found: what was meant, perhaps */
	const struct node *replaces, *replaced_by; /* or NULL */
};

/* The acts that one page shows. */
enum act_selection { ACTS_OF_YEAR, ACTS_OF_TYPES, ACTS_BY_MATTER };
struct act_list {
	enum act_selection by;
	short year;     /* ACTS_OF_YEAR */
	unsigned types; /* ACTS_OF_TYPES: 1 << enum act_type, together */
};

/*
 * A sitting of the council, from all that is written about it, acts that are not online
 * yet too: what is planned in time is not missing.
 */
struct sitting {
	struct date day;
	const struct page *first; /* the first of its acts, by path */
	size_t deliberations;
	const struct page *list, *minutes; /* or NULL */
	struct date list_due;              /* last day, included */
	struct date adopted; /* day of the sitting that adopts its minutes, or year 0 */
	struct date minutes_due; /* or year 0: not known yet */
};

struct acts {
	enum act_publicity publicity;
	struct {
		struct act *v;
		size_t n;
	} online; /* the newest first */
	struct {
		struct node **v;
		size_t n, cap;
	} years, others; /* their pages: the last year first; by type, by matter */
	struct {
		struct sitting *v;
		size_t n, cap;
	} sittings; /* the last first; drafts left out */
};

/* ---- act_clock.c: the calendar of the law ---- */

enum act_type act_type_of(const struct page *p);
/* The day an act is put online; the sitting it comes from, year 0 for none. */
struct date act_online(const struct page *p);
struct date act_sitting(const struct page *p);
/* The same day, months later; the month's last one where it has no such day. */
struct date date_months_later(struct date d, int months);
/* Until when an act stays online at least. */
struct date act_online_until(const struct page *p);
/* acts->sittings, from all acts of the site that are no drafts. */
void acts_find_sittings(struct arena *a, const struct site *site, struct acts *out);

/* ---- acts_explain.c ---- */

struct strbuf;
/* `tambour explain actes`: each sitting with what is due and since when it is online. */
void acts_explain(const struct web *w, struct strbuf *b, enum diag_lang lang);

#endif
