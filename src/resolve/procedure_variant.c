/*
 * procedure_variant.c: what changes with the territory, within one catalogue. It tells
 * which variants hold here, in which order they apply, and which two contradict each
 * other for some commune, be it another one. Layers are procedure_merge.c's business.
 */
#include <stdlib.h>

#include "resolve/procedure_internal.h"
#include "text/utf8.h"

/* Comparing is by pairs: a stranger's file must not make it long. */
#define VARIANTS_MAX 200

/* From the widest to the closest. `raccordee` filters and has no rank. */
enum scope_rank { RANK_NONE, RANK_REGION, RANK_DEPARTEMENT, RANK_INTERCO, RANK_TERRITORY,
	RANK_COMMUNE };

/* A place a variant may hold in: a commune, or all of a département, or of a région. */
struct place {
	struct str code;        /* INSEE code of a commune, or empty: any */
	struct str departement; /* code, or empty: any */
	struct str region;      /* INSEE code, or empty: any */
};

/* The conditions of a variant, brought to codes. Empty or NULL: no such condition. */
struct scope {
	struct str region, departement, commune, service;
	const struct value *territory[2]; /* lists of codes */
	bool faulty;
};

/* ---- where ---- */

/* Every code of a département, one after the other; false at the end. */
static bool next_departement(struct arena *a, unsigned *i, struct str *code)
{
	static const char *const others[] = {"2A", "2B", "971", "972", "973", "974", "975",
		"976", "977", "978", "984", "986", "987", "988"};
	size_t n = sizeof others / sizeof *others;
	(*i)++;
	if (*i > 95 + n)
		return false;
	*code = *i <= 95 ? str_printf(a, "%02u", *i) : str_of(others[*i - 96]);
	return true;
}

/* The INSEE code of a région written as a code or a name; empty when there is none. */
static struct str region_of(struct arena *a, struct str written)
{
	struct str code, wanted = utf8_fold(a, written);
	for (unsigned i = 0; next_departement(a, &i, &code);) {
		struct str region = departement_region_code(code);
		if (region.n && (str_eq(region, wanted) ||
					str_eq(utf8_fold(a, departement_region(code)), wanted)))
			return region;
	}
	return (struct str){0};
}

/* The code of a département written as a code ("1" too) or a name. */
static struct str departement_of(struct arena *a, struct str written)
{
	struct str code, wanted = utf8_fold(a, written);
	if (wanted.n == 1)
		wanted = str_printf(a, "0%.*s", STR_ARG(wanted));
	for (unsigned i = 0; next_departement(a, &i, &code);) {
		struct str name = departement_name(code);
		if (name.n && (str_eq(str_lower_ascii(a, code), wanted) ||
				      str_eq(utf8_fold(a, name), wanted)))
			return code;
	}
	return (struct str){0};
}

static struct place place_of_commune(struct str code)
{
	struct str departement = code_insee_departement(code);
	return (struct place){code, departement, departement_region_code(departement)};
}

/* The codes of a territory as a map, made once: lists are long and asked often. */
static const struct map *codes_of(struct merge *m, const struct value *list)
{
	struct str key = {(const char *)&list, sizeof list};
	struct map *codes = map_get(&m->territories, key);
	if (codes)
		return codes;
	codes = arena_new(m->arena, struct map);
	for (size_t i = 0; i < value_count(list); i++)
		*map_put(m->arena, codes, value_at(list, i)->text) = codes;
	*map_put(m->arena, &m->territories, str_dup(m->arena, key)) = codes;
	return codes;
}

/* ---- reading `pour` ---- */

static void say_scope(struct merge *m, struct scope *s, const struct value *v,
	const char *condition)
{
	s->faulty = true;
	diag_say(m->diag, MSG_PROCEDURE_VARIANT_SCOPE, v->loc, v->text, str_of(condition));
}

/* A territory of the catalogue by its id. An intercommunalité must be one. */
static const struct value *territory_of(struct merge *m, const struct layer *l,
	struct scope *s, const struct value *v, const char *condition)
{
	struct str_list known = {0};
	const struct value *all = l->catalogue ? l->catalogue->territories : NULL;
	for (size_t i = 0; i < value_count(all); i++) {
		const struct value *t = value_at(all, i);
		struct str id = value_text(t, "id");
		*list_add(m->arena, &known) = id;
		if (!str_eq(id, v->text))
			continue;
		if (strcmp(condition, "intercommunalite") == 0 &&
			!str_is(value_text(t, "genre"), "intercommunalite")) {
			s->faulty = true;
			diag_say(m->diag, MSG_PROCEDURE_VARIANT_KIND, v->loc, id);
			diag_also(m->diag, MSG_NOTE_DEFINED_HERE, t->loc);
			return NULL;
		}
		return value_get(t, "communes");
	}
	say_scope(m, s, v, condition);
	say_nearest(m->diag, v->loc, v->text, m->arena, &known);
	return NULL;
}

static struct scope scope_read(struct merge *m, const struct layer *l, const struct value *v)
{
	struct scope s = {0};
	const struct value *c = value_get(v, "region");
	if (value_given(c)) {
		s.region = region_of(m->arena, c->text);
		if (!s.region.n)
			say_scope(m, &s, c, "region");
	}
	c = value_get(v, "departement");
	if (value_given(c)) {
		s.departement = departement_of(m->arena, c->text);
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

/* True when the conditions on territory hold at p. `raccordee` is not looked at. */
static bool holds_at(struct merge *m, const struct scope *s, struct place p)
{
	if (s->region.n && p.region.n && !str_eq(s->region, p.region))
		return false;
	if (s->departement.n && p.departement.n && !str_eq(s->departement, p.departement))
		return false;
	if (s->commune.n && p.code.n && !str_eq(s->commune, p.code))
		return false;
	for (size_t i = 0; i < 2; i++)
		if (s->territory[i] && p.code.n &&
			!map_get(codes_of(m, s->territory[i]), p.code))
			return false;
	return true;
}

/* Here: under today's code, or a former one of communes that were since united. */
static bool holds_here(struct merge *m, const struct scope *s)
{
	const struct commune *c = &m->site->commune;
	struct str service = {0};
	if (s->faulty)
		return false;
	if (s->service.n) {
		const struct value_pair *p =
			value_pair(value_get(c->v, "services"), s->service);
		service = p && p->value ? p->value->text : service;
		if (!service.n)
			return false;
	}
	if (holds_at(m, s, place_of_commune(c->code_insee)))
		return true;
	const struct value *former = value_get(c->v, "anciens_codes_insee");
	for (size_t i = 0; i < value_count(former); i++)
		if (holds_at(m, s, place_of_commune(value_at(former, i)->text)))
			return true;
	return false;
}

/* True when some commune satisfies both. Candidates come from the narrowest condition. */
static bool overlap(struct merge *m, const struct scope *a, const struct scope *b)
{
	const struct scope *of[2] = {a, b};
	for (size_t i = 0; i < 2; i++)
		if (of[i]->commune.n) {
			struct place p = place_of_commune(of[i]->commune);
			return holds_at(m, a, p) && holds_at(m, b, p);
		}
	for (size_t i = 0; i < 4; i++) {
		const struct value *list = of[i / 2]->territory[i % 2];
		for (size_t j = 0; j < value_count(list); j++) {
			struct place p = place_of_commune(value_at(list, j)->text);
			if (holds_at(m, a, p) && holds_at(m, b, p))
				return true;
		}
		if (list)
			return false;
	}
	struct str departement = a->departement.n ? a->departement : b->departement;
	struct str region = a->region.n ? a->region : b->region;
	struct place p = {{0}, departement,
		departement.n ? departement_region_code(departement) : region};
	return holds_at(m, a, p) && holds_at(m, b, p);
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
static const struct change *contradiction(const struct changes *a, const struct changes *b,
	const struct change **other)
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

static void check_pairs(struct merge *m, const struct variants *list,
	const struct scope *scopes)
{
	for (size_t i = 0; i < list->n; i++) {
		for (size_t j = 0; j < i; j++) {
			const struct variant *a = &list->v[j], *b = &list->v[i];
			const struct change *first = NULL, *second = NULL;
			if (a->rank != b->rank || scopes[i].faulty || scopes[j].faulty)
				continue;
			second = contradiction(&a->changes, &b->changes, &first);
			if (!second || !((a->holds && b->holds) ||
					       overlap(m, &scopes[i], &scopes[j])))
				continue;
			diag_say(m->diag, MSG_PROCEDURE_VARIANT_CONFLICT, second->loc,
				second->key, b->how, a->how);
			diag_also(m->diag, MSG_NOTE_OTHER_VARIANT, first->loc);
		}
	}
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

static void read_one(struct merge *m, const struct layer *l, const struct value *v,
	struct str op, struct variant *out, struct scope *scope)
{
	const struct value *pour = value_get(v, "pour");
	const struct value *own = value_get(v, "operateur");
	out->v = v;
	out->how = describe(m->arena, pour);
	if (!pour || pour->kind != VALUE_MAP || !pour->map.n) {
		diag_say(m->diag, MSG_PROCEDURE_VARIANT_NOWHERE, v->loc);
		scope->faulty = true;
		return;
	}
	*scope = scope_read(m, l, pour);
	out->rank = (int)rank_of(scope);
	out->holds = holds_here(m, scope);
	changes_read(m, v, &out->changes);
	changes_check(m, l, value_given(own) ? own->text : op, &out->changes);
}

void variants_read(struct merge *m, const struct layer *l, const struct page *page,
	struct str op, struct variants *out)
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
	struct scope *scopes = arena_list(m->arena, n, struct scope);
	for (size_t i = 0; i < n; i++) {
		struct variant v = {0};
		read_one(m, l, value_at(list, i), op, &v, &scopes[i]);
		*list_add(m->arena, out) = v;
	}
	check_pairs(m, out, scopes);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, variant_cmp);
}
