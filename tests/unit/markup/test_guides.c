/*
 * Fifty-five real public guides, with their raw HTML and their oddities: every body
 * compiles, and what is said names a line that shows it. They are not ours to copy:
 * TAMBOUR_GUIDES is their folder, else the data beside the project; without them the
 * test is skipped, and says so.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>

#include "base/file.h"
#include "data/front.h"
#include "world.h"

#define SKIPPED 77
#define GUIDES 55
#define FILE_MAX ((size_t)1 << 22)

static const char *folder(void)
{
	const char *path = getenv("TAMBOUR_GUIDES");
	return path && *path ? path : "../shared/data/guides-etalab";
}

/* Paths of all .md files under path, added to list. False when there is no such folder.
 */
static bool find_guides(struct arena *a, struct str path, struct str_list *list)
{
	DIR *dir = opendir(str_cstr(a, path));
	if (!dir)
		return false;
	for (struct dirent *e; (e = readdir(dir));) {
		if (e->d_name[0] == '.')
			continue;
		struct str inner = str_printf(a, "%.*s/%s", STR_ARG(path), e->d_name);
		if (str_ends(inner, STR(".md")))
			*list_add(a, list) = inner;
		else
			find_guides(a, inner, list);
	}
	closedir(dir);
	return true;
}

/* The file as a page is read; a header that cannot be read is a test of data, not ours.
 */
static void compile_guide(struct world *w, struct str path)
{
	struct str bytes;
	assert_int_equal(file_read(&w->arena, AT_FDCWD, str_cstr(&w->arena, path),
				 FILE_MAX, &bytes),
		0);
	w->origin = (struct origin){.name = path};
	w->diag = diag_on(&w->arena);
	assert_true(front_text(&w->arena, &w->origin, bytes, &w->diag));
	struct front front = {.body = w->origin.text};
	if (!front_split(&w->arena, &w->origin, &w->diag, &front))
		front = (struct front){.body = w->origin.text};
	w->diag = diag_on(&w->arena);
	w->compiled = body_compile(&w->arena, &w->markup, &w->origin, front.body_offset,
		front.body, &w->diag, &w->body);
}

static bool about_html(enum diag_code code)
{
	return code == MSG_MARKUP_HTML || code == MSG_MARKUP_HTML_NEEDLESS ||
	       code == MSG_MARKUP_HTML_CONTENTS || code == MSG_MARKUP_HTML_ATTRIBUTES ||
	       code == MSG_MARKUP_HTML_PLACE;
}

/* The line exists, and holds at that column the tag that was dropped. */
static void assert_place(struct world *w, const struct diag_message *m)
{
	assert_ptr_equal(m->loc.origin, &w->origin);
	struct str line = origin_line(&w->origin, m->loc.line);
	assert_true(line.n > 0);
	if (!about_html(m->code))
		return;
	struct str tag = str_printf(&w->arena, "%.*s", STR_ARG(m->arg[0]));
	line = str_lower_ascii(&w->arena, line);
	size_t at = 0;
	for (unsigned column = 1; column < m->loc.column && at < line.n; at++)
		column += at + 1 < line.n &&
			  ((unsigned char)line.p[at + 1] & 0xC0) != 0x80;
	struct str rest = str_from(line, at);
	if (!str_starts(rest, str_printf(&w->arena, "<%.*s", STR_ARG(tag))) &&
		!str_starts(rest, str_printf(&w->arena, "</%.*s", STR_ARG(tag)))) {
		world_print_said(w);
		fail_msg("no <%.*s> at %u:%u of %.*s", STR_ARG(tag), m->loc.line,
			m->loc.column, STR_ARG(w->origin.name));
	}
}

static void real_guides_compile_and_say_where(void **state)
{
	(void)state;
	struct arena a = {0};
	struct str_list guides = {0};
	size_t with_words = 0;
	assert_true(find_guides(&a, str_of(folder()), &guides));
	assert_true(guides.n >= GUIDES);
	for (size_t i = 0; i < guides.n; i++) {
		struct world w = {0};
		compile_guide(&w, guides.v[i]);
		assert_true(w.compiled);
		for (size_t k = 0; k < w.diag.list.n; k++)
			assert_place(&w, &w.diag.list.v[k]);
		with_words += body_plain(&w.arena, &w.body).n > 0;
		if (getenv("TAMBOUR_SHOW"))
			world_print_said(&w);
		world_release(&w);
	}
	/* Some guides are nothing but a button. */
	assert_true(with_words >= GUIDES - 5);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_guides_compile_and_say_where),
	};
	DIR *dir = opendir(folder());
	if (!dir) {
		printf("skipped: no %s (the guides; see TAMBOUR_GUIDES)\n", folder());
		return SKIPPED;
	}
	closedir(dir);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
