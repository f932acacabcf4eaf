/* child.c: see child.h. No byte passes here that a caller does not check. */
#include "source/child.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/strbuf.h"

extern char **environ;

const char *child_find(struct arena *a, const char *name)
{
	static const char *const places[] = {"", "../libexec/tambour/"};
	char exe[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", exe, sizeof exe);
	struct str self = {
		exe, size > 0 && (size_t)size < sizeof exe ? (size_t)size : 0};
	struct str beside = str_sub(self, 0, str_rindex(self, '/'));
	for (size_t i = 0; self.n && i < sizeof places / sizeof *places; i++) {
		const char *path =
			str_printf(a, "%.*s/%s%s", STR_ARG(beside), places[i], name).p;
		if (access(path, X_OK) == 0)
			return path;
	}
	const char *installed = str_printf(a, TAMBOUR_LIBEXECDIR "/%s", name).p;
	return access(installed, X_OK) ? NULL : installed;
}

static char *copy_of(struct arena *a, struct str s)
{
	char *p = arena_text(a, s.n + 1);
	memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

/* Its name, our number, the words. */
static char **argv_of(struct arena *a, const char *program, const char *const *words)
{
	struct str name = str_of(program);
	size_t n = 0;
	while (words[n])
		n++;
	char **argv = arena_list(a, n + 3, char *);
	argv[0] = copy_of(a, str_from(name, str_rindex(name, '/') + 1));
	argv[1] = copy_of(a, str_printf(a, "%ld", (long)getpid()));
	for (size_t i = 0; i < n; i++)
		argv[i + 2] = copy_of(a, str_of(words[i]));
	return argv;
}

/* Start it with `in` as its input, `out` as its output, fd as its 3. 0 or errno. */
static int start(const char *program, char **argv, int in, int out, int fd, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	int e = posix_spawn_file_actions_init(&actions);
	if (e)
		return e;
	e = in >= 0 ? posix_spawn_file_actions_adddup2(&actions, in, 0)
		    : posix_spawn_file_actions_addopen(
			      &actions, 0, "/dev/null", O_RDONLY, 0);
	if (!e)
		e = posix_spawn_file_actions_adddup2(&actions, out, 1);
	if (!e && fd >= 0)
		e = posix_spawn_file_actions_adddup2(&actions, fd, 3);
	if (!e)
		e = posix_spawn(pid, program, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	return e;
}

long long child_clock(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Read to its end, the limit of time or of size. False at a limit. */
static bool listen_to(int fd, long long end, struct strbuf *b)
{
	for (;;) {
		long long left = end - child_clock();
		struct pollfd p = {fd, POLLIN, 0};
		int ready = left > 0 ? poll(&p, 1, left > INT_MAX ? INT_MAX : (int)left)
				     : 0;
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0 || b->n > CHILD_ANSWER_MAX)
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

static int wait_for(pid_t pid)
{
	int status = 0;
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

int child_start(struct arena *a, const char *program, const char *const *words, int in,
	int fd, unsigned seconds, struct child *c)
{
	int pipes[2];
	pid_t pid;
	if (pipe2(pipes, O_CLOEXEC))
		return errno;
	int e = start(program, argv_of(a, program, words), in, pipes[1], fd, &pid);
	close(pipes[1]);
	if (e) {
		close(pipes[0]);
		return e;
	}
	*c = (struct child){pid, pipes[0], child_clock() + (long long)seconds * 1000};
	return 0;
}

struct child_answer child_end(struct arena *a, const struct child *c)
{
	struct child_answer r = {0};
	struct strbuf b = strbuf_on(a);
	bool in_time = listen_to(c->answer, c->end, &b);
	close(c->answer);
	if (!in_time)
		kill(c->pid, SIGKILL);
	int status = wait_for(c->pid);
	r.text = strbuf_str(&b);
	if (!in_time)
		r.end = b.n > CHILD_ANSWER_MAX ? CHILD_LOUD : CHILD_SLOW;
	else
		r.end = WIFSIGNALED(status) ? CHILD_KILLED : CHILD_EXITED;
	r.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	r.status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
	return r;
}

struct child_answer child_run(struct arena *a, const char *program,
	const char *const *words, int fd, unsigned seconds)
{
	struct child c = {.answer = -1};
	int e = child_start(a, program, words, -1, fd, seconds, &c);
	return e ? (struct child_answer){.end = CHILD_NOT_RUN, .error = e}
		 : child_end(a, &c);
}
