/* pdf.c: see pdf.h. */
#include "source/pdf.h"

#include "source/child.h"

const char *pdf_program(struct arena *a)
{
	return child_find(a, "tambour-pdf");
}

/* "read tnl", "locked", "damaged", "unseen". False: no such answer. */
static bool take_answer(struct str line, struct file_facts *f)
{
	struct str word, found = line;
	str_cut(&found, ' ', &word);
	f->pdf = str_is(word, "read")      ? PDF_READ
		 : str_is(word, "locked")  ? PDF_LOCKED
		 : str_is(word, "damaged") ? PDF_DAMAGED
					   : PDF_NOT_SEEN;
	f->text = str_index(found, 't') < found.n;
	f->title = str_index(found, 'n') < found.n;
	f->language = str_index(found, 'l') < found.n;
	return f->pdf != PDF_NOT_SEEN || str_is(word, "unseen");
}

/* One process, for the first files of these; how many are settled: one at least. */
static size_t look_once(struct arena *a, const char *program, int dir,
	const char *const *paths, struct file_facts *const *out, size_t n)
{
	const char *words[PDF_BATCH + 1] = {NULL};
	size_t asked = 0, told = 0;
	for (; asked < n && asked < PDF_BATCH; asked++)
		words[asked] = paths[asked];
	struct child_answer r =
		child_run(a, program, words, dir, PDF_SECONDS * (unsigned)(asked + 1));
	struct str rest = r.text, line;
	if (r.end == CHILD_NOT_RUN)
		return n; /* nobody looked */
	while (told < asked && str_index(rest, '\n') < rest.n &&
		str_cut(&rest, '\n', &line) && take_answer(line, out[told]))
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
