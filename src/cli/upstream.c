/*
 * upstream.c: see upstream.h. Fetching and reading are source/git.h's business; which
 * commit a run reads is decided here.
 */
#include "cli/upstream.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "text/date.h"

#define FOLDER "communes"
#define RECORD_MAX ((size_t)4096)
#define SHOWN_ID 10 /* digits of a commit that people are shown */

/* One name for what is asked: address, version, folder. */
static struct str name_of(struct arena *a, const struct git_want *w)
{
	struct str asked = str_printf(a, "%.*s\n%.*s\n%.*s", STR_ARG(w->address),
		STR_ARG(w->version), STR_ARG(w->folder));
	return str_dup(a, str_of(hash_hex(asked).s));
}

struct str upstream_state(struct pipeline *p)
{
	const struct upstream *u = &p->upstream;
	return str_printf(&p->arena, "%.*s/" FOLDER "/%.*s", STR_ARG(u->cache.folder),
		STR_ARG(name_of(&p->arena, &u->want)));
}

/* ---- what was published last ---- */

static void read_record(struct pipeline *p)
{
	struct upstream *u = &p->upstream;
	struct str rest, line;
	if (file_read(&p->arena, AT_FDCWD, u->record, RECORD_MAX, &rest))
		return;
	struct git_pin pin = {0};
	while (str_cut(&rest, '\n', &line)) {
		size_t blank = str_index(line, ' ');
		struct str word = str_sub(line, 0, blank),
			   value = str_from(line, blank + 1);
		if (str_is(word, "commit"))
			pin.commit = value;
		else if (str_is(word, "tree"))
			pin.tree = value;
		else if (str_is(word, "date"))
			pin.date = value;
	}
	/* source_git refuses ids that are none: a damaged record is one that is not. */
	if (pin.commit.n && pin.tree.n)
		u->known = pin;
}

static void write_record(struct pipeline *p)
{
	const struct upstream *u = &p->upstream;
	if (str_eq(u->known.commit, u->pin.commit) &&
		str_eq(u->known.tree, u->pin.tree))
		return;
	struct str text = str_printf(&p->arena, "commit %.*s\ntree %.*s\ndate %.*s\n",
		STR_ARG(u->pin.commit), STR_ARG(u->pin.tree), STR_ARG(u->pin.date));
	const char *folder =
		str_printf(&p->arena, "%.*s/" FOLDER, STR_ARG(u->cache.folder)).p;
	/* A cache that cannot be written: the next run fetches, or says that it cannot. */
	if (file_make_dirs(AT_FDCWD, folder) == 0)
		file_write_atomic(AT_FDCWD, u->record, text);
}

void upstream_keep(struct pipeline *p)
{
	if (p->upstream.ready && !p->upstream.stale)
		write_record(p);
}

/* ---- opening ---- */

static bool has_cache(const struct pipeline *p)
{
	const char *home = getenv("HOME"), *xdg = getenv("XDG_CACHE_HOME");
	return p->options->given[OPTION_CACHE] || p->options->given[OPTION_STATE] ||
	       (home && home[0] == '/') || (xdg && xdg[0] == '/');
}

/* A path is made whole: what is remembered of it must not depend on where one stands. */
static struct str address_of(struct arena *a, struct str typed)
{
	char real[PATH_MAX];
	return realpath(str_cstr(a, typed), real) ? str_dup(a, str_of(real)) : typed;
}

struct str upstream_folder(const struct upstream *u)
{
	struct str address = u->want.address;
	if (str_starts(address, STR("file://")))
		address = str_from(address, 7);
	return str_starts(address, STR("/")) ? address : (struct str){0};
}

bool upstream_open(struct pipeline *p)
{
	const struct options *o = p->options;
	struct upstream *u = &p->upstream;
	u->given = o->given[OPTION_REPOSITORY];
	if (!u->given)
		return true;
	if (!has_cache(p))
		return diag_say(&p->diag, MSG_USAGE_NEEDS, (struct loc){0},
			STR("--repository"), STR("--cache"));
	u->want = (struct git_want){
		.address = address_of(&p->arena, o->value[OPTION_REPOSITORY]),
		.version = o->value[OPTION_REF],
		.folder = o->value[OPTION_FOLDER]};
	u->cache =
		git_cache_at(&p->arena, o->value[OPTION_CACHE], o->value[OPTION_STATE]);
	u->record = str_printf(&p->arena, "%.*s.depot", STR_ARG(upstream_state(p))).p;
	read_record(p);
	return true;
}

/* ---- fetching ---- */

/* "24 novembre 2026"; in English messages 2026-11-24. */
static struct str day_of(struct pipeline *p, struct str date)
{
	struct date day;
	struct str iso = str_sub(date, 0, 10);
	bool french = pipeline_lang(p) == LANG_FR;
	bool ok = french && date_parse(iso, &day) == DATE_OK;
	return ok ? date_text_short(&p->arena, day) : iso;
}

static struct str short_id(struct str commit)
{
	return str_sub(commit, 0, SHOWN_ID);
}

/*
 * The remembered commit instead of the one that failed, for reasons said on p->diag
 * since `before`: one warning, its cause below it. False leaves the messages.
 */
static bool fall_back(struct pipeline *p, const struct diag *before)
{
	struct upstream *u = &p->upstream;
	if (!u->known.commit.n || u->stale)
		return false;
	/* Copied: what is said from here on takes the place of what failed. */
	size_t n = p->diag.list.n - before->list.n;
	struct diag_message *why = arena_list(&p->arena, n, struct diag_message);
	for (size_t i = 0; i < n; i++)
		why[i] = p->diag.list.v[before->list.n + i];
	p->diag = *before;
	u->stale = true;
	u->pin = u->known;
	diag_say(&p->diag, MSG_UPSTREAM_STALE, (struct loc){0}, u->want.address,
		day_of(p, u->pin.date), short_id(u->pin.commit));
	for (size_t i = 0; i < n; i++) {
		const struct diag_message *m = &why[i];
		if (m->also || m->band < DIAG_ERROR)
			continue;
		diag_add(&p->diag, m->code, true, m->loc, m->arg, DIAG_ARGS);
		p->diag.list.v[p->diag.list.n - 1].band = DIAG_NOTE;
	}
	return true;
}

/* Said once: the next publication remembers the new commit. */
static void judge_history(struct pipeline *p)
{
	const struct upstream *u = &p->upstream;
	if (!u->known.commit.n || str_eq(u->known.commit, u->pin.commit))
		return;
	enum git_relation r = git_relation(&p->arena, &u->cache, &u->want,
		u->known.commit, u->pin.commit, &p->diag);
	/* GIT_UNKNOWN: a new cache, which never had the former commit. */
	if (r == GIT_OLDER || r == GIT_REWRITTEN)
		diag_say(&p->diag,
			r == GIT_OLDER ? MSG_UPSTREAM_OLDER : MSG_UPSTREAM_REWRITTEN,
			(struct loc){0}, day_of(p, u->known.date),
			short_id(u->known.commit));
}

static bool absent(struct pipeline *p)
{
	return diag_say(&p->diag, MSG_UPSTREAM_ABSENT, (struct loc){0},
		p->upstream.want.address);
}

/* The newest commit, or the remembered one. */
static bool choose(struct pipeline *p)
{
	struct upstream *u = &p->upstream;
	struct diag before = p->diag;
	struct git_found found;
	if (p->options->given[OPTION_OFFLINE]) {
		u->pin = u->known;
		return u->known.commit.n || absent(p);
	}
	if (!git_follow(&p->arena, &u->cache, &u->want, &found, &p->diag))
		return fall_back(p, &before);
	u->pin = found.pin;
	judge_history(p);
	return true;
}

/* Copied: lists of messages are sorted, dropped and begun anew. */
static void remember(struct pipeline *p, size_t from)
{
	struct upstream *u = &p->upstream;
	u->said.n = p->diag.list.n - from;
	struct diag_message *said =
		arena_list(&p->arena, u->said.n, struct diag_message);
	for (size_t i = 0; i < u->said.n; i++)
		said[i] = p->diag.list.v[from + i];
	u->said.v = said;
}

void upstream_repeat(struct pipeline *p)
{
	for (size_t i = 0; i < p->upstream.said.n; i++) {
		const struct diag_message *m = &p->upstream.said.v[i];
		diag_add(&p->diag, m->code, m->also, m->loc, m->arg, DIAG_ARGS);
		p->diag.list.v[p->diag.list.n - 1].band = m->band;
	}
}

bool upstream_fetch(struct pipeline *p)
{
	struct upstream *u = &p->upstream;
	if (!u->given || u->ready)
		return true;
	size_t from = p->diag.list.n;
	u->ready = choose(p);
	remember(p, from);
	/* The first commit ever received may be stood on before it is published. */
	if (u->ready && !u->known.commit.n)
		write_record(p);
	return u->ready;
}

/* ---- reading ---- */

static struct source *open_pin(struct pipeline *p)
{
	const struct upstream *u = &p->upstream;
	return source_git(
		&p->arena, (struct str){0}, &u->cache, &u->want, &u->pin, &p->diag);
}

/* What the cache has of it is damaged: fetched whole again. */
static struct source *fetch_again(struct pipeline *p, const struct diag *before)
{
	struct upstream *u = &p->upstream;
	struct git_found found;
	p->diag = *before;
	if (!git_fetch(&p->arena, &u->cache, &u->want, &found, &p->diag))
		return NULL;
	u->pin = found.pin;
	return open_pin(p);
}

struct source *upstream_source(struct pipeline *p)
{
	struct upstream *u = &p->upstream;
	if (!upstream_fetch(p))
		return NULL;
	struct diag before = p->diag;
	bool online = !p->options->given[OPTION_OFFLINE] && !u->stale;
	struct source *s = open_pin(p);
	if (!s && online)
		s = fetch_again(p, &before);
	if (!s && online && !str_eq(u->known.commit, u->pin.commit) &&
		fall_back(p, &before))
		s = open_pin(p);
	if (!s && !online) {
		p->diag = before;
		absent(p);
	}
	return s;
}

void upstream_report(struct pipeline *p)
{
	const struct upstream *u = &p->upstream;
	if (!u->ready || !p->options->given[OPTION_VERBOSE])
		return;
	struct str args[] = {day_of(p, u->pin.date), u->pin.commit};
	report_done(p, MSG_UPSTREAM_COMMIT, args, 2);
}
