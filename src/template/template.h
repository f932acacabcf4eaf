/*
 * template.h: Mustache templates, compiled once to a flat program and rendered many
 * times. Mustache 1.4 with its optional inheritance ({{<parent}}, {{$block}}); no
 * lambdas, no dynamic names.
 *
 * Names resolve statically against shapes (view.h) when a template is compiled: an
 * unknown name is an error with the nearest known one, an optional one must stand in
 * its own section ({{#resume}}{{resume}}{{/resume}}), a name that a scope above also
 * has is refused. In a section of a list, the names are `nombre` (how many, text) and
 * `elements`; in
 * {{#elements}}, the record's own slots, `premier`, `dernier` (sections). In a section
 * of an optional text, its own name gives it. `{{.}}` is refused (spec mode only).
 *
 * Escaping follows the end of the template's name: .html and .xml, .json, .ics, .csv,
 * else none. An .html template is checked for where values stand: a value inside
 * <script> or <style>, in an unquoted attribute, in a tag's name, a comment or an event
 * handler is refused; in href, src, action and the like only SLOT_LINK values. {{{x}}}
 * and {{&x}} are for SLOT_HTML, which {{x}} shows too.
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

struct template_set;
struct template;

/* Where templates come from. */
struct template_rules {
	/* The file of a name ("page.html", "entete.html"), or NULL. Partials are named
	 * with or without their ending. Called once per name. */
	const struct origin *(*find)(void *user, struct str name);
	void *user;
	/* All names that exist, for suggestions; may be NULL. */
	const struct str *names;
	size_t n_names;
};

struct template_set *template_set_new(
	struct arena *a, const struct template_rules *rules, struct diag *d);

/*
 * Compile one template for records of a shape; kept, so that a second call is free.
 * NULL when it has errors (said, all of them).
 */
const struct template *template_compile(
	struct template_set *s, struct str name, const struct shape *root);

/*
 * Append the output for one record. False, said at the template, when
 * TEMPLATE_MAX_OUTPUT is passed. The same template may be rendered any number of times.
 */
bool template_render(const struct template *t, const struct view *root,
	struct strbuf *out, struct diag *d);

#endif
