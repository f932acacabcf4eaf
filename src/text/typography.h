/*
 * typography.h: French typography on running text: narrow no-break spaces before ; ! ?
 * and inside « », no-break space before :, curly apostrophes, "..." to …, straight quotes
 * to « », no-break between number and unit (12 h, 5 €, 25 km), « 1er ». Never on code,
 * URLs, e-mails or times such as 10:30.
 */
#ifndef TEXT_TYPOGRAPHY_H
#define TEXT_TYPOGRAPHY_H

#include "base/strbuf.h"

/* What came before in the same paragraph, so that marks split over nodes agree. */
struct typography {
	bool in_quote;   /* an opening straight quote was seen */
	unsigned before; /* last character put out; 0 at the start of a paragraph;
			    « also once the space behind it is out */
};

/*
 * Put text out. A text node should come whole, for a mark at the end of text is taken
 * for the end of its word. A plain space that b ends with may be taken back.
 */
void typography_put(struct strbuf *b, struct typography *t, struct str text);

/*
 * One whole text: a title, a sentence. s itself when nothing changes. An odd number of
 * straight quotes leaves them all as they are.
 */
struct str typography_of(struct arena *a, struct str s);

#endif
