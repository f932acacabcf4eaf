/*
 * site.c: reads a whole commune. The table of kinds says which folder is what; the rest is
 * the care of faulty files.
 */
#include "model/site.h"

#include <unistd.h>

#include "data/front.h"
#include "model/ahead.h"
#include "model/sheet.h"
#include "text/utf8.h"

/* Folders and files that are something else's business, said of nothing. */
static const char *const known[] = {"documents/", "images/", "catalogues/", "theme/",
	"commune.yaml", "accueil.md", "tambour.lock", "LICENSE", "LICENCE", NULL};

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

static struct loc whole_file(struct reader *r, struct str path)
{
	struct origin *o = arena_new(r->arena, struct origin);
	o->name = path;
	return (struct loc){o, 0, 0};
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

static void date_page(const struct reader *r, struct str bytes, struct page *page)
{
	const struct history_door *h = &r->doors.history;
	long long utc;
	if (r->dated && h->changed(h->user, page->path, bytes, &utc))
		page->changed = moment_of_utc(r->site->commune.zone, utc);
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
		struct loc whole = whole_file(r, path);
		ok = read_former(r, x->kind, path, &x->bytes, &x->page);
		if (ok)
			diag_say(r->diag, MSG_FILE_FORMER_USED, whole, path);
		else
			diag_say(r->diag, MSG_FILE_LEFT_OUT, whole, path);
	}
	if (!ok)
		return;
	date_page(r, x->bytes, &x->page);
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
		return;
	}
	*out = NULL;
	r->diag->muted = true;
	bool former = former_bytes(r, f->path, &bytes) &&
		      sheet_read(r->arena, k, bytes, r->diag, out);
	r->diag->muted = false;
	diag_say(r->diag, former ? MSG_FILE_FORMER_USED : MSG_FILE_LEFT_OUT,
		whole_file(r, f->path), f->path);
}

static bool is_markdown(struct str path)
{
	return str_ends(path, STR(".md"));
}

/* The name of a file without its folders. */
static struct str name_of(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? path : str_from(path, slash + 1);
}

static bool is_readme(struct reader *r, struct str path)
{
	return str_is(str_lower_ascii(r->arena, name_of(path)), "readme.md");
}

static bool is_known(struct str path)
{
	for (size_t i = 0; known[i]; i++) {
		struct str k = str_of(known[i]);
		if (str_eq(path, k) || (k.p[k.n - 1] == '/' && str_starts(path, k)))
			return true;
	}
	return false;
}

/* The name that Tambour knows and that `top` nearly is (« Actualités/ »); or empty. */
static struct str known_near(struct str top)
{
	struct str all[PAGE_KINDS + SHEETS + 3] = {
		STR("documents/"), STR("images/"), STR("accueil.md")};
	size_t n = 3;
	for (size_t i = 0; i < SHEETS; i++)
		all[n++] = str_of(sheet_kinds[i].file);
	for (size_t i = 0; i < PAGE_KINDS; i++)
		if (page_kinds[i].folder)
			all[n++] = str_of(page_kinds[i].folder);
	if (str_is(top, "index.md"))
		return STR("accueil.md");
	struct str near = utf8_nearest(top, all, n);
	bool alike = str_ends(near, STR("/")) == str_ends(top, STR("/"));
	return alike ? near : (struct str){0};
}

/* Where commune.yaml says that a catalogue or the theme is. */
static bool is_named(struct reader *r, struct str path)
{
	const struct value *v = r->site->commune.v, *list = value_get(v, "catalogues");
	for (size_t i = 0; i <= value_count(list); i++) {
		struct str folder = i < value_count(list)
					    ? value_text(value_at(list, i), "dossier")
					    : value_text(value_get(v, "site"), "theme");
		while (str_starts(folder, STR("./")))
			folder = str_from(folder, 2);
		struct str top = str_sub(folder, 0, str_index(folder, '/'));
		if (top.n &&
			str_starts(path, str_printf(r->arena, "%.*s/", STR_ARG(top))))
			return true;
	}
	return false;
}

/* A folder or file at the root that no kind claims: said once each. */
static void note_unknown(struct reader *r, struct str path, struct str *last)
{
	size_t slash = str_index(path, '/');
	struct str top = str_sub(path, 0, slash == path.n ? path.n : slash + 1);
	if (is_known(path) || str_eq(top, *last) || is_named(r, path))
		return;
	*last = top;
	struct str near = known_near(top);
	if (near.n)
		diag_say(r->diag, MSG_FOLDER_NEAR, whole_file(r, top), top, near);
	else
		diag_say(r->diag, MSG_FOLDER_IGNORED, (struct loc){0}, top);
}

/* Ends of names, small letters, of what its author takes for a page. */
static const char *const near_pages[] = {
	".md.txt", ".txt", ".md", ".markdown", ".mdown", ".mkd", NULL};
static const char *const word_files[] = {
	".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".pages", NULL};

/* The path with ".md" in place of one of those ends; empty when it has none of them. */
static struct str as_page(struct arena *a, struct str path, const char *const *ends)
{
	struct str lower = str_lower_ascii(a, path);
	for (; *ends; ends++)
		if (str_ends(lower, str_of(*ends)))
			return str_printf(a, "%.*s.md",
				STR_ARG(str_sub(path, 0, path.n - strlen(*ends))));
	return (struct str){0};
}

static bool say_no_page(struct reader *r, struct str path)
{
	struct str page = as_page(r->arena, path, near_pages);
	if (page.n)
		return diag_say(r->diag, MSG_FILE_NEAR_MARKDOWN, whole_file(r, path),
			path, name_of(page));
	page = as_page(r->arena, path, word_files);
	if (page.n)
		return diag_say(
			r->diag, MSG_FILE_WORD, whole_file(r, path), path, page);
	return diag_say(r->diag, MSG_FILE_NOT_MARKDOWN, (struct loc){0}, path);
}

/* Names in a path: "associations/foot.md" has two. */
static size_t parts_of(struct str path)
{
	size_t n = 1;
	for (size_t i = 0; i < path.n; i++)
		n += path.p[i] == '/';
	return n;
}

/* The words of a list are a free page's: they have no phone, no day. */
static enum page_kind kind_of_file(enum page_kind k, struct str path)
{
	return page_kinds[k].index && str_is(name_of(path), "index.md") ? PAGE_FREE : k;
}

/* Why a file of a kind's folder is no page of it: said. */
static bool is_page_of(struct reader *r, enum page_kind kind, struct str path)
{
	struct str rest = str_from(path, strlen(page_kinds[kind].folder));
	struct loc whole = whole_file(r, path);
	if (!is_markdown(path) && page_kinds[kind].files)
		return false; /* whether a page names it is resolve's business */
	if (!is_markdown(path))
		return say_no_page(r, path);
	if (is_readme(r, path))
		return diag_say(r->diag, MSG_FILE_README, whole, path);
	if (!page_kinds[kind].nested && str_index(rest, '/') < rest.n)
		return diag_say(r->diag, MSG_FILE_TOO_DEEP, whole, path,
			str_of(page_kinds[kind].folder));
	if (page_kinds[kind].parted && parts_of(rest) > 2)
		return diag_say(r->diag, MSG_FILE_TOO_DEEP, whole, path,
			str_sub(path, 0, path.n - rest.n + str_index(rest, '/') + 1));
	if (kind != PAGE_FREE && !page_kinds[kind].index &&
		str_is(str_lower_ascii(r->arena, name_of(path)), "index.md"))
		return diag_say(r->diag, MSG_FILE_INDEX, whole, path);
	return true;
}

/* The files that are pages. */
struct plan {
	struct ahead *v;
	size_t n;
};

static void plan_page(struct plan *p, enum page_kind kind, const struct source_file *f)
{
	p->v[p->n++] = (struct ahead){.file = f, .kind = kind};
}

static void plan_file(struct reader *r, const struct source_file *f, struct plan *p,
	struct str *last_unknown)
{
	if (str_is(f->path, "accueil.md")) {
		plan_page(p, PAGE_HOME, f);
		return;
	}
	for (enum sheet i = 0; i < SHEETS; i++)
		if (str_is(f->path, sheet_kinds[i].file)) {
			read_sheet(r, i, f);
			return;
		}
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		if (!page_kinds[k].folder ||
			!str_starts(f->path, str_of(page_kinds[k].folder)))
			continue;
		if (is_page_of(r, k, f->path))
			plan_page(p, kind_of_file(k, f->path), f);
		return;
	}
	if (!is_readme(r, f->path))
		note_unknown(r, f->path, last_unknown);
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
					whole_file(r, path), path);
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
	struct str last_unknown = {0};
	for (size_t i = 0; i < src->files.n; i++)
		plan_file(r, &src->files.v[i], &p, &last_unknown);
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
