/*
 * git_dates.c: dates of files, from the cache or from one run of the child. A file of
 * dates is a line with the fingerprint of the rest, then "date id path" lines.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/sha1.h"
#include "base/strbuf.h"
#include "source/git_internal.h"
#include "text/utf8.h"

#define DATES_MAX ((size_t)128 << 20) /* bytes of one answer */
#define DATE_SIZE 25                  /* 2026-11-24T09:12:00+01:00 */
#define ID_SIZE 40
#define PATH_AT (DATE_SIZE + 1 + ID_SIZE + 1)

/* A folder of a commit of a repository. */
struct dating {
	const char *walk; /* "dates", when they changed; "added", when they came */
	const char *repository, *folder;
	struct str commit;
};

static int by_path(const void *x, const void *y)
{
	const struct git_dated *a = x, *b = y;
	return str_cmp(a->path, b->path);
}

static void take_lines(struct arena *a, struct str text, struct git_dates *out)
{
	struct str line;
	while (str_cut(&text, '\n', &line)) {
		if (line.n <= PATH_AT || line.p[DATE_SIZE] != ' ' ||
			line.p[PATH_AT - 1] != ' ')
			continue;
		struct git_dated *f = list_add(a, &out->files);
		f->date = str_sub(line, 0, DATE_SIZE);
		f->id = str_sub(line, DATE_SIZE + 1, PATH_AT - 1);
		f->path = utf8_compose(a, str_from(line, PATH_AT));
	}
	if (out->files.n > 1)
		qsort(out->files.v, out->files.n, sizeof *out->files.v, by_path);
}

/* The lines of a kept file, when it is whole. */
static bool read_kept(struct arena *a, const char *path, struct str *lines)
{
	struct str text = {0};
	if (file_read(a, AT_FDCWD, path, DATES_MAX, &text))
		return false;
	size_t end = str_index(text, '\n');
	*lines = str_from(text, end + 1);
	return str_is(str_sub(text, 0, end), hash_hex(*lines).s);
}

static void keep(
	struct arena *a, const struct git_cache *c, const char *path, struct str lines)
{
	if (git_cache_make(c, GIT_DATES))
		return; /* a cache that cannot be written costs time, not dates */
	struct str text = str_printf(a, "%s\n", hash_hex(lines).s);
	struct strbuf b = strbuf_on(a);
	strbuf_add(&b, text);
	strbuf_add(&b, lines);
	file_write_atomic(AT_FDCWD, path, strbuf_str(&b));
}

/* All that the child wrote into fd. */
static bool read_back(struct arena *a, int fd, struct str *lines)
{
	off_t size = lseek(fd, 0, SEEK_END);
	if (size < 0 || (size_t)size > DATES_MAX)
		return false;
	char *p = arena_text(a, (size_t)size + 1);
	ssize_t n = pread(fd, p, (size_t)size, 0);
	*lines = (struct str){p, n > 0 ? (size_t)n : 0};
	return n == size;
}

static bool ask(struct arena *a, const struct git_cache *c, const struct git_want *w,
	const struct dating *g, struct str *lines, struct diag *d)
{
	const char *words[] = {
		g->walk, g->repository, str_cstr(a, g->commit), g->folder, NULL};
	int fd = memfd_create("tambour", MFD_CLOEXEC);
	if (fd < 0)
		return diag_say(
			d, MSG_GIT_NO_DATES, w->loc, w->address, diag_errno(d, errno));
	struct git_answer r = git_child_run(a, c, words, fd);
	bool ok = r.end == GIT_DONE && read_back(a, fd, lines);
	close(fd);
	return ok || diag_say(d, MSG_GIT_NO_DATES, w->loc, w->address,
			     r.detail.n ? r.detail : r.fault);
}

static bool find_dates(struct arena *a, const struct git_cache *c,
	const struct git_want *w, const struct dating *g, struct git_dates *out,
	struct diag *d)
{
	const char *name = str_printf(a, "%.*s-%s.%s2", STR_ARG(g->commit),
		hash_hex(str_of(g->folder)).s,
		str_is(str_of(g->walk), "dates") ? "" : g->walk)
				   .p; /* 2: the form of its lines */
	const char *path = git_cache_path(a, c, GIT_DATES, name);
	struct str lines = {0};
	if (!read_kept(a, path, &lines)) {
		if (!ask(a, c, w, g, &lines, d))
			return false;
		keep(a, c, path, lines);
	}
	out->commit = str_dup(a, g->commit);
	take_lines(a, lines, out);
	return true;
}

bool git_dates_folder(struct arena *a, const struct git_cache *c, struct str folder,
	struct git_dates *out, struct diag *d)
{
	*out = (struct git_dates){0};
	struct git_head h = git_head_of(a, folder);
	if (!h.repository || !h.commit.n || h.shallow)
		return true;
	struct git_want w = {.address = folder};
	struct dating g = {"dates", h.repository, str_cstr(a, h.folder), h.commit};
	return find_dates(a, c, &w, &g, out, d);
}

bool git_added_folder(struct arena *a, const struct git_cache *c, struct str folder,
	const char *below, struct git_dates *out, struct diag *d)
{
	*out = (struct git_dates){0};
	struct git_head h = git_head_of(a, folder);
	if (!h.repository || !h.commit.n || h.shallow)
		return true;
	struct git_want w = {.address = folder};
	struct dating g = {"added", h.repository,
		str_printf(
			a, "%.*s%s%s", STR_ARG(h.folder), h.folder.n ? "/" : "", below)
			.p,
		h.commit};
	return find_dates(a, c, &w, &g, out, d);
}

bool git_dates_source(struct arena *a, const struct git_cache *c,
	const struct git_want *w, const struct git_pin *pin, struct git_dates *out,
	struct diag *d)
{
	*out = (struct git_dates){0};
	struct git_depot depot;
	if (!git_depot_of(a, c, w, &depot, d))
		return false;
	if (!git_is_id(pin->commit))
		return diag_say(d, MSG_GIT_NOT_HERE, w->loc, w->address);
	struct dating g = {"dates", depot.clone, depot.folder, pin->commit};
	return find_dates(a, c, w, &g, out, d);
}

struct str git_folder_at(struct arena *a, struct str folder)
{
	struct git_head h = git_head_of(a, folder);
	if (!h.repository || !h.commit.n)
		return (struct str){0};
	return h.shallow ? STR("shallow") : str_dup(a, h.commit);
}

static const struct git_dated *find(const struct git_dates *dates, struct str path)
{
	size_t low = 0, high = dates->files.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = str_cmp(dates->files.v[mid].path, path);
		if (order == 0)
			return &dates->files.v[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

struct str git_date(const struct git_dates *dates, struct str path)
{
	const struct git_dated *f = find(dates, path);
	return f ? f->date : (struct str){0};
}

struct str git_date_of_bytes(
	const struct git_dates *dates, struct str path, struct str bytes)
{
	const struct git_dated *f = find(dates, path);
	char head[32];
	int n = snprintf(head, sizeof head, "blob %zu", bytes.n);
	/* The zero byte behind the length is a part of what git hashes. */
	struct str name = {head, (size_t)n + 1};
	if (!f || !str_is(f->id, sha1_hex(name, bytes).s))
		return (struct str){0};
	return f->date;
}
