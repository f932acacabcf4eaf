/* The examples of FIPS 180, and the sums that sha256sum gives around the end of a block. */
#include "../same.h"

#include "base/sha256.h"

static struct sha256_hex sum_of(struct str whole)
{
	struct sha256 h;
	sha256_init(&h);
	sha256_add(&h, whole);
	return sha256_end(&h);
}

static void published_examples(void **state)
{
	(void)state;
	assert_string_equal(sum_of(STR("abc")).s,
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	assert_string_equal(sum_of(STR("")).s,
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_string_equal(
		sum_of(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
			.s,
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void a_million_letters_in_parts(void **state)
{
	(void)state;
	struct arena a = {0};
	char *p = arena_text(&a, 1000000);
	memset(p, 'a', 1000000);
	for (size_t part = 1; part < 3000; part = part * 3 + 61) {
		struct sha256 h;
		sha256_init(&h);
		for (size_t at = 0; at < 1000000; at += part) {
			size_t n = 1000000 - at < part ? 1000000 - at : part;
			sha256_add(&h, (struct str){p + at, n});
		}
		assert_string_equal(sha256_end(&h).s,
			"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	}
	arena_release(&a);
}

static void lengths_around_a_block(void **state)
{
	(void)state;
	static const struct {
		size_t n;
		const char *sum;
	} rows[] = {
		{1, "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"},
		{55, "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"},
		{56, "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e"},
		{57, "ae14a2563ccf969d99aca69ce6bb74981f734bbf9f655f73b8f06db68cab5217"},
		{63, "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2"},
		{64, "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c"},
		{65, "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9"},
		{119, "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c"},
		{120, "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98"},
		{128, "24da1b81d0b16df6428eee73c69fcb2a93c76bc6df706f0c6670fe6bfe800464"},
	};
	char text[130];
	memset(text, 'x', sizeof text);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(
			sum_of((struct str){text, rows[i].n}).s, rows[i].sum);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_examples),
		cmocka_unit_test(a_million_letters_in_parts),
		cmocka_unit_test(lengths_around_a_block),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
