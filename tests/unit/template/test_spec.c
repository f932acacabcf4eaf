/*
 * The cases of the Mustache specification, in spec mode: 136 of its core, 27 of
 * inheritance. They are not part of the project: the folder is named by the environment
 * variable TAMBOUR_MUSTACHE_SPEC, or found beside the project; else this is skipped.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "json_values.h"

#include <fcntl.h>

static const struct {
	const char *file;
	size_t cases;
} files[] = {{"comments.json", 0}, {"delimiters.json", 0}, {"interpolation.json", 0},
	{"inverted.json", 0}, {"partials.json", 0}, {"sections.json", 0},
	{"~inheritance.json", 27}};

struct partials {
	struct arena *a;
	const struct spec_value *map; /* may be NULL */
	struct str main;
};

static const struct origin *partial_find(void *user, struct str name, unsigned depth)
{
	struct partials *p = user;
	const struct spec_value *found = p->map ? json_get(p->map, name) : NULL;
	if (depth || (!found && !str_is(name, "(main)")))
		return NULL;
	struct origin *o = arena_new(p->a, struct origin);
	*o = (struct origin){.name = name, .text = found ? found->view.text : p->main};
	return o;
}

static struct str text_of(const struct spec_value *test, const char *key)
{
	const struct spec_value *v = json_get(test, str_of(key));
	return v ? v->view.text : (struct str){0};
}

static bool run_case(struct arena *a, const char *file, const struct spec_value *test)
{
	struct diag d = diag_on(a);
	struct partials p = {
		a, json_get(test, STR("partials")), text_of(test, "template")};
	struct template_rules rules = {.find = partial_find, .user = &p};
	struct template_set *set = template_set_spec(a, &rules, &d);
	const struct template *t = template_compile(set, STR("(main)"), NULL);
	const struct spec_value *data = json_get(test, STR("data"));
	struct strbuf out = strbuf_on(a);
	struct str expected = text_of(test, "expected");
	if (t && template_render(t, &data->view, &out, &d) &&
		str_eq(strbuf_str(&out), expected))
		return true;
	struct diag_style style = {.lang = LANG_EN};
	fprintf(stderr, "FAILED %s: %.*s\nexpected <%.*s>\n     got <%.*s>\n", file,
		STR_ARG(text_of(test, "name")), STR_ARG(expected),
		STR_ARG(strbuf_str(&out)));
	diag_print(&d, &style, stderr);
	return false;
}

static size_t run_file(const char *dir, const char *name, size_t *cases)
{
	struct arena a = {0};
	struct str text, path = str_printf(&a, "%s/%s", dir, name);
	if (file_read(&a, AT_FDCWD, path.p, 1 << 20, &text) != 0) {
		fprintf(stderr, "%s cannot be read\n", path.p);
		exit(1);
	}
	struct json j = {&a, text, 0};
	struct spec_value v = json_value(&j);
	const struct spec_value *tests = json_get(&v, STR("tests"));
	size_t failed = 0;
	*cases = tests ? tests->n : 0;
	for (size_t i = 0; i < *cases; i++) {
		struct arena each = {0};
		failed += !run_case(&each, name, &tests->values[i]);
		arena_release(&each);
	}
	arena_release(&a);
	return failed;
}

int main(void)
{
	const char *dir = getenv("TAMBOUR_MUSTACHE_SPEC");
	size_t core = 0, inheritance = 0, failed = 0;
	dir = dir ? dir : "../shared/data/mustache-spec";
	int there = open(dir, O_RDONLY | O_DIRECTORY);
	if (there < 0) {
		puts("skipped: set TAMBOUR_MUSTACHE_SPEC to the folder of the "
		     "specification");
		return 77;
	}
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		size_t cases;
		failed += run_file(dir, files[i].file, &cases);
		*(files[i].cases ? &inheritance : &core) += cases;
	}
	printf("%zu core, %zu inheritance, %zu failed\n", core, inheritance, failed);
	return failed || core != 136 || inheritance != 27;
}
