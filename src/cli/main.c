/* main.c: a command line to a command. The table of commands is in options.def. */
#include <stdio.h>

#include "cli/commands.h"

typedef int command_function(const struct options *o);

static command_function *const functions[COMMAND_COUNT] = {
	[COMMAND_BUILD] = command_build,
	[COMMAND_CHECK] = command_check,
	[COMMAND_UPDATE] = command_update,
	[COMMAND_EXPLAIN] = command_explain,
	[COMMAND_NEW] = command_new,
	[COMMAND_SCHEMA] = command_schema,
};

/* What was printed must have arrived: a full disk behind `>` is no success. */
static int flushed(int status)
{
	if ((fflush(stdout) || ferror(stdout)) && status == EXIT_PUBLISHED) {
		fprintf(stderr, "tambour: standard output: write error\n");
		return EXIT_NOTHING;
	}
	return status;
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct options o;
	int status = EXIT_PUBLISHED;
	if (!options_read(&o, argc, argv, &d)) {
		report_usage(&d, &o);
		status = EXIT_USAGE;
	} else if (o.given[OPTION_VERSION]) {
		printf("tambour %s\n", TAMBOUR_VERSION);
	} else if (o.given[OPTION_HELP]) {
		options_help(&o, stdout);
	} else {
		status = functions[o.command](&o);
	}
	arena_release(&a);
	return flushed(status);
}
