/*
 * pdf.h: whether PDFs can be read aloud: text, title, language. It holds no reader of
 * PDF: a program of its own beside this one, tambour-pdf, runs libqpdf in a child
 * process with limits of time and memory, and answers a word for each file.
 */
#ifndef SOURCE_PDF_H
#define SOURCE_PDF_H

#include "source/facts.h"

#define PDF_MAX_BYTES                                                                  \
	(256LL << 20)  /* of a file looked into; a larger one is PDF_NOT_SEEN */
#define PDF_SECONDS 5u /* for one file */
#define PDF_BATCH 32   /* files a process looks into */

/* The program, or NULL: what PDFs hold is then not known, and no one is to be blamed. */
const char *pdf_program(struct arena *a);

/*
 * Look into n files, by their paths in an open folder; fills pdf, text, title and
 * language of out. A file at which the child dies or tarries is PDF_DAMAGED, and the
 * next ones are looked into all the same.
 */
void pdf_look(struct arena *a, const char *program, int dir, const char *const *paths,
	struct file_facts *const *out, size_t n);

struct strbuf;

/*
 * One word for what was found, as tambour-pdf answers it and as it is kept: "unseen",
 * "locked", "damaged", or "read:" with a letter for each thing: t text, n title (name),
 * l language. False: no such word.
 */
bool pdf_facts_of(struct str word, struct file_facts *f);
void pdf_facts_put(struct strbuf *b, const struct file_facts *f);

#endif
