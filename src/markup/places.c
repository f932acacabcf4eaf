/* places.c: a cursor over the lines of a body. See places.h. */
#include "markup/places.h"

struct places places_of(const struct origin *o, size_t offset, struct str text)
{
	return (struct places){.origin = o,
		.text = text,
		.offset = offset,
		.first = loc_at(o, offset),
		.line = 1};
}

/* The end of the line that begins at byte at: its '\n' or '\r', or the end of text. */
static size_t line_end(struct str t, size_t at)
{
	struct str line = str_sub(t, at, at + str_index(str_from(t, at), '\n'));
	return at + str_index(line, '\r');
}

static void go_to(struct places *p, unsigned line)
{
	if (line < p->line) {
		p->line = 1;
		p->newlines = 0;
		p->at = 0;
	}
	for (; p->line < line; p->line++) {
		size_t end = line_end(p->text, p->at);
		if (end == p->text.n)
			return;
		if (p->text.p[end] == '\r' && end + 1 < p->text.n &&
			p->text.p[end + 1] == '\n')
			end++;
		p->newlines += p->text.p[end] == '\n';
		p->at = end + 1;
	}
}

size_t places_byte(struct places *p, int line, int column)
{
	go_to(p, line > 0 ? (unsigned)line : 1);
	size_t col = column > 0 ? (size_t)column - 1 : 0;
	if (line <= 1)
		col -= col < p->shift ? col : p->shift;
	size_t end = line_end(p->text, p->at);
	return col < end - p->at ? p->at + col : end;
}

/* The place of byte `byte`, which is in the cursor's line. */
static struct loc loc_in_line(const struct places *p, size_t byte)
{
	if (!p->origin)
		return (struct loc){0};
	struct loc l = p->first;
	if (p->newlines) {
		l.line += p->newlines;
		l.column = 1;
	}
	for (size_t i = p->at; i < byte; i++)
		l.column += ((unsigned char)p->text.p[i] & 0xC0) != 0x80;
	return l;
}

struct loc places_loc(struct places *p, int line, int column)
{
	size_t byte = places_byte(p, line, column);
	return loc_in_line(p, byte);
}

struct loc places_near(struct places *p, int line, int column, struct str needle)
{
	size_t byte = places_byte(p, line, column);
	struct str whole = str_sub(p->text, p->at, line_end(p->text, p->at));
	size_t in = byte - p->at;
	size_t found = in + str_find(str_from(whole, in), needle);
	if (found >= whole.n)
		found = str_find(whole, needle);
	return loc_in_line(p, found < whole.n ? p->at + found : byte);
}
