/*
 * schema_write.c: docs/format.md out of the tables, in French with the English beside.
 * The JSON Schemas are schema_json.c's.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/utf8.h"

/* A text in a cell of a table: a bar would end the cell, a newline the row. */
static void put_cell(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '|')
			strbuf_lit(b, "\\|");
		else if (s.p[i] == '\n')
			strbuf_lit(b, " ");
		else
			strbuf_byte(b, s.p[i]);
	}
}

/* As code, where a newline is shown as people would type it in quotes. */
static void put_code(struct strbuf *b, struct str s)
{
	strbuf_byte(b, '`');
	for (struct str line; str_cut(&s, '\n', &line);) {
		put_cell(b, line);
		if (s.n)
			strbuf_lit(b, "\\n");
	}
	strbuf_byte(b, '`');
}

static void put_section_link(struct strbuf *b, const struct schema *s)
{
	strbuf_printf(b, "[%s](#", s->title[LANG_FR]);
	strbuf_add(b, utf8_slug(b->arena, str_of(s->name)));
	strbuf_lit(b, ")");
}

static void put_bounds(struct strbuf *b, const struct field *f)
{
	bool number = f->kind == FIELD_INTEGER || f->kind == FIELD_DECIMAL;
	if (number && (f->min || f->max))
		strbuf_printf(b, ", de %ld à %ld", f->min, f->max);
	else if (!number && f->max)
		strbuf_printf(b, ", %ld caractères au plus", f->max);
}

/* « liste de : texte »; a record leads to its section. */
static void put_kind(struct strbuf *b, const struct field *f)
{
	for (; f->kind == FIELD_LIST || f->kind == FIELD_MAP; f = f->of) {
		strbuf_add(b, str_of(schema_kind(f->kind)->name[LANG_FR]));
		strbuf_lit(b, " : ");
	}
	if (f->kind == FIELD_RECORD) {
		put_section_link(b, f->record);
		return;
	}
	strbuf_add(b, str_of(schema_kind(f->kind)->name[LANG_FR]));
	if (f->kind == FIELD_CHOICE) {
		for (size_t i = 0; f->choices[i]; i++)
			strbuf_printf(b, "%s`%s`", i ? ", " : " ", f->choices[i]);
		return;
	}
	put_bounds(b, f);
}

static void put_field(struct strbuf *b, const struct field *f)
{
	strbuf_printf(b, "| `%s` | ", f->key);
	put_kind(b, f);
	strbuf_printf(b, " | %s | ", f->required ? "oui" : "");
	put_cell(b, str_of(f->help[LANG_FR]));
	if (f->standard) {
		strbuf_lit(b, " (sinon : ");
		put_cell(b, str_of(f->standard));
		strbuf_lit(b, ")");
	}
	strbuf_lit(b, " | ");
	if (f->example)
		put_code(b, str_of(f->example));
	strbuf_lit(b, " | ");
	put_cell(b, str_of(f->help[LANG_EN]));
	strbuf_lit(b, " |\n");
}

static void put_section(struct strbuf *b, const struct schema *s)
{
	/* The anchor is written: the titles' own ones differ from one git host to the
	 * next. */
	strbuf_lit(b, "\n<a id=\"");
	strbuf_add(b, utf8_slug(b->arena, str_of(s->name)));
	strbuf_printf(
		b, "\"></a>\n\n## %s\n\n*%s*\n", s->title[LANG_FR], s->title[LANG_EN]);
	if (s->file && s->file[0])
		strbuf_printf(b, "\nFichier : `%s`\n", s->file);
	strbuf_lit(b, "\n| clé | nature | obligatoire | ce que c’est | exemple | in "
		      "English |\n"
		      "|---|---|---|---|---|---|\n");
	for (const struct field *f = s->fields; f->key; f++)
		put_field(b, f);
}

void schema_write_markdown(struct strbuf *b, const struct schema *const *list, size_t n)
{
	struct schema_list all = {0};
	for (size_t i = 0; i < n; i++)
		*list_add(b->arena, &all) = list[i];
	schema_reach(b->arena, &all);
	for (size_t i = 0; i < all.n; i++)
		put_section(b, all.v[i]);
}
