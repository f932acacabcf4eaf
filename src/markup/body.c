/*
 * body.c: from Markdown to pieces, in the order it happens: guard, hide, parse, walk,
 * keep. The passes are in their own files.
 */
#include "markup/body.h"

#include "markup/cmark_memory.h"
#include "markup/guard.h"
#include "markup/walk_internal.h"

static bool refuse(
	const struct origin *o, size_t offset, struct str text, struct diag *d)
{
	static const enum diag_code code[] = {
		[GUARD_TOO_LONG] = MSG_MARKUP_TOO_LONG,
		[GUARD_TOO_MANY_SIGNS] = MSG_MARKUP_TOO_MANY_SIGNS,
		[GUARD_TOO_DEEP] = MSG_MARKUP_TOO_DEEP,
		[GUARD_TOO_MANY_BRACKETS] = MSG_MARKUP_TOO_MANY_BRACKETS,
		[GUARD_TOO_MUCH_EXPANSION] = MSG_MARKUP_TOO_MUCH_EXPANSION,
	};
	size_t at;
	enum guard_verdict v = guard_check(text, &at);
	if (v == GUARD_FINE)
		return false;
	diag_say(d, code[v], loc_at(o, offset + at));
	return true;
}

/* Exact copies in the body's arena: the lists grew in scratch memory. */
#define KEEP(a, l)                                                                     \
	((l).n ? ((l).v = memcpy(arena_array((a), (l).n, sizeof *(l).v), (l).v,        \
			  (l).n * sizeof *(l).v),                                      \
			 (l).cap = (l).n)                                              \
	       : ((l).v = NULL, (l).cap = 0))

static void keep(struct walk *w)
{
	struct body *b = w->body;
	cut_piece(w);
	b->html = str_dup(w->a, strbuf_str(&w->html));
	KEEP(w->a, b->pieces);
	KEEP(w->a, b->headings);
	KEEP(w->a, b->links);
	KEEP(w->a, b->images);
	KEEP(w->a, b->blocks);
}

/* A form feed is a blank for marks and begins no block: a single line stays one. */
static struct str one_line(struct arena *a, struct str text)
{
	struct strbuf b = strbuf_on(a);
	strbuf_room(&b, text.n + 1);
	strbuf_byte(&b, '\f');
	strbuf_add(&b, text);
	return strbuf_str(&b);
}

static void compile(struct walk *w, struct str text)
{
	if (w->passes)
		text = prepare(w->scratch, text, &w->stand_ins);
	if (w->one_line)
		text = one_line(w->scratch, text);
	w->places.shift = w->one_line;
	w->html = strbuf_on(w->scratch);
	w->plain = strbuf_on(w->scratch);
	strbuf_room(&w->html, text.n + text.n / 4 + 64);
	strbuf_room(&w->plain, text.n + 64);
	cmark_parser *p = cmark_parser_new_with_mem(
		CMARK_OPT_DEFAULT, cmark_memory_begin(w->scratch));
	cmark_parser_feed(p, text.p ? text.p : "", text.n);
	cmark_node *root = cmark_parser_finish(p);
	walk_tree(w, root);
	/* Neither parser nor tree is freed: scratch goes. */
	cmark_memory_end();
	raw_say(w);
	slip_notes_say(w);
	keep(w);
}

static bool body_of(
	struct walk *w, size_t offset, const struct origin *o, struct str text)
{
	*w->body = (struct body){0};
	if (refuse(o, offset, text, w->d))
		return false;
	struct arena own = {0};
	struct map ids = {0};
	w->scratch = w->m->scratch ? w->m->scratch : &own;
	w->ids = &ids;
	w->passes = !w->m->plain_cmark;
	w->places = places_of(o, offset, text);
	w->references = w->passes && references_in(text);
	compile(w, text);
	arena_reset(w->scratch);
	arena_release(&own);
	return true;
}

bool body_compile(struct arena *a, const struct markup *m, const struct origin *o,
	size_t offset, struct str text, struct diag *d, struct body *out)
{
	struct walk w = {.a = a, .m = m, .d = d, .body = out};
	return body_of(&w, offset, o, text);
}

bool body_compile_inline(struct arena *a, const struct markup *m,
	const struct origin *o, size_t offset, struct str text, struct diag *d,
	struct body *out)
{
	struct walk w = {.a = a, .m = m, .d = d, .body = out, .one_line = true};
	return body_of(&w, offset, o, text);
}
