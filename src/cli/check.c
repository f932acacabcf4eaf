/*
 * check.c: `tambour check`: the same road, to nowhere; nothing is written. A catalogue and
 * a theme have no road to go: check_shared.c.
 */
#include <unistd.h>

#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/pipeline.h"

/* What a folder is, by the file that makes it one; a commune when it is none. */
static bool holds(const struct options *o, const char *file)
{
	if (o->given[OPTION_REPOSITORY])
		return str_is(str_of(file), "commune.yaml");
	struct arena a = {0};
	struct str folder = o->words ? o->word[0] : STR(".");
	bool there = !access(str_printf(&a, "%.*s/%s", STR_ARG(folder), file).p, F_OK);
	arena_release(&a);
	return there;
}

/* The code of the first message worth explaining. */
static struct str first_code(const struct pipeline *p)
{
	enum diag_band worst =
		diag_has(&p->diag, DIAG_ERROR) ? DIAG_ERROR : DIAG_WARNING;
	for (size_t i = 0; i < p->diag.list.n; i++)
		if (p->diag.list.v[i].band >= worst && !p->diag.list.v[i].also)
			return str_of(diag_row(p->diag.list.v[i].code)->code);
	return (struct str){0};
}

/* Before anything is read: a commune has no former version to be compared with. */
static bool may_compare(struct pipeline *p)
{
	return !p->options->given[OPTION_AGAINST] ||
	       diag_say(&p->diag, MSG_AGAINST_COMMUNE, (struct loc){0},
		       p->folder.n ? p->folder : p->upstream.want.address);
}

static bool check_commune(struct pipeline *p)
{
	return may_compare(p) && pipeline_run(p, &pipeline_nowhere, false);
}

int command_check(const struct options *o)
{
	bool (*check)(struct pipeline * p) = check_commune;
	if (!holds(o, "commune.yaml"))
		check = holds(o, "catalogue.yaml") ? check_catalogue_folder
			: holds(o, "theme.yaml")   ? check_theme_folder
						   : check_commune;
	struct pipeline p;
	bool whole = pipeline_open(&p, o) && check(&p);
	report_messages(&p);
	upstream_report(&p);
	report_stages(&p);
	size_t errors = p.diag.count[DIAG_ERROR] + p.diag.count[DIAG_FATAL];
	size_t warnings = p.diag.count[DIAG_WARNING];
	struct str args[] = {str_printf(&p.arena, "%zu", errors),
		str_printf(&p.arena, "%zu", warnings), first_code(&p)};
	if (errors + warnings == 0 && whole)
		report_done(&p, MSG_DONE_CHECK_CLEAN, NULL, 0);
	else
		report_done(&p, MSG_DONE_CHECK, args, 3);
	bool usage = check == check_commune && o->given[OPTION_AGAINST];
	bool bad = !whole || errors || (o->given[OPTION_STRICT] && warnings);
	pipeline_release(&p);
	return usage ? EXIT_USAGE : bad ? EXIT_FAULTY : EXIT_PUBLISHED;
}
