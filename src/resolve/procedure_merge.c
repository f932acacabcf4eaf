/*
 * procedure_merge.c: the layers, one after the other: which file defines a procedure,
 * which one changes it, whose texts are shown. The order is that of commune.yaml, the
 * commune's own demarches/ last.
 */
#include <stdlib.h>

#include "resolve/procedure_internal.h"

#define KEYS_USUAL 16 /* of a procedure: room made at once */
#define STEPS_USUAL 24

/* ---- intents ---- */

static bool body_says_something(const struct body *b)
{
	return b->pieces.n > 0;
}

/* A file that only hides, shows or redirects is a change without having to say so. */
static bool only_hides(const struct page *page)
{
	const struct value *h = page->header;
	if (!value_given(value_get(h, "masquer")) || body_says_something(&page->body))
		return false;
	for (size_t i = 0; i < h->map.n; i++)
		if (!str_is(h->map.v[i].key, "masquer") &&
			!str_is(h->map.v[i].key, "remplacee_par"))
			return false;
	return true;
}

/*
 * What a catalogue leaves in the place of a procedure that it gives no more: its address
 * still leads somewhere.
 */
static bool is_tombstone(const struct layer *l, const struct page *page)
{
	return l->catalogue && only_hides(page) &&
	       value_yes(page->header, "masquer", false) &&
	       value_given(value_get(page->header, "remplacee_par"));
}

enum intent intent_of(struct merge *m, const struct page *page)
{
	bool changes = value_yes(page->header, "modifie", false);
	bool replaces = value_yes(page->header, "remplace", false);
	if (changes && replaces) {
		const struct value *v = value_get(page->header, "remplace");
		diag_say(m->diag, MSG_PROCEDURE_BOTH, v->loc);
		diag_also(m->diag, MSG_NOTE_OTHER_WORD,
			value_get(page->header, "modifie")->loc);
		return INTENT_NONE;
	}
	if (replaces)
		return INTENT_REPLACE;
	return changes || only_hides(page) ? INTENT_CHANGE : INTENT_DEFINE;
}

/* A file read with every key optional (`masquer`) may turn out to have to define. */
bool page_is_whole(struct merge *m, const struct page *page)
{
	for (const struct field *f = schema_demarche.fields; f->key; f++)
		if (f->required && !value_given(value_get(page->header, f->key)))
			return diag_say(m->diag, MSG_PROCEDURE_INCOMPLETE, page->loc,
				page->stem, str_of(f->key));
	return true;
}

static void say_base_gone(struct merge *m, const struct page *page)
{
	struct str_list known = {0};
	for (size_t i = 0; i < m->entries.n; i++)
		*list_add(m->arena, &known) = m->entries.v[i]->p.id;
	diag_say(m->diag, MSG_PROCEDURE_BASE_GONE, page->loc, page->stem);
	say_nearest(m->diag, page->loc, page->stem, &known);
}

/* May this file do what it means to? Else said, and the file is skipped. */
static bool may_apply(struct merge *m, const struct layer *l, const struct page *page,
	enum intent intent, const struct entry *e)
{
	if (intent == INTENT_NONE)
		return false;
	if (e && e->last_rank == l->rank) {
		diag_say(m->diag, MSG_PROCEDURE_TWICE, page->loc, page->stem);
		diag_also(m->diag, MSG_NOTE_OTHER_FILE, e->last);
		return false;
	}
	if (e && intent == INTENT_DEFINE) {
		diag_say(m->diag, MSG_PROCEDURE_ALREADY, page->loc, page->stem,
			e->p.loc.origin ? e->p.loc.origin->name : (struct str){0});
		diag_also(m->diag, MSG_NOTE_DEFINED_HERE, e->p.loc);
		return false;
	}
	if (!e && intent == INTENT_CHANGE && !is_tombstone(l, page)) {
		if (m->site->commune.v)
			say_base_gone(m, page);
		else
			diag_say(m->diag, MSG_CATALOGUE_BASE_ELSEWHERE, page->loc,
				page->stem);
		return !m->site->commune.v;
	}
	return intent == INTENT_CHANGE || page_is_whole(m, page);
}

/* ---- one file ---- */

void entry_begin(struct arena *a, struct entry *e, struct str id)
{
	*e = (struct entry){.p.id = id};
	e->v = arena_new(a, struct value);
	e->v->kind = VALUE_MAP;
	e->v->map.v = arena_list(a, KEYS_USUAL, struct value_pair);
	e->v->map.cap = KEYS_USUAL;
	e->p.steps.v = arena_list(a, STEPS_USUAL, struct procedure_step);
	e->p.steps.cap = STEPS_USUAL;
	e->v->typed = true;
}

static struct entry *add_entry(struct merge *m, struct str id)
{
	struct entry *e = arena_new(m->arena, struct entry);
	*map_put(m->arena, &m->by_id, id) = e;
	*list_add(m->arena, &m->entries) = e;
	return e;
}

/* « Note de la mairie », « Note de Les communes du bocage ». */
static struct str note_title(struct arena *a, const struct layer *l)
{
	if (!l->catalogue)
		return STR("Note de la mairie");
	struct str name = value_text(l->catalogue->about, "nom");
	return str_printf(a, "Note de %.*s", STR_ARG(name.n ? name : l->name));
}

static void add_text(struct merge *m, const struct layer *l, struct entry *e,
	const struct page *page, enum intent intent, const struct value *op)
{
	bool note = intent == INTENT_CHANGE;
	if (note && value_yes(page->header, "remplacer_texte", false)) {
		e->p.texts.n = 0;
		note = false;
	}
	if (l->catalogue)
		page = page_guarded(m->arena, l->catalogue, op, page, m->diag);
	if (!body_says_something(&page->body))
		return;
	struct procedure_text t = {l->name, {0}, page};
	if (note)
		t.title = note_title(m->arena, l);
	*list_add(m->arena, &e->p.texts) = t;
}

static void apply_masquer(struct merge *m, struct entry *e, const struct layer *l,
	const struct page *page)
{
	const struct value *v = value_get(page->header, "masquer");
	if (!value_given(v))
		return;
	e->masquer = v;
	*list_add(m->arena, &e->p.steps) = (struct procedure_step){STR("masquer"),
		l->name, v->as.yes ? STR("masque") : STR("montre"), v, v->loc};
}

static struct str how_of(enum intent intent)
{
	switch (intent) {
	case INTENT_REPLACE: return STR("remplace");
	case INTENT_CHANGE: return STR("modifie");
	default: return STR("définit");
	}
}

/* The operator that stands while a file's changes apply: its own, else the one below. */
static struct str operator_of(const struct entry *e, const struct page *page)
{
	const struct value *own = value_get(page->header, "operateur");
	return value_given(own) ? own->text : value_text(e->v, "operateur");
}

static void apply_header(struct merge *m, const struct layer *l, struct entry *e,
	const struct page *page, struct str op, struct str how)
{
	m->base.n = 0;
	changes_read(m, page->header, &m->base);
	changes_check(m, l, op, &m->base);
	changes_apply(m, e, l, &m->base, how);
}

static void apply_variants(struct merge *m, const struct layer *l, struct entry *e,
	const struct variants *scopes, struct str op)
{
	struct variants here = {0};
	variants_read(m, l, scopes, op, &here);
	/* Without a commune none holds: survey.c tries them. */
	for (size_t i = 0; m->site->commune.v && i < here.n; i++)
		changes_apply(m, e, l, &here.v[i].changes, here.v[i].how);
}

static void begin_definition(
	struct entry *e, const struct layer *l, const struct page *page)
{
	e->p.defined_by = l->name;
	e->p.loc = page->loc;
	e->v->loc = page->loc;
}

/* The header, then the variants that hold here, then the body. */
static void apply_page(struct merge *m, const struct layer *l, struct entry *e,
	const struct page *page, enum intent intent)
{
	struct str how = how_of(intent);
	struct variants scopes = {0};
	if (intent != INTENT_CHANGE) {
		entry_empty(m, e, l, how, page->loc);
		begin_definition(e, l, page);
	}
	struct str op = operator_of(e, page);
	scopes_read(m, l, page, &scopes);
	apply_header(m, l, e, page, op, how);
	apply_variants(m, l, e, &scopes, op);
	apply_masquer(m, e, l, page);
	add_text(m, l, e, page, intent, operator_find(m, l, op));
}

void entry_define(struct merge *m, const struct layer *l, struct entry *e,
	const struct page *page)
{
	begin_definition(e, l, page);
	struct str op = operator_of(e, page);
	apply_header(m, l, e, page, op, how_of(INTENT_DEFINE));
	add_text(m, l, e, page, INTENT_DEFINE, operator_find(m, l, op));
}

static void merge_read(struct merge *m, const struct layer *l, const struct page *page)
{
	struct entry *e = map_get(&m->by_id, page->stem);
	enum intent intent = intent_of(m, page);
	if (!may_apply(m, l, page, intent, e))
		return;
	if (!e) {
		e = add_entry(m, page->stem);
		entry_begin(m->arena, e, page->stem);
		e->p.partial = intent == INTENT_CHANGE && !is_tombstone(l, page);
		intent = INTENT_DEFINE;
	}
	apply_page(m, l, e, page, intent);
	e->last = page->loc;
	e->last_rank = l->rank;
}

static void merge_page(struct merge *m, const struct layer *l, const struct page *page)
{
	const struct prepared_page *known = prepared_find(m, l, page);
	if (!known || map_get(&m->by_id, page->stem)) {
		merge_read(m, l, page);
		return;
	}
	struct entry *e = add_entry(m, page->stem);
	*e = known->entry;
	if (known->scopes)
		apply_variants(m, l, e, known->scopes, operator_of(e, page));
	e->last = page->loc;
	e->last_rank = l->rank;
}

static void merge_layer(struct merge *m, struct layer l, const struct page_list *pages)
{
	for (size_t i = 0; i < pages->n; i++)
		merge_page(m, &l, &pages->v[i]);
}

/* ---- headings ---- */

const struct heading *heading_find(const struct heading_list *list, struct str id)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].id, id))
			return &list->v[i];
	return NULL;
}

void heading_say_unknown(struct diag *d, enum diag_code code,
	const struct heading_list *list, const struct value *id)
{
	struct str_list known = {0};
	for (size_t i = 0; i < list->n; i++)
		*list_add(d->arena, &known) = list->v[i].id;
	diag_say(d, code, id->loc, id->text,
		known.n ? str_list_join(d->arena, &known, STR(", ")) : STR("–"));
	say_nearest(d, id->loc, id->text, &known);
}

static struct heading *heading_of(
	struct heading_list *list, struct arena *a, struct str id)
{
	const struct heading *there = heading_find(list, id);
	if (there)
		return &list->v[there - list->v];
	struct heading *h = list_add(a, list);
	h->id = id;
	return h;
}

/* A later layer's row of the same id replaces what it gives, in the same place. */
static void add_headings(
	struct arena *a, struct heading_list *list, const struct value *rows)
{
	for (size_t i = 0; i < value_count(rows); i++) {
		const struct value *row = value_at(rows, i);
		struct str id = value_text(row, "id"), title = value_text(row, "titre");
		struct str summary = value_text(row, "resume"),
			   icon = value_text(row, "icone");
		if (!id.n || !title.n)
			continue;
		struct heading *h = heading_of(list, a, id);
		h->title = title;
		h->loc = row->loc;
		if (summary.n)
			h->summary = summary;
		if (icon.n)
			h->icon = icon;
	}
}

/* ---- the whole ---- */

static int entry_cmp(const void *x, const void *y)
{
	const struct entry *const *a = x, *const *b = y;
	return str_cmp((*a)->p.id, (*b)->p.id);
}

static bool entries_sorted(const struct merge *m)
{
	for (size_t i = 1; i < m->entries.n; i++)
		if (entry_cmp(&m->entries.v[i - 1], &m->entries.v[i]) > 0)
			return false;
	return true;
}

/* Most files of the layers are entries of their own. */
static void make_room(struct merge *m)
{
	size_t n = m->site->procedures.n;
	for (size_t i = 0; i < m->site->catalogues.n; i++)
		n += m->site->catalogues.v[i].procedures.n;
	map_reserve(m->arena, &m->by_id, n);
	m->entries.v = arena_list(m->arena, n, struct entry *);
	m->entries.cap = n;
}

static void finish(struct merge *m)
{
	struct procedure_list *all = &m->out->all;
	all->v = arena_list(m->arena, m->entries.n, struct procedure);
	all->cap = m->entries.n;
	/* Files come sorted by path, which is nearly always the order of their names. */
	if (!entries_sorted(m))
		qsort(m->entries.v, m->entries.n, sizeof *m->entries.v, entry_cmp);
	for (size_t i = 0; i < m->entries.n; i++)
		m->layered = m->layered || m->entries.v[i]->p.partial;
	for (size_t i = 0; i < m->entries.n; i++) {
		struct entry *e = m->entries.v[i];
		struct procedure *p = list_add(m->arena, all);
		entry_finish(m, e);
		*p = e->p;
		e->done = p;
	}
	for (size_t i = 0; i < all->n; i++)
		procedure_links(m, &all->v[i]);
}

void procedures_merge(struct arena *a, const struct site *site, struct date today,
	struct diag *d, struct procedures *out)
{
	*out = (struct procedures){0};
	struct merge m = {.arena = a,
		.lasting = a,
		.site = site,
		.today = today,
		.diag = d,
		.out = out};
	make_room(&m);
	territories_read(&m);
	operators_read(&m);
	for (size_t i = 0; i < site->catalogues.n; i++) {
		const struct catalogue *c = &site->catalogues.v[i];
		add_headings(a, &out->categories, c->categories);
		add_headings(a, &out->events, c->events);
		merge_layer(&m, (struct layer){c->name, c, i}, &c->procedures);
	}
	merge_layer(&m, (struct layer){.rank = site->catalogues.n}, &site->procedures);
	finish(&m);
}

/* ---- looking one up ---- */

static bool comes_from(const struct procedure *p, struct str layer)
{
	if (str_eq(p->defined_by, layer))
		return true;
	for (size_t i = 0; i < p->steps.n; i++)
		if (str_eq(p->steps.v[i].layer, layer))
			return true;
	return false;
}

const struct procedure *procedures_find(const struct procedures *p, struct str id)
{
	size_t slash = str_index(id, '/');
	struct str layer = slash < id.n ? str_sub(id, 0, slash) : (struct str){0};
	struct str name = slash < id.n ? str_from(id, slash + 1) : id;
	size_t low = 0, high = p->all.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int c = str_cmp(p->all.v[mid].id, name);
		if (c == 0)
			return !layer.n || comes_from(&p->all.v[mid], layer)
				       ? &p->all.v[mid]
				       : NULL;
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}
