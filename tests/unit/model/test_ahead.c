/* Pages parsed by several threads are those that one makes, in the same order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/ahead.h"

#define PAGES 600

struct world {
	struct arena arena;
	struct source_file files[PAGES];
	struct ahead pages[PAGES];
	size_t asked; /* files read so far */
};

/* Every 7th page has a faulty header, every 11th cannot be read. */
static struct str text_of(struct arena *a, size_t i)
{
	return str_printf(a,
		"---\ntitre: %s\n---\n## Partie %zu\n\nUn *mot* : 5 km, « x »,\n"
		"<https://www.exemple.example/%zu>\n\n| a | b |\n|---|---|\n| %zu | c |\n",
		i % 7 ? "Bon" : "[", i, i, i);
}

static void read_one(void *user, struct ahead *x)
{
	struct world *w = user;
	assert_ptr_equal(x, &w->pages[w->asked]); /* in order */
	x->read = w->asked % 11 != 0;
	if (x->read)
		x->bytes = text_of(&w->arena, w->asked);
	w->asked++;
}

static void plan(struct world *w)
{
	*w = (struct world){0};
	for (size_t i = 0; i < PAGES; i++) {
		w->files[i].path = str_printf(&w->arena, "pages/p%03zu.md", i);
		w->pages[i] = (struct ahead){.file = &w->files[i], .kind = PAGE_FREE};
	}
}

static void assert_page(struct arena *a, const struct ahead *x, size_t i)
{
	struct diag d = diag_on(a);
	struct page alone = {0};
	struct str path = x->file->path;
	bool ok = page_read(a, PAGE_FREE, (struct str){0}, path, path, text_of(a, i),
		(struct schema_mode){0}, &d, &alone);
	assert_int_equal(x->ok, ok);
	assert_int_equal(x->said.list.n, d.list.n);
	for (size_t k = 0; k < d.list.n; k++) {
		assert_int_equal(x->said.list.v[k].code, d.list.v[k].code);
		assert_int_equal(x->said.list.v[k].loc.line, d.list.v[k].loc.line);
	}
	assert_true(str_eq(x->page.stem, alone.stem));
	assert_true(str_eq(x->page.body.html, alone.body.html));
}

static void pages_are_those_of_one_thread(void **state)
{
	(void)state;
	static struct world w;
	struct arena tmp = {0};
	size_t good = 0;
	plan(&w);
	ahead_parse(&w.arena, w.pages, PAGES, read_one, &w);
	assert_int_equal(w.asked, PAGES);
	for (size_t i = 0; i < PAGES; i++) {
		const struct ahead *x = &w.pages[i];
		if (x->read)
			assert_page(&tmp, x, i);
		else
			assert_true(!x->ok && x->said.list.n == 0);
		good += x->ok;
		arena_reset(&tmp);
	}
	assert_true(good > PAGES / 2 && good < PAGES);
	arena_release(&tmp);
	arena_release(&w.arena);
}

static void no_page_is_no_work(void **state)
{
	(void)state;
	static struct world w;
	plan(&w);
	ahead_parse(&w.arena, w.pages, 0, read_one, &w);
	assert_int_equal(w.asked, 0);
	arena_release(&w.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_are_those_of_one_thread),
		cmocka_unit_test(no_page_is_no_work),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
