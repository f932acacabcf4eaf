/*
 * yaml_read.c: libyaml's events to a tree of values. Places are converted once, here;
 * what a mistake means is yaml_diagnose.c's business.
 *
 *	document: node
 *	node:     text | list of nodes | map of (text, node), no key twice
 *
 * Any error makes the whole text unreadable, yet reading goes on after a key given
 * twice, so that one run tells them all.
 */
#include "data/yaml_read.h"

#include <yaml.h>

#include "base/map.h"
#include "data/yaml_internal.h"
#include "text/utf8.h"

struct reader {
	struct yaml_text t; /* its arena ends with the reading */
	struct arena *keep; /* for the values */
	yaml_parser_t parser;
	unsigned nodes;
	bool failed; /* something was said that does not stop reading */
};

static struct loc place(const struct reader *r, yaml_mark_t mark)
{
	return yaml_loc(&r->t, mark.index);
}

static bool say_fault(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	if (p->error == YAML_MEMORY_ERROR)
		arena_exhausted();
	if (p->error == YAML_READER_ERROR) {
		/* libyaml's own offset is in bytes here, and there is no mark. */
		struct loc l = loc_at(r->t.origin, r->t.offset + p->problem_offset);
		return diag_say(r->t.diag, MSG_YAML_BYTES, l);
	}
	struct yaml_fault f = {&r->t, p->problem, p->context, {0}, {0}};
	f.at = yaml_spot_of(&r->t, p->problem_mark.index);
	f.from = p->context ? yaml_spot_of(&r->t, p->context_mark.index) : f.at;
	yaml_diagnose(&f);
	return false;
}

static bool next(struct reader *r, yaml_event_t *e)
{
	return yaml_parser_parse(&r->parser, e) || say_fault(r);
}

/* The rest of the line at mark: what a person takes for the value. */
static struct str rest_of_line(const struct reader *r, yaml_mark_t mark)
{
	struct yaml_spot s = yaml_spot_of(&r->t, mark.index);
	return str_trim(str_from(r->t.line[s.line].s, s.byte));
}

/* Anchors and tags are marks of YAML that nobody in a town hall means. */
static bool refuse_marks(struct reader *r, const yaml_event_t *e,
	const unsigned char *tag, const unsigned char *anchor)
{
	if (!tag && !anchor)
		return true;
	struct str typed = rest_of_line(r, e->start_mark);
	return diag_say(r->t.diag, tag ? MSG_YAML_TAG : MSG_YAML_ANCHOR,
		place(r, e->start_mark), str_sub(typed, 0, str_index(typed, ' ')),
		yaml_quoted(r->t.arena, typed));
}

static bool refuse_alias(struct reader *r, const yaml_event_t *e)
{
	struct str typed = rest_of_line(r, e->start_mark);
	return diag_say(r->t.diag, MSG_YAML_ALIAS, place(r, e->start_mark),
		str_sub(typed, 0, str_index(typed, ' ')),
		yaml_quoted(r->t.arena, typed));
}

/* `-item` on a line of its own is text for YAML, and a list for who wrote it. */
static bool refuse_glued_dash(struct reader *r, const yaml_event_t *e)
{
	struct yaml_spot s = yaml_spot_of(&r->t, e->start_mark.index);
	struct str line = r->t.line[s.line].s;
	if (str_trim(str_sub(line, 0, s.byte)).n ||
		!yaml_dash_glued(str_from(line, s.byte)))
		return true;
	yaml_say_dash(&r->t, s);
	return false;
}

/*
 * `"C:\bureau"`, `"Mairie\Le Bourg"`: signs of control and rare separators for YAML,
 * that nobody types on purpose. "\n", "\t" and "\u00e9" may be meant.
 */
static bool refuse_escape(struct reader *r, const yaml_event_t *e)
{
	struct yaml_spot from = yaml_spot_of(&r->t, e->start_mark.index);
	struct yaml_spot to = yaml_spot_of(&r->t, e->end_mark.index);
	struct yaml_spot s = from;
	for (; s.line <= to.line; s.line++, s.byte = 0) {
		struct str line = r->t.line[s.line].s;
		size_t end = s.line == to.line ? to.byte : line.n;
		for (; s.byte + 1 < end; s.byte++) {
			if (line.p[s.byte] != '\\')
				continue;
			if (memchr("0abefrvLNP_", line.p[s.byte + 1], 11)) {
				struct yaml_fault f = {&r->t,
					"unknown escape character", NULL, s, from};
				yaml_diagnose(&f);
				return false;
			}
			s.byte++;
		}
	}
	return true;
}

static bool holds_command(struct str s)
{
	for (size_t i = 0; i < s.n;)
		if (utf8_is_command(utf8_next(s, &i)))
			return true;
	return false;
}

/*
 * `titre: Travaux, lot #3`: what follows a blank is a remark for YAML. With a blank behind
 * the sign it is one for people too.
 */
static void say_cut(struct reader *r, const yaml_event_t *e)
{
	struct yaml_spot s = yaml_spot_of(&r->t, e->end_mark.index);
	struct str line = r->t.line[s.line].s;
	size_t at = s.byte;
	while (at < line.n && ascii_blank(line.p[at]))
		at++;
	if (at == s.byte || at + 1 >= line.n || line.p[at] != '#' ||
		ascii_blank(line.p[at + 1]) || line.p[at + 1] == '#')
		return;
	diag_say(r->t.diag, MSG_YAML_CUT,
		yaml_loc(&r->t, e->end_mark.index + (at - s.byte)),
		str_trim(str_from(line, at)),
		yaml_quoted(r->t.arena, rest_of_line(r, e->start_mark)));
}

static bool read_text(struct reader *r, const yaml_event_t *e, struct value *v)
{
	const char *bytes = (const char *)e->data.scalar.value;
	if (e->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE &&
		!refuse_escape(r, e))
		return false;
	v->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	v->text = str_dup(r->keep, (struct str){bytes, e->data.scalar.length});
	v->kind = v->text.n || v->quoted ? VALUE_TEXT : VALUE_NONE;
	/* "\u0000" and the like: escapes are the only way for them to come in. */
	if (v->quoted && holds_command(v->text))
		return diag_say(r->t.diag, MSG_YAML_BYTES, place(r, e->start_mark));
	if (v->kind == VALUE_TEXT && !v->quoted)
		say_cut(r, e);
	return v->quoted || refuse_glued_dash(r, e);
}

static bool read_node(
	struct reader *r, const yaml_event_t *e, int depth, const struct value **out);

/* A list that grew in passing memory, as long as it is. */
static void *kept(struct reader *r, const void *v, size_t n, size_t size)
{
	return n ? memcpy(arena_array(r->keep, n, size), v, n * size) : NULL;
}

static bool read_items(struct reader *r, int depth, struct value *v)
{
	for (bool more = true, ok = true; more; ok = true) {
		yaml_event_t e;
		const struct value *item = NULL;
		if (!next(r, &e))
			return false;
		more = e.type != YAML_SEQUENCE_END_EVENT;
		if (more)
			ok = read_node(r, &e, depth + 1, &item);
		yaml_event_delete(&e);
		if (!ok)
			return false;
		if (item)
			*list_add(r->t.arena, &v->list) = item;
	}
	v->list.v = kept(r, v->list.v, v->list.n, sizeof *v->list.v);
	v->list.cap = v->list.n;
	return true;
}

/* A key from its event; false (said) when it is no plain word. */
static bool read_key(struct reader *r, const yaml_event_t *e, struct value_pair *pair)
{
	pair->loc = place(r, e->start_mark);
	if (e->type == YAML_ALIAS_EVENT)
		return refuse_alias(r, e);
	if (e->type != YAML_SCALAR_EVENT) {
		struct str typed = rest_of_line(r, e->start_mark);
		return diag_say(r->t.diag, MSG_YAML_KEY_SHAPE, pair->loc,
			yaml_quoted(r->t.arena, typed));
	}
	if (!refuse_marks(r, e, e->data.scalar.tag, e->data.scalar.anchor))
		return false;
	struct value text = {.loc = pair->loc};
	if (!read_text(r, e, &text))
		return false;
	pair->written = text.text;
	if (str_starts(text.text, STR("\xC2\xA0")) ||
		str_starts(text.text, STR("\xE2\x80\xAF")))
		return diag_say(r->t.diag, MSG_YAML_NO_BREAK, pair->loc);
	struct str key = utf8_fold_key(r->t.arena, text.text);
	pair->key = str_eq(key, text.text) ? text.text : str_dup(r->keep, key);
	return pair->key.n || diag_say(r->t.diag, MSG_YAML_KEY_EMPTY, pair->loc);
}

/* Keep the pair unless its key was there already: then both places are told. */
static void keep_pair(struct reader *r, struct value *v, struct map *seen,
	const struct value_pair *pair)
{
	void **first = map_put(r->t.arena, seen, pair->key);
	if (*first) {
		const struct loc *l = *first;
		diag_say(r->t.diag, MSG_YAML_KEY_TWICE, pair->loc, pair->written);
		diag_also(r->t.diag, MSG_NOTE_FIRST_HERE, *l);
		r->failed = true;
		return;
	}
	struct loc *l = arena_new(r->t.arena, struct loc);
	*l = pair->loc;
	*first = l;
	*list_add(r->t.arena, &v->map) = *pair;
}

/* `couleur: #2f5d3a`: a remark for YAML, and nothing is left of the value. */
static bool refuse_remark(struct reader *r, yaml_mark_t mark)
{
	struct yaml_spot s = yaml_spot_of(&r->t, mark.index);
	struct str line = r->t.line[s.line].s;
	/* Of a line only the first key can have such a value: the rest is no remark. */
	for (size_t i = 0; i < s.byte; i++)
		if (!ascii_blank(line.p[i]) && line.p[i] != '-')
			return true;
	struct yaml_row row = yaml_row_of(line);
	struct str value = str_trim_end(str_from(row.s, row.value));
	if (value.n < 2 || value.p[0] != '#' || ascii_blank(value.p[1]) ||
		value.p[1] == '#')
		return true;
	s.byte = row.value;
	return diag_say(r->t.diag, MSG_YAML_SIGN, yaml_spot_loc(&r->t, s), STR("#"),
		yaml_row_quoted(r->t.arena, &row, value));
}

static bool read_pair(
	struct reader *r, const yaml_event_t *key, int depth, struct value_pair *pair)
{
	yaml_event_t e;
	if (!read_key(r, key, pair) || !next(r, &e))
		return false;
	bool ok = read_node(r, &e, depth + 1, &pair->value);
	yaml_event_delete(&e);
	if (ok && pair->value->kind == VALUE_NONE)
		return refuse_remark(r, key->start_mark);
	return ok;
}

static bool read_pairs(struct reader *r, int depth, struct value *v)
{
	struct map seen = {0};
	for (bool more = true, ok = true; more; ok = true) {
		yaml_event_t e;
		struct value_pair pair = {0};
		if (!next(r, &e))
			return false;
		more = e.type != YAML_MAPPING_END_EVENT;
		if (more)
			ok = read_pair(r, &e, depth, &pair);
		yaml_event_delete(&e);
		if (!ok)
			return false;
		if (more)
			keep_pair(r, v, &seen, &pair);
	}
	v->map.v = kept(r, v->map.v, v->map.n, sizeof *v->map.v);
	v->map.cap = v->map.n;
	return true;
}

static bool read_node(
	struct reader *r, const yaml_event_t *e, int depth, const struct value **out)
{
	struct value *v = arena_new(r->keep, struct value);
	v->loc = place(r, e->start_mark);
	*out = v;
	if (depth > YAML_MAX_DEPTH)
		return diag_say(r->t.diag, MSG_YAML_TOO_DEEP, v->loc,
			str_printf(r->t.arena, "%d", YAML_MAX_DEPTH));
	if (++r->nodes > YAML_MAX_NODES)
		return diag_say(r->t.diag, MSG_YAML_TOO_MANY, v->loc,
			str_printf(r->t.arena, "%u", YAML_MAX_NODES));
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return refuse_marks(r, e, e->data.scalar.tag, e->data.scalar.anchor) &&
		       read_text(r, e, v);
	case YAML_SEQUENCE_START_EVENT:
		v->kind = VALUE_LIST;
		return refuse_marks(r, e, e->data.sequence_start.tag,
			       e->data.sequence_start.anchor) &&
		       read_items(r, depth, v);
	case YAML_MAPPING_START_EVENT:
		v->kind = VALUE_MAP;
		return refuse_marks(r, e, e->data.mapping_start.tag,
			       e->data.mapping_start.anchor) &&
		       read_pairs(r, depth, v);
	default: return refuse_alias(r, e);
	}
}

/* No file of a commune is one bare text: its lines lack their colons. */
static bool refuse_lone_text(
	struct reader *r, const struct value *root, yaml_mark_t mark)
{
	if (root->kind != VALUE_TEXT)
		return true;
	struct yaml_spot s = yaml_spot_of(&r->t, mark.index);
	struct yaml_fault f = {&r->t, "could not find expected ':'", NULL, s, s};
	yaml_diagnose(&f);
	return false;
}

static bool read_document(struct reader *r, const struct value **out)
{
	for (yaml_event_type_t type = YAML_NO_EVENT; type != YAML_STREAM_END_EVENT;) {
		yaml_event_t e;
		if (!next(r, &e))
			return false;
		type = e.type;
		bool ok = true;
		if (type == YAML_DOCUMENT_START_EVENT && *out)
			ok = diag_say(r->t.diag, MSG_YAML_TWO_DOCUMENTS,
				place(r, e.start_mark));
		else if (type == YAML_SCALAR_EVENT || type == YAML_ALIAS_EVENT ||
			 type == YAML_SEQUENCE_START_EVENT ||
			 type == YAML_MAPPING_START_EVENT)
			ok = read_node(r, &e, 1, out) &&
			     refuse_lone_text(r, *out, e.start_mark);
		yaml_event_delete(&e);
		if (!ok)
			return false;
	}
	return true;
}

/* What can be told before libyaml reads a byte. */
static bool acceptable(const struct yaml_text *t)
{
	if (t->s.n > YAML_MAX_BYTES)
		return diag_say(t->diag, MSG_YAML_TOO_BIG, t->first,
			str_printf(t->arena, "%zu", YAML_MAX_BYTES >> 10));
	size_t conflict = yaml_conflict(t->s);
	if (conflict < t->s.n)
		return diag_say(t->diag, MSG_YAML_CONFLICT,
			loc_at(t->origin, t->offset + conflict));
	return true;
}

/* The tree of text, NULL when it cannot be read (said). */
static const struct value *read_tree(struct reader *r, struct str text)
{
	if (!acceptable(&r->t))
		return NULL;
	if (!yaml_parser_initialize(&r->parser))
		arena_exhausted();
	yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
		&r->parser, (const unsigned char *)(text.p ? text.p : ""), text.n);
	const struct value *root = NULL;
	bool ok = read_document(r, &root) && !r->failed;
	yaml_parser_delete(&r->parser);
	if (ok && !root) {
		struct value *none = arena_new(r->keep, struct value);
		none->loc = r->t.first;
		root = none;
	}
	return ok ? root : NULL;
}

bool yaml_read_from(struct arena *a, struct loc first, size_t offset, struct str text,
	struct diag *d, const struct value **out)
{
	struct arena passing = {0};
	struct reader r = {
		.t = yaml_text_of(&passing, first, offset, text, d), .keep = a};
	*out = read_tree(&r, text);
	arena_release(&passing);
	return *out != NULL;
}

bool yaml_read(struct arena *a, const struct origin *o, size_t offset, struct str text,
	struct diag *d, const struct value **out)
{
	/* libyaml does not count a byte order mark; nor do we. */
	if (str_starts(text, STR("\xEF\xBB\xBF"))) {
		text = str_from(text, 3);
		offset += 3;
	}
	return yaml_read_from(a, loc_at(o, offset), offset, text, d, out);
}
