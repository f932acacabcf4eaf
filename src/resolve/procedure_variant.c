/*
 * procedure_variant.c: what changes with the territory, within one catalogue. It tells
 * which variants hold here, in which order they apply, and which two that hold together
 * contradict each other. Territories and places are procedure_place.c's business, layers
 * procedure_merge.c's.
 */
#include <stdlib.h>

#include "resolve/procedure_internal.h"
#include "text/utf8.h"

/* Some work goes by pairs: a stranger's file must not make it long. */
#define VARIANTS_MAX 200

/* From the widest to the closest. `raccordee` filters and has no rank. */
enum scope_rank {
	RANK_NONE,
	RANK_REGION,
	RANK_DEPARTEMENT,
	RANK_INTERCO,
	RANK_TERRITORY,
	RANK_COMMUNE
};

/* ---- reading `pour` ---- */

static void say_scope(
	struct merge *m, struct scope *s, const struct value *v, const char *condition)
{
	s->faulty = true;
	diag_say(m->diag, MSG_PROCEDURE_VARIANT_SCOPE, v->loc, v->text,
		str_of(condition));
}

/* A territory of the catalogue by its id. An intercommunalité must be one. */
static const struct territory *territory_of(struct merge *m, const struct layer *l,
	struct scope *s, const struct value *v, const char *condition)
{
	const struct territory *t = territory_find(m, l, v->text);
	bool interco = strcmp(condition, "intercommunalite") == 0;
	if (t && interco && !str_is(value_text(t->v, "genre"), "intercommunalite")) {
		s->faulty = true;
		diag_say(m->diag, MSG_PROCEDURE_VARIANT_KIND, v->loc, v->text);
		diag_also(m->diag, MSG_NOTE_DEFINED_HERE, t->v->loc);
		return NULL;
	}
	if (t)
		return t;
	struct str_list known = {0};
	const struct value *all = l->catalogue ? l->catalogue->territories : NULL;
	for (size_t i = 0; i < value_count(all); i++)
		*list_add(m->arena, &known) = value_text(value_at(all, i), "id");
	say_scope(m, s, v, condition);
	say_nearest(m->diag, v->loc, v->text, &known);
	return NULL;
}

static struct scope scope_read(
	struct merge *m, const struct layer *l, const struct value *v)
{
	struct scope s = {0};
	const struct value *c = value_get(v, "region");
	if (value_given(c)) {
		s.region = region_of(m, c->text);
		if (!s.region.n)
			say_scope(m, &s, c, "region");
	}
	c = value_get(v, "departement");
	if (value_given(c)) {
		s.departement = departement_of(m, c->text);
		if (!s.departement.n)
			say_scope(m, &s, c, "departement");
	}
	c = value_get(v, "intercommunalite");
	if (value_given(c))
		s.territory[0] = territory_of(m, l, &s, c, "intercommunalite");
	c = value_get(v, "territoire");
	if (value_given(c))
		s.territory[1] = territory_of(m, l, &s, c, "territoire");
	s.commune = value_text(v, "commune");
	c = value_get(v, "raccordee");
	if (value_given(c) && service_key_known(m, l, c))
		s.service = utf8_fold_key(m->arena, c->text);
	else if (value_given(c))
		s.faulty = true;
	return s;
}

static enum scope_rank rank_of(const struct scope *s)
{
	if (s->commune.n)
		return RANK_COMMUNE;
	if (s->territory[1])
		return RANK_TERRITORY;
	if (s->territory[0])
		return RANK_INTERCO;
	if (s->departement.n)
		return RANK_DEPARTEMENT;
	return s->region.n ? RANK_REGION : RANK_NONE;
}

/* « variante (pour : departement 61, territoire syndicat-eau) » */
static struct str describe(struct arena *a, const struct value *pour)
{
	struct strbuf b = strbuf_on(a);
	strbuf_lit(&b, "variante (pour : ");
	for (size_t i = 0; pour && pour->kind == VALUE_MAP && i < pour->map.n; i++) {
		const struct value_pair *p = &pour->map.v[i];
		if (i)
			strbuf_lit(&b, ", ");
		strbuf_add(&b, p->key);
		strbuf_byte(&b, ' ');
		strbuf_add(&b, p->value->text);
	}
	strbuf_byte(&b, ')');
	return strbuf_str(&b);
}

/* ---- does it hold? ---- */

bool scope_covers(const struct merge *m, const struct layer *l, const struct scope *s,
	const struct place *p)
{
	if (s->faulty || (s->region.n && !str_eq(s->region, p->region)) ||
		(s->departement.n && !str_eq(s->departement, p->departement)) ||
		(s->commune.n && !str_eq(s->commune, p->code)))
		return false;
	for (size_t i = 0; i < 2; i++)
		if (s->territory[i] && !territory_holds(m, l, s->territory[i], p))
			return false;
	return true;
}

/* Here: under today's code, or a former one of communes that were since united. */
static bool holds_here(
	const struct merge *m, const struct layer *l, const struct scope *s)
{
	if (s->service.n) {
		const struct value_pair *p = value_pair(
			value_get(m->site->commune.v, "services"), s->service);
		if (!p || !p->value || !p->value->text.n)
			return false;
	}
	for (size_t i = 0; i < m->here.n; i++)
		if (scope_covers(m, l, s, &m->here.v[i]))
			return true;
	return false;
}

/* ---- contradictions ---- */

/* "service" and "service.lien" touch, "cout" and "delai" do not. */
static bool same_field(struct str a, struct str b)
{
	/* Two ways to write one thing: see apply_link_choice. */
	if (str_is(a, "service.lien_de"))
		a = STR("service.lien");
	if (str_is(b, "service.lien_de"))
		b = STR("service.lien");
	if (a.n > b.n) {
		struct str t = a;
		a = b;
		b = t;
	}
	return str_starts(b, a) && (a.n == b.n || b.p[a.n] == '.');
}

/* Both may stand together: they say the same, or each appends to a list. */
static bool agree(const struct change *a, const struct change *b)
{
	if (a->kind != b->kind || (a->kind == CHANGE_SET && !str_eq(a->key, b->key)))
		return false;
	return a->kind == CHANGE_ADD || value_same(a->value, b->value);
}

/* The first change of b that contradicts one of a, which goes to *other; or NULL. */
static const struct change *contradiction(
	const struct changes *a, const struct changes *b, const struct change **other)
{
	for (size_t i = 0; i < b->n; i++)
		for (size_t j = 0; j < a->n; j++)
			if (same_field(a->v[j].key, b->v[i].key) &&
				!agree(&a->v[j], &b->v[i])) {
				*other = &a->v[j];
				return &b->v[i];
			}
	return NULL;
}

static void compare(struct merge *m, const struct variant *a, const struct variant *b)
{
	const struct change *first = NULL;
	const struct change *second = contradiction(&a->changes, &b->changes, &first);
	if (!second)
		return;
	/* The one written first is named second, as people read it. */
	diag_say(m->diag, MSG_PROCEDURE_VARIANT_CONFLICT, second->loc, second->key,
		b->how, a->how);
	diag_also(m->diag, MSG_NOTE_OTHER_VARIANT, first->loc);
}

void variants_compare(struct merge *m, const struct variants *list, const char *holds)
{
	for (size_t i = 0; i < list->n; i++)
		for (size_t j = i; j-- > 0 && list->v[j].rank == list->v[i].rank;)
			if (!holds || (holds[i] == '1' && holds[j] == '1'))
				compare(m, &list->v[j], &list->v[i]);
}

/* ---- the whole list ---- */

/* qsort is not stable: the order written is kept by the places in the list. */
static int variant_cmp(const void *x, const void *y)
{
	const struct variant *a = x, *b = y;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	struct loc p = a->v->loc, q = b->v->loc;
	if (p.line != q.line)
		return p.line < q.line ? -1 : 1;
	return (p.column > q.column) - (p.column < q.column);
}

/* False, said, when its conditions mean nothing: it holds nowhere. */
static bool scope_of(struct merge *m, const struct layer *l, const struct value *v,
	struct variant *out)
{
	const struct value *pour = value_get(v, "pour");
	out->v = v;
	if (!pour || pour->kind != VALUE_MAP || !pour->map.n)
		return diag_say(m->diag, MSG_PROCEDURE_VARIANT_NOWHERE, v->loc);
	out->scope = scope_read(m, l, pour);
	out->rank = (int)rank_of(&out->scope);
	return !out->scope.faulty;
}

void scopes_read(struct merge *m, const struct layer *l, const struct page *page,
	struct variants *out)
{
	const struct value *list = value_get(page->header, "variantes");
	size_t n = value_count(list);
	if (n && !l->catalogue) {
		diag_say(m->diag, MSG_PROCEDURE_VARIANT_OWN, list->loc);
		return;
	}
	if (n > VARIANTS_MAX) {
		diag_say(m->diag, MSG_PROCEDURE_VARIANT_MANY, list->loc,
			str_printf(m->arena, "%d", VARIANTS_MAX));
		n = VARIANTS_MAX;
	}
	for (size_t i = 0; i < n; i++) {
		struct variant v = {0};
		if (scope_of(m, l, value_at(list, i), &v))
			*list_add(m->arena, out) = v;
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, variant_cmp);
}

void variants_read(struct merge *m, const struct layer *l,
	const struct variants *scopes, struct str op, struct variants *out)
{
	for (size_t i = 0; i < scopes->n; i++) {
		if (m->site->commune.v && !holds_here(m, l, &scopes->v[i].scope))
			continue;
		struct variant *v = list_add(m->arena, out);
		*v = scopes->v[i];
		const struct value *own = value_get(v->v, "operateur");
		v->how = describe(m->arena, value_get(v->v, "pour"));
		changes_read(m, v->v, &v->changes);
		changes_check(m, l, value_given(own) ? own->text : op, &v->changes);
	}
	if (m->site->commune.v)
		variants_compare(m, out, NULL);
}
