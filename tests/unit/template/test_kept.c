/* What pages have in common is shown once: same bytes, whatever changes when. */
#include "world.h"

enum { FRAME = 1, MENU };

static struct slot slots[R_COUNT];
static struct shape shape = {.name = "racine", .slots = slots, .n = R_COUNT};

/* tete and langue are the frame's, menu is marked, page and titre are the page's. */
static const struct template *kept_template(struct world *w, const char *text)
{
	memcpy(slots, slots_racine, sizeof slots);
	slots[R_TETE].kept = slots[R_LANGUE].kept = FRAME;
	slots[R_MENU].kept = MENU;
	world_of(w, text);
	const struct template *t = template_compile(w->set, STR("a.html"), &shape);
	assert_non_null(t);
	return t;
}

static struct str shown(struct world *w, const struct template *t,
	struct template_memo *memo, const struct view *slots_shown)
{
	struct view root = view_record(slots_shown);
	w->out.n = 0;
	assert_true(template_render_kept(t, &root, memo, &w->out, &w->diag));
	return strbuf_str(&w->out);
}

static const char everything[] =
	"<p>{{langue}}{{#tete}}{{texte}}{{blason}}{{/tete}}</p>{{page.titre}}"
	"{{#menu}}{{nombre}}{{#elements}}{{^premier}},{{/premier}}{{mot}}"
	"{{#actif}}*{{/actif}}{{#sous_menu}}({{#elements}}{{nom}}{{/elements}})"
	"{{/sous_menu}}{{/elements}}{{/menu}}|{{titre}}{{langue}}"
	"{{#page}}{{#tete}}[{{texte}}{{blason}}]{{/tete}}{{adresse}}{{/page}}"
	"{{#menu}}{{#elements}}{{titre}}{{tete.texte}}{{tete.blason}}{{/elements}}"
	"{{/menu}}{{#tete}}{{^page.accueil}}{{langue}}{{texte}}{{/page.accueil}}"
	"{{/tete}}";

static void kept_output_is_the_same(void **state)
{
	(void)state;
	struct world w;
	const struct template *t = kept_template(&w, everything);
	struct template_memo memo = {.arena = &w.arena, .key = {1, 2}};
	struct view other[R_COUNT];
	memcpy(other, view_root_slots, sizeof other);
	other[R_PAGE] = view_record(view_page_bare);
	other[R_TITRE] = view_text(STR("Second"));
	for (int i = 0; i < 6; i++) {
		const struct view *v = i % 2 ? other : view_root_slots;
		struct str plain = str_dup(&w.arena, shown(&w, t, NULL, v));
		assert_true(str_eq(shown(&w, t, &memo, v), plain));
	}
	assert_true(memo.list.n >= 4); /* nor is it the same for want of stretches */
	arena_release(&w.arena);
}

static void a_key_that_changes_is_shown_anew(void **state)
{
	(void)state;
	struct world w;
	const struct template *t = kept_template(&w, "{{#tete}}{{texte}}{{/tete}}"
						     "{{#menu}}{{nombre}}{{/menu}}");
	struct template_memo memo = {.arena = &w.arena, .key = {1, 1}};
	struct view other[R_COUNT], tete[] = {view_text(STR("x")), view_text(STR("T"))};
	memcpy(other, view_root_slots, sizeof other);
	assert_text(shown(&w, t, &memo, other), "En-tête2");
	other[R_TETE] = view_record(tete);
	other[R_MENU] = view_list(view_menu, 1);
	assert_text(shown(&w, t, &memo, other), "En-tête2"); /* kept, as asked */
	memo.key[FRAME - 1] = 2;
	assert_text(shown(&w, t, &memo, other), "T2");
	memo.key[MENU - 1] = 0;
	assert_text(shown(&w, t, &memo, other), "T1");
	other[R_MENU] = view_list(view_menu, 2);
	assert_text(shown(&w, t, &memo, other), "T2");
	other[R_MENU] = view_list(view_menu, 1);
	memo.key[MENU - 1] = 1; /* what was kept under it still is */
	assert_text(shown(&w, t, &memo, other), "T2");
	arena_release(&w.arena);
}

static void partials_are_kept_too(void **state)
{
	(void)state;
	struct world w;
	kept_template(&w, "{{titre}}");
	world_put(&w, "b.html", STR("{{#tete}}{{texte}}{{/tete}}"));
	world_put(&w, "c.html", STR("{{titre}}{{>b}}"));
	world_put(&w, "d.html", STR("{{>b}}{{titre}}{{>b}}{{>c}}"));
	const struct template *t = template_compile(w.set, STR("d.html"), &shape);
	assert_non_null(t);
	struct template_memo memo = {.arena = &w.arena, .key = {1, 1}};
	for (int i = 0; i < 3; i++)
		assert_text(shown(&w, t, &memo, view_root_slots),
			"En-têteAutreEn-têteAutreEn-tête");
	assert_true(memo.list.n > 0);
	arena_release(&w.arena);
}

/* A stretch that says something is not kept: it is said at each page, as without. */
static void what_says_something_is_not_kept(void **state)
{
	(void)state;
	struct world w;
	const struct template *t = kept_template(
		&w, "{{#tete}}<a href=\"{{blason}}\">{{texte}}</a>{{/tete}}");
	struct template_memo memo = {.arena = &w.arena, .key = {1, 1}};
	struct view other[R_COUNT],
		tete[] = {view_text(STR("data:x")), view_text(STR("T"))};
	memcpy(other, view_root_slots, sizeof other);
	other[R_TETE] = view_record(tete);
	for (int i = 0; i < 2; i++)
		assert_text(shown(&w, t, &memo, other), "<a href=\"#\">T</a>");
	assert_int_equal(w.diag.list.n, 2);
	arena_release(&w.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kept_output_is_the_same),
		cmocka_unit_test(a_key_that_changes_is_shown_anew),
		cmocka_unit_test(partials_are_kept_too),
		cmocka_unit_test(what_says_something_is_not_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
