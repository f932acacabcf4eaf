/* options.c: see options.h. Long options, their letters, `--name=value`, `--`. */
#include "cli/options.h"

#include <stdlib.h>

#include "base/strbuf.h"
#include "image/reduce.h"
#include "text/date.h"
#include "text/utf8.h"

struct command_row {
	const char *name, *args, *help[2];
};
static const struct command_row commands[] = {
#define C(id, name, args, fr, en) {name, args, {fr, en}},
#include "cli/options.def"
};

struct option_row {
	const char *name;
	char letter;
	const char *value, *commands, *help[2];
};
static const struct option_row rows[] = {
#define O(id, name, letter, value, commands, fr, en)                                   \
	{name, letter, value, commands, {fr, en}},
#include "cli/options.def"
};

/* Words that a value may be: "text|json", or any when it holds no bar. */
static bool value_allowed(const char *allowed, struct str value)
{
	struct str rest = str_of(allowed), one;
	if (str_index(rest, '|') == rest.n)
		return value.n > 0;
	while (str_cut(&rest, '|', &one))
		if (str_eq(one, value))
			return true;
	return false;
}

static bool for_command(const struct option_row *row, enum command c)
{
	struct str rest = str_of(row->commands), one;
	if (c == COMMAND_COUNT || str_is(rest, "*"))
		return true;
	while (str_cut(&rest, ' ', &one))
		if (str_is(one, commands[c].name))
			return true;
	return false;
}

static bool say_near(struct diag *d, enum diag_code known, enum diag_code unknown,
	struct str word, const struct str *names, size_t n)
{
	struct str near = utf8_nearest(word, names, n);
	return near.n ? diag_say(d, known, (struct loc){0}, word, near)
		      : diag_say(d, unknown, (struct loc){0}, word);
}

static bool say_unknown_option(struct diag *d, struct str word)
{
	struct str names[OPTION_COUNT];
	for (size_t i = 0; i < OPTION_COUNT; i++)
		names[i] = str_printf(d->arena, "--%s", rows[i].name);
	return say_near(
		d, MSG_USAGE_OPTION_NEAR, MSG_USAGE_OPTION, word, names, OPTION_COUNT);
}

static bool say_unknown_command(struct diag *d, struct str word)
{
	struct str names[COMMAND_COUNT];
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		names[i] = str_of(commands[i].name);
	return say_near(d, MSG_USAGE_COMMAND_NEAR, MSG_USAGE_COMMAND, word, names,
		COMMAND_COUNT);
}

static size_t row_named(struct str name)
{
	size_t i = 0;
	while (i < OPTION_COUNT && !str_is(name, rows[i].name))
		i++;
	return i;
}

static size_t row_lettered(struct str letter)
{
	size_t i = 0;
	while (i < OPTION_COUNT &&
		!(letter.n == 1 && rows[i].letter && rows[i].letter == letter.p[0]))
		i++;
	return i;
}

static bool read_word(struct options *o, struct str word, struct diag *d)
{
	if (o->command == COMMAND_COUNT) {
		for (size_t i = 0; i < COMMAND_COUNT; i++)
			if (str_is(word, commands[i].name)) {
				o->command = (enum command)i;
				return true;
			}
		return say_unknown_command(d, word);
	}
	if (o->words == WORDS_MAX)
		return diag_say(d, MSG_USAGE_TOO_MANY, (struct loc){0}, word);
	o->word[o->words++] = word;
	return true;
}

/* An option at argv[*i]; *i advances past its value. */
static bool read_option(
	struct options *o, int argc, char **argv, int *i, struct diag *d)
{
	struct str whole = str_of(argv[*i]);
	bool is_long = str_starts(whole, STR("--"));
	size_t equals = is_long ? str_index(whole, '=') : whole.n;
	struct str name = str_sub(whole, is_long ? 2 : 1, equals);
	size_t row = is_long ? row_named(name) : row_lettered(name);
	if (row == OPTION_COUNT)
		return say_unknown_option(d, str_sub(whole, 0, equals));
	bool inline_value = equals < whole.n;
	struct str value = str_from(whole, equals + 1);
	struct str shown = str_printf(d->arena, "--%s", rows[row].name);
	if (rows[row].value[0] && !inline_value) {
		if (*i + 1 >= argc)
			return diag_say(d, MSG_USAGE_VALUE_MISSING, (struct loc){0},
				shown, str_of(rows[row].value));
		value = str_of(argv[++*i]);
	}
	if (!rows[row].value[0] && inline_value)
		return diag_say(d, MSG_USAGE_VALUE_TOO_MANY, (struct loc){0}, shown);
	if (rows[row].value[0] && !value_allowed(rows[row].value, value))
		return diag_say(d, MSG_USAGE_VALUE, (struct loc){0}, shown, value,
			str_of(rows[row].value));
	if (row == OPTION_ACCEPT) {
		if (o->accepts == ACCEPT_MAX)
			return diag_say(d, MSG_USAGE_TOO_MANY, (struct loc){0}, value);
		o->accept[o->accepts++] = value;
	}
	o->given[row] = true;
	o->value[row] = value;
	return true;
}

/* Other than a number, it would be taken for unset: two builds, two sites, no word. */
static bool check_epoch(struct diag *d)
{
	struct str s = str_of(getenv("SOURCE_DATE_EPOCH"));
	unsigned long epoch;
	return !s.n || str_to_uint(s, EPOCH_MAX, &epoch) ||
	       diag_say(d, MSG_USAGE_VARIABLE, (struct loc){0},
		       STR("SOURCE_DATE_EPOCH"), s);
}

static struct str shown_option(struct arena *a, enum option o)
{
	return str_printf(a, "--%s", rows[o].name);
}

/* Pairs of options of which the first has no sense without, or with, the second. */
static bool check_pairs(const struct options *o, struct diag *d)
{
	static const struct {
		enum option one, other;
		bool together;
	} pairs[] = {
		{OPTION_REF, OPTION_REPOSITORY, true},
		{OPTION_FOLDER, OPTION_REPOSITORY, true},
		{OPTION_OFFLINE, OPTION_REPOSITORY, true},
		{OPTION_LOCKED, OPTION_ACCEPT, false},
		{OPTION_LOCKED, OPTION_ACCEPT_REWRITE, false},
		{OPTION_LOCKED, OPTION_DRY_RUN, false},
		{OPTION_LOCKED, OPTION_ONLY, false},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (o->given[pairs[i].one] &&
			o->given[pairs[i].other] != pairs[i].together)
			return diag_say(d,
				pairs[i].together ? MSG_USAGE_NEEDS : MSG_USAGE_APART,
				(struct loc){0}, shown_option(d->arena, pairs[i].one),
				shown_option(d->arena, pairs[i].other));
	return true;
}

/* A commune from a repository has no folder: its site and its lock need places. */
static bool check_repository(const struct options *o, struct diag *d)
{
	if (!o->given[OPTION_REPOSITORY])
		return true;
	size_t folder = o->command == COMMAND_EXPLAIN ? 1 : 0;
	if (o->words > folder)
		return diag_say(d, MSG_USAGE_APART, (struct loc){0},
			STR("--repository"), o->word[folder]);
	if (o->command == COMMAND_BUILD && !o->given[OPTION_OUT])
		return diag_say(d, MSG_USAGE_NEEDS, (struct loc){0},
			STR("--repository"), STR("--out"));
	if (o->command == COMMAND_UPDATE && !o->given[OPTION_LOCK] &&
		!o->given[OPTION_DRY_RUN] && !o->given[OPTION_LOCKED])
		return diag_say(d, MSG_USAGE_LOCK_NOWHERE, (struct loc){0});
	return true;
}

/* What is typed must belong to the command. */
static bool check_options(const struct options *o, struct diag *d)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (o->given[i] && !for_command(&rows[i], o->command))
			return diag_say(d, MSG_USAGE_NOT_HERE, (struct loc){0},
				str_printf(d->arena, "--%s", rows[i].name),
				str_of(commands[o->command].name));
	struct moment day;
	struct str date = o->value[OPTION_DATE];
	if (o->given[OPTION_DATE] && moment_parse(date, &day) != DATE_OK)
		return diag_say(d, MSG_USAGE_VALUE, (struct loc){0}, STR("--date"),
			date, str_of(rows[OPTION_DATE].value));
	unsigned long jobs;
	if (o->given[OPTION_JOBS] &&
		(!str_to_uint(o->value[OPTION_JOBS], REDUCE_JOBS_MAX, &jobs) || !jobs))
		return diag_say(d, MSG_USAGE_VALUE, (struct loc){0}, STR("--jobs"),
			o->value[OPTION_JOBS], STR("2"));
	unsigned long port;
	if (o->given[OPTION_PORT] && !str_to_uint(o->value[OPTION_PORT], 65535, &port))
		return diag_say(d, MSG_USAGE_VALUE, (struct loc){0}, STR("--port"),
			o->value[OPTION_PORT], str_of(rows[OPTION_PORT].value));
	if (o->given[OPTION_HELP] || o->given[OPTION_VERSION])
		return true;
	if (!check_epoch(d))
		return false;
	if (o->command == COMMAND_COUNT)
		return diag_say(d, MSG_USAGE_NO_COMMAND, (struct loc){0});
	struct str rest = str_of(commands[o->command].args), one;
	size_t least = 0, most = 0;
	while (str_cut(&rest, ' ', &one)) {
		most++;
		least += one.p[0] != '[';
	}
	if (o->words > most)
		return diag_say(d, MSG_USAGE_TOO_MANY, (struct loc){0}, o->word[most]);
	if (o->words < least)
		return diag_say(d, MSG_USAGE_WORD_MISSING, (struct loc){0},
			str_of(commands[o->command].name),
			str_of(commands[o->command].args));
	return check_pairs(o, d) && check_repository(o, d);
}

/* The locale's language, as programs find it. */
static enum diag_lang locale_lang(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str s = str_of(getenv(names[i]));
		if (s.n)
			return str_starts(s, STR("fr")) || str_is(s, "C") ||
					       str_starts(s, STR("C.")) ||
					       str_is(s, "POSIX")
				       ? LANG_FR
				       : LANG_EN;
	}
	return LANG_FR;
}

bool options_read(struct options *o, int argc, char **argv, struct diag *d)
{
	*o = (struct options){.command = COMMAND_COUNT, .help_lang = locale_lang()};
	bool ok = true, only_words = false;
	for (int i = 1; i < argc && ok; i++) {
		struct str s = str_of(argv[i]);
		if (!only_words && str_is(s, "--"))
			only_words = true;
		else if (!only_words && s.n > 1 && s.p[0] == '-')
			ok = read_option(o, argc, argv, &i, d);
		else
			ok = read_word(o, s, d);
	}
	options_lang(o, &o->help_lang);
	return ok && check_options(o, d);
}

bool options_lang(const struct options *o, enum diag_lang *lang)
{
	struct str s = o->value[OPTION_LANG];
	if (!o->given[OPTION_LANG])
		s = str_of(getenv("TAMBOUR_LANG"));
	if (!str_is(s, "fr") && !str_is(s, "en"))
		return false;
	*lang = str_is(s, "en") ? LANG_EN : LANG_FR;
	return true;
}

#define HELP_COLUMN 26

static void put_help_line(struct strbuf *b, struct str left, const char *help)
{
	size_t from = b->n;
	strbuf_lit(b, "  ");
	strbuf_add(b, left);
	if (b->n - from >= HELP_COLUMN)
		strbuf_byte(b, '\n');
	int pad = b->n - from >= HELP_COLUMN ? HELP_COLUMN
					     : HELP_COLUMN - (int)(b->n - from);
	strbuf_printf(b, "%*s%s\n", pad, "", help);
}

static void put_options(struct strbuf *b, const struct options *o)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *r = &rows[i];
		if (!for_command(r, o->command) ||
			(o->command == COMMAND_COUNT &&
				!str_is(str_of(r->commands), "*")))
			continue;
		struct str letter = r->letter ? str_printf(b->arena, "-%c, ", r->letter)
					      : STR("    ");
		put_help_line(b,
			str_printf(b->arena, "%.*s--%s%s%s", STR_ARG(letter), r->name,
				r->value[0] ? " " : "", r->value),
			r->help[o->help_lang]);
	}
}

void options_help(const struct options *o, FILE *out)
{
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	bool french = o->help_lang == LANG_FR;
	if (o->command == COMMAND_COUNT) {
		strbuf_add(&b,
			str_of(french ? "Usage : tambour COMMANDE [OPTIONS]\n\n"
					"Tambour fait le site d’une commune à partir "
					"de ses fichiers.\n\n"
				      : "Usage: tambour COMMAND [OPTIONS]\n\n"
					"Tambour makes the site of a commune from its "
					"files.\n\n"));
		for (size_t i = 0; i < COMMAND_COUNT; i++)
			put_help_line(&b,
				str_printf(&a, "%s %s", commands[i].name,
					commands[i].args),
				commands[i].help[o->help_lang]);
	} else {
		const struct command_row *c = &commands[o->command];
		strbuf_printf(&b,
			french ? "Usage : tambour %s %s [OPTIONS]\n\n%s\n"
			       : "Usage: tambour %s %s [OPTIONS]\n\n%s\n",
			c->name, c->args, c->help[o->help_lang]);
	}
	strbuf_lit(&b, "\n");
	put_options(&b, o);
	fwrite(b.p, 1, b.n, out);
	arena_release(&a);
}
