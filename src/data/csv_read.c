/*
 * csv_read.c: one walk over the bytes of a table, cell by cell, lines and columns counted
 * on the way. It types nothing.
 */
#include "data/csv_read.h"

#include "base/strbuf.h"
#include "text/utf8.h"

struct csv {
	struct arena *arena;
	const struct origin *origin;
	struct diag *diag;
	struct str text;
	const struct sign *apart;
	size_t at;
	unsigned line;
	size_t line_start;
};

struct cell {
	struct str text;
	struct loc loc;
	bool quoted;
};

struct line {
	struct cell *v;
	size_t n, cap;
};

/* What parts cells, and how it is called. */
static const struct sign {
	char byte;
	const char *name[2];
} signs[] = {
	{';', {"points-virgules", "semicolons"}},
	{',', {"virgules", "commas"}},
	{'\t', {"tabulations", "tabs"}},
};

static size_t count_of(struct str s, const struct sign *sign)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == sign->byte;
	return n;
}

/* The sign that a line has most of. */
static const struct sign *sign_of(struct str line)
{
	const struct sign *sign = signs;
	size_t most = 0;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t n = count_of(line, &signs[i]);
		if (n > most) {
			most = n;
			sign = &signs[i];
		}
	}
	return sign;
}

static struct loc here(const struct csv *c)
{
	unsigned column = 1;
	for (size_t at = c->line_start; at < c->at; column++)
		utf8_next(c->text, &at);
	return (struct loc){c->origin, c->line, column};
}

static void pass_line_end(struct csv *c)
{
	c->at++;
	c->line++;
	c->line_start = c->at;
}

/* Behind the opening quote; false, said, when no other one closes it. */
static bool read_quoted(struct csv *c, struct cell *out)
{
	struct strbuf b = strbuf_on(c->arena);
	for (c->at++; c->at < c->text.n;) {
		char x = c->text.p[c->at];
		bool twice = x == '"' && c->at + 1 < c->text.n &&
			     c->text.p[c->at + 1] == '"';
		if (x == '"' && !twice) {
			c->at++;
			out->text = str_trim(strbuf_str(&b));
			return true;
		}
		strbuf_byte(&b, x == '\n' ? ' ' : x);
		if (x == '\n')
			pass_line_end(c);
		else
			c->at += twice ? 2 : 1;
	}
	return diag_say(c->diag, MSG_TABLE_QUOTE, out->loc);
}

static bool read_cell(struct csv *c, struct cell *out)
{
	while (c->at < c->text.n && c->text.p[c->at] == ' ')
		c->at++;
	out->loc = here(c);
	out->quoted = c->at < c->text.n && c->text.p[c->at] == '"';
	if (out->quoted && !read_quoted(c, out))
		return false;
	size_t from = c->at;
	while (c->at < c->text.n && c->text.p[c->at] != c->apart->byte &&
		c->text.p[c->at] != '\n')
		c->at++;
	struct str rest = str_trim(str_sub(c->text, from, c->at));
	if (!out->quoted)
		out->text = rest;
	else if (rest.n)
		return diag_say(c->diag, MSG_TABLE_QUOTE, out->loc);
	return true;
}

static bool read_line(struct csv *c, struct line *out)
{
	out->n = 0;
	for (;;) {
		struct cell cell = {{0}, {0}, false};
		if (!read_cell(c, &cell))
			return false;
		*list_add(c->arena, out) = cell;
		bool more = c->at < c->text.n && c->text.p[c->at] == c->apart->byte;
		if (!more)
			break;
		c->at++;
	}
	if (c->at < c->text.n)
		pass_line_end(c);
	while (out->n && !out->v[out->n - 1].text.n)
		out->n--; /* spreadsheets end lines with empty cells */
	return true;
}

/* The names: their cells become the folded keys. */
static bool check_names(struct csv *c, const struct line *names, struct str *keys)
{
	if (names->n > CSV_MAX_COLUMNS)
		return diag_say(c->diag, MSG_TABLE_TOO_WIDE, names->v[0].loc,
			str_printf(c->arena, "%d", CSV_MAX_COLUMNS));
	for (size_t i = 0; i < names->n; i++) {
		const struct cell *x = &names->v[i];
		keys[i] = utf8_fold_key(c->arena, x->text);
		if (!keys[i].n)
			return diag_say(c->diag, MSG_TABLE_NO_NAME, x->loc);
		for (size_t k = 0; k < i; k++)
			if (str_eq(keys[i], keys[k]))
				return diag_say(
					c->diag, MSG_TABLE_NAME_TWICE, x->loc, x->text);
	}
	return true;
}

static const struct value *row_of(struct csv *c, const struct line *names,
	const struct str *keys, const struct line *cells)
{
	struct value *row = arena_new(c->arena, struct value);
	row->kind = VALUE_MAP;
	row->loc = (struct loc){c->origin, cells->v[0].loc.line, 0};
	for (size_t i = 0; i < names->n; i++) {
		struct value *v = arena_new(c->arena, struct value);
		v->loc = row->loc;
		if (i < cells->n && cells->v[i].text.n) {
			v->kind = VALUE_TEXT;
			v->text = cells->v[i].text;
			v->quoted = cells->v[i].quoted;
			v->loc = cells->v[i].loc;
		}
		*list_add(c->arena, &row->map) = (struct value_pair){
			keys[i], names->v[i].text, names->v[i].loc, v};
	}
	return row;
}

/* A line pasted from another table has more of its sign, the first cell too. */
static bool is_parted_alike(struct csv *c, const struct line *names, struct cell first)
{
	if (first.quoted || names->n < 2 || !count_of(first.text, sign_of(first.text)))
		return true;
	const struct sign *other = sign_of(origin_line(c->origin, first.loc.line));
	if (other == c->apart || !count_of(first.text, other))
		return true;
	return diag_say(c->diag, MSG_TABLE_OTHER_SIGN, first.loc,
		str_of(other->name[LANG_FR]), str_of(c->apart->name[LANG_FR]),
		str_of(other->name[LANG_EN]), str_of(c->apart->name[LANG_EN]));
}

static bool read_rows(struct csv *c, const struct line *names, const struct str *keys,
	struct value *out)
{
	struct line cells = {0};
	while (c->at < c->text.n) {
		if (!read_line(c, &cells))
			return false;
		if (!cells.n)
			continue;
		struct loc loc = {c->origin, cells.v[0].loc.line, 0};
		if (!is_parted_alike(c, names, cells.v[0]))
			return false;
		if (cells.n > names->n)
			return diag_say(c->diag, MSG_TABLE_ROW_LONG,
				cells.v[names->n].loc,
				str_printf(c->arena, "%zu", cells.n),
				str_printf(c->arena, "%zu", names->n));
		if (out->list.n == CSV_MAX_LINES)
			return diag_say(c->diag, MSG_TABLE_TOO_LONG, loc,
				str_printf(c->arena, "%d", CSV_MAX_LINES));
		*list_add(c->arena, &out->list) = row_of(c, names, keys, &cells);
	}
	return true;
}

bool csv_read(struct arena *a, const struct origin *o, struct diag *d,
	const struct value **out)
{
	struct csv c = {a, o, d, o->text,
		sign_of(str_sub(o->text, 0, str_index(o->text, '\n'))), 0, 1, 0};
	struct value *list = arena_new(a, struct value);
	struct line names = {0};
	struct str keys[CSV_MAX_COLUMNS];
	list->kind = VALUE_LIST;
	list->loc = (struct loc){o, 1, 0};
	while (c.at < c.text.n && !names.n)
		if (!read_line(&c, &names))
			return false;
	if (names.n &&
		(!check_names(&c, &names, keys) || !read_rows(&c, &names, keys, list)))
		return false;
	*out = list;
	return true;
}
