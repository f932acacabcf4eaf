/*
 * sha256.c: see sha256.h. The names of the steps are those of FIPS 180-4, section 6.2.
 */
#include "base/sha256.h"

#include <stdint.h>

#define BLOCK 64

/* First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t K[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
	0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
	0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
	0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
	0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turned(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

/* The message schedule: 16 words of the block, 48 made from them. */
static void schedule(const unsigned char *p, uint32_t w[64])
{
	for (size_t t = 0; t < 16; t++, p += 4)
		w[t] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
		       (uint32_t)p[2] << 8 | p[3];
	for (size_t t = 16; t < 64; t++) {
		uint32_t a = w[t - 15], b = w[t - 2];
		w[t] = w[t - 16] + (turned(a, 7) ^ turned(a, 18) ^ a >> 3) + w[t - 7] +
		       (turned(b, 17) ^ turned(b, 19) ^ b >> 10);
	}
}

static void take_block(unsigned *state, const unsigned char *p)
{
	uint32_t w[64], v[8];
	schedule(p, w);
	for (size_t i = 0; i < 8; i++)
		v[i] = state[i];
	for (size_t t = 0; t < 64; t++) {
		uint32_t a = v[0], e = v[4];
		uint32_t one = v[7] + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
			       ((e & v[5]) ^ (~e & v[6])) + K[t] + w[t];
		uint32_t two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) +
			       ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
		memmove(v + 1, v, 7 * sizeof *v);
		v[4] += one;
		v[0] = one + two;
	}
	for (size_t i = 0; i < 8; i++)
		state[i] += v[i];
}

void sha256_init(struct sha256 *h)
{
	*h = (struct sha256){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
				     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void sha256_add(struct sha256 *h, struct str part)
{
	while (part.n) {
		size_t held = (size_t)(h->n % BLOCK);
		size_t n = part.n < BLOCK - held ? part.n : BLOCK - held;
		memcpy(h->block + held, part.p, n);
		h->n += n;
		part = str_from(part, n);
		if (held + n == BLOCK)
			take_block(h->state, h->block);
	}
}

/* A one bit, zeros, and the length in bits, up to the end of a block. */
static void pad(struct sha256 *h)
{
	unsigned long long bits = h->n * 8;
	char end[BLOCK + 8] = {(char)0x80};
	size_t held = (size_t)(h->n % BLOCK);
	size_t zeros = (held < BLOCK - 8 ? BLOCK - 8 : 2 * BLOCK - 8) - held;
	for (size_t i = 0; i < 8; i++)
		end[zeros + i] = (char)(bits >> (56 - 8 * i) & 0xff);
	sha256_add(h, (struct str){end, zeros + 8});
}

struct sha256_hex sha256_end(struct sha256 *h)
{
	static const char digits[] = "0123456789abcdef";
	struct sha256_hex out = {{0}};
	pad(h);
	for (size_t i = 0; i < 64; i++)
		out.s[i] = digits[h->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
	return out;
}
