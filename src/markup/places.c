/* places.c: a cursor over the lines of a body. See places.h. */
#include "markup/places.h"

/* Bytes of a line in which a needle is sought: whole minutes may stand on one line. */
#define LOOK 4096

/* The end of the line that begins at byte at: its '\n' or '\r', or the end of text. */
static size_t line_end(struct str t, size_t at)
{
	struct str line = str_sub(t, at, at + str_index(str_from(t, at), '\n'));
	return at + str_index(line, '\r');
}

static void line_begin(struct places *p, size_t at)
{
	p->at = p->counted = at;
	p->characters = 0;
	p->end = line_end(p->text, at);
}

struct places places_of(const struct origin *o, size_t offset, struct str text)
{
	struct places p = {.origin = o,
		.text = text,
		.offset = offset,
		.first = loc_at(o, offset),
		.line = 1};
	line_begin(&p, 0);
	return p;
}

static void go_to(struct places *p, unsigned line)
{
	if (line < p->line) {
		p->line = 1;
		p->newlines = 0;
		line_begin(p, 0);
	}
	for (; p->line < line && p->end < p->text.n; p->line++) {
		size_t end = p->end;
		if (p->text.p[end] == '\r' && end + 1 < p->text.n &&
			p->text.p[end + 1] == '\n')
			end++;
		p->newlines += p->text.p[end] == '\n';
		line_begin(p, end + 1);
	}
}

size_t places_byte(struct places *p, int line, int column)
{
	go_to(p, line > 0 ? (unsigned)line : 1);
	size_t col = column > 0 ? (size_t)column - 1 : 0;
	if (line <= 1)
		col -= col < p->shift ? col : p->shift;
	return col < p->end - p->at ? p->at + col : p->end;
}

/* The place of byte `byte`, which is in the cursor's line. */
static struct loc loc_in_line(struct places *p, size_t byte)
{
	if (!p->origin)
		return (struct loc){0};
	struct loc l = p->first;
	if (p->newlines) {
		l.line += p->newlines;
		l.column = 1;
	}
	if (byte < p->counted) {
		p->counted = p->at;
		p->characters = 0;
	}
	for (; p->counted < byte; p->counted++)
		p->characters += ((unsigned char)p->text.p[p->counted] & 0xC0) != 0x80;
	l.column += (unsigned)p->characters;
	return l;
}

struct loc places_loc(struct places *p, int line, int column)
{
	size_t byte = places_byte(p, line, column);
	return loc_in_line(p, byte);
}

/* The first needle in the cursor's line from a byte on, not too far off; else its end.
 */
static size_t find_in(const struct places *p, size_t from, struct str needle)
{
	struct str s =
		str_sub(p->text, from, p->end - from > LOOK ? from + LOOK : p->end);
	size_t found = str_find(s, needle);
	return found < s.n ? from + found : p->end;
}

struct loc places_near(struct places *p, int line, int column, struct str needle)
{
	size_t byte = places_byte(p, line, column);
	size_t found = find_in(p, byte, needle);
	if (found == p->end)
		found = find_in(p, p->at, needle);
	return loc_in_line(p, found < p->end ? found : byte);
}

bool places_hold(struct places *p, int line, struct str needle)
{
	return find_in(p, places_byte(p, line, 1), needle) < p->end;
}
