/*
 * procedure_place.c: where variants may hold: communes, territories of a catalogue,
 * départements, régions. Which variant holds where is procedure_variant.c's business.
 */
#include "resolve/procedure_internal.h"
#include "text/utf8.h"

#define HERE_MAX 32 /* codes of one commune: bits of territory.here */

/* ---- départements and régions ---- */

/* Every code of a département, one after the other; false at the end. */
static bool next_departement(unsigned *i, struct str *code)
{
	static const char numbers[] =
		"010203040506070809101112131415161718192021222324252627282930"
		"313233343536373839404142434445464748495051525354555657585960"
		"616263646566676869707172737475767778798081828384858687888990"
		"9192939495";
	static const char *const others[] = {"2A", "2B", "971", "972", "973", "974",
		"975", "976", "977", "978", "984", "986", "987", "988"};
	size_t n = sizeof others / sizeof *others;
	(*i)++;
	if (*i > 95 + n)
		return false;
	*code = *i <= 95 ? (struct str){numbers + 2 * (*i - 1), 2}
			 : str_of(others[*i - 96]);
	return true;
}

bool place_next(unsigned *i, struct place *out)
{
	struct str code;
	if (!next_departement(i, &code))
		return false;
	*out = (struct place){
		.departement = code, .region = departement_region_code(code)};
	return true;
}

static struct str find_region(struct arena *a, struct str written)
{
	struct str code, wanted;
	/* Nearly everybody writes the code: names are folded for the others only. */
	for (unsigned i = 0; next_departement(&i, &code);)
		if (str_eq(departement_region_code(code), written) && written.n)
			return departement_region_code(code);
	wanted = utf8_fold(a, written);
	for (unsigned i = 0; next_departement(&i, &code);) {
		struct str region = departement_region_code(code);
		if (region.n &&
			(str_eq(region, wanted) ||
				str_eq(utf8_fold(a, departement_region(code)), wanted)))
			return region;
	}
	return (struct str){0};
}

/* "1" is a code too. */
static struct str find_departement(struct arena *a, struct str written)
{
	struct str code, wanted;
	for (unsigned i = 0; next_departement(&i, &code);)
		if (str_eq(code, written) && departement_name(code).n)
			return code;
	wanted = utf8_fold(a, written);
	if (wanted.n == 1)
		wanted = str_printf(a, "0%.*s", STR_ARG(wanted));
	for (unsigned i = 0; next_departement(&i, &code);) {
		struct str name = departement_name(code);
		if (name.n && (str_eq(str_lower_ascii(a, code), wanted) ||
				      str_eq(utf8_fold(a, name), wanted)))
			return code;
	}
	return (struct str){0};
}

/* Many variants name the same few: each way of writing one is looked for once. */
static struct str find_once(struct merge *m, struct map *met, struct str written,
	struct str (*find)(struct arena *a, struct str written))
{
	struct str *found = map_get(met, written);
	if (!found) {
		found = arena_new(m->lasting, struct str);
		*found = find(m->lasting, written);
		*map_put(m->lasting, met, str_dup(m->lasting, written)) = found;
	}
	return *found;
}

struct str region_of(struct merge *m, struct str written)
{
	return find_once(m, &m->regions, written, find_region);
}

struct str departement_of(struct merge *m, struct str written)
{
	return find_once(m, &m->departements, written, find_departement);
}

/* ---- communes ---- */

struct place place_of_commune(struct str code)
{
	struct str departement = code_insee_departement(code);
	return (struct place){.code = code,
		.departement = departement,
		.region = departement_region_code(departement)};
}

static void add_here(struct merge *m, struct str code)
{
	if (m->here.n == HERE_MAX)
		return;
	struct place p = place_of_commune(code);
	p.here = m->here.n + 1;
	*list_add(m->lasting, &m->here) = p;
}

/* Communes that were united keep answering to the codes they had. */
static void here_read(struct merge *m)
{
	const struct value *former =
		value_get(m->site->commune.v, "anciens_codes_insee");
	if (m->site->commune.v)
		add_here(m, m->site->commune.code_insee);
	for (size_t i = 0; i < value_count(former); i++)
		add_here(m, value_at(former, i)->text);
}

/* ---- territories ---- */

/* A commune asks of every territory whether it is in it; a catalogue alone, all of it. */
static void codes_read(struct merge *m, struct territory *t)
{
	const struct value *list = value_get(t->v, "communes");
	for (size_t i = 0; i < value_count(list); i++) {
		struct str code = value_at(list, i)->text;
		for (size_t k = 0; k < m->here.n; k++)
			if (str_eq(code, m->here.v[k].code))
				t->here |= 1U << k;
		if (!m->site->commune.v)
			*map_put(m->lasting, &t->codes, code) = t;
	}
}

void territories_read(struct merge *m)
{
	size_t n = m->site->catalogues.n;
	here_read(m);
	m->territories = arena_list(m->lasting, n, struct map);
	for (size_t i = 0; i < n; i++) {
		const struct value *all = m->site->catalogues.v[i].territories;
		struct territory *t =
			arena_list(m->lasting, value_count(all), struct territory);
		for (size_t k = 0; k < value_count(all); k++, t++) {
			t->v = value_at(all, k);
			codes_read(m, t);
			void **slot = map_put(
				m->lasting, &m->territories[i], value_text(t->v, "id"));
			if (!*slot) /* the second of two was said */
				*slot = t;
		}
	}
}

const struct territory *territory_find(
	const struct merge *m, const struct layer *l, struct str id)
{
	return l->catalogue && id.n ? map_get(&m->territories[l->rank], id) : NULL;
}

bool territory_holds(const struct territory *t, const struct place *p)
{
	if (p->here)
		return t->here >> (p->here - 1) & 1;
	return p->code.n && map_get(&t->codes, p->code);
}
