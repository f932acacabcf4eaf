/*
 * diag.h: messages. Collects what is said about a commune's files and writes it for
 * people (excerpt and caret) or for programs (one JSON object a line). Every message
 * is a row of messages.def, which holds its code, its band and both its texts.
 *
 * Say a thing where its place is known; callers above only return false:
 *
 *	diag_say(d, MSG_DATE_IMPOSSIBLE, value->loc, value->text);
 *	diag_also(d, MSG_NOTE_FIRST_HERE, first->loc);     // a second place
 *
 * The texts hold {1}, {2}... for the arguments, which are struct str. A text may carry a
 * cure after the sentence: "what is wrong" and "what to write" are two columns.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "base/loc.h"

struct strbuf;

/* In rising order of gravity. DIAG_NOTE only adds a second place, or tells what was done. */
enum diag_band { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_FATAL };

enum diag_lang { LANG_FR, LANG_EN };

enum diag_code {
#define M(id, code, band, fr, fr_cure, en, en_cure) MSG_##id,
#include "base/messages.def"
#undef M
	MSG_COUNT
};

/* One row of messages.def. Cures are "" where the sentence is enough. */
struct diag_row {
	const char *code; /* stable, as typed to `tambour explain`: "date-impossible" */
	enum diag_band band;
	const char *text[2], *cure[2]; /* by enum diag_lang */
};
const struct diag_row *diag_row(enum diag_code code);

/* The row under a stable code, or NULL. */
const struct diag_row *diag_row_named(struct str code);

#define DIAG_ARGS 4

struct diag_message {
	enum diag_code code;
	enum diag_band band; /* of its row, or raised by diag->strict at printing */
	struct loc loc;
	struct str arg[DIAG_ARGS];
	bool also; /* belongs to the message before it */
};

struct diag {
	struct arena *arena; /* owns messages and copies of their arguments */
	struct {
		struct diag_message *v;
		size_t n, cap;
	} list;
	size_t count[4]; /* by band; `also` rows are not counted */
	bool muted;      /* what is said is dropped (and not counted) while true */
};

static inline struct diag diag_on(struct arena *a)
{
	return (struct diag){.arena = a};
}

/*
 * Say one message: arguments are copied. Returns false, so that a reader can write
 * `return diag_say(...)`. At most DIAG_ARGS arguments.
 */
bool diag_add(struct diag *d, enum diag_code code, bool also, struct loc loc,
	const struct str *args, size_t n);
#define diag_say(d, code, ...) DIAG_SAY_(d, code, false, __VA_ARGS__, {0})
#define diag_also(d, code, ...) DIAG_SAY_(d, code, true, __VA_ARGS__, {0})
#define DIAG_SAY_(d, code, also, loc, ...)                                             \
	diag_add((d), (code), (also), (loc), (const struct str[]){__VA_ARGS__},        \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str) - 1)

/* Say all that was said to another, in its order; arguments are copied. */
void diag_append(struct diag *d, const struct diag *from);

/*
 * An argument for an errno value: it carries the number, and becomes words (those of
 * file_error_text) when the message is printed, in the language it is printed in.
 */
struct str diag_errno(const struct diag *d, int e);

/* True when something of at least this band was said. */
bool diag_has(const struct diag *d, enum diag_band band);

/*
 * Bytes of a stranger, for a terminal: signs that would ring, colour, move the cursor or
 * turn the order of letters become one mark each, a tab one blank. What a message quotes
 * goes through it.
 */
void diag_quote(struct strbuf *b, struct str s);

/* The line of a place with a caret under its column; nothing where it has no line. */
void diag_excerpt(struct strbuf *b, const struct loc *l);

/* The sentence of message i (its cure after it, on request) in one language. */
struct str diag_sentence(
	struct arena *a, const struct diag_message *m, enum diag_lang l);
struct str diag_cure(struct arena *a, const struct diag_message *m, enum diag_lang l);

struct diag_style {
	enum diag_lang lang;
	bool json;            /* one JSON object a line, no excerpt */
	bool colour;          /* ANSI colours, for a terminal */
	bool strict;          /* warnings are shown as errors */
	enum diag_band least; /* nothing below this band is written */
};

/*
 * Errors said since `from` (list.n, then) are warnings: of what they are about, something
 * else stands.
 */
void diag_soften(struct diag *d, size_t from);

/*
 * What is wrong in the files of a layer (origin.layer) is not for the reader to mend: its
 * errors become warnings, each with `note` behind it, whose argument is the layer's name.
 */
void diag_spare(struct diag *d, struct str layer, enum diag_code note);

/* So many messages of one code are shown for one file; the cure is learnt by then. */
#define DIAG_SAME_MAX 20

/*
 * Sort by file, line, column, keeping `also` rows behind theirs; then drop repeats.
 * Beyond DIAG_SAME_MAX of one code in one file the rest is one line that says how many
 * more, at the place of the first of them; `count` keeps them all.
 */
void diag_sort(struct diag *d);

/* Write all messages in order. */
void diag_print(const struct diag *d, const struct diag_style *style, FILE *out);

#endif
