/*
 * schema_json.c: one JSON Schema (draft 2020-12), so that an editor helps while typing.
 * It is kinder than schema_check: editors read YAML's own types (12 is a number, oui
 * may be true) and cannot fold keys, so that forms are left to the program.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/escape.h"
#include "text/utf8.h"

static void put_string(struct strbuf *b, const char *s)
{
	strbuf_byte(b, '"');
	escape_json(b, str_of(s));
	strbuf_byte(b, '"');
}

static void put_indent(struct strbuf *b, int depth)
{
	strbuf_byte(b, '\n');
	for (int i = 0; i < depth; i++)
		strbuf_lit(b, "  ");
}

static void put_choices(struct strbuf *b, const struct field *f)
{
	strbuf_lit(b, "\"enum\": [");
	for (size_t i = 0; f->choices[i]; i++) {
		put_string(b, f->choices[i]);
		strbuf_lit(b, ", ");
	}
	strbuf_lit(b, "null]");
}

static void put_reference(struct strbuf *b, const struct schema *s)
{
	strbuf_lit(b, "\"$ref\": \"#/$defs/");
	strbuf_add(b, utf8_slug(b->arena, str_of(s->name)));
	strbuf_byte(b, '"');
}

/* The members that say what a value may be, without braces. */
static void put_value(struct strbuf *b, const struct field *f)
{
	switch (f->kind) {
	case FIELD_RECORD: put_reference(b, f->record); return;
	case FIELD_CHOICE: put_choices(b, f); return;
	case FIELD_LIST:
		/* One single item may stand for a list of one; null is an unfinished
		 * line. */
		strbuf_lit(b, "\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"array\", "
			      "\"items\": {");
		put_value(b, f->of);
		strbuf_lit(b, "}}, {");
		put_value(b, f->of);
		strbuf_lit(b, "}]");
		return;
	case FIELD_MAP:
		strbuf_lit(b, "\"type\": [\"object\", \"null\"], "
			      "\"additionalProperties\": {");
		put_value(b, f->of);
		strbuf_byte(b, '}');
		return;
	default: break;
	}
	const struct kind_row *kind = schema_kind(f->kind);
	if (kind->json)
		strbuf_add(b, str_of(kind->json));
	if (kind->json && f->kind == FIELD_INTEGER && (f->min || f->max))
		strbuf_printf(
			b, ", \"minimum\": %ld, \"maximum\": %ld", f->min, f->max);
	else if (f->max && f->kind <= FIELD_MARKDOWN)
		strbuf_printf(b, ", \"maxLength\": %ld", f->max);
}

static void put_property(struct strbuf *b, const struct field *f, int depth)
{
	put_indent(b, depth);
	put_string(b, f->key);
	strbuf_lit(b, ": {");
	size_t before = b->n;
	put_value(b, f);
	strbuf_add(b,
		b->n > before ? STR(", \"description\": ") : STR("\"description\": "));
	put_string(b, f->help[LANG_FR]);
	if (f->example) {
		strbuf_lit(b, ", \"examples\": [");
		put_string(b, f->example);
		strbuf_byte(b, ']');
	}
	strbuf_byte(b, '}');
}

static void put_required(struct strbuf *b, const struct schema *s, int depth)
{
	const char *before = "\"required\": [";
	for (const struct field *f = s->fields; f->key; f++) {
		if (!f->required)
			continue;
		if (before[0] == '"')
			put_indent(b, depth);
		strbuf_add(b, str_of(before));
		put_string(b, f->key);
		before = ", ";
	}
	if (before[0] == ',')
		strbuf_lit(b, "],");
}

/* The members of an object schema, without braces. */
static void put_object(struct strbuf *b, const struct schema *s, bool whole, int depth)
{
	put_indent(b, depth);
	strbuf_lit(b, "\"title\": ");
	put_string(b, s->title[LANG_FR]);
	strbuf_byte(b, ',');
	put_indent(b, depth);
	strbuf_add(b, whole ? STR("\"type\": \"object\",")
		      : s->shorthand
			      ? STR("\"type\": [\"object\", \"string\", \"null\"],")
			      : STR("\"type\": [\"object\", \"null\"],"));
	put_required(b, s, depth);
	put_indent(b, depth);
	strbuf_lit(b, "\"additionalProperties\": false,");
	put_indent(b, depth);
	strbuf_lit(b, "\"properties\": {");
	for (const struct field *f = s->fields; f->key; f++) {
		if (f != s->fields)
			strbuf_byte(b, ',');
		put_property(b, f, depth + 1);
	}
	put_indent(b, depth);
	strbuf_byte(b, '}');
}

static void put_definitions(struct strbuf *b, const struct schema_list *all)
{
	strbuf_lit(b, ",\n  \"$defs\": {");
	for (size_t i = 0; i < all->n; i++) {
		if (i)
			strbuf_byte(b, ',');
		put_indent(b, 2);
		strbuf_byte(b, '"');
		strbuf_add(b, utf8_slug(b->arena, str_of(all->v[i]->name)));
		strbuf_lit(b, "\": {");
		put_object(b, all->v[i], false, 3);
		put_indent(b, 2);
		strbuf_byte(b, '}');
	}
	strbuf_lit(b, "\n  }");
}

void schema_write_json(struct strbuf *b, const struct schema *s)
{
	struct schema_list all = {0};
	*list_add(b->arena, &all) = s;
	schema_reach(b->arena, &all);
	bool recursive = false;
	for (size_t i = 0; i < all.n; i++)
		for (const struct field *f = all.v[i]->fields; f->key; f++)
			recursive |= schema_of_field(f) == s;
	strbuf_lit(b,
		"{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",");
	put_object(b, s, true, 1);
	/* The schema itself is a definition only where one of its fields leads back to
	 * it. */
	if (!recursive) {
		all.v++;
		all.n--;
	}
	if (all.n)
		put_definitions(b, &all);
	strbuf_lit(b, "\n}\n");
}
