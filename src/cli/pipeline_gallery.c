/*
 * pipeline_gallery.c: --gallery: specimens are read as a commune, and take the place of
 * the one that was read, in its colours. Every step behind sees a commune like another.
 *
 * A theme may keep its own in its folder galerie/. Those of all others are the folder
 * `galerie` that stands among the themes and is none: a build lists the files of its
 * themes each time, and sixty more would be a twentieth of a build without change.
 */
#include <unistd.h>

#include "cli/pipeline.h"

#define FOLDER "galerie"

static struct source *own_specimens(struct pipeline *p)
{
	for (size_t i = 0; i < p->theme.n; i++) {
		const struct source *theme = p->theme.chain[i].source;
		struct source *part = source_part(&p->arena, theme,
			str_printf(&p->arena, "%.*s: " FOLDER, STR_ARG(theme->name)),
			STR(FOLDER));
		if (part && source_find(part, STR("commune.yaml")))
			return part;
	}
	return NULL;
}

static struct source *common_specimens(struct pipeline *p)
{
	const char *folders[THEME_FOLDERS_MAX + 1];
	struct arena *a = &p->arena;
	pipeline_theme_folders(a, folders);
	for (size_t i = 0; folders[i]; i++) {
		const char *folder = str_printf(a, "%s/" FOLDER, folders[i]).p;
		if (!access(str_printf(a, "%s/commune.yaml", folder).p, R_OK))
			return source_folder(a, STR(FOLDER), folder, NULL, 0, &p->diag);
	}
	return NULL;
}

/* A copy of a map in which this key holds this value. */
static const struct value *with(struct arena *a, const struct value *map,
	const char *key, const struct value *value)
{
	struct value *copy = arena_new(a, struct value);
	*copy = *map;
	copy->map.v = NULL;
	copy->map.n = copy->map.cap = 0;
	for (size_t i = 0; i < map->map.n; i++)
		if (!str_is(map->map.v[i].key, key))
			*list_add(a, &copy->map) = map->map.v[i];
	*list_add(a, &copy->map) = (struct value_pair){.key = str_of(key),
		.written = str_of(key),
		.loc = value->loc,
		.value = value};
	return copy;
}

/* The theme and its options were read for the commune: its colour alone is left. */
static void dress(struct pipeline *p, struct site *specimen)
{
	for (size_t i = 0; i < p->theme.options.n; i++)
		if (p->theme.options.v[i].image) /* a file of the commune */
			p->theme.options.v[i].text = (struct str){0};
	const struct value *own = value_get(p->site.commune.v, "site");
	const struct value *colour = value_get(own, "couleur");
	const struct value *site = value_get(specimen->commune.v, "site");
	if (!value_given(colour) || !value_given(site))
		return;
	site = with(&p->arena, site, "couleur", colour);
	specimen->commune.v = with(&p->arena, specimen->commune.v, "site", site);
}

bool pipeline_gallery(struct pipeline *p)
{
	struct arena *a = &p->arena;
	struct source *own = own_specimens(p);
	struct source *source = own ? own : common_specimens(p);
	if (!source)
		return diag_say(
			&p->diag, MSG_GALLERY_MISSING, (struct loc){0}, p->theme.name);
	struct site_doors doors = {.facts = p->site.facts,
		.calendars = p->site.calendars,
		.pictures = p->site.pictures};
	struct site specimen;
	if (!site_read(a, source, &doors, &p->diag, &specimen)) {
		if (!own)
			source_close(source);
		return false;
	}
	specimen.gallery = true;
	dress(p, &specimen);
	if (!own)
		*list_add(a, &specimen.opened) = source;
	/* What the commune's catalogues hold open is closed with the rest. */
	for (size_t i = 0; i < p->site.opened.n; i++)
		*list_add(a, &specimen.opened) = p->site.opened.v[i];
	p->site = specimen;
	return true;
}
