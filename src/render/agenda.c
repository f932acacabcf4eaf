/*
 * agenda.c: lists of events as templates are shown them: what comes, by month; what is
 * past, by year; what the home page announces. One event is event.c's.
 */
#include "render/render_internal.h"
#include "text/typography.h"

/* 2026-12-05, or 2026-12-05T14:00+01:00. */
struct str span_iso(struct render *r, const struct event_when *w, struct span s)
{
	return w->whole ? date_iso(r->page, s.from.day)
			: moment_rfc3339(r->page, r->w->site->commune.zone, s.from);
}

struct view meeting_view(struct render *r, struct str prefix, const struct meeting *m)
{
	const struct event *e = m->event;
	struct arena *a = r->page;
	struct view *v = view_new(a, rendez_vous);
	v[V_rendez_vous_rdv_titre] = view_text(typography_of(a, e->title));
	v[V_rendez_vous_rdv_lien] =
		e->node ? view_text(link_of(a, prefix, e->node->address))
			: view_text_if(e->link);
	v[V_rendez_vous_rdv_date] = date_view(a, m->span.from.day);
	v[V_rendez_vous_rdv_debut] = view_text(span_iso(r, &e->when, m->span));
	v[V_rendez_vous_rdv_quand] = view_text(span_text(a, &e->when, m->span));
	v[V_rendez_vous_rdv_lieu] = view_text_if(typography_of(a, e->place));
	v[V_rendez_vous_rdv_resume] = view_text_if(typography_of(a, e->summary));
	v[V_rendez_vous_rdv_rythme] = view_text_if(e->rhythm);
	v[V_rendez_vous_rdv_origine] = view_text_if(typography_of(a, e->origin));
	v[V_rendez_vous_rdv_annule] = view_yes(e->cancelled);
	return view_record(v);
}

struct view meetings_view(
	struct render *r, struct str prefix, const struct meeting *v, size_t n)
{
	struct view *list = arena_list(r->page, n, struct view);
	for (size_t i = 0; i < n; i++)
		list[i] = meeting_view(r, prefix, &v[i]);
	return view_list(list, n);
}

/* ---- groups ---- */

static bool same_group(struct date a, struct date b, bool past)
{
	return a.year == b.year && (past || a.month == b.month);
}

static struct view group_view(struct render *r, struct str prefix,
	const struct meeting *v, size_t n, bool past)
{
	struct date d = v->span.from.day;
	struct arena *a = r->page;
	struct view *g = view_new(a, groupe_rdv);
	g[V_groupe_rdv_groupe_rdv_titre] =
		view_text(past ? str_printf(a, "%d", d.year)
			       : str_printf(a, "%.*s %d",
					 STR_ARG(date_month_name(d.month)), d.year));
	g[V_groupe_rdv_groupe_rdv_id] =
		view_text(past ? str_printf(a, "annee-%d", d.year)
			       : str_printf(a, "mois-%d-%02d", d.year, d.month));
	g[V_groupe_rdv_rendez_vous] = meetings_view(r, prefix, v, n);
	return view_record(g);
}

static struct view groups_view(
	struct render *r, struct str prefix, const struct meeting_list *l, bool past)
{
	struct view *list = arena_list(r->page, l->n, struct view);
	size_t groups = 0;
	for (size_t i = 0, end; i < l->n; i = end) {
		for (end = i + 1; end < l->n; end++)
			if (!same_group(l->v[i].span.from.day, l->v[end].span.from.day,
				    past))
				break;
		list[groups++] = group_view(r, prefix, &l->v[i], end - i, past);
	}
	return view_list(list, groups);
}

struct view agenda_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct agenda *x = &r->w->agenda;
	bool past = n->kind == NODE_PAST_EVENTS;
	struct view *v = view_new(r->page, agenda);
	v[V_agenda_groupes_rdv] =
		groups_view(r, prefix, past ? &x->past : &x->coming, past);
	v[V_agenda_agenda_passe] = view_yes(past);
	v[V_agenda_agenda_lien] = view_text(
		link_of(r->page, prefix, r->w->collections[PAGE_EVENT].list->address));
	if (x->past.n && x->archives)
		v[V_agenda_archives_lien] =
			view_text(link_of(r->page, prefix, x->archives->address));
	v[V_agenda_agenda_ics] = view_text(link_of(r->page, prefix, STR(AGENDA_PATH)));
	return view_record(v);
}
