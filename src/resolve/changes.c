/* changes.c: see changes.h. Two lists sorted by id are walked side by side. */
#include "resolve/changes.h"

#include "base/strbuf.h"

/* Fields as people call them; those not here by their key. */
static const struct {
	const char *key, *label;
} labels[] = {
	{"titre", "le titre"},
	{"resume", "le résumé"},
	{"public", "le public"},
	{"categorie", "la catégorie"},
	{"evenements", "les événements de vie"},
	{"mots_cles", "les mots clés"},
	{"operateur", "qui rend le service"},
	{"service.lien", "l’adresse du service en ligne"},
	{"service.lien_de", "l’adresse du service en ligne"},
	{"service.libelle", "les mots du bouton"},
	{"service.affichage", "la façon de montrer le service"},
	{"service.compte", "le compte nécessaire"},
	{"sur_place.ou", "le lieu"},
	{"sur_place.quand", "les jours et heures"},
	{"sur_place.comment", "la façon de faire sur place"},
	{"sur_place.telephone", "le téléphone"},
	{"sur_place.adresse", "l’adresse postale"},
	{"pieces", "les pièces à apporter"},
	{"cout", "le coût"},
	{"delai", "le délai"},
	{"voir_aussi", "les autres démarches"},
	{"fiche", "la fiche officielle"},
	{"verifie_le", "la date de vérification"},
};

struct pair {
	struct arena *arena;
	const struct procedure *before, *after;
	struct diag *diag;
};

static struct str label_of(struct arena *a, struct str key)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_is(key, labels[i].key))
			return str_of(labels[i].label);
	return str_printf(a, "« %.*s »", STR_ARG(key));
}

/* A value on one line: items are parted by " ; ", lines by " / ". */
static struct str shown(struct arena *a, const struct value *v)
{
	struct strbuf b = strbuf_on(a);
	for (size_t i = 0; i < value_count(v); i++) {
		if (i)
			strbuf_lit(&b, " ; ");
		strbuf_add(&b, shown(a, value_at(v, i)));
	}
	struct str rest = v && v->kind == VALUE_TEXT ? v->text : (struct str){0}, line;
	for (bool first = true; str_cut(&rest, '\n', &line); first = false) {
		if (!first)
			strbuf_lit(&b, " / ");
		strbuf_add(&b, line);
	}
	return str_dup(a, strbuf_str(&b));
}

static struct str title_of(const struct procedure *p)
{
	struct str title = value_text(p->v, "titre");
	return title.n ? title : p->id;
}

static const struct value *field(
	const struct procedure *p, struct arena *a, struct str key)
{
	size_t dot = str_index(key, '.');
	const struct value *v = value_get(p->v, str_cstr(a, str_sub(key, 0, dot)));
	return dot == key.n ? v : value_get(v, str_cstr(a, str_from(key, dot + 1)));
}

static void say_field(const struct pair *c, struct str key, const struct value *old,
	const struct value *new)
{
	struct str title = title_of(c->after), label = label_of(c->arena, key);
	struct str was = shown(c->arena, old), is = shown(c->arena, new);
	struct loc loc = value_given(new) ? new->loc : c->after->loc;
	if (value_given(old) && value_given(new))
		diag_say(c->diag, MSG_UPDATE_FIELD, loc, title, label, was, is);
	else if (value_given(new))
		diag_say(c->diag, MSG_UPDATE_FIELD_NEW, loc, title, label, is);
	else
		diag_say(c->diag, MSG_UPDATE_FIELD_GONE, loc, title, label, was);
}

/* What the commune's own layer put over a field, and what stood there before it. */
struct own {
	const struct procedure_step *step, *below;
};

static struct own own_step(const struct procedure *p, struct str key)
{
	struct own own = {0};
	for (size_t i = 0; i < p->steps.n; i++) {
		const struct procedure_step *s = &p->steps.v[i];
		if (!str_eq(s->key, key))
			continue;
		if (!s->layer.n && !own.step)
			own.step = s;
		else if (!own.step)
			own.below = s;
	}
	return own;
}

static bool differ(const struct value *a, const struct value *b)
{
	if (!value_given(a) || !value_given(b))
		return value_given(a) != value_given(b);
	return !value_same(a, b);
}

/* The three: what it was, what it is, yours. */
static void say_base(const struct pair *c, struct str key)
{
	struct own old = own_step(c->before, key), new = own_step(c->after, key);
	const struct value *was = old.below ? old.below->value : NULL;
	const struct value *is = new.below ? new.below->value : NULL;
	if (!new.step || !old.step || !differ(was, is))
		return;
	diag_say(c->diag, MSG_UPDATE_BASE, new.step->loc, title_of(c->after),
		label_of(c->arena, key), shown(c->arena, was), shown(c->arena, is));
	diag_also(c->diag, MSG_UPDATE_BASE_YOURS, new.step->loc,
		shown(c->arena, new.step->value));
}

static bool key_met(const struct procedure *p, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(p->steps.v[i].key, key))
			return true;
	return false;
}

static void say_fields(const struct pair *c)
{
	const struct procedure *sides[] = {c->after, c->before};
	for (size_t s = 0; s < 2; s++)
		for (size_t i = 0; i < sides[s]->steps.n; i++) {
			struct str key = sides[s]->steps.v[i].key;
			if (key_met(sides[s], i, key) ||
				(s && key_met(c->after, c->after->steps.n, key)))
				continue;
			const struct value *old = field(c->before, c->arena, key);
			const struct value *new = field(c->after, c->arena, key);
			if (differ(old, new))
				say_field(c, key, old, new);
			else if (!s)
				say_base(c, key);
		}
}

static bool same_body(const struct body *a, const struct body *b)
{
	if (!str_eq(a->html, b->html) || a->links.n != b->links.n ||
		a->images.n != b->images.n)
		return false;
	for (size_t i = 0; i < a->links.n; i++)
		if (!str_eq(a->links.v[i].target, b->links.v[i].target))
			return false;
	for (size_t i = 0; i < a->images.n; i++)
		if (!str_eq(a->images.v[i].target, b->images.v[i].target))
			return false;
	return true;
}

static void say_texts(const struct pair *c)
{
	const struct procedure *old = c->before, *new = c->after;
	bool same = old->texts.n == new->texts.n;
	for (size_t i = 0; same && i < new->texts.n; i++)
		same = same_body(
			&old->texts.v[i].page->body, &new->texts.v[i].page->body);
	if (!same)
		diag_say(c->diag, MSG_UPDATE_TEXT, new->loc, title_of(new));
}

static bool has_how(const struct procedure *p, struct str how)
{
	for (size_t i = 0; i < p->steps.n; i++)
		if (str_eq(p->steps.v[i].how, how))
			return true;
	return false;
}

/* « variante (pour : …) » steps that no step of before has. */
static void say_variants(const struct pair *c)
{
	for (size_t i = 0; i < c->after->steps.n; i++) {
		const struct procedure_step *s = &c->after->steps.v[i];
		bool again = false;
		for (size_t k = 0; k < i && !again; k++)
			again = str_eq(c->after->steps.v[k].how, s->how);
		if (!again && str_starts(s->how, STR("variante")) &&
			!has_how(c->before, s->how))
			diag_say(c->diag, MSG_UPDATE_VARIANT, s->loc,
				title_of(c->after), s->how);
	}
}

static void say_pair(const struct pair *c)
{
	if (!c->before->hidden && c->after->hidden) {
		diag_say(
			c->diag, MSG_UPDATE_HIDDEN, c->after->loc, title_of(c->before));
		return;
	}
	if (c->before->hidden && !c->after->hidden)
		diag_say(c->diag, MSG_UPDATE_SHOWN, c->after->loc, title_of(c->after));
	say_fields(c);
	say_texts(c);
	say_variants(c);
}

static void say_gone(const struct procedure *p, struct diag *d)
{
	diag_say(d, MSG_UPDATE_GONE, (struct loc){0}, title_of(p), p->id);
}

static void say_new(const struct procedure *p, struct diag *d)
{
	diag_say(d, MSG_UPDATE_NEW, p->loc, title_of(p), p->id);
}

void changes_say(struct arena *a, const struct procedures *before,
	const struct procedures *after, struct diag *d)
{
	const struct procedure *old = before->all.v, *new = after->all.v;
	size_t i = 0, k = 0;
	while (i < before->all.n && k < after->all.n) {
		int c = str_cmp(old[i].id, new[k].id);
		if (c < 0)
			say_gone(&old[i], d);
		else if (c > 0)
			say_new(&new[k], d);
		else
			say_pair(&(struct pair){a, &old[i], &new[k], d});
		i += c <= 0;
		k += c >= 0;
	}
	for (; i < before->all.n; i++)
		say_gone(&old[i], d);
	for (; k < after->all.n; k++)
		say_new(&new[k], d);
}
