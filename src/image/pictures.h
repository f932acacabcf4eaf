/*
 * pictures.h: what a site publishes of each picture: copies made for screens, the file as
 * it is, or nothing, and why. Who makes the copies, and where they are kept, is the
 * command's business: it opens the door.
 */
#ifndef IMAGE_PICTURES_H
#define IMAGE_PICTURES_H

#include "image/picture.h"
#include "source/source.h"

#define PICTURE_WIDTHS 3 /* 480, 960 and 1600 pixels, or its own where it is less */
#define PICTURE_WIDTH_MOST 1600 /* of the widest copy, and the tallest */

/* What a theme wants pictures to be. */
enum picture_way {
	PICTURE_IN_COLOURS, /* copies of PICTURE_WIDTHS widths */
	PICTURE_HALFTONE,   /* one copy, small, of four greys in a regular screen */
};

enum picture_state {
	PICTURE_UNSEEN,  /* nobody looked: the file as it is, of unknown size */
	PICTURE_AS_IS,   /* the file as it is */
	PICTURE_REDUCED, /* copies, made for screens */
	PICTURE_WAITS,   /* `build` will make its copies */
	PICTURE_LEFT,    /* not published: fault says why */
};

struct picture_copy {
	struct str name; /* of the file, in the folder of copies */
	int width, height;
	long long size, mtime;
};

struct picture {
	enum picture_state state;
	enum picture_format format; /* of its bytes */
	enum picture_fault fault;
	int width, height; /* of what its own address serves; 0: not known */
	int told[2];       /* PICTURE_HUGE: width and height in the file */
	/* REDUCED: the folder of copies, open as long as the door's owner lets it. */
	int dir;
	struct str key; /* 8 figures: of its bytes and of how they are reduced */
	struct picture_copy own; /* what its address serves; no name: the file itself */
	struct picture_copy webp[PICTURE_WIDTHS]; /* narrowest first */
	size_t n_webp;
};

struct picture_request {
	const struct source *source;
	const struct source_file *file;
	bool whole; /* to be downloaded byte for byte: never reduced */
};

struct pictures_door {
	void *user; /* look may be NULL: nothing is known */
	/* Of n files, in out (zeroed before), texts in the arena. */
	void (*look)(void *user, struct arena *a, const struct picture_request *asked,
		struct picture *out, size_t n);
};

#endif
