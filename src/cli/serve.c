/*
 * serve.c: `tambour serve`: the site of a folder in the browser of this machine, built
 * again each time a file is saved. Each build is a child process, so that nothing it does
 * or keeps outlives it; the pages are served by another, tambour-preview.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/panel.h"
#include "preview/door.h"
#include "preview/watch.h"
#include "source/child.h"

#define QUIET_MS 80 /* without a change: an editor, a copy or a checkout is done */
#define BURST_MS 2000
#define FOLDERS_MAX ((size_t)1 << 20) /* bytes of their list */

struct serve {
	const struct options *options;
	struct arena arena,
		round; /* for good; for what a build leaves, emptied each time */
	struct str room, folder, theme;
	const char *out, *state;
	struct panel_place told;
	struct preview_door door;
	struct watch watch;
	int signals;
	pid_t building; /* or 0 */
	bool again;     /* something was saved since it began */
	bool ended;
};

static void say(struct serve *s, struct diag *d)
{
	report_usage(d, s->options);
	d->list.n = 0;
}

static void done(struct serve *s, enum diag_code code, struct str arg)
{
	struct diag d = diag_on(&s->round);
	diag_say(&d, code, (struct loc){0}, arg);
	report_line(&d, s->options->help_lang);
	fflush(stdout);
}

/* Absolute, so that it holds wherever it is looked at from; as typed where it is not. */
static struct str absolute(struct arena *a, struct str path)
{
	char *real = realpath(str_cstr(a, path), NULL);
	struct str r = real ? str_dup(a, str_of(real)) : path;
	free(real);
	return r;
}

static bool prepare(struct serve *s, struct diag *d, const char **program)
{
	const struct options *o = s->options;
	struct arena *a = &s->arena;
	unsigned long port = PREVIEW_PORT;
	if (o->given[OPTION_PORT])
		str_to_uint(o->value[OPTION_PORT], 65535, &port);
	s->folder = absolute(a, o->words ? o->word[0] : STR("."));
	if (o->given[OPTION_THEME])
		s->theme = absolute(a, o->value[OPTION_THEME]);
	*program = child_find(a, "tambour-preview");
	if (!*program)
		return diag_say(d, MSG_PREVIEW_MISSING, (struct loc){0});
	if (!preview_listen(&s->door, (unsigned)port, d))
		return false;
	s->room = preview_room(a, d);
	if (!s->room.n)
		return false;
	s->out = str_concat(a, s->room, STR("/site")).p;
	s->state = str_concat(a, s->room, STR("/travail")).p;
	s->told.messages = str_concat(a, s->room, STR("/messages.html")).p;
	s->told.folders = str_concat(a, s->room, STR("/dossiers")).p;
	return true;
}

/* Signals come by a file from here on, so that none is missed between two looks. */
static bool take_signals(struct serve *s)
{
	sigset_t all;
	sigemptyset(&all);
	static const int ones[] = {SIGINT, SIGTERM, SIGHUP, SIGCHLD};
	for (size_t i = 0; i < sizeof ones / sizeof *ones; i++)
		sigaddset(&all, ones[i]);
	sigprocmask(SIG_BLOCK, &all, NULL);
	signal(SIGPIPE, SIG_IGN);
	s->signals = signalfd(-1, &all, SFD_NONBLOCK | SFD_CLOEXEC);
	return s->signals >= 0;
}

/* The commune's folder, the theme asked for, and what the last build read beside them. */
static bool look(struct serve *s)
{
	struct diag d = diag_on(&s->round);
	struct str_list folders = {0};
	struct str told = {0}, rest, one;
	*list_add(&s->round, &folders) = s->folder;
	if (s->theme.n)
		*list_add(&s->round, &folders) = s->theme;
	(void)file_read(&s->round, AT_FDCWD, s->told.folders, FOLDERS_MAX, &told);
	for (rest = told; str_cut(&rest, '\n', &one);)
		*list_add(&s->round, &folders) = one;
	bool changed = watch_look(&s->watch, &folders, &s->round, &d);
	say(s, &d);
	return changed;
}

/* In the child: `tambour build` into the room, with words only about what is wrong. */
static int build(const struct serve *s)
{
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	struct options o = *s->options;
	o.command = COMMAND_BUILD;
	o.word[0] = s->folder;
	o.words = 1;
	o.given[OPTION_OUT] = o.given[OPTION_STATE] = o.given[OPTION_QUIET] = true;
	o.value[OPTION_OUT] = str_of(s->out);
	o.value[OPTION_STATE] = str_of(s->state);
	if (s->theme.n)
		o.value[OPTION_THEME] = s->theme;
	o.told = &s->told;
	int status = command_build(&o);
	fflush(stdout);
	return status;
}

static void begin_build(struct serve *s)
{
	s->again = false;
	fflush(stdout);
	fflush(stderr);
	pid_t pid = fork();
	if (pid == 0) {
		struct preview_door door = s->door;
		preview_forget(&door);
		_exit(build(s));
	}
	if (pid > 0) {
		s->building = pid;
		return;
	}
	struct diag d = diag_on(&s->round);
	diag_say(&d, MSG_PREVIEW_NOT_STARTED, (struct loc){0}, diag_errno(&d, errno));
	say(s, &d);
}

static void end_build(struct serve *s, int status)
{
	struct diag d = diag_on(&s->round);
	s->building = 0;
	if (!preview_ended(status, &d)) {
		panel_write(&d, s->options->help_lang, s->told.messages);
		say(s, &d);
	} else if (WEXITSTATUS(status) == EXIT_NOTHING) {
		done(s, MSG_PREVIEW_KEPT, (struct str){0});
	} else {
		done(s, MSG_PREVIEW_BUILT, (struct str){0});
	}
	/* What the build read is known only now; what was saved meanwhile, too. */
	s->again = look(s) || s->again;
	(void)!write(s->door.turns, "+", 1);
}

static void take_ends(struct serve *s)
{
	int status;
	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
		if (pid == s->building && s->ended)
			s->building = 0; /* Ctrl-C has reached it too */
		else if (pid == s->building)
			end_build(s, status);
		if (pid != s->door.pid)
			continue;
		/* Without its server there is no preview. */
		struct diag d = diag_on(&s->round);
		diag_say(&d, MSG_PREVIEW_SERVER_DIED, (struct loc){0});
		say(s, &d);
		s->door.pid = 0;
		s->ended = true;
	}
}

static void take_signal(struct serve *s)
{
	struct signalfd_siginfo got;
	while (read(s->signals, &got, sizeof got) == (ssize_t)sizeof got)
		if (got.ssi_signo != SIGCHLD)
			s->ended = true;
	take_ends(s);
}

/* All that is saved within one burst makes one build. */
static void take_burst(struct serve *s)
{
	bool folders, any = false;
	struct pollfd p = {.fd = s->watch.fd, .events = POLLIN};
	long long end = child_clock() + BURST_MS;
	do {
		any = watch_changed(&s->watch, &folders) || any;
		if (folders) {
			any = look(s) || any;
			p.fd = s->watch.fd;
		}
	} while (child_clock() < end && poll(&p, 1, QUIET_MS) > 0);
	s->again = s->again || any;
}

static void run(struct serve *s)
{
	look(s);
	begin_build(s);
	while (!s->ended) {
		struct pollfd p[] = {{.fd = s->signals, .events = POLLIN},
			{.fd = s->watch.fd, .events = POLLIN}};
		if (poll(p, 2, -1) < 0 && errno != EINTR)
			break;
		if (p[1].revents)
			take_burst(s);
		if (p[0].revents)
			take_signal(s);
		if (s->again && !s->building && !s->ended)
			begin_build(s);
		if (!s->building)
			arena_reset(&s->round);
	}
	if (s->building) {
		kill(s->building, SIGTERM);
		waitpid(s->building, NULL, 0);
	}
}

int command_serve(const struct options *o)
{
	struct serve s = {.options = o,
		.watch = {.fd = -1},
		.door = {.socket = -1, .turns = -1},
		.signals = -1};
	struct diag d = diag_on(&s.arena);
	const char *program;
	bool ok = prepare(&s, &d, &program) && take_signals(&s) &&
		  preview_start(&s.door, program, s.out, s.told.messages, &d);
	say(&s, &d);
	if (ok) {
		done(&s, MSG_PREVIEW_AT,
			str_printf(&s.arena, "%u/%s", s.door.port,
				o->given[OPTION_GALLERY] ? "galerie.html" : ""));
		run(&s);
	}
	watch_close(&s.watch);
	preview_stop(&s.door);
	if (s.signals >= 0)
		close(s.signals);
	if (s.room.n)
		(void)file_remove_tree(AT_FDCWD, s.room.p);
	arena_release(&s.round);
	arena_release(&s.arena);
	return ok ? EXIT_PUBLISHED : EXIT_NOTHING;
}
