/*
 * data_model.h: the shapes of data_model.def: what themes are shown. docs/themes.md is
 * made from the same list.
 *
 * A record of shape x is an array of V_x_COUNT views: v[V_page_titre] = view_text(…).
 */
#ifndef RENDER_DATA_MODEL_H
#define RENDER_DATA_MODEL_H

#include "base/strbuf.h"
#include "template/view.h"

#define DATA_MODEL_LEVEL 1

/* Keys of what pages have in common (template.h): as deep, below the same entry. */
enum { KEPT_FRAME = 1, KEPT_MENU };

#define SLOT_ROW_(s, name) V_##s##_##name,
#define SHAPE(id, help)                                                                \
	enum slots_of_##id                                                             \
	{
#define TEXT(s, name, help) SLOT_ROW_(s, name)
#define TEXT_IF(s, name, help) SLOT_ROW_(s, name)
#define HTML(s, name, help) SLOT_ROW_(s, name)
#define HTML_IF(s, name, help) SLOT_ROW_(s, name)
#define LINK(s, name, help) SLOT_ROW_(s, name)
#define LINK_IF(s, name, help) SLOT_ROW_(s, name)
#define YES(s, name, help) SLOT_ROW_(s, name)
#define RECORD(s, name, of, help) SLOT_ROW_(s, name)
#define RECORD_IF(s, name, of, help) SLOT_ROW_(s, name)
#define LIST(s, name, of, help) SLOT_ROW_(s, name)
#define END(id)                                                                        \
	V_##id##_COUNT                                                                 \
	}                                                                              \
	;
#include "render/data_model.def"
#include "render/data_model_end.h"

/* A record of shape `id` with every slot absent. */
#define view_new(a, id) arena_list((a), V_##id##_COUNT, struct view)

/*
 * The root shape of one theme: its chaines, options and ressources are the theme's own
 * (three shapes whose slots are texts, texts and yes/no, links).
 */
const struct shape *data_model_root(struct arena *a, const struct shape *chaines,
	const struct shape *options, const struct shape *ressources);

/* A picture: what an option of kind image is. */
extern const struct shape *const data_model_image;

/* docs/themes.md: the data model, one section per shape. */
void data_model_write(struct strbuf *b);

#endif
