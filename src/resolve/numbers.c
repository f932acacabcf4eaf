/*
 * numbers.c: the page of numbers to call, when the commune gives some of its own and no
 * page that somebody wrote has its place.
 */
#include "resolve/web_internal.h"

void web_make_numbers(struct web *w)
{
	const struct value *own = value_get(w->site->commune.v, "numeros_utiles");
	struct str address = STR("numeros-utiles.html");
	if (!value_count(own) || map_get(&w->by_address, address))
		return;
	struct node *n =
		web_add_node(w, NODE_NUMBERS, address, STR("Numéros utiles"), w->home);
	n->summary = STR("Les urgences et les services de tous les jours, sur une page "
			 "à garder près du téléphone.");
	for (size_t i = 0; i < value_count(own); i++)
		*list_add(w->arena, &n->words) = value_text(value_at(own, i), "nom");
	w->numbers = n;
}
