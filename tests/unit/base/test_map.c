/* Text to pointer, and fingerprints that may be written to files. */
#include "../same.h"

#include "base/hash.h"
#include "base/map.h"

static void what_is_put_is_found(void **state)
{
	(void)state;
	struct arena a = {0};
	struct map m = {0};
	static int values[5000];
	assert_null(map_get(&m, STR("rien")));
	for (size_t i = 0; i < 5000; i++)
		*map_put(&a, &m, str_printf(&a, "clé %zu", i)) = &values[i];
	assert_int_equal(m.n, 5000);
	for (size_t i = 0; i < 5000; i++)
		assert_ptr_equal(map_get(&m, str_printf(&a, "clé %zu", i)), &values[i]);
	assert_null(map_get(&m, STR("clé 5000")));
	arena_release(&a);
}

static void putting_again_gives_the_same_place(void **state)
{
	(void)state;
	struct arena a = {0};
	struct map m = {0};
	int x, y;
	assert_null(*map_put(&a, &m, STR("a")));
	*map_put(&a, &m, STR("a")) = &x;
	assert_ptr_equal(*map_put(&a, &m, STR("a")), &x);
	*map_put(&a, &m, STR("a")) = &y;
	assert_ptr_equal(map_get(&m, STR("a")), &y);
	assert_int_equal(m.n, 1);
	arena_release(&a);
}

static void room_made_at_once_loses_nothing(void **state)
{
	struct arena a = {0};
	struct map m = {0};
	int one = 1;
	(void)state;
	*map_put(&a, &m, STR("un")) = &one;
	map_reserve(&a, &m, 1000);
	size_t cap = m.cap;
	assert_true(cap >= 2000);
	assert_ptr_equal(map_get(&m, STR("un")), &one);
	map_reserve(&a, &m, 10);
	assert_int_equal(m.cap, cap);
	assert_int_equal(m.n, 1);
	arena_release(&a);
}

static void the_empty_text_is_a_key(void **state)
{
	(void)state;
	struct arena a = {0};
	struct map m = {0};
	int x;
	*map_put(&a, &m, (struct str){0}) = &x;
	assert_ptr_equal(map_get(&m, STR("")), &x);
	assert_null(map_get(&m, STR("a")));
	arena_release(&a);
}

/* Manifests hold these: another value would publish every file again. */
static void fingerprints_do_not_change(void **state)
{
	(void)state;
	assert_true(hash_64((struct str){0}) == 0x2D06800538D394C2ULL);
	assert_string_equal(
		hash_hex((struct str){0}).s, "99aa06d3014798d86001c324468d497f");
	assert_true(hash_64(STR("mairie")) == hash_64(STR("mairie")));
	assert_true(hash_64(STR("mairie")) != hash_64(STR("Mairie")));
	assert_string_equal(hash_hex(STR("a")).s, "a96faf705af16834e6c632b61e964e1f");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_put_is_found),
		cmocka_unit_test(putting_again_gives_the_same_place),
		cmocka_unit_test(room_made_at_once_loses_nothing),
		cmocka_unit_test(the_empty_text_is_a_key),
		cmocka_unit_test(fingerprints_do_not_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
