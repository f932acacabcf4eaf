/*
 * check_shared.c: `tambour check` on what an association publishes, a catalogue or a
 * theme, alone: for its maintainers, before any commune meets it. It opens and calls;
 * what is wrong is check's and render's to say.
 */
#include <limits.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "check/catalogue.h"
#include "check/check.h"
#include "check/theme.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "render/render.h"

/* "/srv/git/association" -> "association". */
static struct str last_part(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? path : str_from(path, slash + 1);
}

/* The folder of --against, absolute; empty, said, when there is none. */
static struct str previous_folder(struct pipeline *p)
{
	char real[PATH_MAX];
	struct str given = p->options->value[OPTION_AGAINST];
	if (realpath(str_cstr(&p->arena, given), real))
		return str_dup(&p->arena, str_of(real));
	diag_say(&p->diag, MSG_AGAINST_UNREADABLE, (struct loc){0}, given);
	return (struct str){0};
}

static struct source *open_folder(
	struct pipeline *p, struct str shown, struct str folder)
{
	return source_folder(&p->arena, shown, str_cstr(&p->arena, folder), p->skip.v,
		p->skip.n, &p->diag);
}

/* ---- a catalogue ---- */

/* What was wrong with the former version is nobody's business any more. */
static bool compare_catalogue(struct pipeline *p, const struct catalogue *now)
{
	struct catalogue before;
	struct str folder = previous_folder(p);
	if (!folder.n)
		return false;
	p->diag.muted = true;
	struct source *src = open_folder(p, STR("avant"), folder);
	bool ok = src && catalogue_read(&p->arena, now->name, src, &p->diag, &before);
	p->diag.muted = false;
	if (ok)
		check_catalogue_against(now, &before, &p->diag);
	else
		diag_say(&p->diag, MSG_AGAINST_UNREADABLE, (struct loc){0}, folder);
	if (src)
		source_close(src);
	return ok;
}

bool check_catalogue_folder(struct pipeline *p)
{
	struct catalogue c;
	p->source = open_folder(p, (struct str){0}, p->folder);
	if (!p->source || !catalogue_read_strictly(&p->arena, last_part(p->folder),
				  p->source, &p->diag, &c))
		return false;
	/* No commune: see struct merge. */
	p->site = (struct site){.arena = &p->arena, .source = p->source};
	*list_add(&p->arena, &p->site.catalogues) = c;
	p->now = pipeline_now(p->options, STR("Europe/Paris"));
	web_resolve(&p->arena, &p->site, p->now, &p->diag, &p->web);
	check_web(&p->web, &p->diag);
	check_catalogue(&p->web, &p->diag);
	facts_check(&p->web, &p->diag);
	return !p->options->given[OPTION_AGAINST] || compare_catalogue(p, &c);
}

/* ---- a theme ---- */

static bool open_theme(
	struct pipeline *p, struct str shown, struct str folder, struct theme *out)
{
	/* Beside it first: an association's themes stand side by side. */
	const char *folders[THEME_FOLDERS_MAX + 2];
	folders[0] = str_printf(&p->arena, "%.*s/..", STR_ARG(folder)).p;
	pipeline_theme_folders(&p->arena, folders + 1);
	struct theme_request request = {.name = last_part(folder), .folders = folders};
	request.source =
		open_folder(p, str_printf(&p->arena, "%.*s", STR_ARG(shown)), folder);
	return request.source && theme_read(&p->arena, &request, &p->diag, out);
}

static bool compare_theme(struct pipeline *p)
{
	struct theme before = {0};
	struct str folder = previous_folder(p);
	if (!folder.n)
		return false;
	p->diag.muted = true;
	bool ok = open_theme(p, STR("avant"), folder, &before);
	p->diag.muted = false;
	if (ok)
		check_theme_against(&p->theme, &before, &p->arena, &p->diag);
	else
		diag_say(&p->diag, MSG_AGAINST_UNREADABLE, (struct loc){0}, folder);
	theme_close(&before);
	return ok;
}

bool check_theme_folder(struct pipeline *p)
{
	struct str shown =
		str_printf(&p->arena, "thème %.*s", STR_ARG(last_part(p->folder)));
	if (!open_theme(p, shown, p->folder, &p->theme))
		return false;
	check_theme(&p->theme, &p->diag);
	bool ok = theme_check(&p->arena, &p->theme, &p->diag);
	return (!p->options->given[OPTION_AGAINST] || compare_theme(p)) && ok;
}
