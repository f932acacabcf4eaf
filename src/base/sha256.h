/*
 * sha256.h: SHA-256 (FIPS 180-4), so that anyone can compare a published act with the
 * one they hold. For telling our own files apart, hash.h is faster.
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

/* 256 bits as 64 lower-case hexadecimal digits and a zero byte. */
struct sha256_hex {
	char s[65];
};

/* A text that comes in parts: zero it with sha256_init, add each, end it once. */
struct sha256 {
	unsigned state[8];
	unsigned long long n; /* bytes so far */
	unsigned char block[64];
};
void sha256_init(struct sha256 *h);
void sha256_add(struct sha256 *h, struct str part);
struct sha256_hex sha256_end(struct sha256 *h);

#endif
