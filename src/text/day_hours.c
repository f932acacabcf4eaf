/*
 * day_hours.c: the hours of one weekday, read. The grammar, on folded text, above that
 * of hours.c:
 *
 *	day       = part { ";" part }
 *	part      = clause { between clause }
 *	clause    = condition [":"] hours | hours [condition]
 *	condition = ["en" | "les"] "semaines" ("paires" | "impaires")
 *	          | ["le" | "les"] ordinal { ("et" | ",") ordinal } [weekday] "du mois"
 *
 * A condition behind hours that has hours behind itself is theirs.
 */
#include "text/day_hours.h"

#include "text/scan_internal.h"
#include "text/utf8.h"

/* ---- conditions ---- */

static void skip_word(struct str *s, const char *word)
{
	if (scan_word(s, word))
		scan_blanks(s);
}

static bool scan_parity(struct str *s, struct when *w)
{
	struct str at = *s;
	skip_word(&at, "en");
	skip_word(&at, "pendant");
	skip_word(&at, "les");
	if (!scan_word(&at, "semaines") && !scan_word(&at, "semaine"))
		return false;
	scan_blanks(&at);
	if (scan_word(&at, "paires") || scan_word(&at, "paire"))
		w->parity = PARITY_EVEN;
	else if (scan_word(&at, "impaires") || scan_word(&at, "impaire"))
		w->parity = PARITY_ODD;
	else
		return false;
	*s = at;
	return true;
}

/* « 1er », « 2e », « premier », « dernier »: its bit, or 0. */
static unsigned scan_ordinal(struct str *s)
{
	static const struct {
		char word[12];
		unsigned char nth;
	} words[] = {{"premier", 1}, {"premiers", 1}, {"deuxieme", 2}, {"deuxiemes", 2},
		{"second", 2}, {"seconds", 2}, {"troisieme", 3}, {"troisiemes", 3},
		{"quatrieme", 4}, {"quatriemes", 4}, {"cinquieme", 5},
		{"cinquiemes", 5}, {"dernier", NTH_LAST}, {"derniers", NTH_LAST}};
	static const char *const endings[] = {
		"er", "ers", "e", "es", "eme", "emes", "ieme", "nd", "nds"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (scan_word(s, words[i].word))
			return 1u << words[i].nth;
	struct str at = *s;
	unsigned n;
	if (!scan_number(&at, 1, 1, &n) || n < 1 || n > 5)
		return 0;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (!scan_word(&at, endings[i]))
			continue;
		*s = at;
		return 1u << n;
	}
	return 0;
}

int scan_weekdays(struct str *s)
{
	struct str letters = scan_letters(*s), one = letters;
	if (str_ends(one, STR("is"))) /* « samedis », not « lundi » */
		one = str_sub(one, 0, one.n - 1);
	int weekday = scan_weekday(&one);
	if (!weekday || one.n)
		return 0;
	*s = str_from(*s, letters.n);
	return weekday;
}

/* « du mois », « de chaque mois ». */
static bool scan_of_month(struct str *s)
{
	scan_blanks(s);
	if (!scan_word(s, "du") && !scan_word(s, "de"))
		return false;
	scan_blanks(s);
	skip_word(s, "chaque");
	return scan_word(s, "mois");
}

static bool scan_nth(struct str *s, struct when *w, unsigned char *weekday)
{
	struct str at = *s;
	unsigned bits = 0, one;
	int named = 0;
	for (;;) {
		skip_word(&at, "le");
		skip_word(&at, "les");
		one = scan_ordinal(&at);
		if (!one)
			return false;
		bits |= one;
		scan_blanks(&at);
		int day = scan_weekdays(&at);
		named = day ? day : named;
		struct str next = at;
		scan_blanks(&next);
		if (!scan_byte(&next, ',') && !scan_word(&next, "et"))
			break;
		scan_blanks(&next);
		at = next;
	}
	if (!scan_of_month(&at))
		return false;
	w->nth = (unsigned char)bits;
	if (named)
		*weekday = (unsigned char)named;
	*s = at;
	return true;
}

bool scan_condition(struct str *s, struct when *w, unsigned char *weekday)
{
	struct str at = *s;
	bool inside = scan_byte(&at, '(');
	skip_word(&at, "uniquement");
	skip_word(&at, "seulement");
	if (!scan_parity(&at, w) && !scan_nth(&at, w, weekday))
		return false;
	struct str only = at;
	scan_blanks(&only);
	if (scan_word(&only, "uniquement") || scan_word(&only, "seulement"))
		at = only;
	if (inside && !scan_byte(&at, ')'))
		return false;
	*s = at;
	return true;
}

/* ---- clauses ---- */

static bool scan_closed(struct str *s)
{
	return scan_word(s, "ferme") || scan_word(s, "fermee");
}

static bool hours_ahead(struct str s)
{
	int from, to;
	scan_blanks(&s);
	scan_byte(&s, ':');
	scan_blanks(&s);
	return scan_closed(&s) || scan_appointment(&s) || scan_slot(&s, &from, &to);
}

/* As many slots as there are; *s stands behind what parts them from the rest. */
static enum hours_error scan_slots(struct str *s, struct hours *h)
{
	if (scan_closed(s)) {
		scan_slots_apart(s);
		return HOURS_OK;
	}
	while (s->n) {
		int from, to;
		struct str before = *s;
		if (!h->by_appointment && scan_appointment(s)) {
			h->by_appointment = true;
		} else if (scan_slot(s, &from, &to)) {
			enum hours_error e = hours_insert(h, from, to);
			if (e != HOURS_OK)
				return e;
		} else {
			break;
		}
		struct str rest = *s;
		scan_slots_apart(&rest);
		if (s->n && (!rest.n || rest.n == s->n)) {
			*s = rest.n ? before : *s; /* « 9h-12h, » or « 9h-12hx » */
			return HOURS_NOT_SO;
		}
		*s = rest;
	}
	return h->n || h->by_appointment ? HOURS_OK : HOURS_NOT_SO;
}

static enum hours_error scan_clause(struct str *s, struct day_hours *out)
{
	if (out->n == DAY_CLAUSES)
		return HOURS_NOT_SO;
	struct day_clause *c = &out->clause[out->n];
	bool led = scan_condition(s, &c->when, &out->weekday);
	if (led) {
		scan_blanks(s);
		scan_byte(s, ':');
		scan_blanks(s);
	}
	enum hours_error e = scan_slots(s, &c->hours);
	if (e != HOURS_OK)
		return e;
	struct str at = *s;
	struct when when = {0};
	unsigned char weekday = out->weekday;
	if (!led && scan_condition(&at, &when, &weekday) && !hours_ahead(at)) {
		c->when = when;
		out->weekday = weekday;
		scan_slots_apart(&at);
		*s = at;
	}
	out->n++;
	return HOURS_OK;
}

/* ---- what stands together ---- */

static bool nth_meet(unsigned a, unsigned b)
{
	const unsigned last = 1u << NTH_LAST, ends = 1u << 4 | 1u << 5;
	return !a || !b || (a & b) || ((a & last) && (b & ends)) ||
	       ((b & last) && (a & ends));
}

bool when_meet(struct when a, struct when b)
{
	bool weeks = !a.parity || !b.parity || a.parity == b.parity;
	return weeks && nth_meet(a.nth, b.nth);
}

static bool overlap(const struct hours *a, const struct hours *b)
{
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++)
			if (a->slot[i].from < b->slot[k].to &&
				b->slot[k].from < a->slot[i].to)
				return true;
	return false;
}

static bool says_closed(const struct day_clause *c)
{
	return !c->hours.n && !c->hours.by_appointment;
}

static void drop_clause(struct day_hours *h, size_t i)
{
	for (; i + 1 < h->n; i++)
		h->clause[i] = h->clause[i + 1];
	h->clause[--h->n] = (struct day_clause){0};
}

/* « fermé ; 9h-12h les semaines paires »: closed is what no condition says already. */
static void drop_closed(struct day_hours *h)
{
	bool others = h->n > 1;
	for (size_t i = 1; i < h->n; i++)
		others = others && (h->clause[i].when.parity || h->clause[i].when.nth);
	if (others && says_closed(&h->clause[0]) && !h->clause[0].when.parity &&
		!h->clause[0].when.nth)
		drop_clause(h, 0);
}

static enum hours_error check_clauses(const struct day_hours *h)
{
	size_t slots = 0;
	for (size_t i = 0; i < h->n; i++) {
		const struct day_clause *c = &h->clause[i];
		if (h->n > 1 && says_closed(c) && !c->when.parity && !c->when.nth)
			return HOURS_NOT_SO;
		slots += c->hours.n;
		for (size_t k = 1; k < c->hours.n; k++)
			if (c->hours.slot[k].from < c->hours.slot[k - 1].to)
				return HOURS_OVERLAP;
		for (size_t k = 0; k < i; k++)
			if (when_meet(c->when, h->clause[k].when) &&
				overlap(&c->hours, &h->clause[k].hours))
				return HOURS_OVERLAP;
	}
	return slots > HOURS_SLOTS ? HOURS_NOT_SO : HOURS_OK;
}

/* « 9h-12h ; 14h-17h » is one clause, as with a comma. */
static void join_clauses(struct day_hours *h)
{
	for (size_t i = 1; i < h->n; i++) {
		struct day_clause *to = &h->clause[i - 1], *from = &h->clause[i];
		if (to->when.parity != from->when.parity ||
			to->when.nth != from->when.nth || !to->hours.n ||
			!from->hours.n ||
			to->hours.by_appointment != from->hours.by_appointment)
			continue;
		for (size_t k = 0; k < from->hours.n; k++)
			hours_insert(&to->hours, from->hours.slot[k].from,
				from->hours.slot[k].to);
		drop_clause(h, i--);
	}
}

/* The end of s that folds to `folded`: where the reading stopped, as it was written. */
static struct str written_rest(struct arena *a, struct str s, struct str folded)
{
	for (size_t i = 0; i < s.n; i++) {
		bool starts = i == 0 || ascii_blank(s.p[i - 1]) || s.p[i - 1] == ';';
		if (starts && str_eq(str_trim(utf8_fold(a, str_from(s, i))), folded))
			return str_trim(str_from(s, i));
	}
	return (struct str){0};
}

enum hours_error day_hours_parse(struct str s, struct day_hours *out, struct str *rest)
{
	struct arena scratch = {0};
	struct day_hours h = {0};
	enum hours_error e = HOURS_NOT_SO;
	struct str left = {0}, stuck = {0};
	if (s.n <= SCAN_MAX) {
		left = str_trim(utf8_fold(&scratch, s));
		if (str_ends(left, STR(".")))
			left.n--;
		e = left.n ? HOURS_OK : HOURS_NOT_SO;
	}
	while (e == HOURS_OK && left.n) {
		struct str whole = left, part;
		str_cut(&left, ';', &part);
		part = str_trim(part);
		do {
			e = scan_clause(&part, &h);
			stuck = (struct str){
				part.p, whole.n - (size_t)(part.p - whole.p)};
		} while (e == HOURS_OK && part.n);
	}
	if (rest)
		*rest = e == HOURS_NOT_SO && stuck.n ? written_rest(&scratch, s, stuck)
						     : (struct str){0};
	arena_release(&scratch);
	if (e == HOURS_OK)
		drop_closed(&h);
	e = e == HOURS_OK ? check_clauses(&h) : e;
	if (e == HOURS_OK)
		join_clauses(&h);
	*out = e == HOURS_OK ? h : (struct day_hours){0};
	return e;
}

/* ---- on a date ---- */

bool when_holds(struct when w, struct date d)
{
	if (w.parity && (date_iso_week(d) % 2 == 0) != (w.parity == PARITY_EVEN))
		return false;
	if (!w.nth)
		return true;
	unsigned bits = 1u << ((d.day - 1) / 7 + 1);
	struct date week_later = date_of_days(date_days(d) + 7);
	if (week_later.month != d.month)
		bits |= 1u << NTH_LAST;
	return (w.nth & bits) != 0;
}

bool day_hours_closed(const struct day_hours *h)
{
	for (size_t i = 0; h && i < h->n; i++)
		if (h->clause[i].hours.n || h->clause[i].hours.by_appointment)
			return false;
	return true;
}

static bool same_hours(const struct hours *a, const struct hours *b)
{
	if (a->n != b->n || a->by_appointment != b->by_appointment)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->slot[i].from != b->slot[i].from ||
			a->slot[i].to != b->slot[i].to)
			return false;
	return true;
}

bool day_hours_same(const struct day_hours *a, const struct day_hours *b)
{
	if (day_hours_closed(a) || day_hours_closed(b))
		return day_hours_closed(a) == day_hours_closed(b);
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct day_clause *x = &a->clause[i], *y = &b->clause[i];
		if (x->when.parity != y->when.parity || x->when.nth != y->when.nth ||
			!same_hours(&x->hours, &y->hours))
			return false;
	}
	return true;
}
