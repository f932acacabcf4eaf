/* disk.c: a site published in a folder. disk.h is its manual. */
#include "publish/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/files.h"

static void fault(struct disk *k, int e, struct str path)
{
	place_fault(k->base.diag, e, path);
	k->failed = true;
}

/* ---- putting ---- */

static bool begin(struct disk *k)
{
	if (!k->begun && !k->failed) {
		k->begun = true;
		k->failed = !swap_begin(&k->swap, &k->place, k->asked, k->base.diag);
	}
	return !k->failed;
}

/* The row of the manifest for a path, when the published file still is as it says. */
static const struct manifest_row *standing(const struct disk *k, struct str path)
{
	const struct manifest_row *former = manifest_find(&k->former, path);
	struct stat st;
	if (!former || k->place.dir < 0 ||
		fstatat(k->place.dir, path.p, &st, AT_SYMLINK_NOFOLLOW) ||
		!manifest_matches(former, &st))
		return NULL;
	return former;
}

static void add_row(struct disk *k, const struct manifest_row *row)
{
	*(struct manifest_row *)list_add(k->base.arena, &k->next.rows) = *row;
	k->base.report.bytes += (unsigned long long)row->size;
}

static void keep(struct disk *k, const struct manifest_row *former, struct str path,
	unsigned long long stamp)
{
	struct manifest_row row = *former;
	row.path = path;
	row.stamp = stamp;
	row.kept = true;
	k->restamped = k->restamped || stamp != former->stamp;
	add_row(k, &row);
}

static void written(struct disk *k, struct manifest_row *row, const struct stat *st)
{
	row->size = st->st_size;
	row->mtime = manifest_date(st);
	k->base.report.written++;
	add_row(k, row);
}

static void take_bytes(struct disk *k, const struct artifact *a)
{
	const struct manifest_row *former = standing(k, a->path);
	if (former && a->make) {
		keep(k, former, a->path, 0);
		return;
	}
	struct str bytes = a->make ? a->make(a->user) : a->bytes;
	struct manifest_row row = {.path = a->path, .hash = hash_hex(bytes)};
	if (former && former->size == (long long)bytes.n &&
		memcmp(&former->hash, &row.hash, sizeof row.hash) == 0) {
		keep(k, former, a->path, 0);
		return;
	}
	struct stat st;
	if (!begin(k))
		return;
	int e = tree_write(&k->swap.tree, a->path, bytes, &st);
	if (e)
		fault(k, e, a->path);
	else
		written(k, &row, &st);
}

/* What tells a copied file apart without reading it; 0 when nothing does. */
static unsigned long long stamp_of(const struct artifact *a)
{
	struct arena tmp = {0};
	if (a->mtime == 0)
		return 0;
	unsigned long long h = hash_64(str_printf(
		&tmp, "%lld %lld %.*s", a->size, a->mtime, STR_ARG(a->from)));
	arena_release(&tmp);
	return h ? h : 1;
}

/* True when the open source holds what the published file holds. */
static bool same_bytes(struct disk *k, const struct manifest_row *former, int from)
{
	struct tree reader = {.dir = -1, .arena = k->base.arena, .piece = k->piece};
	struct hash_hex hash;
	long long size;
	struct stat st;
	if (fstat(from, &st) || st.st_size != former->size)
		return false;
	int e = tree_fingerprint(&reader, from, &hash, &size);
	k->piece = reader.piece;
	return !e && memcmp(&hash, &former->hash, sizeof hash) == 0;
}

static void copy_new(struct disk *k, const struct artifact *a, int from)
{
	struct manifest_row row = {.path = a->path, .stamp = stamp_of(a)};
	struct stat st;
	if (!begin(k))
		return;
	int e = tree_copy(&k->swap.tree, a->path, from, false, &st, &row.hash);
	if (e) {
		fault(k, e, a->path);
		return;
	}
	if (st.st_size !=
		a->size) /* it is being changed under us: look again next time */
		row.stamp = 0;
	written(k, &row, &st);
}

static void take_copy(struct disk *k, const struct artifact *a)
{
	const struct manifest_row *former = standing(k, a->path);
	unsigned long long stamp = stamp_of(a);
	if (former && stamp && former->stamp == stamp) {
		keep(k, former, a->path, stamp);
		return;
	}
	int from;
	int e = tree_open(a->from_dir, str_cstr(k->base.arena, a->from), &from);
	if (e) {
		diag_say(k->base.diag, MSG_PUBLISH_COPY, (struct loc){0}, a->from,
			diag_errno(k->base.diag, e));
		if (former)
			keep(k, former, a->path, former->stamp);
		return;
	}
	if (former && same_bytes(k, former, from))
		keep(k, former, a->path, stamp);
	else
		copy_new(k, a, from);
	close(from);
}

static void disk_take(struct publisher *p, const struct artifact *a)
{
	struct disk *k = (struct disk *)p;
	if (k->failed)
		return;
	if (a->from_dir >= 0)
		take_copy(k, a);
	else
		take_bytes(k, a);
}

/* ---- finishing ---- */

static bool nothing_changed(const struct disk *k)
{
	return !k->begun && !k->was_killed && k->place.kind == PLACE_OURS &&
	       k->next.rows.n == k->former.rows.n;
}

/* Give the kept files their second name in the tree to come. */
static bool link_kept(struct disk *k)
{
	for (size_t i = 0; i < k->next.rows.n; i++) {
		const struct manifest_row *row = &k->next.rows.v[i];
		struct stat st;
		if (!row->kept)
			continue;
		int e = tree_link(&k->swap.tree, row->path, k->place.dir, &st);
		if (e == ENOENT || (!e && !manifest_matches(row, &st))) {
			k->failed = true;
			return diag_say(k->base.diag, MSG_PUBLISH_CHANGED_MEANWHILE,
				(struct loc){0}, row->path);
		}
		if (e) {
			fault(k, e, row->path);
			return false;
		}
	}
	return true;
}

/*
 * Say in the state folder what is about to stand. Files of a build killed before this
 * one are named as well: should this one be killed too, they must still be removed.
 */
static int announce(struct disk *k)
{
	struct manifest all = k->next;
	for (size_t i = 0; i < k->killed.rows.n; i++)
		if (!publisher_has(&k->base, k->killed.rows.v[i].path))
			*(struct manifest_row *)list_add(k->base.arena, &all.rows) =
				k->killed.rows.v[i];
	return manifest_write(k->place.state, MANIFEST_NEXT, &all);
}

/* The publication has ended: what was announced is now what stands. */
static void settle(struct disk *k)
{
	int e = k->was_killed ? manifest_write(k->place.state, MANIFEST_NEXT, &k->next)
			      : 0;
	if (!e)
		renameat(k->place.state, MANIFEST_NEXT, k->place.state, MANIFEST_NAME);
}

static bool prepare(struct disk *k)
{
	if (!begin(k) || (k->swap.mode != SWAP_FILES && !link_kept(k)))
		return false;
	int e = announce(k);
	if (!e && k->place.kind == PLACE_OURS && syncfs(k->swap.tree.dir))
		e = errno;
	if (e)
		fault(k, e, k->place.out);
	return !e;
}

static bool commit(struct disk *k)
{
	struct str path = k->place.out;
	struct files_change change = {
		.come = &k->swap.tree,
		.out = k->place.dir,
		.next = &k->next,
		.former = {&k->former, &k->killed},
		.put = &k->base,
	};
	int e = k->swap.mode == SWAP_FILES ? files_replace(&change, &path)
					   : swap_commit(&k->swap, &k->place);
	if (e)
		fault(k, e, path);
	return !e;
}

static size_t count_removed(const struct disk *k)
{
	size_t n = 0;
	for (size_t i = 0; i < k->former.rows.n; i++)
		n += !publisher_has(&k->base, k->former.rows.v[i].path);
	return n;
}

static enum published give_up(struct disk *k)
{
	bool announced_only = k->begun && !k->was_killed && k->swap.mode != SWAP_FILES;
	swap_abandon(&k->swap);
	if (announced_only)
		unlinkat(k->place.state, MANIFEST_NEXT, 0);
	return PUBLISHED_FAILED;
}

static enum published disk_finish(struct publisher *p)
{
	struct disk *k = (struct disk *)p;
	if (!k->failed && nothing_changed(k)) {
		if (k->restamped &&
			manifest_write(k->place.state, MANIFEST_NEXT, &k->next) == 0)
			settle(k);
		return PUBLISHED_SAME;
	}
	if (k->failed || !prepare(k) || !commit(k))
		return give_up(k);
	settle(k);
	p->report.swap = swap_mode_name(k->swap.mode);
	p->report.removed = count_removed(k);
	swap_clean(&k->swap, &k->place, p->diag);
	return PUBLISHED_NEW;
}

static void disk_close(struct publisher *p)
{
	struct disk *k = (struct disk *)p;
	swap_abandon(&k->swap);
	place_close(&k->place);
}

/* ---- opening ---- */

static const struct publisher_backend disk_backend = {
	.take = disk_take, .finish = disk_finish, .close = disk_close};

static bool may_publish(const struct place *p, bool adopt, struct diag *d)
{
	if (p->kind != PLACE_FOREIGN || adopt)
		return true;
	if (p->other.n)
		return diag_say(
			d, MSG_PUBLISH_OTHER_SITE, (struct loc){0}, p->out, p->other);
	return diag_say(d, MSG_PUBLISH_NOT_OURS, (struct loc){0}, p->out);
}

struct publisher *publisher_disk(
	struct arena *a, const struct publish_where *w, struct diag *d)
{
	struct disk *k = arena_new(a, struct disk);
	k->base = (struct publisher){
		.backend = &disk_backend, .arena = a, .diag = d, .report.swap = ""};
	k->asked = w->swap;
	k->swap.tree.dir = -1;
	if (!place_open(&k->place, a, w, true, d) ||
		!may_publish(&k->place, w->adopt, d)) {
		place_close(&k->place);
		return NULL;
	}
	swap_sweep(&k->place, d);
	manifest_read(a, k->place.state, MANIFEST_NAME, &k->former);
	k->was_killed =
		manifest_read(a, k->place.state, MANIFEST_NEXT, &k->killed) != ENOENT;
	return &k->base;
}

bool publisher_stands(const struct publish_where *w)
{
	struct arena a = {0};
	struct diag quiet = {.arena = &a, .muted = true};
	struct disk k = {.base.arena = &a};
	struct manifest unused;
	bool stands =
		place_open(&k.place, &a, w, false, &quiet) &&
		k.place.kind == PLACE_OURS &&
		manifest_read(&a, k.place.state, MANIFEST_NEXT, &unused) == ENOENT &&
		manifest_read(&a, k.place.state, MANIFEST_NAME, &k.former) == 0;
	for (size_t i = 0; stands && i < k.former.rows.n; i++)
		stands = standing(&k, k.former.rows.v[i].path) != NULL;
	place_close(&k.place);
	arena_release(&a);
	return stands;
}
