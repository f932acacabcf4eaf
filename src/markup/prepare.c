/*
 * prepare.c: signs that cmark would take for its own, hidden from it and put back.
 * `\|` in a table would become a plain bar before we can tell it from a border, and
 * `[^1]: mot` would vanish as a definition. Stand-ins are as long as what they stand
 * for, so columns hold.
 */
#include "base/strbuf.h"
#include "markup/walk_internal.h"

/* True when some `[^…]:` may define a footnote. */
static bool has_footnotes(struct str t)
{
	for (size_t at = str_find(t, STR("[^")); at < t.n;) {
		struct str rest = str_from(t, at);
		struct str line = str_sub(rest, 0, str_index(rest, '\n'));
		if (str_find(line, STR("]:")) < line.n)
			return true;
		at += line.n;
		at += str_find(str_from(t, at), STR("[^"));
	}
	return false;
}

struct str prepare(struct arena *a, struct str text, bool *stand_ins)
{
	bool pipes = str_find(text, STR("\\|")) < text.n;
	bool notes = has_footnotes(text);
	*stand_ins = pipes || notes;
	if (!*stand_ins)
		return text;
	char *p = arena_text(a, text.n);
	memcpy(p, text.p, text.n);
	for (size_t i = 0; i + 1 < text.n; i++) {
		if (notes && p[i] == '[' && p[i + 1] == '^') {
			p[i] = STAND_BRACKET;
		} else if (p[i] == '\\') {
			/* `\\|` is a backslash, then a border. */
			if (p[i + 1] == '|')
				memcpy(p + i, STAND_PIPE.p, 2);
			i++;
		}
	}
	return (struct str){p, text.n};
}

struct str restore(struct arena *a, struct str s, struct str pipe)
{
	size_t at = 0;
	while (at < s.n && s.p[at] != STAND_BRACKET && s.p[at] != STAND_PIPE.p[0])
		at++;
	if (at == s.n)
		return s;
	struct strbuf b = strbuf_on(a);
	strbuf_room(&b, s.n + 1);
	strbuf_add(&b, str_sub(s, 0, at));
	for (; at < s.n; at++) {
		if (s.p[at] == STAND_BRACKET) {
			strbuf_byte(&b, '[');
		} else if (str_starts(str_from(s, at), STAND_PIPE)) {
			strbuf_add(&b, pipe);
			at++;
		} else {
			strbuf_byte(&b, s.p[at]);
		}
	}
	return strbuf_str(&b);
}
