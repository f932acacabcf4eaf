/*
 * theme.c: finds a theme and its parents, reads its words, options and assets.
 */
#include "model/theme.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "data/front.h"
#include "data/yaml_read.h"
#include "model/schemas.h"
#include "model/theme_option.h"
#include "text/nearest.h"
#include "text/utf8.h"

#define THEME_FILE_MAX ((size_t)2 << 20) /* bytes of one asset or template */

struct finder {
	struct arena *arena;
	const struct theme_request *request;
	struct diag *diag;
	struct theme *theme;
	struct loc named; /* where the theme being looked for is asked for */
};

static bool is_folder(struct arena *a, struct str path)
{
	return access(str_cstr(a, path), R_OK | X_OK) == 0;
}

/* The folder of a theme of this name; empty when there is none. */
static struct str find_folder(struct finder *f, struct str name, bool first)
{
	struct arena *a = f->arena;
	/* A theme names its parent: only the commune says where one is. */
	if (first && str_index(name, '/') < name.n) {
		struct str path =
			name.p[0] == '/'
				? name
				: str_printf(a, "%.*s/%.*s",
					  STR_ARG(f->request->commune), STR_ARG(name));
		return is_folder(a, path) ? path : (struct str){0};
	}
	for (size_t i = 0; f->request->folders[i]; i++) {
		struct str path =
			str_printf(a, "%s/%.*s", f->request->folders[i], STR_ARG(name));
		struct str file = str_printf(a, "%.*s/theme.yaml", STR_ARG(path));
		if (access(file.p, R_OK) == 0)
			return path;
		*list_add(a, &f->theme->missed) = file;
	}
	return (struct str){0};
}

/* A YAML file of a source by a schema (or as read, when NULL); NULL when absent or
 * faulty. */
static const struct value *read_yaml(struct finder *f, const struct source *src,
	const char *path, const struct schema *schema)
{
	const struct source_file *file = source_find(src, str_of(path));
	struct str bytes;
	if (!file || !source_read(src, file, YAML_MAX_BYTES, f->arena, f->diag, &bytes))
		return NULL;
	struct origin *o = arena_new(f->arena, struct origin);
	o->name = str_printf(f->arena, "%.*s: %s", STR_ARG(src->name), path);
	o->layer = src->name;
	const struct value *v = NULL;
	if (!front_text(f->arena, o, bytes, f->diag) ||
		!yaml_read(f->arena, o, 0, o->text, f->diag, &v))
		return NULL;
	if (!schema)
		return v;
	bool ok = true;
	v = schema_check(f->arena, schema, v,
		(struct schema_mode){.unknown_is_note = true}, (struct loc){o, 1, 0},
		f->diag, &ok);
	return ok ? v : NULL;
}

/* None of that name, or none that can be read: the others are told. */
static void say_missing(struct finder *f, struct str name)
{
	struct str_list names = theme_names(f->arena, f->request->folders),
			others = {0};
	for (size_t i = 0; i < names.n; i++)
		if (!str_eq(names.v[i], name))
			*list_add(f->arena, &others) = names.v[i];
	diag_say(f->diag, MSG_THEME_MISSING, f->named, name,
		others.n ? str_list_join(f->arena, &others, STR(", ")) : STR("bocage"));
	if (others.n == names.n)
		say_nearest(f->diag, f->named, name, &names);
}

/*
 * The folder or repository of a theme; NULL, said. `first`: it is the theme asked for. A
 * parent of the same name is another theme, looked for in the folders.
 */
static struct source *open_theme(struct finder *f, struct str name, bool first)
{
	if (first && f->request->source)
		return f->request->source;
	const struct source *within = f->request->within;
	struct str shown = str_printf(f->arena, "thème %.*s", STR_ARG(name)),
		   folder = {0};
	struct source *src = NULL;
	if (within && first && str_index(name, '/') < name.n)
		src = source_part(f->arena, within, shown, name);
	else if ((folder = find_folder(f, name, first)).n)
		return source_folder(
			f->arena, shown, str_cstr(f->arena, folder), NULL, 0, f->diag);
	if (!src)
		say_missing(f, name);
	return src;
}

/*
 * `base` is the root of all: a theme that names no parent has it, so that one written
 * before a kind of page existed shows that page as base does.
 */
static struct str parent_of(const struct value *about)
{
	struct str parent = value_text(about, "parent");
	return parent.n || str_is(value_text(about, "nom"), "base") ? parent
								    : STR("base");
}

static bool add_theme(struct finder *f, struct str name, bool first, struct str *parent)
{
	struct theme *t = f->theme;
	if (t->n == THEME_CHAIN)
		return diag_say(f->diag, MSG_THEME_CHAIN, f->named, name);
	struct source *src = open_theme(f, name, first);
	if (!src)
		return false;
	t->chain[t->n].source = src;
	size_t said = f->diag->list.n;
	t->chain[t->n].about = read_yaml(f, src, "theme.yaml", &schema_theme);
	if (!t->chain[t->n++].about) {
		/* To its author what is wrong in it says enough. */
		if (f->request->commune.n || f->diag->list.n == said)
			say_missing(f, name);
		return false;
	}
	const struct value *above = value_get(t->chain[t->n - 1].about, "parent");
	*parent = parent_of(t->chain[t->n - 1].about);
	if (value_given(above))
		f->named = above->loc;
	return true;
}

/* A folder, and no symbolic link to one: that leads out of the commune. */
static bool is_own_folder(struct arena *a, struct str path)
{
	struct stat st;
	return lstat(str_cstr(a, path), &st) == 0 && S_ISDIR(st.st_mode);
}

/* The commune's own files under theme/, when it has some. */
static void add_own(struct finder *f)
{
	struct str own =
		str_printf(f->arena, "%.*s/theme", STR_ARG(f->request->commune));
	struct source *src = NULL;
	if (f->request->within)
		src = source_part(
			f->arena, f->request->within, STR("theme/"), STR("theme"));
	else if (f->request->commune.n && is_own_folder(f->arena, own))
		src = source_folder(f->arena, STR("theme/"), str_cstr(f->arena, own),
			NULL, 0, f->diag);
	if (src)
		f->theme->chain[f->theme->n++].source = src;
}

static struct theme_word *word_find(struct theme_words *w, struct str key)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_eq(w->v[i].key, key))
			return &w->v[i];
	return NULL;
}

static int word_cmp(const void *a, const void *b)
{
	const struct theme_word *x = a, *y = b;
	return str_cmp(x->key, y->key);
}

static void sort_words(struct theme_words *w)
{
	if (w->n)
		qsort(w->v, w->n, sizeof *w->v, word_cmp);
}

/*
 * Strings of the nearest theme win: the chain is walked from the commune's side. False,
 * said: those of the root cannot be read, and below them there are no others.
 */
static bool read_strings(struct finder *f)
{
	const char *path = "chaines/fr.yaml";
	for (size_t i = 0; i < f->theme->n; i++) {
		const struct source *from = f->theme->chain[i].source;
		const struct value *v = read_yaml(f, from, path, NULL);
		if (!v && i + 1 == f->theme->n && source_find(from, str_of(path)))
			return false;
		if (!v || v->kind != VALUE_MAP)
			continue;
		for (size_t k = 0; k < v->map.n; k++) {
			const struct value_pair *p = &v->map.v[k];
			struct theme_word *nearer =
				word_find(&f->theme->strings, p->key);
			if (nearer)
				nearer->inherited = true;
			else
				*list_add(f->arena, &f->theme->strings) =
					(struct theme_word){.key = p->key,
						.text = p->value->text,
						.loc = p->loc,
						.from = i};
			if (p->value->kind > VALUE_TEXT)
				diag_say(f->diag, MSG_TEXT_IS_LIST, p->value->loc,
					str_printf(f->arena, "%.*s: Chercher",
						STR_ARG(p->key)));
		}
	}
	sort_words(&f->theme->strings);
	return true;
}

/* 1 yes, 0 no, -1 neither. */
static int yes_no(struct arena *a, struct str s)
{
	static const char *const words[2][4] = {
		{"non", "faux", "no", "false"}, {"oui", "vrai", "yes", "true"}};
	struct str folded = utf8_fold(a, s);
	for (int yes = 0; yes < 2; yes++)
		for (size_t i = 0; i < 4; i++)
			if (str_is(folded, words[yes][i]))
				return yes;
	return -1;
}

/* The permitted value that a person meant by `text`; empty when there is none. */
static struct str permitted(
	struct finder *f, const struct value *option, bool is_yes_no, struct str text)
{
	const struct value *choices = value_get(option, "choix");
	if (is_yes_no)
		return yes_no(f->arena, text) < 0 ? (struct str){0} : text;
	if (!value_count(choices))
		return text;
	for (size_t i = 0; i < value_count(choices); i++) {
		struct str choice = value_at(choices, i)->text;
		if (str_eq(utf8_fold(f->arena, choice), utf8_fold(f->arena, text)))
			return choice;
	}
	return (struct str){0};
}

/* What an option may be, for messages: "oui, non", or its choices. */
static struct str choices_shown(
	struct arena *a, const struct value *option, bool is_yes_no)
{
	const struct value *choices = value_get(option, "choix");
	struct str shown = is_yes_no ? STR("oui, non") : (struct str){0};
	for (size_t i = 0; !is_yes_no && i < value_count(choices); i++)
		shown = str_printf(a, "%.*s%s%.*s", STR_ARG(shown), i ? ", " : "",
			STR_ARG(value_at(choices, i)->text));
	return shown;
}

/* The theme's own value of a typed option; what is wrong with it is said to its author. */
static struct str standard_of(
	struct finder *f, const struct value *option, const struct value *v)
{
	bool muted = f->diag->muted;
	f->diag->muted = true;
	struct str text = theme_option_text(f->arena, option, v, f->diag);
	f->diag->muted = muted;
	return text;
}

/* For an option no page is withheld: its standard value stands for a wrong one. */
static void read_typed(
	struct finder *f, const struct value_pair *p, const struct value *own)
{
	const struct value *option = p->value, *standard = value_get(option, "valeur");
	struct str kind = value_text(option, "genre");
	struct theme_word w = {.key = p->key,
		.colour = str_is(kind, "couleur"),
		.image = str_is(kind, "image")};
	size_t said = f->diag->list.n;
	if (value_given(own)) {
		w.loc = own->loc;
		w.text = theme_option_text(f->arena, option, own, f->diag);
	}
	diag_soften(f->diag, said);
	if (!w.text.n && !w.image && value_given(standard))
		w.text = standard_of(f, option, standard);
	*list_add(f->arena, &f->theme->options) = w;
}

/* One option of a theme: the commune's value where it gives one and it is permitted. */
static void read_option(struct finder *f, const struct value_pair *p)
{
	struct theme_word w = {.key = p->key, .text = value_text(p->value, "valeur")};
	struct str kind = value_text(p->value, "genre");
	w.yes_no = str_is(kind, "oui_non");
	const struct value *own =
		value_get(f->request->options, str_cstr(f->arena, p->key));
	if (theme_option_is_typed(kind)) {
		read_typed(f, p, own);
		return;
	}
	if (value_given(own)) {
		struct str meant = permitted(f, p->value, w.yes_no, own->text);
		if (meant.n || !own->text.n)
			w.text = meant;
		else
			diag_say(f->diag, MSG_THEME_OPTION_VALUE, own->loc, p->key,
				own->text, choices_shown(f->arena, p->value, w.yes_no));
	}
	w.yes = yes_no(f->arena, w.text) == 1;
	*list_add(f->arena, &f->theme->options) = w;
}

static void read_options(struct finder *f)
{
	for (size_t i = 0; i < f->theme->n; i++) {
		const struct value *v = value_get(f->theme->chain[i].about, "options");
		for (size_t k = 0; v && k < v->map.n; k++)
			if (!word_find(&f->theme->options, v->map.v[k].key))
				read_option(f, &v->map.v[k]);
	}
	const struct value *own = f->request->options;
	struct str_list known = {0};
	for (size_t i = 0; i < f->theme->options.n; i++)
		*list_add(f->arena, &known) = f->theme->options.v[i].key;
	for (size_t k = 0; own && own->kind == VALUE_MAP && k < own->map.n; k++) {
		const struct value_pair *p = &own->map.v[k];
		if (word_find(&f->theme->options, p->key))
			continue;
		diag_say(f->diag, MSG_THEME_OPTION_UNKNOWN, p->loc, p->written);
		say_nearest(f->diag, p->loc, p->key, &known);
	}
	sort_words(&f->theme->options);
}

static int asset_cmp(const void *a, const void *b)
{
	const struct theme_asset *x = a, *y = b;
	return str_cmp(x->path, y->path);
}

static bool has_asset(const struct theme *t, struct str path)
{
	for (size_t i = 0; i < t->assets.n; i++)
		if (str_eq(t->assets.v[i].path, path))
			return true;
	return false;
}

static struct str asset_key(struct arena *a, struct str path)
{
	struct str key = str_lower_ascii(a, path);
	char *p = arena_text(a, key.n);
	for (size_t i = 0; i < key.n; i++)
		p[i] = ascii_alpha(key.p[i]) || ascii_digit(key.p[i]) ? key.p[i] : '_';
	return (struct str){p, key.n};
}

static struct loc asset_place(struct arena *a, const struct theme_asset *x)
{
	struct origin *o = arena_new(a, struct origin);
	o->name =
		str_printf(a, "%.*s: assets/%.*s", STR_ARG(x->layer), STR_ARG(x->path));
	o->layer = x->layer;
	return (struct loc){o, 0, 0};
}

/* Templates know an asset by its key: of two with one key, they reach the first only. */
static void say_same_key(struct finder *f, size_t at)
{
	const struct theme_asset *v = f->theme->assets.v, *x = &v[at];
	for (size_t i = 0; i < at; i++) {
		if (!str_eq(v[i].key, x->key))
			continue;
		diag_say(f->diag, MSG_THEME_ASSET_TWICE, asset_place(f->arena, x),
			x->path, x->key, v[i].path);
		diag_also(f->diag, MSG_NOTE_OTHER_FILE, asset_place(f->arena, &v[i]));
		return;
	}
}

static void read_assets(struct finder *f)
{
	struct theme *t = f->theme;
	for (size_t i = 0; i < t->n; i++) {
		const struct source *src = t->chain[i].source;
		size_t count, first = source_below(src, STR("assets/"), &count);
		for (size_t k = first; k < first + count; k++) {
			struct str path = str_from(src->files.v[k].path, 7);
			struct str bytes;
			if (has_asset(t, path) ||
				!source_read(src, &src->files.v[k], THEME_FILE_MAX,
					f->arena, f->diag, &bytes))
				continue;
			*list_add(f->arena, &t->assets) = (struct theme_asset){
				path, asset_key(f->arena, path), bytes, src->name};
		}
	}
	if (t->assets.n)
		qsort(t->assets.v, t->assets.n, sizeof *t->assets.v, asset_cmp);
	for (size_t i = 1; i < t->assets.n; i++)
		say_same_key(f, i);
}

/* The nearest theme that says it. */
static enum picture_way pictures_of(const struct theme *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct str said = value_text(t->chain[i].about, "photos");
		if (said.n)
			return str_is(said, "trame") ? PICTURE_HALFTONE
						     : PICTURE_IN_COLOURS;
	}
	return PICTURE_IN_COLOURS;
}

bool theme_read(struct arena *a, const struct theme_request *q, struct diag *d,
	struct theme *out)
{
	*out = (struct theme){.name = q->name};
	struct finder f = {a, q, d, out, q->named};
	add_own(&f);
	bool first = true;
	for (struct str name = q->name, parent = {0}; name.n;
		name = parent, first = false)
		if (!add_theme(&f, name, first, &parent))
			return false;
	out->pictures = pictures_of(out);
	if (!read_strings(&f))
		return false;
	read_options(&f);
	read_assets(&f);
	return true;
}

void theme_close(struct theme *t)
{
	for (size_t i = 0; i < t->n; i++)
		source_close(t->chain[i].source);
	t->n = 0;
}

const struct origin *theme_template(const struct theme *t, struct arena *a,
	struct diag *d, struct str name, unsigned depth)
{
	struct str path = str_printf(a, "templates/%.*s", STR_ARG(name));
	for (size_t i = 0; i < t->n; i++) {
		const struct source *src = t->chain[i].source;
		const struct source_file *file = source_find(src, path);
		struct str bytes;
		if (!file || !source_read(src, file, THEME_FILE_MAX, a, d, &bytes))
			continue;
		if (depth) {
			depth--;
			continue;
		}
		struct origin *o = arena_new(a, struct origin);
		o->name =
			str_printf(a, "%.*s: %.*s", STR_ARG(src->name), STR_ARG(path));
		o->layer = src->name;
		o->text = bytes;
		return o;
	}
	return NULL;
}
