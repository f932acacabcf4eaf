/*
 * facts.c: {name} in the legal texts of a catalogue, filled in with the commune's
 * facts. What a commune lacks takes its sentence (or its item of a list) away: a page
 * with {hebergeur_nom} in it would be worse than a shorter one. Both are said.
 */
#include "render/render.h"
#include "render/render_internal.h"
#include "text/escape.h"
#include "text/typography.h"

struct filling {
	struct render *r;
	const struct node *node;
	struct strbuf *out;
};

/* ---- how values are shown ---- */

static void put_anchor(
	struct strbuf *b, const char *scheme, struct str href, struct str shown)
{
	strbuf_printf(b, "<a href=\"%s", scheme);
	escape_html(b, href);
	strbuf_lit(b, "\">");
	escape_html(b, shown);
	strbuf_lit(b, "</a>");
}

static void put_text(struct arena *a, struct strbuf *b, const struct value *v)
{
	escape_html(b, typography_of(a, v->text));
}

static void put_lines(struct arena *a, struct strbuf *b, const struct value *v)
{
	escape_html(b, lines_joined(a, v->text));
}

static void put_list(struct arena *a, struct strbuf *b, const struct value *v)
{
	escape_html(b, typography_of(a, list_joined(a, v)));
}

static void put_day(struct arena *a, struct strbuf *b, const struct value *v)
{
	escape_html(b, date_text_short(a, v->as.moment.day));
}

static void put_phone(struct arena *a, struct strbuf *b, const struct value *v)
{
	(void)a;
	put_anchor(b, "tel:", v->as.phone.tel, v->as.phone.shown);
}

static void put_email(struct arena *a, struct strbuf *b, const struct value *v)
{
	(void)a;
	put_anchor(b, "mailto:", v->text, v->text);
}

static void put_link(struct arena *a, struct strbuf *b, const struct value *v)
{
	(void)a;
	put_anchor(b, "", v->text, host_of(v->text));
}

static void put_scheme(struct arena *a, struct strbuf *b, const struct value *v)
{
	put_anchor(b, "", link_of_file(a, (struct str){0}, v->text),
		STR("schéma pluriannuel d’accessibilité"));
}

static void put_plan(struct arena *a, struct strbuf *b, const struct value *v)
{
	put_anchor(b, "", link_of_file(a, (struct str){0}, v->text),
		STR("plan d’actions de l’année"));
}

/* ---- facts that commune.yaml, or a catalogue, says ---- */

/*
 * Those that are not commune_fact's. `needed`: nobody could be held to account without
 * it (LCEN art. 1-1, RGPD art. 13); a commune may have no phone, and it has a mayor.
 */
static const struct fact {
	const char *name, *record, *key;
	void (*put)(struct arena *a, struct strbuf *b, const struct value *v);
	const char *standard; /* what is said when nothing is given; NULL: nothing */
	bool needed;
} facts[] = {
	{"adresse", "mairie", "adresse", put_lines, NULL, true},
	{"telephone", "mairie", "telephone", put_phone, NULL, false},
	{"courriel", "mairie", "courriel", put_email, NULL, false},
	{"directeur_nom", "directeur_publication", "nom", put_text, NULL, true},
	{"directeur_qualite", "directeur_publication", "qualite", put_text, NULL,
		false},
	{"hebergeur_nom", "hebergeur", "nom", put_text, NULL, true},
	{"hebergeur_adresse", "hebergeur", "adresse", put_lines, NULL, true},
	{"hebergeur_telephone", "hebergeur", "telephone", put_phone, NULL, false},
	{"hebergeur_courriel", "hebergeur", "courriel", put_email, NULL, false},
	{"hebergeur_lien", "hebergeur", "lien", put_link, NULL, false},
	{"dpd_nom", "delegue_protection_donnees", "nom", put_text, NULL, true},
	{"dpd_adresse", "delegue_protection_donnees", "adresse", put_lines, NULL,
		false},
	{"dpd_telephone", "delegue_protection_donnees", "telephone", put_phone, NULL,
		false},
	{"dpd_courriel", "delegue_protection_donnees", "courriel", put_email, NULL,
		false},
	{"dpd_lien", "delegue_protection_donnees", "lien", put_link, NULL, false},
	{"accessibilite_date", "accessibilite", "declaration", put_day, NULL, false},
	{"accessibilite_schema", "accessibilite", "schema_pluriannuel", put_scheme,
		NULL, false},
	{"accessibilite_plan", "accessibilite", "plan_actions", put_plan, NULL, false},
	{"accessibilite_non_conformites", "accessibilite", "non_conformites", put_list,
		NULL, false},
	{"accessibilite_derogations", "accessibilite", "derogations", put_list,
		"aucune", false},
	{"accessibilite_exemptions", "accessibilite", "exemptions", put_list, NULL,
		false},
	{"accessibilite_outils", "accessibilite", "outils", put_list, NULL, false},
	{"accessibilite_pages", "accessibilite", "pages_verifiees", put_list, NULL,
		false},
	{"saisine_formulaire", "saisine", "formulaire", put_link, NULL, false},
	{"saisine_formats", "saisine", "formats", put_list, "PDF, images, texte",
		false},
	{"saisine_taille", "saisine", "taille_max", put_text, "10 Mo", false},
};

/* ---- facts that the program works out: false when there is none ---- */

static bool put_words(struct filling *f, struct str text)
{
	escape_html(f->out, typography_of(f->r->page, text));
	return text.n;
}

static bool put_site(struct filling *f)
{
	return put_words(f, f->r->base.n ? host_of(f->r->base) : f->r->title);
}

static bool put_state(struct filling *f)
{
	return put_words(f, accessibility_state(f->r->w));
}

static bool put_state_sentence(struct filling *f)
{
	return put_words(f, accessibility_sentence(f->r->page, f->r->w));
}

/* An address of `saisine`, else the town hall's. */
static bool put_referral(struct filling *f, const char *key)
{
	const struct value *commune = f->r->w->site->commune.v;
	const struct value *own = value_get(commune, "saisine");
	struct str email = value_text(own, key);
	if (!email.n)
		email = value_text(own, "courriel");
	if (!email.n)
		email = value_text(value_get(commune, "mairie"), "courriel");
	if (email.n)
		put_anchor(f->out, "mailto:", email, email);
	return email.n;
}

static bool put_referral_email(struct filling *f)
{
	return put_referral(f, "courriel");
}

static bool put_acknowledgement(struct filling *f)
{
	return put_referral(f, "accuse");
}

/* The feed of a kind, when the site has its list. */
static bool put_feed(struct filling *f, enum page_kind kind, struct str words)
{
	const struct feed *feed = feed_of(kind);
	if (!feed || !f->r->w->collections[kind].list)
		return false;
	put_anchor(f->out, "", str_of(feed->path), words);
	return true;
}

static bool put_news_feed(struct filling *f)
{
	return put_feed(f, PAGE_NEWS, STR("flux des actualités"));
}

static bool put_acts_feed(struct filling *f)
{
	return put_feed(f, PAGE_ACT, STR("flux des actes"));
}

static bool put_alerts_feed(struct filling *f)
{
	put_anchor(f->out, "", STR(ALERTS_PATH), STR("flux des alertes"));
	return true;
}

static const struct made_fact {
	const char *name;
	bool (*put)(struct filling *f);
} made_facts[] = {
	{"site", put_site},
	{"accessibilite_etat", put_state},
	{"accessibilite_phrase", put_state_sentence},
	{"saisine_courriel", put_referral_email},
	{"saisine_accuse", put_acknowledgement},
	{"flux_actualites", put_news_feed},
	{"flux_actes", put_acts_feed},
	{"flux_alertes", put_alerts_feed},
};

static const struct made_fact *made_fact_of(struct str name)
{
	for (size_t i = 0; i < sizeof made_facts / sizeof *made_facts; i++)
		if (str_is(name, made_facts[i].name))
			return &made_facts[i];
	return NULL;
}

static const struct fact *fact_of(struct str name)
{
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (str_is(name, facts[i].name))
			return &facts[i];
	return NULL;
}

/* A key that a catalogue says communes may have: lacking it is nobody's fault. */
static bool is_declared(const struct web *w, struct str name)
{
	for (size_t i = 0; i < w->site->catalogues.n; i++) {
		const struct value *list =
			value_get(w->site->catalogues.v[i].about, "services");
		for (size_t k = 0; k < value_count(list); k++)
			if (str_eq(value_at(list, k)->text, name))
				return true;
	}
	return false;
}

/* Where the text holds {name}, for messages. */
static struct loc place_of(const struct filling *f, struct str name)
{
	const struct origin *o = f->node->page->origin;
	struct str mark = str_printf(f->r->page, "{%.*s}", STR_ARG(name));
	size_t at = str_find(o->text, mark);
	return at < o->text.n ? loc_at(o, at) : f->node->page->loc;
}

static bool said_already(struct filling *f, struct str name)
{
	struct str_list *said = &f->r->said;
	for (size_t i = 0; i < said->n; i++)
		if (str_eq(said->v[i], name))
			return true;
	*list_add(f->r->site, said) = str_dup(f->r->site, name);
	return false;
}

/* Once for all pages that ask for it: one line of commune.yaml cures them all. */
static bool say_needed(struct filling *f, const struct fact *x)
{
	const struct value *commune = f->r->w->site->commune.v;
	if (!x->needed || said_already(f, str_of(x->name)))
		return false;
	struct str key = str_printf(f->r->page, "%s: { %s: … }", x->record, x->key);
	diag_say(f->r->d, MSG_FACT_NEEDED, commune->loc, key, f->node->title);
	diag_also(f->r->d, MSG_NOTE_ASKED_HERE, place_of(f, str_of(x->name)));
	return false;
}

static bool put_person(struct filling *f, const struct fact *x, struct strbuf *b)
{
	const struct value *record =
		strcmp(x->record, "mairie") == 0
			? value_get(f->r->w->site->commune.v, "mairie")
			: person_of(f->r->w, x->record);
	const struct value *v = value_get(record, x->key);
	if (value_given(v) && !v->faulty) {
		x->put(f->r->page, b, v);
		return true;
	}
	if (x->standard) {
		escape_html(b, typography_of(f->r->page, str_of(x->standard)));
		return true;
	}
	/* Whoever answers for a commune's words is its mayor (loi du 29 juillet 1982,
	 * 93-2). */
	if (record && strcmp(x->key, "qualite") == 0) {
		strbuf_lit(b, "maire");
		return true;
	}
	return say_needed(f, x);
}

static bool put_fact(struct filling *f, struct str name, struct strbuf *b)
{
	const struct fact *said = fact_of(name);
	const struct made_fact *made = made_fact_of(name);
	struct str value = {0};
	if (said)
		return put_person(f, said, b);
	if (made)
		return made->put(&(struct filling){f->r, f->node, b});
	bool known = commune_fact(&f->r->w->site->commune, name, &value);
	if (!known && !is_declared(f->r->w, name))
		diag_say(f->r->d, MSG_FACT_UNKNOWN, place_of(f, name), name,
			f->node->title);
	if (!value.n)
		return false;
	escape_html(b, typography_of(f->r->page, value));
	return true;
}

/* "{name}" at the start of s: its name; other braces are text. */
static bool is_name(struct str s, struct str *name)
{
	size_t end = 1;
	while (end < s.n && ((s.p[end] >= 'a' && s.p[end] <= 'z') || s.p[end] == '_'))
		end++;
	*name = str_sub(s, 1, end);
	return name->n && end < s.n && s.p[end] == '}';
}

/* s with its facts; false when one was missing. */
static bool fill(struct filling *f, struct str s, struct strbuf *b)
{
	bool whole = true;
	struct str name;
	for (size_t at; (at = str_index(s, '{')) < s.n;) {
		strbuf_add(b, str_sub(s, 0, at));
		s = str_from(s, at);
		if (is_name(s, &name)) {
			whole = put_fact(f, name, b) && whole;
			s = str_from(s, name.n + 2);
		} else {
			strbuf_byte(b, '{');
			s = str_from(s, 1);
		}
	}
	strbuf_add(b, s);
	return whole;
}

/* Bytes of the first sentence with the blank behind it; all when there is one only. */
static size_t sentence_end(struct str s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if ((s.p[i] == '.' || s.p[i] == '!' || s.p[i] == '?') &&
			ascii_blank(s.p[i + 1]))
			return i + 2;
	return s.n;
}

/* The words of one element without the sentences that lack a fact; empty: none is left.
 */
static struct str fill_words(struct filling *f, struct str words)
{
	struct strbuf b = strbuf_on(f->r->page), one;
	while (words.n) {
		struct str sentence = str_sub(words, 0, sentence_end(words));
		one = strbuf_on(f->r->page);
		if (fill(f, sentence, &one))
			strbuf_add(&b, strbuf_str(&one));
		else if (str_index(sentence, '<') < sentence.n)
			return (struct str){0}; /* marks would be cut in two */
		words = str_from(words, sentence.n);
	}
	return str_trim(strbuf_str(&b));
}

static const char *const elements[] = {"p", "li", "td", "th", "h2", "h3", "h4"};

/* The end tag that comes first in s: its offset, and its length. */
static size_t first_end(struct arena *a, struct str s, size_t *length)
{
	size_t first = s.n;
	*length = 0;
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
		struct str tag = str_printf(a, "</%s>", elements[i]);
		size_t at = str_find(str_sub(s, 0, first), tag);
		if (at < first) {
			first = at;
			*length = tag.n;
		}
	}
	return first;
}

/* The last start tag before the words: its offset, and where it ends. */
static size_t last_start(struct arena *a, struct str s, size_t *end)
{
	size_t last = 0;
	*end = 0;
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
		struct str tag = str_printf(a, "<%s", elements[i]);
		for (size_t at = last; at < s.n;) {
			at += str_find(str_from(s, at), tag);
			char after = at + tag.n < s.n ? s.p[at + tag.n] : 0;
			if ((after == '>' || after == ' ') && at >= last) {
				last = at;
				*end = at + str_index(str_from(s, at), '>') + 1;
			}
			at += tag.n;
		}
	}
	return last;
}

static void fill_element(struct filling *f, struct str before, struct str tag)
{
	size_t end, start = last_start(f->r->page, before, &end);
	struct str words = str_from(before, end);
	if (str_index(words, '{') == words.n) {
		strbuf_add(f->out, before);
		strbuf_add(f->out, tag);
		return;
	}
	struct str filled = fill_words(f, words);
	bool cell = str_is(tag, "</td>") || str_is(tag, "</th>");
	strbuf_add(f->out, str_sub(before, 0, start));
	if (!filled.n && !cell)
		return;
	strbuf_add(f->out, str_sub(before, start, end));
	strbuf_add(f->out, filled);
	strbuf_add(f->out, tag);
}

void facts_fill(struct render *r, const struct node *n, struct strbuf *b, size_t from)
{
	struct filling f = {r, n, b};
	struct str rest = str_dup(r->page, str_from(strbuf_str(b), from));
	b->n = from;
	for (size_t length, at; (at = first_end(r->page, rest, &length)) < rest.n;) {
		fill_element(&f, str_sub(rest, 0, at), str_sub(rest, at, at + length));
		rest = str_from(rest, at + length);
	}
	fill(&f, rest, b);
}

/* ---- a catalogue alone ---- */

static bool is_fact(const struct web *w, struct str name)
{
	struct str value;
	return fact_of(name) || made_fact_of(name) ||
	       commune_fact(&w->site->commune, name, &value) || is_declared(w, name);
}

void facts_check(const struct web *w, struct diag *d)
{
	for (size_t i = 0; i < w->nodes.n; i++) {
		const struct node *n = w->nodes.v[i];
		if (n->kind != NODE_MENTION)
			continue;
		const struct origin *o = n->page->origin;
		for (size_t at = 0; at < o->text.n; at++) {
			struct str name;
			if (o->text.p[at] == '{' &&
				is_name(str_from(o->text, at), &name) &&
				!is_fact(w, name))
				diag_say(d, MSG_FACT_UNKNOWN, loc_at(o, at), name,
					n->title);
		}
	}
}
