/* report.c: what a command says, to a person or a program. It decides nothing. */
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "text/utf8.h"

static bool is_json(const struct options *o)
{
	return str_is(o->value[OPTION_FORMAT], "json");
}

static bool wants_colour(FILE *out)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
	return isatty(fileno(out)) && !(no && *no) && term &&
	       !str_is(str_of(term), "dumb");
}

void report_messages(struct pipeline *p)
{
	const struct options *o = p->options;
	FILE *out = is_json(o) ? stdout : stderr;
	struct diag_style style = {
		.lang = pipeline_lang(p),
		.json = is_json(o),
		.colour = !is_json(o) && wants_colour(out),
		.strict = o->given[OPTION_STRICT],
		.least = o->given[OPTION_QUIET] ? DIAG_WARNING : DIAG_NOTE,
	};
	diag_sort(&p->diag);
	diag_print(&p->diag, &style, out);
}

void report_line(const struct diag *d, enum diag_lang lang)
{
	const struct diag_message *last = &d->list.v[d->list.n - 1];
	struct strbuf b = strbuf_on(d->arena);
	diag_quote(&b, diag_sentence(d->arena, last, lang));
	struct str cure = diag_cure(d->arena, last, lang);
	if (cure.n)
		strbuf_lit(&b, "\n    → ");
	diag_quote(&b, cure);
	printf("%.*s\n", STR_ARG(strbuf_str(&b)));
}

void report_done(
	struct pipeline *p, enum diag_code code, const struct str *args, size_t n)
{
	const struct options *o = p->options;
	if (o->given[OPTION_QUIET])
		return;
	struct diag one = diag_on(&p->arena);
	diag_add(&one, code, false, (struct loc){0}, args, n);
	struct diag_style style = {.lang = pipeline_lang(p), .json = true};
	if (is_json(o)) {
		diag_print(&one, &style, stdout);
		return;
	}
	report_line(&one, style.lang);
}

/* A column of names is as wide as they look: printf would count an é as two. */
static void print_measure(const char *name, double n, const char *unit)
{
	int shown = (int)utf8_count(str_of(name));
	printf("%s%*s %8.1f %s\n", name, shown < 10 ? 10 - shown : 0, "", n, unit);
}

void report_stages(struct pipeline *p)
{
	static const char *const names[STAGES][2] = {
		[STAGE_READ] = {"lire", "read"},
		[STAGE_RESOLVE] = {"relier", "resolve"},
		[STAGE_CHECK] = {"vérifier", "check"},
		[STAGE_RENDER] = {"composer", "render"},
		[STAGE_PUBLISH] = {"publier", "publish"},
	};
	enum diag_lang lang = pipeline_lang(p);
	if (!p->options->given[OPTION_VERBOSE] || is_json(p->options))
		return;
	for (int s = 0; s < STAGES; s++)
		if (p->went[s])
			print_measure(names[s][lang], p->seconds[s] * 1e3, "ms");
	struct rusage use;
	getrusage(RUSAGE_SELF, &use);
	print_measure(lang == LANG_FR ? "mémoire" : "memory",
		(double)use.ru_maxrss / 1024.0, lang == LANG_FR ? "Mo" : "MB");
	if (p->publisher)
		printf("%-10s %s\n", "swap", publisher_report(p->publisher).swap);
}

void report_usage(struct diag *d, const struct options *o)
{
	struct diag_style style = {
		.lang = o->help_lang, .colour = wants_colour(stderr)};
	diag_print(d, &style, stderr);
}
