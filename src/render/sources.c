/*
 * sources.c: the page of sources: each catalogue that the site's procedures come from,
 * its publisher, its licence, its version, the dates of its facts; and the theme, when it
 * comes from a repository.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

#define COMMIT_SHOWN 10 /* figures of 40: enough to find it */

struct dates {
	size_t n; /* procedures shown here that the catalogue defined */
	struct date first, last;
};

static struct dates dates_of(const struct render *r, struct str layer)
{
	struct dates d = {0};
	for (size_t i = 0; i < r->w->procedures.all.n; i++) {
		const struct procedure *p = &r->w->procedures.all.v[i];
		const struct value *v = value_get(p->v, "verifie_le");
		if (p->hidden || !str_eq(p->defined_by, layer))
			continue;
		d.n++;
		if (!value_given(v))
			continue;
		struct date day = v->as.moment.day;
		if (!d.first.year || date_cmp(day, d.first) < 0)
			d.first = day;
		if (!d.last.year || date_cmp(day, d.last) > 0)
			d.last = day;
	}
	return d;
}

static void put_row(struct strbuf *b, const char *name, struct str html)
{
	if (html.n)
		strbuf_printf(b, "<dt>%s</dt>\n<dd>%.*s</dd>\n", name, STR_ARG(html));
}

static struct str escaped(struct arena *a, struct str s)
{
	struct strbuf b = strbuf_on(a);
	escape_html(&b, typography_of(a, s));
	return strbuf_str(&b);
}

static struct str anchor(
	struct arena *a, const char *scheme, struct str href, struct str shown)
{
	struct strbuf b = strbuf_on(a);
	if (!href.n)
		return href;
	strbuf_printf(&b, "<a href=\"%s", scheme);
	escape_html(&b, href);
	strbuf_lit(&b, "\">");
	escape_html(&b, shown);
	strbuf_lit(&b, "</a>");
	return strbuf_str(&b);
}

static struct str dates_text(struct arena *a, const struct dates *d)
{
	struct strbuf b = strbuf_on(a);
	strbuf_printf(&b, "%zu", d->n);
	if (!d->first.year)
		return strbuf_str(&b);
	strbuf_add(&b, d->n > 1 ? STR(", vérifiées ") : STR(", vérifiée "));
	if (date_cmp(d->first, d->last) == 0)
		strbuf_printf(&b, "le %.*s", STR_ARG(date_text_short(a, d->first)));
	else
		strbuf_printf(&b, "du %.*s au %.*s",
			STR_ARG(date_text_short(a, d->first)),
			STR_ARG(date_text_short(a, d->last)));
	return strbuf_str(&b);
}

/* « v2026.2, du 24 novembre 2026 (1a2b3c4d5e) »: what is pinned, on the commune's clock. */
static struct str pin_text(struct render *r, const struct source *src)
{
	struct strbuf b = strbuf_on(r->page);
	long long utc;
	if (!src->pin.commit.n)
		return (struct str){0};
	if (src->pin.version.n && !str_eq(src->pin.version, src->pin.commit)) {
		strbuf_add(&b, escaped(r->page, src->pin.version));
		strbuf_lit(&b, ", ");
	}
	if (utc_of_rfc3339(src->pin.date, &utc)) {
		struct moment m = moment_of_utc(r->w->site->commune.zone, utc);
		strbuf_printf(&b, "du <time datetime=\"%.*s\">%.*s</time> ",
			STR_ARG(date_iso(r->page, m.day)),
			STR_ARG(date_text_short(r->page, m.day)));
	}
	strbuf_printf(&b, "(<code>%.*s</code>)",
		STR_ARG(str_sub(src->pin.commit, 0, COMMIT_SHOWN)));
	return strbuf_str(&b);
}

/* Repositories that a reader can open; a path or an account is not for readers. */
static struct str repository(struct arena *a, const struct source *src)
{
	struct str address = src->pin.address;
	if (!str_starts(address, STR("https://")))
		return (struct str){0};
	return anchor(a, "", address, str_from(address, strlen("https://")));
}

static void put_catalogue(
	struct render *r, const struct catalogue *c, struct strbuf *out)
{
	struct arena *a = r->page;
	const struct value *contact = value_get(c->about, "contact");
	struct str link = value_text(contact, "lien"),
		   mail = value_text(contact, "courriel");
	struct dates d = dates_of(r, c->name);
	strbuf_printf(out, "<h2>%.*s</h2>\n<dl>\n",
		STR_ARG(escaped(a, value_text(c->about, "nom"))));
	put_row(out, "Éditeur", escaped(a, value_text(c->about, "editeur")));
	put_row(out, "Licence", escaped(a, value_text(c->about, "licence")));
	put_row(out, "Version", escaped(a, value_text(c->about, "version")));
	put_row(out, "Publication", pin_text(r, c->source));
	put_row(out, "Démarches reprises", dates_text(a, &d));
	put_row(out, "Site", anchor(a, "", link, host_of(link)));
	put_row(out, "Dépôt", repository(a, c->source));
	put_row(out, "Courriel", anchor(a, "mailto:", mail, mail));
	strbuf_lit(out, "</dl>\n");
}

/* A theme that came with Tambour, or with the commune, needs no credit here. */
static void put_theme(struct render *r, struct strbuf *out)
{
	for (size_t i = 0; i < r->theme->n; i++) {
		const struct source *src = r->theme->chain[i].source;
		const struct value *about = r->theme->chain[i].about;
		if (!src->pin.commit.n)
			continue;
		strbuf_printf(out, "<h2>Thème « %.*s »</h2>\n<dl>\n",
			STR_ARG(escaped(r->page, value_text(about, "nom"))));
		put_row(out, "Éditeur", escaped(r->page, value_text(about, "editeur")));
		put_row(out, "Licence", escaped(r->page, value_text(about, "licence")));
		put_row(out, "Version", escaped(r->page, value_text(about, "version")));
		put_row(out, "Publication", pin_text(r, src));
		put_row(out, "Dépôt", repository(r->page, src));
		strbuf_lit(out, "</dl>\n");
	}
}

static void put_own(struct render *r, struct strbuf *out)
{
	struct dates own = dates_of(r, (struct str){0});
	if (!own.n)
		return;
	strbuf_lit(out, "<h2>La mairie</h2>\n<dl>\n");
	put_row(out, "Démarches écrites par la mairie", dates_text(r->page, &own));
	strbuf_lit(out, "</dl>\n");
}

void sources_put(struct render *r, struct strbuf *out)
{
	const struct site *site = r->w->site;
	if (site->catalogues.n)
		strbuf_lit(out, "<p>Les démarches de ce site viennent des catalogues "
				"ci-dessous, que la mairie complète.</p>\n");
	else
		strbuf_lit(
			out, "<p>Les textes de ce site sont ceux de la mairie.</p>\n");
	for (size_t i = 0; i < site->catalogues.n; i++)
		put_catalogue(r, &site->catalogues.v[i], out);
	put_own(r, out);
	put_theme(r, out);
	open_data_put(r, out);
}
