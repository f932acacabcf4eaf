/*
 * town_hall.c: the mairie and its hours for machines: JSON-LD of schema.org (CityHall),
 * as one script element that no browser runs. It tells what the page shows: the week of
 * the season, what is announced; weeks odd and even have no word there, and are left out.
 */
#include "render/render_internal.h"

/* ---- hours ---- */

static const char *const weekdays[7] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

static void open_row(struct strbuf *b)
{
	if (b->p[b->n - 1] != '[')
		strbuf_byte(b, ',');
	strbuf_lit(b, "{\"@type\":\"OpeningHoursSpecification\"");
}

static void put_span(struct strbuf *b, struct arena *a, int from, int to)
{
	json_text(b, "opens", clock_iso(a, from));
	/* 24:00 is no time of xsd: the last minute of the day stands for it. */
	json_text(b, "closes", to == 24 * 60 ? STR("23:59") : clock_iso(a, to));
}

/* What anyone finds open each week. */
static struct hours each_week(const struct desk *k, struct date today, int weekday)
{
	struct day_hours h = opening_weekday(&k->opening, today, weekday);
	struct open_day day = {0};
	for (size_t i = 0; i < h.n; i++)
		if (!h.clause[i].when.parity && !h.clause[i].when.nth)
			open_day_add(&day, &h.clause[i].hours);
	return day.free;
}

static void put_week(
	struct render *r, const struct desk *k, struct date until, struct strbuf *b)
{
	for (int day = 1; day <= 7; day++) {
		struct hours h = each_week(k, r->w->now.day, day);
		for (size_t i = 0; i < h.n; i++) {
			open_row(b);
			json_text(b, "dayOfWeek", str_of(weekdays[day - 1]));
			put_span(b, r->page, h.slot[i].from, h.slot[i].to);
			json_text(b, "validThrough", date_iso(r->page, until));
			strbuf_byte(b, '}');
		}
	}
}

static void put_special_row(struct render *r, const struct closure *c, int weekday,
	int from, int to, struct strbuf *b)
{
	open_row(b);
	if (weekday)
		json_text(b, "dayOfWeek", str_of(weekdays[weekday - 1]));
	put_span(b, r->page, from, to);
	json_text(b, "validFrom", date_iso(r->page, c->from));
	json_text(b, "validThrough", date_iso(r->page, c->to));
	strbuf_byte(b, '}');
}

/* Closed is from 0 to 0. Other hours of several days are of those open anyway. */
static void put_special(struct render *r, const struct desk *k, const struct closure *c,
	struct strbuf *b)
{
	bool open = c->open && !c->hours.by_appointment;
	bool weak = c->open && !c->extra && date_cmp(c->from, c->to) != 0;
	for (int day = weak ? 1 : 0; day <= (weak ? 7 : 0); day++) {
		struct day_hours usual = {0};
		if (day)
			usual = opening_weekday(&k->opening, c->from, day);
		if (day && day_hours_closed(&usual))
			continue;
		for (size_t i = 0; open && i < c->hours.n; i++)
			put_special_row(r, c, day, c->hours.slot[i].from,
				c->hours.slot[i].to, b);
		if (!open)
			put_special_row(r, c, day, 0, 0, b);
	}
}

static void put_hours(struct render *r, const struct desk *k, struct strbuf *b)
{
	struct date change = opening_season_change(&k->opening, r->w->now.day);
	struct date until = change.year ? date_of_days(date_days(change) - 1) : change;
	if (!k->opening.given)
		return;
	strbuf_lit(b, ",\"openingHoursSpecification\":[");
	put_week(r, k, until, b);
	strbuf_byte(b, ']');
	if (!k->closures.n)
		return;
	strbuf_lit(b, ",\"specialOpeningHoursSpecification\":[");
	for (size_t i = 0; i < k->closures.n; i++)
		put_special(r, k, &k->closures.v[i], b);
	strbuf_byte(b, ']');
}

/* ---- places ---- */

static void put_desk(struct render *r, const struct desk *k, struct strbuf *b)
{
	const struct value *phone = value_get(k->v, "telephone");
	json_text(b, "name", k->name);
	if (value_given(phone) && !phone->faulty)
		json_text(b, "telephone", phone->as.phone.tel);
	json_text(b, "email", value_text(k->v, "courriel"));
	json_address(b, r->page, value_text(k->v, "adresse"));
	put_hours(r, k, b);
}

void town_hall_json(struct render *r, const struct node *n, struct strbuf *b)
{
	(void)n;
	json_begin(b, "CityHall");
	put_desk(r, web_mairie(r->w), b);
	json_text(b, "url", r->base);
	if (r->w->desks.n > 1)
		json_list(b, "department");
	for (size_t i = 1; i < r->w->desks.n; i++) {
		json_item(b, "GovernmentOffice");
		put_desk(r, &r->w->desks.v[i], b);
		strbuf_byte(b, '}');
	}
	if (r->w->desks.n > 1)
		strbuf_byte(b, ']');
	json_end(b);
}
