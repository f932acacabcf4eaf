/*
 * front_text.c: bytes of a file to the text that places refer to. It looks at
 * characters only: the header and the body are front.c's.
 */
#include "base/block.h"
#include "base/strbuf.h"
#include "data/front.h"
#include "data/yaml_internal.h"
#include "text/utf8.h"

/*
 * U+202A to U+202E and U+2066 to U+2069 turn the order of what follows. They come with
 * numbers pasted from an address book, or to make a reader see other words than are there.
 */
static bool turns_order(struct str s)
{
	if (s.n < 3 || s.p[0] != '\xE2')
		return false;
	unsigned char second = (unsigned char)s.p[1], third = (unsigned char)s.p[2];
	return (second == 0x80 && third >= 0xAA && third <= 0xAE) ||
	       (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

/* Bytes of one character that is dropped or becomes a blank, 0 for all others. */
static size_t odd_character(struct str s, bool *dropped)
{
	/* Byte order marks too, wherever pasted. */
	*dropped = str_starts(s, STR("\xEF\xBB\xBF")) || turns_order(s);
	if (*dropped)
		return 3;
	/* Line and paragraph separators: libyaml would count lines that no editor
	 * shows. */
	if (str_starts(s, STR("\xE2\x80\xA8")) || str_starts(s, STR("\xE2\x80\xA9")))
		return 3;
	return 0;
}

/* No character that plain_lines changes: so are most files, and they are not copied. */
static bool is_plain(struct str s)
{
	static const char leads[] = {'\xE2', '\xEF'}; /* of the odd ones */
	if (str_index(s, '\r') < s.n)
		return false;
	for (size_t i = 0; i < sizeof leads; i++)
		for (size_t at = str_index(s, leads[i]); at < s.n;
			at += 1 + str_index(str_from(s, at + 1), leads[i])) {
			bool dropped;
			if (odd_character(str_from(s, at), &dropped))
				return false;
		}
	return true;
}

/* One kind of newline, no byte order mark; s itself when it is so already. */
static struct str plain_lines(struct arena *a, struct str s)
{
	if (is_plain(s))
		return s;
	/* No character gets longer. */
	struct strbuf b = {.arena = a, .p = arena_text(a, s.n), .cap = s.n};
	for (size_t i = 0; i < s.n; i++) {
		bool dropped;
		size_t odd = odd_character(str_from(s, i), &dropped);
		if (odd && !dropped)
			strbuf_byte(&b, ' ');
		else if (!odd && s.p[i] == '\r')
			strbuf_byte(&b, '\n');
		else if (!odd)
			strbuf_byte(&b, s.p[i]);
		if (odd)
			i += odd - 1;
		else if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
	}
	return strbuf_str(&b);
}

/* Characters of more than one byte that are right, and bytes that begin none. */
static void count_bytes(struct str s, size_t *right, size_t *wrong)
{
	*right = *wrong = 0;
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		bool ascii = (unsigned char)s.p[i] < 0x80;
		utf8_next(s, &i);
		if (i - from > 1)
			++*right;
		else if (!ascii)
			++*wrong;
	}
}

/*
 * A file from an old Windows program is wrong at nearly every accent; a UTF-8 file into
 * which one line was pasted is right at most: there only the wrong bytes are changed.
 */
static struct str from_windows(struct arena *a, struct str s, bool whole)
{
	if (whole)
		return utf8_of_windows_1252(a, s);
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		utf8_next(s, &i);
		struct str c = str_sub(s, from, i);
		bool bad = c.n == 1 && (unsigned char)c.p[0] >= 0x80;
		strbuf_add(&b, bad ? utf8_of_windows_1252(a, c) : c);
	}
	return strbuf_str(&b);
}

/* The place of byte `at` of raw bytes, in the text they will become. */
static struct loc raw_place(
	struct arena *a, const struct origin *o, struct str raw, size_t at)
{
	struct str text = plain_lines(a, str_sub(raw, 0, at));
	struct origin before = {.text = utf8_compose(a, text)};
	struct loc l = loc_at(&before, before.text.n);
	l.origin = o;
	return l;
}

/* The text with a sign instead of each control character: terminals obey them. */
static struct str disarmed(struct arena *a, struct str s)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < s.n;) {
		unsigned c = utf8_next(s, &i);
		utf8_put(&b, yaml_is_control(c) ? 0xFFFD : c);
	}
	return strbuf_str(&b);
}

static bool follows(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80;
}

/*
 * Bytes of the character at `at` when it is one of those that French texts are made of
 * and that no rule below changes or refuses; 0 for all others, which may be right too.
 */
static size_t plain_character(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.p[at];
	unsigned char next = at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;
	if (c < 0x80)
		return (c >= ' ' && c != 0x7F) || c == '\n' || c == '\t';
	if (c == 0xC2) /* the no-break space and « », but no C1 control */
		return next >= 0xA0 && next <= 0xBF ? 2 : 0;
	if (c >= 0xC3 && c <= 0xCB) /* accented letters, œ: below all that composes */
		return follows(s, at + 1) ? 2 : 0;
	if (c != 0xE2 || !follows(s, at + 2) || turns_order(str_from(s, at)))
		return 0;
	/* Dashes, ’ “ ” … and €; U+2000, U+2001 and the separators U+2028, U+2029 not. */
	bool general = next == 0x80 && (unsigned char)s.p[at + 2] >= 0x82 &&
		       (unsigned char)s.p[at + 2] != 0xA8 &&
		       (unsigned char)s.p[at + 2] != 0xA9;
	return general || next == 0x81 || next == 0x82 ? 3 : 0;
}

/* True for nearly every file: it is its own text, found out in one pass. */
static bool is_text(struct str s)
{
	for (size_t at = 0; at < s.n;) {
		if (block_fits(s, at)) {
			/* As far as all is printable ASCII, or the end of a line. */
			block b = block_at(s, at);
			size_t first =
				block_first(((b < ' ') & (b != '\n')) | (b >= 0x7F));
			at += first;
			if (first == BLOCK)
				continue;
		}
		size_t n = plain_character(s, at);
		if (!n)
			return false;
		at += n;
	}
	return true;
}

bool front_text(struct arena *a, struct origin *o, struct str bytes, struct diag *d)
{
	o->text = bytes;
	if (is_text(bytes))
		return true;
	o->text = (struct str){0};
	if (str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF")))
		return diag_say(d, MSG_TEXT_UTF16, ((struct loc){o, 0, 0}));
	size_t zero = str_index(bytes, '\0');
	if (zero < bytes.n)
		return diag_say(d, MSG_TEXT_BINARY, raw_place(a, o, bytes, zero));
	size_t invalid = utf8_invalid(bytes);
	if (invalid < bytes.n) {
		size_t right, wrong;
		count_bytes(bytes, &right, &wrong);
		struct str before =
			from_windows(a, str_sub(bytes, 0, invalid), wrong > right);
		diag_say(d, MSG_TEXT_WINDOWS, raw_place(a, o, before, before.n));
		bytes = from_windows(a, bytes, wrong > right);
	}
	o->text = utf8_compose(a, plain_lines(a, bytes));
	unsigned which = 0;
	size_t control = yaml_control(o->text, &which);
	if (control == o->text.n)
		return true;
	struct loc l = loc_at(o, control);
	o->text = disarmed(a, o->text);
	return diag_say(d, MSG_TEXT_CONTROL, l, str_printf(a, "U+%04X", which));
}
