/* Links as people write them, to what they mean. */
#include "web_world.h"

/* A small site with a page of links, pages/vie/a.md. */
static void site_with(struct web_world *x, const char *body)
{
	web_open(x);
	world_put(&x->w, "documents/Compte rendu d'été.pdf", "x");
	world_put(&x->w, "documents/100% local.pdf", "x");
	world_put(&x->w, "images/a.png", "x");
	world_put(&x->w, "accueil.md", "Bienvenue.\n\n## Bonjour\n");
	web_page(x, "pages/École.md", "", "## Pièces à fournir");
	web_page(x, "pages/vie/index.md", "", "Texte.");
	web_page(x, "pages/vie/b.md", "", "Texte.");
	web_page(x, "pages/sport/judo.md", "", "Texte.");
	web_page(x, "actualites/2026-11-12-coupure-eau.md", "", "Texte.");
	world_define(&x->w, "catalogues/asso", "carte-identite", "", "## Délai réel");
	world_define(&x->w, "", "Vide grenier d'été", "", "");
	web_page(x, "pages/vie/a.md", "", body);
	web_now(x);
}

static void links_lead_to_pages(void **state)
{
	(void)state;
	static const struct {
		const char *link, *address, *anchor;
	} rows[] = {
		{"b.md", "vie/b.html", ""},
		{"./b.md", "vie/b.html", ""},
		{"b", "vie/b.html", ""},
		{"b.html", "vie/b.html", ""},
		{"../vie/b.md", "vie/b.html", ""},
		{"/pages/vie/b.md", "vie/b.html", ""},
		{"/vie/b.html", "vie/b.html", ""},
		{"pages/vie/b.md", "vie/b.html", ""},
		{"..\\vie\\b.md", "vie/b.html", ""},
		{"../École.md", "ecole.html", ""},
		{"../E\xcc\x81"
		 "cole.md",
			"ecole.html", ""},
		{"../%C3%89cole.md", "ecole.html", ""},
		{"../École.md?v=2", "ecole.html", ""},
		{"../École.md#pieces-a-fournir", "ecole.html", "pieces-a-fournir"},
		{"../École.md#Pièces à fournir", "ecole.html", "pieces-a-fournir"},
		{"../École.md#pi%C3%A8ces-%C3%A0-fournir", "ecole.html",
			"pieces-a-fournir"},
		{"../École.md#contenu", "ecole.html", "contenu"},
		{"./", "vie/index.html", ""},
		{"../vie", "vie/index.html", ""},
		{"../vie/", "vie/index.html", ""},
		{"../sport/", "sport/index.html", ""},
		{"../sport/index.md", "sport/index.html", ""},
		{"/", "index.html", ""},
		{"../..", "index.html", ""},
		{"/accueil.md#bonjour", "index.html", "bonjour"},
		{"../../actualites/", "actualites/index.html", ""},
		{"../../actualites/2026-11-12-coupure-eau.md",
			"actualites/coupure-eau.html", ""},
		{"/actualites/coupure-eau.html", "actualites/coupure-eau.html", ""},
		{"../../demarches/carte-identite.md", "demarches/carte-identite.html",
			""},
		{"../demarches/carte-identite.md", "demarches/carte-identite.html", ""},
		{"../../demarches/carte-identite.md#pieces",
			"demarches/carte-identite.html", "pieces"},
		{"../../demarches/carte-identite.md#délai-réel",
			"demarches/carte-identite.html", "delai-reel"},
		{"carte-identite", "demarches/carte-identite.html", ""},
		{"carte-identite#cout", "demarches/carte-identite.html", "cout"},
		{"asso/carte-identite", "demarches/carte-identite.html", ""},
		{"/demarches/Vide grenier d'été.md",
			"demarches/vide-grenier-d-ete.html", ""},
		{"/demarches/vide-grenier-d-ete.md",
			"demarches/vide-grenier-d-ete.html", ""},
		{"/demarches/", "demarches/index.html", ""},
		{"/demarches/#papiers", "demarches/index.html", "papiers"},
		{"/demarches/categories/papiers.html",
			"demarches/categories/papiers.html", ""},
		{"/confidentialite.html", "confidentialite.html", ""},
		{"/plan-du-site.html", "plan-du-site.html", ""},
	};
	struct strbuf b = {0};
	struct arena a = {0};
	b = strbuf_on(&a);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		strbuf_printf(&b, "[lien %zu](<%s>)\n\n", i, rows[i].link);
	struct web_world x;
	site_with(&x, strbuf_cstr(&b));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct target *t = web_link(&x, "vie/a.html", i);
		if (t->kind != TARGET_NODE)
			fail_msg("%s leads nowhere", rows[i].link);
		assert_str(t->node->address, rows[i].address);
		assert_str(t->anchor, rows[i].anchor);
		if (t->anchor_missing)
			fail_msg("%s: no such anchor", rows[i].link);
	}
	web_close(&x);
	arena_release(&a);
}

static void links_lead_to_files(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"../../documents/Compte rendu d'été.pdf",
			"documents/Compte rendu d'été.pdf"},
		{"/documents/Compte%20rendu%20d%27%C3%A9t%C3%A9.pdf",
			"documents/Compte rendu d'été.pdf"},
		{"documents/Compte rendu d'e\xcc\x81te\xcc\x81.pdf",
			"documents/Compte rendu d'été.pdf"},
		{"documents\\Compte rendu d'été.pdf",
			"documents/Compte rendu d'été.pdf"},
		{"documents/100% local.pdf", "documents/100% local.pdf"},
		{"documents/100%25%20local.pdf", "documents/100% local.pdf"},
	};
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		strbuf_printf(&b, "[lien %zu](<%s>)\n\n", i, rows[i][0]);
	struct web_world x;
	site_with(&x, strbuf_cstr(&b));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct target *t = web_link(&x, "vie/a.html", i);
		if (t->kind != TARGET_FILE)
			fail_msg("%s is no file", rows[i][0]);
		assert_str(t->path, rows[i][1]);
	}
	web_close(&x);
	arena_release(&a);
}

static void links_that_leave_or_lead_nowhere(void **state)
{
	(void)state;
	static const struct {
		const char *link;
		enum target_kind kind;
		const char *path;
	} rows[] = {
		{"https://x.example/a?b#c", TARGET_EXTERNAL, "https://x.example/a?b#c"},
		{"//x.example/a", TARGET_EXTERNAL, "https://x.example/a"},
		{"mailto:a@b.example", TARGET_EXTERNAL, "mailto:a@b.example"},
		{"tel:0233000000", TARGET_EXTERNAL, "tel:0233000000"},
		{"../../../secret.md", TARGET_BROKEN, ""},
		{"../../../../etc/passwd", TARGET_BROKEN, ""},
		{"javascript:alert(1)", TARGET_BROKEN, ""},
		{"JavaScript:alert(1)", TARGET_BROKEN, ""},
		{"data:text/html,x", TARGET_BROKEN, ""},
		{"C:\\Documents\\a.pdf", TARGET_BROKEN, ""},
		{"\\\\serveur\\a.pdf", TARGET_BROKEN, ""},
		{"documents/", TARGET_BROKEN, ""},
		{"commune.yaml", TARGET_BROKEN, ""},
		{"catalogues/asso/catalogue.yaml", TARGET_BROKEN, ""},
		{"#", TARGET_ANCHOR, ""},
		{"#ici", TARGET_ANCHOR, ""},
	};
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		strbuf_printf(&b, "[lien %zu](<%s>)\n\n", i, rows[i].link);
	strbuf_lit(&b, "[vide]()\n\n## Ici\n");
	struct web_world x;
	site_with(&x, strbuf_cstr(&b));
	size_t n = sizeof rows / sizeof *rows;
	for (size_t i = 0; i < n; i++) {
		const struct target *t = web_link(&x, "vie/a.html", i);
		if (t->kind != rows[i].kind)
			fail_msg("%s: kind %d", rows[i].link, (int)t->kind);
		assert_str(t->path, rows[i].path);
		assert_false(t->anchor_missing);
	}
	assert_int_equal(web_link(&x, "vie/a.html", n)->kind, TARGET_BROKEN);
	web_close(&x);
	arena_release(&a);
}

static void a_hidden_procedure_is_dropped_and_leads_elsewhere(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_define(&x.w, "catalogues/asso", "cni", "", "");
	world_define(&x.w, "catalogues/asso", "carte", "", "");
	world_define(&x.w, "catalogues/asso", "pacs", "", "");
	world_page(&x.w, "", "cni", "masquer: oui\nremplacee_par: carte\n", "");
	world_page(&x.w, "", "pacs", "masquer: oui\n", "");
	web_page(&x, "pages/a.md", "", "[carte](cni), [pacs](demarches/pacs.md)");
	web_now(&x);
	world_silent(&x.w);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(web_link(&x, "a.html", i)->kind, TARGET_DROPPED);
	const struct node *moved = web_at(&x, "demarches/cni.html");
	assert_int_equal(moved->kind, NODE_MOVED);
	assert_str(moved->moved->node->address, "demarches/carte.html");
	assert_ptr_equal(
		web_at(&x, "demarches/pacs.html")->moved->node, x.web.procedure_list);
	assert_int_equal(x.web.procedure_list->children.n, 1);
	web_close(&x);
}

static void links_of_legal_texts_find_the_communes_own(void **state)
{
	(void)state;
	struct web_world x;
	web_open(&x);
	world_put(&x.w, "catalogues/asso/mentions/mentions-legales.md",
		"---\ntitre: Mentions\n---\n[données](confidentialite.md), "
		"[accès](accessibilite.md)\n");
	web_page(&x, "pages/confidentialite.md", "", "Les nôtres.");
	web_now(&x);
	world_silent(&x.w);
	assert_leads(web_link(&x, "mentions-legales.html", 0), "confidentialite.html");
	assert_leads(web_link(&x, "mentions-legales.html", 1), "accessibilite.html");
	assert_int_equal(web_at(&x, "confidentialite.html")->kind, NODE_PAGE);
	web_close(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_lead_to_pages),
		cmocka_unit_test(links_lead_to_files),
		cmocka_unit_test(links_that_leave_or_lead_nowhere),
		cmocka_unit_test(a_hidden_procedure_is_dropped_and_leads_elsewhere),
		cmocka_unit_test(links_of_legal_texts_find_the_communes_own),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
