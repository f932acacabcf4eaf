/*
 * hosts.c: links of the commune's own pages to other sites. The commune may name any
 * https host: only http: is said; where `hotes_permis` is given, so is a host outside
 * it. Catalogues' links were judged, and dropped, when they were read (page_guarded).
 */
#include "check/check_internal.h"

#include "text/scheme.h"

/* Hosts that a catalogue or one of its operators declares. */
static bool catalogue_names(const struct catalogue *c, struct str address)
{
	if (host_allowed(address, value_get(c->about, "hotes")))
		return true;
	for (size_t i = 0; i < value_count(c->operators); i++)
		if (host_allowed(
			    address, value_get(value_at(c->operators, i), "hotes")))
			return true;
	return false;
}

static bool is_declared(const struct web *w, struct str address)
{
	const struct value *v = w->site->commune.v,
			   *hosts = value_get(v, "hotes_permis");
	struct str own = address_authority(value_text(value_get(v, "site"), "lien"));
	if (!value_given(hosts) || host_allowed(address, hosts) ||
		(own.n && str_eq(address_authority(address), own)))
		return true;
	for (size_t i = 0; i < w->site->catalogues.n; i++)
		if (catalogue_names(&w->site->catalogues.v[i], address))
			return true;
	return false;
}

/* https:a.fr and https:///a.fr lead browsers to a.fr, and our rules to no host. */
static bool has_host(struct str address)
{
	return address_authority(address).n > 0;
}

static void judge(const struct at *at, struct str address, struct loc loc)
{
	if (scheme_is(address, "http:"))
		diag_say(at->diag, MSG_CHECK_HTTP, loc, shown(at, address),
			shown(at, str_printf(at->diag->arena, "https:%.*s",
					  STR_ARG(str_from(address, 5)))));
	else if (scheme_is(address, "https:") && !has_host(address))
		diag_say(at->diag, MSG_CHECK_NO_HOST, loc, shown(at, address));
	else if (scheme_is(address, "https:") && !is_declared(at->web, address))
		diag_say(at->diag, MSG_CHECK_HOST, loc,
			shown(at, address_authority(address)));
}

void insecure_link(const struct at *at)
{
	if (at->target->kind == TARGET_EXTERNAL && is_own(at))
		judge(at, at->target->path, at->link->loc);
}

void insecure_menu(const struct at *at)
{
	const struct value *menu = value_get(at->web->site->commune.v, "menu");
	for (size_t i = 0; i < value_count(menu); i++) {
		const struct value *link = value_get(value_at(menu, i), "lien");
		if (value_given(link) && !link->faulty)
			judge(at, link->text, link->loc);
	}
}

/* No page of the site may call another host: it would know who reads. */
void outside_picture(const struct at *at)
{
	if (at->target->kind == TARGET_EXTERNAL)
		diag_say(at->diag, MSG_CHECK_IMAGE_OUTSIDE, at->image->loc,
			shown(at, at->image->target));
}
