/*
 * words.c: headings out of step and links whose words say nothing: what a screen reader
 * lists, one after the other, without the text around.
 */
#include "check/check_internal.h"

#include "base/strbuf.h"
#include "text/utf8.h"

/* The page's own title stands one level above the highest heading of its text. */
void heading_jumped(const struct at *at)
{
	const struct body *b = at->text->body;
	int before = (int)b->top - 1;
	for (size_t i = 0; i < b->headings.n; i++) {
		const struct body_heading *h = &b->headings.v[i];
		if (h->level > before + 1)
			diag_say(at->diag, MSG_CHECK_HEADING, h->loc,
				shown(at, h->text),
				str_sub(STR("######"), 0, (size_t)before + 1));
		before = h->level;
	}
}

#define EMPTY_WORDS_LETTERS 17 /* the most in one of those below */

/* Slugs of what people write where they should say what is behind the link. */
static const char *const empty_words[] = {"cliquez-ici", "cliquer-ici", "clic",
	"clic-ici", "cliquez", "cliquez-sur-ce-lien", "cliquez-sur-le-lien", "ici",
	"par-ici", "la", "lien", "ce-lien", "le-lien", "lien-ici", "sur-ce-lien",
	"suivre-ce-lien", "suivez-ce-lien", "lire", "lire-la-suite", "lire-plus",
	"la-suite", "suite", "plus", "voir", "voir-ici", "voir-plus", "voir-la-suite",
	"voir-le-lien", "en-savoir-plus", "savoir-plus", "plus-d-infos", "plus-d-info",
	"plus-d-informations", "infos", "plus-de-details", "details", "telecharger",
	"a-telecharger", "document", "le-document", "pdf", "page", "cette-page", "site",
	"site-web", "ce-site", "le-site", "click-here", "here", "link", "read-more",
	"more"};

/* A slug keeps every letter and figure: more than the longest has, and it is none. */
static bool may_be_empty_words(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ascii_alpha(s.p[i]) || ascii_digit(s.p[i]);
	return n <= EMPTY_WORDS_LETTERS;
}

void link_says_nothing(const struct at *at)
{
	if (at->link->automatic || !may_be_empty_words(at->link->text))
		return;
	struct str words = utf8_slug(at->diag->arena, at->link->text);
	if (!str_trim(at->link->text).n) {
		diag_say(at->diag, MSG_CHECK_LINK_NO_WORDS, at->link->loc,
			shown(at, at->link->target));
		return;
	}
	for (size_t i = 0; i < sizeof empty_words / sizeof *empty_words; i++)
		if (str_is(words, empty_words[i])) {
			diag_say(at->diag, MSG_CHECK_LINK_WORDS, at->link->loc,
				shown(at, at->link->text), shown(at, at->link->target));
			return;
		}
}
