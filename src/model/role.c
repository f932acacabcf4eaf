/*
 * role.c: see role.h. The table of kinds says which folder is what; this file adds what
 * people do beside it: other endings, README files, folders nearly well named.
 */
#include "model/role.h"

#include "text/utf8.h"

/* Folders and files that are something else's business, said of nothing. */
static const char *const known[] = {"documents/", "images/", "catalogues/", "theme/",
	"reservations/", "commune.yaml", "accueil.md", "tambour.lock", "LICENSE",
	"LICENCE", NULL};

struct loc role_loc(struct arena *a, struct str path)
{
	struct origin *o = arena_new(a, struct origin);
	o->name = path;
	return (struct loc){o, 0, 0};
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

static bool is_readme(struct roles *r, struct str path)
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

/* Words that people have for what Tambour names otherwise. */
static const struct {
	const char *theirs, *ours;
} other_names[] = {
	{"actus/", "actualites/"},
	{"infos/", "actualites/"},
	{"news/", "actualites/"},
	{"nouvelles/", "actualites/"},
	{"evenements/", "agenda/"},
	{"manifestations/", "agenda/"},
	{"arretes/", "actes/"},
	{"deliberations/", "actes/"},
	{"associations/", "annuaire/"},
	{"commerces/", "annuaire/"},
	{"equipements/", "lieux/"},
	{"salles/", "lieux/"},
	{"fichiers/", "documents/"},
	{"pdf/", "documents/"},
	{"photos/", "images/"},
	{"menus.csv", "cantine.csv"},
	{"dechets.csv", "collectes.csv"},
	{"vacances.csv", "ecole.csv"},
};

static const char *other_name(struct arena *a, struct str top)
{
	struct str folded = utf8_fold(a, top);
	for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
		if (str_is(folded, other_names[i].theirs))
			return other_names[i].ours;
	return NULL;
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
static bool is_named(struct roles *r, struct str path)
{
	const struct value *v = r->commune, *list = value_get(v, "catalogues");
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
static void note_unknown(struct roles *r, struct str path)
{
	size_t slash = str_index(path, '/');
	struct str top = str_sub(path, 0, slash == path.n ? path.n : slash + 1);
	if (is_known(path) || str_eq(top, r->last_unknown) || is_named(r, path))
		return;
	r->last_unknown = top;
	const char *ours = other_name(r->arena, top);
	struct str near = ours ? str_of(ours) : known_near(top);
	bool file = slash == path.n;
	struct str lower = str_lower_ascii(r->arena, top);
	if (near.n)
		diag_say(r->diag, MSG_FOLDER_NEAR, role_loc(r->arena, top), top, near);
	else if (file && (str_ends(lower, STR(".md")) || str_ends(lower, STR(".csv"))))
		diag_say(r->diag, MSG_FILE_BESIDE, role_loc(r->arena, top), top);
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

static bool say_no_page(struct roles *r, struct str path)
{
	struct str page = as_page(r->arena, path, near_pages);
	if (page.n)
		return diag_say(r->diag, MSG_FILE_NEAR_MARKDOWN,
			role_loc(r->arena, path), path, name_of(page));
	page = as_page(r->arena, path, word_files);
	if (page.n)
		return diag_say(
			r->diag, MSG_FILE_WORD, role_loc(r->arena, path), path, page);
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
static bool is_page_of(struct roles *r, enum page_kind kind, struct str path)
{
	struct str rest = str_from(path, strlen(page_kinds[kind].folder));
	struct loc whole = role_loc(r->arena, path);
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

enum role role_of_file(
	struct roles *r, struct str path, enum page_kind *kind, enum sheet *sheet)
{
	if (str_is(path, "accueil.md")) {
		*kind = PAGE_HOME;
		return ROLE_PAGE;
	}
	for (*sheet = 0; *sheet < SHEETS; ++*sheet)
		if (str_is(path, sheet_kinds[*sheet].file))
			return ROLE_SHEET;
	for (enum page_kind k = 0; k < PAGE_KINDS; k++) {
		if (!page_kinds[k].folder ||
			!str_starts(path, str_of(page_kinds[k].folder)))
			continue;
		*kind = kind_of_file(k, path);
		return is_page_of(r, k, path) ? ROLE_PAGE : ROLE_NONE;
	}
	if (!is_readme(r, path))
		note_unknown(r, path);
	return ROLE_NONE;
}
