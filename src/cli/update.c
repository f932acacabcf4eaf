/*
 * update.c: `tambour update`: newer catalogues and themes, in words what they change for
 * this commune, then the lock. Nothing is pinned that is not understood: a new
 * destination, a moved tag, a fall back, an error. Fetching is source/git.h's business.
 *
 *	fetch every source -> a lock to come -> the commune read under both locks
 *	-> leads, errors, differences -> the lock, or nothing
 */
#include "base/file.h"
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "resolve/changes.h"

struct update {
	struct pipeline now;  /* under the lock as it stands */
	struct pipeline next; /* under the lock to come */
	struct lock lock;     /* to come */
	bool stands;     /* `now` could be read: there is a former state to compare */
	bool moved;      /* a lock is to be written anew */
	bool refused;    /* said */
	struct diag was; /* what was wrong before, under the lock as it stands */
	size_t sources;  /* kept by git, that were looked at */
	struct str_list dropped; /* pinned, and asked for by nobody any more */
};

static bool accepted(const struct options *o, struct str lead)
{
	for (size_t i = 0; i < o->accepts; i++)
		if (str_eq(o->accept[i], lead))
			return true;
	return false;
}

/* ---- fetching ---- */

/* The three things a person must accept before older or other files are used. */
static void judge_history(struct update *u, const struct lock_pin *old,
	const struct lock_pin *new, const struct git_want *want)
{
	struct diag *d = &u->now.diag;
	if (u->now.options->given[OPTION_ACCEPT_REWRITE] ||
		str_eq(old->pin.commit, new->pin.commit))
		return;
	if (new->kind == GIT_TAG && str_eq(old->version, new->version)) {
		u->refused = !diag_say(
			d, MSG_UPDATE_TAG_MOVED, want->loc, new->name, new->version);
		return;
	}
	enum git_relation r = git_relation(&u->now.arena, &u->now.sources.cache, want,
		old->pin.commit, new->pin.commit, d);
	if (r == GIT_OLDER)
		u->refused = !diag_say(d, MSG_UPDATE_OLDER, want->loc, new->name);
	else if (r == GIT_REWRITTEN || r == GIT_UNKNOWN)
		u->refused = !diag_say(d, MSG_UPDATE_REWRITTEN, want->loc, new->name);
}

/* One source: its newest commit for the version asked, into the lock to come. */
static void fetch_one(struct update *u, struct str name, const struct value *use)
{
	if (!value_given(value_get(use, "depot")))
		return;
	struct pipeline *p = &u->now;
	const struct lock_pin *old = lock_find(&p->sources.lock, name);
	struct lock_pin *new = list_add(&p->arena, &u->lock);
	if (p->options->given[OPTION_ONLY] &&
		!str_eq(p->options->value[OPTION_ONLY], name)) {
		if (old)
			*new = *old;
		else
			u->lock.n--;
		return;
	}
	u->sources++;
	struct git_want want = sources_want(&p->sources, use);
	struct git_found found;
	if (!git_fetch(&p->arena, &p->sources.cache, &want, &found, &p->diag)) {
		u->refused = true;
		return;
	}
	*new = (struct lock_pin){.name = name,
		.address = want.address,
		.version = want.version,
		.folder = want.folder,
		.kind = found.kind,
		.pin = found.pin,
		.loc = want.loc};
	bool same = old && str_eq(old->pin.commit, new->pin.commit) &&
		    str_eq(old->pin.tree, new->pin.tree) &&
		    str_eq(old->version, new->version) &&
		    str_eq(old->address, new->address) &&
		    str_eq(old->folder, new->folder);
	u->moved = u->moved || !same;
	if (old)
		judge_history(u, old, new, &want);
}

/* Pins that commune.yaml no longer asks for: a lock to come goes without them. */
static void drop_pins(struct update *u)
{
	const struct lock *old = &u->now.sources.lock;
	for (size_t i = 0; i < old->n; i++)
		if (!lock_find(&u->lock, old->v[i].name))
			*list_add(&u->now.arena, &u->dropped) = old->v[i].name;
	u->moved = u->moved || u->dropped.n;
}

static void fetch_all(struct update *u)
{
	struct pipeline *p = &u->now;
	const struct value *list = value_get(p->site.commune.v, "catalogues");
	for (size_t i = 0; i < value_count(list); i++)
		fetch_one(u, value_text(value_at(list, i), "nom"), value_at(list, i));
	const struct value *settings = value_get(p->site.commune.v, "site");
	fetch_one(u, STR("theme"), value_get(settings, "depot_theme"));
	drop_pins(u);
	/* A commune that cannot be read under its lock needs one, though nothing is newer. */
	u->moved = u->moved || (u->sources && !u->stands);
	if (p->options->given[OPTION_ONLY] && !u->sources)
		u->refused = !diag_say(&p->diag, MSG_UPDATE_NO_NAME, (struct loc){0},
			p->options->value[OPTION_ONLY]);
}

/* ---- judging ---- */

static struct str leads_text(struct arena *a, const struct leads *l)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < l->n; i++)
		strbuf_printf(&b, "%s%.*s", i ? ", " : "", STR_ARG(l->v[i].text));
	return str_dup(a, strbuf_str(&b));
}

/*
 * Where each catalogue leads, into the lock to come. What its former pin did not lead to
 * is refused unless accepted; a first pin is told, for a person has just named it.
 */
static void judge_leads(
	struct update *u, const struct catalogue *c, struct lock_pin *new)
{
	struct arena *a = &u->now.arena;
	const struct lock_pin *old = lock_find(&u->now.sources.lock, c->name);
	leads_of_catalogue(a, c, &new->leads);
	if (!old) {
		diag_say(&u->now.diag, MSG_UPDATE_LEADS_FIRST, (struct loc){0}, c->name,
			leads_text(a, &new->leads));
		return;
	}
	for (size_t i = 0; i < new->leads.n; i++) {
		const struct lead *l = &new->leads.v[i];
		if (!leads_have(&old->leads, l->kind, l->text) &&
			!accepted(u->now.options, l->text))
			u->refused = !diag_say(&u->now.diag, MSG_UPDATE_LEAD_NEW,
				l->loc, l->text, c->name);
	}
}

/* Errors that the files of a new version bring, said with them. */
static bool say_errors(struct update *u, struct str layer)
{
	struct diag *from = &u->next.diag, *to = &u->now.diag;
	bool faulty = false;
	for (size_t i = 0; i < from->list.n; i++) {
		const struct diag_message *m = &from->list.v[i];
		if (m->band < DIAG_ERROR || !m->loc.origin ||
			!str_eq(m->loc.origin->layer, layer))
			continue;
		diag_add(to, m->code, false, m->loc, m->arg, DIAG_ARGS);
		faulty = true;
	}
	return faulty;
}

/* The commune as it would be, to its last page; false, said, when it cannot be made. */
static bool read_next(struct update *u)
{
	struct pipeline *p = &u->next;
	if (!pipeline_open(p, u->now.options))
		return false;
	p->lock = &u->lock;
	p->upstream = u->now.upstream; /* the same commit, fetched once */
	bool ok = pipeline_run(p, &pipeline_nowhere, false);
	for (size_t i = 0; !ok && i < p->diag.list.n; i++)
		diag_add(&u->now.diag, p->diag.list.v[i].code, p->diag.list.v[i].also,
			p->diag.list.v[i].loc, p->diag.list.v[i].arg, DIAG_ARGS);
	return ok;
}

static const struct catalogue *catalogue_named(const struct site *s, struct str name)
{
	for (size_t i = 0; i < s->catalogues.n; i++)
		if (str_eq(s->catalogues.v[i].name, name))
			return &s->catalogues.v[i];
	return NULL;
}

/* False, said, when a pinned catalogue has errors, or could not be read at all. */
static bool judge_catalogue(struct update *u, struct lock_pin *pin)
{
	const struct catalogue *c = catalogue_named(&u->next.site, pin->name);
	if (c)
		judge_leads(u, c, pin);
	return !say_errors(u, pin->name) && c;
}

/* The commune's own theme/ comes before the theme, and is not what was fetched. */
static bool judge_theme(struct update *u)
{
	const struct theme *t = &u->next.theme;
	size_t i = 0;
	while (i < t->n && (t->chain[i].source->dir >= 0 || !t->chain[i].about))
		i++;
	return i == t->n || !say_errors(u, t->chain[i].source->name);
}

static bool said_before(const struct update *u, const struct diag_message *m)
{
	for (size_t i = 0; i < u->was.list.n; i++) {
		const struct diag_message *w = &u->was.list.v[i];
		if (w->code == m->code && w->loc.origin && w->loc.line == m->loc.line &&
			str_eq(w->loc.origin->name, m->loc.origin->name))
			return true;
	}
	return false;
}

/*
 * The commune's own files that were right and no longer are: a catalogue that begins to
 * define what the commune already has would make the mayor's page disappear.
 */
static void judge_own_files(struct update *u)
{
	for (size_t i = 0; u->stands && i < u->next.diag.list.n; i++) {
		const struct diag_message *m = &u->next.diag.list.v[i];
		if (m->band < DIAG_ERROR || m->also || !m->loc.origin ||
			m->loc.origin->layer.n || said_before(u, m))
			continue;
		diag_add(&u->now.diag, m->code, false, m->loc, m->arg, DIAG_ARGS);
		u->refused = !diag_say(&u->now.diag, MSG_UPDATE_OWN_FAULTY, m->loc);
	}
}

static void judge(struct update *u)
{
	judge_own_files(u);
	for (size_t i = 0; i < u->lock.n; i++) {
		struct lock_pin *pin = &u->lock.v[i];
		bool theme = str_is(pin->name, "theme");
		if (theme ? judge_theme(u) : judge_catalogue(u, pin))
			continue;
		u->refused =
			!diag_say(&u->now.diag, MSG_UPDATE_FAULTY, pin->loc, pin->name);
	}
}

/* ---- the end ---- */

/* Differences are told as sentences: their place is a detail here. */
static void tell_changes(struct update *u)
{
	struct diag d = diag_on(&u->now.arena);
	changes_say(&u->now.arena, &u->now.web.procedures, &u->next.web.procedures, &d);
	for (size_t i = 0; i < d.list.n; i++)
		report_done(&u->now, d.list.v[i].code, d.list.v[i].arg, DIAG_ARGS);
}

static void tell_dropped(struct update *u)
{
	for (size_t i = 0; i < u->dropped.n; i++)
		report_done(&u->now, MSG_UPDATE_DROPPED, &u->dropped.v[i], 1);
}

static void tell_pins(struct update *u)
{
	for (size_t i = 0; i < u->lock.n; i++) {
		const struct lock_pin *p = &u->lock.v[i];
		struct date day;
		struct str date =
			date_parse(str_sub(p->pin.date, 0, 10), &day) == DATE_OK
				? date_text_short(&u->now.arena, day)
				: p->pin.date;
		struct str args[] = {p->name, date, str_sub(p->pin.commit, 0, 10)};
		report_done(&u->now, MSG_UPDATE_PINNED, args, 3);
	}
}

static const char *lock_path(struct pipeline *p)
{
	struct str given = p->options->value[OPTION_LOCK];
	if (given.n)
		return str_cstr(&p->arena, given);
	return str_printf(&p->arena, "%.*s/" LOCK_FILE, STR_ARG(p->folder)).p;
}

static int finish(struct update *u)
{
	struct pipeline *p = &u->now;
	report_messages(p);
	if (u->refused) {
		report_done(p, MSG_UPDATE_REFUSED, NULL, 0);
		return EXIT_NOTHING;
	}
	if (!u->sources && !u->dropped.n) {
		report_done(p, MSG_UPDATE_NO_SOURCE, NULL, 0);
		return EXIT_PUBLISHED;
	}
	if (!u->moved) {
		report_done(p, MSG_UPDATE_NOTHING, NULL, 0);
		return EXIT_PUBLISHED;
	}
	if (u->stands)
		tell_changes(u);
	tell_dropped(u);
	if (p->options->given[OPTION_DRY_RUN]) {
		report_done(p, MSG_UPDATE_DRY, NULL, 0);
		return EXIT_PUBLISHED;
	}
	int e = lock_write(&p->arena, lock_path(p), &u->lock);
	if (e) {
		struct str why = diag_errno(&p->diag, e);
		report_done(p, MSG_UPDATE_WRITE, &why, 1);
		return EXIT_NOTHING;
	}
	tell_pins(u);
	return EXIT_PUBLISHED;
}

/*
 * The commune under its present lock. Sources that cannot be opened yet (a first update,
 * an empty cache, a changed address) are what update is for: only commune.yaml must read.
 */
static bool read_now(struct update *u, const struct options *o)
{
	struct pipeline *p = &u->now;
	if (!pipeline_open(p, o))
		return false;
	if (!upstream_fetch(p))
		return false;
	u->stands = pipeline_read(p) && pipeline_resolve(p);
	bool commune = p->site.commune.v && p->site.commune.nom.n;
	if (commune) {
		u->was = p->diag;
		p->diag = diag_on(&p->arena);
		upstream_repeat(p);
	}
	return commune;
}

int command_update(const struct options *o)
{
	if (o->given[OPTION_LOCKED])
		return update_locked(o);
	struct update u = {0};
	u.next.state_dir = -1;
	int status = EXIT_NOTHING;
	if (read_now(&u, o)) {
		fetch_all(&u);
		if (!u.refused && u.moved && read_next(&u))
			judge(&u);
		else if (!u.refused && u.moved)
			u.refused = true;
		status = finish(&u);
	} else {
		report_messages(&u.now);
		report_done(&u.now, MSG_UPDATE_REFUSED, NULL, 0);
	}
	pipeline_release(&u.next);
	pipeline_release(&u.now);
	return status;
}
