/*
 * page.c: one page of HTML: its view from its node, its template, its bytes. Which kind
 * of node is shown by which template is kinds.c's business.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"
#include "text/utf8.h"

#define OUTLINE_LEAST 3      /* headings, for an outline to be of use */
#define DESCRIPTION_MOST 200 /* characters */

static const struct value *header_of(const struct node *n)
{
	/* A procedure's fields are merged ones: no single page's header says them. */
	return n->page && n->kind != NODE_PROCEDURE ? n->page->header : NULL;
}

static struct str title_of(struct render *r, const struct node *n)
{
	struct str own = n->kind == NODE_HOME ? value_text(header_of(n), "titre")
					      : (struct str){0};
	return own.n ? typography_of(r->page, own) : shown_of(r, n)->title;
}

static struct str whole_title(struct render *r, const struct node *n, struct str title)
{
	if (n->kind == NODE_HOME || str_eq(title, r->title))
		return r->title;
	return str_concat(r->page, title, STR(" – "), r->title);
}

/* The first words of a text, cut between two words. */
static struct str shortened(struct arena *a, struct str s)
{
	size_t at = 0, blank = 0, count = 0;
	while (at < s.n && count < DESCRIPTION_MOST) {
		if (s.p[at] == ' ')
			blank = at;
		utf8_next(s, &at);
		count++;
	}
	if (at >= s.n)
		return s;
	return str_printf(a, "%.*s…", (int)(blank ? blank : at), s.p);
}

static struct str description_of(struct render *r, const struct node *n)
{
	const struct value *settings = value_get(r->w->site->commune.v, "site");
	struct str s = shown_of(r, n)->summary;
	if (!s.n && n->kind == NODE_HOME)
		s = typography_of(r->page, value_text(settings, "description"));
	if (!s.n && n->texts.n)
		s = shortened(r->page, n->texts.v[0].body->first);
	return s;
}

/* ---- what stands under the title ---- */

/* Where a page that only leads on leads to, seen from it. */
static struct str goal_of(struct render *r, struct str prefix, const struct node *n)
{
	const struct target *t = n->moved;
	if (t->node)
		return str_printf(r->page, "%.*s%s%.*s",
			STR_ARG(link_of(r->page, prefix, t->node->address)),
			t->anchor.n ? "#" : "", STR_ARG(t->anchor));
	return t->kind == TARGET_FILE ? link_of_file(r->page, prefix, t->path)
				      : t->path;
}

/* Two kinds lead on: a procedure that is hidden here, and an address of a former site. */
static void put_moved(
	struct render *r, struct str prefix, const struct node *n, struct strbuf *b)
{
	if (!n->procedure)
		strbuf_lit(b, "<p>Cette page a changé d’adresse : ");
	else if (n->moved->node == r->w->procedure_list)
		strbuf_lit(b, "<p>Cette démarche n’est plus proposée ici. Toutes les "
			      "autres : ");
	else
		strbuf_lit(b, "<p>Cette démarche n’est plus proposée ici. Elle est "
			      "remplacée par : ");
	strbuf_lit(b, "<a href=\"");
	escape_html(b, goal_of(r, prefix, n));
	strbuf_lit(b, "\">");
	escape_html(b,
		n->moved->node ? shown_of(r, n->moved->node)->title : n->moved->path);
	strbuf_lit(b, "</a>.</p>\n");
}

/* Browsers go on at once: no delay, which nobody could stop (RGAA 13.1). */
static struct view refresh_view(
	struct render *r, struct str prefix, const struct node *n)
{
	struct strbuf b = strbuf_on(r->page);
	strbuf_lit(&b, "<meta http-equiv=\"refresh\" content=\"0; url=");
	escape_html(&b, goal_of(r, prefix, n));
	strbuf_lit(&b, "\">");
	return view_html_if(strbuf_str(&b));
}

/* For themes that have no template for them. */
static void put_desks(struct render *r, struct strbuf *b)
{
	for (size_t i = 0; i < r->w->desks.n; i++)
		hours_table(r, &r->w->desks.v[i], r->w->desks.v[i].name, b);
}

static void put_content(
	struct render *r, struct str prefix, const struct node *n, struct strbuf *b)
{
	if (n->kind == NODE_SOURCES)
		sources_put(r, b);
	else if (n->kind == NODE_NUMBERS)
		numbers_put(r, b);
	else if (n->kind == NODE_MEALS)
		meals_put(r, b);
	else if (n->kind == NODE_SCHOOL)
		school_put(r, prefix, b);
	else if (n->kind == NODE_ROUNDS)
		rounds_put(r, prefix, b);
	else if (n->kind == NODE_PEOPLE)
		people_put(r, prefix, b);
	else if (n->kind == NODE_HOURS || n->kind == NODE_POSTER)
		put_desks(r, b);
	else if (n->kind == NODE_MOVED)
		put_moved(r, prefix, n, b);
	else if (n->kind == NODE_NOT_FOUND)
		strbuf_lit(b,
			"<p>Cette page n’existe pas, ou plus. L’adresse a peut-être "
			"été mal recopiée.</p>\n");
	else if ((n->kind == NODE_LIST && !r->w->collections[n->of].entries.n) ||
		 (n->kind == NODE_PART && !n->children.n))
		strbuf_printf(b, "<p>%s</p>\n", words_of_none(n));
	for (size_t k = 0; k < n->texts.n; k++)
		if (!n->texts.v[k].title.n) /* the others are notes */
			body_put(r, prefix, n, k, 2, b);
}

static void add_outline(struct render *r, const struct node *n, size_t k,
	struct view *list, size_t *count)
{
	const struct body *b = n->texts.v[k].body;
	struct str prefix = text_id_prefix(r->page, n, k);
	for (size_t i = 0; i < b->headings.n; i++) {
		const struct body_heading *h = &b->headings.v[i];
		int below = h->level - (int)b->top;
		if (below > 1)
			continue;
		struct view *v = view_new(r->page, sommaire);
		v[V_sommaire_ancre] =
			view_text(str_concat(r->page, STR("#"), prefix, h->id));
		v[V_sommaire_intitule] = view_text(h->text);
		v[V_sommaire_second_niveau] = view_yes(below == 1);
		list[(*count)++] = view_record(v);
	}
}

static struct view outline_view(struct render *r, const struct node *n)
{
	size_t most = 0, count = 0;
	for (size_t k = 0; k < n->texts.n; k++)
		if (!n->texts.v[k].title.n)
			most += n->texts.v[k].body->headings.n;
	if (most < OUTLINE_LEAST)
		return (struct view){0};
	struct view *list = arena_list(r->page, most, struct view);
	for (size_t k = 0; k < n->texts.n; k++)
		if (!n->texts.v[k].title.n)
			add_outline(r, n, k, list, &count);
	return view_list(list, count < OUTLINE_LEAST ? 0 : count);
}

struct moment node_changed(const struct node *n)
{
	/* A procedure is of several files; the day its facts were checked says more. */
	bool one = n->page && n->kind != NODE_PROCEDURE && n->kind != NODE_MOVED;
	return one ? n->page->changed : (struct moment){.minute = -1};
}

/* The day of its last change, unless the day shown for it already says as much. */
static struct view changed_view(struct render *r, const struct node *n)
{
	struct date day = node_changed(n).day;
	bool told = n->kind == NODE_ENTRY && page_kinds[n->of].dated &&
		    date_cmp(day, n->page->date) <= 0;
	return told ? (struct view){0} : date_view(r->page, day);
}

/* Every page is linked to the feed of the news; those of another kind to their own too. */
static struct view feed_view(struct render *r, struct str prefix, const struct node *n)
{
	bool of_kind =
		n->kind == NODE_ENTRY || n->kind == NODE_LIST || n->kind == NODE_ACTS;
	const struct feed *feed = of_kind && n->of != PAGE_NEWS ? feed_of(n->of) : NULL;
	if (!feed)
		return (struct view){0};
	struct view *v = view_new(r->page, flux);
	v[V_flux_flux_adresse] =
		view_text(link_of(r->page, prefix, str_of(feed->path)));
	v[V_flux_flux_nom] =
		view_text(shown_of(r, r->w->collections[n->of].list)->title);
	return view_record(v);
}

static struct view page_view(
	struct render *r, const struct frame *f, const struct node *n)
{
	struct arena *a = r->page;
	struct str title = title_of(r, n);
	const struct value *updated = value_get(header_of(n), "mise_a_jour");
	struct view *v = view_new(a, page);
	r->body.n = 0;
	r->pictured = false;
	v[V_page_illustration] = image_view(r, f->prefix, header_of(n));
	put_content(r, f->prefix, n, &r->body);
	v[V_page_titre] = view_text(title);
	v[V_page_titre_complet] = view_text(whole_title(r, n, title));
	v[V_page_nature] = view_text(str_of(look_of(n)->nature));
	struct str description = description_of(r, n);
	v[V_page_description] = view_text_if(description);
	v[V_page_partage] = sharing_view(r, n, title, description);
	if (n->kind == NODE_MOVED)
		v[V_page_renvoi] = refresh_view(r, f->prefix, n);
	const struct node *original = n->moved ? n->moved->node : n;
	if (n->kind != NODE_NOT_FOUND && original)
		v[V_page_canonique] = view_text_if(link_absolute(a, r, original));
	v[V_page_contenu] = view_html_if(strbuf_str(&r->body));
	v[V_page_sommaire] = outline_view(r, n);
	if (value_given(updated))
		v[V_page_mise_a_jour] = date_view(a, updated->as.moment.day);
	v[V_page_modifiee] = changed_view(r, n);
	v[V_page_flux_propre] = feed_view(r, f->prefix, n);
	v[V_page_politique] = policy_view(r, n);
	v[V_page_donnees_structurees] = json_view(r, f->prefix, n);
	v[V_page_code_qr] = paper_code_view(r, f->prefix, n);
	v[V_page_est_accueil] = view_yes(n->kind == NODE_HOME);
	v[V_page_hors_plan] = view_yes(node_found(n) == FOUND_BY_NONE);
	return view_record(v);
}

/* ---- the whole ---- */

/* The way from the home page; the page itself without a link. */
static struct view trail_view(struct render *r, struct str prefix, const struct node *n)
{
	size_t count = 0;
	for (const struct node *up = n; up; up = up->parent)
		count++;
	if (count < 2)
		return (struct view){0};
	struct view *list = arena_list(r->page, count, struct view);
	size_t i = count;
	for (const struct node *up = n; up; up = up->parent) {
		struct view *v = view_new(r->page, etape);
		v[V_etape_etape_texte] = view_text(
			up == n ? shown_of(r, up)->title : shown_of(r, up)->menu_title);
		if (up != n)
			v[V_etape_etape_lien] =
				view_text(link_of(r->page, prefix, up->address));
		list[--i] = view_record(v);
	}
	return view_list(list, count);
}

void page_write(struct render *r, const struct node *n)
{
	struct frame *f = frame_of(r, n);
	struct view root[V_racine_COUNT];
	memcpy(root, f->root, sizeof root);
	root[V_racine_page] = page_view(r, f, n);
	root[V_racine_fil] = trail_view(r, f->prefix, n);
	const struct node_look *look = look_of(n);
	if (look->add)
		look->add(r, f->prefix, n, root);
	r->out.n = 0;
	frame_keys(r, f, n, frame_mark(r, f, n, true));
	/* The menu's lists were copied as pointers: the marks are seen through them. */
	struct view whole = view_record(root);
	bool ok = template_render_kept(
		r->templates[look->template], &whole, &r->memo, &r->out, r->d);
	frame_mark(r, f, n, false);
	if (ok)
		put_bytes(r, n->address, strbuf_str(&r->out));
	r->failed = r->failed || !ok;
}
