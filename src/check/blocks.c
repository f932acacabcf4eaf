/*
 * blocks.c: blocks of a text that show nothing, because what they would show is given
 * nowhere. Names that a block gives and nobody knows are procedures.c's business.
 */
#include "base/strbuf.h"
#include "check/check_internal.h"

static struct str desk_names(struct arena *a, const struct web *w)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < w->desks.n; i++)
		strbuf_printf(&b, "%s%.*s", i ? ", " : "", STR_ARG(w->desks.v[i].name));
	return strbuf_str(&b);
}

/* A catalogue's text is for every commune: that one has no hours is no fault of it. */
static void check_hours(const struct at *at, const struct body_block *b)
{
	struct arena scratch = {0};
	struct str name = value_text(b->settings, "accueil");
	const struct desk *k =
		name.n ? web_desk_named(&scratch, at->web, name) : web_mairie(at->web);
	if (is_own(at) && name.n && !k)
		diag_say(at->diag, MSG_CHECK_BLOCK_DESK, b->loc, name,
			desk_names(&scratch, at->web));
	else if (is_own(at) && (!k || !k->opening.given))
		diag_say(at->diag, MSG_CHECK_BLOCK_HOURS, b->loc);
	arena_release(&scratch);
}

static void check_procedures(const struct at *at, const struct body_block *b)
{
	static const char *const lists[] = {"categorie", "evenement", "demarches"};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (value_given(value_get(b->settings, lists[i])))
			return;
	diag_say(at->diag, MSG_CHECK_BLOCK_EMPTY, b->loc);
}

static void check_people(const struct at *at, const struct body_block *b)
{
	const struct value *sheet = at->web->site->sheets[SHEET_PEOPLE];
	const struct value *group = value_get(b->settings, "groupe");
	bool staff = value_given(group) && str_is(group->text, "agents");
	if (is_own(at) && !value_count(value_get(sheet, staff ? "agents" : "elus")))
		diag_say(at->diag, MSG_CHECK_BLOCK_PEOPLE, b->loc,
			staff ? STR("agents") : STR("elus"));
}

static void check_documents(const struct at *at, const struct body_block *b)
{
	const struct value *folder = value_get(b->settings, "dossier");
	if (!is_own(at) || !value_given(folder) || folder->faulty)
		return;
	for (size_t i = 0; i < at->web->files.n; i++)
		if (web_file_below(&at->web->files.v[i], folder->text))
			return;
	diag_say(at->diag, MSG_CHECK_BLOCK_DOCUMENTS, folder->loc,
		shown(at, folder->text));
}

void empty_block(const struct at *at)
{
	for (size_t i = 0; i < at->text->body->blocks.n; i++) {
		const struct body_block *b = &at->text->body->blocks.v[i];
		if (b->kind == &page_blocks[BLOCK_HOURS])
			check_hours(at, b);
		else if (b->kind == &page_blocks[BLOCK_PROCEDURES])
			check_procedures(at, b);
		else if (b->kind == &page_blocks[BLOCK_DOCUMENTS])
			check_documents(at, b);
		else if (b->kind == &page_blocks[BLOCK_PEOPLE])
			check_people(at, b);
	}
}
