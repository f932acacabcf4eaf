/*
 * yaml_read.h: YAML text to values with places. The only door to libyaml.
 * What people mistype is said in plain words at its line, with the cure: an unquoted
 * colon, a tab, a lost quote, `@` or `%` in front, merge-conflict marks, a duplicate key
 * (error, both places). Bounds: YAML_MAX_BYTES, YAML_MAX_DEPTH, YAML_MAX_NODES; aliases
 * and tags are refused by name (nobody in a town hall means them).
 */
#ifndef DATA_YAML_READ_H
#define DATA_YAML_READ_H

#include "base/diag.h"
#include "data/value.h"

#define YAML_MAX_BYTES                                                                 \
	((size_t)1 << 20) /* a commune.yaml of 3 500 inhabitants is 4 kB */
#define YAML_MAX_DEPTH 16
#define YAML_MAX_NODES 50000u

/*
 * Read text, a part of origin->text that begins at byte `offset` of it (0 for a whole
 * file); places are those of the origin. False when it cannot be read (said). An empty
 * document gives a value of kind none.
 */
bool yaml_read(struct arena *a, const struct origin *o, size_t offset, struct str text,
	struct diag *d, const struct value **out);

/*
 * The same where the place of that byte is known: finding it counts the lines of the
 * file from its beginning, which a page of many blocks cannot pay for each.
 */
bool yaml_read_from(struct arena *a, struct loc first, size_t offset, struct str text,
	struct diag *d, const struct value **out);

#endif
