/*
 * pipeline_theme.c: which theme a commune's pages are made with, and where it is looked
 * for. Reading one is model/theme.h's business.
 */
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/pipeline.h"

void pipeline_theme_folders(struct arena *a, const char *folders[THEME_FOLDERS_MAX + 1])
{
	size_t n = 0;
	struct str rest = str_of(getenv("TAMBOUR_THEMES")), one;
	while (n + 4 < THEME_FOLDERS_MAX && str_cut(&rest, ':', &one))
		if (one.n)
			folders[n++] = str_cstr(a, one);
	char exe[PATH_MAX];
	ssize_t size = readlink("/proc/self/exe", exe, sizeof exe);
	struct str program = {
		exe, size > 0 && (size_t)size < sizeof exe ? (size_t)size : 0};
	struct str beside = str_sub(program, 0, str_rindex(program, '/'));
	if (program.n) {
		static const char *const places[] = {
			"themes", "../../themes", "../share/tambour/themes"};
		for (size_t i = 0; i < 3; i++)
			folders[n++] =
				str_printf(a, "%.*s/%s", STR_ARG(beside), places[i]).p;
	}
	folders[n++] = TAMBOUR_DATADIR "/themes";
	folders[n] = NULL;
}

/* The folder of --theme: its parents are looked for beside it first. */
static bool read_given(struct pipeline *p, const struct value *settings)
{
	struct arena *a = &p->arena;
	struct str given = p->options->value[OPTION_THEME];
	char real[PATH_MAX];
	struct str folder =
		realpath(str_cstr(a, given), real) ? str_dup(a, str_of(real)) : given;
	struct str name = str_from(folder, str_rindex(folder, '/') + 1);
	const char *folders[THEME_FOLDERS_MAX + 2];
	folders[0] = str_printf(a, "%.*s/..", STR_ARG(folder)).p;
	pipeline_theme_folders(a, folders + 1);
	struct theme_request request = {.name = name,
		.commune = p->folder,
		.folders = folders,
		.options = value_get(settings, "options"),
		.within = p->folder.n ? NULL : p->source,
		.named = p->site.commune.v->loc};
	request.source = source_folder(a, str_concat(a, STR("thème "), name),
		str_cstr(a, folder), NULL, 0, &p->diag);
	return request.source && theme_read(a, &request, &p->diag, &p->theme);
}

static bool read_named(struct pipeline *p, const struct value *settings)
{
	struct arena *a = &p->arena;
	const char *folders[THEME_FOLDERS_MAX + 1];
	pipeline_theme_folders(a, folders);
	const struct value *theme = value_get(settings, "theme");
	struct str name = value_text(settings, "theme");
	struct theme_request request = {name.n ? name : STR("bocage"), p->folder,
		folders, value_get(settings, "options"),
		sources_theme(&p->sources, a, settings, &p->diag),
		p->folder.n ? NULL : p->source,
		value_given(theme) ? theme->loc : p->site.commune.v->loc};
	return !p->sources.failed && theme_read(a, &request, &p->diag, &p->theme);
}

bool pipeline_theme(struct pipeline *p)
{
	const struct value *settings = value_get(p->site.commune.v, "site");
	bool ok = p->options->given[OPTION_THEME] ? read_given(p, settings)
						  : read_named(p, settings);
	p->pictures.way = ok ? p->theme.pictures : PICTURE_IN_COLOURS;
	return ok;
}
