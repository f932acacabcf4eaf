/*
 * deliberations.c: the deliberations as open data: one row each, in the national schema
 * "deliberations" 2.1.3, as read on 1 December 2026 in the repository of
 * schema.data.gouv.fr. What the schema requires and nobody wrote is not made up, and
 * figures that it would refuse together are not given.
 */
#include "render/open_data.h"

const char *const deliberation_columns[] = {"COLL_NOM", "COLL_SIRET", "DELIB_ID",
	"DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET",
	"BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "PREF_DATE", "VOTE_EFFECTIF",
	"VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION", "DELIB_URL", NULL};

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

bool deliberations_any(struct render *r)
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

/* Five figures that hold together, or none: the schema refuses half a vote. */
enum vote { VOTE_OFFICE, VOTE_CAST, VOTE_FOR, VOTE_AGAINST, VOTE_NEITHER, VOTES };

static void votes_of(const struct value *votes, struct str out[VOTES])
{
	static const char *const keys[VOTES] = {
		"effectif", "votants", "pour", "contre", "abstention"};
	long long n[VOTES];
	for (size_t i = 0; i < VOTES; i++) {
		const struct value *v = value_get(votes, keys[i]);
		if (i == VOTE_CAST && !value_given(v))
			v = value_get(votes, "presents");
		bool known = value_given(v) && v->typed;
		n[i] = known ? v->as.integer : -1;
		out[i] = known ? v->text : (struct str){0};
	}
	bool whole = n[VOTE_FOR] >= 0 && n[VOTE_AGAINST] >= 0 && n[VOTE_NEITHER] >= 0 &&
		     n[VOTE_FOR] + n[VOTE_AGAINST] + n[VOTE_NEITHER] == n[VOTE_CAST] &&
		     n[VOTE_OFFICE] >= n[VOTE_CAST];
	for (size_t i = 0; i < VOTES && !whole; i++)
		out[i] = (struct str){0};
}

/* A receipt before the deliberation is a mistake: its day is not handed on. */
static struct str receipt_of(struct arena *a, const struct act *x)
{
	const struct value *day =
		value_get(value_get(x->node->page->header, "prefecture"), "date");
	bool after = value_given(day) && day->typed &&
		     date_cmp(day->as.moment.day, x->node->page->date) >= 0;
	return after ? table_date(a, day) : (struct str){0};
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
	struct str year = value_text(h, "budget_annee"),
		   budget = value_text(h, "budget_nom"), votes[VOTES];
	bool both = year.n && budget.n;
	votes_of(value_get(h, "votes"), votes);
	const struct str cells[] = {
		commune_full_name(r),
		commune_siret(r),
		id_of(a, x),
		date_iso(a, x->node->page->date),
		str_of(act_matters[x->matter].code),
		matter_name(a, x->matter),
		value_text(h, "objet"),
		both ? year : (struct str){0},
		both ? budget : (struct str){0},
		value_text(value_get(h, "prefecture"), "identifiant"),
		receipt_of(a, x),
		votes[VOTE_OFFICE],
		votes[VOTE_CAST],
		votes[VOTE_FOR],
		votes[VOTE_AGAINST],
		votes[VOTE_NEITHER],
		url_of(r, x),
	};
	CSV_ROW(b, cells);
}

void deliberations_put(struct render *r, struct strbuf *b)
{
	for (size_t i = 0; i < r->w->acts.online.n; i++)
		if (is_row(&r->w->acts.online.v[i]))
			put_row(r, &r->w->acts.online.v[i], b);
}

void deliberations_lack(struct render *r)
{
	if (deliberations_of(r, false) && !commune_siret(r).n)
		diag_say(r->d, MSG_ACTS_NO_SIRET, (struct loc){0});
}

/* The days of the deliberations; changed when the last one was put online. */
void deliberations_days(struct render *r, struct table_days *days)
{
	for (size_t i = 0; i < r->w->acts.online.n; i++) {
		const struct act *x = &r->w->acts.online.v[i];
		if (!is_row(x))
			continue;
		struct date day = x->node->page->date;
		if (!days->first.year || date_cmp(day, days->first) < 0)
			days->first = day;
		days->last = later_day(days->last, day);
		days->changed = later_day(days->changed, x->online);
	}
}
