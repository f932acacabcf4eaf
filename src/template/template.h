/*
 * template.h: Mustache templates, compiled once to a flat program and rendered many
 * times. Mustache 1.4 with its optional inheritance ({{<parent}}, {{$block}}); no
 * lambdas, no dynamic names.
 *
 * Names resolve statically against shapes (view.h) when a template is compiled: an
 * unknown name is an error with the nearest known one, an optional one must stand in
 * its own section ({{#resume}}{{resume}}{{/resume}}), a name that two open scopes have
 * is refused where it is written: the dotted name (page.titre) still tells it. What
 * sections do follows the kind:
 *
 *	text, html, link   shown when given and not empty; inside, its own name gives it
 *	yes                shown when true
 *	record             shown when given; inside, its slots are names too
 *	list               shown once when not empty; inside, two names: `nombre` (how
 *	                   many, a text) and the section `elements`
 *	elements           shown once an element; inside, the element's slots are names,
 *	                   with the sections `premier` and `dernier`
 *
 * `nombre`, `elements`, `premier` and `dernier` are those of the innermost list. Dotted
 * names pass through records only, an optional one within its section
 * ({{#page.date}}{{page.date.iso}}{{/page.date}}). `{{.}}` is refused (spec mode only).
 *
 * Escaping follows the end of the template's name: .html and .xml, .json, .ics, .csv,
 * else none. {{{x}}} and {{&x}} are for SLOT_HTML only; {{x}} shows it as it is too in
 * .html, and escapes it as a text in the others (a feed's content wants that).
 *
 * An .html template is checked for where values stand: a value inside <script> or
 * <style>, in an unquoted attribute, in a tag's name, a comment, an event handler,
 * style or srcdoc is refused; in href, src, action and the like only SLOT_LINK values,
 * which must be without scheme or with https, http, mailto, tel, sms, geo or webcal.
 * Any other is said when rendered (a warning at the template) and becomes "#".
 * SLOT_HTML stands between tags only. A section, partial, parent or block must end
 * where it began: in the text, in the same tag, in the same quotes. An attribute in a
 * section takes its blank with it: <li{{#actif}} class="actif"{{/actif}}>.
 *
 * Partials are named with or without their ending, which must be that of their caller.
 * They see the scope they are called in, not the blocks; one that calls itself is
 * refused. A file that names itself, in {{>x}} or {{<x}}, means the one that it takes
 * the place of: the same file of a theme's parent. In {{<parent}} only blocks may stand, each with a place in the parent; a
 * block's contents are compiled at that place, in its scope. On a line of its own a tag
 * leaves no line; a partial, parent or block there is indented as its tag is.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/diag.h"
#include "base/strbuf.h"
#include "template/view.h"

#define TEMPLATE_MAX_BYTES ((size_t)256 << 10) /* of one file */
#define TEMPLATE_MAX_NESTING 32                /* sections within one file */
#define TEMPLATE_MAX_PARTIALS 16 /* partials within partials when compiled */
#define TEMPLATE_MAX_OPS 200000u /* of one compiled template, partials included */
#define TEMPLATE_MAX_OUTPUT ((size_t)64 << 20) /* bytes of one page */
#define TEMPLATE_KEYS 2

struct template_set;
struct template;

/* Where templates come from. */
struct template_rules {
	/* The file of a whole name ("page.html", "entete.html"), or NULL. At depth 0 the
	 * one to use, at 1 the one that it takes the place of, and so on. Called once a
	 * name and depth. The origin must live as long as the set; its text is valid
	 * UTF-8. */
	const struct origin *(*find)(void *user, struct str name, unsigned depth);
	void *user;
	/* All names that exist, for suggestions; may be NULL. */
	const struct str *names;
	size_t n_names;
};

/* The rules and the diag must live as long as the set. */
struct template_set *template_set_new(
	struct arena *a, const struct template_rules *rules, struct diag *d);

/*
 * Compile one template for records of a shape; kept, so that a second call is free.
 * NULL when it has errors (said, all of them, the first time only). Shapes are compared
 * by address.
 */
const struct template *template_compile(
	struct template_set *s, struct str name, const struct shape *root);

/*
 * Append the output for one record. False, said at the template, when
 * TEMPLATE_MAX_OUTPUT is passed: nothing is appended then. The same template may be
 * rendered any number of times. root is a record of the shape it was compiled for; a
 * view that is no value of its slot (a required record left zeroed) shows nothing.
 */
bool template_render(const struct template *t, const struct view *root,
	struct strbuf *out, struct diag *d);

/*
 * What pages have in common is shown once: a stretch of a template that shows only slots
 * kept under key k (slot.kept) is copied from the page before, as long as key[k - 1] is
 * what it was. A key of 0 keeps nothing. Zero it and give it an arena; the templates
 * shown with it are of one set, and the views below a slot are the same (or say the
 * same) whenever its key is.
 */
struct template_memo {
	struct arena *arena;
	unsigned long key[TEMPLATE_KEYS];
	struct {
		struct template_kept *v;
		size_t n, cap;
	} list; /* by number of the stretch */
};

/* template_render, with what was kept. */
bool template_render_kept(const struct template *t, const struct view *root,
	struct template_memo *memo, struct strbuf *out, struct diag *d);

#endif
