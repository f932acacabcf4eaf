/*
 * block.h: texts looked at sixteen bytes at a time, for the few loops that see every
 * byte of a site. Not a vector library: vectors as gcc and clang know them on every
 * processor, compared and searched.
 *
 * A block is compared with a byte (`b == 'x'`, `b <= 'x'`): each byte of the mask is
 * 0xFF where that holds, else 0; masks are joined with | and &. Blocks hold unsigned bytes.
 *
 *	while (block_fits(s, at) && !block_any(odd(block_at(s, at))))
 *		at += BLOCK;
 */
#ifndef BASE_BLOCK_H
#define BASE_BLOCK_H

#include "base/str.h"

#define BLOCK ((size_t)16)

typedef unsigned char block __attribute__((vector_size(16)));
typedef signed char block_mask __attribute__((vector_size(16))); /* of a comparison */

static inline bool block_fits(struct str s, size_t at)
{
	return s.n - at >= BLOCK;
}

/* The sixteen bytes from at on: they must be there (block_fits). */
static inline block block_at(struct str s, size_t at)
{
	block b;
	memcpy(&b, s.p + at, sizeof b);
	return b;
}

static inline bool block_any(block_mask mask)
{
	unsigned long long half[2];
	memcpy(half, &mask, sizeof half);
	return (half[0] | half[1]) != 0;
}

/* How many bytes stand before the first that is set in a mask; BLOCK when none is. */
static inline size_t block_first(block_mask mask)
{
	unsigned long long half[2];
	memcpy(half, &mask, sizeof half);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	if (half[0])
		return (size_t)__builtin_ctzll(half[0]) / 8;
	return half[1] ? 8 + (size_t)__builtin_ctzll(half[1]) / 8 : BLOCK;
#else
	if (half[0])
		return (size_t)__builtin_clzll(half[0]) / 8;
	return half[1] ? 8 + (size_t)__builtin_clzll(half[1]) / 8 : BLOCK;
#endif
}

#endif
