/*
 * theme.c: see theme.h. Only the theme itself is looked at: its parents are checked by
 * those who write them.
 */
#include "check/theme.h"

#include "base/strbuf.h"
#include "model/theme_option.h"
#include "text/nearest.h"
#include "text/utf8.h"

/* ---- options ---- */

static bool is_yes_no(struct arena *a, struct str s)
{
	static const char *const words[] = {
		"oui", "non", "vrai", "faux", "yes", "no", "true", "false"};
	struct str folded = utf8_fold(a, s);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(folded, words[i]))
			return true;
	return false;
}

static bool is_choice(struct arena *a, const struct value *choices, struct str s)
{
	for (size_t i = 0; i < value_count(choices); i++)
		if (str_eq(utf8_fold(a, value_at(choices, i)->text), utf8_fold(a, s)))
			return true;
	return false;
}

/* The value that stands without the commune's. A picture of theirs has none. */
static void check_standard(const struct value_pair *p, struct diag *d)
{
	const struct value *standard = value_get(p->value, "valeur");
	const struct value *choices = value_get(p->value, "choix");
	struct str kind = value_text(p->value, "genre"), text = {0};
	bool ok = true, image = str_is(kind, "image");
	if (!value_given(standard)) {
		if (!image)
			diag_say(d, MSG_KEY_MISSING, p->loc, STR("valeur"), STR("non"),
				STR("ce qu’elle vaut sans réglage"),
				STR("what it is when nobody sets it"));
		return;
	}
	text = standard->text;
	if (image)
		ok = false;
	else if (theme_option_is_typed(kind))
		theme_option_text(d->arena, p->value, standard, d);
	else if (str_is(kind, "oui_non"))
		ok = is_yes_no(d->arena, text);
	else if (str_is(kind, "choix") || value_count(choices))
		ok = is_choice(d->arena, choices, text);
	if (!ok)
		diag_say(d, MSG_THEME_ALONE_OPTION, standard->loc, p->key, text);
}

static void check_options(const struct theme *t, struct diag *d)
{
	const struct value *options = value_get(t->chain[0].about, "options");
	for (size_t i = 0; options && i < options->map.n; i++) {
		const struct value_pair *p = &options->map.v[i];
		const struct value *bounds = value_get(p->value, "bornes");
		long least, most;
		check_standard(p, d);
		if (value_given(bounds) &&
			(!str_is(value_text(p->value, "genre"), "nombre") ||
				!theme_option_bounds(p->value, &least, &most)))
			diag_say(d, MSG_THEME_ALONE_BOUNDS, bounds->loc, p->key);
	}
}

/* ---- words ---- */

/* `chaines.titre` is not in `chaines.titre_long`. */
static bool names_word(struct str text, struct str wanted)
{
	for (size_t at; (at = str_find(text, wanted)) < text.n;) {
		text = str_from(text, at + wanted.n);
		char next = text.n ? text.p[0] : ' ';
		if (!ascii_alpha(next) && !ascii_digit(next) && next != '_')
			return true;
	}
	return false;
}

static bool is_used(const struct source *own, struct str key, struct diag *d)
{
	struct arena passing = {0};
	size_t count, first = source_below(own, STR("templates/"), &count);
	struct str wanted = str_concat(&passing, STR("chaines."), key), bytes;
	bool used = false;
	for (size_t i = first; i < first + count && !used; i++)
		used = source_read(own, &own->files.v[i], SOURCE_MAX_TEXT, &passing, d,
			       &bytes) &&
		       names_word(bytes, wanted);
	arena_release(&passing);
	return used;
}

/* A word that no parent has and no template of its own shows is one misspelt. */
static void check_words(const struct theme *t, struct diag *d)
{
	const struct theme_words *words = &t->strings;
	struct str_list known = {0};
	for (size_t i = 0; i < words->n; i++)
		if (words->v[i].from || words->v[i].inherited)
			*list_add(d->arena, &known) = words->v[i].key;
	for (size_t i = 0; i < words->n; i++) {
		const struct theme_word *w = &words->v[i];
		if (w->from || w->inherited || is_used(t->chain[0].source, w->key, d))
			continue;
		diag_say(d, MSG_THEME_ALONE_WORD, w->loc, w->key);
		say_nearest(d, w->loc, w->key, &known);
	}
}

/* ---- files ---- */

static struct loc place_of(const struct theme *t, struct arena *a, struct str path)
{
	struct origin *o = arena_new(a, struct origin);
	o->name = str_printf(
		a, "%.*s: %.*s", STR_ARG(t->chain[0].source->name), STR_ARG(path));
	return (struct loc){o, 0, 0};
}

static void check_weight(const struct theme *t, struct diag *d)
{
	const struct source *own = t->chain[0].source;
	size_t count, first = source_below(own, STR("assets/"), &count), bytes = 0;
	for (size_t i = first; i < first + count; i++)
		bytes += (size_t)own->files.v[i].size;
	if (bytes > THEME_ASSETS_MAX)
		diag_say(d, MSG_THEME_ALONE_ASSETS,
			place_of(t, d->arena, STR("assets/")),
			str_printf(d->arena, "%zu", bytes >> 10),
			str_printf(d->arena, "%zu", THEME_ASSETS_MAX >> 10));
}

/* What belongs in a theme's folder; licences and readmes beside. */
static bool is_known(struct arena *a, struct str path)
{
	static const char *const known[] = {
		"theme.yaml", "templates/", "assets/", "chaines/fr.yaml", "galerie/"};
	static const char *const beside[] = {
		"readme", "lisezmoi", "licen", "changelog"};
	struct str lower = str_lower_ascii(a, path);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_starts(path, str_of(known[i])))
			return true;
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		if (str_starts(lower, str_of(beside[i])))
			return true;
	return false;
}

static void check_files(const struct theme *t, struct diag *d)
{
	const struct source *own = t->chain[0].source;
	for (size_t i = 0; i < own->files.n; i++) {
		struct str path = own->files.v[i].path;
		if (!is_known(d->arena, path))
			diag_say(d, MSG_THEME_ALONE_UNKNOWN,
				place_of(t, d->arena, path), path);
	}
}

void check_theme(const struct theme *t, struct diag *d)
{
	check_options(t, d);
	check_words(t, d);
	check_weight(t, d);
	check_files(t, d);
}
