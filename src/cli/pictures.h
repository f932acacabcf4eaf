/*
 * pictures.h: what is known of a site's pictures (image/pictures.h), kept in the state
 * folder so that a picture is read once and reduced once, not at each build. How one is
 * reduced is image's business.
 *
 * The file `pictures` of the state folder, by lines:
 *
 *	tambour pictures 1
 *	<key> <stamp> <format> <fault> <width> <height> <flags> <path>
 *	...
 *
 * <key> is of the bytes (reduce.h); <stamp> tells that a file is the same: its size and
 * dates, or git's name of its bytes, and the way its theme wants it. The folder `copies` holds what was made, and after
 * a build nothing else.
 */
#ifndef CLI_PICTURES_H
#define CLI_PICTURES_H

#include "base/map.h"
#include "image/reduce.h"

struct picture_row {
	struct str path, key, stamp;
	struct picture_look look;
};

struct pictures_file {
	struct arena *arena;
	int dir, copies; /* state folder, folder of copies; -1: none */
	bool make;       /* what lacks is made: else it waits for a build */
	unsigned jobs;   /* pictures at once */
	enum picture_way
		way;       /* what the theme wants; set before anything is looked at */
	long long read_at; /* seconds since 1970: what is younger is not kept */
	bool blind;     /* pictures are copied as they are: nothing can reduce them */
	struct str old; /* the file as it was */
	struct map by_path; /* of old: path -> row */
	struct {
		struct picture_row *v;
		size_t n, cap;
	} rows; /* of this run */
	void *user;
	/* One more of so many was made. */
	void (*progress)(void *user, size_t done, size_t of);
};

/* Read what is kept. jobs 0: as many as there are processors. */
void pictures_open(
	struct pictures_file *f, struct arena *a, int dir, bool make, unsigned jobs);
void pictures_close(struct pictures_file *f);

/* The door for site_read; f must stay open until all is published. */
struct pictures_door pictures_door(struct pictures_file *f);

/* Keep what this run looked at, and no other copies. */
void pictures_keep(struct pictures_file *f);

#endif
