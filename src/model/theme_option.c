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

struct str theme_option_text(
	struct arena *a, struct str kind, const struct value *v, struct diag *d)
{
	const struct field fields[] = {
		{.key = "valeur", .kind = kinds[kind_of(kind)].kind}, {0}};
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
