/*
 * bench_template.c: renders a second of an 8 kB page with a menu of 40 entries, on one
 * core. It measures the template folder alone: no file, no Markdown. Build it in
 * Release.
 */
#include <stdio.h>
#include <time.h>

#include "template/template.h"

#define ENTRIES 40
#define RENDERS 200000

enum { ENTRY_TEXT, ENTRY_LINK, ENTRY_ACTIVE, ENTRY_COUNT };
enum { ROOT_TITLE, ROOT_BODY, ROOT_STYLE, ROOT_MENU, ROOT_SUMMARY, ROOT_COUNT };

static const struct slot entry_slots[] = {{.name = "texte", .kind = SLOT_TEXT},
	{.name = "lien", .kind = SLOT_LINK}, {.name = "actif", .kind = SLOT_YES}};
static const struct shape entry = {
	.name = "entree", .slots = entry_slots, .n = ENTRY_COUNT};
static const struct slot root_slots[] = {{.name = "titre", .kind = SLOT_TEXT},
	{.name = "contenu", .kind = SLOT_HTML}, {.name = "style", .kind = SLOT_LINK},
	{.name = "menu", .kind = SLOT_LIST, .of = &entry},
	{.name = "resume", .kind = SLOT_TEXT, .optional = true}};
static const struct shape root = {
	.name = "racine", .slots = root_slots, .n = ROOT_COUNT};

static const struct origin page = {.name = STR_INIT("page.html"),
	.text = STR_INIT(
		"{{<base}}\n{{$corps}}\n<h1>{{titre}}</h1>\n{{#resume}}\n"
		"<p class=\"resume\">{{resume}}</p>\n{{/resume}}\n{{{contenu}}}\n"
		"{{/corps}}\n{{/base}}\n")};
static const struct origin base = {.name = STR_INIT("base.html"),
	.text = STR_INIT(
		"<!doctype html>\n<html "
		"lang=\"fr\">\n<head>\n<title>{{titre}}</title>\n"
		"<link rel=\"stylesheet\" href=\"{{style}}\">\n</head>\n<body>\n"
		"{{#menu}}\n<nav><ul class=\"menu-de-{{nombre}}\">\n{{#elements}}\n"
		"{{>entree}}\n{{/elements}}\n</ul></nav>\n{{/menu}}\n<main>\n"
		"{{$corps}}\n{{/corps}}\n</main>\n</body>\n</html>\n")};
static const struct origin item = {.name = STR_INIT("entree.html"),
	.text = STR_INIT(
		"<li{{#premier}} class=\"premier\"{{/premier}}><a href=\"{{lien}}\""
		"{{#actif}} aria-current=\"page\"{{/actif}}>{{texte}}</a></li>\n")};

static const struct origin *find(void *user, struct str name, unsigned depth)
{
	static const struct origin *const all[] = {&page, &base, &item};
	(void)user;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (!depth && str_eq(all[i]->name, name))
			return all[i];
	return NULL;
}

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct view menu_of(struct arena *a)
{
	struct view *list = arena_list(a, ENTRIES, struct view);
	for (size_t i = 0; i < ENTRIES; i++) {
		struct view *v = arena_list(a, ENTRY_COUNT, struct view);
		v[ENTRY_TEXT] = view_text(str_printf(a, "Rubrique d’été n° %zu", i));
		v[ENTRY_LINK] =
			view_text(str_printf(a, "../rubriques/rubrique-%zu/", i));
		v[ENTRY_ACTIVE] = view_yes(i == 7);
		list[i] = view_record(v);
	}
	return view_list(list, ENTRIES);
}

static struct str body_of(struct arena *a)
{
	struct strbuf b = strbuf_on(a);
	while (b.n < 4800)
		strbuf_lit(&b, "<p>La mairie est fermée le mercredi. Un mot &amp; un "
			       "autre.</p>\n");
	return strbuf_str(&b);
}

int main(void)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct template_rules rules = {.find = find};
	const struct template *t = template_compile(
		template_set_new(&a, &rules, &d), STR("page.html"), &root);
	struct view slots[ROOT_COUNT] = {0};
	slots[ROOT_TITLE] = view_text(STR("L’eau & l’assainissement"));
	slots[ROOT_BODY] = view_html(body_of(&a));
	slots[ROOT_STYLE] = view_text(STR("../assets/style.0123456789abcdef.css"));
	slots[ROOT_MENU] = menu_of(&a);
	slots[ROOT_SUMMARY] = view_text(STR("Relevés, factures et travaux."));
	struct view v = view_record(slots);
	struct strbuf out = strbuf_on(&a);
	double start = seconds();
	for (size_t i = 0; t && i < RENDERS; i++) {
		out.n = 0;
		if (!template_render(t, &v, &out, &d))
			t = NULL;
	}
	double spent = seconds() - start;
	if (!t) {
		struct diag_style style = {.lang = LANG_EN};
		diag_print(&d, &style, stderr);
		return 1;
	}
	printf("%zu bytes, %d entries: %.0f renders a second\n", out.n, ENTRIES,
		RENDERS / spent);
	arena_release(&a);
	return 0;
}
