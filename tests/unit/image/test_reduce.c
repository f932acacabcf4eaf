/* Reducing through a program that dies, lies, says nothing or writes nothing. */
#include "../same.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "image/reduce.h"

/* Stands for tambour-image: what it does is in the picture. */
static const char script[] =
	"#!/bin/sh\n"
	"cd /proc/self/fd/3\n"
	"read -r word\n"
	"case $word in\n"
	"good) printf 12345 >$2-0.$3; printf 123 >$2-8.webp\n"
	"echo own 10 20 5; echo webp 8 16 3; echo done ;;\n"
	"killed) kill -9 $$ ;;\n"
	"damaged) echo damaged ;;\n"
	"status) echo damaged; exit 1 ;;\n"
	"absent) echo own 10 20 5; echo done ;;\n"
	"short) printf 1 >$2-0.$3; echo own 10 20 5; echo done ;;\n"
	"wide) printf 12345 >$2-0.$3; echo own 1601 20 5; echo done ;;\n"
	"path) echo own 10 20 5; echo 'webp ../8 16 3'; echo done ;;\n"
	"undone) printf 12345 >$2-0.$3; echo own 10 20 5 ;;\n"
	"silent) ;;\n"
	"esac\n";

struct world {
	struct arena a;
	char folder[40];
	int dir, copies;
	const char *program;
	size_t done;
};

static int set_up(void **state)
{
	struct world *w = calloc(1, sizeof *w);
	assert_non_null(w);
	strcpy(w->folder, "/tmp/tambour-image-XXXXXX");
	assert_non_null(mkdtemp(w->folder));
	w->dir = open(w->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	assert_true(w->dir >= 0);
	assert_int_equal(file_write(w->dir, "program", str_of(script)), 0);
	assert_int_equal(fchmodat(w->dir, "program", 0755, 0), 0);
	assert_int_equal(file_make_dirs(w->dir, "copies"), 0);
	w->copies = openat(w->dir, "copies", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	w->program = str_printf(&w->a, "%s/program", w->folder).p;
	*state = w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;
	file_remove_tree(AT_FDCWD, w->folder);
	close(w->copies);
	close(w->dir);
	arena_release(&w->a);
	free(w);
	return 0;
}

static const char *const words[] = {"good", "killed", "damaged", "status", "absent",
	"short", "wide", "path", "undone", "silent", "gone", "good"};
#define WORDS (sizeof words / sizeof *words)

static int open_word(void *user, const struct reduction *r)
{
	struct world *w = user;
	const char *word = words[r->tag];
	if (!strcmp(word, "gone"))
		return -1;
	assert_int_equal(file_write(w->dir, word, str_printf(&w->a, "%s\n", word)), 0);
	return openat(w->dir, word, O_RDONLY | O_CLOEXEC);
}

static void count(void *user, const struct reduction *r)
{
	(void)r;
	((struct world *)user)->done++;
}

static struct reduction *run(struct world *w, unsigned jobs)
{
	struct reduction *list = arena_list(&w->a, WORDS, struct reduction);
	struct reducer r = {.program = w->program,
		.dir = w->copies,
		.jobs = jobs,
		.user = w,
		.open = open_word,
		.done = count};
	for (size_t i = 0; i < WORDS; i++)
		list[i] = (struct reduction){
			.key = str_dup(
				&w->a, str_of(hash_hex(
					       str_printf(&w->a, "%zu %s", i, words[i]))
						       .s)),
			.format = PICTURE_JPEG,
			.tag = i};
	w->done = 0;
	reduce_all(&w->a, &r, list, WORDS);
	return list;
}

static void believes_nothing_unseen(void **state)
{
	struct world *w = *state;
	static const enum reduce_end ends[WORDS] = {REDUCE_SEEN, REDUCE_LIMIT,
		REDUCE_SEEN, REDUCE_FAILED, REDUCE_FAILED, REDUCE_FAILED, REDUCE_FAILED,
		REDUCE_FAILED, REDUCE_FAILED, REDUCE_FAILED, REDUCE_FAILED,
		REDUCE_SEEN};
	for (unsigned jobs = 1; jobs <= 5; jobs += 4) {
		struct reduction *list = run(w, jobs);
		assert_int_equal(w->done, WORDS);
		for (size_t i = 0; i < WORDS; i++) {
			struct picture p = {0};
			print_message("%s\n", words[i]);
			assert_int_equal(list[i].end, ends[i]);
			assert_int_equal(reduce_find(&w->a, w->copies, list[i].key,
						 PICTURE_JPEG, &p),
				ends[i] == REDUCE_SEEN);
			assert_int_equal(p.state, ends[i] != REDUCE_SEEN
							  ? PICTURE_UNSEEN
						  : i == 2 ? PICTURE_LEFT
							   : PICTURE_REDUCED);
		}
		reduce_prune(w->copies, NULL, 0);
	}
}

static void a_copy_that_went_is_made_again(void **state)
{
	struct world *w = *state;
	struct reduction *list = run(w, 2);
	struct picture p = {0};
	assert_true(reduce_find(&w->a, w->copies, list[0].key, PICTURE_JPEG, &p));
	assert_int_equal(p.n_webp, 1);
	assert_int_equal(p.webp[0].width, 8);
	assert_int_equal(p.width, 10);
	unlinkat(w->copies, str_cstr(&w->a, p.webp[0].name), 0);
	p = (struct picture){0};
	assert_false(reduce_find(&w->a, w->copies, list[0].key, PICTURE_JPEG, &p));
}

static void prune_keeps_what_is_used(void **state)
{
	struct world *w = *state;
	struct reduction *list = run(w, 2);
	struct picture p = {0};
	reduce_prune(w->copies, &list[0].key, 1);
	assert_true(reduce_find(&w->a, w->copies, list[0].key, PICTURE_JPEG, &p));
	assert_false(reduce_find(&w->a, w->copies, list[11].key, PICTURE_JPEG, &p));
	assert_true(faccessat(w->copies,
		str_printf(&w->a, "%.*s-0.jpg", STR_ARG(list[11].key)).p, F_OK, 0));
}

static void keys_are_of_the_bytes(void **state)
{
	(void)state;
	assert_string_equal(reduce_key(STR("a"), PICTURE_IN_COLOURS).s,
		reduce_key(STR("a"), PICTURE_IN_COLOURS).s);
	assert_string_not_equal(reduce_key(STR("a"), PICTURE_IN_COLOURS).s,
		reduce_key(STR("b"), PICTURE_IN_COLOURS).s);
	assert_string_not_equal(
		reduce_key(STR("a"), PICTURE_IN_COLOURS).s, hash_hex(STR("a")).s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			believes_nothing_unseen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_copy_that_went_is_made_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			prune_keeps_what_is_used, set_up, tear_down),
		cmocka_unit_test(keys_are_of_the_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
