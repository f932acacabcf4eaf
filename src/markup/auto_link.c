/*
 * auto_link.c: in running text, what is plainly an address becomes a link: https:// and
 * http:// addresses, e-mails, French phone numbers, and `[x](mon fichier.pdf)`, which
 * CommonMark leaves as text because of its blank.
 */
#include "markup/walk_internal.h"

#include "text/contact.h"

enum found_kind { FOUND_URL, FOUND_EMAIL, FOUND_PHONE, FOUND_BLANK, FOUND_KINDS };

struct found {
	size_t from, to; /* from == text's length: none from here on */
	struct phone phone;
	struct blank_link blank;
};

static bool word_byte(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (unsigned char)c >= 0x80;
}

/* The end of an address in s: a blank, a quote, a no-break space, a bracket. */
static size_t url_end(struct str s, size_t at)
{
	for (; at < s.n; at++) {
		unsigned char c = (unsigned char)s.p[at];
		struct str rest = str_sub(s, at, at + 3);
		if (c <= ' ' || strchr("<>\"`|{}", c) ||
			str_starts(rest, STR("\u00A0")) ||
			str_starts(rest, STR("\u202F")) || str_starts(rest, STR("«")) ||
			str_starts(rest, STR("»")) || str_starts(rest, STR("“")) ||
			str_starts(rest, STR("”")) || str_starts(rest, STR("…")))
			break;
	}
	return at;
}

/* Without the stop that ends the sentence, or a bracket that opened before. */
static size_t url_trim(struct str s, size_t from, size_t to)
{
	size_t open = 0, close = 0;
	for (size_t i = from; i < to; i++) {
		open += s.p[i] == '(';
		close += s.p[i] == ')';
	}
	while (to > from) {
		if (s.p[to - 1] == ')' ? close <= open
				       : !strchr("?!.,:;*_~'])", s.p[to - 1]))
			break;
		close -= s.p[to - 1] == ')';
		to--;
	}
	return to;
}

static void find_url(struct arena *a, struct str s, size_t at, struct found *f)
{
	(void)a;
	for (; at < s.n; at++) {
		at += str_find(str_from(s, at), STR("://"));
		size_t scheme = at >= 5 && !memcmp(s.p + at - 5, "https", 5)  ? 5
				: at >= 4 && !memcmp(s.p + at - 4, "http", 4) ? 4
									      : 0;
		if (at >= s.n || !scheme ||
			(at > scheme && word_byte(s.p[at - scheme - 1])))
			continue;
		f->from = at - scheme;
		f->to = url_trim(s, f->from, url_end(s, at + 3));
		if (f->to > at + 3 && word_byte(s.p[at + 3]))
			return;
	}
	f->from = s.n;
}

static bool email_byte(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '.' || c == '_' || c == '-' ||
	       c == '%' || c == '+';
}

static void find_email(struct arena *a, struct str s, size_t at, struct found *f)
{
	(void)a;
	for (size_t least = at; at < s.n; at++) {
		at += str_index(str_from(s, at), '@');
		if (at >= s.n)
			break;
		f->from = f->to = at;
		while (f->from > least && email_byte(s.p[f->from - 1]))
			f->from--;
		for (f->to++; f->to < s.n && email_byte(s.p[f->to]);)
			f->to++;
		while (s.p[f->to - 1] == '.' || s.p[f->to - 1] == '-')
			f->to--;
		if (f->from < at && f->to > at + 1 &&
			email_valid(str_sub(s, f->from, f->to)))
			return;
		least = at + 1;
	}
	f->from = s.n;
}

static void find_phone(struct arena *a, struct str s, size_t at, struct found *f)
{
	if (!phone_find(a, s, at, &f->from, &f->to, &f->phone))
		f->from = s.n;
}

static void find_blank(struct arena *a, struct str s, size_t at, struct found *f)
{
	(void)a;
	f->from = s.n;
	if (slip_link_blank(s, at, &f->blank)) {
		f->from = f->blank.from;
		f->to = f->blank.to;
	}
}

/* By kind: how the next one is found. */
static void (*const find[FOUND_KINDS])(struct arena *, struct str, size_t,
	struct found *) = {find_url, find_email, find_phone, find_blank};

static struct loc loc_of(struct walk *w, cmark_node *n, struct str seen)
{
	return places_near(&w->places, cmark_node_get_start_line(n),
		cmark_node_get_start_column(n), seen);
}

static void put_blank(
	struct walk *w, cmark_node *n, struct str s, const struct found *f)
{
	struct loc loc = loc_of(w, n, str_sub(s, f->from, f->to));
	struct str target = str_dup(w->a, f->blank.target);
	if (slip_said(w, SLIP_LINK_BLANK))
		diag_say(w->d, MSG_MARKUP_LINK_BLANK, loc, target);
	if (f->blank.image) {
		strbuf_add(&w->plain, f->blank.text);
		add_image(w, (struct body_image){.target = target,
				     .alt = str_dup(w->a, f->blank.text),
				     .loc = loc});
		return;
	}
	struct body_link link = {.target = target, .loc = loc};
	*list_add(w->scratch, &w->body->links) = link;
	size_t index = w->body->links.n - 1, from = w->plain.n;
	slot(w, PIECE_LINK_OPEN, index);
	words(w, f->blank.text);
	w->body->links.v[index].text = plain_since(w, from);
	slot(w, PIECE_LINK_CLOSE, index);
}

static void put_found(struct walk *w, cmark_node *n, struct str s, enum found_kind kind,
	const struct found *f)
{
	if (kind == FOUND_BLANK) {
		put_blank(w, n, s, f);
		return;
	}
	struct str seen = str_sub(s, f->from, f->to), shown = seen;
	struct body_link link = {.automatic = true, .loc = loc_of(w, n, seen)};
	if (kind == FOUND_URL) {
		link.target = str_dup(w->a, seen);
	} else if (kind == FOUND_EMAIL) {
		link.target = str_printf(w->a, "mailto:%.*s", STR_ARG(seen));
	} else {
		shown = f->phone.shown;
		link.target = str_printf(w->a, "tel:%.*s", STR_ARG(f->phone.tel));
	}
	link.text = str_dup(w->a, shown);
	add_link(w, link, shown);
}

void text_with_links(struct walk *w, cmark_node *n, struct str s)
{
	struct found next[FOUND_KINDS] = {0};
	size_t at = 0;
	for (int k = 0; k < FOUND_KINDS; k++)
		find[k](w->scratch, s, 0, &next[k]);
	for (;;) {
		enum found_kind first = FOUND_URL;
		for (enum found_kind k = FOUND_URL; k < FOUND_KINDS; k++) {
			if (next[k].from < at)
				find[k](w->scratch, s, at, &next[k]);
			if (next[k].from < next[first].from)
				first = k;
		}
		if (next[first].from >= s.n)
			break;
		if (next[first].from > at)
			words(w, str_sub(s, at, next[first].from));
		put_found(w, n, s, first, &next[first]);
		at = next[first].to;
	}
	if (at < s.n)
		words(w, str_from(s, at));
}
