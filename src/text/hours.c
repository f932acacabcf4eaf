/*
 * hours.c: opening hours of one day, read and written. The grammar, on folded text:
 *
 *	hours  = "ferme" | part { between part }
 *	part   = slot | appointment (once)
 *	between = any of , ; / + & "et" "puis", or a blank
 *	slot   = ["de"] clock ("-" | "a") clock
 *	appointment = "sur rendez-vous", "uniquement sur rdv", between parentheses or not
 *
 * In a slot one of the two hours may be figures alone: « 9-12h ».
 */
#include "text/hours.h"

#include "text/scan_internal.h"
#include "text/utf8.h"

#define DAY (24 * 60)
#define NBSP "\u00A0"

int clock_parse(struct str s)
{
	struct arena scratch = {0};
	int minute = -1;
	if (s.n <= SCAN_MAX) {
		struct str folded = str_trim(utf8_fold(&scratch, s));
		if (!scan_clock(&folded, false, &minute) || folded.n)
			minute = -1;
	}
	arena_release(&scratch);
	return minute;
}

bool scan_appointment(struct str *s)
{
	struct str at = *s;
	bool inside = scan_byte(&at, '(');
	if (scan_word(&at, "uniquement") || scan_word(&at, "seulement"))
		scan_blanks(&at);
	if (scan_word(&at, "sur") || scan_word(&at, "avec"))
		scan_blanks(&at);
	if (scan_word(&at, "rendez")) {
		if (!scan_any(&at, "- ") || !scan_word(&at, "vous"))
			return false;
	} else if (!scan_word(&at, "rdv")) {
		return false;
	}
	if (inside && !scan_byte(&at, ')'))
		return false;
	*s = at;
	return true;
}

static bool scan_to(struct str *s)
{
	scan_blanks(s);
	bool found = scan_byte(s, '-') || scan_word(s, "a");
	scan_blanks(s);
	return found;
}

bool scan_slot(struct str *s, int *from, int *to)
{
	struct str at = *s;
	if (scan_word(&at, "de"))
		scan_blanks(&at);
	/* « 9-12 » may be days or pages: one of the two at least must look like an hour. */
	bool marked = scan_clock(&at, false, from);
	if (!marked && !scan_clock(&at, true, from))
		return false;
	if (!scan_to(&at) || !scan_clock(&at, marked, to))
		return false;
	*s = at;
	return true;
}

void scan_slots_apart(struct str *s)
{
	scan_blanks(s);
	if (scan_any(s, ",;/+&"))
		scan_blanks(s);
	if (scan_word(s, "et") || scan_word(s, "puis"))
		scan_blanks(s);
}

enum hours_error hours_insert(struct hours *h, int from, int to)
{
	if (to == 0)
		to = DAY; /* « 18 h à 0 h »: midnight ends the day */
	if (from >= to)
		return HOURS_REVERSED;
	if (h->n == HOURS_SLOTS)
		return HOURS_NOT_SO;
	size_t at = h->n++;
	for (; at && h->slot[at - 1].from > from; at--)
		h->slot[at] = h->slot[at - 1];
	h->slot[at].from = (short)from;
	h->slot[at].to = (short)to;
	return HOURS_OK;
}

static enum hours_error scan_hours(struct str s, struct hours *h)
{
	if (scan_word(&s, "ferme") || scan_word(&s, "fermee"))
		return s.n ? HOURS_NOT_SO : HOURS_OK;
	while (s.n) {
		int from, to;
		enum hours_error e = HOURS_OK;
		if (!h->by_appointment && scan_appointment(&s))
			h->by_appointment = true;
		else if (scan_slot(&s, &from, &to))
			e = hours_insert(h, from, to);
		else
			return HOURS_NOT_SO;
		if (e != HOURS_OK)
			return e;
		struct str rest = s;
		scan_slots_apart(&rest);
		if (s.n && (rest.n == 0 || rest.n == s.n))
			return HOURS_NOT_SO;
		s = rest;
	}
	if (h->n == 0 && !h->by_appointment)
		return HOURS_NOT_SO;
	for (size_t i = 1; i < h->n; i++)
		if (h->slot[i].from < h->slot[i - 1].to)
			return HOURS_OVERLAP;
	return HOURS_OK;
}

enum hours_error hours_parse(struct str s, struct hours *out)
{
	struct arena scratch = {0};
	struct hours h = {0};
	enum hours_error e = HOURS_NOT_SO;
	if (s.n <= SCAN_MAX) {
		struct str folded = str_trim(utf8_fold(&scratch, s));
		if (str_ends(folded, STR(".")))
			folded.n--;
		e = scan_hours(folded, &h);
	}
	arena_release(&scratch);
	*out = e == HOURS_OK ? h : (struct hours){0};
	return e;
}

struct str clock_text(struct arena *a, int minute)
{
	if (minute < 0 || minute > DAY)
		return (struct str){0};
	if (minute % 60 == 0)
		return str_printf(a, "%d" NBSP "h", minute / 60);
	return str_printf(a, "%d" NBSP "h" NBSP "%02d", minute / 60, minute % 60);
}

struct str clock_iso(struct arena *a, int minute)
{
	if (minute < 0 || minute > DAY)
		return (struct str){0};
	return str_printf(a, "%02d:%02d", minute / 60, minute % 60);
}

struct str hours_text(struct arena *a, const struct hours *h)
{
	struct str appointment =
		h->by_appointment ? STR("sur rendez-vous") : (struct str){0};
	if (h->n == 0)
		return h->by_appointment ? appointment : STR("fermé");
	struct str text = {0};
	for (size_t i = 0; i < h->n; i++) {
		const char *link = i == 0 ? "" : i + 1 == h->n ? " et " : ", ";
		text = str_printf(a, "%.*s%sde %.*s à %.*s", STR_ARG(text), link,
			STR_ARG(clock_text(a, h->slot[i].from)),
			STR_ARG(clock_text(a, h->slot[i].to)));
	}
	if (!h->by_appointment)
		return text;
	return str_printf(a, "%.*s, %.*s", STR_ARG(text), STR_ARG(appointment));
}
