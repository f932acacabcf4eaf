/*
 * holiday.c: public holidays by law, of today's law whatever the year: labour code
 * L3133-1 (the eleven), L3134-13 (Moselle and Alsace), L3422-2 (overseas departments),
 * and the labour codes of the Pacific. Days that are only customary (Mi-Carême in the
 * Antilles) are not here.
 */
#include "text/date.h"

enum base { FIXED, EASTER };

struct rule {
	const char *departement; /* NULL: everywhere */
	enum base base;
	short month, day; /* EASTER: day counts from Easter Sunday */
	short from, to;   /* years, 0: no bound */
	struct str name;
};

static const struct rule rules[] = {
	{NULL, FIXED, 1, 1, 0, 0, STR_INIT("Jour de l’an")},
	{NULL, EASTER, 0, 1, 0, 0, STR_INIT("Lundi de Pâques")},
	{NULL, FIXED, 5, 1, 0, 0, STR_INIT("Fête du Travail")},
	{NULL, FIXED, 5, 8, 0, 0, STR_INIT("Victoire 1945")},
	{NULL, EASTER, 0, 39, 0, 0, STR_INIT("Ascension")},
	{NULL, EASTER, 0, 50, 0, 0, STR_INIT("Lundi de Pentecôte")},
	{NULL, FIXED, 7, 14, 0, 0, STR_INIT("Fête nationale")},
	{NULL, FIXED, 8, 15, 0, 0, STR_INIT("Assomption")},
	{NULL, FIXED, 11, 1, 0, 0, STR_INIT("Toussaint")},
	{NULL, FIXED, 11, 11, 0, 0, STR_INIT("Armistice 1918")},
	{NULL, FIXED, 12, 25, 0, 0, STR_INIT("Noël")},
	{"57", EASTER, 0, -2, 0, 0, STR_INIT("Vendredi saint")},
	{"57", FIXED, 12, 26, 0, 0, STR_INIT("Saint-Étienne")},
	{"67", EASTER, 0, -2, 0, 0, STR_INIT("Vendredi saint")},
	{"67", FIXED, 12, 26, 0, 0, STR_INIT("Saint-Étienne")},
	{"68", EASTER, 0, -2, 0, 0, STR_INIT("Vendredi saint")},
	{"68", FIXED, 12, 26, 0, 0, STR_INIT("Saint-Étienne")},
	{"971", FIXED, 5, 27, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"972", FIXED, 5, 22, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"973", FIXED, 6, 10, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"974", FIXED, 12, 20, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"976", FIXED, 4, 27, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"977", FIXED, 10, 9, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"978", FIXED, 5, 28, 0, 0, STR_INIT("Abolition de l’esclavage")},
	{"986", FIXED, 4, 28, 0, 0, STR_INIT("Saint Pierre Chanel")},
	{"986", FIXED, 7, 29, 0, 0, STR_INIT("Fête du Territoire")},
	{"987", FIXED, 3, 5, 0, 0, STR_INIT("Arrivée de l’Évangile")},
	{"987", EASTER, 0, -2, 0, 0, STR_INIT("Vendredi saint")},
	{"987", FIXED, 6, 29, 0, 2024, STR_INIT("Fête de l’Autonomie")},
	{"987", FIXED, 11, 20, 2025, 0, STR_INIT("Matari’i i ni’a")},
	{"988", FIXED, 9, 24, 0, 0, STR_INIT("Fête de la Citoyenneté")},
};

/*
 * Easter Sunday, from the ecclesiastical full moon: the moon's age on 1 January (the
 * epact) gives the full moon from 21 March on, and Easter is the Sunday after it.
 */
static long easter_days(int year)
{
	int golden = year % 19 + 1, century = year / 100 + 1;
	int leaps_dropped = 3 * century / 4 - 12;
	int moon_drift = (8 * century + 5) / 25 - 5;
	int epact = (11 * golden + 20 + moon_drift - leaps_dropped) % 30;
	if (epact < 0)
		epact += 30;
	/* Two moons of the cycle never share a date: the later is moved a day back. */
	if (epact == 24 || (epact == 25 && golden > 11))
		epact++;
	int full = 44 - epact; /* day of March */
	if (full < 21)
		full += 30;
	struct date march = {(short)year, 3, 1};
	long moon = date_days(march) + full - 1;
	return moon + 7 - date_weekday(date_of_days(moon)) % 7;
}

static bool applies(const struct rule *r, struct str departement, int year)
{
	return (!r->departement || str_is(departement, r->departement)) &&
	       (!r->from || year >= r->from) && (!r->to || year <= r->to);
}

size_t holidays_of_year(
	struct str departement, int year, struct holiday out[HOLIDAYS_MAX])
{
	size_t n = 0;
	if (year < 1 || year > 9999)
		return 0;
	long easter = easter_days(year);
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		const struct rule *r = &rules[i];
		if (!applies(r, departement, year) || n == HOLIDAYS_MAX)
			continue;
		struct holiday h = {date_of_days(easter + r->day), r->name};
		if (r->base == FIXED)
			h.day = (struct date){(short)year, (unsigned char)r->month,
				(unsigned char)r->day};
		size_t at = n++;
		for (; at && date_cmp(out[at - 1].day, h.day) > 0; at--)
			out[at] = out[at - 1];
		out[at] = h;
	}
	return n;
}

bool holiday_on(struct str departement, struct date d, struct str *name)
{
	struct holiday list[HOLIDAYS_MAX];
	size_t n = holidays_of_year(departement, d.year, list);
	for (size_t i = 0; i < n; i++) {
		if (date_cmp(list[i].day, d) != 0)
			continue;
		*name = list[i].name;
		return true;
	}
	return false;
}
