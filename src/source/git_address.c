/*
 * git_address.c: which addresses of repositories are accepted, and the clone each has in
 * the cache. It reaches nothing.
 */
#include <limits.h>
#include <stdlib.h>

#include "base/hash.h"
#include "source/git_internal.h"

bool git_is_id(struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		if (!ascii_digit(id.p[i]) && (id.p[i] < 'a' || id.p[i] > 'f'))
			return false;
	return id.n == 40;
}

/* What is wrong with an address: a row of messages.def, or MSG_COUNT when nothing is. */
static enum diag_code check_host(struct str rest, bool user_allowed)
{
	struct str host = str_sub(rest, 0, str_index(rest, '/'));
	size_t at = str_rindex(host, '@');
	if (at < host.n) {
		struct str user = str_sub(host, 0, at);
		if (!user_allowed || str_index(user, ':') < user.n)
			return MSG_GIT_ADDRESS_PASSWORD;
		host = str_from(host, at + 1);
	}
	size_t colon = str_rindex(host, ':');
	struct str port = str_from(host, colon + 1);
	unsigned long number;
	if (colon < host.n && !str_to_uint(port, 65535, &number))
		return MSG_GIT_ADDRESS_BAD;
	host = str_sub(host, 0, colon);
	bool path = str_index(rest, '/') + 1 < rest.n;
	bool query = str_index(rest, '?') < rest.n || str_index(rest, '#') < rest.n;
	return host.n && path && !query ? MSG_COUNT : MSG_GIT_ADDRESS_BAD;
}

static bool is_scp(struct str s)
{
	size_t at = str_index(s, '@'), colon = str_index(s, ':');
	return at < colon && colon < str_index(s, '/') && colon < s.n;
}

static enum diag_code check(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F)
			return MSG_GIT_ADDRESS_BAD;
	if (str_starts(s, STR("https://")))
		return check_host(str_from(s, 8), false);
	if (str_starts(s, STR("ssh://")))
		return check_host(str_from(s, 6), true);
	if (str_starts(s, STR("file://")))
		return s.n > 8 && s.p[7] == '/' ? MSG_COUNT : MSG_GIT_ADDRESS_BAD;
	size_t scheme = str_find(s, STR("://"));
	if (scheme < str_index(s, '/'))
		return MSG_GIT_ADDRESS_UNSAFE;
	if (str_find(s, STR("::")) < str_index(s, '/'))
		return MSG_GIT_ADDRESS_BAD; /* "ext::command" of git */
	if (is_scp(s))
		return str_index(s, ':') + 1 < s.n ? MSG_COUNT : MSG_GIT_ADDRESS_BAD;
	return s.n ? MSG_COUNT : MSG_GIT_ADDRESS_BAD;
}

bool git_address_check(const struct git_want *w, struct diag *d)
{
	enum diag_code wrong = check(w->address);
	return wrong == MSG_COUNT || diag_say(d, wrong, w->loc, w->address);
}

static bool is_path(struct str s)
{
	return str_find(s, STR("://")) >= str_index(s, '/') && !is_scp(s);
}

/* One spelling for one folder, so that it has one clone. */
static struct str settle_path(struct arena *a, struct str path, struct str base)
{
	char real[PATH_MAX];
	if (path.p[0] != '/')
		path = str_printf(a, "%.*s/%.*s", STR_ARG(base), STR_ARG(path));
	return realpath(str_cstr(a, path), real) ? str_dup(a, str_of(real)) : path;
}

static struct str settle(struct arena *a, const struct git_want *w)
{
	struct str s = w->address;
	while (s.n > 1 && s.p[s.n - 1] == '/')
		s.n--;
	if (str_starts(s, STR("file://")))
		return settle_path(a, str_from(s, 7), w->base);
	if (is_path(s))
		return settle_path(a, s, w->base);
	if (is_scp(s))
		return s;
	/* The host's letters have no case; the path's have. */
	size_t path = str_find(s, STR("://")) + 3;
	path += str_index(str_from(s, path), '/');
	struct str host = str_lower_ascii(a, str_sub(s, 0, path));
	return str_printf(a, "%.*s%.*s", STR_ARG(host), STR_ARG(str_from(s, path)));
}

bool git_depot_of(struct arena *a, const struct git_cache *c, const struct git_want *w,
	struct git_depot *out, struct diag *d)
{
	if (!git_address_check(w, d))
		return false;
	if (is_path(w->address) && w->address.p[0] != '/' && !w->base.n)
		return diag_say(d, MSG_GIT_ADDRESS_RELATIVE, w->loc, w->address);
	struct str folder = w->folder;
	while (str_starts(folder, STR("./")))
		folder = str_from(folder, 2);
	while (folder.n && folder.p[0] == '/')
		folder = str_from(folder, 1);
	while (folder.n && folder.p[folder.n - 1] == '/')
		folder.n--;
	struct str address = settle(a, w);
	out->address = str_cstr(a, address);
	out->folder = str_is(folder, ".") ? "" : str_cstr(a, folder);
	const char *name = str_printf(a, "%s.git", hash_hex(address).s).p;
	out->clone = git_cache_path(a, c, GIT_DEPOTS, name);
	return true;
}
