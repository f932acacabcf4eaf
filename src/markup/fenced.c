/*
 * fenced.c: code blocks, and the fenced blocks whose info string names a row of the
 * caller's table: the YAML inside is read and checked, the block becomes a slot.
 */
#include "markup/walk_internal.h"

#include "data/yaml_read.h"
#include "text/utf8.h"

#define KINDS_MAX 64

static struct str info_word(struct str info)
{
	size_t n = 0;
	while (n < info.n && !ascii_blank(info.p[n]))
		n++;
	return str_sub(info, 0, n);
}

static const struct block_kind *kind_named(struct walk *w, struct str word)
{
	if (!word.n || !w->m->n_blocks)
		return NULL;
	struct str folded = utf8_fold_key(w->scratch, word);
	for (size_t i = 0; i < w->m->n_blocks; i++)
		if (str_is(folded, w->m->blocks[i].name))
			return &w->m->blocks[i];
	return NULL;
}

/* « demarche » for « demarches »: said, and shown as code. */
static void say_near(struct walk *w, cmark_node *n, struct str word)
{
	struct str names[KINDS_MAX];
	size_t count = 0;
	for (; count < w->m->n_blocks && count < KINDS_MAX; count++)
		names[count] = str_of(w->m->blocks[count].name);
	struct str near = utf8_nearest(utf8_fold_key(w->scratch, word), names, count);
	if (near.n)
		diag_say(w->d, MSG_MARKUP_BLOCK_NEAR,
			places_near(&w->places, cmark_node_get_start_line(n), 1, word),
			word, near);
}

static void known_block(struct walk *w, cmark_node *n, const struct block_kind *kind)
{
	int line = cmark_node_get_start_line(n);
	struct loc loc = places_loc(&w->places, line, cmark_node_get_start_column(n));
	struct str yaml = str_of(cmark_node_get_literal(n));
	if (w->stand_ins)
		yaml = restore(w->scratch, yaml, STR("\\|"));
	/* In a list or with CRLF the text differs from the file's, but lines agree. */
	size_t byte = places_byte(&w->places, line + 1, 1);
	struct str written = str_sub(w->places.text, byte, byte + yaml.n);
	yaml = str_eq(written, yaml) ? written : str_dup(w->a, yaml);
	const struct value *v = NULL;
	struct loc first = places_loc(&w->places, line + 1, 1);
	if (!yaml_read_from(w->a, first, w->places.offset + byte, yaml, w->d, &v))
		return;
	if (kind->settings)
		v = schema_check(w->a, kind->settings, v, (struct schema_mode){0}, loc,
			w->d, NULL);
	*list_add(w->scratch, &w->body->blocks) = (struct body_block){kind, v, loc};
	fresh_line(w);
	slot(w, PIECE_BLOCK, w->body->blocks.n - 1);
	html_lit(w, "\n");
}

/* A block wider than the screen scrolls, so a keyboard must reach it. */
static void code(struct walk *w, struct str word, struct str literal)
{
	fresh_line(w);
	html(w, w->passes ? STR("<pre tabindex=\"0\"><code") : STR("<pre><code"));
	if (word.n) {
		html_lit(w, " class=\"language-");
		put_escaped(&w->html, word);
		html_lit(w, "\"");
	}
	html_lit(w, ">");
	put_escaped(&w->html, literal);
	html_lit(w, "</code></pre>\n");
	strbuf_add(&w->plain, str_trim(literal));
	words_apart(w);
}

void code_block(struct walk *w, cmark_node *n)
{
	struct str word =
		references_out(w, n, info_word(str_of(cmark_node_get_fence_info(n))));
	struct str literal = str_of(cmark_node_get_literal(n));
	if (w->passes && word.n) {
		const struct block_kind *kind = kind_named(w, word);
		if (kind) {
			known_block(w, n, kind);
			return;
		}
		say_near(w, n, word);
	}
	if (w->stand_ins)
		literal = restore(w->scratch, literal, STR("\\|"));
	code(w, word, literal);
}
