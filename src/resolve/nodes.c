/*
 * nodes.c: which pages are online today, and where: addresses, folders, news. An address
 * comes from the file's name, never from the title, so that it is permanent.
 */
#include <stdlib.h>

#include "resolve/web.h"
#include "text/utf8.h"

struct node *web_add_node(struct web *w, enum node_kind kind, struct str address,
	struct str title, const struct node *parent)
{
	struct node *n = arena_new(w->arena, struct node);
	*n = (struct node){.kind = kind, .address = address, .title = title,
		.menu_title = title, .parent = parent, .order = 10000};
	*list_add(w->arena, &w->nodes) = n;
	*map_put(w->arena, &w->by_address, address) = n;
	return n;
}

static void set_source(struct web *w, struct node *n, struct str path)
{
	n->source = path;
	*map_put(w->arena, &w->by_source, path) = n;
}

static void add_text(struct web *w, struct node *n, const struct page *p)
{
	n->page = p;
	*list_add(w->arena, &n->texts) = (struct text){.page = p, .body = &p->body};
}

/* Whether a page is online now; each moment that would change it is remembered. */
static bool is_online(struct web *w, const struct page *p)
{
	const struct value *from = value_get(p->header, "publier_le");
	const struct value *until = value_get(p->header, "retirer_le");
	if (value_yes(p->header, "brouillon", false))
		return false;
	bool online = true;
	if (value_given(from)) {
		struct moment m = from->as.moment;
		m.minute = m.minute < 0 ? 0 : m.minute;
		web_valid_until(w, m);
		online = moment_cmp(m, w->now) <= 0;
	}
	if (value_given(until)) {
		struct moment m = until->as.moment;
		m.minute = m.minute < 0 ? 0 : m.minute;
		web_valid_until(w, m);
		online = online && moment_cmp(m, w->now) > 0;
	}
	return online;
}

/* "pages/Vie pratique/École.md" -> "vie-pratique/ecole.html". */
static struct str page_address(struct web *w, struct str path)
{
	struct strbuf b = strbuf_on(w->arena);
	struct str rest = str_from(path, 6), part;
	while (str_cut(&rest, '/', &part)) {
		if (b.n)
			strbuf_byte(&b, '/');
		bool last = !rest.n;
		if (last)
			part = str_sub(part, 0, part.n - 3);
		struct str slug = utf8_slug(w->arena, part);
		strbuf_add(&b, slug.n ? slug : STR("page"));
	}
	strbuf_lit(&b, ".html");
	return str_dup(w->arena, strbuf_str(&b));
}

/* « vie-pratique » -> « Vie pratique »: a folder without index.md. */
static struct str folder_title(struct arena *a, struct str folder)
{
	struct str name = str_from(folder, str_rindex(folder, '/') == folder.n
						   ? 0
						   : str_rindex(folder, '/') + 1);
	struct str copy = str_dup(a, name);
	char *p = arena_text(a, copy.n + 1);
	for (size_t i = 0; i < copy.n; i++)
		p[i] = copy.p[i] == '-' || copy.p[i] == '_' ? ' ' : copy.p[i];
	if (copy.n && p[0] >= 'a' && p[0] <= 'z')
		p[0] = (char)(p[0] - 'a' + 'A');
	return (struct str){p, copy.n};
}

/* The node of a folder of pages ("pages/vie"), made with those above it. */
static struct node *folder_node(struct web *w, struct str folder)
{
	if (str_is(folder, "pages"))
		return NULL;
	struct str index = str_printf(w->arena, "%.*s/index.md", STR_ARG(folder));
	struct node *n = map_get(&w->by_source, index);
	if (n)
		return n;
	struct node *up = folder_node(w, str_sub(folder, 0, str_rindex(folder, '/')));
	n = web_add_node(w, NODE_PAGE, page_address(w, index), folder_title(w->arena, folder),
		up ? up : w->home);
	set_source(w, n, index);
	if (up)
		*list_add(w->arena, &up->children) = n;
	return n;
}

static bool same_address(struct web *w, struct diag *d, const struct page *p,
	struct str address)
{
	const struct node *other = map_get(&w->by_address, address);
	if (!other || !other->page)
		return false;
	diag_say(d, MSG_ADDRESS_TWICE, p->loc, p->path, address);
	diag_also(d, MSG_NOTE_FIRST_HERE, other->page->loc);
	return true;
}

static void describe(struct node *n, const struct page *p)
{
	struct str title = value_text(p->header, "titre");
	struct str menu = value_text(p->header, "titre_menu");
	const struct value *order = value_get(p->header, "ordre");
	n->title = title.n ? title : n->title;
	n->menu_title = menu.n ? menu : n->title;
	n->summary = value_text(p->header, "resume");
	if (value_given(order))
		n->order = (long)order->as.integer;
}

static bool add_page(struct web *w, struct diag *d, const struct page *p)
{
	struct str folder = str_sub(p->path, 0, str_rindex(p->path, '/'));
	struct node *up = folder_node(w, folder);
	bool is_index = str_ends(p->path, STR("/index.md")) && up;
	struct node *n = up;
	if (!is_index) {
		struct str address = page_address(w, p->path);
		if (same_address(w, d, p, address))
			return false;
		n = web_add_node(w, NODE_PAGE, address, (struct str){0}, up ? up : w->home);
		set_source(w, n, p->path);
		if (up)
			*list_add(w->arena, &up->children) = n;
	}
	add_text(w, n, p);
	describe(n, p);
	return true;
}

static bool add_news(struct web *w, struct diag *d, const struct page *p)
{
	struct str address = str_printf(w->arena, "actualites/%.*s.html", STR_ARG(p->stem));
	if (str_is(p->stem, "index") || same_address(w, d, p, address))
		return false;
	struct node *n = web_add_node(w, NODE_NEWS, address, (struct str){0}, w->news_list);
	set_source(w, n, p->path);
	add_text(w, n, p);
	describe(n, p);
	*list_add(w->arena, &w->news) = n;
	return true;
}

static int by_order(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	if ((*x)->order != (*y)->order)
		return (*x)->order < (*y)->order ? -1 : 1;
	return str_cmp((*x)->source, (*y)->source);
}

static int newest_first(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = date_cmp((*y)->page->date, (*x)->page->date);
	return c ? c : str_cmp((*x)->source, (*y)->source);
}

static void make_home(struct web *w)
{
	const struct commune *c = &w->site->commune;
	struct node *home = web_add_node(w, NODE_HOME, STR("index.html"), c->nom, NULL);
	set_source(w, home, STR("accueil.md"));
	home->menu_title = STR("Accueil");
	w->home = home;
	for (size_t i = 0; i < w->site->pages.n; i++)
		if (w->site->pages.v[i].kind == PAGE_HOME) {
			add_text(w, home, &w->site->pages.v[i]);
			home->summary = value_text(home->page->header, "resume");
		}
	struct node *list = web_add_node(w, NODE_NEWS_LIST, STR("actualites/index.html"),
		STR("Actualités"), home);
	set_source(w, list, STR("actualites/index.md"));
	w->news_list = list;
}

bool web_make_nodes(struct web *w, struct diag *d)
{
	bool ok = true;
	make_home(w);
	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = &w->site->pages.v[i];
		if (p->kind == PAGE_HOME || !is_online(w, p))
			continue;
		if (!(p->kind == PAGE_NEWS ? add_news(w, d, p) : add_page(w, d, p)))
			ok = false;
	}
	for (size_t i = 0; i < w->nodes.n; i++)
		if (w->nodes.v[i]->children.n)
			qsort(w->nodes.v[i]->children.v, w->nodes.v[i]->children.n,
				sizeof *w->nodes.v[i]->children.v, by_order);
	if (w->news.n)
		qsort(w->news.v, w->news.n, sizeof *w->news.v, newest_first);
	return ok;
}
