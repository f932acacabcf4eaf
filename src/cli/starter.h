/*
 * starter.h: the files of a new commune, a new catalogue and a new theme, as the program
 * carries them: those of src/cli/starter, starter_catalogue and starter_theme, and legal
 * texts (for a commune, procedures too) of the example's association, put in by
 * cmake/TambourEmbed.cmake. Their places for answers are filled by new.c.
 */
#ifndef CLI_STARTER_H
#define CLI_STARTER_H

#include <stddef.h>

struct starter_file {
	const char *path; /* in the folder to make */
	const unsigned char *bytes;
	size_t n;
};

extern const struct starter_file starter_files[];
extern const size_t starter_files_n;
extern const struct starter_file starter_catalogue[];
extern const size_t starter_catalogue_n;
extern const struct starter_file starter_theme[];
extern const size_t starter_theme_n;

#endif
