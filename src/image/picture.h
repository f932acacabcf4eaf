/*
 * picture.h: what the container of a picture says, read by ourselves: its format, its
 * size as it is shown, whether it was cut off, and what it carries that nobody meant to
 * publish. It decodes no pixel: damage inside them only libvips sees (reduce.h).
 *
 * Every byte is a stranger's. Nothing is allocated, nothing is read out of bounds, and
 * the time is linear in the size of the file.
 */
#ifndef IMAGE_PICTURE_H
#define IMAGE_PICTURE_H

#include "base/str.h"

/* Beyond it a picture is a bomb: 100 megapixels, four times a good camera's. */
#define PICTURE_PIXELS_MAX (100LL * 1000 * 1000)
#define PICTURE_SIDE_MAX 50000 /* pixels */

enum picture_format {
	PICTURE_NONE, /* none that is known */
	PICTURE_JPEG,
	PICTURE_PNG,
	PICTURE_WEBP,
	PICTURE_GIF,
	PICTURE_SVG,
};

enum picture_fault {
	PICTURE_SOUND,
	PICTURE_DAMAGED,  /* no picture, or one that breaks its format's rules */
	PICTURE_CUT,      /* its end is missing */
	PICTURE_HUGE,     /* over PICTURE_PIXELS_MAX or PICTURE_SIDE_MAX */
	PICTURE_MISNAMED, /* its ending says another format than its bytes */
	PICTURE_FOREIGN,  /* a format that browsers do not show */
	/* Only where it would be published as it is: */
	PICTURE_PLACE, /* says where it was taken */
	PICTURE_TAIL, /* other bytes follow its end: a film, another picture, anything */
	/* Said by who reduces it: */
	PICTURE_SLOW, /* not made within the limits of time and memory */
};

struct picture_look {
	enum picture_format format;
	enum picture_fault fault; /* up to PICTURE_HUGE */
	int width, height;        /* pixels, turned as it is shown; 0: not known */
	bool place, tail;         /* see PICTURE_PLACE, PICTURE_TAIL */
	bool bare; /* nothing but what is needed to show it, and no colours of its own */
};

/* Look into a whole file. Of an SVG only the size is looked for. */
struct picture_look picture_look(struct str bytes);

/* The format that a path's ending promises; PICTURE_NONE: it is no picture. */
enum picture_format picture_format_of_path(struct str path);

/* A picture of a format that browsers do not show: "photo.heic". */
bool picture_is_foreign(struct str path);

/* "JPEG", "PNG"...; "" for PICTURE_NONE. */
const char *picture_format_name(enum picture_format f);

#endif
