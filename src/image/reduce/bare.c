/*
 * bare.c: see bare.h. A file is RIFF, a size, WEBP and chunks (RFC 9649); what is not the
 * picture goes, and so does the chunk VP8X, unless there is an alpha channel to tell of:
 *
 *	RIFF n WEBP | VP8X flags... | ICCP... | VP8 ... | EXIF...
 *	RIFF n WEBP | VP8 ...
 */
#include "image/reduce/bare.h"

#include <stdbool.h>
#include <string.h>

#define HEADER 12u
#define CHUNK 8u
#define ALPHA 0x10u /* a flag of VP8X */

static size_t size_at(const unsigned char *p)
{
	return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 |
	       (size_t)p[3] << 24;
}

static void put_size(unsigned char *p, size_t n)
{
	for (unsigned i = 0; i < 4; i++)
		p[i] = (unsigned char)(n >> (8 * i) & 0xff);
}

static bool is(const unsigned char *chunk, const char *name)
{
	return !memcmp(chunk, name, 4);
}

/* Whether a chunk stays; of VP8X only the alpha is told. */
static bool stays(unsigned char *chunk, size_t length)
{
	if (is(chunk, "VP8X") && length >= 1) {
		chunk[CHUNK] &= ALPHA;
		return chunk[CHUNK];
	}
	return is(chunk, "VP8 ") || is(chunk, "VP8L") || is(chunk, "ALPH");
}

size_t bare_webp(unsigned char *p, size_t n)
{
	size_t to = HEADER, at = HEADER;
	if (n < HEADER || !is(p, "RIFF") || !is(p + 8, "WEBP"))
		return 0;
	while (n - at >= CHUNK) {
		size_t length = size_at(p + at + 4),
		       whole = CHUNK + length + length % 2;
		if (length > n - at - CHUNK || whole > n - at)
			return 0;
		if (stays(p + at, length)) {
			memmove(p + to, p + at, whole);
			to += whole;
		}
		at += whole;
	}
	put_size(p + 4, to - CHUNK);
	return to;
}
