/*
 * schema_check.c: a map as written against the fields it may have. It walks maps and
 * lists and names keys; what a single text means is the readers' of schema_kind.c.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/utf8.h"

struct check {
	struct arena *arena;
	struct diag *diag;
	struct schema_mode mode;
	bool failed;
};

static const struct value *check_value(
	struct check *c, const struct field *f, const struct value *v, struct loc key);

static const struct value *refused(struct check *c)
{
	c->failed = true;
	return NULL;
}

/* Is key one of these words, which are parted by spaces? */
static bool is_among(const char *words, struct str key)
{
	struct str rest = str_of(words);
	for (struct str word; str_cut(&rest, ' ', &word);)
		if (word.n && str_eq(word, key))
			return true;
	return false;
}

static const struct field *field_named(const struct schema *s, struct str key)
{
	for (const struct field *f = s->fields; f->key; f++)
		if (str_is(key, f->key))
			return f;
	return NULL;
}

static const struct field *field_also(const struct schema *s, struct str key)
{
	for (const struct field *f = s->fields; f->key; f++)
		if (is_among(f->also, key))
			return f;
	return NULL;
}

static const struct field *field_taking(const struct schema *s, struct str key)
{
	for (const struct field *f = s->fields; f->key; f++)
		if (is_among(f->takes, key))
			return f;
	return NULL;
}

const struct field *schema_field(const struct schema *s, struct str key)
{
	struct arena a = {0};
	struct str folded = utf8_fold_key(&a, key);
	const struct field *f = field_named(s, folded);
	if (!f)
		f = field_also(s, folded);
	arena_release(&a);
	return f;
}

/*
 * The record of s that has this key: `au` below `alerte:`, but without the spaces that
 * put it there. NULL when none has it, or several.
 */
static const struct field *field_around(const struct schema *s, struct str key)
{
	const struct field *found = NULL;
	for (const struct field *f = s->fields; f->key; f++) {
		if (f->kind != FIELD_RECORD || !field_named(f->record, key))
			continue;
		if (found)
			return NULL;
		found = f;
	}
	return found;
}

/*
 * « title » : écrivez « titre »; else the nearest key; else that there is none. The field
 * that was meant, or NULL.
 */
static const struct field *say_unknown(
	struct check *c, const struct schema *s, const struct value_pair *p)
{
	if (c->mode.unknown_is_note) {
		diag_say(c->diag, MSG_KEY_IGNORED, p->loc, p->written);
		return NULL;
	}
	c->failed = true;
	const struct field *other = field_also(s, p->key);
	if (other) {
		diag_say(c->diag, MSG_KEY_OTHER_WORD, p->loc, p->written,
			str_of(other->key));
		return other;
	}
	const struct field *taking = field_taking(s, p->key);
	if (taking) {
		diag_say(c->diag, MSG_KEY_WITHIN, p->loc, p->written,
			str_of(taking->key), schema_example(taking));
		return taking;
	}
	const struct field *around = field_around(s, p->key);
	if (around) {
		diag_say(c->diag, MSG_KEY_OUTSIDE, p->loc, p->written,
			str_of(around->key));
		return around;
	}
	struct str_list keys = {0};
	for (const struct field *f = s->fields; f->key; f++)
		*list_add(c->arena, &keys) = str_of(f->key);
	struct str near = utf8_nearest(p->key, keys.v, keys.n);
	if (near.n)
		diag_say(c->diag, MSG_KEY_NEAR, p->loc, p->written, near);
	else if (c->mode.table)
		diag_say(c->diag, MSG_COLUMN_UNKNOWN, p->loc, p->written,
			str_list_join(c->arena, &keys, STR(", ")));
	else
		diag_say(c->diag, MSG_KEY_UNKNOWN, p->loc, p->written,
			str_of(s->title[LANG_FR]), str_of(s->title[LANG_EN]));
	return near.n ? field_named(s, near) : NULL;
}

static const struct value *check_text(
	struct check *c, const struct field *f, const struct value *v)
{
	struct str text = str_trim(v->text);
	if (text.n == 0)
		return NULL;
	struct value *typed = arena_new(c->arena, struct value);
	*typed = *v;
	typed->typed = true;
	typed->text = str_dup(c->arena, text);
	typed->list.v = NULL;
	struct scalar s = {c->arena, c->diag, f, typed};
	return schema_kind(f->kind)->read(&s) ? typed : refused(c);
}

/* What stands from the value on to the end of its line: `Travaux : rue fermée`. */
static struct str line_rest(const struct value *v)
{
	struct str line = origin_line(v->loc.origin, v->loc.line);
	size_t at = 0;
	for (unsigned i = 1; i < v->loc.column && at < line.n; i++)
		utf8_next(line, &at);
	return str_trim(str_from(line, at));
}

/*
 * A list or a map where one text is due. `- Travaux : rue fermée` is a map for YAML: a
 * map of one text, begun on the line of an item, is most likely a text with a colon.
 */
static const struct value *say_not_text(
	struct check *c, const struct field *f, const struct value *v)
{
	struct str example = schema_shown(c->arena, schema_example(f));
	bool colon = v->kind == VALUE_MAP && v->map.n == 1 && v->loc.origin &&
		     v->loc.line == v->map.v[0].loc.line;
	struct str rest = colon ? line_rest(v) : (struct str){0};
	if (rest.n && rest.p[0] != '{' && str_index(rest, '"') == rest.n)
		diag_say(c->diag, MSG_TEXT_HAS_COLON, v->loc,
			str_printf(c->arena, "\"%.*s\"", STR_ARG(rest)));
	else if (v->kind == VALUE_LIST)
		diag_say(c->diag, MSG_TEXT_IS_LIST, v->loc, example);
	else
		diag_say(c->diag, MSG_TEXT_IS_MAP, v->loc, example);
	return refused(c);
}

/* « eau; coupure » where « [eau, coupure] » was meant. */
static void say_unsplit(struct check *c, const struct field *f, enum diag_code code,
	const char *signs, struct str text, struct loc loc)
{
	struct strbuf list = strbuf_on(c->arena);
	size_t from = 0;
	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && !strchr(signs, text.p[i]))
			continue;
		struct str one = str_trim(str_sub(text, from, i));
		from = i + 1;
		if (one.n)
			strbuf_printf(
				&list, "%s%.*s", list.n ? ", " : "", STR_ARG(one));
	}
	diag_say(c->diag, code, loc, text,
		str_printf(c->arena, "%s: [%.*s]", f->key, STR_ARG(strbuf_str(&list))));
}

static bool has_one_of(struct str text, const char *signs)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] && strchr(signs, text.p[i]))
			return true;
	return false;
}

static void keep_item(struct check *c, const struct field *f, const struct value *item,
	struct value *out)
{
	const struct value *v = check_value(c, f->of, item, item->loc);
	if (v && f->apart && has_one_of(v->text, f->apart))
		say_unsplit(c, f, MSG_LIST_UNSPLIT, f->apart, v->text, item->loc);
	if (v)
		*list_add(c->arena, &out->list) = v;
}

static struct value *empty_copy(struct check *c, enum value_kind kind, struct loc loc)
{
	struct value *v = arena_new(c->arena, struct value);
	v->kind = kind;
	v->typed = true;
	v->loc = loc;
	return v;
}

#define ITEMS_APART ",;"

/* Whether a text would do as an item; nothing is said. */
static bool is_item(
	struct check *c, const struct field *f, const struct value *v, struct str text)
{
	struct value one = *v;
	struct check quiet = {.arena = c->arena, .diag = c->diag};
	bool muted = c->diag->muted;
	one.text = text;
	c->diag->muted = true;
	bool fits = check_value(&quiet, f->of, &one, v->loc);
	c->diag->muted = muted;
	return fits;
}

/* « 24/12/2026, 31/12/2026 »: no item as a whole, but each part of it is one. */
static bool is_list_as_text(
	struct check *c, const struct field *f, const struct value *v)
{
	if (v->kind != VALUE_TEXT || !schema_kind(f->of->kind)->read ||
		!has_one_of(v->text, ITEMS_APART) || is_item(c, f, v, v->text))
		return false;
	size_t from = 0;
	for (size_t i = 0; i <= v->text.n; i++) {
		if (i < v->text.n && !strchr(ITEMS_APART, v->text.p[i]))
			continue;
		struct str part = str_trim(str_sub(v->text, from, i));
		from = i + 1;
		if (part.n && !is_item(c, f, v, part))
			return false;
	}
	return true;
}

/* One single item stands for a list of one. Items are whole even in a partial file. */
static const struct value *check_list(
	struct check *c, const struct field *f, const struct value *v)
{
	struct value *out = empty_copy(c, VALUE_LIST, v->loc);
	if (is_list_as_text(c, f, v)) {
		say_unsplit(c, f, MSG_LIST_AS_TEXT, ITEMS_APART, v->text, v->loc);
		return refused(c);
	}
	bool partial = c->mode.partial;
	c->mode.partial = false;
	if (v->kind != VALUE_LIST)
		keep_item(c, f, v, out);
	for (size_t i = 0; i < value_count(v); i++)
		keep_item(c, f, v->list.v[i], out);
	c->mode.partial = partial;
	return out->list.n ? out : NULL;
}

/* Room for n pairs. */
static struct value *empty_map(struct check *c, size_t n, struct loc loc)
{
	struct value *v = empty_copy(c, VALUE_MAP, loc);
	v->map.v = n ? arena_list(c->arena, n, struct value_pair) : NULL;
	v->map.cap = n;
	return v;
}

static const struct value *check_free_map(
	struct check *c, const struct field *f, const struct value *v)
{
	struct value *out = empty_map(c, v->map.n, v->loc);
	for (size_t i = 0; i < v->map.n; i++) {
		const struct value_pair *p = &v->map.v[i];
		const struct value *typed = check_value(c, f->of, p->value, p->loc);
		if (!typed)
			continue;
		struct value_pair *kept = list_add(c->arena, &out->map);
		*kept = *p;
		kept->key = str_dup(c->arena, p->key);
		kept->written = str_dup(c->arena, p->written);
		kept->value = typed;
	}
	return out->map.n ? out : NULL;
}

static void say_missing(struct check *c, const struct field *f, struct loc whole)
{
	c->failed = true;
	struct str example = schema_shown(c->arena, schema_example(f));
	if (example.n)
		diag_say(c->diag, MSG_KEY_MISSING, whole, str_of(f->key), example,
			str_of(f->help[LANG_FR]), str_of(f->help[LANG_EN]));
	else
		diag_say(c->diag, MSG_KEY_MISSING_GROUP, whole, str_of(f->key),
			str_of(f->help[LANG_FR]), str_of(f->help[LANG_EN]));
}

/* The fields of one record. `seen` tells what was given, right or wrong, from what
 * lacks. */
static struct value *check_record(struct check *c, const struct schema *s,
	const struct value *v, struct loc whole)
{
	size_t n = 0;
	while (s->fields[n].key)
		n++;
	bool *seen = arena_list(c->arena, n, bool);
	struct value *out = empty_map(c, v ? v->map.n : 0, whole);
	for (size_t i = 0; v && i < v->map.n; i++) {
		const struct value_pair *p = &v->map.v[i];
		const struct field *f = field_named(s, p->key);
		if (!f) {
			/* Its cure gives the field: do not say that it lacks, too. */
			const struct field *meant = say_unknown(c, s, p);
			if (meant)
				seen[meant - s->fields] = true;
			continue;
		}
		bool failed = c->failed;
		c->failed = false;
		const struct value *typed = check_value(c, f, p->value, p->loc);
		seen[f - s->fields] = typed || c->failed;
		c->failed |= failed;
		if (typed) {
			struct value_pair *kept = list_add(c->arena, &out->map);
			*kept = *p;
			kept->written = str_dup(c->arena, p->written);
			kept->key = str_of(f->key);
			kept->value = typed;
		}
	}
	for (size_t i = 0; i < n && !c->mode.partial; i++)
		if (s->fields[i].required && !seen[i])
			say_missing(c, &s->fields[i], whole);
	return out;
}

/* How well an example of one line shows this part of a record; 0: not at all. */
static int tells(const struct field *f)
{
	struct str example = schema_example(f);
	if (!example.n || schema_of_field(f) || f->kind == FIELD_LIST ||
		str_index(example, '\n') < example.n)
		return 0;
	return 1 + (f->required ? 1 : 0) + (f->kind == FIELD_CHOICE ? 2 : 0) +
	       (f->example ? 4 : 0);
}

static const struct field *telling_part(const struct schema *s)
{
	const struct field *best = NULL;
	for (const struct field *f = s->fields; f->key; f++)
		if (tells(f) > (best ? tells(best) : 0))
			best = f;
	return best;
}

/* `alerte: oui` where the parts of an alert are due: an example has what it must have. */
static void say_not_map(struct check *c, const struct field *f, const struct value *v)
{
	const struct field *part =
		f->kind == FIELD_RECORD ? telling_part(f->record) : NULL;
	if (!part) {
		diag_say(c->diag, MSG_MAP_EXPECTED, v->loc);
		return;
	}
	struct str key =
		f->key ? str_printf(c->arena, "%s: ", f->key) : (struct str){0};
	diag_say(c->diag, MSG_RECORD_EXPECTED, v->loc,
		str_of(f->record->title[LANG_FR]), str_of(f->record->title[LANG_EN]),
		str_printf(c->arena, "%.*s{ %s: %.*s }", STR_ARG(key), part->key,
			STR_ARG(schema_example(part))));
}

/* « Villehaies » for { nom: Villehaies }. */
static const struct value *written_out(
	struct check *c, const struct schema *s, const struct value *v)
{
	struct value *map = empty_map(c, 1, v->loc);
	*list_add(c->arena, &map->map) =
		(struct value_pair){.key = str_of(s->shorthand),
			.written = str_of(s->shorthand),
			.loc = v->loc,
			.value = v};
	return map;
}

/* The value of f in its typed form; NULL when it is not given, or refused (said). */
static const struct value *check_value(
	struct check *c, const struct field *f, const struct value *v, struct loc key)
{
	if (!value_given(v))
		return NULL;
	if (f->kind == FIELD_ANY)
		return v;
	if (f->kind == FIELD_LIST)
		return check_list(c, f, v);
	if (f->kind == FIELD_RECORD && f->record->shorthand && v->kind == VALUE_TEXT)
		v = written_out(c, f->record, v);
	if (f->kind == FIELD_RECORD || f->kind == FIELD_MAP) {
		if (v->kind != VALUE_MAP) {
			say_not_map(c, f, v);
			return refused(c);
		}
		return f->kind == FIELD_MAP ? check_free_map(c, f, v)
					    : check_record(c, f->record, v, key);
	}
	return v->kind == VALUE_TEXT ? check_text(c, f, v) : say_not_text(c, f, v);
}

const struct value *schema_check(struct arena *a, const struct schema *s,
	const struct value *map, struct schema_mode mode, struct loc whole,
	struct diag *d, bool *ok)
{
	struct check c = {.arena = a, .diag = d, .mode = mode};
	const struct value *given = map;
	if (value_given(map) && map->kind != VALUE_MAP) {
		diag_say(d, MSG_MAP_EXPECTED, map->loc);
		c.failed = true;
		c.mode.partial = true; /* nothing more is said of what it lacks */
		given = NULL;
	}
	const struct value *out = check_record(&c, s, given, whole);
	if (ok)
		*ok = !c.failed;
	return out;
}
