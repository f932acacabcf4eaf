/*
 * open_data.c: what the commune knows in rows, for other programs (CSV, RFC 4180, UTF-8):
 * its places, its procedures, the menus of its canteen. The columns of each are described
 * in docs/tables; the deliberations have a national schema, and deliberations.c.
 */
#include "model/place.h"
#include "render/render_internal.h"
#include "text/escape.h"

void csv_row(struct strbuf *b, const struct str *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			strbuf_byte(b, ',');
		escape_csv(b, cells[i]);
	}
	strbuf_lit(b, "\r\n");
}

#define SIRET_FIGURES 14
#define CSV_ROW(b, cells) csv_row(b, cells, sizeof(cells) / sizeof *(cells))

struct str commune_full_name(struct render *r)
{
	return str_printf(r->page, "Commune %.*s", STR_ARG(r->w->site->commune.de_nom));
}

struct str commune_siret(const struct render *r)
{
	struct str s = value_text(r->w->site->commune.v, "siren");
	return s.n == SIRET_FIGURES ? s : (struct str){0};
}

/* Figures only: a cell that begins with a plus would be a formula to spreadsheets. */
static struct str phone_of(struct arena *a, const struct value *phone)
{
	struct strbuf b = strbuf_on(a);
	if (!value_given(phone) || phone->faulty)
		return (struct str){0};
	struct str s = phone->as.phone.shown;
	if (str_starts(s, STR("+")))
		strbuf_lit(&b, "00");
	for (size_t i = 0; i < s.n; i++)
		if (ascii_digit(s.p[i]))
			strbuf_byte(&b, s.p[i]);
	return strbuf_str(&b);
}

static struct str date_of(struct arena *a, const struct value *date)
{
	return value_given(date) && date->typed ? date_iso(a, date->as.moment.day)
						: (struct str){0};
}

/* ---- places ---- */

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

static struct str hours_of(struct render *r, const struct desk *k)
{
	struct str_list list = {0};
	struct strbuf b = strbuf_on(r->page);
	if (k)
		opening_sentences(r->page, &k->opening, &list);
	for (size_t i = 0; i < list.n; i++) {
		if (i)
			strbuf_byte(&b, ' ');
		strbuf_add(&b, list.v[i]);
	}
	return strbuf_str(&b);
}

static const char *const place_columns[] = {"COLL_NOM", "COLL_SIRET", "EQUIP_UID",
	"EQUIP_TYPE", "EQUIP_NOM", "ADR_NUMERO", "ADR_NOMVOIE", "ADR_CODEPOSTAL",
	"ADR_COMMUNE", "EQUIP_OUVERTURE", "EQUIP_TEL", "EQUIP_EMAIL", "EQUIP_WEB",
	NULL};

static void put_place(struct render *r, const struct node *n, struct strbuf *b)
{
	const struct value *h = n->page->header, *type = value_get(h, "type");
	struct postal at = postal_of(r->page, value_text(h, "adresse"));
	size_t number = number_length(at.street);
	const struct str cells[] = {
		commune_full_name(r),
		commune_siret(r),
		str_printf(r->page, "%.*s-%.*s",
			STR_ARG(r->w->site->commune.code_insee),
			STR_ARG(n->page->stem)),
		value_given(type) ? place_type_name(type->as.choice) : (struct str){0},
		n->title,
		str_sub(at.street, 0, number),
		str_trim(str_from(at.street, number)),
		at.code,
		at.town,
		hours_of(r, n->desk),
		phone_of(r->page, value_get(h, "telephone")),
		value_text(h, "courriel"),
		link_absolute(r->page, r, n),
	};
	CSV_ROW(b, cells);
}

static bool any_place(const struct render *r)
{
	return r->w->collections[PAGE_PLACE].entries.n;
}

static void put_places(struct render *r, struct strbuf *b)
{
	const struct node_list *l = &r->w->collections[PAGE_PLACE].entries;
	for (size_t i = 0; i < l->n; i++)
		put_place(r, l->v[i], b);
}

/* ---- procedures ---- */

static const char *const procedure_columns[] = {"COLL_NOM", "COLL_SIRET", "DEM_ID",
	"DEM_TITRE", "DEM_RESUME", "DEM_CATEGORIE", "DEM_PUBLIC", "DEM_OPERATEUR",
	"DEM_EN_LIGNE", "DEM_SUR_PLACE", "DEM_TEL", "DEM_COUT", "DEM_DELAI",
	"DEM_FICHE", "DEM_VERIFIE_LE", "DEM_SOURCE", "DEM_URL", NULL};

/* What is too old to be shown is too old to be handed on. */
static struct str if_fresh(const struct procedure *p, const char *key)
{
	return p->stale ? (struct str){0} : value_text(p->v, key);
}

static void put_procedure(struct render *r, const struct node *n, struct strbuf *b)
{
	const struct procedure *p = n->procedure;
	const struct heading *h = heading_find(
		&r->w->procedures.categories, value_text(p->v, "categorie"));
	const struct str cells[] = {
		commune_full_name(r),
		commune_siret(r),
		p->id,
		n->title,
		n->summary,
		h ? h->title : (struct str){0},
		for_whom(r, p),
		value_text(p->operateur, "nom"),
		p->online,
		value_text(value_get(p->v, "sur_place"), "ou"),
		phone_of(r->page, number_to_call(r, p)),
		if_fresh(p, "cout"),
		if_fresh(p, "delai"),
		value_text(p->v, "fiche"),
		date_of(r->page, value_get(p->v, "verifie_le")),
		procedure_source(r, p),
		link_absolute(r->page, r, n),
	};
	CSV_ROW(b, cells);
}

static bool any_procedure(const struct render *r)
{
	return r->w->procedure_list->children.n;
}

static void put_procedures(struct render *r, struct strbuf *b)
{
	for (size_t i = 0; i < r->w->nodes.n; i++)
		if (r->w->nodes.v[i]->kind == NODE_PROCEDURE)
			put_procedure(r, r->w->nodes.v[i], b);
}

/* ---- menus ---- */

static const char *const dish_columns[] = {"menuCollNom", "menuCollSiret", "menuDate",
	"menuPlatType", "menuPlatNom", "menuMention", NULL};

/* One row a dish; a day that only says a word (« Pas de cantine ») has one without. */
static void put_meal(struct render *r, const struct meal *m, struct strbuf *b)
{
	bool any = false;
	for (size_t i = 0; i <= COURSES; i++) {
		struct str dish = i < COURSES ? m->dish[i] : (struct str){0};
		if (i < COURSES ? !dish.n : any)
			continue;
		const struct str cells[] = {
			commune_full_name(r),
			commune_siret(r),
			date_iso(r->page, m->day),
			i < COURSES ? str_of(course_names[i].shown) : (struct str){0},
			dish,
			m->note,
		};
		CSV_ROW(b, cells);
		any = true;
	}
}

static bool any_meal(const struct render *r)
{
	return r->w->meals.n;
}

static void put_meals(struct render *r, struct strbuf *b)
{
	for (size_t i = 0; i < r->w->meals.n; i++)
		put_meal(r, &r->w->meals.v[i], b);
}

/* ---- the files ---- */

/* A file that would hold no row is not published. In the order of their addresses. */
static const struct table {
	const char *path, *title;
	const char *const *columns; /* NULL: deliberations.c writes it */
	bool (*any)(const struct render *r);
	void (*put)(struct render *r, struct strbuf *b);
} tables[] = {
	{DELIBERATIONS_PATH, "Les délibérations", NULL, deliberations_are_open, NULL},
	{"cantine.csv", "Les menus de la cantine", dish_columns, any_meal, put_meals},
	{"demarches/demarches.csv", "Les démarches", procedure_columns, any_procedure,
		put_procedures},
	{"lieux/equipements.csv", "Les lieux et les équipements", place_columns,
		any_place, put_places},
};
#define TABLES (sizeof tables / sizeof *tables)

static size_t columns_of(struct render *r, const struct table *t, struct str **names)
{
	size_t n = 0;
	while (t->columns[n])
		n++;
	*names = arena_list(r->page, n, struct str);
	for (size_t i = 0; i < n; i++)
		(*names)[i] = str_of(t->columns[i]);
	return n;
}

void open_data_write(struct render *r, const struct node *none)
{
	(void)none;
	for (size_t i = 0; i < TABLES; i++) {
		const struct table *t = &tables[i];
		struct str *names;
		if (!t->columns || !t->any(r))
			continue;
		size_t n = columns_of(r, t, &names);
		r->out.n = 0;
		csv_row(&r->out, names, n);
		t->put(r, &r->out);
		put_bytes(r, str_of(t->path), strbuf_str(&r->out));
	}
}

void open_data_put(struct render *r, struct strbuf *out)
{
	bool any = false;
	for (size_t i = 0; i < TABLES; i++) {
		if (!tables[i].any(r))
			continue;
		if (!any)
			strbuf_lit(out,
				"<h2>Données ouvertes</h2>\n<p>Pour un tableur "
				"ou un autre programme, en CSV\u00a0:</p>\n<ul>\n");
		any = true;
		strbuf_printf(out, "<li><a href=\"%s\">%s</a></li>\n", tables[i].path,
			tables[i].title);
	}
	if (any)
		strbuf_lit(out, "</ul>\n");
}
