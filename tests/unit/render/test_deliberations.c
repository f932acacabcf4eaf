/*
 * test_deliberations.c: deliberations.csv held against the national schema, whose rules
 * are the table below (documentation of "deliberations" 2.1.3, schema.data.gouv.fr).
 */
#include "render_world.h"

#include <regex.h>

#define CSV "actes/deliberations.csv"
#define DATE "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
#define WHOLE "^(0|[1-9][0-9]*)$"

static const struct rule {
	const char *name;
	bool required;
	const char *pattern; /* NULL: any text */
} rules[] = {
	{"COLL_NOM", true, NULL},
	{"COLL_SIRET", true, "^[0-9]{14}$"},
	{"DELIB_ID", true, NULL},
	{"DELIB_DATE", true, DATE},
	{"DELIB_MATIERE_CODE", true, "^[0-9]\\.[0-9]{1,2}$"},
	{"DELIB_MATIERE_NOM", true, "^[^A-Z,()]+/[^A-Z,()]+$"},
	{"DELIB_OBJET", true, NULL},
	{"BUDGET_ANNEE", false, "^[0-9]{4}(/[0-9]{4})?$"},
	{"BUDGET_NOM", false, NULL},
	{"PREF_ID", false, NULL},
	{"PREF_DATE", false, DATE},
	{"VOTE_EFFECTIF", false, WHOLE},
	{"VOTE_REEL", false, WHOLE},
	{"VOTE_POUR", false, WHOLE},
	{"VOTE_CONTRE", false, WHOLE},
	{"VOTE_ABSTENTION", false, WHOLE},
	{"DELIB_URL", false, "^https://[^ ]+$"},
};
#define COLUMNS (sizeof rules / sizeof *rules)

/* One cell of RFC 4180 from *at on; *end is the sign behind it: ',' or '\r'. */
static struct str take_cell(struct arena *a, struct str s, size_t *at, char *end)
{
	struct strbuf b = strbuf_on(a);
	bool quoted = *at < s.n && s.p[*at] == '"';
	*at += quoted;
	while (*at < s.n) {
		char c = s.p[*at];
		if (quoted && c == '"' && *at + 1 < s.n && s.p[*at + 1] == '"')
			(*at)++;
		else if (quoted && c == '"') {
			quoted = false;
			(*at)++;
			continue;
		} else if (!quoted && (c == ',' || c == '\r'))
			break;
		else if (!quoted)
			assert_true(c != '"' && c != '\n');
		strbuf_byte(&b, c);
		(*at)++;
	}
	assert_false(quoted);
	assert_true(*at < s.n);
	*end = s.p[(*at)++];
	return strbuf_str(&b);
}

/* All rows, the names first; each has every column, and ends with CR LF. */
static size_t read_csv(
	struct arena *a, struct str s, struct str (*rows)[COLUMNS], size_t most)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n; n++) {
		assert_true(n < most);
		for (size_t c = 0; c < COLUMNS; c++) {
			char end;
			rows[n][c] = take_cell(a, s, &at, &end);
			assert_int_equal(end, c + 1 < COLUMNS ? ',' : '\r');
		}
		assert_int_equal(s.p[at++], '\n');
	}
	return n;
}

static void hold(struct arena *a, const struct rule *rule, struct str cell)
{
	regex_t re;
	if (rule->required && !str_trim(cell).n)
		fail_msg("%s is empty", rule->name);
	if (!cell.n || !rule->pattern)
		return;
	assert_int_equal(regcomp(&re, rule->pattern, REG_EXTENDED | REG_NOSUB), 0);
	int e = regexec(&re, str_cstr(a, cell), 0, NULL, 0);
	regfree(&re);
	if (e)
		fail_msg("%s: %s", rule->name, str_cstr(a, cell));
}

static void put_act(struct world *w, const char *path, const char *header)
{
	world_put(w, str_printf(&w->arena, "commune/actes/%s", path).p,
		str_printf(&w->arena, "---\n%s---\nTexte.\n", header).p);
}

static void open_with_templates(struct world *w)
{
	world_open(w);
	world_template(w, "actes.html",
		"{{#actes}}{{publicite}}{{#donnees_lien}}"
		"[{{donnees_lien}}]{{/donnees_lien}}{{/actes}}");
	world_template(w, "acte.html", "{{page.titre}}");
}

static void rows_hold_to_the_national_schema(void **state)
{
	(void)state;
	struct world w;
	struct str rows[8][COLUMNS];
	open_with_templates(&w);
	world_commune(&w, WORLD_MAIRIE "siren: \"216109983 00017\"\n"
				       "site: { lien: https://x.example }\n");
	put_act(&w, "2026-02-05-a.md",
		"type: deliberation\nobjet: 'Tarifs, dits \"d’été\" ; =1+1'\n"
		"numero: 2026-1\nmatiere: 7.10\nmise_en_ligne: 2026-02-06\n"
		"budget_annee: 2026\nbudget_nom: Budget principal\n"
		"votes: { effectif: 11, presents: 9, votants: 10, pour: 9, contre: 0, "
		"abstention: 1 }\n"
		"prefecture: { date: 6/2/2026, identifiant: PREF061 }\n");
	put_act(&w, "2026-02-05-b.md",
		"type: délibération\nobjet: Logement\nmatiere: 8.5\n"
		"mise_en_ligne: 2026-02-06\nbudget_annee: 2026\n"
		"votes: { effectif: 11, presents: 9, pour: 8, contre: 1, abstention: 0 "
		"}\n"
		"prefecture: { date: 4/2/2026 }\n");
	put_act(&w, "2026-02-05-sans-matiere.md",
		"type: délibération\nobjet: Rien\nmise_en_ligne: 2026-02-06\n");
	put_act(&w, "2026-02-05-arrete.md",
		"type: arrêté\nobjet: Vitesse\nmatiere: 6.1\nmise_en_ligne: 2026-02-06\n");
	put_act(&w, "2026-02-05-demain.md",
		"type: délibération\nobjet: Demain\nmatiere: 1.1\n"
		"mise_en_ligne: 2026-11-25\n");
	world_render(&w);
	struct str bytes;
	assert_true(publisher_memory_get(w.publisher, STR(CSV), &bytes));
	size_t n = read_csv(&w.arena, bytes, rows, 8);
	assert_int_equal(n, 3);
	for (size_t c = 0; c < COLUMNS; c++)
		assert_true(str_is(rows[0][c], rules[c].name));
	for (size_t i = 1; i < n; i++)
		for (size_t c = 0; c < COLUMNS; c++)
			hold(&w.arena, &rules[c], rows[i][c]);
	assert_true(str_is(rows[2][2], "2026-1"));
	assert_true(str_is(rows[2][4], "7.10"));
	assert_true(str_is(rows[2][12], "10"));
	assert_true(str_is(rows[1][2], "2026-02-05-b"));
	assert_true(str_is(rows[1][5],
		"domaines de compétences par thèmes/politique de la ville habitat "
		"logement"));
	assert_true(str_is(rows[1][7], ""));  /* a budget without its name */
	assert_true(str_is(rows[1][10], "")); /* received before it was made */
	assert_true(str_is(rows[1][12], "9"));
	world_shows(&w, "actes/index.html", "[../actes/deliberations.csv]");
	world_close(&w);
}

/* Every matter gives a code and a name that the schema accepts. */
static void every_matter_is_one_of_the_schema(void **state)
{
	(void)state;
	static const int counts[] = {7, 3, 6, 5, 8, 5, 10, 9, 4};
	int seen[9] = {0};
	for (size_t i = 0; i < ACT_MATTERS; i++) {
		const char *code = act_matters[i].code;
		int first = code[0] - '1';
		assert_true(first >= 0 && first < 9 && code[1] == '.');
		assert_int_equal(atoi(code + 2), ++seen[first]);
		assert_string_equal(act_matter_codes[i], code);
	}
	for (size_t i = 0; i < 9; i++)
		assert_int_equal(seen[i], counts[i]);
	assert_null(act_matter_codes[ACT_MATTERS]);
}

static void without_siret_there_is_no_file(void **state)
{
	(void)state;
	struct world w;
	struct str bytes;
	open_with_templates(&w);
	put_act(&w, "2026-02-05-a.md",
		"type: deliberation\nobjet: Tarifs\nmatiere: 7.10\n"
		"mise_en_ligne: 2026-02-06\n");
	world_render(&w);
	assert_false(publisher_memory_get(w.publisher, STR(CSV), &bytes));
	world_lacks(&w, "actes/index.html", "deliberations.csv");
	world_shows(&w, "actes/index.html", "sous forme électronique");
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_hold_to_the_national_schema),
		cmocka_unit_test(every_matter_is_one_of_the_schema),
		cmocka_unit_test(without_siret_there_is_no_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
