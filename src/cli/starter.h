/*
 * starter.h: the files of a new commune, as the program carries them: those of
 * src/cli/starter, and the procedures and legal texts of the example's association, put
 * in by cmake/TambourEmbed.cmake. Their places for answers are filled by new.c.
 */
#ifndef CLI_STARTER_H
#define CLI_STARTER_H

#include <stddef.h>

struct starter_file {
	const char *path; /* in the commune's folder */
	const unsigned char *bytes;
	size_t n;
};

extern const struct starter_file starter_files[];
extern const size_t starter_files_n;

#endif
