/*
 * pictures.c: which files are pictures that the site shows, and what is published of each.
 * It asks the door; how a picture is looked at and reduced is image's business.
 */
#include "resolve/web_internal.h"

/* The index of a file in w->files; w->files.n: there is none. */
static size_t file_of(const struct web *w, struct str path)
{
	void *slot = map_get(&w->by_file, path);
	size_t index;
	memcpy(&index, &slot, sizeof index);
	return slot ? index - 1 : w->files.n;
}

static void mark(const struct web *w, bool *shown, struct str path)
{
	size_t i = path.n ? file_of(w, path) : w->files.n;
	if (i < w->files.n)
		shown[i] = true;
}

static void mark_bodies(const struct web *w, bool *shown, const struct node *n)
{
	for (size_t k = 0; k < n->texts.n; k++)
		for (size_t i = 0; i < n->texts.v[k].body->images.n; i++)
			if (n->texts.v[k].images[i].kind == TARGET_FILE)
				mark(w, shown, n->texts.v[k].images[i].path);
}

/*
 * A picture is what stands in images/, or is shown by a page wherever it stands. What else
 * is in documents/ is there to be downloaded, byte for byte: it is looked at all the same,
 * for a photograph says where it was taken there too, and so does that of an act.
 */
static bool is_to_look_at(const struct web_file *f)
{
	return picture_format_of_path(f->path) != PICTURE_NONE ||
	       picture_is_foreign(f->path);
}

/* An act whose photograph is not published stands without it, as check says. */
static void leave_acts(struct web *w)
{
	for (size_t i = 0; i < w->acts.online.n; i++) {
		struct act *x = &w->acts.online.v[i];
		x->left_out = x->file.path.n && !web_shows(w, x->file.path);
		if (x->left_out)
			x->file = (struct web_file){0};
	}
}

void web_make_pictures(struct web *w)
{
	const struct pictures_door *door = &w->site->pictures;
	const struct value *settings = value_get(w->site->commune.v, "site");
	size_t most = w->files.n, n = 0;
	w->pictures = arena_list(w->arena, most, struct picture);
	if (!door->look || !most)
		return;
	struct picture_request *asked =
		arena_list(w->arena, most, struct picture_request);
	size_t *of = arena_list(w->arena, most, size_t);
	bool *shown = arena_list(w->arena, most, bool);
	mark(w, shown, value_text(settings, "blason"));
	/* Which options are pictures the theme knows: what names a file here may be one. */
	const struct value *options = value_get(settings, "options");
	for (size_t i = 0; options && options->kind == VALUE_MAP && i < options->map.n;
		i++)
		mark(w, shown, options->map.v[i].value->text);
	for (size_t i = 0; i < w->nodes.n; i++) {
		const struct node *x = w->nodes.v[i];
		mark_bodies(w, shown, x);
		if (x->page)
			mark(w, shown, value_text(x->page->header, "image"));
	}
	for (size_t i = 0; i < most; i++) {
		const struct web_file *f = &w->files.v[i];
		if (!is_to_look_at(f))
			continue;
		bool picture = shown[i] || str_starts(f->path, STR("images/"));
		asked[n] = (struct picture_request){f->source, f->file, !picture};
		of[n++] = i;
	}
	struct picture *out = arena_list(w->arena, n, struct picture);
	if (n)
		door->look(door->user, w->arena, asked, out, n);
	for (size_t i = 0; i < n; i++)
		w->pictures[of[i]] = out[i];
	leave_acts(w);
}

const struct picture *web_picture(const struct web *w, struct str path)
{
	size_t i = path.n ? file_of(w, path) : w->files.n;
	bool known =
		i < w->files.n && w->pictures && w->pictures[i].state != PICTURE_UNSEEN;
	return known ? &w->pictures[i] : NULL;
}

bool web_shows(const struct web *w, struct str path)
{
	const struct picture *p = web_picture(w, path);
	return map_get(&w->by_file, path) && !(p && p->state == PICTURE_LEFT);
}
