/*
 * pack.c: a source kept in a pack, mapped in memory. It trusts nothing the file says
 * before its fingerprint agrees, and no offset even then. How packs come to be is not
 * known here.
 */
#include "source/pack.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "source/backend.h"
#include "source/pack_internal.h"

struct pack {
	void *map;
	size_t size, n, names; /* whole file; entries; bytes of names */
	struct str tree;
	struct pack_maker maker;
	struct diag *diag;
};

struct entry {
	unsigned long long offset, size, hash;
	struct str path;
	enum pack_kind kind;
	const unsigned char *id;
};

static struct entry entry_at(const struct pack *p, size_t i)
{
	const unsigned char *first = (const unsigned char *)p->map + PACK_HEAD;
	const unsigned char *e = first + i * PACK_ENTRY;
	struct str names = {(const char *)first + p->n * PACK_ENTRY, p->names};
	size_t from = (size_t)pack_get(e + 24, 4), n = (size_t)pack_get(e + 28, 4);
	return (struct entry){pack_get(e, 8), pack_get(e + 8, 8), pack_get(e + 16, 8),
		str_sub(names, from, from + n), (enum pack_kind)pack_get(e + 32, 4),
		e + 36};
}

/* The head and the list of files are whole, and are those of this tree. */
static bool is_sound(struct pack *p)
{
	const unsigned char *b = p->map;
	if (memcmp(b, PACK_MAGIC, sizeof PACK_MAGIC) != 0 ||
		pack_get(b + PACK_AT_SIZE, 8) != p->size)
		return false;
	unsigned long long n = pack_get(b + PACK_AT_COUNT, 8);
	unsigned long long names = pack_get(b + PACK_AT_NAMES, 8);
	size_t room = p->size - PACK_HEAD;
	if (n > PACK_MAX_FILES || n * PACK_ENTRY > room ||
		names > room - n * PACK_ENTRY)
		return false;
	p->n = (size_t)n;
	p->names = (size_t)names;
	char tree[2 * PACK_ID + 1];
	pack_id_text(b + PACK_AT_TREE, tree);
	struct str list = {(const char *)b + PACK_AT_SIZE,
		PACK_HEAD - PACK_AT_SIZE + p->n * PACK_ENTRY + p->names};
	return hash_64(list) == pack_get(b + PACK_AT_HASH, 8) && str_is(p->tree, tree);
}

static void unmap(struct pack *p)
{
	if (p->map)
		munmap(p->map, p->size);
	p->map = NULL;
}

/* Map fd, which is closed, in place of what was mapped; false leaves that as it was. */
static bool map_pack(struct pack *p, int fd)
{
	struct stat st;
	struct pack fresh = *p;
	fresh.map = NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= PACK_HEAD) {
		fresh.size = (size_t)st.st_size;
		void *at = mmap(NULL, fresh.size, PROT_READ, MAP_PRIVATE, fd, 0);
		fresh.map = at == MAP_FAILED ? NULL : at;
	}
	close(fd);
	if (!fresh.map)
		return false;
	if (!is_sound(&fresh)) {
		unmap(&fresh);
		return false;
	}
	unmap(p);
	*p = fresh;
	return true;
}

/* ---- reading ---- */

/* The first of a path: a hostile tree may name it twice, and its first is the file. */
static bool find_entry(const struct pack *p, struct str path, struct entry *e)
{
	size_t low = 0, high = p->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (str_cmp(entry_at(p, mid).path, path) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == p->n)
		return false;
	*e = entry_at(p, low);
	return str_eq(e->path, path);
}

/* The bytes of a file within the map: 0, EFBIG, or EIO when they are damaged. */
static int find_bytes(
	const struct pack *p, const struct source_file *f, size_t max, struct str *out)
{
	struct entry e;
	if (!find_entry(p, f->real, &e) || e.kind != PACK_FILE || e.offset > p->size ||
		e.size > p->size - e.offset)
		return EIO;
	if (e.size > max)
		return EFBIG;
	*out = (struct str){(const char *)p->map + e.offset, (size_t)e.size};
	return hash_64(*out) == e.hash ? 0 : EIO;
}

/* Damage is mended once: the new pack is of the same tree, so it holds the same paths. */
static bool mend(struct pack *p)
{
	if (!p->maker.make)
		return false;
	int fd = p->maker.make(p->maker.user, p->diag);
	p->maker.make = NULL;
	return fd >= 0 && map_pack(p, fd);
}

static int pack_read(const struct source *s, const struct source_file *f, size_t max,
	struct arena *a, struct str *out)
{
	struct pack *p = s->state;
	struct str bytes;
	int e = find_bytes(p, f, max, &bytes);
	if (e == EIO && mend(p))
		e = find_bytes(p, f, max, &bytes);
	if (!e)
		*out = str_dup(a, bytes);
	return e;
}

static struct str pack_identity(const struct source *s, struct arena *a)
{
	const struct pack *p = s->state;
	return str_dup(a, str_of(hash_hex(p->tree).s));
}

static void pack_close(struct source *s)
{
	unmap(s->state);
}

static const struct source_backend pack_backend = {
	.kind = "git",
	.read = pack_read,
	.identity = pack_identity,
	.close = pack_close,
};

/* ---- opening ---- */

/* Say what stands under a path and is no file. */
static void say_left_out(const struct source *s, const struct entry *e, struct diag *d)
{
	static const enum diag_code codes[PACK_KINDS] = {
		[PACK_SYMLINK] = MSG_SOURCE_SYMLINK,
		[PACK_SUBMODULE] = MSG_GIT_SUBMODULE,
		[PACK_BAD_PATH] = MSG_GIT_BAD_PATH,
		[PACK_TOO_BIG] = MSG_GIT_FILE_TOO_BIG,
		[PACK_TOO_DEEP] = MSG_SOURCE_TOO_DEEP,
		[PACK_CASE_TWIN] = MSG_GIT_CASE_TWIN,
		[PACK_PUBLISHED] = MSG_SOURCE_PUBLISHED,
	};
	struct arena *a = d->arena;
	struct str bound = {0};
	if (e->kind == PACK_TOO_BIG)
		bound = str_printf(a, "%zu Mo", PACK_MAX_BLOB >> 20);
	else if (e->kind == PACK_TOO_DEEP)
		bound = str_printf(a, "%d", SOURCE_MAX_DEPTH);
	struct str path = source_shown_name(e->path, a);
	diag_say(d, codes[e->kind], source_loc(s, path, a), path, bound);
}

static bool list_files(struct source *s, struct arena *a, struct diag *d)
{
	const struct pack *p = s->state;
	for (size_t i = 0; i < p->n; i++) {
		struct entry e = entry_at(p, i);
		struct source_file *f;
		if (e.kind > PACK_FILE && e.kind < PACK_KINDS) {
			say_left_out(s, &e, d);
			continue;
		}
		/* A damaged pack is mapped anew: names must outlive the map. */
		if (!source_add(s, a, str_dup(a, e.path), d, &f))
			return false;
		if (f) {
			f->size = (long long)e.size;
			memcpy(f->id, e.id, PACK_ID);
		}
	}
	source_settle(s, d);
	return true;
}

struct source *source_pack(struct arena *a, struct str name, struct str where, int fd,
	struct str tree, const struct pack_maker *maker, struct diag *d)
{
	struct pack *p = arena_new(a, struct pack);
	*p = (struct pack){.tree = str_dup(a, tree), .maker = *maker, .diag = d};
	if (!map_pack(p, fd))
		return NULL;
	struct source *s = arena_new(a, struct source);
	*s = (struct source){.name = str_dup(a, name),
		.where = str_dup(a, where),
		.dir = -1,
		.backend = &pack_backend,
		.state = p};
	if (list_files(s, a, d))
		return s;
	pack_close(s);
	return NULL;
}
