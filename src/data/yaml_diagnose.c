/*
 * yaml_diagnose.c: from libyaml's complaint to the mistake a person made. libyaml says
 * where it was lost; the lines around tell why. One rule per mistake, tried in order,
 * the surest first; the last always has something to say. It reads no YAML.
 */
#include "base/strbuf.h"
#include "data/yaml_internal.h"

static bool mentions(const char *text, const char *words)
{
	return text && strstr(text, words);
}

static struct str line_of(const struct yaml_fault *f, struct yaml_spot s)
{
	return f->t->line[s.line].s;
}

static char char_at(const struct yaml_fault *f, struct yaml_spot s)
{
	struct str line = line_of(f, s);
	return s.byte < line.n ? line.p[s.byte] : '\0';
}

/* Say, and so end the search for a rule. */
#define FOUND(f, code, spot, ...)                                                      \
	(diag_say((f)->t->diag, code, yaml_spot_loc((f)->t, (spot)), __VA_ARGS__), true)

/* A tab among the blanks before the first word of the line. */
static bool rule_tab(const struct yaml_fault *f)
{
	struct str line = line_of(f, f->at);
	struct yaml_row r = yaml_row_of(line);
	size_t tab = str_index(str_sub(line, 0, r.indent), '\t');
	struct yaml_spot s = {f->at.line, tab};
	if (tab >= r.indent && char_at(f, f->at) == '\t')
		s = f->at;
	else if (tab >= r.indent)
		return false;
	diag_say(f->t->diag, MSG_YAML_TAB, yaml_spot_loc(f->t, s));
	return true;
}

/* Text between the quotes at `at`, or up to the end of the line. */
static struct str inside_quotes(struct str line, size_t at)
{
	size_t end = yaml_quote_end(line, at);
	struct str inner = str_sub(line, at + 1, end > line.n ? line.n : end - 1);
	return str_trim(inner);
}

/* "C:\docs": in double quotes the backslash begins a sign of its own. */
static bool rule_escape(const struct yaml_fault *f)
{
	if (!mentions(f->problem, "escape") && !mentions(f->problem, "hexdecimal"))
		return false;
	struct str line = line_of(f, f->at);
	struct yaml_spot s = f->at;
	if (char_at(f, s) != '\\') {
		size_t back = str_rindex(str_sub(line, 0, s.byte), '\\');
		s.byte = back < s.byte ? back : s.byte;
	}
	struct yaml_row r = yaml_row_of(line);
	struct str inner = {0};
	if (f->from.line == f->at.line && char_at(f, f->from) == '"')
		inner = inside_quotes(line, f->from.byte);
	if (r.key.n == 0 || f->from.byte != r.value)
		return FOUND(f, MSG_YAML_ESCAPE, s, yaml_quoted(f->t->arena, inner));
	return FOUND(f, MSG_YAML_ESCAPE, s, yaml_row_quoted(f->t->arena, &r, inner));
}

static bool say_open_quote(const struct yaml_fault *f, struct yaml_spot s)
{
	struct str line = line_of(f, s);
	struct yaml_row r = yaml_row_of(line);
	struct str sign = str_sub(line, s.byte, s.byte + 1);
	struct str inner = str_trim(str_from(line, s.byte + 1));
	struct str cure = s.byte == r.value || s.byte == r.body
				  ? yaml_row_quoted(f->t->arena, &r, inner)
				  : yaml_quoted(f->t->arena, STR("…"));
	return FOUND(f, MSG_YAML_QUOTE_OPEN, s, sign, cure);
}

static bool rule_quote_open(const struct yaml_fault *f)
{
	return mentions(f->context, "scanning a quoted scalar") &&
	       say_open_quote(f, f->from);
}

/* Offset of a value that begins with a quote, or the line's size. */
static size_t quote_of_row(const struct yaml_row *r)
{
	size_t at = r->key.n ? r->value : r->body;
	return at < r->s.n && (r->s.p[at] == '"' || r->s.p[at] == '\'') ? at : r->s.n;
}

/* How many lines above the complaint a forgotten quote may stand. */
#define QUOTE_REACH 200

/* A quote left open on a line above, closed by the next quote that came: on this line.
 */
static bool rule_quote_runs_on(const struct yaml_fault *f)
{
	size_t from = f->at.line > QUOTE_REACH ? f->at.line - QUOTE_REACH : 0;
	for (size_t i = from; i < f->at.line; i++) {
		struct yaml_row r = yaml_row_of(f->t->line[i].s);
		size_t quote = quote_of_row(&r);
		if (quote == r.s.n || yaml_quote_end(r.s, quote) <= r.s.n)
			continue;
		char sign = r.s.p[quote];
		size_t end = i + 1;
		while (end < f->at.line &&
			str_index(f->t->line[end].s, sign) == f->t->line[end].s.n)
			end++;
		if (end == f->at.line &&
			str_index(f->t->line[end].s, sign) < f->at.byte)
			return say_open_quote(f, (struct yaml_spot){i, quote});
		i = end;
	}
	return false;
}

/* `titre: "Fête" du pain`, `titre: 'L'eau'`: words after the closing quote. */
static bool rule_quote_early(const struct yaml_fault *f)
{
	struct yaml_row r = yaml_row_of(line_of(f, f->at));
	size_t quote = quote_of_row(&r);
	size_t end = quote < r.s.n ? yaml_quote_end(r.s, quote) : r.s.n + 1;
	if (end > f->at.byte)
		return false;
	struct str all = r.key.n ? r.rest : str_trim_end(str_from(r.s, r.body));
	/* `titre: "Fête",`: the comma of another way of writing. */
	while (all.n > 2 && strchr(",;", all.p[all.n - 1]) &&
		all.p[all.n - 2] == all.p[0])
		all.n--;
	/* `"Voirie", "École"`: several values are a list. */
	if (r.key.n && str_find(all, str_of(all.p[0] == '"' ? "\"," : "',")) < all.n)
		return FOUND(f, MSG_YAML_QUOTE_EARLY, f->at,
			str_printf(f->t->arena, "%.*s: [%.*s]", STR_ARG(r.key),
				STR_ARG(all)));
	bool whole = all.n > 1 && all.p[all.n - 1] == all.p[0];
	struct str inner = whole ? str_sub(all, 1, all.n - 1) : all;
	return FOUND(f, MSG_YAML_QUOTE_EARLY, f->at,
		yaml_row_quoted(f->t->arena, &r, inner));
}

/* Where the bracket that opens at `at` in the row is closed again, or the line's size.
 */
static size_t bracket_end(struct str line, size_t at)
{
	int open = 0;
	for (size_t i = at; i < line.n; i++) {
		if (line.p[i] == '[' || line.p[i] == '{')
			open++;
		else if ((line.p[i] == ']' || line.p[i] == '}') && --open == 0)
			return i;
	}
	return line.n;
}

/* `titre: [Mairie] Fermeture`: brackets are a list for YAML, emphasis for people. */
static bool rule_bracket_early(const struct yaml_fault *f)
{
	struct yaml_row r = yaml_row_of(line_of(f, f->at));
	size_t at = r.key.n ? r.value : r.body;
	if (at >= r.s.n || (r.s.p[at] != '[' && r.s.p[at] != '{') ||
		bracket_end(r.s, at) >= f->at.byte)
		return false;
	struct str all = r.key.n ? r.rest : str_trim_end(str_from(r.s, at));
	struct yaml_spot s = {f->at.line, at};
	return FOUND(f, MSG_YAML_SIGN, s, str_sub(all, 0, 1),
		yaml_row_quoted(f->t->arena, &r, all));
}

/* The nearest line above (or this one) whose value opens a bracket and does not close
 * it. */
static bool open_bracket(const struct yaml_fault *f, struct yaml_spot *out)
{
	for (size_t i = f->at.line + 1; i-- > 0 && f->at.line - i < QUOTE_REACH;) {
		struct yaml_row r = yaml_row_of(f->t->line[i].s);
		size_t at = r.key.n ? r.value : r.body;
		if (at < r.s.n && (r.s.p[at] == '[' || r.s.p[at] == '{')) {
			*out = (struct yaml_spot){i, at};
			return bracket_end(r.s, at) == r.s.n;
		}
	}
	return false;
}

/* The useful place is where the bracket opens, not where libyaml gave up. */
static bool rule_bracket(const struct yaml_fault *f)
{
	struct yaml_spot s = f->from;
	if (!mentions(f->context, "parsing a flow"))
		return false;
	if (char_at(f, s) != '[' && char_at(f, s) != '{' && !open_bracket(f, &s))
		return false;
	struct yaml_row r = yaml_row_of(line_of(f, s));
	bool list = char_at(f, s) == '[';
	struct str cure = list ? STR("[un, deux]") : STR("{cle: valeur}");
	struct str rest = str_trim_end(str_from(r.s, r.body));
	if (s.byte == r.value && bracket_end(r.s, s.byte) == r.s.n && rest.n < 100 &&
		rest.p[rest.n - 1] != ',')
		cure = str_printf(
			f->t->arena, "%.*s%s", STR_ARG(rest), list ? "]" : "}");
	return FOUND(f, MSG_YAML_BRACKET, s, str_sub(r.s, s.byte, s.byte + 1),
		list ? STR("]") : STR("}"), cure);
}

/* The sign that makes libyaml take a text for something else, when it is one. */
static bool sign_spot(const struct yaml_fault *f, struct yaml_spot *out)
{
	*out = f->from;
	if (mentions(f->context, "an anchor") || mentions(f->context, "an alias") ||
		mentions(f->context, "a tag") || mentions(f->context, "a directive") ||
		mentions(f->context, "%TAG") || mentions(f->context, "%YAML") ||
		mentions(f->context, "a block scalar"))
		return true;
	*out = f->at;
	if (mentions(f->problem, "cannot start any token") ||
		mentions(f->problem, "block sequence entries"))
		return true;
	char c = char_at(f, f->at);
	return c && strchr(",]}?", c) && !mentions(f->context, "flow");
}

/* A value that begins with @, %, `, &, *, !, |, >, a comma or a closing bracket. */
static bool rule_sign(const struct yaml_fault *f)
{
	struct yaml_spot s;
	if (!sign_spot(f, &s))
		return false;
	struct yaml_row r = yaml_row_of(line_of(f, s));
	if (s.byte == r.body && yaml_dash_glued(str_from(r.s, r.body))) {
		yaml_say_dash(f->t, s);
		return true;
	}
	bool value = r.key.n && s.byte == r.value;
	struct str text = value ? r.rest : str_trim_end(str_from(r.s, s.byte));
	if (!value)
		r.key = (struct str){0};
	/* `texte: > La mairie`: what people meant is a text over several lines, or
	 * this. */
	if (text.n && (text.p[0] == '>' || text.p[0] == '|'))
		text = str_trim(str_from(text, 1));
	return FOUND(f, MSG_YAML_SIGN, s, str_sub(r.s, s.byte, s.byte + 1),
		yaml_row_quoted(f->t->arena, &r, text));
}

void yaml_say_dash(const struct yaml_text *t, struct yaml_spot s)
{
	struct str body = str_trim_end(str_from(t->line[s.line].s, s.byte));
	struct str item = str_trim(str_from(body, yaml_dash_glued(body)));
	diag_say(t->diag, MSG_YAML_DASH, yaml_spot_loc(t, s),
		str_printf(t->arena, "- %.*s", STR_ARG(item)));
}

/* Rules about lines and colons are in yaml_diagnose_lines.c; the last always says. */
static bool (*const rules[])(const struct yaml_fault *) = {
	rule_tab,
	rule_escape,
	rule_quote_open,
	rule_quote_runs_on,
	rule_quote_early,
	rule_bracket_early,
	rule_bracket,
	rule_sign,
	yaml_rule_colon,
	yaml_rule_no_colon,
	yaml_rule_indent,
	yaml_rule_last,
};

void yaml_diagnose(const struct yaml_fault *f)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		if (rules[i](f))
			return;
}
