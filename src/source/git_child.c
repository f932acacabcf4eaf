/*
 * git_child.c: one run of tambour-git: its start, its limit of time, its answer, and the
 * sentences that its faults become. No byte of a repository passes here but short words.
 */
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "source/child.h"
#include "source/git_internal.h"

/* ---- listening ---- */

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

static enum git_end end_of(const struct child_answer *said, const struct git_answer *r)
{
	if (said->end == CHILD_SLOW)
		return GIT_TIMEOUT;
	if (said->end == CHILD_EXITED && said->status == 0)
		return GIT_DONE;
	if (said->end == CHILD_EXITED && said->status == 1 && r->fault.n)
		return GIT_FAULT;
	return GIT_CRASH;
}

struct git_answer git_child_run(
	struct arena *a, const struct git_cache *c, const char *const *words, int fd)
{
	struct git_answer r = {.end = GIT_ABSENT};
	const char *program = c->program ? c->program : child_find(a, "tambour-git");
	if (!program || access(program, X_OK))
		return r;
	struct child_answer said =
		child_run(a, program, words, fd, c->seconds ? c->seconds : GIT_SECONDS);
	struct str rest = said.text, line;
	r.error = said.error;
	while (str_cut(&rest, '\n', &line))
		take_line(&r, line);
	if (said.signal)
		r.fault = str_printf(a, "signal %d", said.signal);
	r.end = end_of(&said, &r);
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
