/*
 * bare.h: a WebP file with nothing but its picture. libvips 8.14 writes an EXIF record and
 * a colour profile even when it is told to strip them: what leaves here is ours to answer
 * for.
 */
#ifndef IMAGE_REDUCE_BARE_H
#define IMAGE_REDUCE_BARE_H

#include <stddef.h>

/* In place, of a file that libvips just wrote; its new size, 0 when it is none. */
size_t bare_webp(unsigned char *p, size_t n);

#endif
