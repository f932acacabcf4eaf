/*
 * fuzz_front.c: any bytes as a file with a header. It looks for crashes, for a text
 * that is no text, a body out of the file, and refusals without a word.
 */
#include "data/front.h"
#include "look.h"
#include "schema.h"

static void look_text(struct str text)
{
	MUST(utf8_invalid(text) == text.n);
	for (size_t i = 0; i < text.n; i++)
		MUST((unsigned char)text.p[i] >= 0x20 || text.p[i] == '\n' ||
			text.p[i] == '\t');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct origin o = {.name = STR_INIT("essai.md")};
	struct str bytes = str_dup(&a, (struct str){(const char *)data, size});
	struct front f = {0};
	bool text = front_text(&a, &o, bytes, &d);
	MUST(text == !diag_has(&d, DIAG_ERROR));
	look_text(o.text);
	if (text) {
		bool ok = front_split(&a, &o, &d, &f);
		MUST(ok == !diag_has(&d, DIAG_ERROR));
		MUST(f.header);
		MUST(f.body_offset <= o.text.n);
		MUST(str_eq(f.body, str_from(o.text, f.body_offset)));
		look_value(f.header, 0);
		struct schema_mode mode = {.unknown_is_note = true};
		if (ok)
			look_value(schema_check(&a, &fuzz_schema, f.header, mode,
					   (struct loc){&o, 1, 1}, &d, NULL),
				0);
	}
	look_messages(&d);
	arena_release(&a);
	return 0;
}
