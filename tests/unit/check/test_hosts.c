/* Links of the commune's own pages to other sites. */
#include "check_world.h"

static void the_commune_may_name_any_https_host(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "[le club](https://club.example/a), [carte](//carte.example/)");
	world_silent(&x.w);
	web_close(&x);
}

static void http_is_said_with_the_cure(void **state)
{
	(void)state;
	static const char *const rows[] = {"[le club](http://club.example/a)",
		"[le club](HTTP://club.example/a)", "http://club.example/a"};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		check_body(&x, rows[i]);
		world_only(&x.w, MSG_CHECK_HTTP, "pages/vie/a.md", 4);
		assert_str(world_message(&x.w, MSG_CHECK_HTTP)->arg[1],
			"https://club.example/a");
		web_close(&x);
	}
}

static void http_in_the_menu_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_commune(
		&x.w, "menu:\n  - { titre: Club, lien: \"http://club.example/\" }\n");
	check_now(&x);
	world_only(&x.w, MSG_CHECK_HTTP, "commune.yaml", 10);
	web_close(&x);
}

/* A commune that lists hosts wants to hear of the others. */
static void a_list_of_hosts_is_kept_to(void **state)
{
	(void)state;
	static const struct {
		const char *host;
		bool said;
	} rows[] = {
		{"club.example", false},
		{"a.orne.example", false},
		{"orne.example", true},
		{"bon.example", false},       /* of the catalogue */
		{"operateur.example", false}, /* of an operator */
		{"www.commune.example", false},
		{"autre.example", true},
		{"club.example:8080", true},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct web_world x;
		web_open(&x);
		world_commune(&x.w,
			"hotes_permis: [club.example, \"*.orne.example\"]\n"
			"site: { lien: \"https://www.commune.example\" }\n");
		world_put(&x.w, "catalogues/asso/operateurs.yaml",
			"operateurs:\n  - { id: op, nom: Op, hotes: "
			"[operateur.example] }\n");
		struct str body =
			str_printf(&x.w.arena, "[le club](https://%s/a)", rows[i].host);
		check_body(&x, body.p);
		if (rows[i].said)
			check_only(&x, MSG_CHECK_HOST, 4, 1, rows[i].host);
		else
			world_silent(&x.w);
		web_close(&x);
	}
}

static void a_picture_of_another_site_is_said(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	check_body(&x, "![Le plan du bourg](https://carte.example/plan.png)");
	check_only(&x, MSG_CHECK_IMAGE_OUTSIDE, 4, 1, "https://carte.example/plan.png");
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_commune_may_name_any_https_host),
		cmocka_unit_test(http_is_said_with_the_cure),
		cmocka_unit_test(http_in_the_menu_is_said),
		cmocka_unit_test(a_list_of_hosts_is_kept_to),
		cmocka_unit_test(a_picture_of_another_site_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
