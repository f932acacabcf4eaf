/*
 * role.h: what a file of a commune is, by its path alone: a page of a kind, a sheet, or
 * nothing that is read. It opens no file, and says why one that looks like a page is none.
 */
#ifndef MODEL_ROLE_H
#define MODEL_ROLE_H

#include "base/diag.h"
#include "data/value.h"
#include "model/kind.h"

enum role { ROLE_NONE, ROLE_PAGE, ROLE_SHEET };

/* One commune being sorted. */
struct roles {
	struct arena *arena;
	struct diag *diag;
	const struct value *commune; /* commune.yaml: folders that it names are known */
	struct str last_unknown;     /* folder or file at the root that was just said */
};

/* Files in the order of their paths; fills the kind of a page, the sheet of a sheet. */
enum role role_of_file(
	struct roles *r, struct str path, enum page_kind *kind, enum sheet *sheet);

/* The place of a whole file, for messages. */
struct loc role_loc(struct arena *a, struct str path);

#endif
