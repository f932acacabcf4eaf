/*
 * procedures.c: procedures that are named and do not exist, and procedures that cannot
 * be done without the internet. `voir_aussi` and `remplacee_par` are followed, and
 * said, while layers are merged.
 */
#include "check/check_internal.h"

#include "text/nearest.h"

/* A catalogue alone that changes another one, which may hold what this one names. */
static bool is_layered(const struct at *at)
{
	const struct procedure_list *all = &at->web->procedures.all;
	for (size_t i = 0; i < all->n && !at->web->site->commune.v; i++)
		if (all->v[i].partial)
			return true;
	return false;
}

static void say_unknown(const struct at *at, struct loc loc, struct str id)
{
	const struct procedure_list *all = &at->web->procedures.all;
	struct str_list known = {0};
	if (is_layered(at)) {
		diag_say(at->diag, MSG_CATALOGUE_NAMED_ELSEWHERE, loc, shown(at, id));
		return;
	}
	diag_say(at->diag, MSG_PROCEDURE_UNKNOWN, loc, shown(at, id));
	for (size_t i = 0; i < all->n; i++)
		if (!all->v[i].hidden)
			*list_add(at->diag->arena, &known) = all->v[i].id;
	say_nearest(at->diag, loc, id, &known);
}

/* "../demarches/carte-identite.md#pieces" -> "carte-identite". */
static struct str id_of(struct str written)
{
	struct str path = str_sub(written, 0, str_index(written, '#'));
	size_t slash = str_rindex(path, '/');
	struct str id = slash == path.n ? path : str_from(path, slash + 1);
	return str_sub(id, 0, str_rindex(id, '.'));
}

void unknown_procedure_link(const struct at *at)
{
	if (at->target->kind == TARGET_BROKEN && at->target->procedure)
		say_unknown(at, at->link->loc, id_of(str_trim(at->link->target)));
}

static void known_id(const struct at *at, const struct value *id)
{
	const struct procedure *p = procedures_find(&at->web->procedures, id->text);
	if (!p)
		say_unknown(at, id->loc, id->text);
	else if (p->hidden)
		diag_say(at->diag, MSG_CHECK_PROCEDURE_HIDDEN, id->loc, id->text);
}

/* Identifiers that a list of commune.yaml or of a block gives. */
static void known_ids(const struct at *at, const struct value *list)
{
	for (size_t i = 0; i < value_count(list); i++)
		known_id(at, value_at(list, i));
}

static void known_heading(
	const struct at *at, const struct heading_list *list, const struct value *id)
{
	if (value_given(id) && !heading_find(list, id->text))
		heading_say_unknown(at->diag, MSG_CHECK_BLOCK_HEADING, list, id);
}

void unknown_procedure_block(const struct at *at)
{
	const struct procedures *p = &at->web->procedures;
	for (size_t i = 0; i < at->text->body->blocks.n; i++) {
		const struct body_block *b = &at->text->body->blocks.v[i];
		if (b->kind != &page_blocks[BLOCK_PROCEDURES])
			continue;
		known_ids(at, value_get(b->settings, "demarches"));
		known_heading(at, &p->categories, value_get(b->settings, "categorie"));
		known_heading(at, &p->events, value_get(b->settings, "evenement"));
	}
}

void unknown_procedure_front(const struct at *at)
{
	known_ids(at, value_get(at->web->site->commune.v, "demarches_en_avant"));
}

void unknown_procedure_booking(const struct at *at)
{
	const struct value *header = at->node->page ? at->node->page->header : NULL;
	const struct value *id = value_get(header, "reservation");
	if (value_given(id) && !id->faulty)
		known_id(at, id);
}

/* « Quand » alone leads nobody anywhere. */
void procedure_without_human(const struct at *at)
{
	static const char *const ways[] = {"ou", "comment", "telephone", "adresse"};
	/* Of a catalogue alone it is said for every territory: catalogue.c. */
	if (at->node->kind != NODE_PROCEDURE || !at->web->site->commune.v)
		return;
	const struct procedure *p = at->node->procedure;
	const struct value *on_site = value_get(p->v, "sur_place");
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (value_given(value_get(on_site, ways[i])))
			return;
	diag_say(at->diag, MSG_PROCEDURE_WITHOUT_HUMAN, p->loc, p->id);
}
