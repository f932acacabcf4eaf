/*
 * slips.c: what people new to Markdown type instead of what they mean. Each is said at
 * its place with the cure; the text is shown as CommonMark reads it.
 */
#include "markup/walk_internal.h"

#include "text/utf8.h"

/* Lines this short, one under the other, are not running text that was wrapped. */
#define SHORT_LINE 42

bool slip_said(struct walk *w, enum slip s)
{
	return w->said[s]++ < SLIP_SAID_MAX;
}

static struct loc loc_of(struct walk *w, cmark_node *n, struct str needle)
{
	return places_near(&w->places, cmark_node_get_start_line(n),
		cmark_node_get_start_column(n), needle);
}

static bool starts_no_break(struct str s)
{
	return str_starts(s, STR("\u00A0")) || str_starts(s, STR("\u202F"));
}

/* The column, for cmark, of the first word of a line of the paragraph. */
static int line_column(struct walk *w, unsigned line)
{
	const struct lines *l = &w->lines;
	if ((int)line == l->first)
		return l->column;
	/* The marks of the quotes and lists around it come first. */
	size_t n = 0;
	struct str rest =
		str_from(w->places.text, places_byte(&w->places, (int)line, 1));
	while (n < rest.n &&
		(rest.p[n] == ' ' || rest.p[n] == '\t' || rest.p[n] == '>'))
		n++;
	return (int)n + 1;
}

struct loc slip_line_loc(struct walk *w, unsigned line)
{
	return places_loc(&w->places, (int)line, line_column(w, line));
}

static bool escaped(struct walk *w, unsigned line)
{
	size_t byte = places_byte(&w->places, (int)line, line_column(w, line));
	return byte < w->places.text.n && w->places.text.p[byte] == '\\';
}

/* "###" then a no-break space, or "##Titre" without any space. */
static void heading_slip(struct walk *w, cmark_node *n, struct str s)
{
	size_t marks = 0;
	while (marks < s.n && s.p[marks] == '#')
		marks++;
	struct str after = str_from(s, marks), hashes = str_sub(s, 0, marks);
	if (!marks || marks > 6 || !after.n)
		return;
	bool no_break = starts_no_break(after);
	/* One « #mot » may be a hashtag. */
	if (!no_break && (marks == 1 || ascii_blank(after.p[0]) || after.p[0] == '\\'))
		return;
	if (!escaped(w, w->lines.number) && slip_said(w, SLIP_HEADING))
		diag_say(w->d,
			no_break ? MSG_MARKUP_HEADING_NO_BREAK
				 : MSG_MARKUP_HEADING_STUCK,
			loc_of(w, n, hashes), hashes);
}

static const struct str bullets[] = {STR_INIT("•"), STR_INIT("‣"), STR_INIT("▪"),
	STR_INIT("●"), STR_INIT("◦"), STR_INIT("·"), STR_INIT("➢"), STR_INIT("\uF0B7"),
	STR_INIT("\uF0A7")};

static void bullet_slip(struct walk *w, cmark_node *n, struct str s)
{
	for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
		struct str after = str_from(s, bullets[i].n);
		if (!str_starts(s, bullets[i]) ||
			!(starts_no_break(after) ||
				(after.n && ascii_blank(after.p[0]))))
			continue;
		if (slip_said(w, SLIP_BULLET))
			diag_say(w->d, MSG_MARKUP_BULLET, loc_of(w, n, bullets[i]),
				bullets[i]);
		w->lines.bullet = true;
		return;
	}
}

/*
 * Lines one under the other that begin with a long dash, or with a hyphen glued to its
 * word: one such line may be a dialogue or a number below zero.
 */
static void dash_slip(struct walk *w, cmark_node *n, struct str s)
{
	static const struct str dashes[] = {
		STR_INIT("– "), STR_INIT("— "), STR_INIT("-")};
	struct lines *l = &w->lines;
	size_t i = 0;
	while (i < 3 && !str_starts(s, dashes[i]))
		i++;
	bool glued = i == 2 && s.n > 1 &&
		     (ascii_alpha(s.p[1]) || (unsigned char)s.p[1] >= 0xC3);
	if (i == 3 || (i == 2 && !glued))
		return;
	if (l->dash_line + 1 != l->number) {
		l->dash_line = l->number;
		return;
	}
	l->bullet = true;
	if (slip_said(w, SLIP_BULLET))
		diag_say(w->d, glued ? MSG_MARKUP_DASH_GLUED : MSG_MARKUP_BULLET,
			loc_of(w, n, dashes[i]), str_trim(dashes[i]));
}

/* What other programs read otherwise: `::: tip` for a box, `[[toc]]` for a contents. */
static void other_dialect(struct walk *w, cmark_node *n, struct str s)
{
	struct str low = str_lower_ascii(w->scratch, str_sub(s, 0, 8));
	if (str_starts(s, STR(":::")) && str_trim(s).n > 3 && slip_said(w, SLIP_OTHER))
		diag_say(w->d, MSG_MARKUP_CONTAINER, loc_of(w, n, STR(":::")));
	if ((str_starts(low, STR("[[toc]]")) || str_starts(low, STR("[toc]"))) &&
		slip_said(w, SLIP_OTHER))
		diag_say(
			w->d, MSG_MARKUP_CONTENTS, loc_of(w, n, STR("[")), str_trim(s));
}

void slip_line_start(struct walk *w, cmark_node *n, struct str s)
{
	struct lines *l = &w->lines;
	l->start = false;
	if (!s.n)
		return;
	if (s.p[0] == '#')
		heading_slip(w, n, s);
	if (s.p[0] == ':' || s.p[0] == '[')
		other_dialect(w, n, s);
	if ((unsigned char)s.p[0] >= 0x80 && !l->bullet)
		bullet_slip(w, n, s);
	if (!l->bullet)
		dash_slip(w, n, s);
	/* Two lines with bars and no rule between: a table that is none. */
	if (s.p[0] == '|' && w->table.part == TABLE_NONE) {
		if (l->number == l->pipe_line + 1 && !l->pipe &&
			slip_said(w, SLIP_TABLE)) {
			diag_say(w->d, MSG_MARKUP_TABLE_NO_RULE,
				slip_line_loc(w, l->pipe_line));
			l->pipe = true;
		}
		l->pipe_line = l->number;
	}
}

/* "61200 Argentan": five figures as a word, a blank, a letter. */
static bool has_postcode(struct str s)
{
	for (size_t i = 0; i + 6 < s.n; i++) {
		size_t n = 0;
		while (i + n < s.n && ascii_digit(s.p[i + n]))
			n++;
		unsigned char next =
			i + n + 1 < s.n ? (unsigned char)s.p[i + n + 1] : 0;
		if (n == 5 && s.p[i + n] == ' ' &&
			((next >= 'A' && next <= 'Z') || next >= 0xC3))
			return true;
		if (n)
			i += n;
	}
	return false;
}

/* utf8_count of what is valid, which what cmark gives is. */
static size_t count_valid(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

void slip_line_end(struct walk *w, bool soft)
{
	struct lines *l = &w->lines;
	struct str line = str_trim(str_from(strbuf_str(&w->plain), l->from));
	if (line.n && line.n < 2 * SHORT_LINE && count_valid(line) <= SHORT_LINE) {
		if (!l->run++)
			l->run_line = l->number;
		l->run_postcode |= has_postcode(line);
	} else {
		l->run = 0;
		l->run_postcode = false;
	}
	if (l->run > 1 && l->run_postcode && !l->address) {
		l->address = true;
		if (slip_said(w, SLIP_ADDRESS))
			diag_say(w->d, MSG_MARKUP_ADDRESS,
				slip_line_loc(w, l->run_line));
	}
	/* The author's own break: what comes next stands by itself. */
	if (!soft) {
		l->run = 0;
		l->run_postcode = false;
	}
	l->number++;
	l->from = w->plain.n;
	l->start = true;
}

void slip_paragraph_start(struct walk *w, cmark_node *n)
{
	int first = cmark_node_get_start_line(n);
	w->lines = (struct lines){.start = true,
		.from = w->plain.n,
		.number = (unsigned)first,
		.first = first,
		.column = cmark_node_get_start_column(n),
		.pipe_line = (unsigned)-2,
		.dash_line = (unsigned)-2};
}

void slip_paragraph_end(struct walk *w, cmark_node *n)
{
	(void)n;
	slip_line_end(w, true);
	w->lines.start = false;
}

/* `** gras **`: two pairs of stars left in one text, with a blank inside one of them.
 */
void slip_strong(struct walk *w, cmark_node *n, struct str s)
{
	for (size_t open = str_find(s, STR("**")); open < s.n;) {
		struct str inside = str_from(s, open + 2);
		size_t close = str_find(inside, STR("**"));
		struct str text = str_sub(inside, 0, close), bare = str_trim(text);
		if (close == inside.n)
			return;
		if (bare.n && bare.n < text.n && str_index(bare, '*') == bare.n &&
			slip_said(w, SLIP_STRONG))
			diag_say(w->d, MSG_MARKUP_STRONG,
				loc_of(w, n, str_sub(s, open, open + close + 4)), bare);
		open += close + 4;
		open += str_find(str_from(s, open), STR("**"));
	}
}

/* A target with a blank that can only be a file's name: no quote, no bracket inside. */
static bool target_plain(struct str s)
{
	bool blank = false;
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("<>()[]\"\n|", s.p[i]))
			return false;
		blank |= s.p[i] == ' ' || s.p[i] == '\t';
	}
	struct str last =
		str_from(s, str_rindex(s, '/') < s.n ? str_rindex(s, '/') : 0);
	size_t dot = str_rindex(last, '.');
	return blank && dot < last.n && last.n - dot >= 3 && last.n - dot <= 6 &&
	       str_find(str_from(last, dot), STR(" ")) == last.n - dot;
}

bool slip_link_blank(struct str s, size_t at, struct blank_link *out)
{
	while (at < s.n) {
		size_t open = at + str_index(str_from(s, at), '[');
		size_t mid = open + str_find(str_from(s, open), STR("]("));
		size_t close = mid + str_index(str_from(s, mid), ')');
		if (close >= s.n)
			return false;
		/* The bracket nearest to the middle: "[a [b](c d.pdf)" links b. */
		open += str_rindex(str_sub(s, open, mid), '[');
		struct str target = str_trim(str_sub(s, mid + 2, close));
		if (mid > open + 1 && target_plain(target)) {
			bool image = open > at && s.p[open - 1] == '!';
			*out = (struct blank_link){.text = str_sub(s, open + 1, mid),
				.target = target,
				.from = open - image,
				.to = close + 1,
				.image = image};
			return true;
		}
		at = mid + 2;
	}
	return false;
}

/* An address, not a remark between brackets: no blank, and signs of one. */
static bool like_address(struct str s)
{
	if (s.n < 5 || str_index(s, ' ') < s.n || str_index(s, '\n') < s.n)
		return false;
	struct str end = str_from(s, str_rindex(s, '.'));
	return str_starts(s, STR("http")) || str_starts(s, STR("www.")) ||
	       str_starts(s, STR("mailto:")) || str_starts(s, STR("tel:")) ||
	       str_is(end, ".md") || str_is(end, ".pdf") || str_is(end, ".jpg") ||
	       str_is(end, ".png") || str_is(end, ".html");
}

#define SHAPE_MAX 300 /* bytes of the text and of the address of a link nearly right */

/* How people write a link nearly right: what stands between text and address. */
static const struct shape {
	char open; /* before the text */
	struct str between;
	char close; /* after the address */
} shapes[] = {
	{'[', STR_INIT("] ("), ')'}, /* [texte] (adresse) */
	{'(', STR_INIT(")["), ']'},  /* (texte)[adresse] */
	{'[', STR_INIT("]("), 0},    /* [texte](adresse never closed */
};

static bool say_shape(struct walk *w, cmark_node *n, struct str s, size_t mid,
	const struct shape *shape)
{
	/* A long way back or forth is no link: a hostile text has thousands of brackets. */
	size_t back = mid > SHAPE_MAX ? mid - SHAPE_MAX : 0;
	size_t open = back + str_rindex(str_sub(s, back, mid), shape->open);
	struct str rest = str_from(s, mid + shape->between.n);
	rest = str_sub(rest, 0, SHAPE_MAX);
	size_t end = shape->close ? str_index(rest, shape->close) : 0;
	while (!shape->close && end < rest.n && !strchr(" \t)<", rest.p[end]))
		end++;
	if (open >= mid || (shape->close ? end == rest.n : end < rest.n))
		return false;
	struct str text = str_sub(s, open + 1, mid), address = str_sub(rest, 0, end);
	if (!text.n || !like_address(address) || !slip_said(w, SLIP_LINK_SHAPE))
		return false;
	diag_say(w->d, MSG_MARKUP_LINK_SHAPE, loc_of(w, n, str_sub(s, open, mid)), text,
		address);
	return true;
}

void slip_link_shape(struct walk *w, cmark_node *n, struct str s)
{
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		size_t mid = 0;
		for (;;) {
			mid += str_find(str_from(s, mid), shapes[i].between);
			if (mid >= s.n)
				break;
			say_shape(w, n, s, mid, &shapes[i]);
			mid += shapes[i].between.n;
		}
	}
}

void slip_link_target(struct walk *w, cmark_node *n, struct body_link *link)
{
	(void)n;
	struct str head = str_lower_ascii(w->scratch, str_sub(link->target, 0, 4));
	if (!str_is(head, "www."))
		return;
	struct str whole = str_printf(w->a, "https://%.*s", STR_ARG(link->target));
	if (slip_said(w, SLIP_LINK_WWW))
		diag_say(w->d, MSG_MARKUP_LINK_WWW, link->loc, link->target, whole);
	link->target = whole;
}

void slip_notes_say(struct walk *w)
{
	if (w->notes)
		diag_say(w->d, MSG_MARKUP_FOOTNOTE, w->notes_loc);
}
