/*
 * front.h: the bytes of a file made readable, and its header told from its body.
 *
 *	---
 *	titre: Coupure d’eau        header: YAML
 *	---
 *	Le texte.                   body: Markdown
 */
#ifndef DATA_FRONT_H
#define DATA_FRONT_H

#include "base/diag.h"
#include "data/value.h"

/*
 * Bytes to the text that places refer to: BOM dropped, CRLF and CR to LF, Windows-1252
 * to UTF-8 (noted), composed (NFC). Fills o->text, with the bytes themselves where
 * nothing changes: they must live as long. False (said) when the bytes are no text: a
 * zero byte, or other control characters (C1 controls included, place told).
 */
bool front_text(struct arena *a, struct origin *o, struct str bytes, struct diag *d);

struct front {
	const struct value *header; /* kind none when there is no header */
	struct str body;
	size_t body_offset; /* of body in origin->text */
};

/*
 * Split and read. The header opens with a line `---` that is the file's first
 * non-blank line, and ends with `---` or `...`. A header never closed, or indented, is said with the cure.
 * False when the header cannot be read.
 */
bool front_split(
	struct arena *a, const struct origin *o, struct diag *d, struct front *out);

#endif
