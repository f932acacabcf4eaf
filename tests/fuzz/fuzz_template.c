/*
 * fuzz_template.c: any template, compiled and rendered for a small record, in both
 * modes. It looks for crashes and for a value that comes out unescaped.
 *
 * Input: one byte that chooses (1: spec mode, 2: nothing but required values, 4 and 8:
 * the ending of the name), then up to three files a, b, c, each ended by a zero byte.
 */
#include <stdint.h>
#include <stdlib.h>

#include "template/spec_internal.h"

#define FILES 3

enum { NOTE_WORD, NOTE_LINK, NOTE_COUNT };
enum { ROOT_WORD, ROOT_MAYBE, ROOT_HTML, ROOT_LINK, ROOT_YES, ROOT_RECORD, ROOT_LIST };

static const struct slot note_slots[] = {
	{.name = "mot", .kind = SLOT_TEXT}, {.name = "lien", .kind = SLOT_LINK}};
static const struct shape note = {.name = "note", .slots = note_slots, .n = NOTE_COUNT};
static const struct slot root_slots[] = {{.name = "t", .kind = SLOT_TEXT},
	{.name = "f", .kind = SLOT_TEXT, .optional = true},
	{.name = "h", .kind = SLOT_HTML}, {.name = "l", .kind = SLOT_LINK},
	{.name = "o", .kind = SLOT_YES},
	{.name = "r", .kind = SLOT_RECORD, .optional = true, .of = &note},
	{.name = "m", .kind = SLOT_LIST, .of = &note}};
static const struct shape root = {.name = "racine", .slots = root_slots, .n = 7};

/* What no template may let out as it is: the word is in no seed. */
static const struct str sharp = STR_INIT("'\"><zq onload=zq>");
static const struct str sharp_link = STR_INIT("javascript:zq");

struct theme {
	struct origin files[FILES];
	struct str ending;
};

static const struct origin *find(void *user, struct str name, unsigned depth)
{
	struct theme *t = user;
	if (depth || name.n == 0 || name.p[0] < 'a' || name.p[0] >= 'a' + FILES ||
		(name.n > 1 && !str_eq(str_from(name, 1), t->ending)))
		return NULL;
	return &t->files[name.p[0] - 'a'];
}

static void look(const struct theme *t, struct str out)
{
	for (size_t i = 0; i < FILES; i++)
		if (str_find(t->files[i].text, STR("zq")) < t->files[i].text.n)
			return;
	if (str_find(out, STR("<zq")) < out.n)
		abort();
}

static void run_real(struct arena *a, struct theme *t, bool bare)
{
	struct diag d = diag_on(a);
	struct template_rules rules = {.find = find, .user = t};
	struct template_set *set = template_set_new(a, &rules, &d);
	struct strbuf out = strbuf_on(a);
	struct view one[] = {view_text(sharp), view_text(sharp_link)};
	struct view list[] = {view_record(one), view_record(one)};
	struct view full[] = {view_text(sharp), view_text(sharp),
		view_html(STR("<b>h</b>")), view_text(sharp_link), view_yes(true),
		view_record(one), view_list(list, 2)};
	struct view least[] = {
		view_text(sharp), {0}, {0}, view_text(sharp_link), {0}, {0}, {0}};
	struct view v = view_record(bare ? least : full);
	struct str name = str_printf(a, "a%.*s", STR_ARG(t->ending));
	const struct template *c = template_compile(set, name, &root);
	if (!c && !diag_has(&d, DIAG_ERROR))
		abort(); /* refused without a word */
	if (c && template_render(c, &v, &out, &d) && str_is(t->ending, ".html"))
		look(t, strbuf_str(&out));
}

static void run_spec(struct arena *a, struct theme *t)
{
	static const struct str names[] = {STR_INIT("t"), STR_INIT("m"), STR_INIT("r")};
	struct diag d = diag_on(a);
	struct template_rules rules = {.find = find, .user = t};
	struct template_set *set = template_set_spec(a, &rules, &d);
	struct spec_value item = {.view = view_text(sharp)};
	struct spec_value items[] = {item, item};
	struct spec_value values[] = {item,
		{.view = {.kind = VIEW_LIST, .list = {NULL, 2}},
			.values = items,
			.n = 2},
		{.view = {.kind = VIEW_RECORD},
			.names = names,
			.values = &item,
			.n = 1}};
	struct spec_value v = {.view = {.kind = VIEW_RECORD},
		.names = names,
		.values = values,
		.n = 3};
	struct strbuf out = strbuf_on(a);
	const struct template *c = template_compile(set, STR("a"), NULL);
	if (c)
		template_render(c, &v.view, &out, &d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct str endings[] = {STR_INIT(".html"), STR_INIT(".xml"),
		STR_INIT(".json"), STR_INIT(".csv")};
	struct arena a = {0};
	struct theme t = {0};
	if (size == 0)
		return 0;
	struct str rest = str_dup(&a, (struct str){(const char *)data + 1, size - 1});
	for (size_t i = 0; i < FILES; i++) {
		t.files[i].name = STR("essai");
		str_cut(&rest, '\0', &t.files[i].text);
	}
	t.ending = endings[data[0] >> 2 & 3];
	if (data[0] & 1) {
		t.ending = (struct str){0};
		run_spec(&a, &t);
	} else {
		run_real(&a, &t, data[0] & 2);
	}
	arena_release(&a);
	return 0;
}
