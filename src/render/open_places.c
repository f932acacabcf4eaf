/*
 * open_places.c: the equipments of the commune as open data: the mairie and the places
 * whose header gives a national code, one row each, in the national schema "equipements"
 * 0.1.5, as read on 1 December 2026 in the repository of schema.data.gouv.fr. The
 * nomenclature itself is not known here: a code is written by people, the mairie's apart.
 */
#include "model/open_data.h"
#include "model/place.h"
#include "render/open_data.h"
#include "text/utf8.h"

#define PATH "lieux/equipements.csv"
#define STREET_LEAST 3 /* letters that the schema wants */

const char *const equipment_columns[] = {"COLL_NOM", "COLL_SIRET", "EQUIP_UID",
	"EQUIP_THEME", "EQUIP_CODE", "EQUIP_TYPE", "EQUIP_NOM", "ADR_NUMERO",
	"ADR_NOMVOIE", "ADR_CODEPOSTAL", "ADR_COMMUNE", "ADR_CLE_INTEROP", "ERP_ID",
	"ERP_TYPE", "ERP_CATEGORIE", "EQUIP_LAT", "EQUIP_LONG", "EQUIP_OUVERTURE",
	"EQUIP_TEL", "EQUIP_EMAIL", "EQUIP_WEB", NULL};

/* What has a row, or would have one with a little more. */
struct equipment {
	const struct value *v; /* its record */
	const struct node *node;
	struct str code, theme, type, name;
	struct loc loc;
	struct str number, street, postcode, town; /* as the schema wants them */
	const struct equipment
		*twin; /* one before it that has the same code; or NULL */
};

struct equipments {
	struct equipment *v;
	size_t n, cap;
};

/* ---- addresses ---- */

/*
 * The letters that the schema has: Latin ones up to ÿ, hyphens; figures and straight
 * apostrophes in the names of streets alone. What it has not is a blank.
 */
static struct str plain(struct arena *a, struct str s, bool street)
{
	struct strbuf b = strbuf_on(a);
	for (size_t at = 0; at < s.n;) {
		unsigned c = utf8_next(s, &at);
		bool letter = c < 0x80 ? ascii_alpha((char)c) || c == '-'
				       : c >= 0xC0 && c <= 0xFF;
		bool figure = c >= '0' && c <= '9',
		     apostrophe = c == 0x2019 || c == '\'';
		if (letter || (street && figure))
			utf8_put(&b, c);
		else if (c == 0x153 || c == 0x152)
			strbuf_add(&b, c == 0x153 ? STR("oe") : STR("Oe"));
		else if (street && apostrophe)
			strbuf_byte(&b, '\'');
		else if (b.n && b.p[b.n - 1] != ' ')
			strbuf_byte(&b, ' ');
	}
	return str_trim(strbuf_str(&b));
}

/* « 3 bis route de Villehaies »: how long its number is; 0: it has none. */
static size_t number_length(struct str street)
{
	size_t n = 0;
	while (n < street.n && ascii_digit(street.p[n]))
		n++;
	if (!n || n == street.n)
		return 0;
	struct str rest = str_from(street, n);
	static const char *const more[] = {" bis ", " ter ", " quater "};
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (str_starts(rest, str_of(more[i])))
			return n + strlen(more[i]) - 1;
	return rest.p[0] == ' ' ? n : 0;
}

/* Repetitions have three letters; 99999 stands for no number. */
static struct str number_of(struct str street)
{
	size_t n = number_length(street), more = strlen("ter");
	struct str number = str_sub(street, 0, n);
	if (!n)
		return STR("99999");
	return str_ends(number, STR("quater")) ? str_sub(number, 0, n - more) : number;
}

/* ---- which ones ---- */

static bool begins_position(const struct value *v)
{
	return value_text(v, "latitude").n || value_text(v, "longitude").n;
}

static void add(struct render *r, struct equipments *all, struct equipment e)
{
	struct postal at = postal_of(r->page, value_text(e.v, "adresse"));
	e.number = number_of(at.street);
	e.street = plain(r->page, str_from(at.street, number_length(at.street)), true);
	e.postcode = at.code;
	e.town = plain(r->page, at.town, false);
	*list_add(r->page, all) = e;
}

static void add_mairie(struct render *r, struct equipments *all)
{
	const struct value *v = value_get(r->w->site->commune.v, "mairie");
	if (!r->w->desks.n || !begins_position(v))
		return;
	add(r, all,
		(struct equipment){.v = v,
			.node = r->w->home,
			.code = STR(EQUIPMENT_MAIRIE),
			.theme = equipment_theme(0),
			.type = STR("Mairie"),
			.name = r->w->desks.v[0].name,
			.loc = v->loc});
}

/* A place that says nothing for this table is no concern of it. */
static void add_place(struct render *r, const struct node *n, struct equipments *all)
{
	const struct value *h = n->page->header, *type = value_get(h, "type"),
			   *family = value_get(h, "famille"),
			   *code = value_get(h, "code_equipement");
	int sort = value_given(type) && type->typed ? type->as.choice : PLACE_OTHER;
	if (!value_given(code) && !begins_position(h))
		return;
	int theme = value_given(family) && family->typed ? family->as.choice
							 : equipment_family_of(sort);
	struct str name = place_type_name(sort);
	add(r, all,
		(struct equipment){.v = h,
			.node = n,
			.code = value_text(h, "code_equipement"),
			.theme = equipment_theme(theme),
			.type = name.n ? name : STR("Autre équipement"),
			.name = n->title,
			.loc = value_given(code) ? code->loc : n->page->loc});
}

static bool has_address(const struct equipment *e)
{
	return utf8_count(e->street) >= STREET_LEAST && e->postcode.n && e->town.n;
}

static bool is_row(const struct render *r, const struct equipment *e)
{
	return commune_siret(r).n && equipment_code_valid(e->code) && !e->twin &&
	       value_text(e->v, "latitude").n && value_text(e->v, "longitude").n &&
	       has_address(e);
}

static struct equipments equipments_of(struct render *r)
{
	struct equipments all = {0};
	struct map codes = {0};
	const struct node_list *places = &r->w->collections[PAGE_PLACE].entries;
	add_mairie(r, &all);
	for (size_t i = 0; i < places->n; i++)
		add_place(r, places->v[i], &all);
	for (size_t i = 0; i < all.n; i++) {
		struct equipment *e = &all.v[i];
		if (!equipment_code_valid(e->code))
			continue;
		void **first = map_put(r->page, &codes, e->code);
		e->twin = *first;
		if (!*first)
			*first = e;
	}
	return all;
}

/* ---- cells ---- */

#define PHONE_MOST 13

/* « +33 261910010 »; what is longer than the schema has room for is not given. */
static struct str phone_of(struct arena *a, const struct value *phone)
{
	if (!value_given(phone) || phone->faulty)
		return (struct str){0};
	struct str s = phone->as.phone.tel, france = STR("+33");
	if (str_starts(s, france))
		s = str_printf(a, "%.*s %.*s", STR_ARG(france),
			STR_ARG(str_from(s, france.n)));
	return s.n <= PHONE_MOST ? s : (struct str){0};
}

static void put_equipment(struct render *r, const struct equipment *e, struct strbuf *b)
{
	struct arena *a = r->page;
	struct str none = {0};
	const struct str cells[] = {
		commune_full_name(r),
		commune_siret(r),
		str_printf(a, "%.*s-%.*s", STR_ARG(r->w->site->commune.code_insee),
			STR_ARG(e->code)),
		e->theme,
		e->code,
		e->type,
		e->name,
		e->number,
		e->street,
		e->postcode,
		e->town,
		none, /* ADR_CLE_INTEROP */
		none, /* ERP_ID */
		none, /* ERP_TYPE */
		none, /* ERP_CATEGORIE */
		value_text(e->v, "latitude"),
		value_text(e->v, "longitude"),
		none, /* EQUIP_OUVERTURE */
		phone_of(a, value_get(e->v, "telephone")),
		value_text(e->v, "courriel"),
		link_absolute(a, r, e->node),
	};
	CSV_ROW(b, cells);
}

/* ---- the table ---- */

bool equipments_any(struct render *r)
{
	struct equipments all = equipments_of(r);
	for (size_t i = 0; i < all.n; i++)
		if (is_row(r, &all.v[i]))
			return true;
	return false;
}

void equipments_put(struct render *r, struct strbuf *b)
{
	struct equipments all = equipments_of(r);
	for (size_t i = 0; i < all.n; i++)
		if (is_row(r, &all.v[i]))
			put_equipment(r, &all.v[i], b);
}

static void say_lacks(struct render *r, const struct equipment *e)
{
	struct strbuf keys = strbuf_on(r->page);
	table_lacks(&keys, "siren", !commune_siret(r).n);
	table_lacks(&keys, "code_equipement", !e->code.n);
	table_lacks(&keys, "adresse", !has_address(e));
	table_lacks(&keys, "latitude", !value_text(e->v, "latitude").n);
	table_lacks(&keys, "longitude", !value_text(e->v, "longitude").n);
	table_say(r, e->loc, e->name, PATH, &keys);
	if (e->code.n && !equipment_code_valid(e->code))
		diag_say(r->d, MSG_EQUIPMENT_CODE, e->loc, e->code);
}

void equipments_lack(struct render *r)
{
	struct equipments all = equipments_of(r);
	for (size_t i = 0; i < all.n; i++) {
		const struct equipment *e = &all.v[i];
		say_lacks(r, e);
		if (!e->twin)
			continue;
		diag_say(r->d, MSG_EQUIPMENT_TWICE, e->loc, e->code);
		diag_also(r->d, MSG_NOTE_FIRST_HERE, e->twin->loc);
	}
}

/* What commune.yaml says of the mairie is of no day that is known. */
void equipments_days(struct render *r, struct table_days *days)
{
	struct equipments all = equipments_of(r);
	for (size_t i = 0; i < all.n; i++)
		if (is_row(r, &all.v[i]) && all.v[i].node != r->w->home)
			days->changed = later_day(
				days->changed, node_changed(all.v[i].node).day);
}
