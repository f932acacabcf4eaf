/* Addresses as browsers read them, hosts, facts of the commune, templates. */
#include "procedure_world.h"

#define CNI "catalogue asso: demarches/cni.md"

/* A list of one host. */
static const struct value *hosts(struct arena *a, const char *host)
{
	struct value *list = arena_new(a, struct value),
		     *item = arena_new(a, struct value);
	*item = (struct value){.kind = VALUE_TEXT, .text = str_of(host)};
	list->kind = VALUE_LIST;
	*list_add(a, &list->list) = item;
	return list;
}

static void hosts_match_exactly_or_below_a_name(void **state)
{
	(void)state;
	static const struct {
		const char *address, *host;
		bool allowed;
	} rows[] = {
		{"https://bon.example/a?b#c", "bon.example", true},
		{"https://bon.example", "bon.example", true},
		{"https://bon.example?x", "bon.example", true},
		{"HTTPS://Bon.Example/", "bon.example", true},
		{"https://a.bon.example/", "bon.example", false},
		{"https://a.bon.example/", "*.bon.example", true},
		{"https://a.b.bon.example/", "*.bon.example", true},
		{"https://bon.example/", "*.bon.example", false},
		{"https://mauvaisbon.example/", "*.bon.example", false},
		{"https://bon.example.mauvais.example/", "bon.example", false},
		{"https://mauvais.example/bon.example", "bon.example", false},
		{"https://mauvais.example/?https://bon.example", "bon.example", false},
		{"https://bon.example@mauvais.example/", "bon.example", false},
		{"https://moi@bon.example/", "bon.example", false},
		{"https://moi:mot@bon.example/", "bon.example", false},
		{"https://bon.example:8443/", "bon.example", false},
		{"https://bon.example:443/", "bon.example", false},
		{"http://bon.example/", "bon.example", false},
		{"//bon.example/", "bon.example", false},
		{"https:bon.example/", "bon.example", false},
		{"https:///bon.example/", "bon.example", false},
		{"https://bon.example\\@mauvais.example/", "bon.example", false},
		{"https://mauvais.example\\.bon.example/", "*.bon.example", false},
		{"https://mauvais.example%2f.bon.example/", "*.bon.example", false},
		{"https://bon.exam\tple/", "bon.example", false},
		{"https://bon.example /", "bon.example", false},
		{" https://bon.example/", "bon.example", false},
		{"https://bon.example./", "bon.example", false},
		{"https://bon..example/", "bon..example", false},
		{"https://mauvais\xE3\x80\x82"
		 "bon.example/",
			"*.bon.example", false},
		{"https://192.0.2.1/", "192.0.2.1", false},
		{"https://a.1/", "*.1", false},
		{"https://0x7f.0x1/", "0x7f.0x1", false},
		{"https://[::1]/", "[::1]", false},
		{"https://x.example/", "*.example", false},
		{"https://x.example/", "*", false},
		{"https://x.example/", "*.*", false},
		{"https://x.example/", "", false},
		{"https://localhost/", "localhost", false},
		{"", "bon.example", false},
	};
	struct arena a = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bool got =
			host_allowed(str_of(rows[i].address), hosts(&a, rows[i].host));
		if (got != rows[i].allowed)
			print_error("row %zu: %s by %s\n", i, rows[i].address,
				rows[i].host);
		assert_int_equal(got, rows[i].allowed);
	}
	assert_false(host_allowed(STR("https://bon.example/"), NULL));
	arena_release(&a);
}

static void facts_are_those_of_the_commune(void **state)
{
	(void)state;
	static const struct {
		const char *name, *value;
	} rows[] = {
		{"nom", "Saint-Aubin"},
		{"de_nom", "de Saint-Aubin"},
		{"code_insee", "61002"},
		{"code_departement", "61"},
		{"departement", "Orne"},
		{"region", "Normandie"},
		{"code_postal", "61000"},
		{"adresse", "1 place de la Mairie"},
		{"guichet", "x12"},
		{"siren", ""},
		{"courriel", ""},
		{"intercommunalite", ""},
	};
	struct world w;
	struct str value;
	world_open(&w);
	world_commune(&w, "services: { Guichet: x12 }\n");
	world_merge(&w);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_true(
			commune_fact(&w.site.commune, str_of(rows[i].name), &value));
		assert_true(str_is(value, rows[i].value));
	}
	assert_false(commune_fact(&w.site.commune, STR("code_inse"), &value));
	assert_int_equal(value.n, 0);
	world_close(&w);
}

static void a_siret_holds_the_siren(void **state)
{
	(void)state;
	struct world w;
	struct str value;
	world_open(&w);
	world_commune(&w, "siren: 216100024 00019\n");
	world_merge(&w);
	world_silent(&w);
	assert_true(commune_fact(&w.site.commune, STR("siren"), &value));
	assert_true(str_is(value, "216100024"));
	assert_true(commune_fact(&w.site.commune, STR("siret"), &value));
	assert_true(str_is(value, "21610002400019"));
	world_close(&w);
}

/* The online address of a procedure of the catalogue with that service. */
static void online(const char *commune, const char *service, const char *address)
{
	struct world w;
	world_open(&w);
	world_commune(&w, commune);
	world_put(&w, "catalogues/asso/catalogue.yaml",
		WORLD_CATALOGUE "nom: Asso\nservices: [Guichet, jeton]\n");
	struct str more = str_printf(&w.arena, "service: { %s }\n", service);
	world_define(&w, "catalogues/asso", "cni", more.p, "");
	world_merge(&w);
	world_silent(&w);
	const struct procedure *p = world_find(&w, "cni");
	if (!str_is(p->online, address))
		print_error("%.*s for %s\n", STR_ARG(p->online), service);
	assert_true(str_is(p->online, address));
	world_close(&w);
}

static void names_are_replaced_as_one_encoded_component(void **state)
{
	(void)state;
	online("", "lien: \"https://bon.example/rdv?insee={code_insee}\"",
		"https://bon.example/rdv?insee=61002");
	online("", "lien: \"https://bon.example/{Code-INSEE}/{adresse}/x\"",
		"https://bon.example/61002/1%20place%20de%20la%20Mairie/x");
	online("services: { jeton: \"a/b?c&d=é\" }\n",
		"lien: \"https://bon.example/{jeton}\"",
		"https://bon.example/a%2Fb%3Fc%26d%3D%C3%A9");
	online("", "lien: \"https://bon.example/\"", "https://bon.example/");
}

static void a_fact_not_set_gives_no_button_and_no_message(void **state)
{
	(void)state;
	online("", "lien: \"https://bon.example/{siren}\"", "");
	online("", "lien: \"https://bon.example/{jeton}\"", "");
	online("", "lien_de: guichet", "");
}

static void lien_de_is_a_whole_address_of_the_commune(void **state)
{
	(void)state;
	online("services: { guichet: \"https://ailleurs.example/61002\" }\n",
		"lien_de: guichet", "https://ailleurs.example/61002");
	online("services: { guichet: \"https://ailleurs.example/1\" }\n",
		"lien_de: Guichet, lien: \"https://bon.example/\"",
		"https://ailleurs.example/1");
	online("", "lien_de: guichet, lien: \"https://bon.example/\"",
		"https://bon.example/");
}

static void lien_de_must_be_https(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_commune(&w, "services: { guichet: \"http://ailleurs.example/\" }\n");
	world_define(
		&w, "catalogues/asso", "cni", "service: { lien_de: guichet }\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_SERVICE_ADDRESS, "commune.yaml", 9);
	world_also(&w, MSG_NOTE_ASKED_HERE, CNI, 6);
	assert_int_equal(world_find(&w, "cni")->online.n, 0);
	world_close(&w);
}

/* Each service is refused with that message, at its place, and is as if not written. */
static void refused(const char *service, enum diag_code code)
{
	struct world w;
	world_open(&w);
	struct str more = str_printf(&w.arena, "service: { %s }\n", service);
	world_define(&w, "catalogues/asso", "cni", more.p, "");
	world_merge(&w);
	world_only(&w, code, CNI, 6);
	assert_null(world_value(&w, "cni", "service"));
	assert_int_equal(world_find(&w, "cni")->online.n, 0);
	world_close(&w);
}

static void unknown_names_are_errors_of_the_catalogue(void **state)
{
	(void)state;
	refused("lien: \"https://bon.example/{inconnu_au_bataillon}\"",
		MSG_PROCEDURE_LINK_NAME);
	refused("lien: \"https://bon.example/{}\"", MSG_PROCEDURE_LINK_NAME);
	refused("lien: \"https://bon.example/{code_insee\"", MSG_PROCEDURE_LINK_BRACE);
	refused("lien: \"https://bon.example/code_insee}\"", MSG_PROCEDURE_LINK_BRACE);
}

static void the_nearest_name_is_said(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"service: { lien: \"https://bon.example/{code_inse}\" }\n", "");
	world_merge(&w);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "code_insee"));
	world_close(&w);
}

static void a_catalogue_that_lists_its_services_keeps_to_them(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_put(&w, "catalogues/asso/catalogue.yaml",
		WORLD_CATALOGUE "nom: Asso\nservices: [guichet]\n");
	world_define(
		&w, "catalogues/asso", "cni", "service: { lien_de: guichets }\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_LINK_NAME, CNI, 6);
	assert_true(str_is(world_message(&w, MSG_NOTE_NEAREST)->arg[0], "guichet"));
	world_close(&w);
}

static void a_name_cannot_make_the_host(void **state)
{
	(void)state;
	refused("lien: \"https://{nom}.sur.example/\"", MSG_PROCEDURE_LINK_BAD);
}

static void the_forms_that_mislead_are_refused(void **state)
{
	(void)state;
	refused("lien: \"http://bon.example/\"", MSG_PROCEDURE_LINK_HTTPS);
	refused("lien: \"javascript:alert(1)\"", MSG_PROCEDURE_LINK_HTTPS);
	refused("lien: \"https://moi@bon.example/\"", MSG_PROCEDURE_LINK_USER);
	refused("lien: \"https://bon.example:8443/\"", MSG_PROCEDURE_LINK_PORT);
	refused("lien: \"https://192.0.2.1/\"", MSG_PROCEDURE_LINK_NUMERIC);
	refused("lien: \"https://bon.example\\\\@x.example/\"", MSG_PROCEDURE_LINK_BAD);
	refused("lien: \"https://mauvais.example/\"", MSG_PROCEDURE_LINK_HOST);
}

static void the_commune_may_name_any_https_host(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "", "a",
		"service: { lien: \"https://nulle-part.example/\" }\n", "");
	world_define(
		&w, "", "b", "service: { lien: \"https://x.example:8443/\" }\n", "");
	world_define(&w, "", "c", "service: { lien: \"http://x.example/\" }\n", "");
	world_merge(&w);
	world_only(&w, MSG_PROCEDURE_LINK_HTTPS, "demarches/c.md", 6);
	assert_true(str_is(world_find(&w, "a")->online, "https://nulle-part.example/"));
	assert_true(str_is(world_find(&w, "b")->online, "https://x.example:8443/"));
	assert_int_equal(world_find(&w, "c")->online.n, 0);
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hosts_match_exactly_or_below_a_name),
		cmocka_unit_test(facts_are_those_of_the_commune),
		cmocka_unit_test(a_siret_holds_the_siren),
		cmocka_unit_test(names_are_replaced_as_one_encoded_component),
		cmocka_unit_test(a_fact_not_set_gives_no_button_and_no_message),
		cmocka_unit_test(lien_de_is_a_whole_address_of_the_commune),
		cmocka_unit_test(lien_de_must_be_https),
		cmocka_unit_test(unknown_names_are_errors_of_the_catalogue),
		cmocka_unit_test(the_nearest_name_is_said),
		cmocka_unit_test(a_catalogue_that_lists_its_services_keeps_to_them),
		cmocka_unit_test(a_name_cannot_make_the_host),
		cmocka_unit_test(the_forms_that_mislead_are_refused),
		cmocka_unit_test(the_commune_may_name_any_https_host),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
