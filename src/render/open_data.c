/*
 * open_data.c: which tables for other programs there are (CSV, RFC 4180, UTF-8), where
 * readers find them, and the list of them all in the national schema "catalogue". The
 * rows of most are other files' business (open_data.h).
 */
#include "render/open_data.h"

#include "model/open_data.h"
#include "text/escape.h"
#include "text/typography.h"

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

struct str commune_full_name(struct render *r)
{
	return str_printf(r->page, "Commune %.*s", STR_ARG(r->w->site->commune.de_nom));
}

struct str commune_siret(const struct render *r)
{
	struct str s = value_text(r->w->site->commune.v, "siren");
	return s.n == SIRET_FIGURES ? s : (struct str){0};
}

struct str table_date(struct arena *a, const struct value *date)
{
	return value_given(date) && date->typed ? date_iso(a, date->as.moment.day)
						: (struct str){0};
}

struct date later_day(struct date a, struct date b)
{
	return !a.year || (b.year && date_cmp(b, a) > 0) ? b : a;
}

void table_lacks(struct strbuf *keys, const char *key, bool lacks)
{
	if (lacks)
		strbuf_printf(keys, "%s`%s`", keys->n ? ", " : "", key);
}

void table_say(struct render *r, struct loc loc, struct str what, const char *path,
	const struct strbuf *keys)
{
	if (keys->n)
		diag_say(r->d, MSG_OPEN_DATA_LACKS, loc, what, str_of(path),
			strbuf_str(keys));
}

/* ---- procedures ---- */

static const char *const procedure_columns[] = {"COLL_NOM", "COLL_SIRET", "DEM_ID",
	"DEM_TITRE", "DEM_RESUME", "DEM_CATEGORIE", "DEM_PUBLIC", "DEM_OPERATEUR",
	"DEM_EN_LIGNE", "DEM_SUR_PLACE", "DEM_TEL", "DEM_COUT", "DEM_DELAI",
	"DEM_FICHE", "DEM_VERIFIE_LE", "DEM_SOURCE", "DEM_URL", NULL};

/* Figures only, in the form in which one dials. */
static struct str phone_figures(struct arena *a, const struct value *phone)
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
		phone_figures(r->page, number_to_call(r, p)),
		if_fresh(p, "cout"),
		if_fresh(p, "delai"),
		value_text(p->v, "fiche"),
		table_date(r->page, value_get(p->v, "verifie_le")),
		procedure_source(r, p),
		link_absolute(r->page, r, n),
	};
	CSV_ROW(b, cells);
}

static bool procedures_any(struct render *r)
{
	return r->w->procedure_list->children.n;
}

static void procedures_put(struct render *r, struct strbuf *b)
{
	for (size_t i = 0; i < r->w->nodes.n; i++)
		if (r->w->nodes.v[i]->kind == NODE_PROCEDURE)
			put_procedure(r, r->w->nodes.v[i], b);
}

static void procedures_days(struct render *r, struct table_days *days)
{
	for (size_t i = 0; i < r->w->nodes.n; i++) {
		const struct node *n = r->w->nodes.v[i];
		const struct value *day =
			n->kind == NODE_PROCEDURE
				? value_get(n->procedure->v, "verifie_le")
				: NULL;
		if (value_given(day) && day->typed)
			days->changed = later_day(days->changed, day->as.moment.day);
	}
}

/* ---- the tables ---- */

/* In the order of their addresses, but for the list of them all. */
static const struct open_table tables[] = {
	{"actes/deliberations.csv", "deliberations",
		"Les délibérations du conseil municipal",
		"Chaque délibération en ligne : son objet, sa matière, le vote et son document.",
		"Administration locale", "scdl;deliberations;conseil-municipal",
		"deliberations 2.1.3", deliberation_columns, deliberations_any,
		deliberations_put, deliberations_lack, deliberations_days},
	{"cantine.csv", "menus", "Les menus de la cantine",
		"Un plat par ligne : le jour, la partie du repas et le nom du plat.",
		"Restauration scolaire", "scdl;menus;cantine;restauration-scolaire",
		"menus-collectifs 1.2.3", dish_columns, dishes_any, dishes_put,
		dishes_lack, dishes_days},
	{"demarches/demarches.csv", "demarches", "Les démarches",
		"Chaque démarche telle que la commune la montre : pour qui, où, par téléphone ou en ligne, coût et délai.",
		"Administration locale", "demarches;service-public", NULL,
		procedure_columns, procedures_any, procedures_put, NULL,
		procedures_days},
	{"lieux/equipements.csv", "equipements", "Les équipements publics",
		"Les lieux ouverts au public : code national, adresse, coordonnées et téléphone.",
		"Équipements publics", "scdl;equipements;lieux-publics",
		"equipements 0.1.5", equipment_columns, equipments_any, equipments_put,
		equipments_lack, equipments_days},
};
#define TABLES (sizeof tables / sizeof *tables)

/* ---- the list of them all: the national schema "catalogue" 0.1.3 ---- */

#define CATALOGUE_PATH "catalogue.csv"

static const char *const catalogue_columns[] = {"COLL_NOM", "COLL_SIRET", "ID", "TITRE",
	"DESCRIPTION", "THEME", "PRODUCTEUR_NOM", "PRODUCTEUR_SIRET",
	"COUV_SPAT_MAILLE", "COUV_SPAT_NOM", "COUV_TEMP_DEBUT", "COUV_TEMP_FIN",
	"DATE_PUBL", "FREQ_MAJ", "DATE_MAJ", "MOTS_CLES", "LICENCE",
	"NOMBRE_RESSOURCES", "FORMAT_RESSOURCES", "URL", NULL};

static const struct value *open_settings(const struct render *r)
{
	return value_get(r->w->site->commune.v, "donnees_ouvertes");
}

/* The choice of open_data.h; -1: the commune has chosen no licence. */
static int licence_of(const struct render *r)
{
	const struct value *v = value_get(open_settings(r), "licence");
	return value_given(v) && v->typed ? v->as.choice : -1;
}

/* Year 0: not said. */
static struct date since_of(const struct render *r)
{
	const struct value *v = value_get(open_settings(r), "depuis");
	return value_given(v) && v->typed ? v->as.moment.day : (struct date){0};
}

static bool catalogue_any(struct render *r)
{
	bool any = false;
	for (size_t i = 0; i < TABLES && !any; i++)
		any = tables[i].any(r);
	return any && licence_of(r) >= 0 && since_of(r).year && commune_siret(r).n &&
	       r->base.n;
}

static void catalogue_lack(struct render *r)
{
	struct strbuf keys = strbuf_on(r->page);
	if (!value_given(open_settings(r)))
		return;
	table_lacks(&keys, "siren", !commune_siret(r).n);
	table_lacks(&keys, "site.lien", !r->base.n);
	table_say(r, open_settings(r)->loc, STR("La liste des tableaux"),
		CATALOGUE_PATH, &keys);
}

/* A table of no days tells what is so since it is online, as it is known to be. */
static struct table_days days_of(struct render *r, const struct open_table *t)
{
	struct table_days days = {0};
	t->days(r, &days);
	days.changed = later_day(since_of(r), days.changed);
	if (!days.first.year) {
		days.first = since_of(r);
		days.last = days.changed;
	}
	return days;
}

static void put_table(struct render *r, const struct open_table *t, struct strbuf *b)
{
	struct arena *a = r->page;
	const struct commune *c = &r->w->site->commune;
	struct table_days days = days_of(r, t);
	const struct str cells[] = {
		commune_full_name(r),
		commune_siret(r),
		str_printf(a, "%s-%.*s", t->id, STR_ARG(c->code_insee)),
		str_printf(a, "%s %.*s", t->title, STR_ARG(c->de_nom)),
		str_of(t->about),
		str_of(t->theme),
		commune_full_name(r),
		commune_siret(r),
		STR("Communale"),
		c->nom,
		date_iso(a, days.first),
		date_iso(a, days.last),
		date_iso(a, since_of(r)),
		STR("Irrégulière"),
		date_iso(a, days.changed),
		str_of(t->words),
		open_licence(licence_of(r)),
		STR("1"),
		STR("csv"),
		link_of(a, r->base, str_of(t->path)),
	};
	CSV_ROW(b, cells);
}

static void catalogue_put(struct render *r, struct strbuf *b)
{
	for (size_t i = 0; i < TABLES; i++)
		if (tables[i].any(r))
			put_table(r, &tables[i], b);
}

static const struct open_table catalogue = {.path = CATALOGUE_PATH,
	.title = "La liste de ces tableaux",
	.about =
		"Leurs titres, leurs dates, leur licence et leurs adresses, pour les moissonneurs de données.",
	.schema = "catalogue 0.1.3",
	.columns = catalogue_columns,
	.any = catalogue_any,
	.put = catalogue_put,
	.lacks = catalogue_lack};

/* ---- the files, and where readers find them ---- */

static void put_header(struct render *r, const char *const *columns, struct strbuf *b)
{
	size_t n = 0;
	while (columns[n])
		n++;
	struct str *names = arena_list(r->page, n, struct str);
	for (size_t i = 0; i < n; i++)
		names[i] = str_of(columns[i]);
	csv_row(b, names, n);
}

static void write_table(struct render *r, const struct open_table *t)
{
	if (t->lacks)
		t->lacks(r);
	if (!t->any(r))
		return;
	r->out.n = 0;
	put_header(r, t->columns, &r->out);
	t->put(r, &r->out);
	put_bytes(r, str_of(t->path), strbuf_str(&r->out));
}

void open_data_write(struct render *r, const struct node *none)
{
	(void)none;
	for (size_t i = 0; i < TABLES; i++)
		write_table(r, &tables[i]);
	write_table(r, &catalogue);
}

static void put_link(struct arena *a, const struct open_table *t, struct strbuf *out)
{
	strbuf_printf(out,
		"<dt><a href=\"%s\" type=\"text/csv\">%s</a> (CSV)</dt>\n<dd>", t->path,
		t->title);
	escape_html(out, typography_of(a, str_of(t->about)));
	if (t->schema)
		strbuf_printf(out, " Schéma national\u00a0: %s.", t->schema);
	strbuf_lit(out, "</dd>\n");
}

void open_data_put(struct render *r, struct strbuf *out)
{
	size_t n = 0;
	for (size_t i = 0; i < TABLES; i++)
		n += tables[i].any(r);
	if (!n)
		return;
	strbuf_lit(out, "<h2>Données ouvertes</h2>\n<p>Pour un tableur ou un autre "
			"programme, en CSV\u00a0: des lignes, dont les virgules "
			"séparent les colonnes.</p>\n<dl>\n");
	for (size_t i = 0; i < TABLES; i++)
		if (tables[i].any(r))
			put_link(r->page, &tables[i], out);
	if (catalogue.any(r))
		put_link(r->page, &catalogue, out);
	strbuf_lit(out, "</dl>\n");
	if (licence_of(r) >= 0)
		strbuf_printf(out, "<p>Licence de ces tableaux\u00a0: %.*s.</p>\n",
			STR_ARG(open_licence_name(licence_of(r))));
}
