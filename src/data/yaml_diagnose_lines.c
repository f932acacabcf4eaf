/*
 * yaml_diagnose_lines.c: the mistakes of whole lines: a colon too many, a colon
 * missing, a line out of step with its neighbours. Signs within a value are
 * yaml_diagnose.c's.
 */
#include "base/strbuf.h"
#include "data/yaml_internal.h"

static struct yaml_row row_at(const struct yaml_fault *f, size_t line)
{
	return yaml_row_of(f->t->line[line].s);
}

static bool only_dashes(struct str s)
{
	s = str_trim(s);
	size_t i = 0;
	while (i < s.n && s.p[i] == '-')
		i++;
	return i == s.n && i > 1;
}

/* `resume: B` continues no sentence; `du lundi : au vendredi` does. */
static bool looks_like_key(const struct yaml_row *r)
{
	size_t word = r->body;
	while (word < r->s.n && !ascii_blank(r->s.p[word]) && r->s.p[word] != ':')
		word++;
	return word == r->colon && word > r->body;
}

/* The nearest line above with fewer blanks before it: what this one belongs to. */
static bool owner_of(const struct yaml_fault *f, size_t line, size_t *owner)
{
	size_t indent = row_at(f, line).indent;
	for (*owner = line; yaml_row_above(f->t, *owner, owner);)
		if (row_at(f, *owner).indent < indent)
			return true;
	return false;
}

/* The line as its author meant it; `titre = x` and `titre; x` have a sign for it. */
static struct str with_colon(struct arena *a, struct str body)
{
	size_t end = str_index(body, ' ');
	if (end == body.n)
		return str_printf(a, "%.*s: …", STR_ARG(body));
	struct str key = str_sub(body, 0, end), rest = str_trim(str_from(body, end));
	while (key.n > 1 && strchr(";=", key.p[key.n - 1]))
		key.n--;
	if (rest.n > 1 && strchr(";=", rest.p[0]))
		rest = str_trim(str_from(rest, 1));
	return str_printf(a, "%.*s: %.*s", STR_ARG(key), STR_ARG(rest));
}

static bool say_no_colon(const struct yaml_fault *f, size_t line);

static bool say_indent(const struct yaml_fault *f, size_t line)
{
	struct yaml_row r = row_at(f, line);
	size_t above;
	if (!yaml_row_above(f->t, line, &above))
		return false;
	struct arena *a = f->t->arena;
	diag_say(f->t->diag, MSG_YAML_INDENT,
		yaml_spot_loc(f->t, (struct yaml_spot){line, r.indent}),
		str_printf(a, "%zu", f->t->first.line + above),
		str_printf(a, "%zu", row_at(f, above).indent),
		str_printf(a, "%zu", r.indent));
	return true;
}

/* The value that begins on line `from` and goes on to line `to`, on one line. */
static struct str joined(const struct yaml_fault *f, size_t from, size_t to)
{
	struct strbuf b = strbuf_on(f->t->arena);
	strbuf_add(&b, row_at(f, from).rest);
	for (size_t i = from + 1; i <= to; i++) {
		strbuf_byte(&b, ' ');
		strbuf_add(&b, str_trim(f->t->line[i].s));
	}
	return strbuf_str(&b);
}

static bool say_colon(const struct yaml_fault *f, size_t from)
{
	struct yaml_row r = row_at(f, from);
	struct str value = from == f->at.line ? r.rest : joined(f, from, f->at.line);
	diag_say(f->t->diag, MSG_YAML_COLON, yaml_spot_loc(f->t, f->at),
		yaml_row_quoted(f->t->arena, &r, value));
	return true;
}

/*
 * The first of the lines without a colon right above `line`, as far right as it: there
 * libyaml took them all for one text, up to the colon it met.
 */
static bool run_above(const struct yaml_fault *f, size_t line, size_t *first)
{
	size_t indent = row_at(f, line).indent;
	bool found = false;
	for (size_t i = line; yaml_row_above(f->t, i, &i);) {
		struct yaml_row r = row_at(f, i);
		if (r.key.n || r.dash || r.indent != indent)
			break;
		*first = i;
		found = true;
	}
	return found;
}

/* "mapping values are not allowed": a second colon, or a first one nobody expected. */
bool yaml_rule_colon(const struct yaml_fault *f)
{
	if (!f->problem || !strstr(f->problem, "mapping values"))
		return false;
	struct yaml_row r = row_at(f, f->at.line);
	if (r.key.n && f->at.byte > r.colon)
		return say_colon(f, f->at.line);
	size_t owner, first;
	if (owner_of(f, f->at.line, &owner)) {
		struct yaml_row o = row_at(f, owner);
		bool text = o.key.n ? o.rest.n > 0 : o.body < o.s.n;
		if (text && o.key.n && !looks_like_key(&r))
			return say_colon(f, owner);
		if (text)
			return say_indent(f, f->at.line);
	}
	if (run_above(f, f->at.line, &first))
		return say_no_colon(f, first);
	return say_indent(f, f->at.line);
}

/* `titre:Travaux`: the offset of that colon, or the line's size. Addresses have one
 * too. */
static size_t tight_colon(const struct yaml_row *r)
{
	size_t word = r->body;
	while (word < r->s.n && !ascii_blank(r->s.p[word]) && r->s.p[word] != ':')
		word++;
	bool tight = word > r->body && word + 1 < r->s.n && r->s.p[word] == ':' &&
		     r->s.p[word + 1] != '/';
	return tight ? word : r->s.n;
}

static bool say_tight_colon(const struct yaml_fault *f, size_t line, size_t colon)
{
	struct yaml_row r = row_at(f, line);
	struct str key = str_sub(r.s, r.body, colon);
	struct str value = str_trim(str_from(r.s, colon + 1));
	/* The blank may be there, and be the no-break one that a Mac or Word puts. */
	if (str_starts(value, STR("\xC2\xA0")))
		value = str_from(value, 2);
	diag_say(f->t->diag, MSG_YAML_NO_SPACE,
		yaml_spot_loc(f->t, (struct yaml_spot){line, colon}),
		str_printf(f->t->arena, "%.*s: %.*s", STR_ARG(key), STR_ARG(value)));
	return true;
}

/* True when the line begins the text of a page whose header was not closed before. */
static bool begins_body(const struct yaml_fault *f, size_t line)
{
	if (f->t->offset == 0 || line == 0)
		return false;
	struct yaml_row r = row_at(f, line);
	struct yaml_row before = row_at(f, line - 1);
	return before.blank && str_trim(before.s).n == 0 && r.indent == 0 &&
	       str_index(str_trim(r.s), ' ') < str_trim(r.s).n;
}

/* Its neighbour above is an item of a list: this line lost its dash. */
static bool lost_dash(const struct yaml_fault *f, size_t line)
{
	size_t above;
	if (!yaml_row_above(f->t, line, &above))
		return false;
	struct yaml_row r = row_at(f, above);
	return r.dash && !r.key.n && r.indent == row_at(f, line).indent;
}

static bool say_no_colon(const struct yaml_fault *f, size_t line)
{
	struct yaml_row r = row_at(f, line);
	struct yaml_spot s = {line, r.body};
	struct loc l = yaml_spot_loc(f->t, s);
	struct str body = str_trim_end(str_from(r.s, r.body));
	if (r.colon == r.body && r.body < r.s.n)
		diag_say(f->t->diag, MSG_YAML_KEY_EMPTY, l);
	else if (str_is(body, "======="))
		diag_say(f->t->diag, MSG_YAML_CONFLICT, l);
	else if (only_dashes(body))
		diag_say(f->t->diag, MSG_FRONT_DASHES, l, body);
	else if (yaml_dash_glued(body))
		yaml_say_dash(f->t, s);
	else if (tight_colon(&r) < r.s.n)
		say_tight_colon(f, line, tight_colon(&r));
	else if (begins_body(f, line))
		diag_say(f->t->diag, MSG_FRONT_TEXT_INSIDE, l);
	else if (lost_dash(f, line))
		yaml_say_dash(f->t, s);
	else {
		diag_say(f->t->diag, MSG_YAML_NO_COLON, l,
			with_colon(f->t->arena, body));
	}
	return true;
}

/* "could not find expected ':'", and lines without a colon wherever one is due. */
bool yaml_rule_no_colon(const struct yaml_fault *f)
{
	if (f->problem && strstr(f->problem, "could not find expected ':'"))
		return say_no_colon(f, f->from.line);
	struct yaml_row r = row_at(f, f->at.line);
	bool expected =
		f->problem && (strstr(f->problem, "did not find expected key") ||
				      strstr(f->problem, "<document start>"));
	if (!expected || r.key.n || r.dash || r.blank || f->at.byte > r.body)
		return false;
	return say_no_colon(f, f->at.line);
}

/* A line that begins a level which no line above has opened. */
bool yaml_rule_indent(const struct yaml_fault *f)
{
	struct yaml_row r = row_at(f, f->at.line);
	bool expected = f->problem && strstr(f->problem, "did not find expected");
	if (!expected || r.blank || f->at.byte > r.body)
		return false;
	return say_indent(f, f->at.line);
}

bool yaml_rule_last(const struct yaml_fault *f)
{
	diag_say(f->t->diag, MSG_YAML_UNREADABLE, yaml_spot_loc(f->t, f->at));
	return true;
}
