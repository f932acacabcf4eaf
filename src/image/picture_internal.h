/*
 * picture_internal.h: what the readers of one container each share: numbers at a place
 * in bytes, zero where there are none.
 */
#ifndef IMAGE_PICTURE_INTERNAL_H
#define IMAGE_PICTURE_INTERNAL_H

#include "image/picture.h"

static inline bool bytes_have(struct str s, size_t at, size_t n)
{
	return at <= s.n && n <= s.n - at;
}

static inline unsigned byte_at(struct str s, size_t at)
{
	return at < s.n ? (unsigned char)s.p[at] : 0;
}

static inline unsigned be16_at(struct str s, size_t at)
{
	return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

static inline unsigned be32_at(struct str s, size_t at)
{
	return be16_at(s, at) << 16 | be16_at(s, at + 2);
}

static inline unsigned le16_at(struct str s, size_t at)
{
	return byte_at(s, at) | byte_at(s, at + 1) << 8;
}

static inline unsigned le32_at(struct str s, size_t at)
{
	return le16_at(s, at) | le16_at(s, at + 2) << 16;
}

/* Width and height, turned when `turned`; too large is PICTURE_HUGE, none DAMAGED. */
void picture_size(struct picture_look *p, unsigned width, unsigned height);

/* What the TIFF structure of an EXIF record says. */
struct exif {
	unsigned orientation; /* 1 to 8; 1 when it says nothing */
	bool place; /* a latitude, a longitude, or a place that cannot be read */
};
struct exif exif_read(struct str tiff);

/* True when an XMP packet (or anything that may hold one) names a place. */
bool xmp_has_place(struct str bytes);

/* Each starts behind its format's first bytes having been seen. */
void jpeg_look(struct str s, struct picture_look *p);
void png_look(struct str s, struct picture_look *p);
void webp_look(struct str s, struct picture_look *p);
void gif_look(struct str s, struct picture_look *p);
void svg_look(struct str s, struct picture_look *p);

#endif
