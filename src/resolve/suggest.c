/*
 * suggest.c: what a path that leads nowhere may have meant. It decides nothing: its
 * word only goes into messages.
 */
#include "resolve/web.h"
#include "text/utf8.h"

/* Names compared in a run, about 5 µs each: ten thousand broken links must not take
 * hours. */
#define COMPARED_MAX 100000u

struct suggest {
	struct str_list paths,
		names;      /* of all that can be named; the last part of each */
	struct map by_name; /* folded last part -> path; with its ending, and without */
	size_t compared;
};

/* "pages/vie/École.md" -> "École.md". */
static struct str file_of(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? path : str_from(path, slash + 1);
}

/* "pages/vie/École.md" -> "École". */
static struct str name_of(struct str path)
{
	struct str name = file_of(path);
	return str_sub(name, 0, str_rindex(name, '.'));
}

static void add(struct arena *a, struct suggest *s, struct str path)
{
	struct str name = name_of(path);
	*list_add(a, &s->paths) = path;
	*list_add(a, &s->names) = name;
	if (str_is(name, "index"))
		return;
	struct str *kept = arena_new(a, struct str);
	*kept = path;
	struct str forms[] = {name, file_of(path)};
	for (size_t i = 0; i < 2; i++) {
		void **slot = map_put(a, &s->by_name, utf8_fold(a, forms[i]));
		if (!*slot)
			*slot = kept;
	}
}

/* Gathered when the first broken link is met: most sites have none. */
static void gather(const struct web *w, struct suggest *s)
{
	if (s->paths.n)
		return;
	for (size_t i = 0; i < w->nodes.n; i++)
		if (w->nodes.v[i]->source.n && w->nodes.v[i]->kind != NODE_MOVED)
			add(w->arena, s, w->nodes.v[i]->source);
	for (size_t i = 0; i < w->files.n; i++)
		add(w->arena, s, w->files.v[i].path);
}

void web_suggest_open(struct web *w)
{
	w->suggest = arena_new(w->arena, struct suggest);
}

/* The path whose last part is near; empty when none is. */
static struct str near_name(const struct suggest *s, struct str name)
{
	struct str near = utf8_nearest(name, s->names.v, s->names.n);
	for (size_t i = 0; i < s->names.n && near.n; i++)
		if (s->names.v[i].p == near.p)
			return s->paths.v[i];
	return (struct str){0};
}

struct str web_suggest(const struct web *w, struct str path)
{
	struct suggest *s = w->suggest;
	if (!path.n)
		return path;
	gather(w, s);
	struct str name = name_of(path);
	const struct str *same =
		map_get(&s->by_name, utf8_fold(w->arena, file_of(path)));
	if (!same)
		same = map_get(&s->by_name, utf8_fold(w->arena, name));
	if (same)
		return *same;
	if (s->compared > COMPARED_MAX)
		return (struct str){0};
	s->compared += 2 * s->paths.n;
	struct str near = utf8_nearest(path, s->paths.v, s->paths.n);
	return near.n ? near : near_name(s, name);
}
