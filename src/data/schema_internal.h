/*
 * schema_internal.h: what the files schema_*.c share: the table of field kinds, and
 * what a kind's reader is given.
 */
#ifndef DATA_SCHEMA_INTERNAL_H
#define DATA_SCHEMA_INTERNAL_H

#include "data/schema.h"

/* One text on its way to being typed. */
struct scalar {
	struct arena *arena;
	struct diag *diag;
	const struct field *field;
	struct value *v; /* a copy: text is trimmed and not empty; the reader sets text
			    and as */
};

/* The row of a kind: how it is called in the docs, how it is read, how JSON sees it. */
struct kind_row {
	bool (*read)(struct scalar *s); /* false: said. NULL: not a scalar */
	const char *name[2]; /* French, English: what to write, without article */
	const char *example; /* where the field has none */
	const char *json;    /* members of its JSON Schema, or NULL */
};
const struct kind_row *schema_kind(enum field_kind kind);

/* What to show as an example for a field; never empty for a scalar. */
struct str schema_example(const struct field *f);

/* The words of a choice: « fermee », « ouverte ». */
struct str schema_choices(struct arena *a, const struct field *f);

/* Say code at the value with its text (shortened) and the field's example. False. */
bool scalar_refuse(struct scalar *s, enum diag_code code);

/* The same with another cure than the example. */
bool scalar_refuse_with(struct scalar *s, enum diag_code code, struct str cure);

/* Readers of schema_link.c; the others are in schema_scalar.c. */
bool scalar_link(struct scalar *s);
bool scalar_https(struct scalar *s);
bool scalar_path(struct scalar *s);
bool scalar_reference(struct scalar *s);

/* schema_number.c */
bool scalar_integer(struct scalar *s);
bool scalar_decimal(struct scalar *s);
bool scalar_colour(struct scalar *s);

/* schema_scalar.c */
bool scalar_text(struct scalar *s);
bool scalar_lines(struct scalar *s);
bool scalar_yes_no(struct scalar *s);
bool scalar_date(struct scalar *s);
bool scalar_moment(struct scalar *s);
bool scalar_moment_or_hour(struct scalar *s);
bool scalar_hours(struct scalar *s);
bool scalar_day_hours(struct scalar *s);
bool scalar_days(struct scalar *s);
bool scalar_year_day(struct scalar *s);
bool scalar_phone(struct scalar *s);
bool scalar_email(struct scalar *s);
bool scalar_code_insee(struct scalar *s);
bool scalar_siren(struct scalar *s);
bool scalar_choice(struct scalar *s);

/* A text shortened for a message, on one line. */
struct str schema_shown(struct arena *a, struct str s);

/*
 * Schemas reached from the list, each once: those of the list, then those that their
 * fields use, in the order met. For docs and JSON Schemas.
 */
struct schema_list {
	const struct schema **v;
	size_t n, cap;
};
void schema_reach(struct arena *a, struct schema_list *l);

/* The schema of a field's values, through lists and maps; NULL when they are no
 * records. */
const struct schema *schema_of_field(const struct field *f);

#endif
