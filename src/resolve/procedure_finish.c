/*
 * procedure_finish.c: the last word on a procedure once all layers were applied: who runs
 * it, its address for this commune, whether it is shown, what is too old to be shown,
 * which others it names. It changes no text.
 */
#include "resolve/procedure_internal.h"
#include "text/utf8.h"

#define FRESH_MONTHS 18 /* where the catalogue does not say: docs of `fraicheur` */

static struct layer layer_of(const struct merge *m, const struct value *v)
{
	return layer_named(m, v->loc.origin ? v->loc.origin->layer : (struct str){0});
}

/* "catalogue/id" of a catalogue that this commune does not use: nothing to mend here. */
static bool is_elsewhere(const struct merge *m, const struct value *id)
{
	size_t slash = str_index(id->text, '/');
	if (slash == id->text.n || !layer_of(m, id).catalogue)
		return false;
	return !layer_named(m, str_sub(id->text, 0, slash)).catalogue;
}

/* ---- who runs it, and where ---- */

static void find_operator(struct merge *m, struct entry *e)
{
	const struct value *op = value_get(e->v, "operateur");
	if (!value_given(op))
		return;
	struct layer l = layer_of(m, op);
	e->p.operateur = operator_find(m, &l, op->text);
	if (e->p.operateur || is_elsewhere(m, op) || may_be_elsewhere(m, op))
		return;
	struct str_list known = {0};
	for (size_t i = 0; i < m->operators.n; i++)
		*list_add(m->arena, &known) = m->operators.v[i].id;
	diag_say(m->diag, MSG_PROCEDURE_OPERATOR, op->loc, op->text);
	say_nearest(m->diag, op->loc, op->text, &known);
}

static void find_address(struct merge *m, struct entry *e)
{
	const struct value *service = value_get(e->v, "service");
	const struct value *shown = value_get(service, "affichage");
	e->p.online = address_online(m, service, &e->p.online_loc);
	if (!value_given(shown) || !str_is(shown->text, "cadre"))
		return;
	const struct value *op = e->p.operateur;
	if (!op && e->p.partial)
		return; /* whoever runs it is in the other catalogue */
	if (!value_yes(op, "cadre", false)) {
		diag_say(m->diag, MSG_PROCEDURE_FRAME, shown->loc);
		if (op)
			diag_also(m->diag, MSG_NOTE_OPERATOR_HERE, op->loc,
				value_text(op, "id"));
		return;
	}
	/* What he allows is framing his own pages, not any page. */
	e->p.framed =
		e->p.online.n && host_allowed(e->p.online, value_get(op, "hotes"));
}

/* ---- shown or not ---- */

/* Said by `masquer`; else a procedure that names its successor is no longer shown. */
static void decide_hidden(struct entry *e)
{
	if (!e->p.partial && !value_given(value_get(e->v, "titre")))
		e->p.hidden =
			true; /* only its address is left, whoever wants to show it */
	else if (value_given(e->masquer))
		e->p.hidden = e->masquer->typed && e->masquer->as.yes;
	else
		e->p.hidden = value_given(value_get(e->v, "remplacee_par"));
}

static void drop_empty_records(struct entry *e)
{
	size_t kept = 0;
	if (e->shared)
		return; /* nothing was taken out of it */
	for (size_t i = 0; i < e->v->map.n; i++) {
		const struct value *v = e->v->map.v[i].value;
		if (v && (v->kind != VALUE_MAP || v->map.n))
			e->v->map.v[kept++] = e->v->map.v[i];
	}
	e->v->map.n = kept;
}

/* ---- too old to be shown ---- */

static struct date months_later(struct date d, long long months)
{
	long long month = d.year * 12LL + d.month - 1 + months;
	d.year = (short)(month / 12);
	d.month = (unsigned char)(month % 12 + 1);
	while (!date_valid(d) && d.day > 28)
		d.day--;
	return d;
}

struct date fact_fresh_until(const struct catalogue *c, const struct value *checked)
{
	if (!c || !checked->typed)
		return (struct date){0};
	const struct value *limit = value_get(c->about, "fraicheur");
	bool given = value_given(limit) && limit->typed && !limit->faulty;
	return months_later(
		checked->as.moment.day, given ? limit->as.integer : FRESH_MONTHS);
}

/*
 * Costs and delays of the layer that was checked too long ago, or of one below, are taken
 * out. What a later layer says, the mayor's own price for instance, is not that old.
 */
static void drop_stale(struct merge *m, struct entry *e)
{
	static const char *const ageing[] = {"cout", "delai"};
	const struct value *checked = value_get(e->v, "verifie_le");
	if (!value_given(checked))
		return;
	struct date limit = fact_fresh_until(layer_of(m, checked).catalogue, checked);
	if (!limit.year)
		return;
	if (date_cmp(m->today, limit) <= 0) {
		struct date change = date_of_days(date_days(limit) + 1);
		struct date *first = &m->out->changes_on;
		bool any = value_get(e->v, "cout") || value_get(e->v, "delai");
		if (any && (!first->year || date_cmp(change, *first) < 0))
			*first = change;
		return;
	}
	size_t rank = layer_of(m, checked).rank;
	e->p.stale = true;
	for (size_t i = 0; i < sizeof ageing / sizeof *ageing; i++) {
		const struct value *v = value_get(e->v, ageing[i]);
		if (v && layer_of(m, v).rank <= rank)
			entry_remove(m, e, str_of(ageing[i]),
				checked->loc.origin->layer, STR("trop ancien"),
				checked->loc);
		else if (v)
			e->p.stale = false;
	}
}

/* ---- where it is shown ---- */

static void check_heading(
	struct merge *m, const struct heading_list *list, const struct value *id)
{
	if (value_given(id) && !heading_find(list, id->text) &&
		!may_be_elsewhere(m, id))
		heading_say_unknown(m->diag, MSG_PROCEDURE_HEADING, list, id);
}

void entry_finish(struct merge *m, struct entry *e)
{
	drop_empty_records(e);
	decide_hidden(e);
	find_operator(m, e);
	find_address(m, e);
	drop_stale(m, e);
	e->p.v = e->v;
	if (e->p.hidden)
		return;
	check_heading(m, &m->out->categories, value_get(e->v, "categorie"));
	const struct value *events = value_get(e->v, "evenements");
	for (size_t i = 0; i < value_count(events); i++)
		check_heading(m, &m->out->events, value_at(events, i));
}

/* ---- which others it names ---- */

/* A map is quicker than procedures_find; survey.c has none. */
static const struct procedure *find(const struct merge *m, struct str id)
{
	const struct entry *e = map_get(&m->by_id, id);
	return e ? e->done : procedures_find(m->out, id);
}

static const struct procedure *named(struct merge *m, const struct value *id)
{
	const struct procedure *p = find(m, id->text);
	if (p || is_elsewhere(m, id) || may_be_elsewhere(m, id))
		return p;
	struct str_list known = {0};
	for (size_t i = 0; i < m->out->all.n; i++)
		*list_add(m->arena, &known) = m->out->all.v[i].id;
	diag_say(m->diag, MSG_PROCEDURE_UNKNOWN, id->loc, id->text);
	say_nearest(m->diag, id->loc, id->text, &known);
	return NULL;
}

/* The one shown at the end of a chain of replacements; a ring leads nowhere. */
static struct str successor(struct merge *m, const struct procedure *p)
{
	for (size_t i = 0; i < m->out->all.n && p && p->hidden; i++) {
		const struct value *next = value_get(p->v, "remplacee_par");
		p = value_given(next) ? named(m, next) : NULL;
	}
	return p && !p->hidden ? p->id : (struct str){0};
}

static bool has(const struct str_list *list, struct str s)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i], s))
			return true;
	return false;
}

void procedure_links(struct merge *m, struct procedure *p)
{
	if (p->hidden) {
		p->replaced_by = successor(m, p);
		return;
	}
	const struct value *list = value_get(p->v, "voir_aussi");
	for (size_t i = 0; i < value_count(list); i++) {
		const struct procedure *other = named(m, value_at(list, i));
		if (other && other != p && !other->hidden &&
			!has(&p->see_also, other->id))
			*list_add(m->arena, &p->see_also) = other->id;
	}
}
