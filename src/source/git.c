/*
 * git.c: fetching, pinning and opening, in terms of the cache and of the child. git.h is
 * its manual; nothing here knows how git keeps things.
 */
#include "source/git.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "source/git_internal.h"

/* ---- fetching ---- */

static bool is_sound_pin(const struct git_answer *r)
{
	return git_is_id(r->commit) && git_is_id(r->tree) && r->kind.n;
}

static enum git_kind kind_of(struct str name)
{
	if (str_is(name, "tag"))
		return GIT_TAG;
	return str_is(name, "branch") ? GIT_BRANCH : GIT_COMMIT;
}

static const char *pack_name(struct arena *a, struct str tree)
{
	return str_printf(a, "%.*s.pack", STR_ARG(tree)).p;
}

static bool say_cache(
	struct diag *d, const struct git_cache *c, const struct git_want *w, int e)
{
	return diag_say(d, MSG_GIT_CACHE, w->loc, c->folder, diag_errno(d, e));
}

/* What was fetched, into the cache. False when it is no sound answer. */
static bool keep_fetched(struct arena *a, const struct git_cache *c,
	const struct git_file *pack, const struct git_answer *r, struct git_found *out)
{
	if (r->end != GIT_DONE || !is_sound_pin(r)) {
		git_file_drop(pack);
		return false;
	}
	out->pin = (struct git_pin){r->commit, r->tree, r->date};
	out->kind = kind_of(r->kind);
	if (r->kept) {
		git_file_drop(pack);
		return true;
	}
	git_file_keep(a, c, pack, pack_name(a, r->tree));
	close(pack->fd);
	return true;
}

/* `trees`: the folder where a pack that stands need not be written again, or "". */
static bool fetch(struct arena *a, const struct git_cache *c, const struct git_want *w,
	const char *trees, struct git_found *out, struct diag *d)
{
	struct git_depot depot;
	if (!git_depot_of(a, c, w, &depot, d))
		return false;
	int e = git_cache_make(c, GIT_DEPOTS);
	if (e)
		return say_cache(d, c, w, e);
	struct git_file pack = git_file_open(a, c);
	if (pack.fd < 0)
		return say_cache(d, c, w, errno);
	struct str bytes = str_printf(a, "%llu", c->bytes ? c->bytes : GIT_BYTES);
	const char *words[] = {"fetch", depot.clone, depot.address,
		str_cstr(a, w->version), depot.folder, bytes.p, trees, NULL};
	struct git_answer r = git_child_run(a, c, words, pack.fd);
	if (r.replaced)
		diag_say(d, MSG_GIT_REPLACED, w->loc, w->address);
	return keep_fetched(a, c, &pack, &r, out) || git_child_say(d, c, w, &r);
}

bool git_fetch(struct arena *a, const struct git_cache *c, const struct git_want *w,
	struct git_found *out, struct diag *d)
{
	return fetch(a, c, w, "", out, d);
}

bool git_follow(struct arena *a, const struct git_cache *c, const struct git_want *w,
	struct git_found *out, struct diag *d)
{
	return fetch(a, c, w, git_cache_path(a, c, GIT_TREES, ""), out, d);
}

enum git_relation git_relation(struct arena *a, const struct git_cache *c,
	const struct git_want *w, struct str old_commit, struct str new_commit,
	struct diag *d)
{
	struct git_depot depot;
	if (!git_is_id(old_commit) || !git_is_id(new_commit))
		return GIT_UNKNOWN;
	if (str_eq(old_commit, new_commit))
		return GIT_SAME;
	if (!git_depot_of(a, c, w, &depot, d))
		return GIT_UNKNOWN;
	const char *words[] = {"relation", depot.clone, str_cstr(a, old_commit),
		str_cstr(a, new_commit), NULL};
	struct git_answer r = git_child_run(a, c, words, -1);
	if (r.end == GIT_DONE && str_is(r.relation, "newer"))
		return GIT_NEWER;
	if (r.end == GIT_DONE && str_is(r.relation, "older"))
		return GIT_OLDER;
	if (r.end == GIT_DONE && str_is(r.relation, "rewritten"))
		return GIT_REWRITTEN;
	if (r.end != GIT_DONE && !str_is(r.fault, "not-here"))
		git_child_say(d, c, w, &r);
	return GIT_UNKNOWN;
}

/* ---- opening ---- */

/* What making a pack needs, kept as long as its source: a damaged one is made again. */
struct making {
	struct arena *arena;
	struct git_cache cache;
	struct git_want want;
	struct git_depot depot;
	const char *commit, *tree;
	struct str path; /* of the pack */
};

/* Write the pack from the clone. An open descriptor, or -1, said. */
static int make_pack(const struct making *m, struct diag *d)
{
	struct git_file pack = git_file_open(m->arena, &m->cache);
	if (pack.fd < 0) {
		say_cache(d, &m->cache, &m->want, errno);
		return -1;
	}
	const char *words[] = {
		"pack", m->depot.clone, m->commit, m->depot.folder, m->tree, NULL};
	struct git_answer r = git_child_run(m->arena, &m->cache, words, pack.fd);
	if (r.end != GIT_DONE) {
		git_file_drop(&pack);
		git_child_say(d, &m->cache, &m->want, &r);
		return -1;
	}
	git_file_keep(m->arena, &m->cache, &pack, pack_name(m->arena, str_of(m->tree)));
	return pack.fd;
}

/* The pack is damaged: throw it away and write it anew. */
static int remake_pack(void *user, struct diag *d)
{
	const struct making *m = user;
	unlink(m->path.p); /* where that is refused, the new one stays in memory */
	int fd = make_pack(m, d);
	if (fd >= 0)
		diag_say(d, MSG_GIT_MENDED, m->want.loc, m->want.address);
	return fd;
}

static struct making *plan(struct arena *a, const struct git_cache *c,
	const struct git_want *w, const struct git_pin *pin)
{
	struct making *m = arena_new(a, struct making);
	m->arena = a;
	m->cache = *c;
	m->want = *w;
	m->commit = str_cstr(a, pin->commit);
	m->tree = str_cstr(a, pin->tree);
	m->path = str_of(git_cache_path(a, c, GIT_TREES, pack_name(a, pin->tree)));
	return m;
}

static void note_pin(struct arena *a, const struct git_want *w,
	const struct git_pin *pin, struct source *s)
{
	s->pin.address = str_dup(a, w->address);
	s->pin.version = str_dup(a, w->version);
	s->pin.commit = str_dup(a, pin->commit);
	s->pin.date = str_dup(a, pin->date);
}

struct source *source_git(struct arena *a, struct str name, const struct git_cache *c,
	const struct git_want *w, const struct git_pin *pin, struct diag *d)
{
	struct making *m = plan(a, c, w, pin);
	if (!git_depot_of(a, c, w, &m->depot, d))
		return NULL;
	if (!git_is_id(pin->commit) || !git_is_id(pin->tree)) {
		diag_say(d, MSG_GIT_NOT_HERE, w->loc, w->address);
		return NULL;
	}
	struct pack_maker maker = {remake_pack, m};
	int fd = open(m->path.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	bool kept = fd >= 0;
	if (kept)
		git_file_touch(fd);
	else
		fd = make_pack(m, d);
	if (fd < 0)
		return NULL;
	struct source *s = source_pack(a, name, w->address, fd, pin->tree, &maker, d);
	if (!s && kept) {
		fd = remake_pack(m, d);
		if (fd >= 0)
			s = source_pack(a, name, w->address, fd, pin->tree, &maker, d);
	}
	if (s)
		note_pin(a, w, pin, s);
	return s;
}
