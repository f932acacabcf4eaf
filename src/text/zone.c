/*
 * zone.c: the clocks of France's territories, as a table: no file of the machine is
 * read. Today's rules are taken for every year; nothing here serves to date archives.
 */
#include "text/date.h"

#include <time.h>

#include "text/scan_internal.h"

enum rule { RULE_NONE, RULE_EUROPE, RULE_AMERICA };

struct zone {
	struct str name;
	short minutes; /* from UTC, in winter */
	enum rule rule;
};

static const struct zone zones[] = {
	{STR_INIT("Europe/Paris"), 60, RULE_EUROPE},
	{STR_INIT("America/Guadeloupe"), -240, RULE_NONE},
	{STR_INIT("America/Martinique"), -240, RULE_NONE},
	{STR_INIT("America/Cayenne"), -180, RULE_NONE},
	{STR_INIT("Indian/Reunion"), 240, RULE_NONE},
	{STR_INIT("America/Miquelon"), -180, RULE_AMERICA},
	{STR_INIT("Indian/Mayotte"), 180, RULE_NONE},
	{STR_INIT("America/St_Barthelemy"), -240, RULE_NONE},
	{STR_INIT("America/Marigot"), -240, RULE_NONE},
	{STR_INIT("Indian/Kerguelen"), 300, RULE_NONE},
	{STR_INIT("Pacific/Wallis"), 720, RULE_NONE},
	{STR_INIT("Pacific/Tahiti"), -600, RULE_NONE},
	{STR_INIT("Pacific/Marquesas"), -570, RULE_NONE},
	{STR_INIT("Pacific/Gambier"), -540, RULE_NONE},
	{STR_INIT("Pacific/Noumea"), 660, RULE_NONE},
	{STR_INIT("UTC"), 0, RULE_NONE},
};

/* Overseas only: every other code keeps Paris time. */
static const struct {
	char departement[4];
	unsigned char zone; /* row of zones */
} overseas[] = {
	{"971", 1},
	{"972", 2},
	{"973", 3},
	{"974", 4},
	{"975", 5},
	{"976", 6},
	{"977", 7},
	{"978", 8},
	{"984", 9},
	{"986", 10},
	{"987", 11},
	{"988", 14},
};

struct str zone_of_departement(struct str departement)
{
	for (size_t i = 0; i < sizeof overseas / sizeof *overseas; i++)
		if (str_is(departement, overseas[i].departement))
			return zones[overseas[i].zone].name;
	return zones[0].name;
}

/* A name that is not in the table is taken for Paris. */
static const struct zone *zone_named(struct str name)
{
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (str_eq(name, zones[i].name))
			return &zones[i];
	return &zones[0];
}

/* Seconds since 1970 of a day's start; week counts Sundays from 1, 0 is the last one. */
static long long sunday(int year, int month, int week)
{
	struct date first = {(short)year, (unsigned char)month, 1};
	if (week == 0) /* both months that need it, March and October, have 31 days */
		first.day = 25;
	long days = date_days(first) + 7 - date_weekday(first);
	return (long long)(days + (week ? (week - 1) * 7 : 0)) * 86400;
}

static bool summer(const struct zone *z, long long utc)
{
	long long days = utc / 86400 - (utc % 86400 < 0);
	struct date d = date_of_days((long)days);
	if (z->rule == RULE_NONE || d.year == 0)
		return false;
	/* All of Europe changes at one instant, 01:00 UTC. */
	if (z->rule == RULE_EUROPE)
		return utc >= sunday(d.year, 3, 0) + 3600 &&
		       utc < sunday(d.year, 10, 0) + 3600;
	/* America changes at 02:00 of each wall clock: winter's, then summer's. */
	long long two = 7200 - z->minutes * 60LL;
	return utc >= sunday(d.year, 3, 2) + two &&
	       utc < sunday(d.year, 11, 1) + two - 3600;
}

int zone_offset(struct str zone, long long utc)
{
	const struct zone *z = zone_named(zone);
	return z->minutes + (summer(z, utc) ? 60 : 0);
}

struct moment moment_of_utc(struct str zone, long long utc)
{
	const long long limit = 400000LL * 10000 * 86400; /* far outside the calendar */
	if (utc < -limit || utc > limit)
		return (struct moment){.minute = -1};
	long long wall = utc + zone_offset(zone, utc) * 60LL;
	long long days = wall / 86400, second = wall % 86400;
	if (second < 0) {
		second += 86400;
		days--;
	}
	struct date day = date_of_days((long)days);
	return (struct moment){day, (short)(day.year ? second / 60 : -1)};
}

/*
 * The offset of a wall clock. The hour that comes twice is taken for the first; the hour
 * that never comes for winter's, as a clock that nobody moved would show it.
 */
static int wall_offset(const struct zone *z, long long wall)
{
	return z->minutes + (summer(z, wall - (z->minutes + 60) * 60LL) ? 60 : 0);
}

struct str moment_rfc3339(struct arena *a, struct str zone, struct moment m)
{
	if (!date_valid(m.day))
		return (struct str){0};
	int minute = m.minute < 0 ? 0 : m.minute;
	long long wall = date_days(m.day) * 86400LL + minute * 60LL;
	int offset = wall_offset(zone_named(zone), wall);
	int size = offset < 0 ? -offset : offset;
	return str_printf(a, "%.*sT%02d:%02d:00%c%02d:%02d",
		STR_ARG(date_iso(a, m.day)), minute / 60, minute % 60,
		offset < 0 ? '-' : '+', size / 60, size % 60);
}

static bool scan_offset(struct str *s, int *minutes)
{
	unsigned hours, rest;
	bool west = s->n && s->p[0] == '-';
	if (scan_byte(s, 'Z')) {
		*minutes = 0;
		return true;
	}
	if (!scan_any(s, "+-") || !scan_number(s, 2, 2, &hours) || !scan_byte(s, ':') ||
		!scan_number(s, 2, 2, &rest) || hours > 23 || rest > 59)
		return false;
	*minutes = (west ? -1 : 1) * (int)(hours * 60 + rest);
	return true;
}

bool utc_of_rfc3339(struct str s, long long *utc)
{
	unsigned year, month, day, hour, minute, second;
	int offset;
	if (!scan_number(&s, 4, 4, &year) || !scan_byte(&s, '-') ||
		!scan_number(&s, 2, 2, &month) || !scan_byte(&s, '-') ||
		!scan_number(&s, 2, 2, &day) || !scan_byte(&s, 'T') ||
		!scan_number(&s, 2, 2, &hour) || !scan_byte(&s, ':') ||
		!scan_number(&s, 2, 2, &minute) || !scan_byte(&s, ':') ||
		!scan_number(&s, 2, 2, &second) || !scan_offset(&s, &offset) || s.n)
		return false;
	struct date d = {(short)year, (unsigned char)month, (unsigned char)day};
	if (!date_valid(d) || hour > 23 || minute > 59 || second > 60)
		return false;
	*utc = date_days(d) * 86400LL + (long long)hour * 3600 +
	       ((long long)minute - offset) * 60 + second;
	return true;
}

long long date_now(void)
{
	return (long long)time(NULL);
}
