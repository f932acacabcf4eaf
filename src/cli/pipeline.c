/*
 * pipeline.c: read, resolve, check, render, publish. Each step is one call to the
 * folder of src that bears its name.
 */
#include "cli/pipeline.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "check/check.h"
#include "cli/acts_history.h"
#include "cli/distrust.h"
#include "render/render.h"

/* What reading opened. */
static void close_sources(struct pipeline *p)
{
	last_good_close(&p->last_good);
	theme_close(&p->theme);
	site_close(&p->site);
	if (p->source)
		source_close(p->source);
	p->source = NULL;
}

/* ---- the five steps ---- */

static bool stage_read(struct pipeline *p)
{
	return pipeline_read(p);
}

/*
 * A file may read well and be wrong beside the others: a procedure that says both
 * `modifie` and `remplace`, or one that a catalogue defines too. Then the commune is read
 * again with that file as it last was, so that its page does not disappear.
 */
static bool stage_resolve(struct pipeline *p)
{
	size_t said = p->diag.list.n;
	if (!pipeline_resolve(p))
		return false;
	if (!distrust(p, said)) {
		distrust_forget(p, said);
		return true;
	}
	struct diag first = p->diag;
	p->diag = diag_on(&p->arena);
	close_sources(p);
	if (!pipeline_read(p) || !pipeline_resolve(p))
		return false;
	distrust_forget(p, 0);
	distrust_repeat(p, &first, said);
	return true;
}

static bool stage_check(struct pipeline *p)
{
	check_web(&p->web, &p->diag);
	/* A build publishes what is written, whenever its file came. */
	if (p->options->command == COMMAND_CHECK && p->folder.n)
		acts_history_check(&p->web, &p->sources.cache, p->folder, &p->diag);
	return true;
}

static bool stage_render(struct pipeline *p)
{
	return render_site(&p->arena, &p->web, &p->theme, p->publisher, &p->diag);
}

static bool stage_publish(struct pipeline *p)
{
	p->published = publisher_finish(p->publisher);
	return p->published != PUBLISHED_FAILED;
}

static bool (*const stages[STAGES])(struct pipeline *) = {
	[STAGE_READ] = stage_read,
	[STAGE_RESOLVE] = stage_resolve,
	[STAGE_CHECK] = stage_check,
	[STAGE_RENDER] = stage_render,
	[STAGE_PUBLISH] = stage_publish,
};

static double clock_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool run_stages(
	struct pipeline *p, const struct pipeline_door *door, bool strict)
{
	bool ok = !door->hold || door->hold(p);
	for (int s = 0; s < STAGES && ok; s++) {
		/* Rendering says things too: a fact that the law wants and nobody gives. */
		if (s >= STAGE_RENDER && strict && diag_has(&p->diag, DIAG_WARNING))
			return false;
		if (s == STAGE_RENDER) {
			p->publisher = door->open(p);
			if (!p->publisher)
				return false;
		}
		double from = clock_seconds();
		ok = stages[s](p);
		p->seconds[s] = clock_seconds() - from;
		p->went[s] = true;
	}
	return ok;
}

bool pipeline_run(struct pipeline *p, const struct pipeline_door *door, bool strict)
{
	bool ok = run_stages(p, door, strict);
	/* A lock to come is judged by `update`: what it brings is still an error. */
	if (!p->lock)
		sources_spare(&p->sources, &p->site, &p->diag);
	return ok;
}

static struct publisher *open_none(struct pipeline *p)
{
	return publisher_none(&p->arena);
}

const struct pipeline_door pipeline_nowhere = {.open = open_none};

/* ---- what the steps stand on ---- */

static struct str absolute(struct arena *a, struct str path)
{
	char real[PATH_MAX];
	if (path.n && path.p[0] == '/')
		return path;
	if (!getcwd(real, sizeof real))
		return path;
	return str_printf(a, "%s/%.*s", real, STR_ARG(path));
}

/* The path of `path` below `folder`, or empty when it lies elsewhere. */
static struct str below(struct str path, struct str folder)
{
	bool inside = str_starts(path, folder) && path.n > folder.n &&
		      path.p[folder.n] == '/';
	return inside ? str_from(path, folder.n + 1) : (struct str){0};
}

/* A path with its existing parents made real, so that two spellings compare equal. */
static struct str settled(struct arena *a, struct str path)
{
	char real[PATH_MAX];
	size_t slash = str_rindex(path, '/');
	if (slash == path.n ||
		!realpath(str_cstr(a, str_sub(path, 0, slash ? slash : 1)), real))
		return path;
	return str_printf(
		a, "%s/%.*s", real[1] ? real : "", STR_ARG(str_from(path, slash + 1)));
}

static struct str place_of(struct pipeline *p, enum option option, const char *standard)
{
	struct arena *a = &p->arena;
	struct str path = p->options->value[option];
	if (!p->options->given[option])
		return p->folder.n
			       ? str_printf(a, "%.*s/%s", STR_ARG(p->folder), standard)
			       : (struct str){0};
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	return settled(a, absolute(a, path));
}

static void skip_inside(struct pipeline *p, struct str path)
{
	struct str inside = below(path, p->folder);
	struct stat st;
	/* Of a file named by mistake the publisher speaks: it is still read. */
	bool file = !lstat(str_cstr(&p->arena, path), &st) && S_ISREG(st.st_mode);
	if (inside.n && !file)
		*list_add(&p->arena, &p->skip) = inside;
}

/* A folder with files of somebody: what is ours begins with a lock or a cache. */
static bool holds_others(const char *path)
{
	DIR *dir = opendir(path);
	bool others = false, ours = false;
	for (struct dirent *e; dir && (e = readdir(dir));) {
		ours = ours || str_is(str_of(e->d_name), "lock") ||
		       str_is(str_of(e->d_name), "cache");
		others = others || e->d_name[0] != '.';
	}
	if (dir)
		closedir(dir);
	return others && !ours;
}

/*
 * The state folder is not read as a source, and its .gitignore hides all of it: no folder
 * of the commune's own files may be taken for it.
 */
static bool state_is_apart(struct pipeline *p)
{
	char real[PATH_MAX];
	const char *path = str_cstr(&p->arena, p->state);
	struct stat st;
	/* A stranger's link would have us write wherever the host may. */
	if (!p->options->given[OPTION_STATE])
		return lstat(path, &st) || !S_ISLNK(st.st_mode) ||
		       diag_say(&p->diag, MSG_STATE_LINK, (struct loc){0}, p->state);
	if (!realpath(path, real))
		return true;
	struct str state = str_of(real);
	bool around = str_eq(state, p->folder) || below(p->folder, state).n ||
		      str_is(state, "/");
	return (!around && !holds_others(path)) ||
	       diag_say(&p->diag, MSG_STATE_NOT_OURS, (struct loc){0},
		       p->options->value[OPTION_STATE]);
}

/*
 * A link that a commune brings under the standard name would have us publish wherever
 * the host may write. The one that the way `symlink` left leads to a folder beside it.
 */
static bool out_is_own(struct pipeline *p)
{
	char real[PATH_MAX];
	struct stat st;
	const char *path = str_cstr(&p->arena, p->out);
	if (p->options->given[OPTION_OUT] || p->options->command != COMMAND_BUILD ||
		lstat(path, &st) || !S_ISLNK(st.st_mode))
		return true;
	struct str name = {0};
	if (realpath(path, real))
		name = below(str_of(real), p->folder);
	return (str_starts(name, STR(".public.tambour-")) &&
		       str_index(name, '/') == name.n) ||
	       diag_say(&p->diag, MSG_OUT_LINK, (struct loc){0}, p->out);
}

/* A folder named by mistake is left as it is. */
static bool holds_commune(struct pipeline *p)
{
	return !p->folder.n ||
	       !access(str_printf(&p->arena, "%.*s/commune.yaml", STR_ARG(p->folder)).p,
		       F_OK);
}

/*
 * The state folder: made by `build` only, with a word to git that nothing in it is to
 * be kept. What prevents it is said by the publisher, which needs it too.
 */
static int open_state(struct pipeline *p)
{
	const char *path = str_cstr(&p->arena, p->state);
	bool inside = str_eq(p->state, p->out) || below(p->state, p->out).n;
	if (p->options->command == COMMAND_BUILD && !inside && holds_commune(p))
		file_make_dirs(AT_FDCWD, path);
	int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir >= 0 && p->options->command == COMMAND_BUILD &&
		faccessat(dir, ".gitignore", F_OK, 0))
		file_write(dir, ".gitignore", STR("*\n"));
	return dir;
}

/* The commune's folder, or its repository. False, said. */
static bool open_commune(struct pipeline *p)
{
	const struct options *o = p->options;
	char real[PATH_MAX];
	if (!upstream_open(p))
		return false;
	if (p->upstream.given)
		return true;
	size_t word = o->command == COMMAND_EXPLAIN ? 1 : 0;
	struct str folder = o->words > word ? o->word[word] : STR(".");
	if (!realpath(str_cstr(&p->arena, folder), real))
		return diag_say(&p->diag, MSG_SOURCE_NOT_OPENED, (struct loc){0},
			folder, diag_errno(&p->diag, errno));
	p->folder = str_dup(&p->arena, str_of(real));
	return true;
}

bool pipeline_open(struct pipeline *p, const struct options *o)
{
	*p = (struct pipeline){.options = o, .state_dir = -1};
	p->pictures.copies = -1;
	p->diag = diag_on(&p->arena);
	if (!open_commune(p))
		return false;
	/* The gallery stands apart: it is no commune, and must never be published as one. */
	bool gallery = o->given[OPTION_GALLERY];
	p->out = place_of(p, OPTION_OUT, gallery ? GALLERY_STATE "/site" : "public");
	p->state = place_of(p, OPTION_STATE, gallery ? GALLERY_STATE : ".tambour");
	if (p->upstream.given && !p->state.n)
		p->state = upstream_state(p);
	if (!out_is_own(p) || !state_is_apart(p))
		return false;
	if (p->folder.n) {
		skip_inside(p, p->out);
		skip_inside(p, p->state);
		if (gallery) /* the commune's own site is no source of it either */
			skip_inside(p, str_printf(&p->arena, "%.*s/public",
					       STR_ARG(p->folder)));
	}
	p->state_dir = open_state(p);
	return true;
}

/* What the lock pins, and the cache that holds it. */
static bool open_sources(struct pipeline *p)
{
	struct str given = p->options->value[OPTION_LOCK];
	p->sources = (struct sources){
		.folder = p->folder.n ? p->folder : upstream_folder(&p->upstream)};
	p->sources.cache =
		git_cache_at(&p->arena, p->options->value[OPTION_CACHE], p->state);
	if (p->lock)
		p->sources.lock = *p->lock;
	if (p->lock)
		return true;
	return given.n ? lock_read_file(&p->arena, given, &p->diag, &p->sources.lock)
		       : lock_read(&p->arena, p->source, &p->diag, &p->sources.lock);
}

static struct source *open_files(struct pipeline *p)
{
	if (p->upstream.given)
		return upstream_source(p);
	return source_folder(&p->arena, (struct str){0}, str_cstr(&p->arena, p->folder),
		p->skip.v, p->skip.n, &p->diag);
}

static void open_history(struct pipeline *p)
{
	const struct upstream *u = &p->upstream;
	if (u->given)
		history_open_commit(
			&p->history, &p->arena, &p->sources.cache, &u->want, &u->pin);
	else
		history_open(&p->history, &p->arena, &p->sources.cache, p->folder);
}

/* Pages without their dates are whole pages: only who asks is told why. */
static void say_history(struct pipeline *p)
{
	const struct diag *said = &p->history.said;
	for (size_t i = 0; i < said->list.n && p->options->given[OPTION_VERBOSE]; i++) {
		const struct diag_message *m = &said->list.v[i];
		diag_add(&p->diag, m->code, m->also, m->loc, m->arg, DIAG_ARGS);
	}
}

bool pipeline_read(struct pipeline *p)
{
	struct arena *a = &p->arena;
	p->read_at = date_now();
	p->source = open_files(p);
	if (!p->source)
		return false;
	last_good_open(&p->last_good, a, p->state_dir,
		p->options->command == COMMAND_BUILD, &p->diag);
	facts_open(&p->facts, a, p->state_dir, p->read_at);
	calendars_open(&p->calendars, a, p->state_dir);
	if (!open_sources(p))
		return false;
	struct site_doors doors = {.last = last_good_of(&p->last_good),
		.sources = sources_door(&p->sources),
		.facts = facts_door(&p->facts),
		.calendars = calendars_door(&p->calendars),
		.pictures = pipeline_pictures(p),
		.distrusted = &p->distrusted};
	/* Only what is published shows dates: to check needs none. */
	if (p->options->command == COMMAND_BUILD) {
		open_history(p);
		doors.history = history_door(&p->history);
	}
	if (!site_read(a, p->source, &doors, &p->diag, &p->site) || p->sources.failed)
		return false;
	/* A lock to come does not hold its leads yet: update judges them itself. */
	if (!p->lock && !sources_leads_hold(&p->sources, a, &p->site, &p->diag))
		return false;
	say_history(p);
	return pipeline_theme(p) &&
	       (!p->options->given[OPTION_GALLERY] || pipeline_gallery(p));
}

struct moment pipeline_now(const struct options *o, struct str zone)
{
	struct moment m;
	if (o->given[OPTION_DATE] &&
		moment_parse(o->value[OPTION_DATE], &m) == DATE_OK) {
		if (m.minute < 0)
			m.minute = 12 * 60; /* a day without an hour is seen at noon */
		return m;
	}
	unsigned long epoch;
	if (str_to_uint(str_of(getenv("SOURCE_DATE_EPOCH")), 253402300799UL, &epoch))
		return moment_of_utc(zone, (long long)epoch);
	return moment_of_utc(zone, date_now());
}

bool pipeline_resolve(struct pipeline *p)
{
	p->now = pipeline_now(p->options, p->site.commune.zone);
	for (size_t i = 0; i < p->site.catalogues.n; i++)
		if (!p->site.catalogues.v[i].prepared)
			catalogue_prepare(&p->arena, &p->site.catalogues.v[i]);
	web_resolve(&p->arena, &p->site, p->now, &p->diag, &p->web);
	if (p->facts.blind && p->options->given[OPTION_VERBOSE])
		diag_say(&p->diag, MSG_PDF_BLIND, (struct loc){0});
	if (p->pictures.blind && p->options->given[OPTION_VERBOSE])
		diag_say(&p->diag, MSG_PICTURES_BLIND, (struct loc){0});
	return true;
}

void pipeline_close(struct pipeline *p)
{
	if (p->publisher)
		publisher_close(p->publisher);
	p->publisher = NULL;
	close_sources(p);
	pictures_close(&p->pictures);
	if (p->state_dir >= 0)
		close(p->state_dir);
	p->state_dir = -1;
	if (p->held > 0)
		close(p->held);
	p->held = 0;
}

void pipeline_release(struct pipeline *p)
{
	pipeline_close(p);
	arena_release(&p->arena);
}

enum diag_lang pipeline_lang(const struct pipeline *p)
{
	enum diag_lang lang;
	if (options_lang(p->options, &lang))
		return lang;
	const struct value *settings = value_get(p->site.commune.v, "site");
	struct str site = p->site.commune.v ? value_text(settings, "langue") : p->lang;
	return str_is(site, "en") ? LANG_EN : LANG_FR;
}
