/*
 * blocks.c: blocks of a text that show nothing, because what they would show is given
 * nowhere. Names that a block gives and nobody knows are procedures.c's business.
 */
#include "check/check_internal.h"

/* A catalogue's text is for every commune: that one has no hours is no fault of it. */
static void check_hours(const struct at *at, const struct body_block *b)
{
	const struct value *mairie = value_get(at->web->site->commune.v, "mairie");
	if (is_own(at) && !value_given(value_get(mairie, "horaires")))
		diag_say(at->diag, MSG_CHECK_BLOCK_HOURS, b->loc);
}

static void check_procedures(const struct at *at, const struct body_block *b)
{
	static const char *const lists[] = {"categorie", "evenement", "demarches"};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (value_given(value_get(b->settings, lists[i])))
			return;
	diag_say(at->diag, MSG_CHECK_BLOCK_EMPTY, b->loc);
}

void empty_block(const struct at *at)
{
	for (size_t i = 0; i < at->text->body->blocks.n; i++) {
		const struct body_block *b = &at->text->body->blocks.v[i];
		if (b->kind == &page_blocks[BLOCK_HOURS])
			check_hours(at, b);
		else if (b->kind == &page_blocks[BLOCK_PROCEDURES])
			check_procedures(at, b);
	}
}
