/*
 * lock.h: tambour.lock: what every source kept by git is pinned to, and where each
 * catalogue can send people. `tambour update` writes it; every other command obeys it.
 */
#ifndef CLI_LOCK_H
#define CLI_LOCK_H

#include "model/schemas.h"
#include "resolve/leads.h"
#include "source/git.h"

#define LOCK_FILE "tambour.lock"
#define LOCK_MAX ((size_t)1 << 20) /* bytes */

struct lock_pin {
	struct str name; /* of the catalogue; "theme" for the theme's */
	struct str address, version, folder;
	enum git_kind kind;
	struct git_pin pin;
	struct leads leads; /* sorted */
	struct loc loc;
};

struct lock {
	struct lock_pin *v;
	size_t n, cap;
};

/* Read the lock of a source. True, with none, when there is no such file. False, said. */
bool lock_read(
	struct arena *a, const struct source *src, struct diag *d, struct lock *out);

/* The same for a file of this machine (--lock): true, with none, when it is absent. */
bool lock_read_file(struct arena *a, struct str path, struct diag *d, struct lock *out);

/* The pin of a name, or NULL. */
const struct lock_pin *lock_find(const struct lock *l, struct str name);

/* Write it as this file, in the order of l. 0 or errno. */
int lock_write(struct arena *a, const char *path, const struct lock *l);

#endif
