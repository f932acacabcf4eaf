/*
 * elected.c: elected people, their commissions and the staff, as HTML: on a page of their
 * own and in blocks. Classes are part of what themes may count on (docs/themes.md).
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/feminine.h"
#include "text/typography.h"

static const struct value *sheet_of(const struct render *r)
{
	return r->w->site->sheets[SHEET_PEOPLE];
}

static struct str name_of(struct render *r, const struct value *p)
{
	struct str first = value_text(p, "prenom"), last = value_text(p, "nom");
	return typography_of(
		r->page, str_printf(r->page, "%.*s%s%.*s", STR_ARG(first),
				 first.n && last.n ? " " : "", STR_ARG(last)));
}

/* « Première adjointe » */
static struct str function_of(struct render *r, const struct value *p)
{
	const struct value *civility = value_get(p, "civilite");
	struct str f = value_text(p, "fonction");
	if (value_given(civility))
		f = function_agreed(r->page, f, civility->as.choice % 2 == 0);
	return typography_of(r->page, first_upper(r->page, f));
}

static void put_line(
	struct render *r, const char *class, struct str words, struct strbuf *out)
{
	if (!words.n)
		return;
	strbuf_printf(out, "<p class=\"%s\">", class);
	escape_html(out, typography_of(r->page, words));
	strbuf_lit(out, "</p>\n");
}

static void put_photo(
	struct render *r, struct str prefix, const struct value *p, struct strbuf *out)
{
	struct str path = value_text(p, "photo");
	if (!path.n || !web_shows(r->w, path))
		return;
	/* The name stands beside it: a voice need not say it twice. */
	struct shown_picture x = {.path = path,
		.prefix = prefix,
		.class = "elu-photo",
		.sizes = STR("5rem"),
		.lazy = true};
	picture_put(r, &x, out);
	strbuf_byte(out, '\n');
}

static void put_contact(const struct value *p, struct strbuf *out)
{
	const struct value *phone = value_get(p, "telephone"),
			   *email = value_get(p, "courriel");
	if (value_given(phone) && phone->as.phone.tel.n) {
		strbuf_lit(out,
			"<p class=\"elu-contact\"><a class=\"numero\" href=\"tel:");
		escape_html(out, phone->as.phone.tel);
		strbuf_lit(out, "\">");
		escape_html(out, phone->as.phone.shown);
		strbuf_lit(out, "</a></p>\n");
	}
	if (value_given(email) && email->text.n) {
		strbuf_lit(out, "<p class=\"elu-contact\"><a href=\"mailto:");
		escape_html(out, email->text);
		strbuf_lit(out, "\">");
		escape_html(out, email->text);
		strbuf_lit(out, "</a></p>\n");
	}
}

static void put_person(
	struct render *r, struct str prefix, const struct value *p, struct strbuf *out)
{
	struct str name = name_of(r, p), function = function_of(r, p);
	struct str tasks = list_joined(r->page, value_get(p, "delegations"));
	if (!tasks.n)
		tasks = list_joined(r->page, value_get(p, "missions"));
	struct str when = value_text(p, "permanence");
	strbuf_lit(out, "<li class=\"elu\">\n");
	put_photo(r, prefix, p, out);
	strbuf_lit(out, "<div class=\"elu-mots\">\n");
	put_line(r, "elu-nom", name.n ? name : function, out);
	put_line(r, "elu-fonction", name.n ? function : name, out);
	put_line(r, "elu-charges", first_upper(r->page, tasks), out);
	if (when.n)
		put_line(r, "elu-quand",
			str_printf(r->page, "Permanence : %.*s", STR_ARG(when)), out);
	put_line(r, "elu-quand", first_upper(r->page, value_text(p, "presence")), out);
	put_contact(p, out);
	strbuf_lit(out, "</div>\n</li>\n");
}

static void put_list(
	struct render *r, struct str prefix, const char *key, struct strbuf *out)
{
	const struct value *list = value_get(sheet_of(r), key);
	if (!value_count(list))
		return;
	strbuf_lit(out, "<ul class=\"elus\">\n");
	for (size_t i = 0; i < value_count(list); i++)
		put_person(r, prefix, value_at(list, i), out);
	strbuf_lit(out, "</ul>\n");
}

/* ---- commissions: each with its members, in the order they are first met ---- */

static bool list_has(const struct value *list, struct str word)
{
	for (size_t i = 0; i < value_count(list); i++)
		if (str_eq(value_at(list, i)->text, word))
			return true;
	return false;
}

static struct str_list commissions_of(struct render *r)
{
	const struct value *people = value_get(sheet_of(r), "elus");
	struct str_list all = {0};
	for (size_t i = 0; i < value_count(people); i++) {
		const struct value *own = value_get(value_at(people, i), "commissions");
		for (size_t k = 0; k < value_count(own); k++) {
			struct str name = value_at(own, k)->text;
			size_t j = 0;
			while (j < all.n && !str_eq(all.v[j], name))
				j++;
			if (j == all.n)
				*list_add(r->page, &all) = name;
		}
	}
	return all;
}

static void put_members(struct render *r, struct str commission, struct strbuf *out)
{
	const struct value *people = value_get(sheet_of(r), "elus");
	bool any = false;
	for (size_t i = 0; i < value_count(people); i++) {
		const struct value *p = value_at(people, i);
		if (!list_has(value_get(p, "commissions"), commission))
			continue;
		if (any)
			strbuf_lit(out, ", ");
		escape_html(out, name_of(r, p));
		any = true;
	}
}

static void put_commissions(struct render *r, struct strbuf *out)
{
	struct str_list all = commissions_of(r);
	if (!all.n)
		return;
	strbuf_lit(out, "<dl class=\"commissions\">\n");
	for (size_t i = 0; i < all.n; i++) {
		strbuf_lit(out, "<div><dt>");
		escape_html(
			out, typography_of(r->page, first_upper(r->page, all.v[i])));
		strbuf_lit(out, "</dt><dd>");
		put_members(r, all.v[i], out);
		strbuf_lit(out, "</dd></div>\n");
	}
	strbuf_lit(out, "</dl>\n");
}

/* ---- a block, and the page ---- */

void people_block(struct render *r, struct str prefix, const struct value *settings,
	struct strbuf *out)
{
	const struct value *group = value_get(settings, "groupe");
	struct str which = value_given(group) ? group->text : STR("elus");
	if (str_is(which, "commissions"))
		put_commissions(r, out);
	else if (str_is(which, "agents"))
		put_list(r, prefix, "agents", out);
	else
		put_list(r, prefix, "elus", out);
}

void people_put(struct render *r, struct str prefix, struct strbuf *out)
{
	const struct value *sheet = sheet_of(r);
	if (value_count(value_get(sheet, "elus")))
		strbuf_lit(out, "<h2>Le conseil municipal</h2>\n");
	put_list(r, prefix, "elus", out);
	if (commissions_of(r).n)
		strbuf_lit(out, "<h2>Les commissions</h2>\n");
	put_commissions(r, out);
	if (value_count(value_get(sheet, "agents")))
		strbuf_lit(out, "<h2>Les agents de la commune</h2>\n");
	put_list(r, prefix, "agents", out);
}
