/* ics.c: see ics.h. */
#include "text/ics.h"

#include "text/escape.h"

/* How many bytes of s fit in `room` without cutting a character. */
static size_t fitting(struct str s, size_t room)
{
	if (s.n <= room)
		return s.n;
	while (room && ((unsigned char)s.p[room] & 0xC0) == 0x80)
		room--;
	return room;
}

void ics_line(struct strbuf *b, const char *name, struct str value)
{
	struct strbuf line = strbuf_on(b->arena);
	strbuf_printf(&line, "%s:", name);
	strbuf_add(&line, value);
	struct str rest = strbuf_str(&line);
	for (size_t room = ICS_LINE_MAX; rest.n; room = ICS_LINE_MAX - 1) {
		size_t n = fitting(rest, room);
		if (room < ICS_LINE_MAX)
			strbuf_lit(b, "\r\n ");
		strbuf_add(b, str_sub(rest, 0, n));
		rest = str_from(rest, n);
	}
	strbuf_lit(b, "\r\n");
}

void ics_text(struct strbuf *b, const char *name, struct str text)
{
	if (!text.n)
		return;
	struct strbuf value = strbuf_on(b->arena);
	escape_ics(&value, text);
	ics_line(b, name, strbuf_str(&value));
}

struct str ics_moment(struct arena *a, struct moment m)
{
	if (m.minute < 0)
		return str_printf(
			a, "%04d%02d%02d", m.day.year, m.day.month, m.day.day);
	return str_printf(a, "%04d%02d%02dT%02d%02d00", m.day.year, m.day.month,
		m.day.day, m.minute / 60, m.minute % 60);
}

struct str ics_utc(struct arena *a, struct str zone, struct moment m)
{
	long long utc;
	if (!utc_of_rfc3339(moment_rfc3339(a, zone, m), &utc))
		return (struct str){0};
	return str_printf(
		a, "%.*sZ", STR_ARG(ics_moment(a, moment_of_utc(STR("UTC"), utc))));
}

/* +0100 */
static struct str offset_text(struct arena *a, int minutes)
{
	int size = minutes < 0 ? -minutes : minutes;
	return str_printf(
		a, "%c%02d%02d", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

/* One of the two clocks of a zone; rule NULL: it is the only one. */
static void put_clock(struct strbuf *b, const char *kind, const char *from_day,
	const char *rule, int before, int after)
{
	struct arena *a = b->arena;
	ics_line(b, "BEGIN", str_of(kind));
	ics_line(b, "DTSTART", str_of(from_day));
	if (rule)
		ics_line(b, "RRULE", str_of(rule));
	ics_line(b, "TZOFFSETFROM", offset_text(a, before));
	ics_line(b, "TZOFFSETTO", offset_text(a, after));
	ics_line(b, "END", str_of(kind));
}

/* Seconds since 1970, UTC, within winter and within summer of the north. */
#define WINTER 1768435200LL /* 2026-01-15 */
#define SUMMER 1784073600LL /* 2026-07-15 */

void ics_zone(struct strbuf *b, struct str zone)
{
	int winter = zone_offset(zone, WINTER), summer = zone_offset(zone, SUMMER);
	bool europe = str_starts(zone, STR("Europe/"));
	ics_line(b, "BEGIN", STR("VTIMEZONE"));
	ics_line(b, "TZID", zone);
	if (winter == summer) {
		put_clock(b, "STANDARD", "19700101T000000", NULL, winter, winter);
	} else {
		/* Europe changes at 01:00 UTC, America at 02:00 of the wall clock. */
		put_clock(b, "DAYLIGHT", europe ? "19810329T020000" : "20070311T020000",
			europe ? "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
			       : "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
			winter, summer);
		put_clock(b, "STANDARD", europe ? "19961027T030000" : "20071104T020000",
			europe ? "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
			       : "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
			summer, winter);
	}
	ics_line(b, "END", STR("VTIMEZONE"));
}
