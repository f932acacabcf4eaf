/*
 * build.c: `tambour build`: the road to a folder that readers see, and what the next
 * build must know of this one. How files get there is publish's business.
 */
#include <fcntl.h>
#include <stdlib.h>

#include "cli/commands.h"
#include "cli/pipeline.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "cli/panel.h"
#include "cli/stamp.h"
#include "text/hours.h"

static struct publish_where where_of(struct pipeline *p)
{
	static const char *const modes[] = {[SWAP_AUTO] = "auto",
		[SWAP_EXCHANGE] = "exchange",
		[SWAP_SYMLINK] = "symlink",
		[SWAP_FILES] = "files"};
	struct publish_where w = {.out = p->out,
		.state = p->state,
		.adopt = p->options->given[OPTION_ADOPT],
		/* A folder that readers see must never become a gallery, nor a gallery a site. */
		.site = p->options->given[OPTION_GALLERY] ? STR("galerie")
							  : p->site.commune.code_insee,
		.held = p->held};
	for (int i = SWAP_AUTO; i <= SWAP_FILES; i++)
		if (str_is(p->options->value[OPTION_SWAP], modes[i]))
			w.swap = (enum swap_mode)i;
	return w;
}

/* Without a state folder there is no lock, and publisher_disk will say why. */
static bool hold_site(struct pipeline *p)
{
	if (p->state_dir >= 0 && !p->held)
		p->held = publisher_lock(p->state_dir, p->out, &p->diag);
	return p->held >= 0;
}

/* Which commit is read is settled here: that is reading already. */
static bool fetch(struct pipeline *p)
{
	return !p->upstream.given || (hold_site(p) && upstream_fetch(p));
}

static struct publisher *open_disk(struct pipeline *p)
{
	struct publish_where w = where_of(p);
	struct publisher *out = publisher_disk(&p->arena, &w, &p->diag);
	/* Under the lock, before anything changes: a killed build leaves no stamp. */
	if (out && p->state_dir >= 0)
		stamp_remove(p->state_dir);
	return out;
}

/* The commit read, and the lock of --lock: neither is a file of a folder. */
static void put_upstream(struct pipeline *p, struct strbuf *b)
{
	struct str lock = p->options->value[OPTION_LOCK], bytes = {0};
	const struct upstream *u = &p->upstream;
	if (u->given)
		strbuf_printf(b, "%.*s\n%.*s\n%.*s\n%.*s\n", STR_ARG(u->want.address),
			STR_ARG(u->want.folder), STR_ARG(u->pin.commit),
			STR_ARG(u->pin.tree));
	if (lock.n && !file_read(&p->arena, AT_FDCWD, str_cstr(&p->arena, lock),
			      LOCK_MAX, &bytes))
		strbuf_add(b, bytes);
}

/* What the command line and the environment ask that the sources do not say. */
static struct str options_hash(struct pipeline *p)
{
	struct strbuf b = strbuf_on(&p->arena);
	static const enum option ones[] = {
		OPTION_SWAP, OPTION_ADOPT, OPTION_STRICT, OPTION_THEME, OPTION_GALLERY};
	for (size_t i = 0; i < sizeof ones / sizeof *ones; i++)
		strbuf_printf(&b, "%d%.*s\n", p->options->given[ones[i]],
			STR_ARG(p->options->value[ones[i]]));
	strbuf_printf(&b, "%.*s\n%.*s\n%.*s\n", STR_ARG(p->folder), STR_ARG(p->out),
		STR_ARG(str_of(getenv("TAMBOUR_THEMES"))));
	/* Where nothing could reduce pictures, something may now. */
	strbuf_printf(&b, "%d\n", reduce_program(&p->arena) != NULL);
	put_upstream(p, &b);
	return str_dup(&p->arena, str_of(hash_hex(strbuf_str(&b)).s));
}

static struct moment clock_now(void *user, struct str zone)
{
	const struct pipeline *p = user;
	return pipeline_now(p->options, zone);
}

static struct str history_now(void *user)
{
	struct pipeline *p = user;
	struct history h;
	if (p->upstream.given)
		return p->upstream.pin.commit;
	history_open(&h, &p->arena, NULL, p->folder);
	return history_state(&h, true);
}

/* True when the last publication stands and this one would be the same. */
static bool nothing_to_do(struct pipeline *p, struct stamp *last)
{
	struct publish_where w = where_of(p);
	struct stamp_world world = {p, clock_now, history_now};
	return stamp_holds(&p->arena, p->state_dir, options_hash(p), p->folder,
		       p->skip.v, p->skip.n, &world, last) &&
	       publisher_stands(&w);
}

/* Only a publication about which there is nothing to say may be skipped next time. */
static void leave_stamp(struct pipeline *p)
{
	struct str history = history_state(&p->history, site_dates_pages(&p->site));
	/* About the repository each run speaks for itself. */
	if (p->diag.list.n > p->upstream.said.n || p->state_dir < 0 || !history.n)
		return;
	const struct value *settings = value_get(p->site.commune.v, "site");
	bool english = str_is(value_text(settings, "langue"), "en");
	struct stamp s = {.options = options_hash(p),
		.lang = english ? STR("en") : STR("fr"),
		.zone = p->site.commune.zone,
		.from = p->now,
		.until = p->web.valid_until,
		.history = history,
		.read_at = p->read_at,
		.absent = p->theme.missed};
	if (p->source->dir >= 0)
		*list_add(&p->arena, &s.sources) = p->source;
	/* What is pinned changes only with tambour.lock, a file of the commune. */
	for (size_t i = 0; i < p->site.opened.n; i++)
		if (p->site.opened.v[i]->dir >= 0)
			*list_add(&p->arena, &s.sources) = p->site.opened.v[i];
	for (size_t i = 0; i < p->theme.n; i++)
		if (p->theme.chain[i].source->dir >= 0)
			*list_add(&p->arena, &s.sources) = p->theme.chain[i].source;
	stamp_write(&p->arena, p->state_dir, &s);
}

static void say_until(struct pipeline *p, struct moment until)
{
	struct arena *a = &p->arena;
	struct str words = moment_text(a, until);
	if (words.n && pipeline_lang(p) == LANG_EN)
		words = str_printf(a, "%.*s %.*s", STR_ARG(date_iso(a, until.day)),
			STR_ARG(clock_iso(a, until.minute < 0 ? 0 : until.minute)));
	if (words.n && p->options->given[OPTION_VERBOSE])
		report_done(p, MSG_DONE_UNTIL, &words, 1);
}

/* Nothing was read: what there is to say comes from the stamp. */
static void say_same(struct pipeline *p, const struct stamp *last)
{
	p->lang = last->lang;
	if (p->options->told)
		panel_tell(p, p->options->told);
	report_messages(p);
	upstream_report(p);
	upstream_keep(p);
	report_done(p, MSG_DONE_SAME, NULL, 0);
	say_until(p, last->until);
}

static void say_end(struct pipeline *p, bool published)
{
	struct arena *a = &p->arena;
	if (!published) {
		report_done(p, MSG_DONE_NOTHING, NULL, 0);
		return;
	}
	struct publish_report r = publisher_report(p->publisher);
	/* « Le site du Bourg », "The site of Le Bourg". */
	bool french = pipeline_lang(p) == LANG_FR;
	struct str args[] = {french ? p->site.commune.de_nom : p->site.commune.nom,
		str_printf(a, "%zu", r.files), str_printf(a, "%zu", r.written),
		str_printf(a, "%.*s/%s", STR_ARG(p->out),
			p->site.gallery ? "galerie.html" : "index.html")};
	if (p->published == PUBLISHED_SAME)
		report_done(p, MSG_DONE_SAME, NULL, 0);
	else
		report_done(p, MSG_DONE_PUBLISHED, args, 4);
	say_until(p, p->web.valid_until);
}

static int status_of(const struct pipeline *p, bool published)
{
	if (!published)
		return EXIT_NOTHING;
	return diag_has(&p->diag, DIAG_ERROR) ? EXIT_FAULTY : EXIT_PUBLISHED;
}

int command_build(const struct options *o)
{
	static const struct pipeline_door disk = {hold_site, open_disk};
	struct pipeline p;
	bool ready = pipeline_open(&p, o) && fetch(&p);
	struct stamp last;
	if (ready && nothing_to_do(&p, &last)) {
		say_same(&p, &last);
		pipeline_release(&p);
		return EXIT_PUBLISHED;
	}
	bool published = ready && pipeline_run(&p, &disk, o->given[OPTION_STRICT]);
	if (published) {
		last_good_keep(&p.last_good, p.state, &p.diag);
		upstream_keep(&p);
		facts_keep(&p.facts);
		calendars_keep(&p.calendars);
		pictures_keep(&p.pictures);
		leave_stamp(&p);
	}
	if (o->told)
		panel_tell(&p, o->told);
	report_messages(&p);
	upstream_report(&p);
	report_stages(&p);
	say_end(&p, published);
	int status = status_of(&p, published);
	pipeline_release(&p);
	return status;
}
