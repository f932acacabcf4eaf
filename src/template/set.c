/*
 * set.c: the templates of a theme, each file parsed once, each template compiled once.
 * Where the files come from is the caller's business (template.h).
 */
#include "template/spec_internal.h"
#include "template/template_internal.h"

#include "text/utf8.h"

struct template_set *template_set_new(
	struct arena *a, const struct template_rules *rules, struct diag *d)
{
	struct template_set *s = arena_new(a, struct template_set);
	*s = (struct template_set){.arena = a, .rules = rules, .diag = d};
	return s;
}

struct template_set *template_set_spec(
	struct arena *a, const struct template_rules *rules, struct diag *d)
{
	struct template_set *s = template_set_new(a, rules, d);
	s->spec = true;
	return s;
}

struct str template_ending(struct str name)
{
	size_t slash = str_rindex(name, '/');
	struct str last = slash < name.n ? str_from(name, slash + 1) : name;
	return str_from(last, str_rindex(last, '.'));
}

struct str template_full_name(
	struct template_set *s, struct str name, struct str caller)
{
	struct str ending = template_ending(caller);
	if (s->spec || template_ending(name).n || ending.n == 0)
		return name;
	return str_printf(s->arena, "%.*s%.*s", STR_ARG(name), STR_ARG(ending));
}

const struct template_file *template_file_of(
	struct template_set *s, struct str name, unsigned depth)
{
	/* No name holds an end of line. */
	struct str key = depth ? str_printf(s->arena, "%.*s\n%u", STR_ARG(name), depth)
			       : str_dup(s->arena, name);
	struct template_file *f = map_get(&s->files, key);
	if (!f) {
		f = arena_new(s->arena, struct template_file);
		f->name = str_dup(s->arena, name);
		f->depth = depth;
		f->origin = s->rules->find(s->rules->user, f->name, depth);
		*map_put(s->arena, &s->files, key) = f;
		if (f->origin)
			template_parse(s->arena, f, s->diag);
	}
	return f->origin ? f : NULL;
}

void template_say_missing(struct template_set *s, struct loc loc, struct str name)
{
	struct str near = utf8_nearest(name, s->rules->names, s->rules->n_names);
	diag_say(s->diag, MSG_TEMPLATE_MISSING, loc, name);
	if (near.n)
		diag_also(s->diag, MSG_NOTE_NEAREST, loc, near);
}

/* One root scope a shape. */
static struct scope *root_of(struct template_set *s, const struct shape *shape)
{
	for (struct root *r = s->roots; r; r = r->next)
		if (r->shape == shape)
			return r->scope;
	struct root *r = arena_new(s->arena, struct root);
	*r = (struct root){shape, scope_root(s->arena, shape), s->roots};
	s->roots = r;
	return r->scope;
}

const struct template *template_compile(
	struct template_set *s, struct str name, const struct shape *root)
{
	for (struct template *t = s->templates; t; t = t->next)
		if (t->root == root && str_eq(t->name, name))
			return t->failed ? NULL : t;
	struct template *t = arena_new(s->arena, struct template);
	*t = (struct template){.name = str_dup(s->arena, name),
		.root = root,
		.spec = s->spec,
		.next = s->templates};
	s->templates = t;
	t->file = template_file_of(s, t->name, 0);
	if (!t->file)
		template_say_missing(s, (struct loc){0}, name);
	t->failed =
		!t->file || t->file->bad || !template_program(s, t, root_of(s, root));
	return t->failed ? NULL : t;
}
