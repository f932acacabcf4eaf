/* sha1.c: SHA-1 as FIPS 180-4 writes it, sections 5 and 6.1. */
#include "base/sha1.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BLOCK 64 /* bytes */

struct sha1 {
	uint32_t h[5];
	unsigned char block[BLOCK];
	size_t filled;   /* bytes of the block */
	uint64_t length; /* bytes seen */
};

static uint32_t turn(uint32_t x, unsigned n)
{
	return x << n | x >> (32 - n);
}

static uint32_t word_at(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* f(b, c, d) + K of round t. */
static uint32_t mixed(unsigned t, uint32_t b, uint32_t c, uint32_t d)
{
	if (t < 20)
		return ((b & c) ^ (~b & d)) + 0x5a827999U;
	if (t < 40)
		return (b ^ c ^ d) + 0x6ed9eba1U;
	if (t < 60)
		return ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdcU;
	return (b ^ c ^ d) + 0xca62c1d6U;
}

static void take_block(struct sha1 *s, const unsigned char *block)
{
	uint32_t w[80], a = s->h[0], b = s->h[1], c = s->h[2], d = s->h[3], e = s->h[4];
	for (unsigned t = 0; t < 16; t++)
		w[t] = word_at(block + (size_t)t * 4);
	for (unsigned t = 16; t < 80; t++)
		w[t] = turn(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
	for (unsigned t = 0; t < 80; t++) {
		uint32_t sum = turn(a, 5) + mixed(t, b, c, d) + e + w[t];
		e = d;
		d = c;
		c = turn(b, 30);
		b = a;
		a = sum;
	}
	s->h[0] += a;
	s->h[1] += b;
	s->h[2] += c;
	s->h[3] += d;
	s->h[4] += e;
}

static void add(struct sha1 *s, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	s->length += text.n;
	while (text.n) {
		size_t n = BLOCK - s->filled < text.n ? BLOCK - s->filled : text.n;
		memcpy(s->block + s->filled, p, n);
		p += n;
		text.n -= n;
		s->filled += n;
		if (s->filled == BLOCK) {
			take_block(s, s->block);
			s->filled = 0;
		}
	}
}

/* A one bit, zeros, then the length in bits on the last eight bytes of a block. */
static void pad(struct sha1 *s)
{
	static const char zeros[BLOCK] = {(char)0x80};
	char length[8];
	uint64_t bits = s->length * 8;
	for (int i = 0; i < 8; i++)
		length[i] = (char)(bits >> (56 - 8 * i));
	size_t n = s->filled < 56 ? 56 - s->filled : BLOCK + 56 - s->filled;
	add(s, (struct str){zeros, n});
	add(s, (struct str){length, sizeof length});
}

struct sha1_hex sha1_hex(struct str first, struct str second)
{
	struct sha1 s = {
		.h = {0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U, 0xc3d2e1f0U}};
	struct sha1_hex out;
	add(&s, first);
	add(&s, second);
	pad(&s);
	for (size_t i = 0; i < 5; i++)
		snprintf(out.s + i * 8, 9, "%08x", (unsigned)s.h[i]);
	return out;
}
