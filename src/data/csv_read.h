/*
 * csv_read.h: a table as spreadsheets save it (CSV, RFC 4180), to values with places: a
 * list of maps whose keys are the names of the first line, folded as those of YAML are.
 * It knows no column: schema_check does.
 *
 * Cells are parted by `;`, `,` or a tab: the one that the first line has most of. A cell
 * in quotes may hold that sign, line ends, and "" for a quote. Cells that are empty are
 * values of kind none; lines without any word are passed over.
 */
#ifndef DATA_CSV_READ_H
#define DATA_CSV_READ_H

#include "base/diag.h"
#include "data/value.h"

#define CSV_MAX_COLUMNS 40
#define CSV_MAX_LINES 5000 /* ten years of meals */

/*
 * The text of an origin (see front_text). False, said: a quote that is not closed, a line
 * with more cells than names, a name twice or none above a cell, too many of either.
 */
bool csv_read(struct arena *a, const struct origin *o, struct diag *d,
	const struct value **out);

#endif
