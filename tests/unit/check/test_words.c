/* Headings out of step, and links whose words say nothing. */
#include "check_world.h"

static void headings_go_down_one_level_at_a_time(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		unsigned line; /* of what is said; 0: nothing */
		const char *marks;
	} rows[] = {
		{"# A\n\n## B\n\n### C\n\n# D", 0, ""},
		{"## A\n\n### B\n\n## C", 0, ""},
		{"### A\n\n### B", 0, ""},
		{"Texte.", 0, ""},
		{"## A\n\n#### B", 6, "###"},
		{"# A\n\n### B\n\n### C", 6, "##"},
		{"### A\n\n## B", 4, "##"},
		{"A\n=\n\n### B", 7, "##"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		check_body(&x, rows[i].body);
		if (!rows[i].line) {
			world_silent(&x.w);
		} else {
			world_only(&x.w, MSG_CHECK_HEADING, "pages/vie/a.md",
				rows[i].line);
			assert_str(world_message(&x.w, MSG_CHECK_HEADING)->arg[1],
				rows[i].marks);
		}
		web_close(&x);
	}
}

static void links_say_where_they_lead(void **state)
{
	(void)state;
	static const struct {
		const char *words;
		bool said;
	} rows[] = {
		{"Cliquez ici", true},
		{"ici", true},
		{"ICI !", true},
		{"« ici »", true},
		{"**ici**", true},
		{"Lire la suite…", true},
		{"En savoir plus →", true},
		{"ce lien", true},
		{"lien", true},
		{"plus d’infos", true},
		{"plus d'infos", true},
		{"Télécharger", true},
		{"Télécharger le budget 2026", false},
		{"En savoir plus sur le budget", false},
		{"Inscription à l’école", false},
		{"Laval", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		struct str body = str_printf(&x.w.arena,
			"Pour s’inscrire, [%s](https://x.example/a).", rows[i].words);
		check_body(&x, body.p);
		if (rows[i].said)
			world_only(&x.w, MSG_CHECK_LINK_WORDS, "pages/vie/a.md", 4);
		else
			world_silent(&x.w);
		web_close(&x);
	}
}

static void a_link_needs_words(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "Voir [](https://x.example/a).");
	check_only(&x, MSG_CHECK_LINK_NO_WORDS, 4, 6, "https://x.example/a");
	web_close(&x);
}

static void a_picture_speaks_for_its_link(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "images/a.png", "x");
	check_body(&x, "[![Le plan du bourg](images/a.png)](https://x.example/a)");
	world_silent(&x.w);
	web_close(&x);
}

static void bare_addresses_are_words_enough(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "Voir https://ici.example/ ou mairie@commune.example.");
	world_silent(&x.w);
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headings_go_down_one_level_at_a_time),
		cmocka_unit_test(links_say_where_they_lead),
		cmocka_unit_test(a_link_needs_words),
		cmocka_unit_test(a_picture_speaks_for_its_link),
		cmocka_unit_test(bare_addresses_are_words_enough),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
