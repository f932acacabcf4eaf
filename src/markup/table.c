/*
 * table.c: pipe tables, made from a paragraph whose second line is |---|---|. cmark
 * knows no tables: it gives text, marks and breaks; bars in text directly under the
 * paragraph are borders, breaks end rows. A mark that crosses a border is said, and
 * stays in the cell where it began.
 */
#include "markup/walk_internal.h"

enum { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

static const struct str align_class[] = {STR_INIT(""), STR_INIT(" class=\"gauche\""),
	STR_INIT(" class=\"centre\""), STR_INIT(" class=\"droite\"")};

static bool is_break(cmark_node *n)
{
	cmark_node_type t = cmark_node_get_type(n);
	return t == CMARK_NODE_SOFTBREAK || t == CMARK_NODE_LINEBREAK;
}

/* One cell of the rule, as ":--:": its alignment, or false. */
static bool rule_cell(struct str cell, unsigned char *align)
{
	cell = str_trim(cell);
	bool left = str_starts(cell, STR(":")),
	     right = cell.n > 1 && str_ends(cell, STR(":"));
	struct str dashes = str_sub(cell, left, cell.n - right);
	for (size_t i = 0; i < dashes.n; i++)
		if (dashes.p[i] != '-')
			return false;
	*align = left    ? right ? ALIGN_CENTRE : ALIGN_LEFT
		 : right ? ALIGN_RIGHT
			 : ALIGN_NONE;
	return dashes.n > 0;
}

/* Fill alignments from a rule; false when s is none. It holds one bar at least. */
static bool rule_read(struct str s, struct table *t)
{
	s = str_trim(s);
	if (!s.n || !strchr("|:-", s.p[0]) || str_index(s, '|') == s.n)
		return false;
	if (s.p[0] == '|')
		s = str_from(s, 1);
	struct str cell;
	for (t->columns = 0; str_cut(&s, '|', &cell); t->columns++)
		if (t->columns == TABLE_COLUMNS_MAX ||
			!rule_cell(cell, &t->align[t->columns]))
			return false;
	return t->columns > 0;
}

static bool whole_line(cmark_node *text)
{
	cmark_node *next = cmark_node_next(text);
	return !next || is_break(next);
}

void table_find(struct walk *w, cmark_node *paragraph)
{
	struct table *t = &w->table;
	cmark_node *last = NULL; /* break */
	bool bar = false;        /* in the line being read */
	t->part = TABLE_NONE;
	for (cmark_node *n = cmark_node_first_child(paragraph); n;
		n = cmark_node_next(n)) {
		if (is_break(n)) {
			cmark_node *text = cmark_node_next(n);
			if (bar && text &&
				cmark_node_get_type(text) == CMARK_NODE_TEXT &&
				whole_line(text) &&
				rule_read(str_of(cmark_node_get_literal(text)), t)) {
				t->part = TABLE_TO_COME;
				t->paragraph = paragraph;
				t->before = last;
				t->rule = text;
				return;
			}
			last = n;
			bar = false;
		} else if (!bar && cmark_node_get_type(n) == CMARK_NODE_TEXT) {
			bar = strchr(cmark_node_get_literal(n), '|') != NULL;
		}
	}
}

bool table_here(const struct walk *w, const cmark_node *parent)
{
	return w->table.part > TABLE_TO_COME && parent == w->table.paragraph;
}

/* « Tableau : Tarifs de la salle », after the heading above it. */
static void label(struct walk *w)
{
	html_lit(w, "Tableau");
	if (w->table.count > 1)
		strbuf_printf(&w->html, "\u00A0%u", w->table.count);
	if (w->body->headings.n) {
		html_lit(w, "\u00A0: ");
		put_escaped(
			&w->html, w->body->headings.v[w->body->headings.n - 1].text);
	}
}

void table_open(struct walk *w)
{
	struct table *t = &w->table;
	t->part = TABLE_HEADER;
	t->row = t->cell = t->body = t->row_heads = t->straddle_said = false;
	t->count++;
	fresh_line(w);
	html_lit(w, "<section class=\"tableau\" tabindex=\"0\" aria-label=\"");
	label(w);
	html_lit(w, "\">\n<table>\n<thead>\n");
	w->lines.start = false;
}

static struct str cell_tag(const struct table *t)
{
	if (t->part == TABLE_HEADER)
		return STR("<th scope=\"col\"");
	return t->row_heads && t->column == 0 ? STR("<th scope=\"row\"") : STR("<td");
}

static void cell_open(struct walk *w)
{
	struct table *t = &w->table;
	if (!t->row) {
		if (t->part == TABLE_BODY && !t->body)
			html_lit(w, "<tbody>\n");
		t->body = t->part == TABLE_BODY;
		html_lit(w, "<tr>");
		t->row = true;
		t->column = 0;
	}
	t->cell = true;
	w->typo = (struct typography){0};
	t->cell_at = walk_mark(w);
	html(w, cell_tag(t));
	html(w, t->column < t->columns ? align_class[t->align[t->column]] : STR(""));
	html_lit(w, ">");
}

static bool blank_tail(const struct walk *w)
{
	return w->html.n > w->cut && w->html.p[w->html.n - 1] == ' ';
}

static void cell_close(struct walk *w)
{
	struct table *t = &w->table;
	raw_leave(w, t->paragraph);
	while (blank_tail(w))
		w->html.n--;
	bool head = t->part == TABLE_HEADER || (t->row_heads && t->column == 0);
	/* A header cell that says nothing would be read as one. */
	if (head && w->html.p[w->html.n - 1] == '>' &&
		w->body->pieces.n == t->cell_at.pieces &&
		str_trim(str_from(strbuf_str(&w->plain), t->cell_at.plain)).n == 0) {
		walk_back(w, t->cell_at);
		html_lit(w, "<td></td>");
		t->row_heads |= t->part == TABLE_HEADER && t->column == 0;
	} else {
		html(w, head ? STR("</th>") : STR("</td>"));
	}
	words_apart(w);
	t->cell = false;
	t->column++;
}

void table_inline(struct walk *w)
{
	if (!w->table.cell && w->table.part != TABLE_RULE)
		cell_open(w);
}

static struct str without_blanks(struct str s)
{
	size_t i = 0;
	while (i < s.n && ascii_blank(s.p[i]))
		i++;
	return str_from(s, i);
}

void table_text(struct walk *w, cmark_node *n, struct str s)
{
	struct table *t = &w->table;
	if (t->part == TABLE_RULE)
		return;
	if (!t->row) {
		struct str trimmed = str_trim(s);
		if (trimmed.n && trimmed.p[0] == '|')
			s = str_from(s, (size_t)(trimmed.p - s.p) + 1);
	}
	while (s.n) {
		size_t bar = str_index(s, '|');
		struct str part = str_sub(s, 0, bar);
		if (!t->cell)
			part = without_blanks(part);
		if (part.n || bar < s.n)
			table_inline(w);
		if (part.n)
			text_put(w, n, part);
		if (bar < s.n)
			cell_close(w);
		s = str_from(s, bar + 1);
	}
}

/* A row shorter than its header gets one empty cell for the rest. */
static void row_close(struct walk *w)
{
	struct table *t = &w->table;
	if (t->cell)
		cell_close(w);
	if (!t->row)
		return;
	if (t->part == TABLE_HEADER && t->column > t->columns)
		t->columns =
			t->column < TABLE_COLUMNS_MAX ? t->column : TABLE_COLUMNS_MAX;
	if (t->column > t->columns) {
		if (slip_said(w, SLIP_OTHER))
			diag_say(w->d, MSG_MARKUP_TABLE_ROW,
				slip_line_loc(w, w->lines.number),
				str_printf(w->scratch, "%u", t->column),
				str_printf(w->scratch, "%u", t->columns));
	} else if (t->columns - t->column > 1) {
		strbuf_printf(
			&w->html, "<td colspan=\"%u\"></td>", t->columns - t->column);
	} else if (t->columns > t->column) {
		html_lit(w, "<td></td>");
	}
	html_lit(w, "</tr>\n");
	t->row = false;
}

void table_break(struct walk *w, cmark_node *n)
{
	struct table *t = &w->table;
	w->lines.number++;
	if (cmark_node_parent(n) != t->paragraph) {
		table_straddle(w, n);
		words_apart(w);
		html_lit(w, " ");
		return;
	}
	row_close(w);
	if (t->part == TABLE_HEADER)
		html_lit(w, "</thead>\n");
	t->part = t->part == TABLE_HEADER ? TABLE_RULE : TABLE_BODY;
}

void table_straddle(struct walk *w, cmark_node *n)
{
	if (w->table.straddle_said || !slip_said(w, SLIP_OTHER))
		return;
	w->table.straddle_said = true;
	while (cmark_node_parent(n) != w->table.paragraph)
		n = cmark_node_parent(n);
	diag_say(w->d, MSG_MARKUP_TABLE_STRADDLE,
		places_loc(&w->places, cmark_node_get_start_line(n),
			cmark_node_get_start_column(n)));
}

void table_close(struct walk *w)
{
	struct table *t = &w->table;
	row_close(w);
	if (t->part == TABLE_HEADER)
		html_lit(w, "</thead>\n");
	html(w, t->body ? STR("</tbody>\n</table>\n</section>\n")
			: STR("</table>\n</section>\n"));
	words_apart(w);
	t->part = TABLE_NONE;
}
