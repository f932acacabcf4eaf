/*
 * typography.c: French typography, one character at a time. What a character becomes
 * hangs on what was put out before it and on what follows it in the same text; where
 * those leave a doubt, it stays as it was typed.
 */
#include "text/typography.h"

#include <utf8proc.h>

#include "text/typography_internal.h"
#include "text/utf8.h"

#define NBSP 0xA0u
#define NNBSP 0x202Fu
#define LEFT 0xABu    /* « */
#define RIGHT 0xBBu   /* » */
#define CURLY 0x2019u /* ’ */
#define ELLIPSIS 0x2026u
#define EURO 0x20ACu
#define DEGREE 0xB0u

struct job {
	struct strbuf *b;
	struct typography *t;
	struct str s;
	bool quotes; /* straight quotes become « » */
	size_t sign; /* from here back to where it was looked for, no sign of an address */
};

/* The character at `at`, 0 at the end. */
static unsigned peek(struct str s, size_t at)
{
	return at < s.n ? utf8_next(s, &at) : 0;
}

static bool digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

static bool letter(unsigned c)
{
	if (c < 0x80)
		return ascii_alpha((char)c);
	utf8proc_category_t k = utf8proc_category((int)c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

static bool blank(unsigned c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == NBSP ||
	       c == NNBSP;
}

/* One of the ASCII characters of set. */
static bool one_of(unsigned c, const char *set)
{
	return c && c < 0x80 && strchr(set, (int)c) != NULL;
}

static bool opener(unsigned c)
{
	return one_of(c, "([{") || c == LEFT || c == 0x201C || c == 0x2018;
}

static bool at_start(unsigned before)
{
	return before == 0 || blank(before) || opener(before);
}

static void put(struct job *j, unsigned c)
{
	utf8_put(j->b, c);
	j->t->before = c;
}

/* As it was typed; bytes that are not UTF-8 too. */
static size_t keep(struct job *j, size_t at)
{
	size_t next = at;
	j->t->before = utf8_next(j->s, &next);
	strbuf_add(j->b, str_sub(j->s, at, next));
	return next;
}

/* Bytes of the space, no-break or not, that out ends with; 0: none. */
static size_t blank_at_end(struct str out)
{
	static const struct str blanks[] = {
		STR_INIT(" "), STR_INIT("\u00A0"), STR_INIT("\u202F")};
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
		if (str_ends(out, blanks[i]))
			return blanks[i].n;
	return 0;
}

/*
 * Take back the blanks just put out. False when there are some out of reach, in the
 * text of another buffer.
 */
static bool take_back_blanks(struct job *j)
{
	unsigned before = j->t->before;
	if (before != ' ' && before != NBSP && before != NNBSP)
		return !blank(before);
	struct str out = strbuf_str(j->b);
	for (size_t n = blank_at_end(out); n; n = blank_at_end(out))
		out.n -= n;
	bool taken = out.n < j->b->n;
	j->b->n = out.n;
	return taken;
}

/* ---- words that are no French ---- */

/* An address without its https://: « mairie.fr/eau ». */
static bool has_domain_path(struct str w)
{
	size_t slash = str_index(w, '/');
	for (size_t i = 1; i + 1 < slash && slash < w.n; i++)
		if (w.p[i] == '.' && ascii_alpha(w.p[i + 1]) &&
			(ascii_alpha(w.p[i - 1]) || ascii_digit(w.p[i - 1])))
			return true;
	return false;
}

static bool technical(struct str w)
{
	static const struct str inside[] = {STR_INIT("://"), STR_INIT("@"),
		STR_INIT("\\"), STR_INIT("::"), STR_INIT("=")};
	static const struct str first[] = {
		STR_INIT("www."), STR_INIT("mailto:"), STR_INIT("tel:")};
	for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
		if (str_find(w, inside[i]) < w.n)
			return true;
	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		if (str_starts(w, first[i]) && w.n > first[i].n)
			return true;
	return (w.n > 1 && w.p[0] == '/') || has_domain_path(w);
}

/* Looked for once, however many words begin before it: « ««««« ». */
static bool sign_ahead(struct job *j, size_t at)
{
	if (at >= j->sign)
		j->sign = typography_sign(j->s, at);
	return j->sign < j->s.n && !ascii_blank(j->s.p[j->sign]);
}

/* Where the word at `at` ends if it must be left alone; else at. */
static size_t technical_end(struct job *j, size_t at)
{
	size_t end = at;
	if (!at_start(j->t->before) ||
		(!sign_ahead(j, at) && !str_starts(str_from(j->s, at), STR("www."))))
		return at;
	while (end < j->s.n) {
		size_t next = end;
		unsigned c = utf8_next(j->s, &next);
		if (blank(c) || c == '"' || c == LEFT || c == RIGHT || c == 0x201C ||
			c == 0x201D)
			break;
		end = next;
	}
	return technical(str_sub(j->s, at, end)) ? end : at;
}

/* ---- numbers ---- */

/* Is the unit a whole word at the front of s? « 14 l’an dernier » holds no litre. */
static bool word_ahead(struct str s, struct str word)
{
	if (!str_starts(s, word))
		return false;
	unsigned c = peek(s, word.n);
	return !letter(c) && !digit(c) && c != '\'' && c != CURLY;
}

static bool one_ahead(struct str s, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n && s.n; i++)
		if (s.p[0] == words[i].p[0] && word_ahead(s, words[i]))
			return true;
	return false;
}

static bool unit_ahead(struct str s)
{
	static const struct str units[] = {STR_INIT("€"), STR_INIT("%"), STR_INIT("‰"),
		STR_INIT("h"), STR_INIT("min"), STR_INIT("s"), STR_INIT("km"),
		STR_INIT("m"), STR_INIT("cm"), STR_INIT("mm"), STR_INIT("m²"),
		STR_INIT("km²"), STR_INIT("m³"), STR_INIT("ha"), STR_INIT("g"),
		STR_INIT("kg"), STR_INIT("mg"), STR_INIT("t"), STR_INIT("l"),
		STR_INIT("L"), STR_INIT("cl"), STR_INIT("ml"), STR_INIT("hl"),
		STR_INIT("W"), STR_INIT("kW"), STR_INIT("MW"), STR_INIT("kWh"),
		STR_INIT("MWh"), STR_INIT("V"), STR_INIT("Hz"), STR_INIT("dB"),
		STR_INIT("ko"), STR_INIT("Mo"), STR_INIT("Go"), STR_INIT("To"),
		STR_INIT("k€"), STR_INIT("M€"), STR_INIT("euro"), STR_INIT("euros"),
		STR_INIT("°C"), STR_INIT("°")};
	return one_ahead(s, units, sizeof units / sizeof *units);
}

static bool month_ahead(struct str s)
{
	static const struct str months[] = {STR_INIT("janvier"), STR_INIT("février"),
		STR_INIT("mars"), STR_INIT("avril"), STR_INIT("mai"), STR_INIT("juin"),
		STR_INIT("juillet"), STR_INIT("août"), STR_INIT("septembre"),
		STR_INIT("octobre"), STR_INIT("novembre"), STR_INIT("décembre")};
	return one_ahead(s, months, sizeof months / sizeof *months);
}

/* How many figures out ends with. */
static size_t figures_at_end(struct str out)
{
	size_t n = 0;
	while (n < out.n && ascii_digit(out.p[out.n - 1 - n]))
		n++;
	return n;
}

/* Is the blank to come inside 10 000: 1 to 3 figures before, exactly 3 behind? */
static bool thousands(struct str out, struct str ahead)
{
	size_t n = figures_at_end(out), behind = 0;
	while (behind < ahead.n && ascii_digit(ahead.p[behind]))
		behind++;
	if (n < 1 || n > 3 || behind != 3 || letter(peek(ahead, 3)))
		return false;
	struct str rest = str_sub(out, 0, out.n - n);
	if (rest.n == 0 || str_ends(rest, STR(" ")) || str_ends(rest, STR("(")))
		return true;
	/* 2 100 000: a second blank, behind a group of three. */
	return n == 3 ? str_ends(rest, STR("\u202F")) || str_ends(rest, STR("\u00A0"))
		      : str_ends(rest, STR("\u00A0"));
}

/* The blank that glues what is out to what comes; ' ' when nothing does. */
static unsigned glue(const struct job *j, struct str ahead)
{
	struct str out = strbuf_str(j->b);
	unsigned before = j->t->before;
	bool figure_ahead = digit(peek(ahead, 0));
	if (digit(before)) {
		if (unit_ahead(ahead))
			return NBSP;
		if (figures_at_end(out) <= 2 && month_ahead(ahead))
			return NBSP;
		return thousands(out, ahead) ? NNBSP : ' ';
	}
	if (before == 'h' && figure_ahead && out.n > 1) {
		out.n--;
		if (str_ends(out, STR("\u00A0")))
			out.n -= 2;
		return figures_at_end(out) ? NBSP : ' ';
	}
	if (before == 'r' && str_ends(out, STR("1er")) && month_ahead(ahead))
		return NBSP;
	if (before == DEGREE && figure_ahead &&
		(str_ends(out, STR("n°")) || str_ends(out, STR("N°"))))
		return NBSP;
	return ' ';
}

/* ---- one function for each character that may change; each returns what follows ---- */

static size_t put_space(struct job *j, size_t at)
{
	if (j->t->before != LEFT)
		put(j, glue(j, str_from(j->s, at + 1)));
	return at + 1;
}

/* A no-break space as typed; the one behind « is out already. */
static size_t put_no_break(struct job *j, size_t at)
{
	size_t next = at;
	utf8_next(j->s, &next);
	return j->t->before == LEFT ? next : keep(j, at);
}

/* 5€ and 20%; but not 5€50 nor %20. */
static size_t put_sign(struct job *j, size_t at)
{
	size_t next = at;
	utf8_next(j->s, &next);
	unsigned after = peek(j->s, next);
	if (digit(j->t->before) && !letter(after) && !digit(after))
		put(j, NBSP);
	return keep(j, at);
}

/* Is what is out an elided word: l, d, qu, jusqu... and not the end of 'mot'? */
static bool elided(const struct job *j)
{
	struct str out = strbuf_str(j->b);
	if (!one_of(j->t->before, "ldjmtsncuLDJMTSNCU"))
		return false;
	char last_but_one = out.n > 1 ? out.p[out.n - 2] : ' ';
	if (ascii_lower((char)j->t->before) == 'u')
		return ascii_lower(last_but_one) == 'q';
	return !ascii_alpha(last_but_one) && (unsigned char)last_but_one < 0x80;
}

static size_t put_apostrophe(struct job *j, size_t at)
{
	unsigned after = peek(j->s, at + 1);
	bool inside = letter(after) || digit(after);
	bool cut = after == 0 || after == '"' || after == LEFT;
	if (letter(j->t->before) && (inside || (cut && elided(j))))
		put(j, CURLY);
	else
		keep(j, at);
	return at + 1;
}

static size_t put_dots(struct job *j, size_t at)
{
	size_t n = 1;
	while (at + n < j->s.n && j->s.p[at + n] == '.')
		n++;
	unsigned before = j->t->before, after = peek(j->s, at + n);
	bool range = digit(before) && digit(after);
	if (n == 3 && before != '/' && before != '.' && after != '/' && !range) {
		put(j, ELLIPSIS);
		return at + 3;
	}
	for (size_t i = 0; i < n; i++)
		keep(j, at + i);
	return at + n;
}

/* Does the word end behind this mark? Else it is in a time, an address, a smiley. */
static bool ends_word(struct str s, size_t at, unsigned mark)
{
	bool loud = mark == '!' || mark == '?';
	while (loud && at < s.n && (one_of((unsigned char)s.p[at], "!?.")))
		at++;
	unsigned c = peek(s, at);
	return c == 0 || blank(c) || c == '"' || c == RIGHT || c == 0x201D ||
	       (loud && (one_of(c, ")]") || c == ELLIPSIS || c == CURLY));
}

/* May a mark with a space before it stand behind this character? */
static bool carries_mark(unsigned c)
{
	return letter(c) || digit(c) || one_of(c, ")].\"%'") || c == RIGHT ||
	       c == 0x201D || c == CURLY || c == ELLIPSIS || c == EURO || c == DEGREE ||
	       c == 0xB2 || c == 0xB3;
}

static size_t put_mark(struct job *j, size_t at)
{
	unsigned mark = (unsigned char)j->s.p[at], before = j->t->before;
	if (ends_word(j->s, at + 1, mark) && (blank(before) || carries_mark(before)) &&
		take_back_blanks(j))
		put(j, mark == ':' ? NBSP : NNBSP);
	return keep(j, at);
}

static void open_quote(struct job *j)
{
	put(j, LEFT);
	put(j, NNBSP);
	j->t->before = LEFT;
}

static void close_quote(struct job *j)
{
	unsigned before = j->t->before;
	if (before && !opener(before) && take_back_blanks(j))
		put(j, NNBSP);
	put(j, RIGHT);
}

static size_t put_guillemet(struct job *j, size_t at)
{
	size_t next = at;
	if (utf8_next(j->s, &next) == LEFT)
		open_quote(j);
	else
		close_quote(j);
	return next;
}

/* A straight quote opens where a word may begin; 15" is a size of screen. */
static size_t put_quote(struct job *j, size_t at)
{
	unsigned before = j->t->before, after = peek(j->s, at + 1);
	bool begins = at_start(before) || before == CURLY || before == '\'';
	if (!j->quotes)
		return keep(j, at);
	if (j->t->in_quote) {
		if (begins && (letter(after) || digit(after)))
			return keep(j, at); /* a quote in a quote */
		close_quote(j);
		j->t->in_quote = false;
		return at + 1;
	}
	bool pair = str_index(str_from(j->s, at + 1), '"') < j->s.n - at - 1;
	if (!begins || (blank(after) && !pair))
		return keep(j, at);
	open_quote(j);
	j->t->in_quote = true;
	return at + 1;
}

/* What no rule changes goes out by the run: most of a text does. */
static size_t keep_run(struct job *j, size_t at)
{
	size_t end = typography_run_end(j->s, at, at_start(j->t->before)),
	       last = end - 1;
	if (end == at)
		return at;
	strbuf_add(j->b, str_sub(j->s, at, end));
	while (last > at && end - last < 4 &&
		((unsigned char)j->s.p[last] & 0xC0) == 0x80)
		last--;
	j->t->before = utf8_next(j->s, &last);
	if (last != end) /* no character ends here */
		j->t->before = 0xFFFD;
	return end;
}

static void run(struct job *j)
{
	for (size_t at = 0; at < j->s.n;) {
		at = keep_run(j, at);
		for (size_t end = technical_end(j, at); at < end;)
			at = keep(j, at);
		switch (peek(j->s, at)) {
		case ' ': at = put_space(j, at); break;
		case '"': at = put_quote(j, at); break;
		case '\'': at = put_apostrophe(j, at); break;
		case '.': at = put_dots(j, at); break;
		case ';':
		case ':':
		case '!':
		case '?': at = put_mark(j, at); break;
		case '%':
		case EURO: at = put_sign(j, at); break;
		case LEFT:
		case RIGHT: at = put_guillemet(j, at); break;
		case NBSP:
		case NNBSP: at = put_no_break(j, at); break;
		default:
			if (at < j->s.n)
				at = keep(j, at);
		}
	}
}

void typography_put(struct strbuf *b, struct typography *t, struct str text)
{
	run(&(struct job){.b = b, .t = t, .s = text, .quotes = true});
}

struct str typography_of(struct arena *a, struct str s)
{
	struct strbuf b = strbuf_on(a);
	struct typography t = {0};
	size_t quotes = 0;
	for (size_t i = 0; i < s.n; i++)
		quotes += s.p[i] == '"';
	run(&(struct job){.b = &b, .t = &t, .s = s, .quotes = quotes % 2 == 0});
	struct str out = strbuf_str(&b);
	return str_eq(out, s) ? s : out;
}
