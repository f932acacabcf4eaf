/*
 * bench_catalogue.c: what a large catalogue costs: reading and preparing it, merging it for
 * one commune, surveying it for all territories. No test calls it: catalogue/run does.
 *
 *	bench_catalogue CATALOGUE COMMUNE...
 *
 * COMMUNE: folders with a commune.yaml. Prints medians of processor time, in milliseconds:
 * on a busy machine the clock on the wall says nothing.
 */
#include <stdlib.h>
#include <time.h>

#include "base/strbuf.h"
#include "resolve/survey.h"

#define ROUNDS 5

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof *v, by_value);
	return v[n / 2];
}

static struct source *open_source(struct arena *a, const char *path, struct diag *d)
{
	struct source *s = source_folder(a, (struct str){0}, path, NULL, 0, d);
	if (!s)
		exit(1);
	return s;
}

static void print_messages(struct diag *d)
{
	diag_sort(d);
	diag_print(d, &(struct diag_style){.lang = LANG_EN, .least = DIAG_WARNING},
		stderr);
}

static void bench_load(const char *path)
{
	double ms[ROUNDS], prepared[ROUNDS];
	for (int i = 0; i < ROUNDS; i++) {
		struct arena a = {0};
		struct diag d = diag_on(&a);
		struct catalogue c;
		double from = now_ms();
		struct source *s = open_source(&a, path, &d);
		if (!catalogue_read(&a, STR("banc"), s, &d, &c))
			exit(1);
		ms[i] = now_ms() - from;
		catalogue_prepare(&a, &c);
		prepared[i] = now_ms() - from - ms[i];
		if (i == 0)
			printf("procedures %zu, territories %zu, %zu kB\n",
				c.procedures.n, value_count(c.territories),
				a.total >> 10);
		source_close(s);
		arena_release(&a);
	}
	printf("load   %8.1f ms, preparing %.1f ms\n", median(ms, ROUNDS),
		median(prepared, ROUNDS));
}

/* The catalogue is read once, as for a fleet; each commune merges it anew. */
static void bench_merge(
	struct arena *a, const struct catalogue *c, const char *folder, struct diag *d)
{
	double ms[ROUNDS];
	struct site site = {.arena = a};
	struct source *src = open_source(a, folder, d);
	struct site_doors doors = {0};
	if (!site_read(a, src, &doors, d, &site))
		exit(1);
	*list_add(a, &site.catalogues) = *c;
	for (int i = 0; i < ROUNDS; i++) {
		struct arena scratch = {0};
		struct procedures p;
		double from = now_ms();
		procedures_merge(&scratch, &site, (struct date){2026, 11, 24}, d, &p);
		ms[i] = now_ms() - from;
		if (i == 0)
			printf("%s: %zu kB, ", folder, scratch.total >> 10);
		arena_release(&scratch);
	}
	printf("merge %8.1f ms\n", median(ms, ROUNDS));
	source_close(src);
}

static void count_form(void *user, const struct procedure_form *f)
{
	(void)f;
	++*(size_t *)user;
}

static void count_never(void *user, const struct value *variant, struct str how)
{
	(void)user;
	(void)variant;
	(void)how;
}

static void bench_survey(struct arena *a, const struct catalogue *c, struct diag *d)
{
	struct site site = {.arena = a, .source = c->source};
	struct procedures p;
	size_t forms = 0;
	const struct survey survey = {&forms, count_form, count_never};
	*list_add(a, &site.catalogues) = *c;
	double from = now_ms();
	procedures_merge(a, &site, (struct date){2026, 11, 24}, d, &p);
	double merged = now_ms();
	catalogue_survey(&site, &p, (struct date){2026, 11, 24}, &survey, d);
	printf("survey %8.1f ms (%zu forms), after a merge of %.1f ms\n",
		now_ms() - merged, forms, merged - from);
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct catalogue c;
	if (argc < 2)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	bench_load(argv[1]);
	struct source *s = open_source(&a, argv[1], &d);
	if (!catalogue_read(&a, STR("banc"), s, &d, &c))
		return 1;
	catalogue_prepare(&a, &c);
	for (int i = 2; i < argc; i++)
		bench_merge(&a, &c, argv[i], &d);
	bench_survey(&a, &c, &d);
	print_messages(&d);
	source_close(s);
	arena_release(&a);
	return 0;
}
