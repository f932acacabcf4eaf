/*
 * options.h: the words of a command line, by the tables of options.def. It reads and
 * refuses; it runs nothing.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/diag.h"

enum command {
#define C(id, name, args, fr, en) COMMAND_##id,
#include "cli/options.def"
	COMMAND_COUNT /* none was given */
};

enum option {
#define O(id, name, letter, value, commands, fr, en) OPTION_##id,
#include "cli/options.def"
	OPTION_COUNT
};

#define ACCEPT_MAX 64            /* --accept on one line */
#define WORDS_MAX 2              /* words that are no options, behind the command */
#define EPOCH_MAX 253402300799UL /* seconds since 1970: the end of 9999 */

struct panel_place;

struct options {
	enum command command;
	bool given[OPTION_COUNT];
	struct str value[OPTION_COUNT]; /* as typed; empty for options without value */
	struct str word[WORDS_MAX];
	size_t words;
	struct str accept[ACCEPT_MAX]; /* each --accept */
	size_t accepts;
	const struct panel_place
		*told;            /* serve only: where a build tells it; or NULL */
	enum diag_lang help_lang; /* of usage and help: the locale's */
};

/* Exit statuses, as promised to cron and CI: see docs/hosting.md. */
enum exit_status {
	EXIT_PUBLISHED = 0,
	EXIT_FAULTY = 1, /* published, but files with errors are as they last were */
	EXIT_USAGE = 2,
	EXIT_NOTHING = 3, /* nothing published, the former site untouched */
};

/* False, said, when the words make no sense. Values are checked only against lists. */
bool options_read(struct options *o, int argc, char **argv, struct diag *d);

/* --help: of one command, or of the program when none was given. */
void options_help(const struct options *o, FILE *out);

/* The language asked for: --lang, else TAMBOUR_LANG; false when neither says. */
bool options_lang(const struct options *o, enum diag_lang *lang);

#endif
