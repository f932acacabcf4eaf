/* How a procedure is found, and explained: where each field comes from. */
#include "procedure_world.h"

static void explain_tells_every_origin(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: Gratuit\npieces: [Photo]\nvariantes:\n"
		"  - { pour: { departement: \"61\" }, cout: 5 € }\n",
		"Explication.\n");
	world_page(&w, "", "cni",
		"modifie: oui\nretirer: [cout]\najouter: { pieces: [Acte] }\n"
		"service: { lien: \"https://moi.example/{code_insee}\" }\n",
		"Venez.\n");
	world_merge(&w);
	world_silent(&w);
	struct strbuf fr = strbuf_on(&w.arena), en = strbuf_on(&w.arena);
	procedure_explain(world_find(&w, "cni"), &fr, LANG_FR, NULL);
	procedure_explain(world_find(&w, "cni"), &en, LANG_EN, NULL);
	static const char *const said[] = {
		"cni\ndéfinie par : asso\n    catalogue asso: demarches/cni.md:",
		"bouton en ligne : https://moi.example/61002\n    demarches/cni.md:5:",
		"titre : Titre\n    définit, catalogue asso: demarches/cni.md:2:",
		"cout : (retiré)\n    retire, demarches/cni.md:3:",
		"    avant : 5 €\n        variante (pour : departement 61), "
		"catalogue asso: demarches/cni.md:9:",
		"    avant : Gratuit\n        définit, catalogue asso: "
		"demarches/cni.md:6:",
		"pieces : Photo ; Acte\n    ajoute, demarches/cni.md:4:",
		"sur_place.ou : À la mairie\n",
		"texte : explication\n    catalogue asso: demarches/cni.md:",
		"texte : Note de la mairie\n    demarches/cni.md:",
	};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		if (str_find(strbuf_str(&fr), str_of(said[i])) == fr.n)
			print_error("lacks %s in\n%s", said[i], strbuf_cstr(&fr));
		assert_true(str_find(strbuf_str(&fr), str_of(said[i])) < fr.n);
	}
	static const char *const in_english[] = {"defined by: asso\n",
		"    before: 5 €\n        variant (for: departement 61), ",
		"cout: (removed)\n    removes, "};
	for (size_t i = 0; i < sizeof in_english / sizeof *in_english; i++)
		assert_true(str_find(strbuf_str(&en), str_of(in_english[i])) < en.n);
	world_close(&w);
}

static void explain_tells_what_is_not_shown(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "cni",
		"cout: 5 €\nverifie_le: 2020-01-01\nmasquer: oui\n", "");
	world_merge(&w);
	struct strbuf b = strbuf_on(&w.arena);
	procedure_explain(world_find(&w, "cni"), &b, LANG_FR, NULL);
	static const char *const said[] = {
		"n’est pas montrée ; son adresse conduit à : la liste des démarches\n",
		"pas de bouton en ligne", "coût et délai ne sont plus montrés",
		"cout : (retiré)\n    trop ancien, ", "    avant : 5 €\n",
		"masquer : oui\n    masque, "};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
		if (str_find(strbuf_str(&b), str_of(said[i])) == b.n)
			print_error("lacks %s in\n%s", said[i], strbuf_cstr(&b));
		assert_true(str_find(strbuf_str(&b), str_of(said[i])) < b.n);
	}
	world_close(&w);
}

static void procedures_are_found_by_id_and_by_catalogue(void **state)
{
	(void)state;
	struct world w;
	world_open(&w);
	world_define(&w, "catalogues/asso", "b", "", "");
	world_define(&w, "catalogues/asso", "a", "", "");
	world_define(&w, "", "c", "", "");
	world_merge(&w);
	assert_int_equal(w.p.all.n, 3);
	assert_true(str_is(w.p.all.v[0].id, "a"));
	assert_ptr_equal(procedures_find(&w.p, STR("asso/b")), &w.p.all.v[1]);
	assert_null(procedures_find(&w.p, STR("interco/b")));
	assert_null(procedures_find(&w.p, STR("d")));
	assert_null(procedures_find(&w.p, STR("")));
	world_close(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(explain_tells_every_origin),
		cmocka_unit_test(explain_tells_what_is_not_shown),
		cmocka_unit_test(procedures_are_found_by_id_and_by_catalogue),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
