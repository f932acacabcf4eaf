/*
 * front.c: the header of a file told from its body. It knows the lines of dashes and
 * the ways they go wrong; what stands between them is yaml_read's.
 */
#include "data/front.h"

#include "data/yaml_internal.h"
#include "data/yaml_read.h"

/* The line that begins at byte `at`, without its newline. */
static struct str line_at(struct str s, size_t at)
{
	struct str rest = str_from(s, at);
	return str_sub(rest, 0, str_index(rest, '\n'));
}

/* Where the line after the one at `at` begins; s.n after the last. */
static size_t line_after(struct str s, size_t at)
{
	size_t next = at + line_at(s, at).n + 1;
	return next < s.n ? next : s.n;
}

static size_t skip_blank_lines(struct str s, size_t at)
{
	while (at < s.n && str_trim(line_at(s, at)).n == 0)
		at = line_after(s, at);
	return at;
}

static size_t blanks_before(struct str line)
{
	size_t i = 0;
	while (i < line.n && ascii_blank(line.p[i]))
		i++;
	return i;
}

/* Nothing but dashes, the long ones that word processors make included. */
static bool all_dashes(struct str s)
{
	static const struct str dash[] = {STR_INIT("-"), STR_INIT("–"), STR_INIT("—")};
	if (s.n == 0)
		return false;
	for (size_t at = 0, i; at < s.n; at += dash[i].n) {
		for (i = 0; i < 3 && !str_starts(str_from(s, at), dash[i]);)
			i++;
		if (i == 3)
			return false;
	}
	return true;
}

/* `***` or `===`: a line across the page, by another sign than the header's. */
static bool other_rule(struct str s)
{
	if (s.n < 3 || !strchr("*_=~", s.p[0]))
		return false;
	size_t i = 0;
	while (i < s.n && s.p[i] == s.p[0])
		i++;
	return i == s.n;
}

static bool closes(struct str line)
{
	struct str s = str_trim_end(line);
	return str_is(s, "---") || str_is(s, "...");
}

/* `titre: x`: one word, a colon, a blank or nothing. An address is none. */
static bool is_key_line(struct str line)
{
	struct yaml_row r = yaml_row_of(line);
	return r.key.n && r.indent == 0 && !r.dash && str_index(r.key, ' ') == r.key.n;
}

/* Where the rows « word: value » that begin at `at` end; at itself: there is none. */
static size_t key_lines_end(struct str s, size_t at)
{
	while (at < s.n && is_key_line(line_at(s, at)))
		at = line_after(s, at);
	return at;
}

/* A file with keys and a closing line, but no opening one. */
static bool lacks_opening(struct str s, size_t at)
{
	if (!is_key_line(line_at(s, at)))
		return false;
	at = key_lines_end(s, at);
	return at < s.n && str_is(str_trim_end(line_at(s, at)), "---");
}

/* A header that nothing opens nor closes: one of its first rows gives the title. */
static bool lacks_dashes(const struct origin *o, size_t at, struct diag *d)
{
	struct str s = o->text;
	size_t end = key_lines_end(s, at);
	unsigned first = loc_at(o, at).line, last = first;
	bool title = false;
	for (size_t i = at; i < end; i = line_after(s, i), last++) {
		struct str key = yaml_row_of(line_at(s, i)).key;
		title = title || str_is(key, "titre") || str_is(key, "Titre") ||
			str_is(key, "title");
	}
	if (!title)
		return false;
	diag_say(d, MSG_FRONT_NO_DASHES, loc_at(o, at),
		str_printf(d->arena, "%u", first),
		str_printf(d->arena, "%u", last - 1));
	return true;
}

/*
 * The sign that opens a header as other programs write it: `+++` and `name = value`, or
 * `{` and `"name": value`; empty when the page begins otherwise.
 */
static struct str foreign_opening(struct str s, size_t at)
{
	struct str word = str_trim(line_at(s, at));
	struct str next = str_trim(line_at(s, skip_blank_lines(s, line_after(s, at))));
	if (str_starts(word, STR("+++")) || str_is(word, ";;;"))
		return str_index(next, '=') < next.n || str_index(next, ':') < next.n
			       ? str_sub(word, 0, 3)
			       : (struct str){0};
	if (!word.n || word.p[0] != '{')
		return (struct str){0};
	struct str inside = word.n > 1 ? str_trim(str_from(word, 1)) : next;
	return inside.n && inside.p[0] == '"' ? str_sub(word, 0, 1) : (struct str){0};
}

/*
 * Does a header open at `at`, the first line with something on it? *faulty when it was
 * meant to and does not (said).
 */
static bool opens(const struct origin *o, size_t at, struct diag *d, bool *faulty)
{
	struct str line = line_at(o->text, at);
	struct str word = str_trim(line);
	struct loc l = loc_at(o, at);
	if (str_is(str_trim_end(line), "---"))
		return true;
	*faulty = true;
	if (str_is(word, "---"))
		return diag_say(
			d, MSG_FRONT_INDENTED, loc_at(o, at + blanks_before(line)));
	if ((all_dashes(word) || other_rule(word)) &&
		is_key_line(line_at(o->text, line_after(o->text, at))))
		return diag_say(d, MSG_FRONT_DASHES, l, word);
	if (lacks_opening(o->text, at))
		return diag_say(d, MSG_FRONT_NOT_OPENED, l);
	struct str foreign = foreign_opening(o->text, at);
	if (foreign.n)
		return diag_say(d, MSG_FRONT_FOREIGN, l, foreign);
	if (lacks_dashes(o, at, d))
		return false;
	return *faulty = false;
}

/* Say why no line closes the header: one was indented or misshapen, or there is none.
 */
static bool say_not_closed(const struct origin *o, size_t open, struct diag *d)
{
	struct str s = o->text;
	size_t last = open;
	for (size_t at = line_after(s, open); at < s.n; at = line_after(s, at)) {
		struct str line = line_at(s, at);
		struct str word = str_trim(line);
		if (str_is(word, "---"))
			return diag_say(d, MSG_FRONT_INDENTED,
				loc_at(o, at + blanks_before(line)));
		if (all_dashes(word))
			return diag_say(d, MSG_FRONT_DASHES,
				loc_at(o, at + blanks_before(line)), word);
		/* Keys stand together at the top: the text begins after a blank line.
		 */
		if (word.n == 0)
			break;
		last = at;
	}
	return diag_say(d, MSG_FRONT_NOT_CLOSED, loc_at(o, open),
		str_printf(d->arena, "%u", loc_at(o, last).line));
}

/* Marks of a conflict in the body would go online as they are. */
static bool body_is_whole(const struct origin *o, const struct front *f, struct diag *d)
{
	size_t conflict = yaml_conflict(f->body);
	return conflict == f->body.n ||
	       diag_say(d, MSG_YAML_CONFLICT, loc_at(o, f->body_offset + conflict));
}

bool front_split(
	struct arena *a, const struct origin *o, struct diag *d, struct front *out)
{
	static const struct value none = {0};
	struct str s = o->text;
	*out = (struct front){.header = &none, .body = s};
	size_t open = skip_blank_lines(s, 0);
	bool faulty = false;
	if (open == s.n || !opens(o, open, d, &faulty))
		return !faulty && body_is_whole(o, out, d);
	size_t from = line_after(s, open), end = from;
	while (end < s.n && !closes(line_at(s, end)))
		end = line_after(s, end);
	if (end == s.n)
		return say_not_closed(o, open, d);
	out->body_offset = line_after(s, end);
	out->body = str_from(s, out->body_offset);
	bool read = yaml_read(a, o, from, str_sub(s, from, end), d, &out->header);
	if (!read)
		out->header = &none;
	return body_is_whole(o, out, d) && read;
}
