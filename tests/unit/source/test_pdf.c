/* Looking into PDFs through a program that dies, talks nonsense or says nothing. */
#include "../same.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "source/child.h"
#include "source/pdf.h"

/* Stands for tambour-pdf: its answer to a file is in the file's name. */
static const char script[] = "#!/bin/sh\n"
			     "shift\n"
			     "for path; do\n"
			     "case $path in\n"
			     "killed*) kill -9 $$ ;;\n"
			     "odd*) echo what ;;\n"
			     "cut*) printf 'read:tn'; exit 0 ;;\n"
			     "locked*) echo locked ;;\n"
			     "bare*) echo read: ;;\n"
			     "*) echo read:tnl ;;\n"
			     "esac\n"
			     "done\n";

struct world {
	struct arena a;
	char folder[32];
	int dir;
	const char *program;
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	assert_non_null(w);
	strcpy(w->folder, "/tmp/tambour-pdf-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	w->dir = open(w->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(w->dir >= 0);
	assert_int_equal(file_write(w->dir, "program", str_of(script)), 0);
	assert_int_equal(fchmodat(w->dir, "program", 0755, 0), 0);
	w->program = str_printf(&w->a, "%s/program", w->folder).p;
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	file_remove_tree(AT_FDCWD, w->folder);
	close(w->dir);
	arena_release(&w->a);
	free(w);
	return 0;
}

static void look(
	struct world *w, const char *const *paths, struct file_facts *facts, size_t n)
{
	struct file_facts **out = arena_list(&w->a, n, struct file_facts *);
	for (size_t i = 0; i < n; i++)
		out[i] = &facts[i];
	pdf_look(&w->a, w->program, w->dir, paths, out, n);
}

static void one_bad_file_costs_no_other(void **state)
{
	struct world *w = *state;
	static const char *const paths[] = {
		"a", "killed", "b", "odd", "bare", "locked", "killed", "cut", "c"};
	static const enum pdf_state wanted[] = {PDF_READ, PDF_DAMAGED, PDF_READ,
		PDF_DAMAGED, PDF_READ, PDF_LOCKED, PDF_DAMAGED, PDF_DAMAGED, PDF_READ};
	struct file_facts facts[9] = {{.pdf = PDF_NOT_SEEN}};
	look(w, paths, facts, 9);
	for (size_t i = 0; i < 9; i++)
		assert_int_equal(facts[i].pdf, wanted[i]);
	assert_true(facts[0].text && facts[0].title && facts[0].language);
	assert_false(facts[4].text || facts[4].title || facts[4].language);
	assert_true(facts[8].text);
}

static void more_files_than_a_process_takes(void **state)
{
	struct world *w = *state;
	enum { N = PDF_BATCH * 2 + 5 };
	const char *paths[N];
	struct file_facts facts[N] = {{.pdf = PDF_NOT_SEEN}};
	for (size_t i = 0; i < N; i++)
		paths[i] = i % 20 == 7 ? "killed" : "a";
	look(w, paths, facts, N);
	for (size_t i = 0; i < N; i++)
		assert_int_equal(facts[i].pdf, i % 20 == 7 ? PDF_DAMAGED : PDF_READ);
}

static void a_program_that_cannot_run_blames_no_file(void **state)
{
	struct world *w = *state;
	static const char *const paths[] = {"a"};
	struct file_facts facts[1] = {{.pdf = PDF_NOT_SEEN}};
	w->program = "/nowhere/tambour-pdf";
	look(w, paths, facts, 1);
	assert_int_equal(facts[0].pdf, PDF_NOT_SEEN);
}

static void a_child_over_its_time_is_killed(void **state)
{
	struct world *w = *state;
	static const char slow[] = "#!/bin/sh\necho first\nexec sleep 600\n";
	static const char *const words[] = {NULL};
	assert_int_equal(file_write(w->dir, "slow", str_of(slow)), 0);
	assert_int_equal(fchmodat(w->dir, "slow", 0755, 0), 0);
	struct child_answer r = child_run(
		&w->a, str_printf(&w->a, "%s/slow", w->folder).p, words, -1, 1);
	assert_int_equal(r.end, CHILD_SLOW);
	assert_int_equal(r.signal, 9);
	assert_same(r.text, "first\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			one_bad_file_costs_no_other, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			more_files_than_a_process_takes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_program_that_cannot_run_blames_no_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_child_over_its_time_is_killed, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
