/* swap.c: which way a site can be swapped here, and the two ways that take one rename.
 */
#include "publish/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define ASIDE_MAX 100 /* names tried for a folder that is kept aside */

const char *swap_mode_name(enum swap_mode mode)
{
	static const char *const names[] = {
		[SWAP_AUTO] = "auto",
		[SWAP_EXCHANGE] = "exchange",
		[SWAP_SYMLINK] = "symlink",
		[SWAP_FILES] = "files",
	};
	return names[mode];
}

/* ---- leftovers and old trees ---- */

/* Remove a folder known to be ours; what cannot be removed is said, and no fault. */
static void remove_ours(struct place *p, const char *name, struct diag *d)
{
	int e = file_remove_tree(p->parent, name);
	if (e)
		diag_say(d, MSG_PUBLISH_LEFTOVER, (struct loc){0}, str_of(name),
			diag_errno(d, e));
}

/* rename that never replaces, also where the file system knows no RENAME_NOREPLACE. */
static int rename_new(int dir, const char *from, const char *to)
{
	if (renameat2(dir, from, dir, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return errno;
	struct stat st;
	if (fstatat(dir, to, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return EEXIST;
	return renameat(dir, from, dir, to) ? errno : 0;
}

static void keep_aside(struct place *p, const char *name, struct diag *d)
{
	int e = EEXIST;
	struct str aside = {0};
	for (int i = 1; e == EEXIST && i <= ASIDE_MAX; i++) {
		aside = i == 1 ? str_printf(p->arena, "%s.avant-tambour", p->base)
			       : str_printf(
					 p->arena, "%s.avant-tambour-%d", p->base, i);
		e = rename_new(p->parent, name, aside.p);
	}
	if (e) {
		place_fault(d, e, aside);
		return;
	}
	diag_say(d, MSG_PUBLISH_KEPT_ASIDE, (struct loc){0}, p->out, aside);
}

/*
 * Remove what stands under a name that may hold someone else's folder: a link goes, an
 * empty folder goes, ours (it has our mark) goes, anything else is kept aside. Ours is
 * renamed first, so that a half-removed one without its mark is never taken for theirs.
 */
static void dispose(struct place *p, const char *name, struct diag *d)
{
	struct str other;
	int fd = openat(
		p->parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0) {
		unlinkat(p->parent, name, 0);
		return;
	}
	enum place_kind kind = place_whose(p, fd, &other);
	close(fd);
	if (unlinkat(p->parent, name, AT_REMOVEDIR) == 0)
		return;
	if (kind != PLACE_OURS) {
		keep_aside(p, name, d);
		return;
	}
	remove_ours(p, p->name[NAME_NEW], d);
	const char *now = renameat(p->parent, name, p->parent, p->name[NAME_NEW])
				  ? name
				  : p->name[NAME_NEW];
	remove_ours(p, now, d);
}

static bool exists(int dir, const char *name)
{
	struct stat st;
	return fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

void swap_sweep(struct place *p, struct diag *d)
{
	static const enum place_name ours[] = {NAME_NEW, NAME_ONE, NAME_TWO},
				     unsure[] = {NAME_ADOPT, NAME_LINK},
				     probes[] = {NAME_PROBE_A, NAME_PROBE_B};
	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
		const char *name = p->name[ours[i]];
		bool current = p->target && strcmp(p->target, name) == 0;
		if (!current && exists(p->parent, name))
			remove_ours(p, name, d);
	}
	for (size_t i = 0; i < sizeof unsure / sizeof *unsure; i++)
		if (exists(p->parent, p->name[unsure[i]]))
			dispose(p, p->name[unsure[i]], d);
	for (size_t i = 0; i < sizeof probes / sizeof *probes; i++)
		if (exists(p->parent, p->name[probes[i]]))
			unlinkat(p->parent, p->name[probes[i]], AT_REMOVEDIR);
	if (p->kind == PLACE_OURS && exists(p->dir, PLACE_INSIDE))
		file_remove_tree(p->dir, PLACE_INSIDE);
}

/* ---- choosing ---- */

/* What the parent folder allows, found by trying. */
struct means {
	bool folders, exchange, links;
};

static struct means try_parent(const struct place *p)
{
	const char *a = p->name[NAME_PROBE_A], *b = p->name[NAME_PROBE_B];
	struct means m = {0};
	if (mkdirat(p->parent, a, 0700))
		return m;
	m.folders = true;
	if (mkdirat(p->parent, b, 0700) == 0) {
		m.exchange =
			renameat2(p->parent, a, p->parent, b, RENAME_EXCHANGE) == 0;
		unlinkat(p->parent, b, AT_REMOVEDIR);
	}
	unlinkat(p->parent, a, AT_REMOVEDIR);
	if (symlinkat(p->base, p->parent, p->name[NAME_LINK]) == 0) {
		m.links = true;
		unlinkat(p->parent, p->name[NAME_LINK], 0);
	}
	return m;
}

/* The way to take, or SWAP_AUTO when the one asked for cannot be. */
static enum swap_mode choose(const struct place *p, enum swap_mode asked)
{
	if (asked == SWAP_FILES)
		return SWAP_FILES;
	struct means m = try_parent(p);
	bool movable = m.folders && !p->mount;
	/* A folder with something in it: only an exchange puts another thing there. */
	bool full = !p->target && (p->kind == PLACE_OURS || p->kind == PLACE_FOREIGN);
	bool exchange = movable && (m.exchange || (!full && !p->target));
	bool symlink = movable && m.links && (m.exchange || !full);
	if (asked == SWAP_EXCHANGE)
		return exchange ? SWAP_EXCHANGE : SWAP_AUTO;
	if (asked == SWAP_SYMLINK)
		return symlink ? SWAP_SYMLINK : SWAP_AUTO;
	if (symlink && p->target)
		return SWAP_SYMLINK;
	/* The first publication needs no exchange, but all later ones will. */
	if (exchange && m.exchange)
		return SWAP_EXCHANGE;
	return symlink ? SWAP_SYMLINK : SWAP_FILES;
}

/* ---- beginning ---- */

static int begin_inside(struct swap *s, struct place *p)
{
	if (p->dir < 0) {
		int e = file_make_dirs(p->parent, p->base);
		if (!e)
			e = place_reopen(p);
		if (e)
			return e;
	}
	/* First, so that a build killed from here on finds its own folder again. */
	int e = p->kind == PLACE_OURS ? 0 : place_mark(p, p->dir);
	s->where = p->dir;
	s->name = PLACE_INSIDE;
	return e;
}

static void begin_beside(struct swap *s, const struct place *p)
{
	s->where = p->parent;
	s->name = p->name[p->kind == PLACE_FOREIGN ? NAME_ADOPT : NAME_NEW];
	if (s->mode == SWAP_SYMLINK) {
		const char *one = p->name[NAME_ONE];
		bool taken = p->target && strcmp(p->target, one) == 0;
		s->name = taken ? p->name[NAME_TWO] : one;
	}
}

static int make_tree(struct swap *s, const struct place *p)
{
	/* Closed to readers until it is whole; swap_commit opens it to them. */
	if (mkdirat(s->where, s->name, 0700)) {
		s->name = NULL;
		return errno;
	}
	int fd = openat(
		s->where, s->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return errno;
	s->tree = (struct tree){.dir = fd, .arena = p->arena};
	return s->mode == SWAP_FILES ? 0 : place_mark(p, fd);
}

bool swap_begin(struct swap *s, struct place *p, enum swap_mode asked, struct diag *d)
{
	*s = (struct swap){.mode = choose(p, asked), .where = -1, .tree = {.dir = -1}};
	if (s->mode == SWAP_AUTO)
		return diag_say(d, MSG_PUBLISH_SWAP_IMPOSSIBLE, (struct loc){0},
			str_of(swap_mode_name(asked)), p->out);
	int e = 0;
	if (s->mode == SWAP_FILES)
		e = begin_inside(s, p);
	else
		begin_beside(s, p);
	if (!e)
		e = make_tree(s, p);
	else
		s->name = NULL;
	return e ? place_fault(d, e, p->out) : true;
}

/* ---- swapping ---- */

static int swap_folder(const struct swap *s, const struct place *p)
{
	/* A link of ours that leads nowhere any more hides no site. */
	if (p->kind == PLACE_ABSENT && p->target)
		unlinkat(p->parent, p->base, 0);
	bool replace =
		p->kind == PLACE_ABSENT || (p->kind == PLACE_EMPTY && !p->target);
	int r = replace ? renameat(p->parent, s->name, p->parent, p->base)
			: renameat2(p->parent, s->name, p->parent, p->base,
				  RENAME_EXCHANGE);
	return r ? errno : 0;
}

static int swap_link(const struct swap *s, const struct place *p)
{
	const char *link = p->name[NAME_LINK];
	if (symlinkat(s->name, p->parent, link))
		return errno;
	bool full = !p->target && (p->kind == PLACE_OURS || p->kind == PLACE_FOREIGN);
	if (!full && !p->target && p->kind == PLACE_EMPTY)
		unlinkat(p->parent, p->base, AT_REMOVEDIR);
	int r = full ? renameat2(p->parent, link, p->parent, p->base, RENAME_EXCHANGE)
		     : renameat(p->parent, link, p->parent, p->base);
	int e = r ? errno : 0;
	if (e)
		unlinkat(p->parent, link, 0);
	return e;
}

int swap_commit(struct swap *s, struct place *p)
{
	if (fchmod(s->tree.dir, 0755))
		return errno;
	int e = s->mode == SWAP_SYMLINK ? swap_link(s, p) : swap_folder(s, p);
	if (!e) {
		close(s->tree.dir);
		s->tree.dir = -1;
	}
	return e;
}

void swap_clean(struct swap *s, struct place *p, struct diag *d)
{
	const char *old = s->mode == SWAP_SYMLINK ? p->name[NAME_LINK] : s->name;
	if (s->mode != SWAP_FILES) {
		if (strcmp(old, p->name[NAME_NEW]) == 0)
			remove_ours(p, old, d);
		else if (exists(p->parent, old))
			dispose(p, old, d);
		if (p->target && p->kind == PLACE_FOREIGN)
			dispose(p, p->target, d);
		else if (p->target)
			remove_ours(p, p->target, d);
	} else {
		swap_abandon(s);
	}
	s->name = NULL;
}

void swap_abandon(struct swap *s)
{
	if (s->tree.dir >= 0)
		close(s->tree.dir);
	s->tree.dir = -1;
	if (s->name)
		file_remove_tree(s->where, s->name);
	s->name = NULL;
}
