/*
 * sheet.h: the files beside commune.yaml that are no pages, read by their row of the table
 * of kinds (kind.h): YAML as a map, a table (CSV) as a list of maps, typed by the schema.
 */
#ifndef MODEL_SHEET_H
#define MODEL_SHEET_H

#include "base/diag.h"
#include "model/kind.h"

/* False when an error was said: *out then holds nothing that may be used. */
bool sheet_read(struct arena *a, const struct sheet_kind *k, struct str bytes,
	struct diag *d, const struct value **out);

#endif
