/*
 * deliberations.c: the deliberations as open data: one row each, in the national schema
 * "deliberations" 2.1.3 (schema.data.gouv.fr), as CSV (RFC 4180, UTF-8). What the schema
 * requires and nobody wrote is not made up: see deliberations_are_open.
 */
#include "render/render_internal.h"

static bool is_row(const struct act *x)
{
	return x->type == ACT_DELIBERATION && x->matter >= 0;
}

static size_t deliberations_of(const struct render *r, bool ready)
{
	size_t n = 0;
	for (size_t i = 0; i < r->w->acts.online.n; i++) {
		const struct act *x = &r->w->acts.online.v[i];
		n += ready ? is_row(x) : x->type == ACT_DELIBERATION;
	}
	return n;
}

bool deliberations_are_open(const struct render *r)
{
	return commune_siret(r).n && deliberations_of(r, true);
}

/* ---- one row ---- */

/* Level 1, a bar, level 2: small letters, neither comma nor parenthesis. */
static struct str matter_name(struct arena *a, int matter)
{
	const struct act_matter *m = &act_matters[matter];
	struct str s = str_printf(a, "%s/%s", m->field, m->name);
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_from(s, i);
		if (str_starts(rest, STR("É"))) { /* the only one with an accent */
			strbuf_lit(&b, "é");
			i++;
		} else if (s.p[i] != ',') {
			strbuf_byte(&b, ascii_lower(s.p[i]));
		}
	}
	return strbuf_str(&b);
}

static struct str votes_of(const struct value *votes, const char *key)
{
	return value_text(votes, key);
}

static struct str iso_of(struct arena *a, const struct value *date)
{
	return value_given(date) && date->typed ? date_iso(a, date->as.moment.day)
						: (struct str){0};
}

/* What the register calls it; without a number, its place here is as lasting. */
static struct str id_of(struct arena *a, const struct act *x)
{
	const struct page *p = x->node->page;
	struct str number = value_text(p->header, "numero");
	return number.n ? number
			: str_printf(a, "%.*s-%.*s", STR_ARG(date_iso(a, p->date)),
				  STR_ARG(p->stem));
}

/* The file where there is one, else its page; both absolute, as the schema wants. */
static struct str url_of(struct render *r, const struct act *x)
{
	if (!r->base.n)
		return (struct str){0};
	return x->file.path.n ? link_of_file(r->page, r->base, x->file.path)
			      : link_absolute(r->page, r, x->node);
}

static void put_row(struct render *r, const struct act *x, struct strbuf *b)
{
	struct arena *a = r->page;
	const struct value *h = x->node->page->header;
	const struct value *votes = value_get(h, "votes");
	const struct value *prefecture = value_get(h, "prefecture");
	struct str voting = votes_of(votes, "votants");
	const struct str cells[] = {
		commune_full_name(r),
		commune_siret(r),
		id_of(a, x),
		date_iso(a, x->node->page->date),
		str_of(act_matters[x->matter].code),
		matter_name(a, x->matter),
		value_text(h, "objet"),
		value_text(h, "budget_annee"),
		value_text(h, "budget_nom"),
		value_text(prefecture, "identifiant"),
		iso_of(a, value_get(prefecture, "date")),
		votes_of(votes, "effectif"),
		voting.n ? voting : votes_of(votes, "presents"),
		votes_of(votes, "pour"),
		votes_of(votes, "contre"),
		votes_of(votes, "abstention"),
		url_of(r, x),
	};
	csv_row(b, cells, sizeof cells / sizeof *cells);
}

void deliberations_write(struct render *r, const struct node *none)
{
	(void)none;
	if (deliberations_of(r, false) && !commune_siret(r).n)
		diag_say(r->d, MSG_ACTS_NO_SIRET, (struct loc){0});
	if (!deliberations_are_open(r))
		return;
	r->out.n = 0;
	strbuf_lit(&r->out,
		"COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_MATIERE_CODE,"
		"DELIB_MATIERE_NOM,DELIB_OBJET,BUDGET_ANNEE,BUDGET_NOM,PREF_ID,"
		"PREF_DATE,VOTE_EFFECTIF,VOTE_REEL,VOTE_POUR,VOTE_CONTRE,"
		"VOTE_ABSTENTION,DELIB_URL\r\n");
	for (size_t i = 0; i < r->w->acts.online.n; i++)
		if (is_row(&r->w->acts.online.v[i]))
			put_row(r, &r->w->acts.online.v[i], &r->out);
	put_bytes(r, STR(DELIBERATIONS_PATH), strbuf_str(&r->out));
}
