/* Sixteen bytes at once: each place, each end of the range of a byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/block.h"

static void the_first_place_is_found(void **state)
{
	(void)state;
	char bytes[BLOCK];
	struct str s = {bytes, BLOCK};
	memset(bytes, 'a', sizeof bytes);
	assert_int_equal(block_first(block_at(s, 0) == 'x'), BLOCK);
	assert_false(block_any(block_at(s, 0) == 'x'));
	for (size_t last = BLOCK; last-- > 0;) {
		bytes[last] = 'x'; /* and all behind it */
		assert_int_equal(block_first(block_at(s, 0) == 'x'), last);
		assert_true(block_any(block_at(s, 0) == 'x'));
	}
}

static void bytes_are_unsigned(void **state)
{
	(void)state;
	char bytes[BLOCK];
	struct str s = {bytes, BLOCK};
	for (int c = 0; c < 256; c++) {
		memset(bytes, c, sizeof bytes);
		block b = block_at(s, 0);
		assert_int_equal(block_any(b < ' '), c < ' ');
		assert_int_equal(block_any(b >= 0x7F), c >= 0x7F);
		assert_int_equal(
			block_any((b >= '[') & (b <= '`')), c >= '[' && c <= '`');
		assert_int_equal(block_any(b == 0xE2), c == 0xE2);
	}
}

static void a_block_fits_up_to_the_end(void **state)
{
	(void)state;
	struct str s = STR("0123456789abcdefXYZ");
	assert_true(block_fits(s, 0));
	assert_true(block_fits(s, 3));
	assert_false(block_fits(s, 4));
	assert_false(block_fits(s, s.n));
	assert_int_equal(block_first(block_at(s, 3) == 'Z'), BLOCK - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_place_is_found),
		cmocka_unit_test(bytes_are_unsigned),
		cmocka_unit_test(a_block_fits_up_to_the_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
