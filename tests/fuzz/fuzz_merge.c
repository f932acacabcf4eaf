/*
 * fuzz_merge.c: procedures of two catalogues and a commune, merged. It looks for
 * crashes, for a merged procedure that lost its places, and for one that differs when
 * its catalogues were prepared. No file is touched.
 *
 * Input: files, each ended by a zero byte. The first byte of one is its layer (a, b:
 * the catalogues; anything else: the commune), the second its procedure (u to z).
 */
#include <errno.h>

#include "../same_procedures.h"
#include "look.h"
#include "source/backend.h"

#define LAYERS 3
#define FILES_MAX 12

/* A source whose files are texts of the program. */
struct memory {
	struct source source;
	struct str text[FILES_MAX + 4]; /* of files.v[i].size, which is its index */
	size_t n;
};

static int memory_read(const struct source *s, const struct source_file *f, size_t max,
	struct arena *a, struct str *out)
{
	const struct memory *m = s->state;
	struct str text = m->text[f->size];
	if (text.n > max)
		return EFBIG;
	*out = str_dup(a, text);
	return 0;
}

static struct str memory_identity(const struct source *s, struct arena *a)
{
	(void)s;
	return str_dup(a, STR("00000000000000000000000000000000"));
}

static void memory_close(struct source *s)
{
	(void)s;
}

static const struct source_backend backend = {
	"memory", memory_read, memory_identity, memory_close};

static void memory_add(struct memory *m, struct arena *a, struct diag *d,
	const char *path, struct str text)
{
	struct source_file *f;
	MUST(source_add(&m->source, a, str_of(path), d, &f) && f);
	f->size = (long long)m->n;
	m->text[m->n++] = text;
}

static void memory_begin(
	struct memory *m, struct arena *a, struct diag *d, const char *name)
{
	m->source.name = str_of(name);
	m->source.dir = -1;
	m->source.backend = &backend;
	m->source.state = m;
	if (!*name)
		return;
	memory_add(m, a, d, "catalogue.yaml",
		STR("format: 1\nnom: Asso\nediteur: E\nlicence: L\n"
		    "hotes: [bon.example, '*.sur.example']\n"));
	memory_add(m, a, d, "categories.yaml",
		STR("categories:\n  - { id: papiers, titre: P }\n"
		    "evenements:\n  - { id: naissance, titre: N }\n"));
	memory_add(m, a, d, "operateurs.yaml",
		STR("operateurs:\n  - { id: etat, nom: E, hotes: [e.example], cadre: "
		    "oui }\n"));
	memory_add(m, a, d, "territoires.yaml",
		STR("territoires:\n  - { id: pays, nom: P, genre: intercommunalite, "
		    "communes: [\"61002\"] }\n"));
}

/* The file goes to its layer, but for a second one of the same name. */
static void deal(struct memory *layer, struct arena *a, struct diag *d, struct str file)
{
	size_t at = file.p[0] == 'a' ? 0 : file.p[0] == 'b' ? 1 : 2;
	struct memory *m = &layer[at];
	struct str path = str_printf(
		a, "demarches/%c.md", 'u' + (int)(((unsigned char)file.p[1] + 3) % 6));
	for (size_t i = 0; i < m->source.files.n; i++)
		if (str_eq(m->source.files.v[i].path, path))
			return;
	if (m->n < FILES_MAX)
		memory_add(m, a, d, path.p, str_from(file, 2));
}

static const char commune[] =
	"format: 1\nnom: Saint-Aubin\ncode_insee: \"61002\"\ncodes_postaux: "
	"[\"61000\"]\n"
	"mairie: { adresse: 1 place }\nservices: { guichet: https://g.example/x }\n"
	"catalogues:\n  - { nom: a, dossier: a }\n  - { nom: b, dossier: b }\n";

static bool read_site(
	struct arena *a, struct memory *layer, struct diag *d, struct site *site)
{
	struct origin *o = arena_new(a, struct origin);
	o->name = STR("commune.yaml");
	o->text = STR(commune);
	site->arena = a;
	site->source = &layer[2].source;
	if (!commune_read(a, o, d, &site->commune))
		return false;
	for (size_t i = 0; i < 2; i++) {
		struct catalogue c = {0};
		if (catalogue_read(a, i ? STR("b") : STR("a"), &layer[i].source, d, &c))
			*list_add(a, &site->catalogues) = c;
	}
	const struct source *own = &layer[2].source;
	for (size_t i = 0; i < own->files.n; i++) {
		struct page page;
		struct str path = own->files.v[i].path;
		if (page_read(a, PAGE_PROCEDURE, (struct str){0}, path, path,
			    layer[2].text[own->files.v[i].size],
			    (struct schema_mode){0}, d, &page))
			*list_add(a, &site->procedures) = page;
	}
	return true;
}

static void look_procedures(const struct procedures *p)
{
	for (size_t i = 0; i < p->all.n; i++) {
		const struct procedure *one = &p->all.v[i];
		MUST(one->id.n && procedures_find(p, one->id) == one);
		MUST(i == 0 || str_cmp(p->all.v[i - 1].id, one->id) < 0);
		look_value(one->v, 0);
		look_place(one->loc);
		for (size_t k = 0; k < one->steps.n; k++)
			look_place(one->steps.v[k].loc);
		for (size_t k = 0; k < one->see_also.n; k++)
			MUST(procedures_find(p, one->see_also.v[k]));
		/* Nothing is hijacked: what is online is https, a phone or mail. */
		MUST(one->online.n == 0 || str_starts(one->online, STR("https:")) ||
			str_starts(one->online, STR("tel:")) ||
			str_starts(one->online, STR("mailto:")));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[LAYERS] = {"catalogue a", "catalogue b", ""};
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct memory layer[LAYERS] = {0};
	for (size_t i = 0; i < LAYERS; i++)
		memory_begin(&layer[i], &a, &d, names[i]);
	struct str rest = str_dup(&a, (struct str){(const char *)data, size}), file;
	while (str_cut(&rest, '\0', &file))
		if (file.n >= 2)
			deal(layer, &a, &d, file);
	for (size_t i = 0; i < LAYERS; i++)
		source_settle(&layer[i].source, &d);
	struct site site = {0};
	struct procedures p = {0};
	struct date today = {2026, 11, 24};
	MUST(read_site(&a, layer, &d, &site));
	MUST(same_prepared(&a, &site, today, &d, &p));
	look_procedures(&p);
	look_messages(&d);
	arena_release(&a);
	return 0;
}
