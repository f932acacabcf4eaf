/*
 * theme_option.c: see theme_option.h. A schema of one field reads the value, so that its
 * messages are those of every other file.
 */
#include "model/theme_option.h"

#include "data/schema.h"

static const struct {
	const char *name;
	enum field_kind kind;
} kinds[] = {
	{"couleur", FIELD_COLOUR},
	{"nombre", FIELD_INTEGER},
	{"image", FIELD_PATH},
};
#define KINDS (sizeof kinds / sizeof *kinds)

static size_t kind_of(struct str name)
{
	size_t i = 0;
	while (i < KINDS && !str_is(name, kinds[i].name))
		i++;
	return i;
}

bool theme_option_is_typed(struct str kind)
{
	return kind_of(kind) < KINDS;
}

bool theme_option_bounds(const struct value *option, long *least, long *most)
{
	const struct value *bounds = value_get(option, "bornes");
	if (value_count(bounds) != 2)
		return false;
	*least = (long)value_at(bounds, 0)->as.integer;
	*most = (long)value_at(bounds, 1)->as.integer;
	return *least < *most;
}

struct str theme_option_text(struct arena *a, const struct value *option,
	const struct value *v, struct diag *d)
{
	struct field fields[] = {
		{.key = "valeur",
			.kind = kinds[kind_of(value_text(option, "genre"))].kind},
		{0}};
	long least, most;
	if (fields->kind == FIELD_INTEGER &&
		theme_option_bounds(option, &least, &most)) {
		fields->min = least;
		fields->max = most;
	}
	const struct schema schema = {.name = "option_de_theme", .fields = fields};
	struct value_pair pair = {.key = STR("valeur"),
		.written = STR("valeur"),
		.loc = v->loc,
		.value = v};
	const struct value map = {
		.kind = VALUE_MAP, .loc = v->loc, .map = {.v = &pair, .n = 1}};
	const struct value *typed = schema_check(
		a, &schema, &map, (struct schema_mode){0}, v->loc, d, NULL);
	return value_text(typed, "valeur");
}
