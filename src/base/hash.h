/*
 * hash.h: fingerprints of bytes, by libxxhash (XXH3). For telling contents apart among
 * files that nobody forges against us: not for signatures or passwords. The values are
 * stable across machines and versions, so they may be written to files.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

unsigned long long hash_64(struct str bytes);

/* 128 bits as 32 lower-case hexadecimal digits and a zero byte. */
struct hash_hex {
	char s[33];
};
struct hash_hex hash_hex(struct str bytes);

#endif
