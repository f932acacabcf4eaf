/*
 * event.c: one event of the agenda: as its template is shown it, and as JSON-LD
 * (schema.org, Event) for machines. Lists are agenda.c's.
 */
#include "render/render_internal.h"
#include "text/typography.h"

/* The next time, or the last one when all are past. */
static struct span span_now(const struct event *e)
{
	return e->times.v[e->next < e->times.n ? e->next : e->times.n - 1];
}

static struct view dates_view(struct render *r, const struct event *e)
{
	struct view *list = arena_list(r->page, AGENDA_DATES, struct view);
	size_t n = 0;
	for (size_t i = e->next; e->again && i < e->times.n && n < AGENDA_DATES; i++) {
		struct view *v = view_new(r->page, prochaine_date);
		struct span s = e->times.v[i];
		v[V_prochaine_date_prochaine_quand] =
			view_text(span_text(r->page, &e->when, s));
		v[V_prochaine_date_prochaine_debut] =
			view_text(span_iso(r, &e->when, s));
		list[n++] = view_record(v);
	}
	return view_list(list, n);
}

static void put_when(struct render *r, const struct event *e, struct view *v)
{
	struct span s = span_now(e);
	v[V_evenement_evenement_date] = date_view(r->page, s.from.day);
	v[V_evenement_evenement_debut] = view_text(span_iso(r, &e->when, s));
	v[V_evenement_evenement_quand] = view_text(span_text(r->page, &e->when, s));
	v[V_evenement_evenement_rythme] = view_text_if(e->rhythm);
	v[V_evenement_prochaines_dates] = dates_view(r, e);
	v[V_evenement_annule] = view_yes(e->cancelled);
	v[V_evenement_passe] = view_yes(!e->unknown && e->next == e->times.n);
}

static struct view words_view(struct render *r, const struct value *h, const char *key)
{
	return view_text_if(typography_of(r->page, value_text(h, key)));
}

/* Its own address, else that of the place it is at. */
struct str event_address(const struct event *e)
{
	struct str own = value_text(e->node->page->header, "adresse");
	return own.n || !e->at ? own : value_text(e->at->page->header, "adresse");
}

static void put_place(
	struct render *r, struct str prefix, const struct event *e, struct view *v)
{
	struct str address = event_address(e);
	v[V_evenement_lieu] = view_text_if(typography_of(r->page, e->place));
	if (e->at)
		v[V_evenement_lieu_lien] =
			view_text(link_of(r->page, prefix, e->at->address));
	if (!address.n)
		return;
	v[V_evenement_lieu_adresse] = view_html(lines_html(r->page, address));
	v[V_evenement_lieu_carte] = view_text(map_link(r->page, address));
}

struct view evenement_view(struct render *r, struct str prefix, const struct node *n)
{
	const struct value *h = n->page->header, *contact = value_get(h, "contact");
	struct view *v = view_new(r->page, evenement);
	put_when(r, n->event, v);
	put_place(r, prefix, n->event, v);
	v[V_evenement_prix] = words_view(r, h, "prix");
	v[V_evenement_organisateur] = words_view(r, h, "organisateur");
	v[V_evenement_contact_nom] = words_view(r, contact, "nom");
	v[V_evenement_contact_telephone] =
		phone_view(r->page, value_get(contact, "telephone"));
	v[V_evenement_contact_courriel] =
		email_view(r->page, value_get(contact, "courriel"));
	v[V_evenement_inscription] = words_view(r, h, "inscription");
	v[V_evenement_inscription_lien] =
		view_text_if(value_text(h, "inscription_lien"));
	v[V_evenement_evenement_site] = view_text_if(value_text(h, "lien"));
	v[V_evenement_evenement_ics] =
		view_text(link_of(r->page, prefix, event_calendar(r->page, n)));
	v[V_evenement_tout_agenda_lien] = view_text(
		link_of(r->page, prefix, r->w->collections[PAGE_EVENT].list->address));
	return view_record(v);
}

/* ---- for machines ---- */

static void json_moment(struct render *r, struct strbuf *b, const char *name,
	const struct event *e, struct moment m)
{
	json_text(b, name,
		e->when.whole ? date_iso(r->page, m.day)
			      : moment_rfc3339(r->page, r->w->site->commune.zone, m));
}

/* Days as a whole are told by the last of them, hours by the moment after. */
static struct moment last_moment(const struct event *e, struct span s)
{
	if (e->when.whole)
		s.to.day = date_of_days(date_days(s.to.day) - 1);
	return s.to;
}

static void json_place(struct render *r, const struct event *e, struct strbuf *b)
{
	struct str place = e->place, address = event_address(e);
	if (!place.n && !address.n)
		return;
	json_open(b, "location", "Place");
	json_text(b, "name", place);
	json_address(b, r->page, address);
	strbuf_byte(b, '}');
}

void event_json(struct render *r, const struct node *n, struct strbuf *b)
{
	const struct event *e = n->event;
	const struct value *h = n->page->header;
	struct span s = span_now(e);
	struct str organizer = value_text(h, "organisateur");
	json_begin(b, "Event");
	json_text(b, "name", e->title);
	json_moment(r, b, "startDate", e, s.from);
	json_moment(r, b, "endDate", e, last_moment(e, s));
	json_text(b, "eventStatus",
		e->cancelled ? STR("https://schema.org/EventCancelled")
			     : STR("https://schema.org/EventScheduled"));
	json_text(b, "description", e->summary);
	json_text(b, "url", link_absolute(r->page, r, n));
	json_place(r, n->event, b);
	if (organizer.n) {
		json_open(b, "organizer", "Organization");
		json_text(b, "name", organizer);
		strbuf_byte(b, '}');
	}
	json_end(b);
}
