/*
 * data_model.c: the tables of data_model.def as shapes, and their documentation. It holds
 * no values: view.c makes those.
 */
#include "render/data_model.h"

/* The theme's own shapes stand empty here; data_model_root puts the real ones in. */
static const struct shape shape_chaines = {.name = "chaines"};
static const struct shape shape_options = {.name = "options"};
static const struct shape shape_ressources = {.name = "ressources"};

#define SLOT_(name_, kind_, optional_, of_, help_)                                     \
	{.name = #name_,                                                               \
		.kind = (kind_),                                                       \
		.optional = (optional_),                                               \
		.of = (of_),                                                           \
		.help = (help_)},
#define SHAPE(id, help) static const struct slot slots_##id[] = {
#define TEXT(s, name, help) SLOT_(name, SLOT_TEXT, false, NULL, help)
#define TEXT_IF(s, name, help) SLOT_(name, SLOT_TEXT, true, NULL, help)
#define HTML(s, name, help) SLOT_(name, SLOT_HTML, false, NULL, help)
#define HTML_IF(s, name, help) SLOT_(name, SLOT_HTML, true, NULL, help)
#define LINK(s, name, help) SLOT_(name, SLOT_LINK, false, NULL, help)
#define LINK_IF(s, name, help) SLOT_(name, SLOT_LINK, true, NULL, help)
#define YES(s, name, help) SLOT_(name, SLOT_YES, false, NULL, help)
#define RECORD(s, name, of, help) SLOT_(name, SLOT_RECORD, false, &shape_##of, help)
#define RECORD_IF(s, name, of, help) SLOT_(name, SLOT_RECORD, true, &shape_##of, help)
#define LIST(s, name, of, help) SLOT_(name, SLOT_LIST, false, &shape_##of, help)
#define END(id)                                                                        \
	}                                                                              \
	;                                                                              \
	static const struct shape shape_##id = {                                       \
		.name = #id, .slots = slots_##id, .n = V_##id##_COUNT};
#include "render/data_model.def"
#include "render/data_model_end.h"

const struct shape *const data_model_image = &shape_image;

/* The same list again, for the sentence and the order of each shape. */
static const struct {
	const struct shape *shape;
	const char *help;
} shapes[] = {
#define SHAPE(id, help) {&shape_##id, help},
#define TEXT(s, name, help)
#define TEXT_IF(s, name, help)
#define HTML(s, name, help)
#define HTML_IF(s, name, help)
#define LINK(s, name, help)
#define LINK_IF(s, name, help)
#define YES(s, name, help)
#define RECORD(s, name, of, help)
#define RECORD_IF(s, name, of, help)
#define LIST(s, name, of, help)
#define END(id)
#include "render/data_model.def"
#include "render/data_model_end.h"
};

/* What frame.c makes for all pages of one depth; the menu is marked for each page. */
static const unsigned char kept[V_racine_COUNT] = {
	[V_racine_site] = KEPT_FRAME,
	[V_racine_mairie] = KEPT_FRAME,
	[V_racine_chaines] = KEPT_FRAME,
	[V_racine_options] = KEPT_FRAME,
	[V_racine_ressources] = KEPT_FRAME,
	[V_racine_alertes] = KEPT_FRAME,
	[V_racine_legaux] = KEPT_FRAME,
	[V_racine_menu] = KEPT_MENU,
};

const struct shape *data_model_root(struct arena *a, const struct shape *chaines,
	const struct shape *options, const struct shape *ressources)
{
	struct slot *slots = arena_list(a, V_racine_COUNT, struct slot);
	memcpy(slots, slots_racine, sizeof slots_racine);
	for (size_t i = 0; i < V_racine_COUNT; i++)
		slots[i].kept = kept[i];
	slots[V_racine_chaines].of = chaines;
	slots[V_racine_options].of = options;
	slots[V_racine_ressources].of = ressources;
	struct shape *root = arena_new(a, struct shape);
	*root = (struct shape){.name = "racine", .slots = slots, .n = V_racine_COUNT};
	return root;
}

static void write_kind(struct strbuf *b, const struct slot *s)
{
	static const char *const words[] = {"texte", "html", "lien", "oui ou non"};
	if (s->kind == SLOT_RECORD)
		strbuf_printf(b, "`%s`", s->of->name);
	else if (s->kind == SLOT_LIST)
		strbuf_printf(b, "liste de `%s`", s->of->name);
	else
		strbuf_add(b, str_of(words[s->kind]));
	if (s->optional)
		strbuf_lit(b, ", peut manquer");
}

void data_model_write(struct strbuf *b)
{
	for (size_t i = sizeof shapes / sizeof *shapes; i-- > 0;) {
		const struct shape *s = shapes[i].shape;
		strbuf_printf(b, "\n## `%s`\n\n%s.\n\n", s->name, shapes[i].help);
		strbuf_lit(b, "| nom | nature | ce que c’est |\n|---|---|---|\n");
		for (size_t k = 0; k < s->n; k++) {
			strbuf_printf(b, "| `%s` | ", s->slots[k].name);
			write_kind(b, &s->slots[k]);
			strbuf_printf(b, " | %s |\n", s->slots[k].help);
		}
	}
}
