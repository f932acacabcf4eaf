/*
 * links.c: a link as written to what it means: a page, a file, a procedure, outside.
 * What leads nowhere gets the nearest thing that exists; check says it.
 */
#include "resolve/web.h"

#include <stdio.h>

#include "text/contact.h"
#include "text/escape.h"
#include "text/scheme.h"
#include "text/utf8.h"

/* Parts of every procedure's page that a link may name: ids of the themes'
 * demarche.html. */
static const char *const procedure_anchors[] = {
	"en-ligne", "sur-place", "pieces", "cout", "delai", "voir-aussi"};

static bool body_has_anchor(const struct body *b, struct str anchor)
{
	for (size_t i = 0; b && i < b->headings.n; i++)
		if (str_eq(b->headings.v[i].id, anchor))
			return true;
	return false;
}

/* Anchors of what themes write themselves around the texts. */
static bool made_anchor(const struct web *w, const struct node *n, struct str anchor)
{
	if (str_is(anchor, "contenu"))
		return true;
	for (size_t i = 0; i < sizeof procedure_anchors / sizeof *procedure_anchors;
		i++)
		if (n->kind == NODE_PROCEDURE && str_is(anchor, procedure_anchors[i]))
			return true;
	for (size_t i = 0; i < w->categories.n; i++)
		if (n->kind == NODE_PROCEDURES &&
			str_eq(anchor, w->categories.v[i]->heading->id))
			return true;
	return false;
}

static bool node_has_anchor(
	const struct web *w, const struct node *n, struct str anchor)
{
	for (size_t i = 0; i < n->texts.n; i++)
		if (body_has_anchor(n->texts.v[i].body, anchor))
			return true;
	return made_anchor(w, n, anchor);
}

/*
 * The anchor as the page spells it: « #Pièces » means the heading « Pièces », whose id
 * is « pieces ». *missing when there is none; either of n and b may be NULL.
 */
static struct str find_anchor(const struct web *w, const struct node *n,
	const struct body *b, struct str anchor, bool *missing)
{
	if (!anchor.n)
		return anchor;
	struct str forms[2] = {anchor, utf8_slug(w->passing, anchor)};
	for (size_t i = 0; i < 2; i++)
		if (body_has_anchor(b, forms[i]) ||
			(n && node_has_anchor(w, n, forms[i])))
			return str_dup(w->arena, forms[i]);
	*missing = true;
	return str_dup(w->arena, anchor);
}

/* Folder of a path with a final '/', or empty. */
static struct str folder_of(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? (struct str){0} : str_sub(path, 0, slash + 1);
}

/* base + written without "." and ".."; false when it would leave the site. */
static bool join(struct arena *a, struct str base, struct str written, struct str *out)
{
	struct str parts[SOURCE_MAX_DEPTH * 2], part;
	size_t n = 0;
	struct str rest = written.n && written.p[0] == '/'
				  ? written
				  : str_concat(a, base, written);
	while (str_cut(&rest, '/', &part)) {
		if (!part.n || str_is(part, "."))
			continue;
		if (str_is(part, "..")) {
			if (n == 0)
				return false;
			n--;
		} else if (n < sizeof parts / sizeof *parts) {
			parts[n++] = part;
		} else {
			return false;
		}
	}
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < n; i++) {
		if (i)
			strbuf_byte(&b, '/');
		strbuf_add(&b, parts[i]);
	}
	*out = strbuf_str(&b);
	return true;
}

static bool target_of_node(
	const struct web *w, const struct node *n, struct str anchor, struct target *t)
{
	*t = (struct target){.node = n, .kind = TARGET_DROPPED};
	if (n->kind == NODE_MOVED && !n->procedure) {
		*t = *n->moved; /* links to a former address lead on */
		return true;
	}
	if (n->kind == NODE_MOVED)
		return true;
	t->kind = TARGET_NODE;
	t->anchor = find_anchor(w, n, NULL, anchor, &t->anchor_missing);
	return true;
}

/* What stands in a map under one of the forms in which a path is written. */
static void *by_forms(const struct map *map, struct str path)
{
	static const struct {
		const char *before, *after;
	} forms[] = {{"", ""}, {"", ".md"}, {"", "/index.md"}, {"pages/", ""},
		{"pages/", ".md"}, {"pages/", "/index.md"}};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		char key[1024];
		int n = snprintf(key, sizeof key, "%s%.*s%s", forms[i].before,
			STR_ARG(path), forms[i].after);
		if (n <= 0 || (size_t)n >= sizeof key)
			return NULL;
		void *found = map_get(map, (struct str){key, (size_t)n});
		if (found)
			return found;
	}
	return NULL;
}

/* "demarches/Carte d'identité.md": a procedure, by its file's name or its identifier.
 */
static const struct node *procedure_node(const struct web *w, struct str path)
{
	struct str folder = STR("demarches/");
	struct str id = str_starts(path, folder) ? str_from(path, folder.n) : path;
	const struct procedure *p = procedures_find(&w->procedures, id);
	if (!p) {
		if (str_ends(id, STR(".md")))
			id = str_sub(id, 0, id.n - 3);
		id = utf8_slug(w->passing, id);
	} else {
		id = p->id;
	}
	return map_get(&w->by_source,
		str_printf(w->passing, "demarches/%.*s.md", STR_ARG(id)));
}

/* What a path of the sources names: a page, a folder, a file, an address. */
static bool look_up(
	const struct web *w, struct str path, struct str anchor, struct target *t)
{
	if (!path.n)
		return target_of_node(w, w->home, anchor, t);
	const struct node *node = by_forms(&w->by_source, path);
	if (node)
		return target_of_node(w, node, anchor, t);
	if (map_get(&w->by_file, path)) {
		*t = (struct target){.kind = TARGET_FILE,
			.path = str_dup(w->arena, path),
			.anchor = str_dup(w->arena, anchor)};
		return true;
	}
	node = map_get(&w->by_address, path);
	if (!node)
		node = map_get(&w->by_address,
			str_concat(w->passing, path, STR("/index.html")));
	if (!node && str_starts(path, STR("demarches/")))
		node = procedure_node(w, path);
	return node && target_of_node(w, node, anchor, t);
}

static struct target broken(
	const struct web *w, struct str whole, struct str alone, struct str written)
{
	struct target t = {.kind = TARGET_BROKEN};
	t.offline = by_forms(&w->offline, whole);
	if (!t.offline)
		t.offline = by_forms(&w->offline, alone);
	if (t.offline)
		return t;
	t.procedure = str_starts(whole, STR("demarches/")) ||
		      str_starts(alone, STR("demarches/"));
	t.near = email_valid(written)
			 ? str_printf(w->arena, "mailto:%.*s", STR_ARG(written))
			 : web_suggest(w, alone.n ? alone : whole);
	return t;
}

static struct target outside(struct str written)
{
	static const char *const schemes[] = {"https:", "http:", "mailto:", "tel:"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (scheme_is(written, schemes[i]))
			return (struct target){
				.kind = TARGET_EXTERNAL, .path = written};
	return (struct target){.kind = TARGET_BROKEN};
}

/* The path of a link as Windows or a browser may have written it: bars, %20, accents.
 */
static struct str plain_path(const struct web *w, struct str written)
{
	struct str path =
		unescape_url(w->passing, str_sub(written, 0, str_index(written, '?')));
	char *p = arena_text(w->passing, path.n);
	for (size_t i = 0; i < path.n; i++)
		p[i] = path.p[i] == '\\' ? '/' : path.p[i];
	return utf8_compose(w->passing, (struct str){p, path.n});
}

static struct target inside(const struct web *w, const struct page *page,
	struct str path, struct str anchor)
{
	struct str base = page ? folder_of(page->path) : (struct str){0};
	struct str whole = {0}, alone = {0};
	struct target t;
	if (join(w->passing, base, path, &whole) && look_up(w, whole, anchor, &t))
		return t;
	/* Addresses leave out "pages/", and so do links that forget one "..". */
	if (str_starts(whole, STR("pages/")) &&
		look_up(w, str_from(whole, 6), anchor, &t))
		return t;
	if (join(w->passing, (struct str){0}, path, &alone) &&
		look_up(w, alone, anchor, &t))
		return t;
	/* A bare identifier, or "catalogue/identifier", is a procedure. */
	const struct procedure *p = procedures_find(&w->procedures, path);
	const struct node *n = p ? procedure_node(w, p->id) : NULL;
	if (n && target_of_node(w, n, anchor, &t))
		return t;
	return broken(w, whole, alone, path);
}

/* « plan #2.pdf » is a file's name when there is such a file. */
static bool file_with_hash(const struct web *w, const struct page *page,
	struct str written, struct target *t)
{
	struct str base = page ? folder_of(page->path) : (struct str){0}, path;
	if (!join(w->passing, base, plain_path(w, written), &path) ||
		!map_get(&w->by_file, path))
		return false;
	*t = (struct target){.kind = TARGET_FILE, .path = str_dup(w->arena, path)};
	return true;
}

static struct target target_of(const struct web *w, const struct node *from,
	const struct page *page, const struct body *body, struct str written)
{
	written = str_trim(written);
	if (!written.n)
		return (struct target){.kind = TARGET_BROKEN};
	if (scheme_of(written).n)
		return outside(written);
	if (str_starts(written, STR("//")))
		return outside(str_printf(w->arena, "https:%.*s", STR_ARG(written)));
	size_t hash = str_index(written, '#');
	struct str anchor = unescape_url(w->passing, str_from(written, hash + 1));
	struct target named;
	if (hash < written.n && file_with_hash(w, page, written, &named))
		return named;
	if (hash) {
		struct str path = plain_path(w, str_sub(written, 0, hash));
		return inside(w, page, path, anchor);
	}
	struct target t = {.kind = TARGET_ANCHOR};
	t.anchor = find_anchor(w, from, body, anchor, &t.anchor_missing);
	return t;
}

struct target web_target(const struct web *w, const struct node *from,
	const struct page *page, const struct body *body, struct str written)
{
	struct target t = target_of(w, from, page, body, written);
	arena_reset(w->passing);
	return t;
}

static void resolve_text(struct web *w, const struct node *n, struct text *t)
{
	const struct body *b = t->body;
	struct target *links = arena_list(w->arena, b->links.n, struct target);
	struct target *images = arena_list(w->arena, b->images.n, struct target);
	for (size_t i = 0; i < b->links.n; i++)
		links[i] = web_target(w, n, t->page, b, b->links.v[i].target);
	for (size_t i = 0; i < b->images.n; i++)
		images[i] = web_target(w, n, t->page, b, b->images.v[i].target);
	t->links = links;
	t->images = images;
}

void web_resolve_links(struct web *w)
{
	for (size_t i = 0; i < w->nodes.n; i++)
		for (size_t k = 0; k < w->nodes.v[i]->texts.n; k++)
			resolve_text(w, w->nodes.v[i], &w->nodes.v[i]->texts.v[k]);
}
