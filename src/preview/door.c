/* door.c: see door.h. */
#include "preview/door.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define BACKLOG 32
#define SERVER_SOCKET 3 /* where tambour-preview expects it */

/* 0 or errno. */
static int listen_at(struct preview_door *door, unsigned port)
{
	struct sockaddr_in at = {.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof at;
	int one = 1;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return errno;
	/* A preview that has just ended leaves connections that hold its port. */
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (bind(fd, (struct sockaddr *)&at, sizeof at) || listen(fd, BACKLOG) ||
		getsockname(fd, (struct sockaddr *)&at, &size)) {
		int e = errno;
		close(fd);
		return e;
	}
	door->socket = fd;
	door->port = ntohs(at.sin_port);
	return 0;
}

bool preview_listen(struct preview_door *door, unsigned port, struct diag *d)
{
	*door = (struct preview_door){.socket = -1, .turns = -1};
	unsigned last = port ? port + PREVIEW_PORTS_TRIED : 0;
	int e = EADDRINUSE;
	for (unsigned p = port; p <= last && p <= 65535 && e == EADDRINUSE; p++)
		e = listen_at(door, p);
	struct str asked = str_printf(d->arena, "%u", port);
	if (e)
		return diag_say(d, MSG_PREVIEW_NO_PORT, (struct loc){0}, asked,
			diag_errno(d, e));
	if (port && door->port != port)
		diag_say(d, MSG_PREVIEW_PORT_TAKEN, (struct loc){0}, asked,
			str_printf(d->arena, "%u", door->port));
	return true;
}

/* False: there is none. */
static bool make_room(struct arena *a, struct str in, struct str *out)
{
	char path[PATH_MAX];
	int n = snprintf(path, sizeof path, "%.*s/tambour-apercu-XXXXXX", STR_ARG(in));
	errno = ENAMETOOLONG;
	if (n < 0 || (size_t)n >= sizeof path || !mkdtemp(path))
		return false;
	*out = str_dup(a, str_of(path));
	return true;
}

struct str preview_room(struct arena *a, struct diag *d)
{
	struct str wish = str_of(getenv("TMPDIR"));
	struct str session = str_of(getenv("XDG_RUNTIME_DIR")), made = {0};
	/* After `su` the session's folder may be another person's: then it is not used. */
	if (!wish.n && session.n && make_room(a, session, &made))
		return made;
	struct str in = wish.n ? wish : STR("/tmp");
	if (!make_room(a, in, &made))
		diag_say(d, MSG_PREVIEW_NO_ROOM, (struct loc){0}, in,
			diag_errno(d, errno));
	return made;
}

/* The child: nothing but its input, the socket, and what a terminal shows. */
static void become(const struct preview_door *door, int turns, const char *program,
	char *const *argv)
{
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	/* From above the two places first: one may stand where the other must go. */
	int in = fcntl(turns, F_DUPFD, SERVER_SOCKET + 1);
	int at = fcntl(door->socket, F_DUPFD, SERVER_SOCKET + 1);
	if (in >= 0 && at >= 0 && dup2(in, STDIN_FILENO) >= 0 &&
		dup2(at, SERVER_SOCKET) >= 0) {
		close(in);
		close(at);
		execv(program, argv);
	}
	_exit(127);
}

/* exec writes none of its words: its prototype is older than const. */
static char *word_of(struct arena *a, const char *s)
{
	size_t size = strlen(s) + 1;
	return memcpy(arena_text(a, size), s, size);
}

bool preview_start(struct preview_door *door, const char *program, const char *root,
	const char *panel, struct diag *d)
{
	char *argv[] = {word_of(d->arena, program), word_of(d->arena, root),
		word_of(d->arena, panel),
		word_of(d->arena, str_printf(d->arena, "%u", door->port).p), NULL};
	int turns[2];
	pid_t pid = -1;
	if (!pipe2(turns, O_CLOEXEC)) {
		pid = fork();
		if (pid == 0)
			become(door, turns[0], program, argv);
		int e = errno;
		close(turns[0]);
		if (pid < 0)
			close(turns[1]);
		errno = e;
	}
	if (pid < 0)
		return diag_say(d, MSG_PREVIEW_NOT_STARTED, (struct loc){0},
			diag_errno(d, errno));
	close(door->socket);
	door->socket = -1;
	door->turns = turns[1];
	door->pid = pid;
	return true;
}

void preview_forget(struct preview_door *door)
{
	if (door->turns >= 0)
		close(door->turns);
	*door = (struct preview_door){.socket = -1, .turns = -1};
}

void preview_stop(struct preview_door *door)
{
	if (door->socket >= 0)
		close(door->socket);
	if (door->turns >= 0)
		close(door->turns);
	while (door->pid > 0 && waitpid(door->pid, NULL, 0) < 0 && errno == EINTR)
		;
	*door = (struct preview_door){.socket = -1, .turns = -1};
}

bool preview_ended(int status, struct diag *d)
{
	if (!WIFSIGNALED(status))
		return true;
	return diag_say(d, MSG_PREVIEW_BUILD_DIED, (struct loc){0},
		str_printf(d->arena, "%d", WTERMSIG(status)));
}
