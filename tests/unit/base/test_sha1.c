/* The examples of FIPS 180, and the names that git gives. */
#include "../same.h"

#include "base/sha1.h"

static void published_examples(void **state)
{
	(void)state;
	assert_string_equal(sha1_hex(STR("abc"), (struct str){0}).s,
		"a9993e364706816aba3e25717850c26c9cd0d89d");
	assert_string_equal(sha1_hex(STR(""), STR("")).s,
		"da39a3ee5e6b4b0d3255bfef95601890afd80709");
	assert_string_equal(sha1_hex(STR("abcdbcdecdefdefgefghfghighijhijk"),
				    STR("ijkljklmklmnlmnomnopnopq"))
				    .s,
		"84983e441c3bd26ebaae4aa1f95129e5e54670f1");
}

static void a_million_letters(void **state)
{
	(void)state;
	struct arena a = {0};
	char *p = arena_text(&a, 1000000);
	memset(p, 'a', 1000000);
	for (size_t cut = 0; cut <= 1000000; cut += 99991)
		assert_string_equal(sha1_hex((struct str){p, cut},
					    (struct str){p + cut, 1000000 - cut})
					    .s,
			"34aa973cd4c4daa4f61eeb2bdbad27316534016f");
	arena_release(&a);
}

/* Each length around the end of a block has its own padding: `git hash-object`. */
static void names_of_git(void **state)
{
	(void)state;
	static const struct {
		size_t n;
		const char *name;
	} rows[] = {
		{0, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"},
		{1, "c1b0730e0133447badcfd47fd144e254807b06e1"},
		{46, "1d98a4e287acc725ef6f635b729014f7d49148da"},
		{47, "719ddd7888a02660234770b651274214ff7df239"},
		{48, "3b3abca28de4b8ce6ea9dac5da512120ed7c5a0c"},
		{55, "e329c5109ce10a7367561757d2f5a053c528f11e"},
		{56, "355e203863c368f0404d7fc7ae4761122c117dd2"},
		{57, "f32768e30e0507780e5b9edc8afa9d3f1009926c"},
		{63, "6529afa7528d02472056dd24b8348542a4ad65b0"},
		{64, "2036367ceafc6ad317a509db8f6b9c2773f731e0"},
		{119, "476be27639daf140e142c5f18280c33563ade72b"},
		{128, "e9570ba66749101d9fb6b9bfdd9ae7bcc44b640f"},
	};
	char text[130];
	memset(text, 'x', sizeof text);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char head[32];
		int n = snprintf(head, sizeof head, "blob %zu", rows[i].n);
		struct sha1_hex h = sha1_hex((struct str){head, (size_t)n + 1},
			(struct str){text, rows[i].n});
		assert_string_equal(h.s, rows[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_examples),
		cmocka_unit_test(a_million_letters),
		cmocka_unit_test(names_of_git),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
