/*
 * scan_internal.h: reading the small grammars of dates and hours off the front of a
 * folded text (see utf8_fold). Each function takes what it names and says true, or takes
 * nothing and says false.
 */
#ifndef TEXT_SCAN_INTERNAL_H
#define TEXT_SCAN_INTERNAL_H

#include "base/str.h"

/* A longer text is neither a date nor opening hours, and is not even folded. */
#define SCAN_MAX 400

bool scan_byte(struct str *s, char c);
bool scan_any(struct str *s, const char *bytes); /* one of them */
void scan_blanks(struct str *s);

/* A word of ASCII letters that is exactly `word`. */
bool scan_word(struct str *s, const char *word);

/* The ASCII letters at the front, without taking them. */
struct str scan_letters(struct str s);

/* least to most figures, with no further figure behind them. */
bool scan_number(struct str *s, size_t least, size_t most, unsigned *out);

/*
 * An hour of the day: 9h, 9 h 30, 18h05, 09:30, 9 heures 30 min. Minutes, 0 to 1440.
 * With bare set, figures alone are an hour too: the 9 of « 9-12h ».
 */
bool scan_clock(struct str *s, bool bare, int *minute);

/* date_parse.c: 1 to 12, or 0; whole names, and the short forms of calendars. */
unsigned scan_month(struct str *s);
/* 1 to 7, or 0. */
int scan_weekday(struct str *s);

/* day_hours.c: 1 to 7 for « samedi » and « samedis », or 0. */
int scan_weekdays(struct str *s);
/*
 * One condition, not two: « le 1er samedi du mois, les semaines paires » is nobody's.
 * *weekday, when it names one.
 */
struct when;
bool scan_condition(struct str *s, struct when *w, unsigned char *weekday);

/* hours.c: « sur rendez-vous », « uniquement sur rdv », between parentheses or not. */
bool scan_appointment(struct str *s);
/* « de 9 h à 12 h »: minutes. */
bool scan_slot(struct str *s, int *from, int *to);
/* What parts two slots; may be one blank, or nothing. */
void scan_slots_apart(struct str *s);

#endif
