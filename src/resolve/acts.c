/*
 * acts.c: the acts of the commune: the pages that list them, their files, and which act
 * corrects which. Days and delays are act_clock.c's; what is late, check's.
 */
#include <stdlib.h>

#include "resolve/web_internal.h"
#include "text/utf8.h"

#define TYPE(t) (1u << (t))

/* Pages beside those of years: made when an act that is online belongs there. */
static const struct {
	const char *name, *title;
	struct act_list shows;
} lists[] = {
	{"deliberations", "Délibérations",
		{ACTS_OF_TYPES, .types = TYPE(ACT_DELIBERATION)}},
	{"arretes", "Arrêtés et décisions",
		{ACTS_OF_TYPES, .types = TYPE(ACT_ARRETE) | TYPE(ACT_DECISION)}},
	{"proces-verbaux", "Procès-verbaux",
		{ACTS_OF_TYPES, .types = TYPE(ACT_MINUTES) | TYPE(ACT_LIST)}},
	{"budgets", "Budgets", {ACTS_OF_TYPES, .types = TYPE(ACT_BUDGET)}},
	{"matieres", "Actes par matière", {.by = ACTS_BY_MATTER}},
};

static struct node *add_list(struct web *w, struct str address, struct str title,
	const struct act_list *shows)
{
	struct node *n = web_add_node(
		w, NODE_ACTS, address, title, w->collections[PAGE_ACT].list);
	n->of = PAGE_ACT;
	n->acts = shows;
	return n;
}

static void add_year(struct web *w, short year)
{
	struct act_list *shows = arena_new(w->arena, struct act_list);
	*shows = (struct act_list){.by = ACTS_OF_YEAR, .year = year};
	struct node *n = add_list(w, str_printf(w->arena, "actes/%d/index.html", year),
		str_printf(w->arena, "Actes de %d", year), shows);
	n->menu_title = str_printf(w->arena, "%d", year);
	*list_add(w->arena, &w->acts.years) = n;
}

static int last_year_first(const void *a, const void *b)
{
	const struct node *const *x = a, *const *y = b;
	return (*y)->acts->year - (*x)->acts->year;
}

static bool has_year(const struct web *w, short year)
{
	for (size_t i = 0; i < w->acts.years.n; i++)
		if (w->acts.years.v[i]->acts->year == year)
			return true;
	return false;
}

void web_make_act_lists(struct web *w)
{
	unsigned types = 0;
	bool matters = false;
	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = &w->site->pages.v[i];
		if (p->kind != PAGE_ACT || !web_is_online(w, p))
			continue;
		types |= TYPE(act_type_of(p));
		matters = matters || value_given(value_get(p->header, "matiere"));
		if (!has_year(w, p->date.year))
			add_year(w, p->date.year);
	}
	if (w->acts.years.n > 1)
		qsort(w->acts.years.v, w->acts.years.n, sizeof *w->acts.years.v,
			last_year_first);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (lists[i].shows.by == ACTS_BY_MATTER
				? matters
				: (types & lists[i].shows.types) != 0)
			*list_add(w->arena, &w->acts.others) = add_list(w,
				str_printf(w->arena, "actes/%s.html", lists[i].name),
				str_of(lists[i].title), &lists[i].shows);
}

/* ---- files ---- */

void web_add_act_file(struct web *w, const struct page *p)
{
	struct str written = value_text(p->header, "pdf");
	struct str folder = str_sub(p->path, 0, str_rindex(p->path, '/') + 1);
	struct str path = utf8_compose(w->passing,
		str_printf(w->passing, "%.*s%.*s", STR_ARG(folder), STR_ARG(written)));
	const struct source_file *f = source_find(w->site->source, path);
	/* A page itself is no file to download, whatever a header says. */
	if (written.n && f && !str_ends(path, STR(".md")))
		web_add_file(w, w->site->source, f);
}

static void find_file(struct web *w, struct act *x, const struct page *p)
{
	struct str written = value_text(p->header, "pdf");
	if (!written.n)
		return;
	struct target t = web_target(w, x->node, p, NULL, written);
	if (t.kind != TARGET_FILE) {
		x->near = t.near;
		return;
	}
	size_t index;
	void *slot = map_get(&w->by_file, t.path);
	memcpy(&index, &slot, sizeof index);
	x->file = w->files.v[index - 1];
}

/* Facts of all files at once: who looks may start one program for all. */
static void find_facts(struct web *w)
{
	const struct facts_door *door = &w->site->facts;
	size_t n = 0, most = w->acts.online.n;
	const struct source_file **files =
		arena_list(w->arena, most, const struct source_file *);
	struct file_facts *facts = arena_list(w->arena, most, struct file_facts);
	for (size_t i = 0; i < most; i++)
		if (w->acts.online.v[i].file.path.n)
			files[n++] = w->acts.online.v[i].file.file;
	if (n && door->look)
		door->look(door->user, w->arena, w->site->source, files, facts, n);
	for (size_t i = 0, k = 0; i < most; i++)
		if (w->acts.online.v[i].file.path.n)
			w->acts.online.v[i].facts = facts[k++];
}

/* ---- one act ---- */

static void check_days(const struct web *w, struct diag *d, const struct page *p)
{
	struct arena *a = d->arena;
	const struct value *online = value_get(p->header, "mise_en_ligne");
	const struct value *until = value_get(p->header, "retirer_le");
	if (date_cmp(act_online(p), p->date) < 0)
		diag_say(d, MSG_ACT_ONLINE_BEFORE, online->loc,
			date_text_short(a, act_online(p)), date_text_short(a, p->date));
	if (!value_given(until) || w->acts.publicity != ACTS_ONLINE)
		return;
	struct date least = act_online_until(p);
	if (date_cmp(until->as.moment.day, least) < 0)
		diag_say(d, MSG_ACT_WITHDRAWN_EARLY, until->loc,
			date_text_short(a, until->as.moment.day),
			date_text_short(a, least), date_text_short(a, act_online(p)));
}

static void find_replaced(struct web *w, struct diag *d, struct act *x)
{
	const struct page *p = x->node->page;
	const struct value *written = value_get(p->header, "remplace");
	if (!value_given(written))
		return;
	struct target t = web_target(w, x->node, p, NULL, written->text);
	struct act *other = t.kind == TARGET_NODE ? t.node->act : NULL;
	if (!other || other == x) {
		diag_say(d, MSG_ACT_REPLACES_NOTHING, written->loc, written->text);
		return;
	}
	x->replaces = other->node;
	/* The newest correction, where there are two: acts come the newest first. */
	if (!other->replaced_by)
		other->replaced_by = x->node;
}

static void fill(struct act *x, struct node *n)
{
	const struct page *p = n->page;
	const struct value *matter = value_get(p->header, "matiere");
	const struct value *adopted = value_get(p->header, "adopte_le");
	*x = (struct act){.node = n,
		.type = act_type_of(p),
		.online = act_online(p),
		.sitting = act_sitting(p),
		.matter =
			value_given(matter) && matter->typed ? matter->as.choice : -1};
	if (value_given(adopted) && adopted->typed)
		x->adopted = adopted->as.moment.day;
	n->act = x;
}

/* ---- all of them ---- */

static enum act_publicity publicity_of(const struct site *site)
{
	const struct value *v = value_get(site->commune.v, "publicite_des_actes");
	return value_given(v) && v->typed ? (enum act_publicity)v->as.choice
					  : ACTS_ONLINE;
}

void web_make_acts(struct web *w, struct diag *d)
{
	const struct node_list *l = &w->collections[PAGE_ACT].entries;
	w->acts.publicity = publicity_of(w->site);
	acts_find_sittings(w->arena, w->site, &w->acts);
	w->acts.online.v = arena_list(w->arena, l->n, struct act);
	w->acts.online.n = l->n;
	for (size_t i = 0; i < l->n; i++)
		fill(&w->acts.online.v[i], l->v[i]);
	for (size_t i = 0; i < l->n; i++) {
		struct act *x = &w->acts.online.v[i];
		bool muted = d->muted;
		if (x->node->page->former)
			d->muted = true; /* these lines are not those of the file */
		find_file(w, x, x->node->page);
		find_replaced(w, d, x);
		check_days(w, d, x->node->page);
		d->muted = muted;
	}
	find_facts(w);
}
