/*
 * letters.h: how much text a content stream of a PDF shows. It knows operators, and no
 * font: what the bytes look like is not its business.
 */
#ifndef SOURCE_PDF_LETTERS_H
#define SOURCE_PDF_LETTERS_H

#include <stddef.h>

/* Bytes of the strings that are shown: one a letter with simple fonts, else two. */
size_t letters_shown(const unsigned char *p, size_t n);

#endif
