/*
 * day_rule.h: days that come back, as a commune writes them for what has no hours:
 * « jeudi des semaines paires », « lundi et jeudi », « 1er mercredi du mois ». Holidays
 * and seasons stand above them, and are resolve's business.
 */
#ifndef TEXT_DAY_RULE_H
#define TEXT_DAY_RULE_H

#include "text/day_hours.h"

struct day_rule {
	unsigned char weekdays; /* a bit for each: 1 << 1 Monday ... 1 << 7 Sunday */
	struct when when;       /* on which of these days */
};

/*
 * The forms that people write:
 *	[tous | chaque] [le | les] weekday { ("et" | ",") weekday } [["," | "des"] weeks]
 *	ordinals weekday "du mois", as in day_hours.h
 * False: *out is {0}.
 */
bool day_rule_parse(struct str s, struct day_rule *out);

/*
 * « un mercredi sur deux », « le mercredi, tous les quinze jours »: its weekday, 1 to 7. It
 * does not say which of the two weeks: no rule. Otherwise 0.
 */
int day_rule_one_in_two(struct str s);

/* Whether it holds on a date; weeks are those of ISO 8601: 53 and then 1 are both odd. */
bool day_rule_holds(struct day_rule r, struct date d);

/* « le lundi et le jeudi », « le jeudi des semaines paires ». */
struct str day_rule_text(struct arena *a, struct day_rule r);

#endif
