/*
 * date.c: the civil calendar: which days exist and how they count. Reading dates is in
 * date_parse.c, writing them in date_text.c, clocks in zone.c.
 */
#include "text/date.h"

#include <assert.h>

#define YEAR_MAX 9999
#define DAYS_TO_1970 719162 /* from 0001-01-01 */
#define DAYS_IN_400_YEARS 146097

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days of a year before its month (1 to 12; 13: of the whole year). */
static int days_before(int year, int month)
{
	static const short before[14] = {
		0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
	return before[month] + (month > 2 && leap(year));
}

bool date_valid(struct date d)
{
	return d.year >= 1 && d.year <= YEAR_MAX && d.month >= 1 && d.month <= 12 &&
	       d.day >= 1 &&
	       d.day <= days_before(d.year, d.month + 1) - days_before(d.year, d.month);
}

int date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

int moment_cmp(struct moment a, struct moment b)
{
	int c = date_cmp(a.day, b.day);
	return c ? c : (a.minute > b.minute) - (a.minute < b.minute);
}

static long days_before_year(int year)
{
	long y = year - 1;
	return y * 365 + y / 4 - y / 100 + y / 400;
}

long date_days(struct date d)
{
	assert(date_valid(d));
	return days_before_year(d.year) + days_before(d.year, d.month) + d.day - 1 -
	       DAYS_TO_1970;
}

struct date date_of_days(long days)
{
	if (days < -DAYS_TO_1970 ||
		days >= days_before_year(YEAR_MAX + 1) - DAYS_TO_1970)
		return (struct date){0};
	long n = days + DAYS_TO_1970;
	/* The mean length of years puts the guess at most one year off. */
	int year = (int)(n * 400 / DAYS_IN_400_YEARS) + 1;
	while (days_before_year(year) > n)
		year--;
	while (days_before_year(year + 1) <= n)
		year++;
	int rest = (int)(n - days_before_year(year)), month = 1;
	while (days_before(year, month + 1) <= rest)
		month++;
	return (struct date){(short)year, (unsigned char)month,
		(unsigned char)(rest - days_before(year, month) + 1)};
}

int date_weekday(struct date d)
{
	/* 0001-01-01 of this calendar was a Monday. */
	return (int)((date_days(d) + DAYS_TO_1970) % 7) + 1;
}

int date_iso_week(struct date d)
{
	/* A week belongs to the year that holds its Thursday. */
	long thursday = date_days(d) - date_weekday(d) + 4;
	int year = date_of_days(thursday).year;
	return (int)(thursday + DAYS_TO_1970 - days_before_year(year)) / 7 + 1;
}
