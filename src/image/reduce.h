/*
 * reduce.h: copies of pictures, made for screens: turned upright, in the colours of the
 * web, without a word of what the camera knew, in a few widths. It holds no decoder: a
 * program of its own beside this one, tambour-image, runs libvips in a child process for
 * each picture, with limits of time, memory and size, several at once.
 *
 * Of a picture whose key is K, in the folder of copies:
 *
 *	K-480.webp K-960.webp K-1600.webp    narrowest first; none wider than the picture
 *	K-0.jpg                              (or .png, .webp, .gif): what its address serves
 *	K-400.webp                           of a halftone, alone beside K-0.jpg
 *	K                                    written last: the answer of tambour-image
 *
 * The same bytes give the same copies, as long as the program and its library are the
 * same ones.
 */
#ifndef IMAGE_REDUCE_H
#define IMAGE_REDUCE_H

#include "base/hash.h"
#include "image/pictures.h"

#define REDUCE_SECONDS 60u /* for one picture; a tenth of a second is usual */
#define REDUCE_FILE_MAX (256LL << 20) /* bytes of a picture */
#define REDUCE_JOBS_MAX 64
/* A new figure makes all copies anew: the widths, the quality, the way changed. */
#define REDUCE_WAY 1

enum reduce_end {
	REDUCE_SEEN,   /* reduce_find tells: made, or damaged */
	REDUCE_LIMIT,  /* the child died, or was killed at a limit */
	REDUCE_FAILED, /* nothing was tried: no room, no library, no file */
};

struct reduction {
	struct str key;             /* 32 figures: the bytes of the picture */
	enum picture_format format; /* of the copy that its address serves */
	enum picture_way way;       /* the one its key was made for */
	size_t tag;                 /* the caller's own */
	enum reduce_end end;        /* filled by reduce_all */
};

struct reducer {
	const char *program; /* NULL: there is none, and nothing is ever made */
	int dir;             /* the folder of copies; -1: none */
	unsigned jobs;       /* pictures at once, 1 to REDUCE_JOBS_MAX */
	void *user;
	/* The picture's bytes as an open file, to be closed by who asked; -1: gone. */
	int (*open)(void *user, const struct reduction *r);
	/* One more is done: made, or given up. */
	void (*done)(void *user, const struct reduction *r);
};

/* The program, or NULL: pictures are then copied as they are. */
const char *reduce_program(struct arena *a);

/* The key of a picture's bytes, for this way of reducing. */
struct hash_hex reduce_key(struct str bytes, enum picture_way way);

/*
 * What was made of a picture: fills state (REDUCED or LEFT), fault, copies, width and
 * height of out. False: nothing yet.
 */
bool reduce_find(struct arena *a, int dir, struct str key, enum picture_format format,
	struct picture *out);

/* Make n of them; afterwards `end` and reduce_find tell which could be made. */
void reduce_all(
	struct arena *a, const struct reducer *r, struct reduction *list, size_t n);

/* Remove all copies but those of n keys, sorted. */
void reduce_prune(int dir, const struct str *keys, size_t n);

#endif
