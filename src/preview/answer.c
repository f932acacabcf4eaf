/* answer.c: see answer.h. One request at a time; nothing is remembered between two. */
#include "preview/answer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/strbuf.h"

#define OWN "/_tambour/" /* the preview's own addresses; no page of a site has such */
#define PANEL_MAX ((size_t)4 << 20)

static const struct {
	const char *ending, *type;
} types[] = {
	{".html", "text/html; charset=utf-8"},
	{".css", "text/css; charset=utf-8"},
	{".js", "text/javascript; charset=utf-8"},
	{".json", "application/json"},
	{".jsonld", "application/ld+json"},
	{".xml", "application/xml"},
	{".txt", "text/plain; charset=utf-8"},
	{".csv", "text/csv; charset=utf-8"},
	{".ics", "text/calendar; charset=utf-8"},
	{".svg", "image/svg+xml"},
	{".png", "image/png"},
	{".jpg", "image/jpeg"},
	{".jpeg", "image/jpeg"},
	{".webp", "image/webp"},
	{".gif", "image/gif"},
	{".ico", "image/x-icon"},
	{".pdf", "application/pdf"},
	{".woff2", "font/woff2"},
	{".woff", "font/woff"},
	{".webmanifest", "application/manifest+json"},
};

static const char script[] =
	"(function () {\n"
	"\tvar turn = document.currentScript.src.split('?')[1];\n"
	"\tvar next = new EventSource('" OWN "suite?' + turn);\n"
	"\tnext.onmessage = function () { next.close(); location.reload(); };\n"
	"}());\n";

/* Its own colours in light and dark: the site's may be what is being mended. */
static const char style[] =
	".tambour-apercu{all:initial;display:block;box-sizing:border-box;padding:.75rem "
	"1rem;border-bottom:4px solid #b3261e;background:#fff;color:#1b1b1b;font:1rem/1.5 "
	"sans-serif;color-scheme:light}\n"
	".tambour-apercu summary{display:list-item;cursor:pointer;font-weight:bold}\n"
	".tambour-apercu summary:focus-visible{outline:3px solid #0b57d0;outline-offset:"
	"2px}\n"
	".tambour-apercu ol{margin:0;padding:0 0 0 2.5rem}\n"
	".tambour-apercu li{margin:.75rem 0}\n"
	".tambour-apercu p{margin:.25rem 0;overflow-wrap:anywhere}\n"
	".tambour-apercu pre{margin:.25rem 0;padding:.5rem;border:1px solid #767676;"
	"background:#f4f4f4;color:#1b1b1b;font:.9rem/1.4 monospace;white-space:pre-wrap;"
	"overflow-wrap:anywhere}\n"
	"@media print{.tambour-apercu{display:none}}\n";

const char *preview_type(struct str path)
{
	struct arena a = {0};
	struct str name = str_lower_ascii(&a, path);
	const char *found = "application/octet-stream";
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_ends(name, str_of(types[i].ending)))
			found = types[i].type;
	arena_release(&a);
	return found;
}

static struct preview_answer plain(unsigned status, const char *words)
{
	return (struct preview_answer){.status = status,
		.type = "text/plain; charset=utf-8",
		.body = str_of(words),
		.fd = -1};
}

/* A name of this machine and our port: no other name may lead here. */
static bool host_is_ours(const struct preview_site *site, struct str host)
{
	static const char *const names[] = {"127.0.0.1", "localhost"};
	char own[32];
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(own, sizeof own, "%s:%u", names[i], site->port);
		if (str_is(host, own) || (site->port == 80 && str_is(host, names[i])))
			return true;
	}
	return false;
}

static int hex(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "%C3%A9" to its bytes. False: not so written, or a byte that no path has. */
static bool decode(struct arena *a, struct str path, struct str *out)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];
		if (c == '%') {
			int high = i + 2 < path.n ? hex(path.p[i + 1]) : -1;
			int low = i + 2 < path.n ? hex(path.p[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			c = (char)(unsigned char)(high * 16 + low);
			i += 2;
		}
		if (c == '\0' || c == '\\')
			return false;
		strbuf_byte(&b, c);
	}
	*out = strbuf_str(&b);
	return true;
}

static bool part_allowed(struct str part)
{
	return part.n > 0 && (part.p[0] != '.' || str_is(part, ".well-known"));
}

/*
 * Open what a path leads to, part by part, following no link. A folder stands for its
 * index.html, once its address ends with '/'. -1: nothing that is served; *folder: the
 * address lacks that '/'.
 */
static int open_path(struct arena *a, const char *root, struct str path,
	struct str *name, bool *folder)
{
	int at = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);
	struct str rest = str_from(path, 1), part;
	bool index = str_ends(path, STR("/"));
	*name = index ? STR("index.html") : path;
	*folder = false;
	while (at >= 0 && str_cut(&rest, '/', &part)) {
		bool last = !rest.n && !index;
		int how = O_CLOEXEC | O_NOFOLLOW |
			  (last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY);
		int next = part_allowed(part) ? openat(at, str_cstr(a, part), how) : -1;
		close(at);
		at = next;
	}
	if (at >= 0 && index) {
		int next = openat(at, "index.html",
			O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW);
		close(at);
		at = next;
	}
	struct stat st;
	if (at >= 0 && (fstat(at, &st) || !S_ISREG(st.st_mode))) {
		*folder = S_ISDIR(st.st_mode);
		close(at);
		return -1;
	}
	return at;
}

struct str preview_page(
	struct arena *a, const struct preview_site *site, struct str html)
{
	struct str panel = {0};
	(void)file_read(a, AT_FDCWD, site->panel, PANEL_MAX, &panel);
	size_t head = str_find(html, STR("</head>"));
	size_t body = str_find(html, STR("<body"));
	body += str_index(str_from(html, body), '>') + 1;
	if (head == html.n)
		head = 0;
	if (body > html.n || body < head)
		body = html.n;
	struct strbuf b = strbuf_on(a);
	strbuf_add(&b, str_sub(html, 0, head));
	strbuf_printf(&b,
		"<link rel=\"stylesheet\" href=\"" OWN "apercu.css\">"
		"<script src=\"" OWN "apercu.js?%lu\" defer></script>",
		site->turn);
	strbuf_add(&b, str_sub(html, head, body));
	strbuf_add(&b, panel);
	strbuf_add(&b, str_from(html, body));
	return strbuf_str(&b);
}

static struct preview_answer page(struct arena *a, const struct preview_site *site,
	struct str html, unsigned status)
{
	struct preview_answer r = {.status = status, .type = types[0].type, .fd = -1};
	r.body = preview_page(a, site, html);
	if (status == 200)
		r.etag = str_printf(a, "\"%s\"", hash_hex(r.body).s);
	return r;
}

/* Of an open file; closes it when it is a page. */
static struct preview_answer file(struct arena *a, const struct preview_site *site,
	int fd, struct str name, unsigned status)
{
	struct stat st;
	if (fstat(fd, &st)) {
		close(fd);
		return plain(404, "404\n");
	}
	const char *type = preview_type(name);
	if (type == types[0].type && (size_t)st.st_size <= PREVIEW_PAGE_MAX) {
		size_t n = (size_t)st.st_size;
		char *p = arena_text(a, n + 1);
		int e = file_read_all(fd, p, n, &n);
		close(fd);
		return e ? plain(404, "404\n")
			 : page(a, site, (struct str){p, n}, status);
	}
	struct preview_answer r = {
		.status = status, .type = type, .fd = fd, .size = st.st_size};
	r.etag = str_printf(a, "\"%llx-%llx-%llx\"", (unsigned long long)st.st_size,
		(unsigned long long)st.st_mtim.tv_sec,
		(unsigned long long)st.st_mtim.tv_nsec);
	return r;
}

/* The site's own page for what is not there; before the first site, one of ours. */
static struct preview_answer missing(struct arena *a, const struct preview_site *site)
{
	struct str name;
	bool folder;
	int fd = open_path(a, site->root, STR("/404.html"), &name, &folder);
	if (fd >= 0)
		return file(a, site, fd, name, 404);
	bool none = access(site->root, F_OK) != 0;
	return page(a, site,
		STR("<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
		    "<title>Aperçu</title></head><body></body></html>"),
		none ? 503 : 404);
}

static struct preview_answer own(struct arena *a, const struct preview_site *site,
	const struct preview_request *q)
{
	struct str name = str_from(q->path, sizeof OWN - 1);
	struct preview_answer r = {.status = 200, .fd = -1};
	if (str_is(name, "apercu.js")) {
		r.type = preview_type(name);
		r.body = STR(script);
	} else if (str_is(name, "apercu.css")) {
		r.type = preview_type(name);
		r.body = STR(style);
	} else if (str_is(name, "suite")) {
		unsigned long known;
		bool same = str_to_uint(q->query, ~0UL, &known) && known == site->turn;
		r.type = "text/event-stream";
		r.wait = same && str_is(q->method, "GET");
		r.body = preview_event(a, !same);
	} else {
		return missing(a, site);
	}
	return r;
}

struct str preview_event(struct arena *a, bool turned)
{
	/* What tells nothing ends too, and the browser asks again: no connection stays. */
	return str_printf(a, "retry: 200\n%s\n\n", turned ? "data: suite" : ": rien");
}

/* "W/" and lists are what browsers send too: one that holds ours is enough. */
static bool known_already(const struct preview_answer *r, struct str none_match)
{
	return r->status == 200 && r->etag.n &&
	       str_find(none_match, r->etag) < none_match.n;
}

struct preview_answer preview_answer(struct arena *a, const struct preview_site *site,
	const struct preview_request *q)
{
	if (!host_is_ours(site, q->host))
		return plain(403, "403\n");
	if (!str_is(q->method, "GET") && !str_is(q->method, "HEAD"))
		return plain(405, "405\n");
	struct str path;
	if (!str_starts(q->path, STR("/")) || !decode(a, q->path, &path))
		return plain(400, "400\n");
	if (str_starts(q->path, STR(OWN)))
		return own(a, site, q);
	struct str name;
	bool folder;
	int fd = open_path(a, site->root, path, &name, &folder);
	if (folder) {
		struct preview_answer r = plain(301, "301\n");
		r.location = str_concat(a, q->path, STR("/"));
		return r;
	}
	if (fd < 0)
		return missing(a, site);
	struct preview_answer r = file(a, site, fd, name, 200);
	if (!known_already(&r, q->none_match))
		return r;
	if (r.fd >= 0)
		close(r.fd);
	return (struct preview_answer){.status = 304, .fd = -1, .etag = r.etag};
}
