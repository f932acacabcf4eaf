/*
 * procedure_merge.c: the layers, one after the other: which file defines a procedure,
 * which one changes it, whose texts are shown. The order is that of commune.yaml, the
 * commune's own demarches/ last.
 */
#include <stdlib.h>

#include "resolve/procedure_internal.h"

#define KEYS_USUAL 16 /* of a procedure: room made at once */
#define STEPS_USUAL 24

/* What a file means to do to the procedure of its name. */
enum intent { INTENT_DEFINE, INTENT_CHANGE, INTENT_REPLACE, INTENT_NONE };

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

static enum intent intent_of(struct merge *m, const struct page *page)
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
static bool is_whole(struct merge *m, const struct page *page)
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
	say_nearest(m->diag, page->loc, page->stem, m->arena, &known);
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
	return intent == INTENT_CHANGE || is_whole(m, page);
}

/* ---- one file ---- */

static struct entry *new_entry(struct merge *m, struct str id)
{
	struct entry *e = arena_new(m->arena, struct entry);
	e->p.id = id;
	e->v = arena_new(m->arena, struct value);
	e->v->kind = VALUE_MAP;
	e->v->map.v = arena_list(m->arena, KEYS_USUAL, struct value_pair);
	e->v->map.cap = KEYS_USUAL;
	e->p.steps.v = arena_list(m->arena, STEPS_USUAL, struct procedure_step);
	e->p.steps.cap = STEPS_USUAL;
	e->v->typed = true;
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

/* The header, then the variants that hold here, then the body. */
static void apply_page(struct merge *m, const struct layer *l, struct entry *e,
	const struct page *page, enum intent intent)
{
	struct str how = how_of(intent);
	if (intent != INTENT_CHANGE) {
		entry_empty(m, e, l, how, page->loc);
		e->p.defined_by = l->name;
		e->p.loc = page->loc;
		e->v->loc = page->loc;
	}
	const struct value *own = value_get(page->header, "operateur");
	struct str op = value_given(own) ? own->text : value_text(e->v, "operateur");
	struct variants variants = {0};
	m->base.n = 0;
	changes_read(m, page->header, &m->base);
	changes_check(m, l, op, &m->base);
	variants_read(m, l, page, op, &variants);
	changes_apply(m, e, l, &m->base, how);
	/* Without a commune none holds: survey.c tries them. */
	for (size_t i = 0; m->site->commune.v && i < variants.n; i++)
		changes_apply(m, e, l, &variants.v[i].changes, variants.v[i].how);
	apply_masquer(m, e, l, page);
	add_text(m, l, e, page, intent, operator_find(m, l, op));
	e->last = page->loc;
	e->last_rank = l->rank;
}

static void merge_page(struct merge *m, const struct layer *l, const struct page *page)
{
	struct entry *e = map_get(&m->by_id, page->stem);
	enum intent intent = intent_of(m, page);
	if (!may_apply(m, l, page, intent, e))
		return;
	if (!e) {
		e = new_entry(m, page->stem);
		e->p.partial = intent == INTENT_CHANGE && !is_tombstone(l, page);
		intent = INTENT_DEFINE;
	}
	apply_page(m, l, e, page, intent);
}

static void merge_layer(struct merge *m, struct layer l, const struct page_list *pages)
{
	for (size_t i = 0; i < pages->n; i++)
		merge_page(m, &l, &pages->v[i]);
}

/* ---- headings ---- */

static struct heading *heading_of(
	struct heading_list *list, struct arena *a, struct str id)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].id, id))
			return &list->v[i];
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

static void finish(struct merge *m)
{
	if (m->entries.n > 1)
		qsort(m->entries.v, m->entries.n, sizeof *m->entries.v, entry_cmp);
	for (size_t i = 0; i < m->entries.n; i++)
		m->layered = m->layered || m->entries.v[i]->p.partial;
	for (size_t i = 0; i < m->entries.n; i++) {
		entry_finish(m, m->entries.v[i]);
		*list_add(m->arena, &m->out->all) = m->entries.v[i]->p;
	}
	for (size_t i = 0; i < m->out->all.n; i++)
		procedure_links(m, &m->out->all.v[i]);
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
