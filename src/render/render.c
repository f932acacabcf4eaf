/*
 * render.c: the table of what a site is made of, and one loop over it. How each output
 * is written is its own file's business.
 */
#include "render/render.h"

#include "render/render_internal.h"
#include "text/typography.h"

/* One kind of file in the published site. */
struct output {
	const char *name;
	bool each; /* once per node; else once for the site */
	void (*write)(struct render *r, const struct node *n);
};

/* In the order a reader needs them: looks before words, words before downloads. */
static const struct output outputs[] = {
	{"assets", false, assets_write},
	{"html", true, page_write},
	{"paper codes", true, paper_code_write},
	{"atom", false, feeds_write},
	{"open data", false, open_data_write},
	{"calendars", false, calendars_write},
	{"rounds", false, rounds_write},
	{"school", false, school_write},
	{"sitemap", false, sitemap_write},
	{"robots", false, robots_write},
	{"manifest", false, web_manifest_write},
	{"rules", false, rules_write},
	{"files", false, files_write},
};

void put_bytes(struct render *r, struct str path, struct str bytes)
{
	publisher_put(r->publisher,
		&(struct artifact){.path = path, .bytes = bytes, .from_dir = -1});
}

/* "https://host/commune" with one '/' at its end. */
static struct str base_of(struct arena *a, struct str address)
{
	while (str_ends(address, STR("/")))
		address = str_sub(address, 0, address.n - 1);
	return address.n ? str_printf(a, "%.*s/", STR_ARG(address)) : address;
}

/* Titles and summaries as people typed them, once for all pages that show them. */
static void prepare_words(struct render *r)
{
	const struct node_list *nodes = &r->w->nodes;
	r->shown = arena_list(r->site, nodes->n, struct shown);
	for (size_t i = 0; i < nodes->n; i++) {
		const struct node *n = nodes->v[i];
		struct shown *s = &r->shown[i];
		s->title = typography_of(r->site, n->title);
		s->summary = typography_of(r->site, n->summary);
		s->menu_title = str_eq(n->title, n->menu_title)
					? s->title
					: typography_of(r->site, n->menu_title);
	}
}

static void write_output(struct render *r, const struct output *o)
{
	for (size_t i = 0; i < (o->each ? r->w->nodes.n : 1); i++) {
		o->write(r, o->each ? r->w->nodes.v[i] : NULL);
		arena_reset(r->page);
	}
}

bool render_site(struct arena *a, const struct web *w, const struct theme *t,
	struct publisher *p, struct diag *d)
{
	struct arena page = {0}, out = {0}, body = {0};
	const struct value *settings = value_get(w->site->commune.v, "site");
	struct render r = {.site = a,
		.page = &page,
		.w = w,
		.theme = t,
		.publisher = p,
		.d = d,
		.memo.arena = a,
		.out = strbuf_on(&out),
		.body = strbuf_on(&body)};
	struct str title = value_text(settings, "titre");
	r.base = base_of(a, value_text(settings, "lien"));
	r.title = typography_of(a, title.n ? title : w->site->commune.nom);
	accessibility_check(&r);
	prepare_words(&r);
	search_begin(&r);
	assets_name(&r);
	r.failed = !theme_prepare(&r);
	for (size_t i = 0; !r.failed && i < sizeof outputs / sizeof *outputs; i++)
		write_output(&r, &outputs[i]);
	search_end(&r);
	arena_release(&page);
	arena_release(&out);
	arena_release(&body);
	return !r.failed;
}
