/*
 * spec_internal.h: spec mode, for the tests of the Mustache specification: values that
 * name their parts themselves, missing ones shown as nothing, HTML escaping whatever
 * the name. Parser, compiler and renderer are the ones of themes; only names are looked
 * up when rendered. No theme is ever rendered so.
 */
#ifndef TEMPLATE_SPEC_INTERNAL_H
#define TEMPLATE_SPEC_INTERNAL_H

#include "template/template.h"

struct spec_value {
	/* NONE, TEXT, YES; RECORD and LIST without contents: those are below. First, so
	 * that the renderer's views are these. */
	struct view view;
	const struct str *names; /* RECORD: of values */
	const struct spec_value *values;
	size_t n;
};

/* Compile with a NULL shape, render the view of a spec_value. */
struct template_set *template_set_spec(
	struct arena *a, const struct template_rules *rules, struct diag *d);

#endif
