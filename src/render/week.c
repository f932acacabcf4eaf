/*
 * week.c: the sheet of the week for the noticeboard, and the council's sittings, as
 * templates are shown them. What the week holds is resolve's business.
 */
#include "render/render_internal.h"

/* ---- the council ---- */

/* The next sitting that the agenda announces; absent: none. */
static struct view next_sitting(struct render *r, struct str prefix)
{
	const struct meeting_list *l = &r->w->agenda.coming;
	for (size_t i = 0; i < l->n; i++) {
		const struct event *e = l->v[i].event;
		if (e->node && !e->cancelled &&
			value_yes(e->node->page->header, "conseil", false))
			return meeting_view(r, prefix, &l->v[i]);
	}
	return (struct view){0};
}

/* Of what is online of a sitting, what tells most: minutes, then the list. */
static int told(const struct act *x)
{
	return x->type == ACT_MINUTES ? 2 : x->type == ACT_LIST ? 1 : 0;
}

/* The last sitting of which something is online; absent: none. */
static struct view last_sitting(struct render *r, struct str prefix)
{
	const struct act *best = NULL;
	for (size_t i = 0; i < r->w->acts.online.n; i++) {
		const struct act *x = &r->w->acts.online.v[i];
		int c = best ? date_cmp(x->sitting, best->sitting) : 1;
		if (x->sitting.year && (c > 0 || (c == 0 && told(x) > told(best))))
			best = x;
	}
	if (!best)
		return (struct view){0};
	struct view *v = view_new(r->page, seance);
	v[V_seance_seance_date] = date_view(r->page, best->sitting);
	v[V_seance_seance_quand] = view_text(date_text(r->page, best->sitting));
	v[V_seance_seance_lien] =
		view_text(link_of(r->page, prefix, best->node->address));
	v[V_seance_seance_titre] = view_text(shown_of(r, best->node)->title);
	return view_record(v);
}

struct view council_view(struct render *r, struct str prefix)
{
	struct view next = next_sitting(r, prefix), last = last_sitting(r, prefix);
	if (next.kind == VIEW_NONE && last.kind == VIEW_NONE)
		return next;
	struct view *v = view_new(r->page, conseil);
	v[V_conseil_seance_prochaine] = next;
	v[V_conseil_seance_derniere] = last;
	return view_record(v);
}

/* ---- the sheet ---- */

struct view feuille_view(struct render *r, struct str prefix)
{
	const struct week *k = &r->w->week;
	struct view *v = view_new(r->page, feuille);
	v[V_feuille_feuille_semaine] =
		view_text(date_range_text(r->page, k->monday, k->sunday));
	v[V_feuille_feuille_agenda] =
		meetings_view(r, prefix, k->meetings.v, k->meetings.n);
	v[V_feuille_feuille_collectes] = pickups_view(r, k->pickups.v, k->pickups.n);
	v[V_feuille_feuille_ecole] = breaks_view(r, &k->breaks);
	v[V_feuille_feuille_conseil] = council_view(r, prefix);
	return view_record(v);
}
