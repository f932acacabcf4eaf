/*
 * people.c: who answers for the site, and what its accessibility is: facts that the law
 * wants on every site. Where they stand in a text is facts.c's business.
 */
#include "render/render_internal.h"

const struct value *person_of(const struct web *w, const char *key)
{
	const struct value *own = value_get(w->site->commune.v, key);
	for (size_t i = w->site->catalogues.n; !value_given(own) && i-- > 0;)
		own = value_get(w->site->catalogues.v[i].about, key);
	return value_given(own) ? own : NULL;
}

/* Three years after it an audit says nothing any more: resolve/web.h tells when. */
static const struct value *audit_of(const struct web *w)
{
	const struct value *a = value_get(w->site->commune.v, "accessibilite");
	struct date until = web_audit_ends(w);
	return until.year && date_cmp(w->now.day, until) < 0 ? a : NULL;
}

/* Without an audit a site is not conforming, whatever is hoped (decree 2019-768). */
struct str accessibility_state(const struct web *w)
{
	static const char *const states[] = {
		"non conforme", "partiellement conforme", "totalement conforme"};
	const struct value *state = value_get(audit_of(w), "etat");
	return str_of(
		states[value_given(state) && state->typed ? state->as.choice : 0]);
}

void accessibility_check(struct render *r)
{
	const struct value *said =
		value_get(value_get(r->w->site->commune.v, "accessibilite"), "etat");
	if (!value_given(said) || !said->typed || !said->as.choice || audit_of(r->w))
		return;
	struct date ended = web_audit_ends(r->w);
	if (ended.year)
		diag_say(r->d, MSG_ACCESSIBILITY_AUDIT_OLD, said->loc, said->text,
			date_text_short(r->site, ended));
	else
		diag_say(r->d, MSG_ACCESSIBILITY_NO_AUDIT, said->loc, said->text);
}

struct str accessibility_sentence(struct arena *a, const struct web *w)
{
	const struct value *audit = audit_of(w);
	if (!audit)
		return STR("Aucun audit de conformité n’a encore été fait : le site "
			   "est donc "
			   "déclaré non conforme, comme la règle le demande.");
	struct strbuf b = strbuf_on(a);
	struct str by = value_text(audit, "auditeur");
	const struct value *rate = value_get(audit, "taux");
	strbuf_printf(&b, "L’audit de conformité a été fait le %.*s",
		STR_ARG(date_text_short(a, value_get(audit, "audit")->as.moment.day)));
	if (by.n)
		strbuf_printf(&b, " par %.*s", STR_ARG(by));
	if (value_given(rate))
		strbuf_printf(&b, " : %lld %% des critères du RGAA sont respectés",
			rate->as.integer);
	strbuf_byte(&b, '.');
	return strbuf_str(&b);
}
