/*
 * nodes.c: which pages are online today, and where: addresses and folders. An
 * address comes from the file's name, never from the title, so that it is permanent.
 */
#include <assert.h>
#include <stdlib.h>

#include "resolve/web_internal.h"
#include "text/utf8.h"

struct node *web_add_node(struct web *w, enum node_kind kind, struct str address,
	struct str title, const struct node *parent)
{
	struct node *n = arena_new(w->arena, struct node);
	*n = (struct node){.kind = kind,
		.address = address,
		.title = title,
		.menu_title = title,
		.parent = parent,
		.order = 10000};
	*list_add(w->arena, &w->nodes) = n;
	*map_put(w->arena, &w->by_address, address) = n;
	return n;
}

void web_set_source(struct web *w, struct node *n, struct str path)
{
	n->source = path;
	*map_put(w->arena, &w->by_source, path) = n;
}

void web_add_text(struct web *w, struct node *n, const struct page *p)
{
	assert(!n->texts.n);
	n->page = p;
	n->texts.v = arena_new(w->arena, struct text); /* it stays alone */
	n->texts.n = n->texts.cap = 1;
	n->texts.v[0] = (struct text){.page = p, .body = &p->body};
}

/* A page in the list of its folder; a list that Tambour makes holds no pages. */
static void add_child(struct web *w, struct node *up, const struct node *n)
{
	if (up && up->kind == NODE_PAGE)
		*list_add(w->arena, &up->children) = n;
}

bool web_is_online(struct web *w, const struct page *p)
{
	/* An act says itself on which day it was put online: never before it. */
	const struct value *from = value_get(
		p->header, p->kind == PAGE_ACT ? "mise_en_ligne" : "publier_le");
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

struct str web_folder_title(struct arena *a, struct str folder)
{
	struct str name = str_from(folder,
		str_rindex(folder, '/') == folder.n ? 0 : str_rindex(folder, '/') + 1);
	struct str copy = str_dup(a, name);
	char *p = arena_text(a, copy.n + 1);
	for (size_t i = 0; i < copy.n; i++)
		p[i] = copy.p[i] == '-' || copy.p[i] == '_' ? ' ' : copy.p[i];
	if (copy.n && p[0] >= 'a' && p[0] <= 'z')
		p[0] = (char)(p[0] - 'a' + 'A');
	return (struct str){p, copy.n};
}

/*
 * The node of a folder of pages ("pages/vie"), made with those above it; NULL for
 * pages/ itself. Folders whose names differ by accents or capitals are one.
 */
static struct node *folder_node(struct web *w, struct str folder, struct diag *d)
{
	if (str_is(folder, "pages"))
		return NULL;
	struct str index = str_concat(w->arena, folder, STR("/index.md"));
	struct node *n = map_get(&w->by_source, index);
	if (n)
		return n;
	struct node *up =
		folder_node(w, str_sub(folder, 0, str_rindex(folder, '/')), d);
	struct str address = page_address(w, index);
	n = map_get(&w->by_address, address);
	if (n) {
		*map_put(w->arena, &w->by_source, index) = n;
		if (n->kind != NODE_PAGE)
			diag_say(d, MSG_FOLDER_TAKEN, (struct loc){0}, folder, address);
		return n;
	}
	n = web_add_node(w, NODE_PAGE, address, web_folder_title(w->arena, folder),
		up ? up : w->home);
	web_set_source(w, n, index);
	add_child(w, up, n);
	return n;
}

/* A name that this file could have: what comes back each year has its year. */
static struct str other_name(struct arena *a, const struct page *p)
{
	struct str stem = str_sub(p->path, 0, str_rindex(p->path, '.'));
	if (str_is(p->stem, "index"))
		return STR("presentation.md");
	return str_printf(
		a, "%.*s-%d.md", STR_ARG(stem), p->date.year ? p->date.year : 2);
}

/* Of two files with one address, the first in the order of paths stands. */
bool web_address_taken(const struct node *other, struct diag *d, const struct page *p)
{
	if (!other)
		return false;
	if (!other->page) {
		diag_say(d, MSG_ADDRESS_MADE, p->loc, p->path, other->address);
		return true;
	}
	diag_say(d, MSG_ADDRESS_TWICE, p->loc, p->path, other->address,
		other_name(d->arena, p));
	diag_also(d, MSG_NOTE_OTHER_FILE, other->page->loc);
	return true;
}

void web_describe(struct node *n, const struct page *p)
{
	struct str title = value_text(p->header, kind_title_key(p->kind));
	struct str menu = value_text(p->header, "titre_menu");
	const struct value *order = value_get(p->header, "ordre");
	n->title = title.n ? title : n->title;
	n->menu_title = menu.n ? menu : n->title;
	struct str summary = value_text(p->header, "resume");
	if (!summary.n && page_kinds[p->kind].summary)
		summary = value_text(p->header, page_kinds[p->kind].summary);
	n->summary = summary.n ? summary : n->summary;
	if (value_given(order))
		n->order = (long)order->as.integer;
}

/* The words of a folder: the node stands already. */
static void add_index(
	struct web *w, struct diag *d, struct node *folder, const struct page *p)
{
	if ((folder->kind != NODE_PAGE || folder->page) &&
		web_address_taken(folder, d, p))
		return;
	*map_put(w->arena, &w->by_source, p->path) = folder;
	web_add_text(w, folder, p);
	web_describe(folder, p);
}

static void add_page(struct web *w, struct diag *d, const struct page *p)
{
	struct node *up =
		folder_node(w, str_sub(p->path, 0, str_rindex(p->path, '/')), d);
	if (up && str_is(p->stem, "index")) {
		add_index(w, d, up, p);
		return;
	}
	struct str address = page_address(w, p->path);
	if (web_address_taken(map_get(&w->by_address, address), d, p))
		return;
	bool gallery = w->site->gallery && str_is(p->path, GALLERY_PAGE);
	struct node *n = web_add_node(w, gallery ? NODE_GALLERY : NODE_PAGE, address,
		(struct str){0}, up ? up : w->home);
	web_set_source(w, n, p->path);
	add_child(w, up, n);
	web_add_text(w, n, p);
	web_describe(n, p);
}

int node_by_order(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	if ((*x)->order != (*y)->order)
		return (*x)->order < (*y)->order ? -1 : 1;
	int c = utf8_collate((*x)->source, (*y)->source);
	return c ? c : str_cmp((*x)->address, (*y)->address);
}

void web_make_home(struct web *w)
{
	const struct commune *c = &w->site->commune;
	struct node *home = web_add_node(w, NODE_HOME, STR("index.html"), c->nom, NULL);
	web_set_source(w, home, STR("accueil.md"));
	home->menu_title = STR("Accueil");
	w->home = home;
	for (size_t i = 0; i < w->site->pages.n; i++)
		if (w->site->pages.v[i].kind == PAGE_HOME) {
			web_add_text(w, home, &w->site->pages.v[i]);
			home->summary = value_text(home->page->header, "resume");
		}
	web_make_collections(w);
}

void web_make_pages(struct web *w, struct diag *d)
{
	for (size_t i = 0; i < w->site->pages.n; i++) {
		struct page *p = &w->site->pages.v[i];
		if (p->kind == PAGE_HOME)
			continue;
		if (!web_is_online(w, p))
			*map_put(w->arena, &w->offline, p->path) = p;
		else if (kind_is_collection(p->kind))
			web_add_entry(w, d, p);
		else if (!str_starts(p->path, str_of(page_kinds[p->kind].folder)))
			web_add_list_words(w, d, p);
		else
			add_page(w, d, p);
	}
	for (size_t i = 0; i < w->nodes.n; i++) {
		struct node *n = w->nodes.v[i];
		if (n->kind == NODE_PAGE && n->children.n)
			qsort(n->children.v, n->children.n, sizeof *n->children.v,
				node_by_order);
	}
	web_sort_collections(w);
}
