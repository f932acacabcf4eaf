/* check.c: `tambour check`: the same road, to nowhere; nothing is written. */
#include "cli/commands.h"
#include "cli/pipeline.h"

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

int command_check(const struct options *o)
{
	struct pipeline p;
	bool whole = pipeline_open(&p, o) && pipeline_run(&p, &pipeline_nowhere, false);
	report_messages(&p);
	report_stages(&p);
	size_t errors = p.diag.count[DIAG_ERROR] + p.diag.count[DIAG_FATAL];
	size_t warnings = p.diag.count[DIAG_WARNING];
	struct str args[] = {str_printf(&p.arena, "%zu", errors),
		str_printf(&p.arena, "%zu", warnings), first_code(&p)};
	if (errors + warnings == 0 && whole)
		report_done(&p, MSG_DONE_CHECK_CLEAN, NULL, 0);
	else
		report_done(&p, MSG_DONE_CHECK, args, 3);
	bool bad = !whole || errors || (o->given[OPTION_STRICT] && warnings);
	pipeline_release(&p);
	return bad ? EXIT_FAULTY : EXIT_PUBLISHED;
}
