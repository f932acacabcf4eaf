/*
 * survey.c: see survey.h. It finds the sets of variants that hold together somewhere, and
 * applies each to the procedure; what variants mean is procedure_variant.c's business.
 *
 *	territories -> atoms (communes of the same territories and département)
 *	atoms of a procedure -> masks (one sign a variant: holds or not), each once
 *	masks -> forms
 */
#include "resolve/survey.h"

#include <stdlib.h>

#include "resolve/procedure_internal.h"

#define SERVICES_MAX 4   /* keys of `raccordee` of which every combination is tried */
#define ATOMS_MAX 200000 /* more communes than there ever were in France */

struct atom {
	struct place place; /* of one of its communes */
	size_t seen;        /* number of the last procedure that met it, from 1 */
};

struct atoms {
	struct atom **v;
	size_t n, cap;
};

/* A commune while atoms are made: the territories that hold it, by their numbers. */
struct member {
	struct str code;
	struct strbuf territories;
};

struct members {
	struct member **v;
	size_t n, cap;
};

struct mask {
	struct str holds; /* one sign a variant, '1' where it holds */
	struct str where;
};

struct masks {
	struct mask *v;
	size_t n, cap;
};

struct surveyor {
	struct merge m; /* its arena: one procedure's, emptied after each */
	struct arena *lasting;
	struct layer layer;
	const struct survey *survey;
	struct {
		struct place *v;
		size_t n, cap;
	} elsewhere;      /* each département, outside all territories */
	struct map atoms; /* struct atoms, by the address of the territory's list */
	size_t procedure; /* its number, from 1 */
	/* Of the procedure at hand. */
	struct variants variants;
	struct str_list services;
	struct map known; /* masks already there */
	struct masks masks;
};

/* ---- atoms ---- */

static struct str address_key(const struct value *const *list)
{
	return (struct str){(const char *)list, sizeof *list};
}

static struct member *member_of(
	struct arena *a, struct map *by_code, struct members *all, struct str code)
{
	void **slot = map_put(a, by_code, code);
	if (!*slot) {
		struct member *c = arena_new(a, struct member);
		*c = (struct member){.code = code, .territories = strbuf_on(a)};
		*slot = *list_add(a, all) = c;
	}
	return *slot;
}

/* Every commune that a territory names, with all territories that name it. */
static void members_read(
	struct arena *a, const struct value *territories, struct members *all)
{
	struct map by_code = {0};
	for (size_t i = 0; i < value_count(territories); i++) {
		const struct value *list =
			value_get(value_at(territories, i), "communes");
		for (size_t k = 0; k < value_count(list) && all->n < ATOMS_MAX; k++)
			strbuf_printf(
				&member_of(a, &by_code, all, value_at(list, k)->text)
					 ->territories,
				" %zu", i);
	}
}

static void atom_list(struct surveyor *s, const struct value *list, struct atom *atom)
{
	struct str key = address_key(&list);
	void **slot = map_put(s->lasting, &s->atoms, str_dup(s->lasting, key));
	if (!*slot)
		*slot = arena_new(s->lasting, struct atoms);
	struct atoms *atoms = *slot;
	*list_add(s->lasting, atoms) = atom;
}

/* One atom for all members of the same territories and département. */
static void atoms_read(struct surveyor *s, const struct value *territories)
{
	struct arena *a = s->m.arena;
	struct members all = {0};
	struct map met = {0};
	members_read(a, territories, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct place p = place_of_commune(all.v[i]->code);
		struct str in = strbuf_str(&all.v[i]->territories), one;
		struct str key =
			str_printf(a, "%.*s:%.*s", STR_ARG(p.departement), STR_ARG(in));
		void **slot = map_put(a, &met, key);
		if (*slot)
			continue;
		struct atom *atom = arena_new(s->lasting, struct atom);
		*slot = atom;
		atom->place = p;
		for (in = str_from(in, 1); str_cut(&in, ' ', &one);) {
			unsigned long number = 0;
			str_to_uint(one, value_count(territories), &number);
			atom_list(s,
				value_get(value_at(territories, number), "communes"),
				atom);
		}
	}
}

/* ---- masks ---- */

static size_t service_index(struct surveyor *s, struct str key)
{
	for (size_t i = 0; i < s->services.n; i++)
		if (str_eq(s->services.v[i], key))
			return i;
	*list_add(s->m.arena, &s->services) = key;
	return s->services.n - 1;
}

/* The mask of a place without the variants whose service is not in `services`. */
static void add_mask(
	struct surveyor *s, struct str holds, struct str where, unsigned long services)
{
	char *p = arena_text(s->m.arena, holds.n);
	for (size_t i = 0; i < holds.n; i++) {
		struct str key = s->variants.v[i].scope.service;
		bool may = !key.n || (services >> service_index(s, key) & 1);
		p[i] = holds.p[i] == '1' && may ? '1' : '0';
	}
	struct str mask = {p, holds.n};
	void **slot = map_put(s->m.arena, &s->known, mask);
	if (*slot)
		return;
	*slot = s;
	*list_add(s->m.arena, &s->masks) = (struct mask){mask, where};
}

/* Every combination of services while they are few; else none, each alone, all. */
static void add_masks(struct surveyor *s, struct str holds, struct str where)
{
	size_t n = s->services.n;
	unsigned long all = n >= 8 * sizeof all ? ~0UL : (1UL << n) - 1;
	if (n <= SERVICES_MAX) {
		for (unsigned long set = 0; set <= all; set++)
			add_mask(s, holds, where, set);
		return;
	}
	add_mask(s, holds, where, 0);
	for (size_t i = 0; i < n && i < 8 * sizeof all; i++)
		add_mask(s, holds, where, 1UL << i);
	add_mask(s, holds, where, all);
}

/* Which variants hold at a place; *ever keeps those that held at one. */
static void visit_place(struct surveyor *s, struct place p, char *ever)
{
	size_t n = s->variants.n;
	char *holds = arena_text(s->m.arena, n);
	for (size_t i = 0; i < n; i++) {
		holds[i] = scope_covers(&s->m, &s->layer, &s->variants.v[i].scope, &p)
				   ? '1'
				   : '0';
		if (holds[i] == '1')
			ever[i] = '1';
	}
	struct str where = p.code.n ? p.code : p.departement, mask = {holds, n};
	void **slot = map_put(
		s->m.arena, &s->known, str_printf(s->m.arena, ".%.*s", STR_ARG(mask)));
	if (*slot)
		return;
	*slot = s;
	add_masks(s, mask, where);
}

static void visit_atoms(struct surveyor *s, const struct territory *t, char *ever)
{
	const struct value *list = t ? value_get(t->v, "communes") : NULL;
	const struct atoms *atoms =
		list ? map_get(&s->atoms, address_key(&list)) : NULL;
	for (size_t i = 0; atoms && i < atoms->n; i++) {
		if (atoms->v[i]->seen == s->procedure)
			continue;
		atoms->v[i]->seen = s->procedure;
		visit_place(s, atoms->v[i]->place, ever);
	}
}

/*
 * Only where the variants of this procedure tell places apart: the communes they name,
 * the territories they name, and the rest of every département.
 */
static void visit_places(struct surveyor *s, char *ever)
{
	for (size_t i = 0; i < s->variants.n; i++)
		if (s->variants.v[i].scope.service.n)
			service_index(s, s->variants.v[i].scope.service);
	for (size_t i = 0; i < s->elsewhere.n; i++)
		visit_place(s, s->elsewhere.v[i], ever);
	for (size_t i = 0; i < s->variants.n; i++) {
		const struct scope *scope = &s->variants.v[i].scope;
		visit_atoms(s, scope->territory[0], ever);
		visit_atoms(s, scope->territory[1], ever);
		if (scope->commune.n)
			visit_place(s, place_of_commune(scope->commune), ever);
	}
}

/* ---- forms ---- */

static struct str join_how(struct surveyor *s, struct str holds)
{
	struct strbuf b = strbuf_on(s->m.arena);
	for (size_t i = 0; i < holds.n; i++) {
		if (holds.p[i] != '1')
			continue;
		if (b.n)
			strbuf_lit(&b, " + ");
		strbuf_add(&b, s->variants.v[i].how);
	}
	return strbuf_str(&b);
}

static void visit_form(struct surveyor *s, const struct procedure *known,
	const struct changes *base, const struct mask *mask, bool first)
{
	struct merge *m = &s->m;
	struct value v = {.kind = VALUE_MAP, .typed = true, .loc = known->loc};
	struct entry e = {.v = &v, .last = known->loc};
	struct procedure_form f = {.how = join_how(s, mask->holds),
		.where = mask->where,
		.loc = known->loc,
		.first = first};
	e.p = (struct procedure){.id = known->id,
		.loc = known->loc,
		.defined_by = known->defined_by,
		.partial = known->partial};
	changes_apply(m, &e, &s->layer, base, STR("définit"));
	for (size_t i = 0; i < mask->holds.n; i++) {
		if (mask->holds.p[i] != '1')
			continue;
		changes_apply(m, &e, &s->layer, &s->variants.v[i].changes,
			s->variants.v[i].how);
		f.loc = s->variants.v[i].v->loc;
	}
	entry_finish(m, &e);
	procedure_links(m, &e.p);
	f.p = &e.p;
	variants_compare(m, &s->variants, mask->holds.p);
	s->survey->form(s->survey->user, &f);
}

/* By their signs: the form in which no variant holds is the first, where there is one. */
static int mask_cmp(const void *x, const void *y)
{
	const struct mask *a = x, *b = y;
	return str_cmp(a->holds, b->holds);
}

static void visit_forms(
	struct surveyor *s, const struct procedure *known, const struct changes *base)
{
	if (s->masks.n > 1)
		qsort(s->masks.v, s->masks.n, sizeof *s->masks.v, mask_cmp);
	for (size_t i = 0; i < s->masks.n; i++)
		visit_form(s, known, base, &s->masks.v[i], i == 0);
}

static void say_never(struct surveyor *s, const char *ever)
{
	for (size_t i = 0; i < s->variants.n; i++) {
		const struct variant *v = &s->variants.v[i];
		if (ever[i] != '1' && !v->scope.faulty)
			s->survey->never(s->survey->user, v->v, v->how);
	}
}

/* ---- procedures ---- */

/* The file that was merged under its id: others were said to be faulty. */
static const struct procedure *merged_of(
	const struct surveyor *s, const struct page *page)
{
	const struct procedure *p = procedures_find(s->m.out, page->stem);
	bool same = p && p->loc.origin == page->origin;
	return same && !p->hidden ? p : NULL;
}

static void visit_page(struct surveyor *s, const struct page *page)
{
	const struct procedure *known = merged_of(s, page);
	struct changes base = {0};
	struct variants scopes = {0};
	struct str op = value_text(page->header, "operateur");
	if (!known)
		return;
	s->procedure++;
	s->variants = (struct variants){0};
	s->services = (struct str_list){0};
	s->known = (struct map){0};
	s->masks = (struct masks){0};
	bool muted = s->m.diag->muted;
	s->m.diag->muted = true; /* said while it was merged */
	changes_read(&s->m, page->header, &base);
	changes_check(&s->m, &s->layer, op, &base);
	scopes_read(&s->m, &s->layer, page, &scopes);
	variants_read(&s->m, &s->layer, &scopes, op, &s->variants);
	s->m.diag->muted = muted;
	char *ever = arena_text(s->m.arena, s->variants.n);
	memset(ever, '0', s->variants.n);
	visit_places(s, ever);
	visit_forms(s, known, &base);
	say_never(s, ever);
}

static void prepare(struct surveyor *s, const struct catalogue *c)
{
	struct place p;
	unsigned number = 0;
	bool muted = s->m.diag->muted;
	struct arena *scratch = s->m.arena;
	atoms_read(s, c->territories);
	s->m.arena = s->m.lasting = s->lasting;
	territories_read(&s->m);
	while (place_next(&number, &p))
		*list_add(s->lasting, &s->elsewhere) = p;
	s->m.diag->muted = true;
	operators_read(&s->m);
	s->m.diag->muted = muted;
	s->m.arena = scratch;
}

void catalogue_survey(const struct site *site, const struct procedures *merged,
	struct date today, const struct survey *survey, struct diag *d)
{
	struct arena lasting = {0}, scratch = {0};
	struct procedures out = *merged;
	struct surveyor s = {.lasting = &lasting, .survey = survey};
	s.m = (struct merge){.arena = &scratch,
		.site = site,
		.today = today,
		.diag = d,
		.out = &out};
	for (size_t i = 0; i < merged->all.n; i++)
		s.m.layered = s.m.layered || merged->all.v[i].partial;
	for (size_t i = 0; i < site->catalogues.n; i++) {
		const struct catalogue *c = &site->catalogues.v[i];
		s.layer = (struct layer){c->name, c, i};
		prepare(&s, c);
		arena_reset(&scratch);
		for (size_t k = 0; k < c->procedures.n; k++) {
			visit_page(&s, &c->procedures.v[k]);
			arena_reset(&scratch);
		}
	}
	arena_release(&scratch);
	arena_release(&lasting);
}
