/* pdf.c: see pdf.h. */
#include "source/pdf.h"

#include "base/strbuf.h"
#include "source/child.h"

const char *pdf_program(struct arena *a)
{
	return child_find(a, "tambour-pdf");
}

static const char *const words[] = {[PDF_NOT_SEEN] = "unseen",
	[PDF_READ] = "read",
	[PDF_LOCKED] = "locked",
	[PDF_DAMAGED] = "damaged"};

bool pdf_facts_of(struct str word, struct file_facts *f)
{
	struct str found = str_from(word, str_index(word, ':') + 1);
	word = str_sub(word, 0, str_index(word, ':'));
	f->text = str_index(found, 't') < found.n;
	f->title = str_index(found, 'n') < found.n;
	f->language = str_index(found, 'l') < found.n;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		f->pdf = (enum pdf_state)i;
		if (str_is(word, words[i]))
			return true;
	}
	f->pdf = PDF_NOT_SEEN;
	return false;
}

void pdf_facts_put(struct strbuf *b, const struct file_facts *f)
{
	strbuf_printf(b, "%s%s%s%s%s", words[f->pdf], f->pdf == PDF_READ ? ":" : "",
		f->text ? "t" : "", f->title ? "n" : "", f->language ? "l" : "");
}

/* One process, for the first files of these; how many are settled: one at least. */
static size_t look_once(struct arena *a, const char *program, int dir,
	const char *const *paths, struct file_facts *const *out, size_t n)
{
	const char *asks[PDF_BATCH + 1] = {NULL};
	size_t asked = 0, told = 0;
	for (; asked < n && asked < PDF_BATCH; asked++)
		asks[asked] = paths[asked];
	struct child_answer r =
		child_run(a, program, asks, dir, PDF_SECONDS * (unsigned)(asked + 1));
	struct str rest = r.text, line;
	if (r.end == CHILD_NOT_RUN)
		return n; /* nobody looked */
	while (told < asked && str_index(rest, '\n') < rest.n &&
		str_cut(&rest, '\n', &line) && pdf_facts_of(line, out[told]))
		told++;
	if (told < asked)
		out[told++]->pdf = PDF_DAMAGED;
	return told;
}

void pdf_look(struct arena *a, const char *program, int dir, const char *const *paths,
	struct file_facts *const *out, size_t n)
{
	for (size_t i = 0; i < n;)
		i += look_once(a, program, dir, paths + i, out + i, n - i);
}
