/*
 * sheet.c: the bytes of a sheet as typed values. Which sheets there are is kind.c's
 * business, and what stands in for a faulty one is site.c's.
 */
#include "model/sheet.h"

#include "data/csv_read.h"
#include "data/front.h"
#include "data/yaml_read.h"

struct sheet_reader {
	struct arena *arena;
	struct diag *diag;
};

/* A sheet's bytes by its schema; false, said. */
static bool yaml_of_bytes(struct sheet_reader *r, const struct sheet_kind *k,
	struct str bytes, const struct value **out)
{
	struct origin *o = arena_new(r->arena, struct origin);
	o->name = str_of(k->file);
	const struct value *raw = NULL;
	bool ok = true;
	if (!front_text(r->arena, o, bytes, r->diag) ||
		!yaml_read(r->arena, o, 0, o->text, r->diag, &raw))
		return false;
	*out = schema_check(r->arena, k->schema, raw, (struct schema_mode){0},
		(struct loc){o, 1, 0}, r->diag, &ok);
	return ok;
}

/* Every column that must be there is; false, said of the first line. */
static bool has_columns(
	struct sheet_reader *r, const struct schema *s, const struct value *row)
{
	struct loc first = {row->loc.origin, 1, 0};
	for (const struct field *f = s->fields; f->key; f++)
		if (f->required && !value_pair(row, str_of(f->key)))
			return diag_say(r->diag, MSG_TABLE_COLUMN_MISSING, first,
				str_of(f->key), str_of(f->help[LANG_FR]),
				str_of(f->help[LANG_EN]));
	return true;
}

/* One line of a table has what each must have; false, said. */
static bool has_cells(
	struct sheet_reader *r, const struct schema *s, const struct value *row)
{
	for (const struct field *f = s->fields; f->key; f++)
		if (f->required && !value_given(value_get(row, f->key)))
			return diag_say(r->diag, MSG_TABLE_CELL_MISSING, row->loc,
				str_of(f->key), str_of(f->help[LANG_FR]),
				str_of(f->help[LANG_EN]));
	return true;
}

/* A table's bytes, each line by the schema; false, said. */
static bool table_of_bytes(struct sheet_reader *r, const struct sheet_kind *k,
	struct str bytes, const struct value **out)
{
	const struct schema_mode mode = {
		.partial = true, .table = true}; /* what lacks is said here */
	struct origin *o = arena_new(r->arena, struct origin);
	o->name = str_of(k->file);
	const struct value *rows = NULL;
	if (!front_text(r->arena, o, bytes, r->diag) ||
		!csv_read(r->arena, o, r->diag, &rows))
		return false;
	struct value *list = arena_new(r->arena, struct value);
	bool ok = true;
	*list = (struct value){.kind = VALUE_LIST, .typed = true, .loc = rows->loc};
	for (size_t i = 0; i < value_count(rows); i++) {
		const struct value *row = value_at(rows, i);
		bool fine = true;
		const struct value *typed = schema_check(
			r->arena, k->schema, row, mode, row->loc, r->diag, &fine);
		if (i == 0 && fine && !has_columns(r, k->schema, row))
			return false;
		fine = fine && has_cells(r, k->schema, row);
		*list_add(r->arena, &list->list) = typed;
		ok = ok && fine;
	}
	*out = list;
	return ok;
}

bool sheet_read(struct arena *a, const struct sheet_kind *k, struct str bytes,
	struct diag *d, const struct value **out)
{
	struct sheet_reader r = {a, d};
	return (k->table ? table_of_bytes : yaml_of_bytes)(&r, k, bytes, out);
}
