/*
 * schema.c: `tambour schema NAME`: one file's JSON Schema, or a document made from the
 * program's tables. It reads no commune.
 */
#include "base/strbuf.h"
#include "cli/commands.h"
#include "model/schemas.h"
#include "render/data_model.h"
#include "text/utf8.h"

/* ---- documents made from tables: tools/docs puts them in docs/ ---- */

static void put_format(struct strbuf *b)
{
	schema_write_markdown(b, schemas_all, schemas_all_n);
}

static void put_messages(struct strbuf *b)
{
	static const char *const bands[] = {
		"note", "avertissement", "erreur", "erreur fatale"};
	strbuf_lit(b,
		"# Messages\n\nTout ce que Tambour peut dire, par le mot entre "
		"crochets "
		"qui suit la gravité. Ce fichier est fait par `tools/docs` à partir de "
		"`src/base/messages.def`. {1}, {2}… tiennent la place de ce que dit le "
		"fichier.\n");
	for (size_t i = 0; i < MSG_COUNT; i++) {
		const struct diag_row *r = diag_row((enum diag_code)i);
		strbuf_printf(b, "\n## `%s`\n\n*%s*\n\n%s\n", r->code, bands[r->band],
			r->text[LANG_FR]);
		if (r->cure[LANG_FR][0])
			strbuf_printf(b, "\n→ %s\n", r->cure[LANG_FR]);
		strbuf_printf(b, "\nEnglish: %s%s%s\n", r->text[LANG_EN],
			r->cure[LANG_EN][0] ? " → " : "", r->cure[LANG_EN]);
	}
}

static const struct document {
	const char *name;
	void (*put)(struct strbuf *b);
} documents[] = {
	{"format", put_format},
	{"messages", put_messages},
	{"theme-data", data_model_write},
};
#define DOCUMENTS (sizeof documents / sizeof *documents)

/* Write what is called name; false, with all names in *names, when nothing is. */
static bool put_named(struct strbuf *b, struct str name, struct str_list *names)
{
	for (size_t i = 0; i < DOCUMENTS; i++) {
		*list_add(b->arena, names) = str_of(documents[i].name);
		if (str_is(name, documents[i].name)) {
			documents[i].put(b);
			return true;
		}
	}
	for (size_t i = 0; i < schemas_all_n; i++) {
		*list_add(b->arena, names) = str_of(schemas_all[i]->name);
		if (str_is(name, schemas_all[i]->name)) {
			schema_write_json(b, schemas_all[i]);
			return true;
		}
	}
	return false;
}

int command_schema(const struct options *o)
{
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a), list = strbuf_on(&a);
	struct diag d = diag_on(&a);
	struct str_list names = {0};
	bool found = put_named(&b, o->word[0], &names);
	for (size_t i = 0; !found && i < names.n; i++)
		strbuf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARG(names.v[i]));
	if (!found) {
		diag_say(&d, MSG_SCHEMA_UNKNOWN, (struct loc){0}, o->word[0],
			strbuf_str(&list));
		report_usage(&d, o);
	}
	if (b.n)
		fwrite(b.p, 1, b.n, stdout);
	arena_release(&a);
	return found ? EXIT_PUBLISHED : EXIT_USAGE;
}
