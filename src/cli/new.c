/*
 * new.c: `tambour new DIR`: a commune that can be published at once, from answers given
 * as options or asked; `tambour new catalogue DIR`: a catalogue that checks; `tambour new
 * theme DIR`: a theme that can be looked at. It writes files; what they say is in
 * src/cli/starter, starter_catalogue and starter_theme.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/strbuf.h"
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/starter.h"
#include "text/utf8.h"

#define LINE_MAX_CHARACTERS 80 /* of an answer: what `nom` may have */
/* Bytes of one answer; what is longer has too many characters, and is refused. */
#define ANSWER_MAX (LINE_MAX_CHARACTERS * 4 + 2)

/* What is asked, in this order; the first two are needed. */
static const struct question {
	enum option option;
	const char *name;  /* its place in the files: @NOM@ */
	const char *needs; /* what to type when it must be given; NULL: it may lack */
	const char *ask[2], *what[2];
} questions[] = {
	{OPTION_NAME, "NOM", "--nom",
		{"Nom officiel de la commune (avec son article) : ",
			"Official name of the commune (with its article): "},
		{"le nom", "the name"}},
	{OPTION_CODE_INSEE, "CODE_INSEE", "--code-insee 61999",
		{"Code INSEE (cinq signes) : ", "INSEE code (five signs): "},
		{"le code INSEE", "the INSEE code"}},
	{OPTION_POSTCODE, "CODE_POSTAL", NULL, {"Code postal : ", "Postcode: "},
		{"", ""}},
	{OPTION_STREET, "ADRESSE", NULL,
		{"Numéro et rue de la mairie : ",
			"Number and street of the town hall: "},
		{"", ""}},
	{OPTION_PHONE, "TELEPHONE", NULL,
		{"Téléphone de la mairie : ", "Phone of the town hall: "}, {"", ""}},
	{OPTION_EMAIL, "COURRIEL", NULL,
		{"Courriel de la mairie : ", "E-mail of the town hall: "}, {"", ""}},
};
#define QUESTIONS (sizeof questions / sizeof *questions)

struct place {
	struct str name, value;
};

struct maker;

/* The word before the folder; without one, or alone ("catalogue"), it is a commune. */
struct making {
	const char *word;
	const struct starter_file *files;
	const size_t *n;
	const char
		*filled; /* the only file with places; NULL: all outside catalogues/ */
	/* Asks, judges and notes what the files need; false, said. */
	bool (*answers)(struct maker *m);
	enum diag_code done;
};

struct maker {
	struct arena *arena;
	struct diag *diag;
	const struct options *options;
	const struct making *making;
	struct str folder;
	struct place places[QUESTIONS + 4];
	size_t n;
	struct str_list folders, written; /* made by this run, in their order */
};

static void set_place(struct maker *m, const char *name, struct str value)
{
	m->places[m->n++] = (struct place){str_of(name), value};
}

static struct str place_value(const struct maker *m, struct str name)
{
	for (size_t i = 0; i < m->n; i++)
		if (str_eq(m->places[i].name, name))
			return m->places[i].value;
	return (struct str){0};
}

/* One line typed by a person; empty at the end of input. */
static struct str ask(struct arena *a, const char *prompt)
{
	char line[ANSWER_MAX];
	fputs(prompt, stdout);
	fflush(stdout);
	if (!fgets(line, sizeof line, stdin))
		return (struct str){0};
	/* The rest of a long line answers no other question. */
	bool whole = str_ends(str_of(line), STR("\n"));
	for (int c = 0; !whole && c != '\n' && c != EOF;)
		c = getchar();
	return str_dup(a, str_trim(str_of(line)));
}

/* False, said, when a needed answer is missing. */
static bool collect(struct maker *m)
{
	enum diag_lang lang = m->options->help_lang;
	bool person = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	for (size_t i = 0; i < QUESTIONS; i++) {
		const struct question *q = &questions[i];
		struct str value = str_trim(m->options->value[q->option]);
		if (!m->options->given[q->option] && person)
			value = ask(m->arena, q->ask[lang]);
		if (!value.n && q->needs)
			return diag_say(m->diag, MSG_NEW_NEEDS, (struct loc){0},
				str_of(q->needs), str_of(q->what[lang]));
		set_place(m, q->name, value);
	}
	return true;
}

static bool check_answer(struct maker *m, const char *name, enum diag_code code,
	bool ok, const char *example)
{
	struct str value = place_value(m, str_of(name));
	return !value.n || ok ||
	       diag_say(m->diag, code, (struct loc){0}, value, str_of(example));
}

/* One line of text, short enough for its key: else the commune could not be read. */
static bool is_line(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return utf8_invalid(s) == s.n && utf8_count(s) <= LINE_MAX_CHARACTERS;
}

static bool check_lines(struct maker *m)
{
	for (size_t i = 0; i < QUESTIONS; i++) {
		struct str value = place_value(m, str_of(questions[i].name));
		if (!is_line(value))
			return diag_say(m->diag, MSG_NEW_ANSWER, (struct loc){0}, value,
				str_printf(m->arena, "%d", LINE_MAX_CHARACTERS));
	}
	return true;
}

static bool check_answers(struct maker *m)
{
	struct phone phone;
	struct str tel = place_value(m, STR("TELEPHONE"));
	return check_lines(m) &&
	       check_answer(m, "CODE_INSEE", MSG_CODE_INSEE_INVALID,
		       code_insee_valid(place_value(m, STR("CODE_INSEE"))),
		       "--code-insee 61999") &&
	       check_answer(m, "CODE_POSTAL", MSG_NEW_POSTCODE,
		       code_postal_valid(place_value(m, STR("CODE_POSTAL"))),
		       "--code-postal 61000") &&
	       check_answer(m, "TELEPHONE", MSG_PHONE_INVALID,
		       phone_parse(m->arena, tel, &phone),
		       "--telephone \"02 61 91 00 00\"") &&
	       check_answer(m, "COURRIEL", MSG_EMAIL_INVALID,
		       email_valid(place_value(m, STR("COURRIEL"))),
		       "--courriel mairie@commune.example");
}

/* What follows from the answers. */
static void derive(struct maker *m)
{
	struct arena *a = m->arena;
	struct str nom = place_value(m, STR("NOM")),
		   code = place_value(m, STR("CODE_POSTAL"));
	struct commune c = {.nom = nom};
	commune_contract(a, &c);
	set_place(m, "DE_NOM", c.de_nom);
	set_place(m, "A_NOM", c.a_nom);
	set_place(m, "LIGNE_COMMUNE",
		code.n ? str_printf(a, "%.*s %.*s", STR_ARG(code), STR_ARG(nom)) : nom);
	struct str zone = zone_of_departement(
		code_insee_departement(place_value(m, STR("CODE_INSEE"))));
	set_place(m, "DATE", date_iso(a, pipeline_now(m->options, zone).day));
	for (size_t i = 0; i < m->n; i++)
		if (str_is(m->places[i].name, "ADRESSE") && !m->places[i].value.n)
			m->places[i].value = STR("Mairie");
}

/* A text for between double quotes in YAML. */
static void put_quoted(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			strbuf_byte(b, '\\');
		strbuf_byte(b, s.p[i]);
	}
}

/* One line with its @PLACES@ filled; false when one has no value: the line goes. */
static bool fill_line(const struct maker *m, struct str line, struct strbuf *b)
{
	while (line.n) {
		size_t open = str_index(line, '@');
		strbuf_add(b, str_sub(line, 0, open));
		if (open == line.n)
			break;
		struct str rest = str_from(line, open + 1);
		size_t close = str_index(rest, '@');
		struct str value = place_value(m, str_sub(rest, 0, close));
		if (!value.n)
			return false;
		put_quoted(b, value);
		line = str_from(rest, close + 1);
	}
	strbuf_byte(b, '\n');
	return true;
}

static struct str fill(const struct maker *m, struct str text)
{
	struct strbuf b = strbuf_on(m->arena);
	struct str line;
	while (str_cut(&text, '\n', &line)) {
		size_t before = b.n;
		if (!fill_line(m, line, &b))
			b.n = before;
	}
	return strbuf_str(&b);
}

/* The catalogue's files hold no places: their {facts} are Tambour's business. */
static bool holds_places(const struct maker *m, const char *path)
{
	return m->making->filled ? strcmp(path, m->making->filled) == 0
				 : !str_starts(str_of(path), STR("catalogues/"));
}

/* Take note of the folders of a path that are still to be made, the highest first. */
static void note_folders(struct maker *m, struct str path)
{
	for (size_t i = 1; i < path.n; i++) {
		struct str above = str_sub(path, 0, i);
		if (path.p[i] != '/' || !access(str_cstr(m->arena, above), F_OK))
			continue;
		*list_add(m->arena, &m->folders) = above;
	}
}

/* Leave nothing of a commune that could not be written whole. */
static void undo(struct maker *m)
{
	for (size_t i = m->written.n; i-- > 0;)
		unlink(str_cstr(m->arena, m->written.v[i]));
	for (size_t i = m->folders.n; i-- > 0;)
		rmdir(str_cstr(m->arena, m->folders.v[i]));
}

static int write_file(struct maker *m, struct str path, struct str bytes)
{
	note_folders(m, path);
	size_t slash = str_rindex(path, '/');
	int e = file_make_dirs(AT_FDCWD, str_cstr(m->arena, str_sub(path, 0, slash)));
	bool other = !access(str_cstr(m->arena, path), F_OK);
	if (!e && !other)
		*list_add(m->arena, &m->written) = path;
	return e ? e : file_write(AT_FDCWD, str_cstr(m->arena, path), bytes);
}

/* "assets/NOM.css" is named after what is made. */
static struct str path_of(struct maker *m, const char *path)
{
	struct str p = str_of(path), name = STR("NOM");
	size_t at = str_find(p, name);
	if (at == p.n)
		return p;
	return str_concat(m->arena, str_sub(p, 0, at), place_value(m, name),
		str_from(p, at + name.n));
}

static bool write_one(struct maker *m, const struct starter_file *f, bool places)
{
	struct str bytes = {(const char *)f->bytes, f->n};
	struct str path =
		str_concat(m->arena, m->folder, STR("/"), path_of(m, f->path));
	int e = write_file(m, path, places ? fill(m, bytes) : bytes);
	if (!e)
		return true;
	undo(m);
	return diag_say(
		m->diag, MSG_NEW_WRITE, (struct loc){0}, path, diag_errno(m->diag, e));
}

static bool write_files(struct maker *m)
{
	for (size_t i = 0; i < *m->making->n; i++) {
		const struct starter_file *f = &m->making->files[i];
		if (!write_one(m, f, holds_places(m, f->path)))
			return false;
	}
	return true;
}

/* A folder that does not exist, or holds nothing a person put there. */
static bool is_free(struct maker *m)
{
	const char *folder = str_cstr(m->arena, m->folder);
	if (access(folder, F_OK))
		return true;
	struct diag quiet = diag_on(m->arena);
	struct source *s =
		source_folder(m->arena, (struct str){0}, folder, NULL, 0, &quiet);
	bool empty = s && !s->files.n;
	if (s)
		source_close(s);
	return empty ||
	       diag_say(m->diag, MSG_NEW_NOT_EMPTY, (struct loc){0}, m->folder);
}

/* ---- what can be made ---- */

/* The answers of a catalogue: none is needed to begin. */
static bool answers_of_catalogue(struct maker *m)
{
	const struct options *o = m->options;
	struct str name = str_trim(o->value[OPTION_NAME]);
	set_place(m, "NOM", name.n ? name : STR("Notre association"));
	set_place(m, "TELEPHONE", str_trim(o->value[OPTION_PHONE]));
	set_place(m, "COURRIEL", str_trim(o->value[OPTION_EMAIL]));
	bool any = o->given[OPTION_PHONE] || o->given[OPTION_EMAIL];
	set_place(m, "CONTACT", any ? STR("contact") : (struct str){0});
	return check_answers(m);
}

static bool answers_of_commune(struct maker *m)
{
	if (!collect(m) || !check_answers(m))
		return false;
	derive(m);
	return true;
}

/* A theme that can be read whole, with its parents; else false, said. */
static bool parent_exists(struct maker *m, struct str parent)
{
	const char *folders[THEME_FOLDERS_MAX + 1];
	struct theme t = {0};
	pipeline_theme_folders(m->arena, folders);
	struct theme_request request = {.name = parent, .folders = folders};
	m->diag->muted = true;
	bool ok = theme_read(m->arena, &request, m->diag, &t);
	m->diag->muted = false;
	theme_close(&t);
	struct str_list names = {0};
	if (!ok)
		names = theme_names(m->arena, folders);
	return ok || diag_say(m->diag, MSG_NEW_THEME_PARENT, (struct loc){0}, parent,
			     str_list_join(m->arena, &names, STR(", ")));
}

/* What templates call assets/NAME.css. */
static struct str sheet_of(struct arena *a, struct str name)
{
	char *p = arena_text(a, name.n);
	for (size_t i = 0; i < name.n; i++)
		p[i] = name.p[i] == '-' ? '_' : name.p[i];
	return str_concat(a, (struct str){p, name.n}, STR("_css"));
}

static bool answers_of_theme(struct maker *m)
{
	struct str folder = m->folder;
	while (folder.n && folder.p[folder.n - 1] == '/')
		folder.n--;
	size_t slash = str_rindex(folder, '/');
	struct str name = slash < folder.n ? str_from(folder, slash + 1) : folder,
		   slug = utf8_slug(m->arena, name),
		   parent = m->options->given[OPTION_PARENT]
				    ? m->options->value[OPTION_PARENT]
				    : STR("bocage");
	if (!name.n || !str_eq(name, slug))
		return diag_say(m->diag, MSG_NEW_THEME_NAME, (struct loc){0}, name,
			slug.n ? slug : STR("littoral-du-val"));
	set_place(m, "NOM", name);
	set_place(m, "PARENT", parent);
	set_place(m, "FEUILLE", sheet_of(m->arena, name));
	return parent_exists(m, parent);
}

static const struct making makings[] = {
	{"catalogue", starter_catalogue, &starter_catalogue_n, "catalogue.yaml",
		answers_of_catalogue, MSG_NEW_CATALOGUE_DONE},
	{"theme", starter_theme, &starter_theme_n, NULL, answers_of_theme,
		MSG_NEW_THEME_DONE},
	{"", starter_files, &starter_files_n, NULL, answers_of_commune, MSG_NEW_DONE},
};
#define MAKINGS (sizeof makings / sizeof *makings)

static const struct making *making_wanted(const struct options *o)
{
	size_t i = 0;
	while (i + 1 < MAKINGS &&
		!(o->words == 2 && str_is(o->word[0], makings[i].word)))
		i++;
	return &makings[i];
}

static int make(struct maker *m)
{
	if (!is_free(m) || !m->making->answers(m))
		return EXIT_USAGE;
	return write_files(m) ? EXIT_PUBLISHED : EXIT_NOTHING;
}

int command_new(const struct options *o)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct maker m = {
		.arena = &a, .diag = &d, .options = o, .making = making_wanted(o)};
	bool worded = m.making->word[0] != '\0';
	int status = EXIT_USAGE;
	m.folder = str_of(str_cstr(&a, o->word[worded ? 1 : 0]));
	if (o->words == 2 && !worded)
		diag_say(&d, MSG_USAGE_TOO_MANY, (struct loc){0}, o->word[1]);
	else
		status = make(&m);
	if (status == EXIT_PUBLISHED) {
		diag_say(&d, m.making->done, (struct loc){0},
			place_value(&m, STR("NOM")), m.folder);
		report_line(&d, o->help_lang);
	} else {
		report_usage(&d, o);
	}
	arena_release(&a);
	return status;
}
