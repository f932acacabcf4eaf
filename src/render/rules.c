/*
 * rules.c: former addresses as rules of a server, for those that ask (site.regles):
 * Apache's .htaccess, nginx's redirections.conf, the _redirects of pages services. It
 * decides nothing about what replaces what: resolve/redirections.c does.
 */
#include "render/render_internal.h"
#include "text/escape.h"

/* A path as browsers send it. */
static struct str sent(struct arena *a, struct str path)
{
	struct strbuf b = strbuf_on(a);
	escape_url_path(&b, path);
	return strbuf_str(&b);
}

/* The whole path on the host. */
static struct str path_of(struct render *r, const struct redirection *x)
{
	return str_printf(r->page, "%.*s%.*s", STR_ARG(r->w->root),
		STR_ARG(str_from(x->path, 1)));
}

/* Where the reader is led: from the root of the host, or outside. */
static struct str goal_of(struct render *r, const struct redirection *x)
{
	if (x->to.kind == TARGET_EXTERNAL)
		return x->to.path;
	struct strbuf b = strbuf_on(r->page);
	strbuf_add(&b, r->w->root);
	if (x->to.node)
		strbuf_add(&b, link_of(r->page, (struct str){0}, x->to.node->address));
	else
		escape_url_path(&b, x->to.path);
	if (x->to.anchor.n) {
		strbuf_byte(&b, '#');
		escape_url_component(&b, x->to.anchor);
	}
	return strbuf_str(&b);
}

/* ---- Apache ---- */

/*
 * Every character stands for itself in a regular expression. A quote cannot stand
 * between quotes, whatever is before it (mod_rewrite 2.4).
 */
static void put_pattern(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"') {
			strbuf_lit(b, "\\x22");
			continue;
		}
		if (strchr("\\^$.|?*+()[]{}%# ", s.p[i]))
			strbuf_byte(b, '\\');
		strbuf_byte(b, s.p[i]);
	}
}

/* A goal keeps its own % and $, which would name what a pattern caught. */
static void put_apache_goal(struct strbuf *b, struct str goal)
{
	for (size_t i = 0; i < goal.n; i++) {
		if (goal.p[i] == '"') {
			strbuf_lit(b, "\\%22");
			continue;
		}
		if (strchr("\\$%", goal.p[i]))
			strbuf_byte(b, '\\');
		strbuf_byte(b, goal.p[i]);
	}
}

static void put_apache(struct render *r, const struct redirection *x, struct strbuf *b)
{
	if (x->query.n) {
		strbuf_lit(b, "RewriteCond %{QUERY_STRING} \"^");
		put_pattern(b, x->query);
		strbuf_lit(b, "$\"\n");
	}
	strbuf_lit(b, "RewriteRule \"^");
	put_pattern(b, str_from(x->path, 1));
	strbuf_lit(b, "$\" \"");
	put_apache_goal(b, goal_of(r, x));
	/* A goal without a query keeps the reader's, unless told not to. */
	strbuf_lit(b, "\" [R=301,L,NE,QSD]\n");
}

/* ---- nginx ---- */

static void put_quoted(struct strbuf *b, struct str s)
{
	strbuf_byte(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("\\\"", s.p[i]))
			strbuf_byte(b, '\\');
		/* A dollar would begin a variable's name: an address says it so too. */
		if (s.p[i] == '$')
			strbuf_lit(b, "%24");
		else
			strbuf_byte(b, s.p[i]);
	}
	strbuf_byte(b, '"');
}

/*
 * All of one path in one location, as nginx wants it: those with a query first. Done
 * by the first of them.
 */
static void put_nginx(struct render *r, const struct redirection *x, struct strbuf *b)
{
	const struct redirection *whole = NULL;
	bool first = true;
	for (size_t i = 0; i < r->w->redirections.n; i++) {
		const struct redirection *other = r->w->redirections.v[i];
		if (!str_eq(other->path, x->path))
			continue;
		if (first && other != x)
			return;
		if (first) {
			strbuf_lit(b, "location = ");
			put_quoted(b, path_of(r, x));
			strbuf_lit(b, " {\n");
		}
		first = false;
		if (!other->query.n) {
			whole = other;
			continue;
		}
		if (str_index(other->query, '$') < other->query.n) {
			/* What a reader sends cannot be compared with a dollar. */
			strbuf_printf(b, "\t# ?%.*s\n", STR_ARG(other->query));
			continue;
		}
		strbuf_lit(b, "\tif ($args = ");
		put_quoted(b, other->query);
		strbuf_lit(b, ") { return 301 ");
		put_quoted(b, goal_of(r, other));
		strbuf_lit(b, "; }\n");
	}
	strbuf_lit(b, "\treturn ");
	if (whole) {
		strbuf_lit(b, "301 ");
		put_quoted(b, goal_of(r, whole));
	} else {
		strbuf_lit(b, "404");
	}
	strbuf_lit(b, ";\n}\n");
}

/* ---- pages services ---- */

/* They see no query: those with one are left out, and the file says so. */
static void put_pages(struct render *r, const struct redirection *x, struct strbuf *b)
{
	struct str goal = goal_of(r, x);
	if (x->query.n) {
		strbuf_printf(b, "# %.*s?%.*s\n", STR_ARG(sent(r->page, path_of(r, x))),
			STR_ARG(x->query));
		return;
	}
	strbuf_add(b, sent(r->page, path_of(r, x)));
	strbuf_printf(b, " %.*s 301\n", STR_ARG(goal));
}

/* ---- the files ---- */

/* By the choice of schema_commune's `regles`. */
static const struct {
	const char *file, *head, *tail;
	bool in_order; /* the first rule that fits wins: those with a query first */
	void (*put)(struct render *r, const struct redirection *x, struct strbuf *b);
} servers[] = {
	{".htaccess", "<IfModule mod_rewrite.c>\nRewriteEngine On\n", "</IfModule>\n",
		true, put_apache},
	{"redirections.conf", "", "", false, put_nginx},
	{"_redirects", "", "", false, put_pages},
};

static void put_rules(struct render *r, size_t server)
{
	const struct web *w = r->w;
	size_t n = w->redirections.n, rounds = servers[server].in_order ? 2 : 1;
	r->out.n = 0;
	strbuf_printf(&r->out,
		"# Les anciennes adresses de la commune %.*s, et ce qui les remplace.\n%s",
		STR_ARG(w->site->commune.de_nom), servers[server].head);
	for (size_t k = 0; k < n * rounds; k++) {
		const struct redirection *x = w->redirections.v[k % n];
		if (rounds == 1 || (k < n) == (x->query.n > 0))
			servers[server].put(r, x, &r->out);
	}
	strbuf_printf(&r->out, "%s", servers[server].tail);
	put_bytes(r, str_of(servers[server].file), strbuf_str(&r->out));
}

void rules_write(struct render *r, const struct node *none)
{
	(void)none;
	const struct value *asked =
		value_get(value_get(r->w->site->commune.v, "site"), "regles");
	for (size_t i = 0; r->w->redirections.n && i < value_count(asked); i++)
		put_rules(r, (size_t)value_at(asked, i)->as.choice);
}
