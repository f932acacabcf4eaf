/*
 * site.c: reads a whole commune, with the care of faulty files. Which file is what is
 * role.c's business.
 */
#include "model/site.h"

#include <unistd.h>

#include "data/front.h"
#include "model/ahead.h"
#include "model/role.h"
#include "model/sheet.h"

struct reader {
	struct arena *arena;
	const struct source *source;
	struct site_doors doors;
	struct diag *diag;
	struct site *site;
	bool dated; /* pages are dated by their history */
};

static void keep_bytes(struct reader *r, struct str path, struct str bytes)
{
	if (r->doors.last.put)
		r->doors.last.put(r->doors.last.user, path, bytes);
}

/*
 * Former bytes of a faulty file read in its place; false when there are none. They stay
 * the last good ones, for as many builds as the file stays faulty.
 */
static bool former_bytes(struct reader *r, struct str path, struct str *bytes)
{
	if (!r->doors.last.get ||
		!r->doors.last.get(r->doors.last.user, r->arena, path, bytes))
		return false;
	keep_bytes(r, path, *bytes);
	return true;
}

static bool read_former(struct reader *r, enum page_kind kind, struct str path,
	struct str *bytes, struct page *out)
{
	if (!former_bytes(r, path, bytes))
		return false;
	r->diag->muted = true;
	bool ok = page_read(r->arena, kind, (struct str){0}, path, path, *bytes,
		(struct schema_mode){0}, r->diag, out);
	r->diag->muted = false;
	out->former = true;
	return ok;
}

/* *changed stays as it is where nobody knows. */
static void date_file(const struct reader *r, struct str path, struct str bytes,
	struct moment *changed)
{
	const struct history_door *h = &r->doors.history;
	long long utc;
	if (r->dated && h->changed(h->user, path, bytes, &utc))
		*changed = moment_of_utc(r->site->commune.zone, utc);
}

static bool is_trusted(const struct reader *r, struct str path)
{
	const struct str_list *l = r->doors.distrusted;
	for (size_t i = 0; l && i < l->n; i++)
		if (str_eq(l->v[i], path))
			return false;
	return true;
}

static void read_bytes(void *user, struct ahead *x)
{
	struct reader *r = user;
	x->read = is_trusted(r, x->file->path) &&
		  source_read(r->source, x->file, SOURCE_MAX_TEXT, r->arena, r->diag,
			  &x->bytes);
}

/* A page that was read, or its former self, joins the site. */
static void add_page(struct reader *r, struct ahead *x)
{
	struct str path = x->file->path;
	bool ok = x->ok;
	diag_append(r->diag, &x->said);
	if (ok) {
		keep_bytes(r, path, x->bytes);
	} else {
		struct loc whole = role_loc(r->arena, path);
		ok = read_former(r, x->kind, path, &x->bytes, &x->page);
		if (ok)
			diag_say(r->diag, MSG_FILE_FORMER_USED, whole, path);
		else
			diag_say(r->diag, MSG_FILE_LEFT_OUT, whole, path);
	}
	if (!ok)
		return;
	date_file(r, x->page.path, x->bytes, &x->page.changed);
	*list_add(r->arena, x->kind == PAGE_PROCEDURE ? &r->site->procedures
						      : &r->site->pages) = x->page;
}

static void read_sheet(struct reader *r, enum sheet which, const struct source_file *f)
{
	const struct sheet_kind *k = &sheet_kinds[which];
	const struct value **out = &r->site->sheets[which];
	struct str bytes = {0};
	if (is_trusted(r, f->path) &&
		source_read(r->source, f, SOURCE_MAX_TEXT, r->arena, r->diag, &bytes) &&
		sheet_read(r->arena, k, bytes, r->diag, out)) {
		keep_bytes(r, f->path, bytes);
		date_file(r, f->path, bytes, &r->site->sheet_changed[which]);
		return;
	}
	*out = NULL;
	r->diag->muted = true;
	bool former = former_bytes(r, f->path, &bytes) &&
		      sheet_read(r->arena, k, bytes, r->diag, out);
	r->diag->muted = false;
	if (former)
		date_file(r, f->path, bytes, &r->site->sheet_changed[which]);
	diag_say(r->diag, former ? MSG_FILE_FORMER_USED : MSG_FILE_LEFT_OUT,
		role_loc(r->arena, f->path), f->path);
}

/* The files that are pages. */
struct plan {
	struct ahead *v;
	size_t n;
};

static void plan_page(struct plan *p, enum page_kind kind, const struct source_file *f)
{
	p->v[p->n++] = (struct ahead){.file = f, .kind = kind, .shown = f->path};
}

static void plan_file(struct reader *r, const struct source_file *f, struct plan *p,
	struct roles *roles)
{
	enum page_kind kind;
	enum sheet sheet;
	switch (role_of_file(roles, f->path, &kind, &sheet)) {
	case ROLE_PAGE: plan_page(p, kind, f); break;
	case ROLE_SHEET: read_sheet(r, sheet, f); break;
	case ROLE_NONE: break;
	}
}

/* commune.yaml's bytes as a commune; keeps them when they are right. */
static bool commune_of_bytes(struct reader *r, struct str bytes, struct commune *out)
{
	struct origin *o = arena_new(r->arena, struct origin);
	o->name = STR("commune.yaml");
	return front_text(r->arena, o, bytes, r->diag) &&
	       commune_read(r->arena, o, r->diag, out);
}

/* « Commune.yaml », « commune.yml », « commune.yaml.txt » beside the right name. */
static bool say_no_commune(struct reader *r)
{
	static const char *const near[] = {"commune.yaml", "commune.yml",
		"commune.yaml.txt", "commune.yml.txt", "commune.txt"};
	for (size_t i = 0; i < r->source->files.n; i++) {
		struct str path = r->source->files.v[i].path;
		struct str lower = str_lower_ascii(r->arena, path);
		for (size_t k = 0; k < sizeof near / sizeof *near; k++)
			if (str_is(lower, near[k]))
				return diag_say(r->diag, MSG_COMMUNE_MISNAMED,
					role_loc(r->arena, path), path);
	}
	return diag_say(
		r->diag, MSG_COMMUNE_MISSING, (struct loc){0}, r->source->where);
}

static bool read_commune(struct reader *r)
{
	const struct source_file *f = source_find(r->source, STR("commune.yaml"));
	if (!f)
		return say_no_commune(r);
	struct str bytes = {0};
	if (source_read(r->source, f, SOURCE_MAX_TEXT, r->arena, r->diag, &bytes) &&
		commune_of_bytes(r, bytes, &r->site->commune)) {
		keep_bytes(r, f->path, bytes);
		return true;
	}
	if (!former_bytes(r, f->path, &bytes))
		return false;
	r->diag->muted = true;
	bool ok = commune_of_bytes(r, bytes, &r->site->commune);
	r->diag->muted = false;
	if (ok)
		diag_say(r->diag, MSG_FILE_FORMER_USED, (struct loc){0}, f->path);
	return ok;
}

/* The folder of a catalogue, from that of the commune. */
static struct str catalogue_folder(struct reader *r, struct str folder)
{
	if (folder.n && folder.p[0] == '/')
		return folder;
	return str_printf(
		r->arena, "%.*s/%.*s", STR_ARG(r->source->where), STR_ARG(folder));
}

/* The folder or repository of a catalogue; NULL, said. */
static struct source *open_catalogue(
	struct reader *r, const struct value *use, struct str name)
{
	struct str shown = str_printf(r->arena, "catalogue %.*s", STR_ARG(name));
	if (r->doors.sources.open && value_given(value_get(use, "depot")))
		return r->doors.sources.open(
			r->doors.sources.user, r->arena, shown, use, r->diag);
	struct str written = value_text(use, "dossier");
	if (!written.n) {
		diag_say(r->diag, MSG_CATALOGUE_NOWHERE, use->loc, name);
		return NULL;
	}
	/* A repository's folders are its own: no path leads out of it. */
	if (r->source->dir < 0) {
		struct source *part = source_part(r->arena, r->source, shown, written);
		if (!part)
			diag_say(r->diag, MSG_CATALOGUE_MISSING, use->loc, name,
				written);
		return part;
	}
	struct str folder = catalogue_folder(r, written);
	const char *path = str_cstr(r->arena, folder);
	if (access(path, F_OK)) {
		diag_say(r->diag, MSG_CATALOGUE_MISSING, use->loc, name, folder);
		return NULL;
	}
	return source_folder(r->arena, shown, path, NULL, 0, r->diag);
}

/* A name says which layer speaks and which pin holds: one for each, and not the theme's. */
static bool name_is_free(struct reader *r, const struct value *list, size_t at)
{
	const struct value *name = value_get(value_at(list, at), "nom");
	if (!value_given(name))
		return true;
	if (str_is(name->text, "theme"))
		return diag_say(
			r->diag, MSG_CATALOGUE_NAME_TAKEN, name->loc, name->text);
	for (size_t i = 0; i < at; i++) {
		const struct value *other = value_get(value_at(list, i), "nom");
		if (!value_given(other) || !str_eq(other->text, name->text))
			continue;
		diag_say(r->diag, MSG_CATALOGUE_NAME_TAKEN, name->loc, name->text);
		return diag_also(r->diag, MSG_NOTE_FIRST_HERE, other->loc);
	}
	return true;
}

static void read_catalogues(struct reader *r)
{
	const struct value *list = value_get(r->site->commune.v, "catalogues");
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *use = value_at(list, i);
		struct str name = value_text(use, "nom");
		struct source *src =
			name_is_free(r, list, i) ? open_catalogue(r, use, name) : NULL;
		if (!src) {
			continue;
		}
		struct catalogue c = {0};
		if (catalogue_read(r->arena, name, src, r->diag, &c))
			*list_add(r->arena, &r->site->catalogues) = c;
		*list_add(r->arena, &r->site->opened) = src;
	}
}

static void read_pages(struct reader *r)
{
	const struct source *src = r->source;
	struct arena passing = {0};
	struct plan p = {.v = arena_list(&passing, src->files.n, struct ahead)};
	struct roles roles = {r->arena, r->diag, r->site->commune.v, {0}};
	for (size_t i = 0; i < src->files.n; i++)
		plan_file(r, &src->files.v[i], &p, &roles);
	/* Room for all at once: the list is long, and would leave its former selves. */
	r->site->pages.v = arena_list(r->arena, p.n, struct page);
	r->site->pages.cap = p.n;
	ahead_parse(r->arena, p.v, p.n, read_bytes, r);
	for (size_t i = 0; i < p.n; i++)
		add_page(r, &p.v[i]);
	arena_release(&passing);
}

bool site_dates_pages(const struct site *s)
{
	const struct value *settings = value_get(s->commune.v, "site");
	return value_yes(settings, "dates_de_git", true);
}

bool site_read(struct arena *a, const struct source *src,
	const struct site_doors *doors, struct diag *d, struct site *out)
{
	*out = (struct site){.arena = a, .source = src};
	struct reader r = {a, src, doors ? *doors : (struct site_doors){.last = {0}}, d,
		out, false};
	out->facts = r.doors.facts;
	out->calendars = r.doors.calendars;
	out->pictures = r.doors.pictures;
	if (!read_commune(&r))
		return false;
	r.dated = r.doors.history.changed && site_dates_pages(out);
	read_catalogues(&r);
	read_pages(&r);
	return true;
}

void site_close(struct site *s)
{
	for (size_t i = 0; i < s->opened.n; i++)
		source_close(s->opened.v[i]);
	s->opened.n = 0;
}
