/*
 * schema_scalar.c: texts, days, hours and people's particulars, from what was written
 * to what it means. Numbers and colours are in schema_number.c, addresses in
 * schema_link.c.
 */
#include "base/strbuf.h"
#include "data/schema_internal.h"
#include "text/utf8.h"

static bool fits(struct scalar *s)
{
	size_t n = utf8_count(s->v->text);
	if (s->field->max <= 0 || n <= (size_t)s->field->max)
		return true;
	return diag_say(s->diag, MSG_VALUE_TOO_LONG, s->v->loc,
		str_printf(s->arena, "%zu", n),
		str_printf(s->arena, "%ld", s->field->max));
}

/* Every run of blanks that holds a newline is one space. */
bool scalar_text(struct scalar *s)
{
	struct strbuf b = strbuf_on(s->arena);
	struct str t = s->v->text;
	if (str_index(t, '\n') < t.n) {
		for (struct str line; str_cut(&t, '\n', &line);) {
			line = str_trim(line);
			if (b.n && line.n)
				strbuf_byte(&b, ' ');
			strbuf_add(&b, line);
		}
		s->v->text = strbuf_str(&b);
	}
	return fits(s);
}

bool scalar_lines(struct scalar *s)
{
	return fits(s);
}

bool scalar_yes_no(struct scalar *s)
{
	static const struct {
		const char *word;
		bool yes;
	} words[] = {{"oui", true}, {"non", false}, {"vrai", true}, {"faux", false},
		{"yes", true}, {"no", false}, {"true", true}, {"false", false}};
	struct str word = utf8_fold(s->arena, s->v->text);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (str_is(word, words[i].word)) {
			s->v->as.yes = words[i].yes;
			s->v->text = words[i].yes ? STR("oui") : STR("non");
			return true;
		}
	}
	return scalar_refuse(s, MSG_YES_NO_INVALID);
}

/* « 12/31/2026 », as Americans write it, the French way; empty when it is not that. */
static struct str month_first_turned(struct scalar *s)
{
	struct str rest = s->v->text, month, day;
	struct date d;
	if (!str_cut(&rest, '/', &month) || !str_cut(&rest, '/', &day))
		return (struct str){0};
	struct str turned = str_printf(s->arena, "%.*s/%.*s/%.*s", STR_ARG(day),
		STR_ARG(month), STR_ARG(rest));
	return date_parse(str_sub(turned, 0, str_index(turned, ' ')), &d) == DATE_OK
		       ? turned
		       : (struct str){0};
}

/* What is wrong with a day; `form` is said of what is none. */
static bool refuse_date(
	struct scalar *s, enum date_error e, enum diag_code form, struct date day)
{
	if (e == DATE_NOT_ONE)
		return scalar_refuse(s, form);
	if (e == DATE_IMPOSSIBLE) {
		struct str day_first = month_first_turned(s);
		return day_first.n
			       ? scalar_refuse_with(s, MSG_DATE_MONTH_FIRST, day_first)
			       : scalar_refuse(s, MSG_DATE_IMPOSSIBLE);
	}
	return scalar_refuse_with(s, MSG_DATE_WEEKDAY, date_text(s->arena, day));
}

bool scalar_date(struct scalar *s)
{
	struct moment m = {.minute = -1};
	enum date_error e = date_parse(s->v->text, &m.day);
	if (e != DATE_OK)
		return refuse_date(s, e, MSG_DATE_INVALID, m.day);
	s->v->as.moment = m;
	s->v->text = date_iso(s->arena, m.day);
	return true;
}

bool scalar_moment(struct scalar *s)
{
	struct moment m = {.minute = -1};
	enum date_error e = moment_parse(s->v->text, &m);
	if (e != DATE_OK)
		return refuse_date(s, e, MSG_MOMENT_INVALID, m.day);
	s->v->as.moment = m;
	s->v->text = date_iso(s->arena, m.day);
	if (m.minute >= 0)
		s->v->text = str_printf(s->arena, "%.*sT%02d:%02d", STR_ARG(s->v->text),
			m.minute / 60, m.minute % 60);
	return true;
}

bool scalar_moment_or_hour(struct scalar *s)
{
	int minute = clock_parse(s->v->text);
	if (minute < 0 || minute >= 24 * 60)
		return scalar_moment(s);
	s->v->as.moment = (struct moment){.minute = (short)minute};
	s->v->text = str_printf(s->arena, "T%02d:%02d", minute / 60, minute % 60);
	return true;
}

static bool refuse_hours(struct scalar *s, enum hours_error e)
{
	if (e == HOURS_REVERSED)
		return scalar_refuse(s, MSG_HOURS_REVERSED);
	return scalar_refuse(
		s, e == HOURS_OVERLAP ? MSG_HOURS_OVERLAP : MSG_HOURS_INVALID);
}

bool scalar_hours(struct scalar *s)
{
	enum hours_error e = hours_parse(s->v->text, &s->v->as.hours);
	return e == HOURS_OK || refuse_hours(s, e);
}

bool scalar_day_hours(struct scalar *s)
{
	struct day_hours *h = arena_new(s->arena, struct day_hours);
	struct str rest, day = str_of(s->field->key);
	enum hours_error e = day_hours_parse(s->v->text, h, &rest);
	if (e == HOURS_NOT_SO && rest.n && rest.n < s->v->text.n)
		return scalar_refuse_with(
			s, MSG_HOURS_REST, schema_shown(s->arena, rest));
	if (e != HOURS_OK)
		return refuse_hours(s, e);
	if (h->weekday && !str_eq(day, date_day_name(h->weekday)))
		return scalar_refuse_with(
			s, MSG_HOURS_WEEKDAY, date_day_name(h->weekday));
	s->v->as.day_hours = h;
	return true;
}

bool scalar_days(struct scalar *s)
{
	if (day_rule_parse(s->v->text, &s->v->as.days))
		return true;
	int day = day_rule_one_in_two(s->v->text);
	return day ? scalar_refuse_with(s, MSG_DAYS_ONE_IN_TWO, date_day_name(day))
		   : scalar_refuse(s, MSG_DAYS_NOT_ONE);
}

bool scalar_year_day(struct scalar *s)
{
	struct date d;
	enum date_error e = year_day_parse(s->v->text, &d);
	if (e != DATE_OK)
		return scalar_refuse(s, e == DATE_IMPOSSIBLE ? MSG_DATE_IMPOSSIBLE
							     : MSG_YEAR_DAY_INVALID);
	s->v->as.year_day = d;
	s->v->text = year_day_text(s->arena, d);
	return true;
}

bool scalar_phone(struct scalar *s)
{
	return phone_parse(s->arena, s->v->text, &s->v->as.phone) ||
	       scalar_refuse(s, MSG_PHONE_INVALID);
}

bool scalar_email(struct scalar *s)
{
	return email_valid(s->v->text) || scalar_refuse(s, MSG_EMAIL_INVALID);
}

/* The text without blanks of any width, points and hyphens, in capitals. */
static struct str compact(struct arena *a, struct str text)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < text.n;) {
		unsigned c = utf8_next(text, &i);
		if (c == ' ' || c == '.' || c == '-' || c == 0xA0 || c == 0x202F ||
			c == 0x2009)
			continue;
		utf8_put(&b, c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
	}
	return strbuf_str(&b);
}

bool scalar_code_insee(struct scalar *s)
{
	struct str code = compact(s->arena, s->v->text);
	if (!code_insee_valid(code))
		return scalar_refuse(s, MSG_CODE_INSEE_INVALID);
	s->v->text = code;
	return true;
}

bool scalar_siren(struct scalar *s)
{
	struct str digits = compact(s->arena, s->v->text);
	if (!siren_valid(digits) && !siret_valid(digits))
		return scalar_refuse(s, MSG_SIREN_INVALID);
	s->v->text = digits;
	return true;
}

bool scalar_choice(struct scalar *s)
{
	struct str word = utf8_fold_key(s->arena, s->v->text);
	struct str_list folded = {0};
	for (int i = 0; s->field->choices[i]; i++) {
		struct str choice = str_of(s->field->choices[i]);
		struct str key = utf8_fold_key(s->arena, choice);
		if (str_eq(key, word)) {
			s->v->as.choice = i;
			s->v->text = choice;
			return true;
		}
		*list_add(s->arena, &folded) = key;
	}
	struct str near = utf8_nearest(word, folded.v, folded.n);
	for (size_t i = 0; near.n && i < folded.n; i++)
		if (str_eq(folded.v[i], near))
			return scalar_refuse_with(
				s, MSG_CHOICE_NEAR, str_of(s->field->choices[i]));
	return scalar_refuse_with(
		s, MSG_CHOICE_UNKNOWN, schema_choices(s->arena, s->field));
}
