/* hash.c: the one place that knows xxhash. */
#include "base/hash.h"

#include <stdio.h>
#include <xxhash.h>

unsigned long long hash_64(struct str bytes)
{
	return XXH3_64bits(bytes.p, bytes.n);
}

struct hash_hex hash_hex(struct str bytes)
{
	XXH128_hash_t h = XXH3_128bits(bytes.p, bytes.n);
	struct hash_hex out;
	snprintf(out.s, sizeof out.s, "%016llx%016llx", (unsigned long long)h.high64,
		(unsigned long long)h.low64);
	return out;
}
