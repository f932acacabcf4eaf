/*
 * search.c: what the search knows: every page with its title, and every word with the
 * pages it stands in, as one script that recherche.html alone loads (a script, so that
 * it works from a disk). Finding is the browser's: themes/base/assets/recherche.js.
 *
 * The script calls tambourRecherche with an object:
 *
 *	pages	[address, title, nature, summary] of each page, in the order of addresses
 *	mots	all stems (text/words.h), sorted, a blank between two
 *	ou	for each stem, a blank between two, where it stands: numbers of pages in
 *		base 32 (0-9a-v), each less the one before, and behind each the best place
 *		the word has there: A in the text, B in a heading or the summary, C in the
 *		title or the words people look for, D in both of these
 */
#include <pthread.h>
#include <stdlib.h>

#include "base/cores.h"
#include "render/render_internal.h"
#include "render/search_index.h"
#include "text/escape.h"
#include "text/utf8.h"

/* Above so many pages only titles, headings and summaries are known: a light script. */
#define WHOLE_TEXTS_MOST 1500

static const struct value *fields_of(const struct node *n)
{
	if (n->procedure)
		return n->procedure->v;
	return n->page ? n->page->header : NULL;
}

static void add_page(
	struct arena *passing, struct search_index *x, const struct node *n, bool whole)
{
	const struct value *words = value_get(fields_of(n), "mots_cles");
	search_index_page(x, n);
	search_index_text(x, passing, n->title, IN_TITLE);
	for (size_t i = 0; i < value_count(words); i++)
		search_index_text(x, passing, value_at(words, i)->text, IN_TITLE);
	for (size_t i = 0; i < n->words.n; i++)
		search_index_text(x, passing, n->words.v[i], IN_TITLE);
	search_index_text(x, passing, n->summary, IN_HEADING);
	for (size_t k = 0; k < n->texts.n; k++) {
		const struct body *b = n->texts.v[k].body;
		for (size_t i = 0; i < b->headings.n; i++)
			search_index_text(
				x, passing, b->headings.v[i].text, IN_HEADING);
		if (whole)
			search_index_text(x, passing, body_plain(passing, b), IN_TEXT);
	}
}

/* ---- the script ---- */

static void put_number(struct strbuf *b, unsigned n)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuv";
	if (n >= 32)
		put_number(b, n / 32);
	strbuf_byte(b, digits[n % 32]);
}

static void put_places(struct strbuf *b, const struct search_term *t)
{
	unsigned before = 0;
	for (size_t i = 0; i < t->places.n; i++) {
		put_number(b, t->places.v[i].page - before);
		strbuf_byte(b, t->places.v[i].weight);
		before = t->places.v[i].page;
	}
}

static void put_json(struct strbuf *b, struct str text, const char *after)
{
	strbuf_byte(b, '"');
	escape_json(b, text);
	strbuf_byte(b, '"');
	strbuf_add(b, str_of(after));
}

static void put_script(
	const struct render *r, const struct search_index *x, struct strbuf *b)
{
	strbuf_lit(b, "tambourRecherche({\"pages\":[");
	for (size_t i = 0; i < x->pages.n; i++) {
		const struct node *n = x->pages.v[i];
		strbuf_add(b, i ? STR(",\n[") : STR("\n["));
		put_json(b, n->address, ",");
		put_json(b, shown_of(r, n)->title, ",");
		put_json(b, str_of(look_of(n)->label), ",");
		put_json(b, shown_of(r, n)->summary, "]");
	}
	strbuf_lit(b, "],\n\"mots\":\"");
	for (size_t i = 0; i < x->terms.n; i++) {
		strbuf_add(b, i ? STR(" ") : STR(""));
		strbuf_add(b, x->terms.v[i]->stem);
	}
	strbuf_lit(b, "\",\n\"ou\":\"");
	for (size_t i = 0; i < x->terms.n; i++) {
		strbuf_add(b, i ? STR(" ") : STR(""));
		put_places(b, x->terms.v[i]);
	}
	strbuf_lit(b, "\"});\n");
}

/* The script being made. It shares what it reads with the pages, and nothing else. */
struct search_work {
	const struct render *r;
	struct arena arena;
	struct strbuf script;
	bool threaded;
	pthread_t thread;
};

static void *make_script(void *user)
{
	struct search_work *s = user;
	struct arena passing = {0};
	struct search_index x = search_index_on(&s->arena);
	const struct node_list *nodes = &s->r->w->nodes;
	bool whole = nodes->n <= WHOLE_TEXTS_MOST;
	for (size_t i = 0; i < nodes->n; i++) {
		if (node_found(nodes->v[i]) == FOUND_BY_ALL)
			add_page(&passing, &x, nodes->v[i], whole);
		arena_reset(&passing);
	}
	arena_release(&passing);
	search_index_sort(&x);
	s->script = strbuf_on(&s->arena);
	put_script(s->r, &x, &s->script);
	return NULL;
}

void search_begin(struct render *r)
{
	struct search_work *s = arena_new(r->site, struct search_work);
	s->r = r;
	r->search_work = s;
	s->threaded = cores_usable() > 1 &&
		      pthread_create(&s->thread, NULL, make_script, s) == 0;
	if (!s->threaded)
		make_script(s);
}

void search_end(struct render *r)
{
	struct search_work *s = r->search_work;
	if (!s)
		return;
	if (s->threaded)
		pthread_join(s->thread, NULL);
	struct str script = strbuf_str(&s->script);
	r->search = fingerprinted(r->site, STR("recherche-mots.js"), script);
	put_bytes(r, r->search, script);
	arena_release(&s->arena);
	r->search_work = NULL;
}

/* ---- recherche.html: without a script, the index of an old book ---- */

static int by_title(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	int c = utf8_collate((*x)->title, (*y)->title);
	return c ? c : str_cmp((*x)->address, (*y)->address);
}

/* The letter a title stands under: A to Z, or # for figures and signs. */
static char letter_of(struct arena *a, struct str title)
{
	struct str folded = utf8_slug(a, title);
	char c = folded.n ? folded.p[0] : '#';
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : '#';
}

static struct view entry_view(struct render *r, struct str prefix, const struct node *n)
{
	struct view *v = view_new(r->page, trouvable);
	v[V_trouvable_trouvable_titre] = view_text(shown_of(r, n)->title);
	v[V_trouvable_trouvable_lien] = view_text(link_of(r->page, prefix, n->address));
	v[V_trouvable_trouvable_nature] = view_text_if(str_of(look_of(n)->label));
	return view_record(v);
}

static struct view letter_view(struct render *r, char letter, struct view *v, size_t n)
{
	struct view *group = view_new(r->page, lettre);
	group[V_lettre_lettre] = view_text(str_printf(r->page, "%c", letter));
	group[V_lettre_lettre_id] = view_text(
		letter == '#' ? STR("lettre-0")
			      : str_printf(r->page, "lettre-%c", letter - 'A' + 'a'));
	group[V_lettre_lettre_ancre] = view_text(
		str_printf(r->page, "#%.*s", STR_ARG(group[V_lettre_lettre_id].text)));
	group[V_lettre_trouvables] = view_list(v, n);
	return view_record(group);
}

struct view recherche_view(struct render *r, struct str prefix)
{
	const struct node_list *nodes = &r->w->nodes;
	const struct node **all = arena_list(r->page, nodes->n, const struct node *);
	struct view *entries = arena_list(r->page, nodes->n, struct view);
	struct view *letters = arena_list(r->page, 27, struct view);
	size_t n = 0, groups = 0, first = 0;
	for (size_t i = 0; i < nodes->n; i++)
		if (node_found(nodes->v[i]) == FOUND_BY_ALL)
			all[n++] = nodes->v[i];
	if (n)
		qsort(all, n, sizeof *all, by_title);
	for (size_t i = 0; i < n; i++) {
		char letter = letter_of(r->page, all[i]->title);
		entries[i] = entry_view(r, prefix, all[i]);
		if (i + 1 < n && letter_of(r->page, all[i + 1]->title) == letter)
			continue;
		letters[groups++] =
			letter_view(r, letter, entries + first, i + 1 - first);
		first = i + 1;
	}
	search_end(r);
	struct view *v = view_new(r->page, recherche);
	v[V_recherche_mots_lien] = view_text(link_of_file(r->page, prefix, r->search));
	v[V_recherche_lettres] = view_list(letters, groups);
	return view_record(v);
}
