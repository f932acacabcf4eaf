/* main.c: a command line to a command. The table of commands is in options.def. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/commands.h"

typedef int command_function(const struct options *o);

static command_function *const functions[COMMAND_COUNT] = {
	[COMMAND_BUILD] = command_build,
	[COMMAND_CHECK] = command_check,
	[COMMAND_SERVE] = command_serve,
	[COMMAND_UPDATE] = command_update,
	[COMMAND_EXPLAIN] = command_explain,
	[COMMAND_NEW] = command_new,
	[COMMAND_SCHEMA] = command_schema,
};

/*
 * Of the three standard files, a closed one would be the next file opened, into which
 * messages would go: it becomes one that cannot be written, so that the loss is seen.
 */
static void hold_standard_files(void)
{
	for (int fd = 0; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)!open("/dev/null", O_RDONLY);
}

/*
 * What was printed must have arrived: a full disk behind `>` is no success. A site that
 * was published nevertheless is.
 */
static int flushed(const struct options *o, struct diag *d, int status)
{
	if ((!fflush(stdout) && !ferror(stdout)) || status != EXIT_PUBLISHED)
		return status;
	diag_say(d, MSG_OUTPUT_LOST, (struct loc){0});
	report_usage(d, o);
	bool done = o->command == COMMAND_BUILD || o->command == COMMAND_CHECK;
	return done ? EXIT_FAULTY : EXIT_NOTHING;
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct options o;
	int status = EXIT_PUBLISHED;
	/* A file over the limit of `ulimit -f` is a fault to report, not a sudden end. */
	signal(SIGXFSZ, SIG_IGN);
	hold_standard_files();
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
	status = flushed(&o, &d, status);
	arena_release(&a);
	return status;
}
