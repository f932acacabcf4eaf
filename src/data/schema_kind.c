/*
 * schema_kind.c: the table of field kinds and the walk over schemas. How a kind is read
 * stands in schema_scalar.c, schema_number.c and schema_link.c.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/utf8.h"

#define SCALAR "\"type\": [\"string\", \"number\", \"boolean\", \"null\"]"
#define TEXT "\"type\": [\"string\", \"null\"]"

static const struct kind_row kinds[] = {
	[FIELD_TEXT] = {scalar_text, {"texte", "text"}, "Salle des fêtes", SCALAR},
	[FIELD_LINES] = {scalar_lines,
		{"texte sur plusieurs lignes", "text of several lines"},
		"1 place de la Mairie", SCALAR},
	[FIELD_MARKDOWN] = {scalar_lines, {"texte mis en forme", "Markdown text"},
		"Apportez **deux photos**.", SCALAR},
	[FIELD_INTEGER] = {scalar_integer, {"nombre entier", "whole number"}, "12",
		"\"type\": [\"integer\", \"string\", \"null\"]"},
	[FIELD_DECIMAL] = {scalar_decimal, {"nombre", "number"}, "12,50",
		"\"type\": [\"number\", \"string\", \"null\"]"},
	[FIELD_YES_NO] = {scalar_yes_no, {"oui ou non", "yes or no"}, "oui",
		"\"enum\": [\"oui\", \"non\", \"vrai\", \"faux\", true, false, null]"},
	[FIELD_DATE] = {scalar_date, {"date", "date"}, "2026-11-23", TEXT},
	[FIELD_MOMENT] = {scalar_moment,
		{"date, avec ou sans heure", "date, maybe an hour"}, "2026-11-23 18:30",
		TEXT},
	[FIELD_MOMENT_OR_HOUR] = {scalar_moment_or_hour,
		{"date, avec ou sans heure, ou heure seule",
			"date, maybe an hour, or an hour alone"},
		"2026-11-23 18:30", TEXT},
	[FIELD_HOURS] = {scalar_hours, {"horaires d’un jour", "hours of one day"},
		"9h-12h, 14h-17h30", TEXT},
	[FIELD_DAY_HOURS] = {scalar_day_hours,
		{"horaires d’un jour, de toutes les semaines ou de certaines",
			"hours of one day, of all weeks or of some"},
		"9h-12h les semaines paires", TEXT},
	[FIELD_DAYS] = {scalar_days, {"jours de la semaine", "days of the week"},
		"jeudi des semaines paires", TEXT},
	[FIELD_YEAR_DAY] = {scalar_year_day,
		{"jour de l’année, ou mois", "day of the year, or month"}, "1er avril",
		TEXT},
	[FIELD_PHONE] = {scalar_phone, {"numéro de téléphone", "phone number"},
		"02 33 00 00 00", "\"type\": [\"string\", \"integer\", \"null\"]"},
	[FIELD_EMAIL] = {scalar_email, {"adresse électronique", "e-mail address"},
		"mairie@commune.example", TEXT ", \"pattern\": \"@\""},
	[FIELD_LINK] = {scalar_link, {"lien", "link"}, "pages/mairie.md", TEXT},
	[FIELD_HTTPS] = {scalar_https, {"adresse https", "https address"},
		"https://www.commune.example", TEXT},
	[FIELD_COLOUR] = {scalar_colour, {"couleur", "colour"}, "\"#2f5d3a\"", TEXT},
	[FIELD_PATH] = {scalar_path, {"fichier de ce dossier", "file of this folder"},
		"images/lavoir.jpg", TEXT},
	[FIELD_REFERENCE] = {scalar_reference, {"identifiant", "identifier"},
		"carte-identite", TEXT},
	[FIELD_CODE_INSEE] = {scalar_code_insee, {"code INSEE", "INSEE code"}, "61001",
		"\"type\": [\"string\", \"integer\", \"null\"]"},
	[FIELD_SIREN] = {scalar_siren,
		{"numéro SIREN ou SIRET", "SIREN or SIRET number"}, "216 100 016",
		"\"type\": [\"string\", \"integer\", \"null\"]"},
	[FIELD_CHOICE] = {scalar_choice, {"un mot parmi", "one word of"}, "", NULL},
	[FIELD_LIST] = {NULL, {"liste", "list"}, "[un, deux]", NULL},
	[FIELD_MAP] = {NULL, {"clés libres", "free keys"}, "cle: valeur", NULL},
	[FIELD_RECORD] = {NULL, {"rubrique", "record"}, "", NULL},
	[FIELD_ANY] = {NULL, {"libre", "free"}, "", NULL},
};

const struct kind_row *schema_kind(enum field_kind kind)
{
	return &kinds[kind];
}

struct str schema_example(const struct field *f)
{
	if (f->example)
		return str_of(f->example);
	if (f->kind == FIELD_CHOICE)
		return str_of(f->choices[0]);
	return str_of(kinds[f->kind].example);
}

struct str schema_choices(struct arena *a, const struct field *f)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; f->choices[i]; i++)
		strbuf_printf(&b, "%s%s", i ? ", " : "", f->choices[i]);
	return strbuf_str(&b);
}

/* A message quotes so many characters of a value. */
#define SHOWN_MAX 60

struct str schema_shown(struct arena *a, struct str s)
{
	struct strbuf b = strbuf_on(a);
	size_t i = 0;
	for (size_t n = 0; i < s.n && n < SHOWN_MAX; n++) {
		unsigned c = utf8_next(s, &i);
		utf8_put(&b, c == '\n' || c == '\t' ? ' ' : c);
	}
	if (i < s.n)
		strbuf_lit(&b, "…");
	return strbuf_str(&b);
}

bool scalar_refuse_with(struct scalar *s, enum diag_code code, struct str cure)
{
	return diag_say(
		s->diag, code, s->v->loc, schema_shown(s->arena, s->v->text), cure);
}

bool scalar_refuse(struct scalar *s, enum diag_code code)
{
	return scalar_refuse_with(
		s, code, schema_shown(s->arena, schema_example(s->field)));
}

const struct schema *schema_of_field(const struct field *f)
{
	while (f && (f->kind == FIELD_LIST || f->kind == FIELD_MAP))
		f = f->of;
	return f && f->kind == FIELD_RECORD ? f->record : NULL;
}

static bool reached(const struct schema_list *l, const struct schema *s)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i] == s)
			return true;
	return false;
}

void schema_reach(struct arena *a, struct schema_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		for (const struct field *f = l->v[i]->fields; f->key; f++) {
			const struct schema *s = schema_of_field(f);
			if (s && !reached(l, s))
				*list_add(a, l) = s;
		}
	}
}
