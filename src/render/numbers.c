/*
 * numbers.c: numbers to call, those of the whole country and the commune's own, for the
 * home page and for numeros-utiles.html. Whether that page stands is resolve's business.
 */
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

/*
 * Numbers of the whole country, free of charge: common knowledge in November 2026, to be
 * looked at again when one changes. `home`: those that the home page shows. 116 117 is left to each commune: it does not answer everywhere.
 */
static const struct {
	const char *number, *shown, *name, *what;
	bool home;
} national[] = {
	{"15", "15", "Samu",
		"un malaise, une blessure grave, un conseil médical urgent", true},
	{"17", "17", "Police ou gendarmerie", "un danger, un vol, une agression", true},
	{"18", "18", "Pompiers", "un incendie, un accident", true},
	{"112", "112", "Toutes les urgences", "partout en Europe", true},
	{"114", "114", "Urgences sans parler",
		"par message ou en vidéo, pour les personnes sourdes ou malentendantes, "
		"et pour qui ne peut pas parler",
		true},
	{"115", "115", "Samu social", "une personne sans abri", false},
	{"119", "119", "Enfance en danger",
		"un enfant maltraité, ou qui risque de l’être", false},
	{"3919", "39\u00a019", "Violences femmes info", "écoute, anonyme, jour et nuit",
		false},
};
#define NATIONAL (sizeof national / sizeof *national)

struct view urgences_view(struct render *r)
{
	struct arena *a = r->page;
	struct view *list = arena_list(a, NATIONAL, struct view);
	size_t n = 0;
	for (size_t i = 0; i < NATIONAL; i++) {
		if (!national[i].home)
			continue;
		struct view *phone = view_new(a, telephone), *v = view_new(a, urgence);
		phone[V_telephone_numero] = view_text(str_of(national[i].shown));
		phone[V_telephone_appel] =
			view_text(str_printf(a, "tel:%s", national[i].number));
		v[V_urgence_urgence_qui] = view_text(str_of(national[i].name));
		v[V_urgence_urgence_appel] = view_record(phone);
		list[n++] = view_record(v);
	}
	return view_list(list, n);
}

static void put_number(struct render *r, struct str tel, struct str shown,
	struct str name, struct str what, struct strbuf *out)
{
	strbuf_lit(out, "<li class=\"numero-utile\"><a class=\"numero\" href=\"tel:");
	escape_html(out, tel);
	strbuf_lit(out, "\">");
	escape_html(out, shown);
	strbuf_lit(out, "</a> <span class=\"numero-utile-mots\"><strong>");
	escape_html(out, typography_of(r->page, name));
	strbuf_lit(out, "</strong>");
	if (what.n) {
		strbuf_lit(out, " <span class=\"numero-utile-pour\">");
		escape_html(out, typography_of(r->page, what));
		strbuf_lit(out, "</span>");
	}
	strbuf_lit(out, "</span></li>\n");
}

void numbers_put(struct render *r, struct strbuf *out)
{
	const struct value *own = value_get(r->w->site->commune.v, "numeros_utiles");
	strbuf_lit(out, "<h2>Les urgences</h2>\n<ul class=\"numeros-utiles\">\n");
	for (size_t i = 0; i < NATIONAL; i++)
		put_number(r, str_of(national[i].number), str_of(national[i].shown),
			str_of(national[i].name), str_of(national[i].what), out);
	strbuf_lit(out, "</ul>\n<h2>Tous les jours</h2>\n"
			"<ul class=\"numeros-utiles\">\n");
	for (size_t i = 0; i < value_count(own); i++) {
		const struct value *one = value_at(own, i);
		const struct value *number = value_get(one, "numero");
		if (value_given(number) && !number->faulty)
			put_number(r, number->as.phone.tel, number->as.phone.shown,
				value_text(one, "nom"), value_text(one, "pour"), out);
	}
	strbuf_lit(out, "</ul>\n");
}
