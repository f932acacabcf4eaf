/*
 * calendar.c: the agenda for other programs (iCalendar, RFC 5545): one file for all of
 * it, one for each event. Rules stay rules; dates of making are those of the sources:
 * no clock is read.
 */
#include "render/render_internal.h"
#include "text/ics.h"

struct str event_calendar(struct arena *a, const struct node *n)
{
	return str_printf(a, "%.*s.ics",
		STR_ARG(str_sub(n->address, 0, str_rindex(n->address, '.'))));
}

/* For ever: the address of its page, and the commune's number, which no other has. */
static struct str uid_of(struct render *r, const struct node *n)
{
	return str_printf(r->page, "%.*s@%.*s.tambour.invalid",
		STR_ARG(str_sub(n->address, 0, str_rindex(n->address, '.'))),
		STR_ARG(r->w->site->commune.code_insee));
}

/* When its file last changed; without history, what its author dated. */
static struct moment stamp_of(const struct node *n)
{
	const struct value *from = value_get(n->page->header, "publier_le");
	struct moment changed = node_changed(n);
	if (changed.day.year)
		return changed;
	return value_given(from) && from->typed ? from->as.moment
						: (struct moment){n->page->date, 0};
}

static struct str where_of(struct render *r, const struct event *e)
{
	struct str place = e->place, address = lines_joined(r->page, event_address(e));
	return str_printf(r->page, "%.*s%s%.*s", STR_ARG(place),
		place.n && address.n ? ", " : "", STR_ARG(address));
}

/* The sentence, or the first words of the text. */
static struct str about(struct render *r, const struct node *n)
{
	struct str s = n->summary;
	(void)r;
	return s.n ? s : n->texts.n ? n->texts.v[0].body->first : (struct str){0};
}

static void put_event(struct render *r, const struct node *n, struct strbuf *b)
{
	struct str zone = r->w->site->commune.zone;
	ics_line(b, "BEGIN", STR("VEVENT"));
	ics_line(b, "UID", uid_of(r, n));
	ics_line(b, "DTSTAMP", ics_utc(r->page, zone, stamp_of(n)));
	/* A rule that nobody could read is not handed on. */
	bool again = n->event->again && !(n->event->unknown && !n->event->rhythm.n);
	event_put_times(b, n->page, zone, again ? EVENT_WHOLE : EVENT_FIRST);
	ics_text(b, "SUMMARY", n->event->title);
	ics_text(b, "LOCATION", where_of(r, n->event));
	ics_text(b, "DESCRIPTION", about(r, n));
	if (r->base.n)
		ics_line(b, "URL", link_absolute(r->page, r, n));
	if (n->event->cancelled)
		ics_line(b, "STATUS", STR("CANCELLED"));
	ics_line(b, "END", STR("VEVENT"));
}

void calendar_begin(struct render *r, struct str name, struct strbuf *b)
{
	b->n = 0;
	ics_line(b, "BEGIN", STR("VCALENDAR"));
	ics_line(b, "VERSION", STR("2.0"));
	ics_line(b, "PRODID", STR("-//Tambour//Agenda//FR"));
	ics_line(b, "CALSCALE", STR("GREGORIAN"));
	ics_text(b, "X-WR-CALNAME", name);
	ics_zone(b, r->w->site->commune.zone);
}

void calendar_end(struct render *r, struct str path, struct strbuf *b)
{
	ics_line(b, "END", STR("VCALENDAR"));
	put_bytes(r, path, strbuf_str(b));
}

void calendars_write(struct render *r, const struct node *none)
{
	const struct node_list *own = &r->w->collections[PAGE_EVENT].entries;
	(void)none;
	if (!r->w->collections[PAGE_EVENT].list)
		return;
	for (size_t i = 0; i < own->n; i++) {
		const struct node *n = own->v[i];
		calendar_begin(r, (struct str){0}, &r->out);
		put_event(r, n, &r->out);
		calendar_end(r, event_calendar(r->page, n), &r->out);
	}
	calendar_begin(r,
		str_printf(r->page, "Agenda %.*s", STR_ARG(r->w->site->commune.de_nom)),
		&r->out);
	for (size_t i = 0; i < own->n; i++)
		put_event(r, own->v[i], &r->out);
	calendar_end(r, STR(AGENDA_PATH), &r->out);
}
