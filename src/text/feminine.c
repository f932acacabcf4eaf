/*
 * feminine.c: see feminine.h. A table of pairs, and one walk through the words.
 */
#include "text/feminine.h"

#include "base/strbuf.h"
#include "text/utf8.h"

/* Masculine, feminine; « maire » and « secrétaire » are both. */
static const struct {
	const char *he, *she;
	bool anywhere; /* the person's, behind a preposition too */
} pairs[] = {
	{"adjoint", "adjointe", false},
	{"conseiller", "conseillère", false},
	{"municipal", "municipale", false},
	{"départemental", "départementale", false},
	{"régional", "régionale", false},
	{"premier", "première", false},
	{"1er", "1re", false},
	{"second", "seconde", false},
	{"président", "présidente", false},
	{"vice-président", "vice-présidente", false},
	{"délégué", "déléguée", true},
	{"chargé", "chargée", true},
	{"suppléant", "suppléante", false},
	{"doyen", "doyenne", false},
	{"élu", "élue", false},
	{"sénateur", "sénatrice", false},
	{"agent", "agente", false},
	{"directeur", "directrice", false},
	{"instituteur", "institutrice", false},
	{"animateur", "animatrice", false},
	{"cuisinier", "cuisinière", false},
	{"cantinier", "cantinière", false},
	{"jardinier", "jardinière", false},
	{"gardien", "gardienne", false},
	{"policier", "policière", false},
	{"assistant", "assistante", false},
	{"administratif", "administrative", false},
	{"polyvalent", "polyvalente", false},
	{"général", "générale", false},
	{"employé", "employée", false},
	{"technicien", "technicienne", false},
	{"rédacteur", "rédactrice", false},
	{"attaché", "attachée", false},
	{"surveillant", "surveillante", false},
};

/* Behind them stands what the person is not. */
static bool is_preposition(struct str word)
{
	static const char *const all[] = {
		"au", "aux", "à", "de", "du", "des", "en", "pour", "auprès", NULL};
	for (size_t i = 0; all[i]; i++)
		if (str_is(word, all[i]))
			return true;
	return str_starts(word, STR("d’")) || str_starts(word, STR("d'"));
}

static struct str agreed(struct arena *a, struct str word, bool feminine, bool behind)
{
	struct str folded = utf8_fold(a, word);
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct str from = str_of(feminine ? pairs[i].he : pairs[i].she);
		struct str to = str_of(feminine ? pairs[i].she : pairs[i].he);
		if ((behind && !pairs[i].anywhere) ||
			!str_eq(folded, utf8_fold(a, from)))
			continue;
		/* Its capital stays: « Conseiller », « Élu » have two bytes or one. */
		size_t first = 0, other = 0;
		utf8_next(word, &first);
		utf8_next(to, &other);
		return str_printf(a, "%.*s%.*s", STR_ARG(str_sub(word, 0, first)),
			STR_ARG(str_from(to, other)));
	}
	return word;
}

struct str function_agreed(struct arena *a, struct str function, bool feminine)
{
	struct strbuf b = strbuf_on(a);
	struct str rest = function, word;
	bool behind = false;
	while (str_cut(&rest, ' ', &word)) {
		if (b.n)
			strbuf_byte(&b, ' ');
		behind = behind || is_preposition(word);
		bool comma = str_ends(word, STR(","));
		struct str bare = str_sub(word, 0, word.n - comma);
		strbuf_add(&b, agreed(a, bare, feminine, behind));
		if (comma) {
			strbuf_byte(&b, ',');
			behind = false; /* « adjoint au maire, conseiller délégué » */
		}
	}
	return strbuf_str(&b);
}
