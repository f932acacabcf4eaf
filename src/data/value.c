/*
 * value.c: looking into values. Nothing here makes or changes one: yaml_read.c makes
 * them, schema_check.c makes typed copies.
 */
#include "data/value.h"

const struct value_pair *value_pair(const struct value *v, struct str key)
{
	if (!v || v->kind != VALUE_MAP)
		return NULL;
	/* Most keys differ in size or in their first byte: few are compared whole. */
	for (size_t i = 0; i < v->map.n; i++) {
		struct str k = v->map.v[i].key;
		if (k.n == key.n && (!k.n || (k.p[0] == key.p[0] && str_eq(k, key))))
			return &v->map.v[i];
	}
	return NULL;
}

struct str value_text(const struct value *v, const char *key)
{
	const struct value *found = value_get(v, key);
	return found && found->kind == VALUE_TEXT ? found->text : (struct str){0};
}

bool value_yes(const struct value *v, const char *key, bool otherwise)
{
	const struct value *found = value_get(v, key);
	return found && found->kind == VALUE_TEXT && found->typed ? found->as.yes
								  : otherwise;
}

size_t value_count(const struct value *list)
{
	return list && list->kind == VALUE_LIST ? list->list.n : 0;
}

const struct value *value_at(const struct value *list, size_t i)
{
	return i < value_count(list) ? list->list.v[i] : NULL;
}

static bool same_lists(const struct value *a, const struct value *b)
{
	if (a->list.n != b->list.n)
		return false;
	for (size_t i = 0; i < a->list.n; i++)
		if (!value_same(a->list.v[i], b->list.v[i]))
			return false;
	return true;
}

/* Keys differ within a map, so equal sizes and every key found mean the same keys. */
static bool same_maps(const struct value *a, const struct value *b)
{
	if (a->map.n != b->map.n)
		return false;
	for (size_t i = 0; i < a->map.n; i++) {
		const struct value_pair *other = value_pair(b, a->map.v[i].key);
		if (!other || !value_same(a->map.v[i].value, other->value))
			return false;
	}
	return true;
}

bool value_same(const struct value *a, const struct value *b)
{
	if (!value_given(a) || !value_given(b))
		return value_given(a) == value_given(b);
	if (a->kind != b->kind)
		return false;
	switch (a->kind) {
	case VALUE_LIST: return same_lists(a, b);
	case VALUE_MAP: return same_maps(a, b);
	default: return str_eq(a->text, b->text);
	}
}
