/*
 * bench_markup.c: what compiling bodies costs. It judges nothing by itself:
 *
 *     bench_markup families          each pathological family, 90 and 960 kB: one line
 *                                    each, and 1 as exit status over 1 s or 100 MB
 *     bench_markup bodies FILE...    the files' bodies, beside cmark_markdown_to_html
 *
 * Each family runs in a process of its own, so that its peak of memory is its own.
 */
#include <cmark.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "markup/body.h"
#include "unit/markup/families.h"

#define SECONDS_MAX 1.0
#define KIB_MAX (100L << 10)
#define ROUNDS 20

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const char *compile_once(struct str text)
{
	struct arena a = {0};
	struct origin o = {.name = STR_INIT("essai.md"), .text = text};
	struct diag d = diag_on(&a);
	struct markup m = {0};
	struct body body;
	bool ok = body_compile(&a, &m, &o, 0, text, &d, &body);
	return ok ? "compiled" : diag_row(d.list.v[0].code)->code;
}

static int family_child(const struct family *f, size_t bytes)
{
	struct arena a = {0};
	struct str text = family_text(&a, f, bytes);
	double start = seconds();
	const char *how = compile_once(text);
	double took = seconds() - start;
	struct rusage use;
	getrusage(RUSAGE_SELF, &use);
	bool over = took > SECONDS_MAX || use.ru_maxrss > KIB_MAX;
	printf("%-32s %7zu B %7.3f s %7ld KiB  %s%s\n", f->name, text.n, took,
		use.ru_maxrss, how, over ? "  OVER" : "");
	fflush(stdout);
	return over;
}

static int families_run(void)
{
	static const size_t sizes[] = {90000, 960000};
	int worst = 0;
	for (size_t i = 0; i < 2 * FAMILIES; i++) {
		fflush(stdout);
		pid_t child = fork();
		if (child == 0)
			_exit(family_child(&families[i / 2], sizes[i % 2]));
		int status = 0;
		if (child < 0 || waitpid(child, &status, 0) != child || status)
			worst = 1;
	}
	return worst;
}

/* The text behind a header, which is no Markdown. */
static struct str body_of(struct str file)
{
	size_t end = str_starts(file, STR("---\n")) ? str_find(file, STR("\n---\n"))
						    : file.n;
	return end < file.n ? str_from(file, end + 5) : file;
}

static double cmark_rounds(struct arena *a, struct str text)
{
	const char *p = str_cstr(a, text);
	double start = seconds();
	for (int i = 0; i < ROUNDS; i++)
		free(cmark_markdown_to_html(p, text.n, CMARK_OPT_DEFAULT));
	return seconds() - start;
}

static double our_rounds(struct arena *scratch, struct str text, size_t *kept)
{
	struct origin o = {.name = STR_INIT("essai.md"), .text = text};
	struct markup m = {.scratch = scratch};
	double start = seconds();
	for (int i = 0; i < ROUNDS; i++) {
		struct arena a = {0};
		struct diag d = diag_on(&a);
		struct body b;
		d.muted = true;
		body_compile(&a, &m, &o, 0, text, &d, &b);
		*kept += b.html.n + b.pieces.n * sizeof *b.pieces.v +
			 b.links.n * sizeof *b.links.v;
		arena_release(&a);
	}
	return seconds() - start;
}

static int bodies_run(int n, char **paths)
{
	struct arena a = {0}, scratch = {0};
	double cmark = 0, ours = 0;
	size_t bytes = 0, kept = 0;
	for (int i = 0; i < n; i++) {
		struct str file;
		if (file_read(&a, AT_FDCWD, paths[i], (size_t)1 << 24, &file)) {
			fprintf(stderr, "bench_markup: %s cannot be read\n", paths[i]);
			return 2;
		}
		struct str text = body_of(file);
		bytes += text.n;
		cmark += cmark_rounds(&a, text);
		ours += our_rounds(&scratch, text, &kept);
	}
	printf("%d bodies, %zu B: cmark %.3f ms, ours %.3f ms, ratio %.2f; kept %.2f B "
	       "for a byte\n",
		n, bytes, cmark * 1e3 / ROUNDS, ours * 1e3 / ROUNDS, ours / cmark,
		(double)kept / ROUNDS / (double)bytes);
	arena_release(&scratch);
	arena_release(&a);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[1], "families"))
		return families_run();
	if (argc > 2 && !strcmp(argv[1], "bodies"))
		return bodies_run(argc - 2, argv + 2);
	fputs("usage: bench_markup families | bench_markup bodies FILE...\n", stderr);
	return 2;
}
