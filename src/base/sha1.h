/*
 * sha1.h: the fingerprint by which git names contents (FIPS 180-4), to tell whether a
 * file is the one of a commit without starting git. Not for anything that an enemy could
 * gain from forging: hash.h is for our own fingerprints.
 */
#ifndef BASE_SHA1_H
#define BASE_SHA1_H

#include "base/str.h"

/* 160 bits as 40 lower-case hexadecimal digits and a zero byte. */
struct sha1_hex {
	char s[41];
};

/* Of the first text followed by the second; either may be empty. */
struct sha1_hex sha1_hex(struct str first, struct str second);

#endif
