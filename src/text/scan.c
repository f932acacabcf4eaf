/*
 * scan.c: the small steps that date_parse.c and hours.c are made of. They see folded
 * text only, so one blank is one space and letters are plain.
 */
#include "text/scan_internal.h"

bool scan_byte(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

bool scan_any(struct str *s, const char *bytes)
{
	for (; *bytes; bytes++)
		if (scan_byte(s, *bytes))
			return true;
	return false;
}

void scan_blanks(struct str *s)
{
	while (scan_byte(s, ' '))
		;
}

struct str scan_letters(struct str s)
{
	size_t n = 0;
	while (n < s.n && ascii_alpha(s.p[n]))
		n++;
	return str_sub(s, 0, n);
}

bool scan_word(struct str *s, const char *word)
{
	struct str letters = scan_letters(*s);
	if (!str_is(letters, word))
		return false;
	*s = str_from(*s, letters.n);
	return true;
}

bool scan_number(struct str *s, size_t least, size_t most, unsigned *out)
{
	size_t n = 0;
	unsigned long v = 0;
	while (n < s->n && ascii_digit(s->p[n]))
		n++;
	if (n < least || n > most || !str_to_uint(str_sub(*s, 0, n), 999999, &v))
		return false;
	*out = (unsigned)v;
	*s = str_from(*s, n);
	return true;
}

/* What follows the figures of an hour. */
enum mark { MARK_NONE, MARK_LETTER, MARK_COLON };

static enum mark scan_mark(struct str *s)
{
	struct str at = *s;
	if (scan_byte(&at, ':') && at.n && ascii_digit(at.p[0])) {
		*s = at;
		return MARK_COLON;
	}
	at = *s;
	scan_blanks(&at);
	if (!scan_word(&at, "h") && !scan_word(&at, "heures") &&
		!scan_word(&at, "heure"))
		return MARK_NONE;
	*s = at;
	return MARK_LETTER;
}

/* Are these the hours of the next slot: the 14 of « 9h-12h 14h-17h »? */
static bool hour_ahead(struct str s)
{
	return scan_mark(&s) != MARK_NONE;
}

/* The minutes of « 9 h 30 », which may be absent; false: there, but not minutes. */
static bool scan_minutes(struct str *s, enum mark mark, unsigned *out)
{
	struct str at = *s;
	*out = 0;
	if (mark == MARK_LETTER)
		scan_blanks(&at);
	bool parted = at.n < s->n;
	if (at.n == 0 || !ascii_digit(at.p[0]))
		return mark == MARK_LETTER;
	unsigned minutes;
	if (!scan_number(&at, 1, 2, &minutes))
		return false;
	if (parted && hour_ahead(at))
		return true;
	if (minutes > 59 || s->n - at.n < 2 + (size_t)parted)
		return false;
	*out = minutes;
	*s = at;
	scan_blanks(&at);
	if (mark == MARK_LETTER &&
		(scan_word(&at, "min") || scan_word(&at, "minutes") ||
			scan_word(&at, "mn")))
		*s = at;
	return true;
}

bool scan_clock(struct str *s, bool bare, int *minute)
{
	struct str at = *s;
	unsigned h, m = 0;
	if (!scan_number(&at, 1, 2, &h))
		return false;
	enum mark mark = scan_mark(&at);
	if (mark == MARK_NONE ? !bare : !scan_minutes(&at, mark, &m))
		return false;
	if (h * 60 + m > 24 * 60)
		return false;
	*minute = (int)(h * 60 + m);
	*s = at;
	return true;
}
