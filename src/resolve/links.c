/*
 * links.c: a link as written to what it means: a page, a file, a procedure, outside. What
 * leads nowhere gets the nearest thing that exists; check says it.
 */
#include "resolve/web.h"

#include <stdio.h>

#include "text/escape.h"
#include "text/utf8.h"

/* Parts of every procedure's page that a link may name: ids of the themes' demarche.html. */
static const char *const procedure_anchors[] = {"en-ligne", "sur-place", "pieces", "cout",
	"delai", "voir-aussi"};

static bool is_scheme(struct str s, const char *scheme)
{
	struct str p = str_of(scheme);
	if (s.n < p.n)
		return false;
	for (size_t i = 0; i < p.n; i++)
		if (ascii_lower(s.p[i]) != p.p[i])
			return false;
	return true;
}

/* "a:" with letters only before it: some scheme or other. */
static bool has_scheme(struct str s)
{
	size_t i = 0;
	while (i < s.n && (ascii_alpha(s.p[i]) || s.p[i] == '+' || s.p[i] == '-'))
		i++;
	return i > 1 && i < s.n && s.p[i] == ':';
}

static bool body_has_anchor(const struct body *b, struct str anchor)
{
	for (size_t i = 0; i < b->headings.n; i++)
		if (str_eq(b->headings.v[i].id, anchor))
			return true;
	return false;
}

static bool node_has_anchor(const struct node *n, struct str anchor)
{
	if (!anchor.n)
		return true;
	for (size_t i = 0; i < n->texts.n; i++)
		if (body_has_anchor(n->texts.v[i].body, anchor))
			return true;
	for (size_t i = 0; i < sizeof procedure_anchors / sizeof *procedure_anchors; i++)
		if (n->kind == NODE_PROCEDURE && str_is(anchor, procedure_anchors[i]))
			return true;
	return false;
}

/* Folder of a path with a final '/', or empty. */
static struct str folder_of(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? (struct str){0} : str_sub(path, 0, slash + 1);
}

/* base + written without "." and ".."; empty when it would leave the site. */
static struct str join(struct arena *a, struct str base, struct str written)
{
	struct str parts[SOURCE_MAX_DEPTH * 2], whole, part;
	size_t n = 0;
	whole = written.n && written.p[0] == '/'
			? str_from(written, 1)
			: str_printf(a, "%.*s%.*s", STR_ARG(base), STR_ARG(written));
	struct str rest = whole;
	while (str_cut(&rest, '/', &part)) {
		if (!part.n || str_is(part, "."))
			continue;
		if (str_is(part, "..")) {
			if (n == 0)
				return (struct str){0};
			n--;
		} else if (n < sizeof parts / sizeof *parts) {
			parts[n++] = part;
		}
	}
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < n; i++) {
		if (i)
			strbuf_byte(&b, '/');
		strbuf_add(&b, parts[i]);
	}
	return str_dup(a, strbuf_str(&b));
}

static bool target_of_node(const struct node *n, struct str anchor, struct target *t)
{
	if (n->kind == NODE_MOVED)
		*t = (struct target){.kind = TARGET_DROPPED, .node = n};
	else
		*t = (struct target){.kind = TARGET_NODE, .node = n, .anchor = anchor,
			.anchor_missing = !node_has_anchor(n, anchor)};
	return true;
}

/* What a path of the sources names: a page, a folder, a file, an address. */
static bool look_up(const struct web *w, struct str path, struct str anchor,
	struct target *t)
{
	static const struct {
		const char *before, *after;
	} forms[] = {{"", ""}, {"", ".md"}, {"", "/index.md"}, {"pages/", ""},
		{"pages/", ".md"}, {"pages/", "/index.md"}};
	if (!path.n)
		return target_of_node(w->home, anchor, t);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		char key[1024];
		int n = snprintf(key, sizeof key, "%s%.*s%s", forms[i].before, STR_ARG(path),
			forms[i].after);
		if (n <= 0 || (size_t)n >= sizeof key)
			return false;
		const struct node *node = map_get(&w->by_source, (struct str){key, (size_t)n});
		if (node)
			return target_of_node(node, anchor, t);
	}
	if (map_get(&w->by_file, path)) {
		*t = (struct target){.kind = TARGET_FILE, .path = path, .anchor = anchor};
		return true;
	}
	const struct node *node = map_get(&w->by_address, path);
	return node && target_of_node(node, anchor, t);
}

/* The nearest page or file to what was meant, as its path in the sources. */
static struct str nearest(const struct web *w, struct str path)
{
	struct str_list all = {0};
	for (size_t i = 0; i < w->nodes.n; i++)
		if (w->nodes.v[i]->source.n)
			*list_add(w->arena, &all) = w->nodes.v[i]->source;
	for (size_t i = 0; i < w->files.n; i++)
		*list_add(w->arena, &all) = w->files.v[i].path;
	return utf8_nearest(path, all.v, all.n);
}

static struct target broken(const struct web *w, struct str path)
{
	return (struct target){.kind = TARGET_BROKEN,
		.procedure = str_starts(path, STR("demarches/")),
		.near = path.n ? nearest(w, path) : path};
}

static struct target outside(struct str written)
{
	static const char *const schemes[] = {"https:", "http:", "mailto:", "tel:"};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (is_scheme(written, schemes[i]))
			return (struct target){.kind = TARGET_EXTERNAL, .path = written};
	return (struct target){.kind = TARGET_BROKEN};
}

struct target web_target(const struct web *w, const struct node *from,
	const struct page *page, const struct body *body, struct str written)
{
	if (has_scheme(written))
		return outside(written);
	if (str_starts(written, STR("//")))
		return outside(str_printf(w->arena, "https:%.*s", STR_ARG(written)));
	size_t hash = str_index(written, '#');
	struct str anchor = unescape_url(w->arena, str_from(written, hash + 1));
	struct str path = unescape_url(w->arena, str_sub(written, 0, hash));
	path = utf8_compose(w->arena, str_sub(path, 0, str_index(path, '?')));
	if (!path.n)
		return (struct target){.kind = TARGET_ANCHOR, .anchor = anchor,
			.anchor_missing = anchor.n && !(body && body_has_anchor(body, anchor)) &&
					  !(from && node_has_anchor(from, anchor))};
	struct str base = page ? folder_of(page->path) : (struct str){0};
	struct str whole = join(w->arena, base, path);
	struct target t;
	if (whole.n && look_up(w, whole, anchor, &t))
		return t;
	struct str alone = join(w->arena, (struct str){0}, path);
	if (alone.n && look_up(w, alone, anchor, &t))
		return t;
	/* A bare identifier is a procedure. */
	struct str id = str_printf(w->arena, "demarches/%.*s", STR_ARG(path));
	if (str_index(path, '/') == path.n && look_up(w, id, anchor, &t))
		return t;
	return broken(w, whole.n ? whole : alone);
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
