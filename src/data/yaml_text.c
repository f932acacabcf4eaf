/*
 * yaml_text.c: YAML seen as lines, and the places of characters in the file. It reads
 * no YAML: a row is what a person sees, a key, a colon and the rest.
 */
#include "base/strbuf.h"
#include "data/yaml_internal.h"
#include "text/utf8.h"

/* A text of few characters has but the first mark. */
static void put_marks(struct yaml_text *t)
{
	t->mark = arena_list(t->arena, t->s.n / YAML_STRIDE + 1, size_t);
	t->marks = 1;
	if (t->s.n <= YAML_STRIDE)
		return;
	size_t chars = 0;
	for (size_t at = 0; at < t->s.n; chars++) {
		if (chars % YAML_STRIDE == 0 && chars)
			t->mark[t->marks++] = at;
		utf8_next(t->s, &at);
	}
}

struct yaml_text yaml_text_of(
	struct arena *a, struct loc first, size_t offset, struct str s, struct diag *d)
{
	struct yaml_text t = {.arena = a,
		.origin = first.origin,
		.diag = d,
		.s = s,
		.offset = offset,
		.first = first};
	size_t lines = 1;
	for (size_t i = 0; i < s.n; i++)
		lines += s.p[i] == '\n';
	t.line = arena_list(a, lines, struct yaml_line);
	size_t chars = 0, from = 0;
	while (t.n < lines) {
		struct str rest = str_from(s, from);
		struct str line = str_sub(rest, 0, str_index(rest, '\n'));
		t.line[t.n++] = (struct yaml_line){line, from, chars};
		chars += utf8_count(line) + 1;
		from += line.n + 1;
	}
	put_marks(&t);
	return t;
}

struct yaml_spot yaml_spot_of(const struct yaml_text *t, size_t chars)
{
	size_t low = 0, high = t->n;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (t->line[middle].chars <= chars)
			low = middle;
		else
			high = middle;
	}
	const struct yaml_line *line = &t->line[low];
	struct yaml_spot spot = {.line = low};
	size_t n = chars - line->chars;
	/* A line of as many characters as bytes, as lists of codes are: nothing to count. */
	if (low + 1 < t->n && line[1].chars - line->chars == line->s.n + 1) {
		spot.byte = n < line->s.n ? n : line->s.n;
		return spot;
	}
	size_t mark =
		chars / YAML_STRIDE < t->marks ? chars / YAML_STRIDE : t->marks - 1;
	if (mark * YAML_STRIDE > line->chars) {
		spot.byte = t->mark[mark] - line->at;
		n = chars - mark * YAML_STRIDE;
	}
	for (; n && spot.byte < line->s.n; n--)
		utf8_next(line->s, &spot.byte);
	return spot;
}

/* The last mark at or before a byte of the text. */
static size_t mark_before(const struct yaml_text *t, size_t byte)
{
	size_t low = 0, high = t->marks;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (t->mark[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct loc yaml_spot_loc(const struct yaml_text *t, struct yaml_spot spot)
{
	const struct yaml_line *line = &t->line[spot.line];
	struct loc l = {t->origin, t->first.line + (unsigned)spot.line, 1};
	if (spot.line == 0)
		l.column = t->first.column;
	if (spot.line + 1 < t->n && line[1].chars - line->chars == line->s.n + 1) {
		l.column += (unsigned)(spot.byte < line->s.n ? spot.byte : line->s.n);
		return l;
	}
	size_t mark = mark_before(t, line->at + spot.byte), from = 0;
	if (mark * YAML_STRIDE > line->chars) {
		l.column += (unsigned)(mark * YAML_STRIDE - line->chars);
		from = t->mark[mark] - line->at;
	}
	l.column += (unsigned)utf8_count(str_sub(line->s, from, spot.byte));
	return l;
}

size_t yaml_quote_end(struct str s, size_t at)
{
	char quote = s.p[at];
	for (size_t i = at + 1; i < s.n; i++) {
		if (quote == '"' && s.p[i] == '\\')
			i++;
		else if (quote == '\'' && s.p[i] == '\'' && i + 1 < s.n &&
			 s.p[i + 1] == '\'')
			i++;
		else if (s.p[i] == quote)
			return i + 1;
	}
	return s.n + 1;
}

static bool blank_at(struct str s, size_t i)
{
	return i >= s.n || s.p[i] == ' ' || s.p[i] == '\t' || s.p[i] == '\r';
}

/* Where the remark of a value begins: a '#' after a blank, out of quotes. */
static size_t remark_at(struct str s, size_t from)
{
	size_t i = from;
	if (i < s.n && (s.p[i] == '"' || s.p[i] == '\'') && yaml_quote_end(s, i) <= s.n)
		i = yaml_quote_end(s, i);
	for (; i < s.n; i++)
		if (s.p[i] == '#' && (i == from || blank_at(s, i - 1)))
			return i;
	return s.n;
}

/* The colon that ends the key beginning at `from`, or s.n. */
static size_t colon_at(struct str s, size_t from)
{
	size_t i = from;
	if (i < s.n && (s.p[i] == '"' || s.p[i] == '\''))
		i = yaml_quote_end(s, i);
	for (; i < s.n; i++) {
		if (s.p[i] == ':' && blank_at(s, i + 1))
			return i;
		if (s.p[i] == '#' && i > from && blank_at(s, i - 1))
			break;
	}
	return s.n;
}

struct yaml_row yaml_row_of(struct str line)
{
	struct yaml_row r = {.s = line};
	while (r.indent < line.n && blank_at(line, r.indent))
		r.indent++;
	r.body = r.indent;
	while (r.body < line.n && line.p[r.body] == '-' && blank_at(line, r.body + 1)) {
		r.dash = true;
		for (r.body++; r.body < line.n && blank_at(line, r.body);)
			r.body++;
	}
	r.blank = !r.dash && (r.body >= line.n || line.p[r.body] == '#');
	r.colon = r.blank ? line.n : colon_at(line, r.body);
	r.value = r.colon;
	if (r.colon < line.n) {
		r.key = str_trim_end(str_sub(line, r.body, r.colon));
		for (r.value = r.colon + 1;
			r.value < line.n && blank_at(line, r.value);)
			r.value++;
		r.rest = str_trim_end(str_sub(line, r.value, remark_at(line, r.value)));
	}
	return r;
}

bool yaml_row_above(const struct yaml_text *t, size_t line, size_t *above)
{
	while (line-- > 0) {
		if (!yaml_row_of(t->line[line].s).blank) {
			*above = line;
			return true;
		}
	}
	return false;
}

/* The longest value quoted back whole: a message is read on one line. */
#define QUOTED_MAX 90

struct str yaml_quoted(struct arena *a, struct str value)
{
	bool single =
		str_index(value, '"') < value.n || str_index(value, '\\') < value.n;
	struct strbuf b = strbuf_on(a);
	strbuf_byte(&b, single ? '\'' : '"');
	size_t i = 0;
	for (size_t shown = 0; i < value.n && shown < QUOTED_MAX; shown++) {
		size_t from = i;
		utf8_next(value, &i);
		if (single && value.p[from] == '\'')
			strbuf_byte(&b, '\'');
		strbuf_add(&b, str_sub(value, from, i));
	}
	if (i < value.n)
		strbuf_lit(&b, "…");
	strbuf_byte(&b, single ? '\'' : '"');
	return strbuf_str(&b);
}

struct str yaml_row_quoted(struct arena *a, const struct yaml_row *r, struct str value)
{
	struct strbuf b = strbuf_on(a);
	if (r->dash)
		strbuf_lit(&b, "- ");
	if (r->key.n) {
		strbuf_add(&b, r->key);
		strbuf_lit(&b, ": ");
	}
	strbuf_add(&b, yaml_quoted(a, value));
	return strbuf_str(&b);
}

size_t yaml_conflict(struct str s)
{
	for (size_t at = 0; at < s.n;) {
		struct str line = str_from(s, at);
		line = str_sub(line, 0, str_index(line, '\n'));
		bool mark = str_starts(line, STR("<<<<<<<")) ||
			    str_starts(line, STR(">>>>>>>"));
		/* Seven '=' are left out: in a body they underline a title. */
		if (mark && blank_at(line, 7))
			return at;
		at += line.n + 1;
	}
	return s.n;
}

size_t yaml_dash_glued(struct str body)
{
	static const struct str signs[] = {
		STR_INIT("•"), STR_INIT("–"), STR_INIT("—"), STR_INIT("·")};
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (str_starts(body, signs[i]))
			return signs[i].n;
	if (body.n < 2)
		return 0;
	if (body.p[0] == '*' && blank_at(body, 1))
		return 1;
	bool glued = body.p[0] == '-' && !blank_at(body, 1) && body.p[1] != '-';
	return glued && !ascii_digit(body.p[1]) ? 1 : 0;
}

/* Could a control character begin with this byte? 0xC2 leads the C1 controls. */
static bool may_control(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == 0xC2;
}

/* Whether none begins in 64 bytes: written so that compilers look at many at once. */
static bool no_control(const char *p)
{
	unsigned found = 0;
	for (size_t i = 0; i < 64; i++) {
		unsigned char c = (unsigned char)p[i];
		found |= (unsigned)(c < 0x20) & (unsigned)(c != '\n') &
			 (unsigned)(c != '\t');
		found |= (unsigned)(c == 0x7F) | (unsigned)(c == 0xC2);
	}
	return !found;
}

size_t yaml_control(struct str s, unsigned *which)
{
	for (size_t i = 0; i < s.n;) {
		size_t end = s.n - i < 64 ? s.n : i + 64;
		if (end - i == 64 && no_control(s.p + i)) {
			i = end;
			continue;
		}
		while (i < end) {
			size_t from = i;
			if (!may_control((unsigned char)s.p[i])) {
				i++;
				continue;
			}
			*which = utf8_next(s, &i);
			if (yaml_is_control(*which))
				return from;
		}
	}
	return s.n;
}
