/*
 * redirections.c: addresses of a former site, from redirections.yaml and from pages, and
 * what replaces each. What a plain file can serve becomes a page that leads on; what only
 * a server's rule can tell apart (a query, a ".php") waits for render/rules.c.
 */
#include "resolve/web_internal.h"
#include "text/escape.h"
#include "text/utf8.h"

#define FOLLOWED_MOST 16 /* former addresses that lead to former addresses */
#define PART_MOST 200u   /* bytes of a part of a path, for every file system */

/* One former address as it was written. */
struct former {
	struct str path, query; /* decoded; as written, behind '?' */
	struct loc loc;
	const struct node *node; /* the page that claims it, or NULL: see written */
	struct str written;
};

struct formers {
	struct web *w;
	struct diag *d;
	struct former *v;
	size_t n, cap;
	struct map by_address; /* path?query -> index + 1 */
};

static bool has_control(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			return true;
	return false;
}

/*
 * "https://www.ancien.example/Ma%20page?id=3#haut" -> "/Ma page" and "id=3": the host may
 * have been another, and what stands behind '#' never reaches a server. The path is told
 * from where the site stands on its host.
 */
static bool read_address(
	struct web *w, struct str written, struct str *path, struct str *query)
{
	struct str s = str_trim(written);
	size_t scheme = str_find(s, STR("://"));
	if (scheme < s.n) {
		s = str_from(s, scheme + 3);
		s = str_from(s, str_index(s, '/'));
	}
	s = str_sub(s, 0, str_index(s, '#'));
	size_t mark = str_index(s, '?');
	*query = str_from(s, mark < s.n ? mark + 1 : s.n);
	struct str plain =
		utf8_compose(w->arena, unescape_url(w->arena, str_sub(s, 0, mark)));
	if (str_starts(plain, w->root))
		plain = str_from(plain, w->root.n - 1);
	*path = str_starts(plain, STR("/"))
			? plain
			: str_printf(w->arena, "/%.*s", STR_ARG(plain));
	return s.n && !has_control(*path) && !has_control(*query);
}

static struct str key_of(struct web *w, const struct former *f)
{
	return str_printf(w->arena, "%.*s?%.*s", STR_ARG(f->path), STR_ARG(f->query));
}

static void add_former(struct formers *all, struct former f, struct str written)
{
	struct web *w = all->w;
	if (!read_address(w, written, &f.path, &f.query)) {
		diag_say(all->d, MSG_REDIRECTION_UNREADABLE, f.loc, written);
		return;
	}
	void **slot = map_put(w->arena, &all->by_address, key_of(w, &f));
	size_t at;
	memcpy(&at, slot, sizeof at);
	if (at) {
		diag_say(all->d, MSG_REDIRECTION_TWICE, f.loc, written);
		diag_also(all->d, MSG_NOTE_FIRST_HERE, all->v[at - 1].loc);
		return;
	}
	*list_add(w->arena, all) = f;
	memcpy(slot, &all->n, sizeof all->n);
}

static void add_sheet(struct formers *all)
{
	const struct value *map =
		value_get(all->w->site->sheets[SHEET_REDIRECTIONS], "adresses");
	for (size_t i = 0; map && i < map->map.n; i++) {
		const struct value_pair *p = &map->map.v[i];
		add_former(all,
			(struct former){.loc = p->loc, .written = p->value->text},
			p->written);
	}
}

static void add_pages(struct formers *all)
{
	for (size_t i = 0; i < all->w->nodes.n; i++) {
		const struct node *n = all->w->nodes.v[i];
		const struct value *list =
			n->page ? value_get(n->page->header, "anciennes_adresses")
				: NULL;
		for (size_t k = 0; k < value_count(list); k++)
			add_former(all,
				(struct former){
					.loc = value_at(list, k)->loc, .node = n},
				value_at(list, k)->text);
	}
}

/* ---- what replaces one ---- */

static const struct former *former_of(struct formers *all, struct str written)
{
	struct former f = {0};
	if (!read_address(all->w, written, &f.path, &f.query))
		return NULL;
	size_t at = 0;
	void *found = map_get(&all->by_address, key_of(all->w, &f));
	memcpy(&at, &found, sizeof at);
	return at ? &all->v[at - 1] : NULL;
}

/* The page, file or address at the end of the way; broken, said, when there is none. */
static struct target follow(struct formers *all, const struct former *first)
{
	const struct former *f = first, *next;
	for (size_t i = 0; !f->node && (next = former_of(all, f->written)); i++) {
		if (i == FOLLOWED_MOST) {
			diag_say(all->d, MSG_REDIRECTION_LOOP, first->loc, first->path);
			return (struct target){.kind = TARGET_BROKEN};
		}
		f = next;
	}
	if (f->node)
		return (struct target){.kind = TARGET_NODE, .node = f->node};
	struct target t = web_target(all->w, all->w->home, NULL, NULL, f->written);
	bool found = t.kind == TARGET_NODE || t.kind == TARGET_FILE ||
		     t.kind == TARGET_EXTERNAL;
	if (!found)
		diag_say(all->d,
			t.near.n ? MSG_REDIRECTION_NEAR : MSG_REDIRECTION_BROKEN,
			first->loc, first->path, f->written, t.near);
	return found ? t : (struct target){.kind = TARGET_BROKEN};
}

/* ---- the page that leads on ---- */

/* Any host can serve a file there: no dot in front, no "..", no name too long. */
static bool is_plain(struct str path)
{
	struct str part;
	while (str_cut(&path, '/', &part))
		if (part.n > PART_MOST || str_starts(part, STR(".")) ||
			str_index(part, '\\') < part.n)
			return false;
	return true;
}

/*
 * "/ecole/" and "/ecole" -> "ecole/index.html", "/ecole.html" as it is. Empty when no
 * file can answer: a query, or an ending that a host serves as something else.
 */
static struct str file_of(struct web *w, const struct former *f)
{
	struct str path = str_from(f->path, 1);
	size_t slash = str_rindex(path, '/');
	struct str last = slash == path.n ? path : str_from(path, slash + 1);
	if (f->query.n || !path.n || !is_plain(path))
		return (struct str){0};
	if (!last.n)
		return str_printf(w->arena, "%.*sindex.html", STR_ARG(path));
	if (str_index(last, '.') == last.n)
		return str_printf(w->arena, "%.*s/index.html", STR_ARG(path));
	if (str_ends(last, STR(".html")) || str_ends(last, STR(".htm")))
		return path;
	return (struct str){0};
}

static bool add_page(struct web *w, struct str file, const struct redirection *r)
{
	if (!file.n)
		return false;
	struct node *n = web_add_node(w, NODE_MOVED, file,
		r->to.node ? r->to.node->title : r->to.path, w->home);
	n->moved = &r->to;
	return true;
}

static void add_redirection(struct formers *all, const struct former *f)
{
	struct web *w = all->w;
	struct str file = file_of(w, f);
	const struct node *now = file.n ? map_get(&w->by_address, file) : NULL;
	if (now) {
		diag_say(all->d, MSG_REDIRECTION_TAKEN, f->loc, f->path,
			now->source.n ? now->source : now->address);
		return;
	}
	struct redirection *r = arena_new(w->arena, struct redirection);
	*r = (struct redirection){f->path, f->query, follow(all, f), false};
	if (r->to.kind == TARGET_BROKEN)
		return;
	r->served = add_page(w, file, r);
	*list_add(w->arena, &w->redirections) = r;
}

/* Former addresses that no page can answer, and no rule is asked for: said once. */
static void say_unserved(struct formers *all)
{
	const struct web *w = all->w;
	const struct value *settings = value_get(w->site->commune.v, "site");
	const struct redirection *first = NULL;
	size_t n = 0;
	for (size_t i = 0; i < w->redirections.n; i++) {
		const struct redirection *r = w->redirections.v[i];
		if (r->served)
			continue;
		first = first ? first : r;
		n++;
	}
	if (n && !value_count(value_get(settings, "regles")))
		diag_say(all->d, MSG_REDIRECTION_UNSERVED,
			settings ? settings->loc : (struct loc){0},
			str_printf(w->arena, "%zu", n), first->path);
}

void web_make_redirections(struct web *w, struct diag *d)
{
	struct formers all = {.w = w, .d = d};
	add_sheet(&all);
	add_pages(&all);
	for (size_t i = 0; i < all.n; i++)
		add_redirection(&all, &all.v[i]);
	say_unserved(&all);
}
