/*
 * procedure_explain.c: a procedure as its commune shows it, and where each of its fields
 * comes from, for `tambour explain`. Written for a mayor or a maintainer to read; nothing
 * reads it back.
 */
#include "resolve/procedure.h"

#define SHOWN_ID 10 /* digits of a commit that people are shown */

/* Words of steps: written in French while merging, said in the reader's language. */
static const char *const words[][2] = {
	{"définit", "defines"},
	{"modifie", "changes"},
	{"remplace", "replaces"},
	{"retire", "removes"},
	{"ajoute", "adds"},
	{"masque", "hides"},
	{"montre", "shows"},
	{"trop ancien", "too old to be shown"},
};

static struct str word(const char *fr, const char *en, enum diag_lang lang)
{
	return str_of(lang == LANG_FR ? fr : en);
}

static void put_how(struct strbuf *out, struct str how, enum diag_lang lang)
{
	struct str variant = STR("variante (pour : ");
	if (lang == LANG_EN && str_starts(how, variant)) {
		strbuf_lit(out, "variant (for: ");
		how = str_from(how, variant.n);
	}
	for (size_t i = 0; lang == LANG_EN && i < sizeof words / sizeof *words; i++)
		if (str_is(how, words[i][LANG_FR]))
			how = str_of(words[i][LANG_EN]);
	strbuf_add(out, how);
}

static void put_loc(struct strbuf *out, struct loc loc)
{
	if (!loc.origin)
		return;
	strbuf_add(out, loc.origin->name);
	if (loc.line)
		strbuf_printf(out, ":%u", loc.line);
	if (loc.line && loc.column)
		strbuf_printf(out, ":%u", loc.column);
}

/* One line, whatever was written: a new line in a text is shown as " / ". */
static void put_value(struct strbuf *out, const struct value *v)
{
	for (size_t i = 0; i < value_count(v); i++) {
		if (i)
			strbuf_lit(out, " ; ");
		put_value(out, value_at(v, i));
	}
	if (!v || v->kind != VALUE_TEXT)
		return;
	struct str rest = v->text, line;
	for (bool first = true; str_cut(&rest, '\n', &line); first = false) {
		if (!first)
			strbuf_lit(out, " / ");
		strbuf_add(out, line);
	}
}

/* Who reads: the language, and the commits that stand behind layers. */
struct reader {
	enum diag_lang lang;
	const struct procedure_versions *versions;
};

/* ", commit 1c3f…": what tells two states of a file of that layer apart. */
static void put_commit(
	struct strbuf *out, struct str layer, const struct procedure_versions *versions)
{
	for (size_t i = 0; versions && i < versions->n; i++)
		if (str_eq(versions->v[i].layer, layer))
			strbuf_printf(out, ", commit %.*s",
				STR_ARG(str_sub(versions->v[i].commit, 0, SHOWN_ID)));
}

/* "    modifie, catalogue orne: demarches/carte-identite.md:3:9, commit 1c3f07aa52" */
static void put_origin(
	struct strbuf *out, const struct procedure_step *s, const struct reader *r)
{
	strbuf_lit(out, "    ");
	put_how(out, s->how, r->lang);
	strbuf_lit(out, ", ");
	put_loc(out, s->loc);
	put_commit(out, s->layer, r->versions);
	strbuf_byte(out, '\n');
}

static void put_overridden(
	struct strbuf *out, const struct procedure_step *s, const struct reader *r)
{
	strbuf_lit(out, "    ");
	strbuf_add(out, word("avant : ", "before: ", r->lang));
	if (s->value)
		put_value(out, s->value);
	else
		strbuf_add(out, word("(rien)", "(nothing)", r->lang));
	strbuf_lit(out, "\n    ");
	put_origin(out, s, r);
}

/* A field: what stands, its origin, then what that overrode, the latest first. */
static void put_field(struct strbuf *out, const struct procedure *p, size_t last,
	const struct reader *r)
{
	const struct procedure_step *s = &p->steps.v[last];
	strbuf_add(out, s->key);
	strbuf_add(out, word(" : ", ": ", r->lang));
	if (s->value)
		put_value(out, s->value);
	else
		strbuf_add(out, word("(retiré)", "(removed)", r->lang));
	strbuf_byte(out, '\n');
	put_origin(out, s, r);
	for (size_t i = last; i-- > 0;)
		if (str_eq(p->steps.v[i].key, s->key))
			put_overridden(out, &p->steps.v[i], r);
}

static bool is_last(const struct procedure *p, size_t i)
{
	for (size_t j = i + 1; j < p->steps.n; j++)
		if (str_eq(p->steps.v[j].key, p->steps.v[i].key))
			return false;
	return true;
}

/* Fields come in the order in which they were first written. */
static void put_fields(
	struct strbuf *out, const struct procedure *p, const struct reader *r)
{
	for (size_t i = 0; i < p->steps.n; i++) {
		bool first = true;
		for (size_t j = 0; j < i && first; j++)
			first = !str_eq(p->steps.v[j].key, p->steps.v[i].key);
		for (size_t j = i; j < p->steps.n && first; j++)
			if (str_eq(p->steps.v[j].key, p->steps.v[i].key) &&
				is_last(p, j))
				put_field(out, p, j, r);
	}
}

static void put_line(struct strbuf *out, struct str label, struct str text)
{
	strbuf_add(out, label);
	strbuf_add(out, text);
	strbuf_byte(out, '\n');
}

static void put_texts(
	struct strbuf *out, const struct procedure *p, const struct reader *r)
{
	for (size_t i = 0; i < p->texts.n; i++) {
		const struct procedure_text *t = &p->texts.v[i];
		put_line(out, word("texte : ", "text: ", r->lang),
			t->title.n ? t->title
				   : word("explication", "explanation", r->lang));
		strbuf_lit(out, "    ");
		put_loc(out, t->page->loc);
		put_commit(out, t->layer, r->versions);
		strbuf_byte(out, '\n');
	}
}

/* What the program concluded from the fields. */
static void put_outcome(
	struct strbuf *out, const struct procedure *p, enum diag_lang lang)
{
	if (p->hidden)
		put_line(out,
			word("n’est pas montrée ; son adresse conduit à : ",
				"not shown; its address leads to: ", lang),
			p->replaced_by.n ? p->replaced_by
					 : word("la liste des démarches",
						   "the list of procedures", lang));
	if (p->online.n)
		put_line(out, word("bouton en ligne : ", "online button: ", lang),
			p->online);
	else
		put_line(out,
			word("pas de bouton en ligne : le chemin humain seul",
				"no online button: the human way only", lang),
			(struct str){0});
	if (p->online.n && p->online_loc.origin) {
		strbuf_lit(out, "    ");
		put_loc(out, p->online_loc);
		strbuf_byte(out, '\n');
	}
	if (p->framed)
		put_line(out, word("montré dans un cadre", "shown in a frame", lang),
			(struct str){0});
	if (p->stale)
		put_line(out,
			word("coût et délai ne sont plus montrés : vérifiés il y a "
			     "trop "
			     "longtemps",
				"cost and delay are no longer shown: checked too long "
				"ago",
				lang),
			(struct str){0});
}

void procedure_explain(const struct procedure *p, struct strbuf *out,
	enum diag_lang lang, const struct procedure_versions *versions)
{
	struct reader r = {lang, versions};
	put_line(out, (struct str){0}, p->id);
	strbuf_add(out, word("définie par : ", "defined by: ", lang));
	strbuf_add(out, p->defined_by.n ? p->defined_by
					: word("la commune", "the commune", lang));
	strbuf_lit(out, "\n    ");
	put_loc(out, p->loc);
	put_commit(out, p->defined_by, versions);
	strbuf_byte(out, '\n');
	put_outcome(out, p, lang);
	strbuf_byte(out, '\n');
	put_fields(out, p, &r);
	put_texts(out, p, &r);
}
