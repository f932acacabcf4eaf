/*
 * update_locked.c: `tambour update --locked`: what tambour.lock pins and this machine
 * lacks (a new host, a lost cache, a lock that came by git) is received, commit by
 * commit. It accepts nothing new and writes no lock.
 */
#include "cli/commands.h"
#include "cli/pipeline.h"

/* True when the pinned files of a source can be opened without the network. */
static bool is_here(struct pipeline *p, struct str name, const struct git_want *want,
	const struct lock_pin *pin)
{
	struct diag quiet = diag_on(&p->arena);
	struct source *s =
		source_git(&p->arena, name, &p->sources.cache, want, &pin->pin, &quiet);
	source_close(s);
	return s != NULL;
}

/*
 * Ask for the commit by its number. A host could have a branch of that name: what comes
 * must be the pinned commit and the pinned files. False, said.
 */
static bool fetch_pin(
	struct pipeline *p, const struct git_want *asked, const struct lock_pin *pin)
{
	struct git_want want = *asked;
	struct git_found found;
	struct diag words = diag_on(&p->arena);
	want.version = pin->pin.commit;
	bool came = git_fetch(&p->arena, &p->sources.cache, &want, &found, &words);
	for (size_t i = 0; i < words.list.n; i++) {
		const struct diag_message *m = &words.list.v[i];
		if (m->code == MSG_GIT_NO_VERSION)
			return diag_say(&p->diag, MSG_UPDATE_LOCKED_GONE, want.loc,
				want.address, str_sub(want.version, 0, 10));
		diag_add(&p->diag, m->code, m->also, m->loc, m->arg, DIAG_ARGS);
	}
	if (!came)
		return false;
	return (str_eq(found.pin.commit, pin->pin.commit) &&
		       str_eq(found.pin.tree, pin->pin.tree)) ||
	       diag_say(&p->diag, MSG_GIT_MISMATCH, want.loc, want.address);
}

static bool fetch_missing(struct pipeline *p, struct str name, const struct value *use)
{
	const struct lock_pin *pin = lock_find(&p->sources.lock, name);
	struct git_want want = sources_want(&p->sources, use);
	/* What has no pin, or another one, is said by the reading that follows. */
	if (!want.address.n || !pin || !sources_pin_fits(pin, &want) ||
		is_here(p, name, &want, pin))
		return true;
	return fetch_pin(p, &want, pin);
}

static bool fetch_all(struct pipeline *p)
{
	bool ok = true;
	const struct value *list = value_get(p->site.commune.v, "catalogues");
	for (size_t i = 0; i < value_count(list); i++)
		ok &= fetch_missing(
			p, value_text(value_at(list, i), "nom"), value_at(list, i));
	const struct value *settings = value_get(p->site.commune.v, "site");
	ok &= fetch_missing(p, STR("theme"), value_get(settings, "depot_theme"));
	return ok;
}

/* Read once more, from what came; the same commit of the commune. */
static bool read_again(struct pipeline *p, const struct pipeline *first)
{
	if (!pipeline_open(p, first->options))
		return false;
	p->upstream = first->upstream;
	return pipeline_read(p);
}

static int say_end(struct pipeline *p, bool here)
{
	/* What is wrong elsewhere is the business of check. */
	if (here) {
		p->diag = diag_on(&p->arena);
		upstream_repeat(p);
	}
	report_messages(p);
	report_done(p, here ? MSG_UPDATE_LOCKED : MSG_UPDATE_LOCKED_NOT, NULL, 0);
	return here ? EXIT_PUBLISHED : EXIT_NOTHING;
}

int update_locked(const struct options *o)
{
	struct pipeline p, again = {.state_dir = -1};
	bool here = pipeline_open(&p, o) && pipeline_read(&p);
	struct pipeline *last = &p;
	if (!here && p.site.commune.v) {
		p.diag = diag_on(&p.arena);
		here = fetch_all(&p);
		if (here) {
			last = &again;
			here = read_again(&again, &p);
		}
	}
	int status = say_end(last, here);
	pipeline_release(&again);
	pipeline_release(&p);
	return status;
}
