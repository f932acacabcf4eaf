/*
 * theme_views.c: a theme's own words, options and assets as shapes and views, and its
 * templates compiled against them. It reads no file: model/theme.h does.
 */
#include "render/render.h"
#include "render/render_internal.h"
#include "text/typography.h"

static const struct origin *find(void *user, struct str name, unsigned depth)
{
	struct render *r = user;
	*list_add(r->site, &r->asked) = name;
	return theme_template(r->theme, r->site, r->d, name, depth);
}

/* Every file under templates/, for suggestions. */
static struct str_list template_names(struct render *r)
{
	struct str_list names = {0};
	for (size_t i = 0; i < r->theme->n; i++) {
		const struct source *src = r->theme->chain[i].source;
		size_t count, first = source_below(src, STR("templates/"), &count);
		for (size_t k = first; k < first + count; k++)
			*list_add(r->site, &names) = str_from(src->files.v[k].path, 10);
	}
	return names;
}

static const struct shape *shape_of(
	struct arena *a, const char *name, struct slot *slots, size_t n)
{
	struct shape *s = arena_new(a, struct shape);
	*s = (struct shape){.name = name, .slots = slots, .n = n};
	return s;
}

static const struct shape *words_shape(
	struct arena *a, const char *name, const struct theme_words *words)
{
	struct slot *slots = arena_list(a, words->n, struct slot);
	for (size_t i = 0; i < words->n; i++) {
		const struct theme_word *w = &words->v[i];
		slots[i] = (struct slot){.name = str_cstr(a, w->key),
			.kind = w->yes_no  ? SLOT_YES
				: w->image ? SLOT_RECORD
					   : SLOT_TEXT,
			.optional = w->image,
			.of = w->image ? data_model_image : NULL};
	}
	return shape_of(a, name, slots, words->n);
}

static struct view words_view(struct arena *a, const struct theme_words *words)
{
	struct view *v = arena_list(a, words->n, struct view);
	for (size_t i = 0; i < words->n; i++)
		v[i] = words->v[i].yes_no
			       ? view_yes(words->v[i].yes)
			       : view_text(typography_of(a, words->v[i].text));
	return view_record(v);
}

struct view options_view(struct render *r, struct str prefix)
{
	const struct theme_words *words = &r->theme->options;
	struct view *v = arena_list(r->site, words->n, struct view);
	if (words->n)
		memcpy(v, r->options.slots, words->n * sizeof *v);
	for (size_t i = 0; i < words->n; i++)
		if (words->v[i].image)
			v[i] = picture_view(r, r->site, prefix, words->v[i].text);
	return view_record(v);
}

/* A picture that an option names is one of the commune's. */
static void check_pictures(const struct render *r)
{
	const struct theme_words *words = &r->theme->options;
	for (size_t i = 0; r->w && i < words->n; i++) {
		const struct theme_word *w = &words->v[i];
		/* What is there and damaged was said with the other pictures. */
		bool there = map_get(&r->w->by_file, w->text) &&
			     picture_format_of_path(w->text) != PICTURE_NONE;
		if (w->image && w->text.n && !there)
			diag_say(r->d, MSG_CHECK_IMAGE_BROKEN, w->loc, w->text);
	}
}

static const struct shape *assets_shape(struct render *r)
{
	size_t n = r->theme->assets.n;
	struct slot *slots = arena_list(r->site, n, struct slot);
	for (size_t i = 0; i < n; i++)
		slots[i] = (struct slot){.kind = SLOT_LINK,
			.name = str_cstr(r->site, r->theme->assets.v[i].key)};
	return shape_of(r->site, "ressources", slots, n);
}

struct view assets_view(struct render *r, struct str prefix)
{
	struct view *v = arena_list(r->site, r->theme->assets.n, struct view);
	for (size_t i = 0; i < r->theme->assets.n; i++)
		v[i] = view_text(link_of_file(r->site, prefix, r->assets[i]));
	return view_record(v);
}

bool theme_prepare(struct render *r)
{
	static const char *const files[] = {
#define T(id, file) file,
#include "render/templates.def"
#undef T
	};
	const struct theme *t = r->theme;
	r->strings = words_view(r->site, &t->strings);
	r->options = words_view(r->site, &t->options);
	check_pictures(r);
	const struct shape *root =
		data_model_root(r->site, words_shape(r->site, "chaines", &t->strings),
			words_shape(r->site, "options", &t->options), assets_shape(r));
	struct str_list names = template_names(r);
	struct template_rules rules = {find, r, names.v, names.n};
	struct template_set *set = template_set_new(r->site, &rules, r->d);
	bool ok = true, asked[TEMPLATE_COUNT] = {false};
	for (size_t i = 0; r->w && i < r->w->nodes.n; i++)
		asked[look_of(r->w->nodes.v[i])->template] = true;
	for (size_t i = 0; i < TEMPLATE_COUNT; i++) {
		if (r->w && !asked[i])
			continue;
		r->templates[i] = template_compile(set, str_of(files[i]), root);
		ok = ok && r->templates[i];
	}
	return ok;
}

static bool was_asked(const struct render *r, struct str name)
{
	for (size_t i = 0; i < r->asked.n; i++)
		if (str_eq(r->asked.v[i], name))
			return true;
	return false;
}

bool theme_check(struct arena *a, const struct theme *t, struct diag *d)
{
	struct arena page = {0};
	struct render r = {.site = a, .page = &page, .theme = t, .d = d};
	assets_name(&r);
	bool ok = theme_prepare(&r);
	const struct source *own = t->chain[0].source;
	size_t count, first = source_below(own, STR("templates/"), &count);
	for (size_t i = first; ok && i < first + count; i++) {
		struct str path = own->files.v[i].path;
		if (was_asked(&r, str_from(path, 10)))
			continue;
		struct origin *o = arena_new(a, struct origin);
		o->name =
			str_printf(a, "%.*s: %.*s", STR_ARG(own->name), STR_ARG(path));
		struct loc whole = {o, 0, 0};
		diag_say(d, MSG_THEME_ALONE_UNUSED, whole, path);
	}
	arena_release(&page);
	return ok;
}
