/*
 * open_meals.c: the menus of the canteen as open data: a dish a row, in the national
 * schema "menus-collectifs": the columns of 1.2.3, the lists of words of 1.2.1, as read
 * on 1 December 2026 (schema.data.gouv.fr). A day that only says a word has no row.
 */
#include "model/open_data.h"
#include "render/open_data.h"

#define PATH "cantine.csv"

const char *const dish_columns[] = {"menuCollNom", "menuCollSiret",
	"menuEtablissementNom", "menuEtablissementSiret", "menuRestaurantNom",
	"menuRestaurantInsee", "menuRestaurantId", "menuRestaurantIdType",
	"menuRestaurantType", "menuRestaurantConvive", "menuDate", "menuRepasType",
	"menuPlatType", "menuPlatNom", "menuPlatCode", "menuPlatSiqo", "menuPlatLabel",
	"menuPlatPrecision", "menuPlatRegime", "menuPlatAllergene", "menuPlatTexture",
	"menuPlatNutriscore", "menuPlatPrix", "menuPublicationDate",
	"menuModificationDate", "menuModificationInfo", NULL};

/* By enum course: menuPlatType. */
static const struct str dish_types[COURSES] = {
	[COURSE_STARTER] = STR_INIT("entrée"),
	[COURSE_MAIN] = STR_INIT("plat principal"),
	[COURSE_SIDE] = STR_INIT("garniture"),
	[COURSE_DAIRY] = STR_INIT("produit laitier"),
	[COURSE_DESSERT] = STR_INIT("dessert"),
};

/* What all the rows have in common. */
struct canteen {
	const struct value *v; /* `cantine` of commune.yaml */
	struct str name, cook, cook_siret, id, id_type, guests, who, published, changed;
};

/* 2026-11-27T15:30:00Z of the commune's clock; a day alone is given with no hour. */
static struct str instant(struct render *r, struct moment m)
{
	struct str zone = m.minute < 0 ? STR("UTC") : r->w->site->commune.zone;
	long long utc;
	if (!m.day.year || !utc_of_rfc3339(moment_rfc3339(r->page, zone, m), &utc))
		return (struct str){0};
	m = moment_of_utc(STR("UTC"), utc);
	return str_printf(r->page, "%.*sT%02d:%02d:00Z",
		STR_ARG(date_iso(r->page, m.day)), m.minute / 60, m.minute % 60);
}

/* A SIRET, the school's code (seven figures and a letter), another, or none. */
static struct str id_type_of(struct str id)
{
	size_t figures = 0;
	while (figures < id.n && ascii_digit(id.p[figures]))
		figures++;
	if (!id.n)
		return STR("sans");
	if (figures == id.n && siret_valid(id))
		return STR("SIRET");
	return figures == 7 && id.n == 8 && ascii_alpha(id.p[7]) ? STR("EN")
								 : STR("autre");
}

static struct moment published_of(const struct render *r)
{
	const struct value *v =
		value_get(value_get(r->w->site->commune.v, "cantine"), "publies_le");
	return value_given(v) && v->typed ? v->as.moment
					  : r->w->site->sheet_changed[SHEET_MEALS];
}

static struct canteen canteen_of(struct render *r)
{
	const struct value *v = value_get(r->w->site->commune.v, "cantine"),
			   *who = value_get(v, "pour");
	struct moment changed = r->w->site->sheet_changed[SHEET_MEALS];
	struct str name = value_text(v, "nom"), cook = value_text(v, "siret_cuisine"),
		   guests = value_text(v, "convives");
	struct canteen c = {.v = v,
		.name = name.n ? name : STR("Cantine"),
		.cook = value_text(v, "cuisine"),
		.cook_siret = siret_valid(cook) ? cook : (struct str){0},
		.id = value_text(v, "identifiant"),
		.guests = guests.n ? guests : STR("tous"),
		.published = instant(r, published_of(r))};
	c.id_type = id_type_of(c.id);
	if (value_given(who) && who->typed)
		c.who = canteen_guest(who->as.choice);
	if (moment_cmp(changed, published_of(r)) > 0)
		c.changed = instant(r, changed);
	return c;
}

static bool is_open(struct render *r, const struct canteen *c)
{
	return commune_siret(r).n && c->cook.n && c->who.n && c->published.n;
}

static void put_dish(struct render *r, const struct canteen *c, const struct meal *m,
	enum course course, struct strbuf *b)
{
	struct str none = {0};
	const struct str cells[] = {
		commune_full_name(r), commune_siret(r), c->cook, c->cook_siret, c->name,
		r->w->site->commune.code_insee, c->id, c->id_type, c->who, c->guests,
		date_iso(r->page, m->day), STR("déjeuner"), dish_types[course],
		m->dish[course], none,          /* menuPlatCode */
		none,                           /* menuPlatSiqo */
		none,                           /* menuPlatLabel */
		m->note, none,                  /* menuPlatRegime */
		none,                           /* menuPlatAllergene */
		none,                           /* menuPlatTexture */
		none,                           /* menuPlatNutriscore */
		none,                           /* menuPlatPrix */
		c->published, c->changed, none, /* menuModificationInfo */
	};
	CSV_ROW(b, cells);
}

static bool has_dish(const struct meal *m)
{
	for (size_t i = 0; i < COURSES; i++)
		if (m->dish[i].n)
			return true;
	return false;
}

bool dishes_any(struct render *r)
{
	struct canteen c = canteen_of(r);
	for (size_t i = 0; i < r->w->meals.n && is_open(r, &c); i++)
		if (has_dish(&r->w->meals.v[i]))
			return true;
	return false;
}

void dishes_put(struct render *r, struct strbuf *b)
{
	struct canteen c = canteen_of(r);
	for (size_t i = 0; i < r->w->meals.n; i++)
		for (enum course course = 0; course < COURSES; course++)
			if (r->w->meals.v[i].dish[course].n)
				put_dish(r, &c, &r->w->meals.v[i], course, b);
}

/* Who says nothing for this table is not asked for more. */
void dishes_lack(struct render *r)
{
	struct canteen c = canteen_of(r);
	struct strbuf keys = strbuf_on(r->page);
	if (!c.v || !r->w->meals.n || (!c.cook.n && !c.who.n))
		return;
	table_lacks(&keys, "siren", !commune_siret(r).n);
	table_lacks(&keys, "cantine.cuisine", !c.cook.n);
	table_lacks(&keys, "cantine.pour", !c.who.n);
	table_lacks(&keys, "cantine.publies_le", !c.published.n);
	table_say(r, c.v->loc, c.name, PATH, &keys);
}

void dishes_days(struct render *r, struct table_days *days)
{
	for (size_t i = 0; i < r->w->meals.n; i++) {
		const struct meal *m = &r->w->meals.v[i];
		if (!has_dish(m))
			continue;
		if (!days->first.year)
			days->first = m->day;
		days->last = m->day;
	}
	days->changed = later_day(
		published_of(r).day, r->w->site->sheet_changed[SHEET_MEALS].day);
}
