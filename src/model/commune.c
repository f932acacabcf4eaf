/*
 * commune.c: commune.yaml and what follows from it: the name after « de » and « à », the
 * département, the région, the clock.
 */
#include "data/front.h"
#include "data/yaml_read.h"
#include "model/site.h"
#include "text/utf8.h"

/* Names that begin with an article contract with « de » and « à ». */
static const struct {
	const char *article, *de, *a;
} articles[] = {
	{"Le ", "du ", "au "},
	{"Les ", "des ", "aux "},
	{"La ", "de La ", "à La "},
	{"L’", "de L’", "à L’"},
	{"L'", "de L’", "à L’"},
};

/* A vowel or a mute h: « d’Alençon », « d’Habloville ». Aspirated h cannot be told: none is guessed. */
static bool elides(struct arena *a, struct str name)
{
	struct str folded = utf8_fold(a, name);
	if (folded.n > 1 && folded.p[0] == 'y') /* d’Yvetot, d’Ydes; de Yaoundé */
		return !memchr("aeiou", folded.p[1], 5);
	return folded.n && memchr("aeiouy", folded.p[0], 6); /* the commune of Y: d’Y */
}

void commune_contract(struct arena *a, struct commune *c)
{
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
		struct str article = str_of(articles[i].article);
		if (!str_starts(c->nom, article))
			continue;
		struct str rest = str_from(c->nom, article.n);
		c->de_nom = str_printf(a, "%s%.*s", articles[i].de, STR_ARG(rest));
		c->a_nom = str_printf(a, "%s%.*s", articles[i].a, STR_ARG(rest));
		return;
	}
	c->de_nom = str_printf(
		a, "%s%.*s", elides(a, c->nom) ? "d’" : "de ", STR_ARG(c->nom));
	c->a_nom = str_printf(a, "à %.*s", STR_ARG(c->nom));
}

bool commune_read(
	struct arena *a, const struct origin *o, struct diag *d, struct commune *out)
{
	*out = (struct commune){0};
	const struct value *raw = NULL;
	if (!yaml_read(a, o, 0, o->text, d, &raw))
		return false;
	bool ok = true;
	out->v = schema_check(a, &schema_commune, raw, (struct schema_mode){0},
		(struct loc){o, 1, 0}, d, &ok);
	out->nom = value_text(out->v, "nom");
	out->code_insee = value_text(out->v, "code_insee");
	out->code_departement = code_insee_departement(out->code_insee);
	out->departement = departement_name(out->code_departement);
	out->region = departement_region(out->code_departement);
	out->code_region = departement_region_code(out->code_departement);
	out->zone = zone_of_departement(out->code_departement);
	commune_contract(a, out);
	return ok;
}
