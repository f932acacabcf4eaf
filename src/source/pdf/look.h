/*
 * look.h: what is to be known of one PDF in memory. It trusts no byte of it, but not its
 * own library either: whoever calls it is ready to be killed.
 */
#ifndef SOURCE_PDF_LOOK_H
#define SOURCE_PDF_LOOK_H

#include <stdbool.h>
#include <stddef.h>

enum look { LOOK_READ, LOOK_LOCKED, LOOK_DAMAGED };

struct looked {
	enum look how;
	/* LOOK_READ: half of its pages at least have fonts; a title; a language. */
	bool text, title, language;
};

struct looked look_into(const char *bytes, size_t n);

#endif
