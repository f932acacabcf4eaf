/*
 * procedure_place.c: where variants may hold: communes, territories of a catalogue,
 * départements, régions. Which variant holds where is procedure_variant.c's business.
 */
#include "resolve/procedure_internal.h"
#include "text/utf8.h"

#define HERE_MAX 32 /* codes of one commune: bits of territories.here */

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

/* The signs of a code in one number; 0, no code, when there are too many. */
static uint64_t code_packed(struct str code)
{
	uint64_t packed = 0;
	for (size_t i = 0; i < code.n && code.n <= sizeof packed; i++)
		packed = packed << 8 | (unsigned char)code.p[i];
	return packed;
}

static void codes_read(
	struct arena *a, const struct territory *t, struct territory_set *out)
{
	const struct value *list = value_get(t->v, "communes");
	for (size_t i = 0; i < value_count(list); i++)
		*list_add(a, &out->codes) = (struct territory_code){
			code_packed(value_at(list, i)->text), t->number};
}

/* Room for every code at once: a national list has 35 000. */
static void make_room(
	struct arena *a, const struct value *all, struct territory_set *out)
{
	size_t n = 0;
	for (size_t i = 0; i < value_count(all); i++)
		n += value_count(value_get(value_at(all, i), "communes"));
	out->codes.v = arena_list(a, n, struct territory_code);
	out->codes.cap = n;
}

void territory_set_read(
	struct arena *a, const struct catalogue *c, struct territory_set *out)
{
	const struct value *all = c->territories;
	*out = (struct territory_set){.n = value_count(all)};
	out->v = arena_list(a, out->n, struct territory);
	make_room(a, all, out);
	for (size_t i = 0; i < out->n; i++) {
		struct territory *t = &out->v[i];
		*t = (struct territory){value_at(all, i), i};
		void **slot = map_put(a, &out->by_id, value_text(t->v, "id"));
		if (!*slot) /* the second of two was said */
			*slot = t;
		codes_read(a, t, out);
	}
}

/* Which of them hold the commune, under each of its codes. */
static void find_here(struct merge *m, struct territories *t)
{
	t->here = arena_list(m->lasting, t->set->n, unsigned);
	for (size_t k = 0; k < m->here.n; k++) {
		uint64_t code = code_packed(m->here.v[k].code);
		for (size_t i = 0; code && i < t->set->codes.n; i++)
			if (t->set->codes.v[i].code == code)
				t->here[t->set->codes.v[i].territory] |= 1U << k;
	}
}

/* Without a commune any place may be asked about. */
static void map_codes(struct merge *m, struct territories *t)
{
	t->codes = arena_list(m->lasting, t->set->n, struct map);
	for (size_t i = 0; i < t->set->n; i++) {
		struct territory *one = &t->set->v[i];
		const struct value *list = value_get(one->v, "communes");
		for (size_t k = 0; k < value_count(list); k++)
			*map_put(m->lasting, &t->codes[i], value_at(list, k)->text) =
				one;
	}
}

void territories_read(struct merge *m)
{
	size_t n = m->site->catalogues.n;
	here_read(m);
	m->territories = arena_list(m->lasting, n, struct territories);
	for (size_t i = 0; i < n; i++) {
		const struct catalogue *c = &m->site->catalogues.v[i];
		struct territory_set *set = NULL;
		if (!c->prepared) {
			set = arena_new(m->lasting, struct territory_set);
			territory_set_read(m->lasting, c, set);
		}
		m->territories[i].set = set ? set : &c->prepared->territories;
		find_here(m, &m->territories[i]);
		if (!m->site->commune.v)
			map_codes(m, &m->territories[i]);
	}
}

const struct territory *territory_find(
	const struct merge *m, const struct layer *l, struct str id)
{
	return l->catalogue && id.n ? map_get(&m->territories[l->rank].set->by_id, id)
				    : NULL;
}

bool territory_holds(const struct merge *m, const struct layer *l,
	const struct territory *t, const struct place *p)
{
	const struct territories *all = &m->territories[l->rank];
	if (p->here)
		return all->here[t->number] >> (p->here - 1) & 1;
	return p->code.n && map_get(&all->codes[t->number], p->code);
}
