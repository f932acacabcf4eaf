/*
 * pack_internal.h: the numbers and ids of a pack, for who reads and who writes it. What
 * a pack holds is in pack.h.
 */
#ifndef SOURCE_PACK_INTERNAL_H
#define SOURCE_PACK_INTERNAL_H

#include "source/pack.h"

/* Where the numbers of the head stand. */
#define PACK_AT_HASH 16
#define PACK_AT_SIZE 24
#define PACK_AT_COUNT 32
#define PACK_AT_NAMES 40
#define PACK_AT_TREE 48

static inline unsigned long long pack_get(const unsigned char *p, int bytes)
{
	unsigned long long n = 0;
	for (int i = bytes - 1; i >= 0; i--)
		n = n << 8 | p[i];
	return n;
}

static inline void pack_put(unsigned char *p, int bytes, unsigned long long n)
{
	for (int i = 0; i < bytes; i++)
		p[i] = (unsigned char)(n >> 8 * i);
}

/* An id in hexadecimal digits and a zero byte: 2 * PACK_ID + 1. */
static inline void pack_id_text(const unsigned char *id, char *text)
{
	for (int i = 0; i < PACK_ID; i++) {
		text[2 * i] = "0123456789abcdef"[id[i] >> 4];
		text[2 * i + 1] = "0123456789abcdef"[id[i] & 15];
	}
	text[2 * PACK_ID] = '\0';
}

#endif
