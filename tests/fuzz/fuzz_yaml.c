/*
 * fuzz_yaml.c: any bytes as YAML, then against a schema of every kind. It looks for
 * crashes, places outside the text, and refusals without a word.
 */
#include "data/yaml_read.h"
#include "look.h"
#include "schema.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = {0};
	struct diag d = diag_on(&a);
	struct str text = str_dup(&a, (struct str){(const char *)data, size});
	struct origin o = {.name = STR_INIT("essai.yaml"), .text = text};
	const struct value *v = NULL;
	bool ok = yaml_read(&a, &o, 0, text, &d, &v);
	MUST(ok == !diag_has(&d, DIAG_ERROR));
	MUST(ok == (v != NULL));
	/* Bytes that are no UTF-8 are front_text's to refuse: places count characters.
	 */
	if (utf8_invalid(text) < text.n) {
		arena_release(&a);
		return 0;
	}
	if (ok) {
		struct schema_mode mode = {.partial = size & 1};
		look_value(v, 0);
		bool good = false;
		const struct value *typed = schema_check(
			&a, &fuzz_schema, v, mode, (struct loc){&o, 1, 1}, &d, &good);
		MUST(good == !diag_has(&d, DIAG_ERROR));
		look_value(typed, 0);
	}
	look_messages(&d);
	arena_release(&a);
	return 0;
}
