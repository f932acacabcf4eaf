/*
 * gif.c: the blocks of a GIF file: a screen, a table of colours, then pictures (2c) and
 * extensions (21), whose data comes in parts of up to 255 bytes, to the trailer (3b).
 */
#include "image/picture_internal.h"

#define HEADER 13
#define EXTENSION 0x21
#define IMAGE 0x2c
#define TRAILER 0x3b
#define TABLE_GIVEN 0x80u

static size_t table_size(unsigned flags)
{
	return flags & TABLE_GIVEN ? (size_t)3 << ((flags & 7) + 1) : 0;
}

/* Behind the parts that begin here; 0 when their end is missing. */
static size_t skip_parts(struct str s, size_t at)
{
	while (at < s.n) {
		size_t n = byte_at(s, at);
		at += 1 + n;
		if (!n)
			return at;
	}
	return 0;
}

/* Comments, and what applications leave; how long a frame is shown is none of these. */
static bool says_more(struct str s, size_t at)
{
	unsigned label = byte_at(s, at + 1);
	bool loop = str_is(str_sub(s, at + 3, at + 14), "NETSCAPE2.0");
	return label == 0xfe || label == 0x01 || (label == 0xff && !loop);
}

void gif_look(struct str s, struct picture_look *p)
{
	size_t at = HEADER + table_size(byte_at(s, 10));
	bool picture = false;
	while (at && at < s.n && byte_at(s, at) != TRAILER) {
		if (byte_at(s, at) == EXTENSION) {
			p->bare = p->bare && !says_more(s, at);
			at = skip_parts(s, at + 2);
		} else if (byte_at(s, at) == IMAGE && bytes_have(s, at, 11)) {
			picture = true;
			at = skip_parts(s, at + 11 + table_size(byte_at(s, at + 9)));
		} else {
			p->fault = PICTURE_DAMAGED;
			return;
		}
	}
	if (!at || at >= s.n) {
		p->fault = PICTURE_CUT;
		return;
	}
	p->tail = at + 1 < s.n;
	p->place = xmp_has_place(s);
	if (picture)
		picture_size(p, le16_at(s, 6), le16_at(s, 8));
	else
		p->fault = PICTURE_DAMAGED;
}
