/*
 * people.c: the page of elected people and staff, made from elus.yaml, unless a page that
 * somebody wrote has its place. How people are shown is render's.
 */
#include "resolve/web_internal.h"

/* What people type into the search. */
static void add_names(struct web *w, struct node *n, const struct value *list)
{
	static const char *const keys[] = {"prenom", "nom", "fonction"};
	for (size_t i = 0; i < value_count(list); i++)
		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
			struct str word = value_text(value_at(list, i), keys[k]);
			if (word.n)
				*list_add(w->arena, &n->words) = word;
		}
}

void web_make_people(struct web *w)
{
	const struct value *sheet = w->site->sheets[SHEET_PEOPLE];
	const struct value *elected = value_get(sheet, "elus"),
			   *staff = value_get(sheet, "agents");
	struct str address = STR("elus/index.html"), title = value_text(sheet, "titre");
	if ((!value_count(elected) && !value_count(staff)) ||
		map_get(&w->by_address, address))
		return;
	if (!title.n)
		title = value_count(staff) ? STR("Élus et agents") : STR("Élus");
	struct node *n = web_add_node(w, NODE_PEOPLE, address, title, w->home);
	web_set_source(w, n, STR("elus.yaml"));
	add_names(w, n, elected);
	add_names(w, n, staff);
	w->people = n;
}
