/*
 * catalogue.c: reads the folder of a catalogue. It judges one file at a time: what
 * procedures mean together, and where their links may lead, is resolve's business.
 */
#include "model/catalogue.h"

#include "base/map.h"
#include "data/front.h"
#include "data/yaml_read.h"
#include "model/ahead.h"

struct reader {
	struct arena *arena;
	struct str name;
	const struct source *source;
	struct diag *diag;
	struct schema_mode mode;
};

/* Another year's catalogue must not fail for what this program does not know. */
static const struct schema_mode lenient = {.unknown_is_note = true};

/* A path as messages show it: "catalogue amrf: demarches/cni.md". */
static struct str shown(const struct reader *r, struct str path)
{
	if (!r->source->name.n)
		return path;
	return str_printf(
		r->arena, "%.*s: %.*s", STR_ARG(r->source->name), STR_ARG(path));
}

static struct loc whole_file(const struct reader *r, struct str path)
{
	struct origin *o = arena_new(r->arena, struct origin);
	*o = (struct origin){.name = shown(r, path), .layer = r->name};
	return (struct loc){o, 0, 0};
}

static void say_left_out(const struct reader *r, struct str path)
{
	diag_say(r->diag, MSG_FILE_LEFT_OUT, whole_file(r, path), shown(r, path));
}

/* A YAML file by its schema; NULL when it is absent, or cannot be read (said). */
static const struct value *read_yaml(
	const struct reader *r, const char *path, const struct schema *schema)
{
	const struct source_file *f = source_find(r->source, str_of(path));
	if (!f)
		return NULL;
	struct origin *o = arena_new(r->arena, struct origin);
	*o = (struct origin){.name = shown(r, f->path), .layer = r->name};
	struct str bytes = {0};
	const struct value *raw = NULL;
	if (!source_read(r->source, f, SOURCE_MAX_TEXT, r->arena, r->diag, &bytes) ||
		!front_text(r->arena, o, bytes, r->diag) ||
		!yaml_read(r->arena, o, 0, o->text, r->diag, &raw)) {
		say_left_out(r, f->path);
		return NULL;
	}
	return schema_check(
		r->arena, schema, raw, r->mode, (struct loc){o, 1, 0}, r->diag, NULL);
}

/* Two rows with one id: nobody could tell which is meant. */
static void check_ids(const struct reader *r, const struct value *list)
{
	struct arena scratch = {0};
	struct map first = {0};
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *row = value_at(list, i), *id = value_get(row, "id");
		if (!value_given(id))
			continue;
		void **slot = map_put(&scratch, &first, id->text);
		if (!*slot) {
			memcpy(slot, &id, sizeof id);
			continue;
		}
		const struct value *other = *slot;
		diag_say(r->diag, MSG_CATALOGUE_ID_TWICE, id->loc, id->text);
		diag_also(r->diag, MSG_NOTE_FIRST_HERE, other->loc);
	}
	arena_release(&scratch);
}

/* "1.2.3" as three numbers; false when it is not one. */
static bool version_parse(struct str s, unsigned long part[3])
{
	struct str piece;
	size_t n = 0;
	for (; n < 3 && str_cut(&s, '.', &piece); n++)
		if (!str_to_uint(piece, 99999, &part[n]))
			return false;
	return n > 0 && s.n == 0;
}

/* `tambour: ">= 1.2"`: said when this program is older, and used all the same. */
static void check_version(const struct reader *r, const struct value *about)
{
	const struct value *wanted = value_get(about, "tambour");
	if (!value_given(wanted))
		return;
	struct str s = str_trim(wanted->text);
	if (str_starts(s, STR(">=")))
		s = str_trim(str_from(s, 2));
	unsigned long need[3] = {0}, have[3] = {0};
	version_parse(STR(TAMBOUR_VERSION), have);
	if (!version_parse(s, need)) {
		diag_say(r->diag, MSG_CATALOGUE_TAMBOUR_SHAPE, wanted->loc,
			wanted->text);
		return;
	}
	for (size_t i = 0; i < 3; i++) {
		if (have[i] == need[i])
			continue;
		if (have[i] < need[i])
			diag_say(r->diag, MSG_CATALOGUE_NEWER, wanted->loc, r->name, s,
				STR(TAMBOUR_VERSION));
		return;
	}
}

/* False when nothing of the catalogue can be used: no catalogue.yaml, another format.
 */
static bool read_about(const struct reader *r, struct catalogue *out)
{
	const char *file = "catalogue.yaml";
	if (!source_find(r->source, str_of(file)))
		return diag_say(r->diag, MSG_CATALOGUE_MISSING,
			whole_file(r, str_of(file)), r->name, r->source->where);
	out->about = read_yaml(r, file, &schema_catalogue);
	const struct value *format = value_get(out->about, "format");
	if (!value_given(format) || format->faulty)
		return diag_say(r->diag, MSG_CATALOGUE_LEFT_OUT,
			whole_file(r, str_of(file)), r->name);
	check_version(r, out->about);
	return true;
}

/* A page of the folder; one in a sub-folder is said. */
static bool is_page(const struct reader *r, struct str path, struct str folder)
{
	struct str rest = str_from(path, folder.n);
	if (!str_ends(rest, STR(".md")) ||
		str_is(str_lower_ascii(r->arena, rest), "readme.md"))
		return false;
	if (str_index(rest, '/') == rest.n)
		return true;
	return diag_say(r->diag, MSG_FILE_TOO_DEEP, whole_file(r, path), shown(r, path),
		folder);
}

static void read_bytes(void *user, struct ahead *x)
{
	const struct reader *r = user;
	x->read = source_read(
		r->source, x->file, SOURCE_MAX_TEXT, r->arena, r->diag, &x->bytes);
}

static void read_pages(struct reader *r, const char *folder, enum page_kind kind,
	struct page_list *out)
{
	size_t below = 0, first = source_below(r->source, str_of(folder), &below),
	       n = 0;
	struct ahead *v = arena_list(r->arena, below, struct ahead);
	for (size_t i = first; i < first + below; i++) {
		const struct source_file *f = &r->source->files.v[i];
		if (is_page(r, f->path, str_of(folder)))
			v[n++] = (struct ahead){.file = f,
				.kind = kind,
				.layer = r->name,
				.shown = shown(r, f->path),
				.mode = r->mode};
	}
	ahead_parse(r->arena, v, n, read_bytes, r);
	for (size_t i = 0; i < n; i++) {
		diag_append(r->diag, &v[i].said);
		if (v[i].ok)
			*list_add(r->arena, out) = v[i].page;
		else
			say_left_out(r, v[i].file->path);
	}
}

static bool read_folder(struct reader *r, struct catalogue *out)
{
	*out = (struct catalogue){.name = r->name, .source = r->source};
	if (!read_about(r, out))
		return false;
	const struct value *headings =
		read_yaml(r, "categories.yaml", &schema_categories);
	out->categories = value_get(headings, "categories");
	out->events = value_get(headings, "evenements");
	out->operators = value_get(
		read_yaml(r, "operateurs.yaml", &schema_operateurs), "operateurs");
	out->territories = value_get(
		read_yaml(r, "territoires.yaml", &schema_territoires), "territoires");
	check_ids(r, out->categories);
	check_ids(r, out->events);
	check_ids(r, out->operators);
	check_ids(r, out->territories);
	read_pages(r, "demarches/", PAGE_PROCEDURE, &out->procedures);
	read_pages(r, "mentions/", PAGE_MENTION, &out->mentions);
	return true;
}

bool catalogue_read(struct arena *a, struct str name, const struct source *src,
	struct diag *d, struct catalogue *out)
{
	return read_folder(&(struct reader){a, name, src, d, lenient}, out);
}

bool catalogue_read_strictly(struct arena *a, struct str name, const struct source *src,
	struct diag *d, struct catalogue *out)
{
	const struct schema_mode strict = {.unknown_is_note = false};
	return read_folder(&(struct reader){a, name, src, d, strict}, out);
}
