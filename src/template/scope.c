/*
 * scope.c: chains of scopes, and names looked up in them. Messages are the compiler's:
 * here a fault is only told apart.
 */
#include "template/scope.h"

#include "text/utf8.h"

struct scope *scope_root(struct arena *a, const struct shape *shape)
{
	struct scope *s = arena_new(a, struct scope);
	*s = (struct scope){.kind = shape ? SCOPE_ROOT : SCOPE_DYNAMIC,
		.shape = shape,
		.place = arena_new(a, struct place)};
	return s;
}

struct scope *scope_within(struct arena *a, struct scope *s, enum scope_kind kind,
	const struct shape *shape, struct place *place)
{
	for (struct scope *c = s->children; c; c = c->next)
		if (c->kind == kind && c->shape == shape &&
			(kind == SCOPE_ELEMENT || c->place == place))
			return c;
	struct scope *c = arena_new(a, struct scope);
	*c = (struct scope){.up = s,
		.kind = kind,
		.frame = (unsigned short)(s->frame + (kind != SCOPE_PRESENT)),
		.shape = shape,
		.place = kind == SCOPE_ELEMENT ? arena_new(a, struct place) : place,
		.next = s->children};
	s->children = c;
	return c;
}

static struct place *place_within(
	struct arena *a, struct place *p, const struct slot *slot)
{
	for (struct place *c = p->children; c; c = c->next)
		if (c->slot == slot)
			return c;
	struct place *c = arena_new(a, struct place);
	*c = (struct place){.up = p, .slot = slot, .next = p->children};
	p->children = c;
	return c;
}

bool scope_proves(const struct scope *s, const struct place *place)
{
	for (; s; s = s->up)
		if (s->place == place)
			return true;
	return false;
}

/* The names a scope adds to the slots of its shape. */
static bool built_in(const struct scope *s, struct str name, enum ref_kind *kind)
{
	if (s->kind == SCOPE_LIST) {
		*kind = str_is(name, "nombre") ? REF_COUNT : REF_ELEMENTS;
		return str_is(name, "nombre") || str_is(name, "elements");
	}
	*kind = str_is(name, "premier") ? REF_FIRST : REF_LAST;
	return s->kind == SCOPE_ELEMENT &&
	       (str_is(name, "premier") || str_is(name, "dernier"));
}

static const struct slot *slot_of(const struct scope *s, struct str name)
{
	if (s->kind == SCOPE_LIST || s->kind == SCOPE_PRESENT)
		return NULL;
	for (size_t i = 0; i < s->shape->n; i++)
		if (str_is(name, s->shape->slots[i].name))
			return &s->shape->slots[i];
	return NULL;
}

static void add_names(struct arena *a, struct str_list *l, const struct shape *shape)
{
	for (size_t i = 0; i < shape->n; i++)
		*list_add(a, l) = str_of(shape->slots[i].name);
}

static struct str nearest(struct arena *a, const struct scope *s, struct str name)
{
	struct str_list l = {0};
	for (; s; s = s->up) {
		if (s->kind == SCOPE_LIST) {
			*list_add(a, &l) = STR("elements");
			*list_add(a, &l) = STR("nombre");
		} else if (s->kind != SCOPE_PRESENT) {
			add_names(a, &l, s->shape);
		}
		if (s->kind == SCOPE_ELEMENT) {
			*list_add(a, &l) = STR("premier");
			*list_add(a, &l) = STR("dernier");
		}
	}
	return utf8_nearest(name, l.v, l.n);
}

static const char *scope_name(const struct scope *s)
{
	return s->kind == SCOPE_LIST ? "liste" : s->shape->name;
}

/*
 * The scope that has a name. `elements` and the like belong to the innermost list; any
 * other name must be in one scope only, or mean the same place in all.
 */
static enum name_fault first_of(struct arena *a, const struct scope *s, struct str name,
	struct ref *ref, struct name_error *error)
{
	bool built = false;
	*ref = (struct ref){0};
	for (; s; s = s->up) {
		enum ref_kind kind;
		const struct slot *slot = slot_of(s, name);
		bool here = built_in(s, name, &kind);
		if (!slot && !here)
			continue;
		struct place *place = slot ? place_within(a, s->place, slot) : NULL;
		if ((slot && here) ||
			(ref->scope && !(built && here) && ref->place != place)) {
			error->part = name;
			error->one = scope_name(s);
			error->other = ref->scope ? scope_name(ref->scope) : "elements";
			return NAME_SHADOWED;
		}
		if (ref->scope)
			continue;
		built = here;
		*ref = (struct ref){.kind = here ? kind : REF_SLOT,
			.scope = s,
			.slot = slot,
			.place = here ? s->place : place};
	}
	return ref->scope ? NAME_FINE : NAME_UNKNOWN;
}

static const struct slot *slot_named(const struct shape *shape, struct str name)
{
	for (size_t i = 0; i < shape->n; i++)
		if (str_is(name, shape->slots[i].name))
			return &shape->slots[i];
	return NULL;
}

#define FEW 16 /* names that a message may list */

/* One more part of a dotted name; before is the name up to it. */
static enum name_fault part_of(struct arena *a, const struct scope *s, struct ref *ref,
	struct str part, struct str before, struct name_error *error)
{
	error->part = before;
	if (ref->kind != REF_SLOT || ref->slot->kind != SLOT_RECORD)
		return NAME_NO_PARTS;
	if (ref->slot->optional && !scope_proves(s, ref->place))
		return NAME_OPTIONAL;
	const struct shape *shape = ref->slot->of;
	ref->slot = slot_named(shape, part);
	if (!ref->slot) {
		struct str_list l = {0};
		add_names(a, &l, shape);
		error->part = part;
		error->near = utf8_nearest(part, l.v, l.n);
		if (l.n && l.n <= FEW)
			error->names = str_list_join(a, &l, STR(", "));
		return NAME_UNKNOWN;
	}
	ref->place = place_within(a, ref->place, ref->slot);
	return NAME_FINE;
}

static unsigned short row_of(const struct shape *shape, const struct slot *slot)
{
	return (unsigned short)(slot - shape->slots);
}

enum name_fault scope_resolve(struct arena *a, const struct scope *s, struct str name,
	struct ref *ref, struct name_error *error)
{
	size_t dot = str_index(name, '.');
	struct str first = str_sub(name, 0, dot), rest = str_from(name, dot + 1), part;
	*error = (struct name_error){.part = first};
	enum name_fault fault = first_of(a, s, first, ref, error);
	if (fault == NAME_UNKNOWN) {
		error->near = nearest(a, s, first);
		while (s->kind == SCOPE_PRESENT)
			s = s->up;
		error->in_elements =
			s->kind == SCOPE_LIST && slot_named(s->shape, first);
	}
	if (fault != NAME_FINE || ref->kind != REF_SLOT)
		return fault == NAME_FINE && dot < name.n ? NAME_NO_PARTS : fault;
	size_t parts = 1;
	for (size_t i = 0; i < name.n; i++)
		parts += name.p[i] == '.';
	unsigned short *way = arena_list(a, parts, unsigned short);
	way[ref->n++] = row_of(ref->scope->shape, ref->slot);
	while (dot < name.n && str_cut(&rest, '.', &part)) {
		struct str before = str_sub(name, 0, (size_t)(part.p - name.p) - 1);
		const struct shape *shape = ref->slot->of;
		fault = part_of(a, s, ref, part, before, error);
		if (fault != NAME_FINE)
			return fault;
		way[ref->n++] = row_of(shape, ref->slot);
	}
	ref->way = way;
	return str_ends(name, STR(".")) ? NAME_UNKNOWN : NAME_FINE;
}
