/* lock.c: see lock.h. It reads and writes; what may change is decided in update.c. */
#include "cli/lock.h"

#include <errno.h>
#include <fcntl.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "data/front.h"
#include "data/yaml_read.h"

/* The lists of leads, in the order of enum lead_kind. */
static const char *const lead_keys[] = {
	[LEAD_HOST] = "hotes", [LEAD_PHONE] = "telephones", [LEAD_MAIL] = "courriels"};

static const char *const kinds[] = {
	[GIT_BRANCH] = "branche", [GIT_TAG] = "etiquette", [GIT_COMMIT] = "commit"};

static bool is_id(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'f'))
			return false;
	return s.n == 40;
}

static bool read_pin(
	struct arena *a, const struct value *v, struct diag *d, struct lock_pin *p)
{
	const struct value *kind = value_get(v, "genre");
	*p = (struct lock_pin){.name = value_text(v, "nom"),
		.address = value_text(v, "depot"),
		.version = value_text(v, "version"),
		.folder = value_text(v, "dossier"),
		.kind = value_given(kind) ? (enum git_kind)kind->as.choice : GIT_BRANCH,
		.pin = {value_text(v, "commit"), value_text(v, "arbre"),
			value_text(v, "date")},
		.loc = v->loc};
	if (!is_id(p->pin.commit) || !is_id(p->pin.tree))
		return diag_say(d, MSG_LOCK_EDITED, v->loc, p->name);
	for (int k = LEAD_HOST; k <= LEAD_MAIL; k++) {
		const struct value *list = value_get(v, lead_keys[k]);
		for (size_t i = 0; i < value_count(list); i++)
			leads_add(a, &p->leads, (enum lead_kind)k,
				value_at(list, i)->text, value_at(list, i)->loc);
	}
	leads_sort(&p->leads);
	return true;
}

static bool read_bytes(struct arena *a, struct str name, struct str bytes,
	struct diag *d, struct lock *out)
{
	struct origin *o = arena_new(a, struct origin);
	o->name = name;
	const struct value *raw = NULL;
	bool ok = true;
	if (!front_text(a, o, bytes, d) || !yaml_read(a, o, 0, o->text, d, &raw))
		return false;
	const struct value *v = schema_check(a, &schema_lock, raw,
		(struct schema_mode){0}, (struct loc){o, 1, 0}, d, &ok);
	const struct value *list = value_get(v, "sources");
	for (size_t i = 0; ok && i < value_count(list); i++) {
		struct lock_pin p;
		ok = read_pin(a, value_at(list, i), d, &p);
		*list_add(a, out) = p;
	}
	return ok;
}

bool lock_read(
	struct arena *a, const struct source *src, struct diag *d, struct lock *out)
{
	*out = (struct lock){0};
	struct str bytes = {0};
	const struct source_file *f = source_find(src, STR(LOCK_FILE));
	if (!f)
		return true;
	return source_read(src, f, LOCK_MAX, a, d, &bytes) &&
	       read_bytes(a, STR(LOCK_FILE), bytes, d, out);
}

bool lock_read_file(struct arena *a, struct str path, struct diag *d, struct lock *out)
{
	*out = (struct lock){0};
	struct str bytes = {0};
	int e = file_read(a, AT_FDCWD, str_cstr(a, path), LOCK_MAX, &bytes);
	if (e == ENOENT)
		return true;
	if (e)
		return diag_say(d, MSG_FILE_UNREADABLE, (struct loc){0}, path,
			file_error_text(e, true));
	return read_bytes(a, path, bytes, d, out);
}

const struct lock_pin *lock_find(const struct lock *l, struct str name)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->v[i].name, name))
			return &l->v[i];
	return NULL;
}

static void put_quoted(struct strbuf *b, struct str s)
{
	strbuf_byte(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			strbuf_byte(b, '\\');
		strbuf_byte(b, s.p[i]);
	}
	strbuf_byte(b, '"');
}

static void put_field(struct strbuf *b, const char *key, struct str value)
{
	if (!value.n)
		return;
	strbuf_printf(b, "    %s: ", key);
	put_quoted(b, value);
	strbuf_byte(b, '\n');
}

static void put_leads(struct strbuf *b, const struct leads *l, enum lead_kind kind)
{
	bool any = false;
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].kind != kind)
			continue;
		if (!any)
			strbuf_printf(b, "    %s:\n", lead_keys[kind]);
		any = true;
		strbuf_lit(b, "      - ");
		put_quoted(b, l->v[i].text);
		strbuf_byte(b, '\n');
	}
}

static void put_pin(struct strbuf *b, const struct lock_pin *p)
{
	strbuf_lit(b, "  - nom: ");
	put_quoted(b, p->name);
	strbuf_byte(b, '\n');
	put_field(b, "depot", p->address);
	put_field(b, "version", p->version);
	put_field(b, "genre", str_of(kinds[p->kind]));
	put_field(b, "dossier", p->folder);
	put_field(b, "commit", p->pin.commit);
	put_field(b, "arbre", p->pin.tree);
	put_field(b, "date", p->pin.date);
	for (int k = LEAD_HOST; k <= LEAD_MAIL; k++)
		put_leads(b, &p->leads, (enum lead_kind)k);
}

int lock_write(struct arena *a, const char *path, const struct lock *l)
{
	struct strbuf b = strbuf_on(a);
	strbuf_lit(&b,
		"# Écrit par `tambour update` : ne le modifiez pas, et gardez-le avec "
		"la "
		"commune.\n# Il fixe la version de chaque catalogue, et les sites, les "
		"numéros et les\n# adresses vers lesquels il conduit.\nformat: 1\n");
	if (l->n)
		strbuf_lit(&b, "sources:\n");
	for (size_t i = 0; i < l->n; i++)
		put_pin(&b, &l->v[i]);
	return file_write_atomic(AT_FDCWD, path, strbuf_str(&b));
}
