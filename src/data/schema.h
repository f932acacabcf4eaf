/*
 * schema.h: the fields a file may have, as constant tables. The tables alone make
 * validation with suggestions, the JSON Schemas and docs/format.md.
 */
#ifndef DATA_SCHEMA_H
#define DATA_SCHEMA_H

#include "base/diag.h"
#include "data/value.h"

enum field_kind {
	FIELD_TEXT,           /* one line; a newline in it is a space */
	FIELD_LINES,          /* several lines, kept */
	FIELD_MARKDOWN,       /* a short Markdown text */
	FIELD_INTEGER,        /* as.integer, within min..max (0, 0: any) */
	FIELD_DECIMAL,        /* as.decimal; a comma or a point */
	FIELD_YES_NO,         /* as.yes; oui, non, vrai, faux, yes, no, true, false */
	FIELD_DATE,           /* as.moment, minute -1 */
	FIELD_MOMENT,         /* as.moment; the hour may be absent */
	FIELD_MOMENT_OR_HOUR, /* as.moment; an hour alone: its day is {0} */
	FIELD_HOURS,          /* as.hours */
	/*
	 * as.day_hours: « 9h-12h les semaines paires »; the field's key may be a weekday,
	 * which « le 1er samedi du mois » must name then.
	 */
	FIELD_DAY_HOURS,
	FIELD_DAYS,     /* as.days: « jeudi des semaines paires » */
	FIELD_YEAR_DAY, /* as.year_day: « 1er avril », « avril » */
	FIELD_PHONE,    /* as.phone */
	FIELD_EMAIL,
	FIELD_LINK,      /* https:, http:, mailto:, tel:, or a path of this site */
	FIELD_HTTPS,     /* https: only; `www.x.fr` is completed, with a note */
	FIELD_COLOUR,    /* as.colour; #rgb, #rrggbb, or a French name of the table */
	FIELD_PATH,      /* a file of this source: no "..", no leading '/' */
	FIELD_REFERENCE, /* an identifier: [a-z0-9-], or catalogue/identifier */
	FIELD_CODE_INSEE,
	FIELD_SIREN,  /* 9 or 14 figures, spaces dropped */
	FIELD_CHOICE, /* as.choice; words of `choices`, folded */
	FIELD_LIST,   /* of `of`; one single item may stand for a list of one */
	FIELD_MAP,    /* free keys, folded; every value is `of` */
	FIELD_RECORD, /* the fields of `record` */
	FIELD_ANY,    /* kept as read: checked by whoever knows (ajouter) */
};

struct schema;

struct field {
	const char *key; /* folded: [a-z0-9_]; NULL ends a table */
	enum field_kind kind;
	bool required;
	const struct schema *record; /* FIELD_RECORD */
	const struct field *of;      /* FIELD_LIST, FIELD_MAP: a field without key */
	const char *const *choices;  /* FIELD_CHOICE: words, NULL at the end */
	long min, max; /* INTEGER, DECIMAL: bounds; texts: max characters */
	const char
		*standard; /* what stands when it is not given, for the docs; or NULL */
	const char
		*also; /* other words for it, English ones too: "title name intitule" */
	const char *takes;   /* what people write on a line of its own, and is part of
			      its value: "heure"; or NULL */
	const char *example; /* as typed, or NULL */
	const char *apart;   /* FIELD_LIST: signs that no item has, or NULL */
	const char *help[2]; /* French, English: one sentence, no final stop */
};

struct schema {
	const char *name; /* "page": its section in docs/format.md */
	const char *
		file; /* "pages/ ** .md": where it is written, or "" for a part of another */
	const char *title[2]; /* French, English */
	const struct field *fields;
	const char
		*shorthand; /* a text in place of the record gives this key; or NULL */
};

struct schema_mode {
	bool unknown_is_note; /* a key of a newer catalogue: noted and ignored */
	bool partial;         /* `modifie: oui`: nothing is required */
	bool table;           /* keys are titles of columns: the others are listed */
};

/*
 * A typed copy of map: keys are the schema's own, every field that holds is typed, those
 * that do not are said and left out, unknown keys are said. Nothing in it is of map's memory, but
 * for fields of kind FIELD_ANY. Returns a map even when empty; *ok (may be NULL)
 * is false when an error was said.
 */
const struct value *schema_check(struct arena *a, const struct schema *s,
	const struct value *map, struct schema_mode mode, struct loc whole,
	struct diag *d, bool *ok);

/* The field of a key as typed (folded, or one of `also`), or NULL. */
const struct field *schema_field(const struct schema *s, struct str key);

struct strbuf;
/* docs/format.md: one section per schema of the list, in French with English beside. */
void schema_write_markdown(
	struct strbuf *b, const struct schema *const *list, size_t n);

/* One JSON Schema (draft 2020-12), for editors. */
void schema_write_json(struct strbuf *b, const struct schema *s);

#endif
