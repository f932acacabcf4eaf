/* Memory by lifetimes, growing lists and texts being built. Not what uses them. */
#include "../same.h"

#include "base/strbuf.h"

static bool all_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

static void memory_comes_zeroed_and_aligned(void **state)
{
	(void)state;
	struct arena a = {0};
	for (size_t size = 1; size < 300; size += 7) {
		char *p = arena_alloc(&a, size);
		assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
		assert_true(all_zero(p, size));
		memset(p, 0xAA, size);
		arena_text(&a, 1); /* puts the next one out of step */
	}
	arena_release(&a);
}

static void nothing_asked_for_is_still_something(void **state)
{
	(void)state;
	struct arena a = {0};
	void *p = arena_alloc(&a, 0), *q = arena_alloc(&a, 0);
	assert_non_null(p);
	assert_ptr_not_equal(p, q);
	assert_non_null(arena_list(&a, 0, int));
	arena_release(&a);
}

static void big_objects_get_their_own_block(void **state)
{
	(void)state;
	struct arena a = {0};
	size_t big = (size_t)3 << 20;
	char *small = arena_alloc(&a, 10);
	char *p = arena_alloc(&a, big);
	assert_true(all_zero(p, big));
	memset(p, 1, big);
	assert_true(all_zero(small, 10));
	assert_true(a.total >= big);
	arena_release(&a);
	assert_int_equal(a.total, 0);
}

static void a_reset_arena_is_used_again_and_zeroed(void **state)
{
	(void)state;
	struct arena a = {0};
	for (int i = 0; i < 2000; i++)
		memset(arena_alloc(&a, 100), 0xFF, 100);
	arena_reset(&a);
	size_t kept = a.total;
	for (int i = 0; i < 100; i++)
		assert_true(all_zero(arena_alloc(&a, 100), 100));
	assert_int_equal(a.total, kept);
	arena_release(&a);
	arena_reset(&a); /* of an empty one: nothing to do */
	assert_non_null(arena_alloc(&a, 1));
	arena_release(&a);
}

static void growing_in_place_moves_nothing(void **state)
{
	(void)state;
	struct arena a = {0};
	char *p = arena_text(&a, 8);
	memcpy(p, "abcdefgh", 8);
	assert_ptr_equal(arena_grow(&a, p, 8, 100), p);
	arena_text(&a, 1);
	char *q = arena_grow(&a, p, 100, 200);
	assert_ptr_not_equal(q, p);
	assert_memory_equal(q, "abcdefgh", 8);
	assert_non_null(arena_grow(&a, NULL, 0, 5));
	arena_release(&a);
}

struct numbers {
	int *v;
	size_t n, cap;
};

static void lists_grow_and_keep_their_elements(void **state)
{
	(void)state;
	struct arena a = {0};
	struct numbers l = {0};
	for (int i = 0; i < 1000; i++)
		*list_add(&a, &l) = i;
	assert_int_equal(l.n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(l.v[i], i);
	arena_release(&a);
}

static void a_list_that_had_shrunk_gives_zeroed_elements(void **state)
{
	(void)state;
	struct arena a = {0};
	struct numbers l = {0};
	for (int i = 1; i < 4; i++)
		*list_add(&a, &l) = i;
	l.n = 1;
	assert_int_equal(*list_add(&a, &l), 0);
	arena_release(&a);
}

static void buffers_hold_what_is_added(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	assert_same(strbuf_str(&b), "");
	assert_string_equal(strbuf_cstr(&b), "");
	strbuf_add(&b, (struct str){0});
	strbuf_lit(&b, "é");
	strbuf_byte(&b, '-');
	strbuf_printf(&b, "%d %s", 42, "mots");
	arena_text(&a, 1); /* the buffer is no longer the last thing handed out */
	for (int i = 0; i < 200; i++)
		strbuf_lit(&b, "xy");
	assert_same(str_sub(strbuf_str(&b), 0, 12), "é-42 motsxy");
	assert_int_equal(b.n, 10 + 400);
	assert_int_equal(strlen(strbuf_cstr(&b)), b.n);
	arena_release(&a);
}

static void printf_gives_room_to_long_texts(void **state)
{
	(void)state;
	struct arena a = {0};
	struct strbuf b = strbuf_on(&a);
	strbuf_printf(&b, "%5000d", 7);
	assert_int_equal(b.n, 5000);
	assert_int_equal(b.p[4999], '7');
	assert_int_equal(str_printf(&a, "%4000d", 1).n, 4000);
	assert_same(str_printf(&a, "%s", ""), "");
	arena_release(&a);
}

static void adopted_memory_lives_with_its_new_owner(void **state)
{
	(void)state;
	struct arena a = {0}, b = {0}, none = {0};
	arena_adopt(&a, &none);
	assert_null(a.head);
	char *early = memcpy(arena_text(&b, 100000), "de b", 5);
	char *late = memcpy(arena_text(&b, 100000), "puis", 5);
	arena_adopt(&a, &b); /* a had nothing */
	assert_null(b.head);
	char *own = memcpy(arena_text(&a, 10), "de a", 5);
	memcpy(arena_text(&b, 10), "encore", 7); /* b is usable again */
	size_t total = a.total + b.total;
	arena_adopt(&a, &b);
	assert_int_equal(a.total, total);
	assert_true(arena_text(&a, 1) == own + 10); /* the block being filled stays */
	assert_string_equal(early, "de b");
	assert_string_equal(late, "puis");
	arena_reset(&a);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_comes_zeroed_and_aligned),
		cmocka_unit_test(nothing_asked_for_is_still_something),
		cmocka_unit_test(big_objects_get_their_own_block),
		cmocka_unit_test(a_reset_arena_is_used_again_and_zeroed),
		cmocka_unit_test(growing_in_place_moves_nothing),
		cmocka_unit_test(lists_grow_and_keep_their_elements),
		cmocka_unit_test(a_list_that_had_shrunk_gives_zeroed_elements),
		cmocka_unit_test(buffers_hold_what_is_added),
		cmocka_unit_test(printf_gives_room_to_long_texts),
		cmocka_unit_test(adopted_memory_lives_with_its_new_owner),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
