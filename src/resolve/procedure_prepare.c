/*
 * procedure_prepare.c: what merging finds in a catalogue whatever the commune, found once.
 * It decides nothing: a file that would have anything said about it when its catalogue
 * stands alone is left to procedure_merge.c, which reads it beside the others.
 *
 * That is enough: what stands beside a catalogue only allows more. An operator of another
 * one allows its hosts, a commune's `services` allow their keys. So what passed in silence
 * alone passes in silence, and unchanged, everywhere.
 */
#include "resolve/procedure_internal.h"

/* ---- preparing ---- */

/* A file that defines, alone, a procedure that is shown. `masquer` comes after variants. */
static bool defines(struct merge *m, const struct page *page)
{
	enum intent intent = intent_of(m, page);
	return (intent == INTENT_DEFINE || intent == INTENT_REPLACE) &&
	       page_is_whole(m, page) &&
	       !value_given(value_get(page->header, "masquer"));
}

/* procedure_finish.c takes empty maps out: of what is shared it cannot. */
static bool has_empty_record(const struct value *v)
{
	for (size_t i = 0; i < v->map.n; i++) {
		const struct value *one = v->map.v[i].value;
		if (!one || (one->kind == VALUE_MAP && !one->map.n))
			return true;
	}
	return false;
}

static bool prepare_page(struct merge *m, const struct layer *l,
	const struct page *page, struct prepared_page *out)
{
	struct variants scopes = {0};
	if (!defines(m, page))
		return false;
	entry_begin(m->arena, &out->entry, page->stem);
	entry_define(m, l, &out->entry, page);
	scopes_read(m, l, page, &scopes);
	if (scopes.n) {
		out->scopes = arena_new(m->arena, struct variants);
		*out->scopes = scopes;
	}
	return !m->diag->list.n && !has_empty_record(out->entry.v);
}

/* Lists that have no room left are copied by whoever adds to them. */
static void close_lists(struct entry *e)
{
	e->p.steps.cap = e->p.steps.n;
	e->p.texts.cap = e->p.texts.n;
	e->shared = true;
}

void catalogue_prepare(struct arena *a, struct catalogue *c)
{
	struct arena scratch = {0};
	struct diag said = diag_on(&scratch);
	struct prepared *out = arena_new(a, struct prepared);
	struct site alone = {.arena = a};
	struct merge m = {.arena = a, .lasting = a, .site = &alone, .diag = &said};
	territory_set_read(a, c, &out->territories);
	c->prepared = out;
	*list_add(&scratch, &alone.catalogues) = *c;
	struct layer l = {c->name, c, 0};
	m.territories = arena_new(&scratch, struct territories);
	m.territories->set = &out->territories;
	operators_read(&m);
	out->pages = arena_list(a, c->procedures.n, struct prepared_page);
	for (size_t i = 0; i < c->procedures.n; i++) {
		struct prepared_page *page = &out->pages[i];
		said = diag_on(&scratch);
		page->ready = prepare_page(&m, &l, &c->procedures.v[i], page);
		close_lists(&page->entry);
	}
	arena_release(&scratch);
}

/* ---- using ---- */

const struct prepared_page *prepared_find(
	const struct merge *m, const struct layer *l, const struct page *page)
{
	if (!l->catalogue || !l->catalogue->prepared || !m->site->commune.v)
		return NULL;
	size_t i = (size_t)(page - l->catalogue->procedures.v);
	const struct prepared_page *p = &l->catalogue->prepared->pages[i];
	return p->ready ? p : NULL;
}

/* A map with pairs of its own, and room for some more. */
static struct value *own_map(struct merge *m, const struct value *shared)
{
	struct value *v = arena_new(m->arena, struct value);
	*v = *shared;
	v->map.cap = shared->map.n + shared->map.n / 2;
	v->map.v = arena_list(m->arena, v->map.cap, struct value_pair);
	if (v->map.n)
		memcpy(v->map.v, shared->map.v, v->map.n * sizeof *v->map.v);
	return v;
}

void entry_own(struct merge *m, struct entry *e)
{
	if (!e->shared)
		return;
	e->shared = false;
	e->v = own_map(m, e->v);
	size_t n = e->records.n;
	struct value **shared = e->records.v;
	e->records.v = arena_list(m->arena, n, struct value *);
	e->records.cap = n;
	for (size_t i = 0; i < n; i++) {
		e->records.v[i] = own_map(m, shared[i]);
		for (size_t k = 0; k < e->v->map.n; k++)
			if (e->v->map.v[k].value == shared[i])
				e->v->map.v[k].value = e->records.v[i];
	}
}
