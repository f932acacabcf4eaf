/*
 * main.c: tambour-preview, the web server of `tambour serve`: microhttpd around
 * answer.h, in one thread. It listens on the socket it was given, builds nothing, and
 * ends when its input does.
 *
 * usage: tambour-preview ROOT PANEL PORT    3: the listening socket; each byte of its
 *                                           input: there is a new build
 */
#include <errno.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/select.h>
#include <unistd.h>

#include "preview/answer.h"

#define SOCKET 3
#define CONNECTIONS 64 /* at once; browsers open six */
#define WAITING 24 /* pages that wait for the next build; more are told to ask again */
#define IDLE_SECONDS 30 /* a connection that says nothing; and a page that waits */

/* That of docs/hosting.md: what it would break online is seen here first. */
#define POLICY                                                                         \
	"default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; "    \
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src https:; " \
	"form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

struct server {
	struct preview_site site;
	struct MHD_Connection *waiting[WAITING]; /* the oldest first */
	size_t n;
};

/* Paths come to answer.h as they were typed: it alone decodes and judges. */
static size_t keep_encoded(void *user, struct MHD_Connection *c, char *s)
{
	(void)user;
	(void)c;
	return str_of(s).n;
}

static struct str header(struct MHD_Connection *c, const char *name)
{
	return str_of(MHD_lookup_connection_value(c, MHD_HEADER_KIND, name));
}

/* A copy of them, which goes with the response. */
static struct MHD_Response *of_bytes(struct str body)
{
	char *bytes = malloc(body.n + 1);
	if (!bytes)
		return NULL;
	if (body.n)
		memcpy(bytes, body.p, body.n);
	return MHD_create_response_from_buffer(body.n, bytes, MHD_RESPMEM_MUST_FREE);
}

static enum MHD_Result queue(struct MHD_Connection *c, const struct preview_answer *r)
{
	struct MHD_Response *m =
		r->fd >= 0 ? MHD_create_response_from_fd64((uint64_t)r->size, r->fd)
			   : of_bytes(r->body);
	if (!m)
		return MHD_NO;
	const struct {
		const char *name;
		struct str value;
	} headers[] = {
		{"Content-Type", str_of(r->type)},
		{"ETag", r->etag},
		{"Location", r->location},
		{"Allow", r->status == 405 ? STR("GET, HEAD") : (struct str){0}},
		{"Cache-Control", STR("no-cache")},
		{"X-Content-Type-Options", STR("nosniff")},
		{"Referrer-Policy", STR("strict-origin-when-cross-origin")},
		{"Content-Security-Policy", STR(POLICY)},
	};
	struct arena a = {0};
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		if (headers[i].value.n)
			MHD_add_response_header(
				m, headers[i].name, str_cstr(&a, headers[i].value));
	arena_release(&a);
	enum MHD_Result ok = MHD_queue_response(c, r->status, m);
	MHD_destroy_response(m);
	return ok;
}

/* Let the first n go on: they are asked again, and answered. */
static void wake(struct server *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		MHD_resume_connection(s->waiting[i]);
	s->n -= n;
	memmove(s->waiting, s->waiting + n, s->n * sizeof *s->waiting);
}

/* The query as it was typed: "?12" is a name without a value. */
static enum MHD_Result take_query(
	void *user, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	(void)value;
	*(struct str *)user = str_of(name);
	return MHD_NO;
}

static const char asked, held; /* what a connection's own pointer leads to */

static enum MHD_Result handle(void *user, struct MHD_Connection *c, const char *url,
	const char *method, const char *version, const char *data, size_t *size,
	void **state)
{
	struct server *s = user;
	(void)version;
	(void)data;
	if (!*state) {
		*state = (void *)(size_t)&asked;
		return MHD_YES;
	}
	if (*size) { /* a body is swallowed: no method has one here */
		*size = 0;
		return MHD_YES;
	}
	struct arena a = {0};
	struct preview_request q = {str_of(method), str_of(url), header(c, "Host"),
		header(c, "If-None-Match"), {0}};
	MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, take_query, &q.query);
	struct preview_answer r = preview_answer(&a, &s->site, &q);
	enum MHD_Result ok = MHD_YES;
	if (r.wait && *state == (void *)(size_t)&asked) {
		if (s->n == WAITING)
			wake(s, 1);
		*state = (void *)(size_t)&held;
		MHD_suspend_connection(c);
		s->waiting[s->n++] = c;
	} else {
		ok = queue(c, &r);
	}
	arena_release(&a);
	return ok;
}

/* Until the input ends. Those who wait are let go now and then: some have gone away. */
static void serve(struct server *s, struct MHD_Daemon *d)
{
	for (;;) {
		fd_set in, out, odd;
		FD_ZERO(&in);
		FD_ZERO(&out);
		FD_ZERO(&odd);
		FD_SET(STDIN_FILENO, &in);
		int most = STDIN_FILENO;
		MHD_get_fdset(d, &in, &out, &odd, &most);
		struct timeval t = {.tv_sec = IDLE_SECONDS};
		MHD_UNSIGNED_LONG_LONG soon;
		if (MHD_get_timeout(d, &soon) == MHD_YES && soon < IDLE_SECONDS * 1000)
			t = (struct timeval){(time_t)(soon / 1000),
				(suseconds_t)(soon % 1000) * 1000};
		int n = select(most + 1, &in, &out, &odd, &t);
		if (n < 0 && errno != EINTR)
			return;
		if (n > 0 && FD_ISSET(STDIN_FILENO, &in)) {
			char turns[64];
			ssize_t got = read(STDIN_FILENO, turns, sizeof turns);
			if (got <= 0)
				return;
			s->site.turn += (unsigned long)got;
			wake(s, s->n);
		} else if (n == 0) {
			wake(s, s->n);
		}
		if (n >= 0)
			MHD_run_from_select(d, &in, &out, &odd);
	}
}

int main(int argc, char **argv)
{
	unsigned long port;
	if (argc != 4 || !str_to_uint(str_of(argv[3]), 65535, &port))
		return 2;
	/* Ctrl-C goes to all that run in a terminal: the end comes by the input. */
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	struct server s = {
		.site = {.root = argv[1], .panel = argv[2], .port = (unsigned)port}};
	struct MHD_Daemon *d = MHD_start_daemon(MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
		handle, &s, MHD_OPTION_LISTEN_SOCKET, SOCKET,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)32 << 10,
		MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded, NULL, MHD_OPTION_END);
	if (!d)
		return 1;
	serve(&s, d);
	wake(&s, s.n);
	MHD_stop_daemon(d);
	return 0;
}
