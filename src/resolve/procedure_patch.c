/*
 * procedure_patch.c: what one header or variant changes, as a flat list, and how the
 * list is applied to a procedure being merged. Which file may change what, and in which
 * order files come, is procedure_merge.c's business.
 */
#include "resolve/procedure_internal.h"
#include "text/utf8.h"

/* Keys that steer the merge: no part of what a procedure says. */
static const char *const steering[] = {"pour", "variantes", "modifie", "remplace",
	"masquer", "retirer", "ajouter", "remplacer_texte", NULL};

static bool is_steering(struct str key)
{
	for (size_t i = 0; steering[i]; i++)
		if (str_is(key, steering[i]))
			return true;
	return false;
}

/* The field of a word as typed in retirer or ajouter; NULL when it is none. */
static const struct field *content_field(const struct schema *s, struct str word)
{
	const struct field *f = schema_field(s, word);
	return f && !is_steering(str_of(f->key)) ? f : NULL;
}

static struct str path_of(struct arena *a, struct str key, struct str sub)
{
	if (!sub.n || !key.n)
		return key;
	char *p = arena_text(a, key.n + 1 + sub.n);
	memcpy(p, key.p, key.n);
	p[key.n] = '.';
	memcpy(p + key.n + 1, sub.p, sub.n);
	return (struct str){p, key.n + 1 + sub.n};
}

static void add_change(struct merge *m, struct changes *out, enum change_kind kind,
	struct str key, const struct value *value, struct loc loc)
{
	struct change c = {kind, key, value, loc};
	*list_add(m->arena, out) = c;
}

/* ---- reading ---- */

static void say_unknown_key(struct merge *m, const struct value *word)
{
	struct str_list known = {0};
	for (const struct field *f = schema_demarche.fields; f->key; f++)
		if (!is_steering(str_of(f->key)))
			*list_add(m->arena, &known) = str_of(f->key);
	diag_say(m->diag, MSG_PROCEDURE_KEY_UNKNOWN, word->loc, word->text);
	say_nearest(m->diag, word->loc, word->text, &known);
}

/* retirer: [cout, service, sur_place.telephone] */
static void read_removals(
	struct merge *m, const struct value *patch, struct changes *out)
{
	const struct value *list = value_get(patch, "retirer");
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *word = value_at(list, i);
		size_t dot = str_index(word->text, '.');
		const struct field *f =
			content_field(&schema_demarche, str_sub(word->text, 0, dot));
		const struct field *sub = NULL;
		if (f && dot < word->text.n && f->kind == FIELD_RECORD)
			sub = schema_field(f->record, str_from(word->text, dot + 1));
		if (!f || (dot < word->text.n && !sub)) {
			say_unknown_key(m, word);
			continue;
		}
		if (f->required) {
			diag_say(m->diag, MSG_PROCEDURE_KEY_NEEDED, word->loc,
				str_of(f->key));
			continue;
		}
		struct str key = path_of(
			m->arena, str_of(f->key), str_of(sub ? sub->key : NULL));
		add_change(m, out, CHANGE_REMOVE, key, NULL, word->loc);
	}
}

/* The keys given: maps merge by key, so each of their keys is a change of its own. */
static void read_settings(
	struct merge *m, const struct value *patch, struct changes *out)
{
	for (size_t i = 0; patch && patch->kind == VALUE_MAP && i < patch->map.n; i++) {
		const struct value_pair *p = &patch->map.v[i];
		if (is_steering(p->key) || !value_given(p->value))
			continue;
		if (p->value->kind != VALUE_MAP) {
			add_change(m, out, CHANGE_SET, p->key, p->value, p->value->loc);
			continue;
		}
		for (size_t j = 0; j < p->value->map.n; j++) {
			const struct value_pair *q = &p->value->map.v[j];
			if (value_given(q->value))
				add_change(m, out, CHANGE_SET,
					path_of(m->arena, p->key, q->key), q->value,
					q->value->loc);
		}
	}
}

/* ajouter: { pieces: [Deux photos] }, typed as schema_demarche types the list itself. */
static void read_additions(
	struct merge *m, const struct value *patch, struct changes *out)
{
	const struct value *raw = value_get(patch, "ajouter");
	if (!value_given(raw))
		return;
	if (raw->kind != VALUE_MAP) {
		diag_say(m->diag, MSG_PROCEDURE_ADD_SHAPE, raw->loc);
		return;
	}
	struct value lists = {.kind = VALUE_MAP, .loc = raw->loc};
	for (size_t i = 0; i < raw->map.n; i++) {
		const struct value_pair *p = &raw->map.v[i];
		const struct field *f = schema_field(&schema_demarche, p->key);
		if (f && (f->kind != FIELD_LIST || is_steering(str_of(f->key)))) {
			diag_say(m->diag, MSG_PROCEDURE_ADD_NOT_LIST, p->loc, p->key);
			continue;
		}
		struct value_pair *kept = list_add(m->arena, &lists.map);
		*kept = *p;
		kept->key = f ? str_of(f->key) : p->key;
	}
	bool of_catalogue = raw->loc.origin && raw->loc.origin->layer.n;
	struct schema_mode mode = {.partial = true, .unknown_is_note = of_catalogue};
	const struct value *typed = schema_check(
		m->arena, &schema_demarche, &lists, mode, raw->loc, m->diag, NULL);
	for (size_t i = 0; typed->kind == VALUE_MAP && i < typed->map.n; i++)
		if (value_count(typed->map.v[i].value))
			add_change(m, out, CHANGE_ADD, typed->map.v[i].key,
				typed->map.v[i].value, typed->map.v[i].loc);
}

void changes_read(struct merge *m, const struct value *patch, struct changes *out)
{
	read_removals(m, patch, out);
	read_settings(m, patch, out);
	read_additions(m, patch, out);
}

/* ---- applying ---- */

static void add_step(struct merge *m, struct entry *e, struct str key, struct str layer,
	struct str how, const struct value *value, struct loc loc)
{
	struct procedure_step s = {key, layer, how, value, loc};
	*list_add(m->arena, &e->p.steps) = s;
}

/* The pair of a key in a map of ours, made where it did not exist. */
static struct value_pair *own_pair(struct merge *m, struct value *map, struct str key)
{
	for (size_t i = 0; i < map->map.n; i++)
		if (str_eq(map->map.v[i].key, key))
			return &map->map.v[i];
	struct value_pair *p = list_add(m->arena, &map->map);
	p->key = p->written = key;
	return p;
}

/* The map of ours that a pair holds, made where it held none. */
static struct value *own_record(
	struct merge *m, struct entry *e, struct value_pair *p, struct loc loc)
{
	for (size_t i = 0; i < e->records.n; i++)
		if (e->records.v[i] == p->value)
			return e->records.v[i];
	struct value *v = arena_new(m->arena, struct value);
	v->kind = VALUE_MAP;
	v->typed = true;
	v->loc = loc;
	p->value = v;
	*list_add(m->arena, &e->records) = v;
	return v;
}

static struct value_pair *pair_at(
	struct merge *m, struct entry *e, struct str path, struct loc loc)
{
	size_t dot = str_index(path, '.');
	struct value_pair *p = own_pair(m, e->v, str_sub(path, 0, dot));
	if (dot == path.n)
		return p;
	struct value *record = own_record(m, e, p, loc);
	if (!p->loc.origin)
		p->loc = loc;
	return own_pair(m, record, str_from(path, dot + 1));
}

static void drop_pair(struct value *map, struct str key)
{
	for (size_t i = 0; i < map->map.n; i++) {
		if (!str_eq(map->map.v[i].key, key))
			continue;
		memmove(&map->map.v[i], &map->map.v[i + 1],
			(map->map.n - i - 1) * sizeof *map->map.v);
		map->map.n--;
		return;
	}
}

/* A whole map that goes is told key by key, as it came. */
static void step_removed(struct merge *m, struct entry *e, const struct value_pair *p,
	struct str layer, struct str how, struct loc loc)
{
	if (p->value->kind != VALUE_MAP) {
		add_step(m, e, p->key, layer, how, NULL, loc);
		return;
	}
	for (size_t i = 0; i < p->value->map.n; i++)
		add_step(m, e, path_of(m->arena, p->key, p->value->map.v[i].key), layer,
			how, NULL, loc);
}

void entry_remove(struct merge *m, struct entry *e, struct str key, struct str layer,
	struct str how, struct loc loc)
{
	entry_own(m, e);
	size_t dot = str_index(key, '.');
	const struct value_pair *p = value_pair(e->v, str_sub(key, 0, dot));
	if (!p)
		return;
	if (dot == key.n) {
		step_removed(m, e, p, layer, how, loc);
		drop_pair(e->v, key);
		return;
	}
	if (!value_pair(p->value, str_from(key, dot + 1)))
		return;
	struct value_pair *record = own_pair(m, e->v, p->key);
	add_step(m, e, key, layer, how, NULL, loc);
	drop_pair(own_record(m, e, record, loc), str_from(key, dot + 1));
}

void entry_empty(struct merge *m, struct entry *e, const struct layer *l,
	struct str how, struct loc loc)
{
	entry_own(m, e);
	for (size_t i = 0; i < e->v->map.n; i++)
		step_removed(m, e, &e->v->map.v[i], l->name, how, loc);
	e->v->map.n = 0;
	e->p.texts.n = 0;
	e->masquer = NULL;
}

/* The items of both lists; one that is there already is not said twice. */
static const struct value *joined(
	struct merge *m, const struct value *old, const struct value *more)
{
	struct value *v = arena_new(m->arena, struct value);
	*v = *more;
	v->list.v = NULL;
	v->list.n = v->list.cap = 0;
	const struct value *from[] = {old, more};
	for (size_t i = 0; i < 2; i++) {
		for (size_t j = 0; j < value_count(from[i]); j++) {
			const struct value *item = value_at(from[i], j);
			bool there = false;
			for (size_t k = 0; k < v->list.n && !there; k++)
				there = value_same(v->list.v[k], item);
			if (!there)
				*list_add(m->arena, &v->list) = item;
		}
	}
	return v;
}

static void apply_one(struct merge *m, struct entry *e, const struct layer *l,
	const struct change *c, struct str how)
{
	if (c->kind == CHANGE_REMOVE) {
		entry_remove(m, e, c->key, l->name, STR("retire"), c->loc);
		return;
	}
	struct value_pair *p = pair_at(m, e, c->key, c->loc);
	bool add = c->kind == CHANGE_ADD;
	p->value = add ? joined(m, p->value, c->value) : c->value;
	p->loc = c->loc;
	add_step(m, e, c->key, l->name, add ? STR("ajoute") : how, p->value, c->loc);
}

static bool sets(const struct changes *c, const char *key)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].kind == CHANGE_SET && str_is(c->v[i].key, key))
			return true;
	return false;
}

/*
 * `lien` and `lien_de` are two ways to write one thing: giving one sets the other aside,
 * else the mayor's own `lien` would lose to a catalogue's `lien_de`.
 */
static void apply_link_choice(struct merge *m, struct entry *e, const struct layer *l,
	const struct changes *c, struct str how)
{
	bool link = sets(c, "service.lien"), link_of = sets(c, "service.lien_de");
	if (link != link_of)
		entry_remove(m, e, link ? STR("service.lien_de") : STR("service.lien"),
			l->name, how, c->v[0].loc);
}

void changes_apply(struct merge *m, struct entry *e, const struct layer *l,
	const struct changes *c, struct str how)
{
	if (c->n)
		entry_own(m, e);
	apply_link_choice(m, e, l, c, how);
	for (size_t i = 0; i < c->n; i++)
		apply_one(m, e, l, &c->v[i], how);
}
