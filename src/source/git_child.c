/*
 * git_child.c: one run of tambour-git: its start, its limit of time, its answer, and the
 * sentences that its faults become. No byte of a repository passes here but short words.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "source/git_internal.h"

#define ANSWER_MAX ((size_t)64 << 10)
#define WORDS_MAX 8

extern char **environ;

/* ---- starting ---- */

/* Beside the program that runs, where a package puts it, where this one was built for. */
static const char *find_program(struct arena *a, const struct git_cache *c)
{
	static const char *const places[] = {
		"tambour-git", "../libexec/tambour/tambour-git"};
	if (c->program)
		return access(c->program, X_OK) ? NULL : c->program;
	char exe[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", exe, sizeof exe);
	struct str self = {
		exe, size > 0 && (size_t)size < sizeof exe ? (size_t)size : 0};
	struct str beside = str_sub(self, 0, str_rindex(self, '/'));
	for (size_t i = 0; self.n && i < sizeof places / sizeof *places; i++) {
		const char *path =
			str_printf(a, "%.*s/%s", STR_ARG(beside), places[i]).p;
		if (access(path, X_OK) == 0)
			return path;
	}
	const char *installed = TAMBOUR_LIBEXECDIR "/tambour-git";
	return access(installed, X_OK) ? NULL : installed;
}

/* Start it with `out` as its output and fd as its 3. 0 or errno. */
static int start(struct arena *a, const char *program, const char *const *words,
	int out, int fd, pid_t *pid)
{
	char *argv[WORDS_MAX + 3] = {NULL};
	size_t n = 0;
	argv[n++] = arena_text(a, sizeof "tambour-git");
	memcpy(argv[0], "tambour-git", sizeof "tambour-git");
	struct str parent = str_printf(a, "%ld", (long)getpid());
	argv[n] = arena_text(a, parent.n + 1);
	memcpy(argv[n++], parent.p, parent.n + 1);
	for (size_t i = 0; i < WORDS_MAX && words[i]; i++) {
		size_t size = strlen(words[i]) + 1;
		argv[n] = arena_text(a, size);
		memcpy(argv[n++], words[i], size);
	}
	posix_spawn_file_actions_t actions;
	int e = posix_spawn_file_actions_init(&actions);
	if (e)
		return e;
	e = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	if (!e)
		e = posix_spawn_file_actions_adddup2(&actions, out, 1);
	if (!e && fd >= 0)
		e = posix_spawn_file_actions_adddup2(&actions, fd, 3);
	if (!e)
		e = posix_spawn(pid, program, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	return e;
}

/* ---- listening ---- */

static long long milliseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Read to its end, the limit of time or of size. False at a limit. */
static bool listen_to(int fd, unsigned seconds, struct strbuf *b)
{
	long long end = milliseconds() + (long long)seconds * 1000;
	for (;;) {
		long long left = end - milliseconds();
		struct pollfd p = {fd, POLLIN, 0};
		int ready = left > 0 ? poll(&p, 1, left > INT_MAX ? INT_MAX : (int)left)
				     : 0;
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0 || b->n > ANSWER_MAX)
			return false;
		strbuf_room(b, 4096);
		ssize_t n = read(fd, b->p + b->n, 4096);
		if (n == 0)
			return true;
		if (n > 0)
			b->n += (size_t)n;
		else if (errno != EINTR)
			return true;
	}
}

static void take_line(struct git_answer *r, struct str line)
{
	size_t space = str_index(line, ' ');
	struct str word = str_sub(line, 0, space), value = str_from(line, space + 1);
	unsigned long number = 0;
	const struct {
		const char *word;
		struct str *into;
	} texts[] = {
		{"commit", &r->commit},
		{"tree", &r->tree},
		{"date", &r->date},
		{"kind", &r->kind},
		{"relation", &r->relation},
		{"fault", &r->fault},
		{"detail", &r->detail},
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (str_is(word, texts[i].word))
			*texts[i].into = value;
	if (str_is(word, "errno") && str_to_uint(value, 4095, &number))
		r->error = (int)number;
	r->kept = r->kept || str_is(word, "kept");
	r->replaced = r->replaced || str_is(word, "replaced");
	r->waiting = (r->waiting || str_is(word, "waiting")) && !str_is(word, "waited");
}

static pid_t wait_for(pid_t pid, int *status)
{
	pid_t done;
	do
		done = waitpid(pid, status, 0);
	while (done < 0 && errno == EINTR);
	return done;
}

struct git_answer git_child_run(
	struct arena *a, const struct git_cache *c, const char *const *words, int fd)
{
	struct git_answer r = {.end = GIT_CRASH};
	int pipes[2];
	pid_t pid;
	const char *program = find_program(a, c);
	if (!program) {
		r.end = GIT_ABSENT;
		return r;
	}
	if (pipe2(pipes, O_CLOEXEC)) {
		r.error = errno;
		return r;
	}
	r.error = start(a, program, words, pipes[1], fd, &pid);
	close(pipes[1]);
	if (r.error) {
		close(pipes[0]);
		return r;
	}
	struct strbuf b = strbuf_on(a);
	bool in_time = listen_to(pipes[0], c->seconds ? c->seconds : GIT_SECONDS, &b);
	close(pipes[0]);
	int status = 0;
	if (!in_time)
		kill(pid, SIGKILL);
	wait_for(pid, &status);
	struct str rest = strbuf_str(&b), line;
	while (str_cut(&rest, '\n', &line))
		take_line(&r, line);
	if (WIFSIGNALED(status))
		r.fault = str_printf(a, "signal %d", WTERMSIG(status));
	if (!in_time)
		r.end = b.n > ANSWER_MAX ? GIT_CRASH : GIT_TIMEOUT;
	else if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		r.end = GIT_DONE;
	else if (WIFEXITED(status) && WEXITSTATUS(status) == 1 && r.fault.n)
		r.end = GIT_FAULT;
	return r;
}

/* ---- what it means ---- */

/* What the second argument of a fault's message is. */
enum second { NOTHING, DETAIL, VERSION, FOLDER, BYTES, TREE_BYTES, FILES };

static const struct fault {
	const char *name;
	enum diag_code code;
	enum second second;
} faults[] = {
	{"not-here", MSG_GIT_NOT_HERE, NOTHING},
	{"damaged", MSG_GIT_DAMAGED, DETAIL},
	{"mismatch", MSG_GIT_MISMATCH, NOTHING},
	{"no-version", MSG_GIT_NO_VERSION, VERSION},
	{"no-folder", MSG_GIT_NO_FOLDER, FOLDER},
	{"unreachable", MSG_GIT_UNREACHABLE, DETAIL},
	{"absent", MSG_GIT_NO_REPOSITORY, DETAIL},
	{"closed", MSG_GIT_CLOSED, DETAIL},
	{"certificate", MSG_GIT_NOT_TRUSTED, DETAIL},
	{"garbled", MSG_GIT_GARBLED, DETAIL},
	{"too-big", MSG_GIT_TOO_BIG, BYTES},
	{"tree-too-big", MSG_GIT_TREE_TOO_BIG, TREE_BYTES},
	{"too-many", MSG_GIT_TOO_MANY, FILES},
};

static struct str second_of(struct arena *a, enum second second,
	const struct git_cache *c, const struct git_want *w, const struct git_answer *r)
{
	unsigned long long bytes = c->bytes ? c->bytes : GIT_BYTES;
	switch (second) {
	case DETAIL: return r->detail.n ? r->detail : STR("aucun détail");
	case VERSION: return w->version;
	case FOLDER: return w->folder;
	case BYTES: return str_printf(a, "%llu", bytes >> 20);
	case TREE_BYTES: return str_printf(a, "%zu", PACK_MAX_TREE >> 20);
	case FILES: return str_printf(a, "%u", PACK_MAX_FILES);
	case NOTHING: break;
	}
	return (struct str){0};
}

bool git_child_say(struct diag *d, const struct git_cache *c, const struct git_want *w,
	const struct git_answer *r)
{
	struct str seconds =
		str_printf(d->arena, "%u", c->seconds ? c->seconds : GIT_SECONDS);
	if (r->end == GIT_ABSENT)
		return diag_say(d, MSG_GIT_PROGRAM_ABSENT, w->loc, w->address);
	if (r->end == GIT_TIMEOUT)
		return diag_say(d, r->waiting ? MSG_GIT_BUSY : MSG_GIT_TOO_SLOW, w->loc,
			w->address, seconds);
	if (r->end == GIT_FAULT && str_is(r->fault, "cache"))
		return diag_say(
			d, MSG_GIT_CACHE, w->loc, c->folder, diag_errno(d, r->error));
	for (size_t i = 0; r->end == GIT_FAULT && i < sizeof faults / sizeof *faults;
		i++)
		if (str_is(r->fault, faults[i].name))
			return diag_say(d, faults[i].code, w->loc, w->address,
				second_of(d->arena, faults[i].second, c, w, r));
	return diag_say(d, MSG_GIT_PROGRAM_BROKEN, w->loc, w->address,
		r->error ? diag_errno(d, r->error) : r->fault);
}
