/*
 * theme_against.c: what the next version of a theme would take away: options, templates,
 * blocks, words. It reads the names of blocks from the templates' text, and compiles
 * nothing.
 */
#include "check/theme.h"

#include "base/strbuf.h"

struct comparison {
	const struct theme *now, *before;
	struct arena *arena;
	struct diag *diag;
	struct loc whole; /* of the new theme.yaml */
};

static void say_gone(const struct comparison *x, enum diag_code code, struct loc here,
	struct loc was, struct str name, struct str more)
{
	diag_say(x->diag, code, here, name, more);
	diag_also(x->diag, MSG_NOTE_WAS_HERE, was);
}

/* ---- options ---- */

static void compare_choices(const struct comparison *x, const struct value_pair *old,
	const struct value_pair *new)
{
	const struct value *before = value_get(old->value, "choix");
	const struct value *now = value_get(new->value, "choix");
	for (size_t i = 0; i < value_count(before); i++) {
		bool there = !value_count(now);
		for (size_t k = 0; k < value_count(now) && !there; k++)
			there = value_same(value_at(before, i), value_at(now, k));
		if (!there)
			say_gone(x, MSG_AGAINST_CHOICE, new->loc,
				value_at(before, i)->loc, old->key,
				value_at(before, i)->text);
	}
}

/* The option of a key in the nearest theme of the chain that has it; NULL: none. */
static const struct value_pair *option_of(const struct theme *t, struct str key)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct value_pair *p =
			value_pair(value_get(t->chain[i].about, "options"), key);
		if (p)
			return p;
	}
	return NULL;
}

static void compare_options(const struct comparison *x)
{
	for (size_t i = 0; i < x->before->options.n; i++) {
		struct str key = x->before->options.v[i].key;
		const struct value_pair *old = option_of(x->before, key);
		const struct value_pair *new = option_of(x->now, key);
		if (!new || !str_eq(value_text(old->value, "genre"),
				    value_text(new->value, "genre")))
			say_gone(x, MSG_AGAINST_OPTION, new ? new->loc : x->whole,
				old->loc, key, (struct str){0});
		else
			compare_choices(x, old, new);
	}
}

/* ---- words ---- */

static void compare_strings(const struct comparison *x)
{
	struct origin *o = arena_new(x->arena, struct origin);
	o->name = str_printf(x->arena, "%.*s: chaines/fr.yaml",
		STR_ARG(x->before->chain[0].source->name));
	for (size_t i = 0; i < x->before->strings.n; i++) {
		struct str key = x->before->strings.v[i].key;
		bool there = false;
		for (size_t k = 0; k < x->now->strings.n && !there; k++)
			there = str_eq(x->now->strings.v[k].key, key);
		if (!there)
			say_gone(x, MSG_AGAINST_STRING, x->whole, (struct loc){o, 0, 0},
				key, (struct str){0});
	}
}

/* ---- templates ---- */

/* The next {{$name}} of a text from *at: its name; false when there is none. */
static bool next_block(struct str text, size_t *at, struct str *name)
{
	size_t open = *at + str_find(str_from(text, *at), STR("{{$"));
	if (open >= text.n)
		return false;
	size_t end = open + 3;
	while (end < text.n && text.p[end] != '}')
		end++;
	*name = str_trim(str_sub(text, open + 3, end));
	*at = open;
	return true;
}

/* {{<page}} or {{<page.html}} in page.html: it fills blocks of its parent's. */
static bool rests_on_parent(struct str text, struct str file)
{
	struct str stem = str_sub(file, 0, str_rindex(file, '.'));
	for (size_t at = 0;
		(at += str_find(str_from(text, at), STR("{{<"))) < text.n;) {
		at += 3;
		struct str rest = str_from(text, at);
		struct str name = str_trim(str_sub(rest, 0, str_index(rest, '}')));
		if (str_eq(name, stem) || str_eq(name, file))
			return true;
	}
	return false;
}

/* By itself, or by those of its parents, which it may rest on. */
static bool has_block(const struct comparison *x, struct str file, struct str wanted)
{
	const struct origin *o;
	struct str name;
	for (unsigned depth = 0;
		(o = theme_template(x->now, x->arena, x->diag, file, depth)); depth++) {
		for (size_t at = 0; next_block(o->text, &at, &name); at += 3)
			if (str_eq(name, wanted))
				return true;
		if (!rests_on_parent(o->text, file))
			break;
	}
	return false;
}

static void compare_blocks(const struct comparison *x, struct str file,
	const struct origin *old, const struct origin *new)
{
	struct str name;
	for (size_t at = 0; next_block(old->text, &at, &name); at += 3)
		if (!has_block(x, file, name))
			say_gone(x, MSG_AGAINST_BLOCK, (struct loc){new, 0, 0},
				loc_at(old, at), name, file);
}

/* Every template that the theme gave, by itself: its parents are others' business. */
static void compare_templates(const struct comparison *x)
{
	const struct source *own = x->before->chain[0].source;
	size_t count, first = source_below(own, STR("templates/"), &count);
	for (size_t i = first; i < first + count; i++) {
		struct str file = str_from(own->files.v[i].path, 10);
		const struct origin *old =
			theme_template(x->before, x->arena, x->diag, file, 0);
		const struct origin *new =
			theme_template(x->now, x->arena, x->diag, file, 0);
		if (old && new)
			compare_blocks(x, file, old, new);
		else if (old)
			say_gone(x, MSG_AGAINST_TEMPLATE, x->whole,
				(struct loc){old, 0, 0}, file, (struct str){0});
	}
}

static long long level_of(const struct theme *t)
{
	const struct value *v = value_get(t->chain[0].about, "niveau");
	return value_given(v) && v->typed ? v->as.integer : 0;
}

void check_theme_against(const struct theme *now, const struct theme *before,
	struct arena *a, struct diag *d)
{
	struct comparison x = {now, before, a, d, now->chain[0].about->loc};
	x.whole.line = x.whole.column = 0;
	if (level_of(now) > level_of(before))
		return;
	compare_options(&x);
	compare_strings(&x);
	compare_templates(&x);
}
