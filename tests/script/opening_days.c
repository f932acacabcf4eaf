/*
 * opening_days.c: what the engine says of a mairie's hours at every moment that matters
 * in two years, one a line, for a test that asks the browser's script the same.
 *
 *	usage: opening_days COMMUNE.yaml
 *	zone	Europe/Paris
 *	rules	2026-01-01T00:00:00+01:00	1=540-720
 *	at	2026-01-02T08:59:00+01:00	5	Fermée, ouvre à 9 h
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "model/site.h"
#include "resolve/opening.h"

static struct str next_text(struct arena *a, const struct opening *o, struct moment now)
{
	struct open_state s = opening_state(o, now);
	struct date d = s.next.day;
	if (!d.year)
		return (struct str){0};
	struct str at = clock_text(a, s.next.minute);
	long away = date_days(d) - date_days(now.day);
	if (s.open)
		return str_printf(a, "jusqu’à %.*s", STR_ARG(at));
	if (away == 0)
		return str_printf(a, "ouvre à %.*s", STR_ARG(at));
	if (away == 1)
		return str_printf(a, "ouvre demain à %.*s", STR_ARG(at));
	struct str day = date_day_name(date_weekday(d));
	if (away > 6)
		day = str_printf(a, "%.*s %d%s %.*s", STR_ARG(day), d.day,
			d.day == 1 ? "er" : "", STR_ARG(date_month_name(d.month)));
	return str_printf(a, "ouvre %.*s à %.*s", STR_ARG(day), STR_ARG(at));
}

static void put_moment(struct arena *a, const struct opening *o, struct str zone,
	struct date d, int minute)
{
	struct moment m = {d, (short)minute};
	if (minute < 0 || minute >= 24 * 60)
		return;
	printf("at\t%.*s\t%d\t%.*s\n", STR_ARG(moment_rfc3339(a, zone, m)),
		date_weekday(d), STR_ARG(next_text(a, o, m)));
	arena_reset(a);
}

static void put_day(
	struct arena *a, const struct opening *o, struct str zone, struct date d)
{
	struct open_day day = opening_day(o, d);
	put_moment(a, o, zone, d, 0);
	/* 3 h: behind the hour that a night of spring leaves out. */
	put_moment(a, o, zone, d, 180);
	for (size_t i = 0; i < day.free.n; i++) {
		short from = day.free.slot[i].from, to = day.free.slot[i].to;
		put_moment(a, o, zone, d, from - 1);
		put_moment(a, o, zone, d, from);
		put_moment(a, o, zone, d, to - 1);
		put_moment(a, o, zone, d, to);
	}
	put_moment(a, o, zone, d, 24 * 60 - 1);
}

int main(int argc, char **argv)
{
	struct arena a = {0}, scratch = {0};
	struct diag d = diag_on(&a);
	struct commune c;
	struct opening o;
	struct origin origin = {.name = STR("commune.yaml")};
	if (argc != 2 || file_read(&a, AT_FDCWD, argv[1], 1 << 20, &origin.text) != 0)
		return 2;
	if (!commune_read(&a, &origin, &d, &c) || d.list.n) {
		diag_print(&d, &(struct diag_style){0}, stderr);
		return 1;
	}
	opening_read(&a, value_get(c.v, "mairie"), c.code_departement, &d, &o);
	printf("zone\t%.*s\n", STR_ARG(c.zone));
	for (struct date day = {2026, 1, 1}; day.year < 2028;
		day = date_of_days(date_days(day) + 1)) {
		if (day.month == 1 && day.day == 1)
			printf("rules\t%.*s\t%.*s\n",
				STR_ARG(moment_rfc3339(
					&a, c.zone, (struct moment){day, 0})),
				STR_ARG(opening_rules(&a, &o, day)));
		put_day(&scratch, &o, c.zone, day);
	}
	arena_release(&scratch);
	arena_release(&a);
	return 0;
}
