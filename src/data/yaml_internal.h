/*
 * yaml_internal.h: what yaml_read.c, yaml_text.c and yaml_diagnose.c share. libyaml's
 * types stay in yaml_read.c: the others see lines, rows and places.
 */
#ifndef DATA_YAML_INTERNAL_H
#define DATA_YAML_INTERNAL_H

#include "base/diag.h"

/* One line of the YAML text, without its newline. */
struct yaml_line {
	struct str s;
	size_t at;    /* bytes of the text before it */
	size_t chars; /* characters of the text before it, in which libyaml counts */
};

/* The text being read, cut in lines, and where it stands in its file. */
struct yaml_text {
	struct arena *arena;
	const struct origin *origin;
	struct diag *diag;
	struct str s;
	size_t offset;    /* of s in origin->text */
	struct loc first; /* of its first character */
	struct yaml_line *line;
	size_t n; /* lines: at least 1 */
	/* Bytes before the characters 0, YAML_STRIDE, 2 * YAML_STRIDE...: thousands of
	 * places on one long line must not each be counted from its beginning. */
	size_t *mark, marks;
};
#define YAML_STRIDE 256

/* A place in a yaml_text. */
struct yaml_spot {
	size_t line; /* index, < n */
	size_t byte; /* in the line, up to its size */
};

struct yaml_text yaml_text_of(
	struct arena *a, struct loc first, size_t offset, struct str s, struct diag *d);

/* The place of the character numbered `chars` (from 0); beyond the end is the end. */
struct yaml_spot yaml_spot_of(const struct yaml_text *t, size_t chars);
struct loc yaml_spot_loc(const struct yaml_text *t, struct yaml_spot s);
static inline struct loc yaml_loc(const struct yaml_text *t, size_t chars)
{
	return yaml_spot_loc(t, yaml_spot_of(t, chars));
}

/*
 * A line as its writer saw it:  <indent>- key: value  # remark
 * Offsets are in bytes of the line. Without a key, colon and value are the line's size.
 */
struct yaml_row {
	struct str s;
	size_t indent;        /* blanks before anything */
	size_t body;          /* after the blanks and the dashes of list items */
	bool dash;            /* a list item begins on it */
	bool blank;           /* nothing but blanks or a remark */
	struct str key, rest; /* as written; rest is the value without its remark */
	size_t colon, value;
};
struct yaml_row yaml_row_of(struct str line);

/* The nearest line above `line` that is not blank; false when there is none. */
bool yaml_row_above(const struct yaml_text *t, size_t line, size_t *above);

/* Offset of the byte after the quoted text that begins at `at`; s.n + 1: never closed.
 */
size_t yaml_quote_end(struct str s, size_t at);

/* value in quotes of the kind that needs the least inside; long ones are shortened. */
struct str yaml_quoted(struct arena *a, struct str value);

/* What to write instead of the row: its key, then value in quotes. */
struct str yaml_row_quoted(struct arena *a, const struct yaml_row *r, struct str value);

/* What libyaml stumbled over, in our places. Texts are libyaml's own, may be NULL. */
struct yaml_fault {
	const struct yaml_text *t;
	const char *problem, *context;
	struct yaml_spot at;   /* where it gave up */
	struct yaml_spot from; /* where that began; at, when libyaml does not say */
};

/* Say in plain words what is most likely wrong. Always says exactly one error. */
void yaml_diagnose(const struct yaml_fault *f);

/* The rules of yaml_diagnose_lines.c: true when one found its mistake and said it. */
bool yaml_rule_colon(const struct yaml_fault *f);
bool yaml_rule_no_colon(const struct yaml_fault *f);
bool yaml_rule_indent(const struct yaml_fault *f);
bool yaml_rule_last(const struct yaml_fault *f);

/* Where a line of merge conflict (<<<<<<< or >>>>>>>) begins; s.n when none does. */
size_t yaml_conflict(struct str s);

/* Say at `spot` that the item is glued to its dash, or has another sign for it. */
void yaml_say_dash(const struct yaml_text *t, struct yaml_spot spot);

/* Bytes of the sign a list item begins with where it should be "- "; 0: none. */
size_t yaml_dash_glued(struct str body);

/* Control characters, newline and tab apart: no text of a site holds them. */
static inline bool yaml_is_control(unsigned c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

/* Offset of the first control character, and which; s.n when there is none. */
size_t yaml_control(struct str s, unsigned *which);

#endif
