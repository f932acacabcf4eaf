/*
 * qr.h: a text as a QR code (ISO/IEC 18004), which telephones read with their camera: an
 * SVG of one path, sharp at any size, with the empty border of four modules that readers
 * need. The same text gives the same bytes. One takes about a third of a millisecond.
 */
#ifndef QR_QR_H
#define QR_QR_H

#include "base/strbuf.h"

/* To be raised with any change of what is drawn: files are named after it and their text. */
#define QR_DRAWING "1"

#define QR_MOST 2331 /* bytes, at level M (ISO/IEC 18004, table 7: version 40) */

/*
 * Put the code of a text. It can be read with 15 % of it damaged (level M). False, and
 * nothing put, when the text is empty or longer than QR_MOST.
 */
bool qr_svg(struct strbuf *b, struct str text);

#endif
