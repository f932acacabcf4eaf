/*
 * main.c: tambour-git, the program that runs libgit2 for tambour (source/git.h), so that
 * what strangers put into a repository is parsed here and not there. It is for no
 * person: it answers in words that source/git_child.c reads.
 *
 *	tambour-git PARENT fetch CLONE ADDRESS VERSION FOLDER BYTES TREES
 *	                               pack on fd 3, unless the folder TREES has it
 *	tambour-git PARENT pack CLONE COMMIT FOLDER TREE              pack on fd 3
 *	tambour-git PARENT relation CLONE OLD NEW
 *	tambour-git PARENT dates REPOSITORY COMMIT FOLDER              dates on fd 3
 *	tambour-git PARENT added REPOSITORY COMMIT FOLDER              dates on fd 3
 *
 * PARENT is the process that asks: with it dies this one.
 */
#include <git2.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/confine.h"
#include "source/git/added.h"
#include "source/git/clone.h"
#include "source/git/dates.h"
#include "source/git/pack_write.h"
#include "source/git/say.h"
#include "source/git/version.h"

#define OUT 3
#define MEMORY_MAX (3ULL << 30)               /* address space, libraries included */
#define WINDOW_MAX ((size_t)32 << 20)         /* of a pack mapped at once */
#define MAPPED_MAX ((size_t)512 << 20)        /* of all packs */
#define CACHED_TREE_MAX ((size_t)1024 * 1024) /* dates compare each tree twice */

static void say_oid(const char *word, const git_oid *id)
{
	char text[GIT_OID_HEXSZ + 1];
	say(word, git_oid_tostr(text, sizeof text, id));
}

/* ---- fetch ---- */

enum attempt { DONE, FAILED /* said */, CLONE_DAMAGED };

/* The pack of a tree is in this folder already. */
static bool is_kept(const char *trees, const git_oid *tree)
{
	char id[GIT_OID_HEXSZ + 1], path[PATH_MAX];
	if (!*trees)
		return false;
	git_oid_tostr(id, sizeof id, tree);
	int n = snprintf(path, sizeof path, "%s/%s.pack", trees, id);
	return n > 0 && (size_t)n < sizeof path && access(path, R_OK) == 0;
}

/* Find the version and write its pack: every byte that it needs is checked here. */
static enum attempt read_version(struct clone *c, char *const *arg, struct version *v)
{
	const char *asked = arg[2], *folder = arg[3], *trees = arg[5];
	switch (version_find(c->repo, asked, c->head, folder, v)) {
	case VERSION_NONE: return FAILED;
	case VERSION_DAMAGE: return CLONE_DAMAGED;
	case VERSION_FOUND: break;
	}
	if (is_kept(trees, &v->tree)) {
		say("kept", "");
		return DONE;
	}
	switch (pack_write(c->repo, &v->tree, OUT)) {
	case PACK_FAULT: return FAILED;
	case PACK_DAMAGE: return CLONE_DAMAGED;
	case PACK_OK: break;
	}
	return DONE;
}

static bool fetch(char *const *arg)
{
	struct clone c = {.path = arg[0], .address = arg[1]};
	c.bytes = strtoull(arg[4], NULL, 10);
	struct version v = {0};
	enum attempt r = FAILED;
	if (clone_update(&c))
		r = read_version(&c, arg, &v);
	if (r == CLONE_DAMAGED && !c.fresh) {
		r = FAILED;
		if (clone_replace(&c)) {
			say("replaced", "");
			r = read_version(&c, arg, &v);
		}
	}
	clone_close(&c);
	if (r == CLONE_DAMAGED)
		return say_fault("garbled", "");
	if (r == FAILED)
		return false;
	say_oid("commit", &v.commit);
	say_oid("tree", &v.tree);
	say("date", v.date);
	say("kind", v.kind);
	return true;
}

/* ---- reading the cache ---- */

static bool has(git_repository *repo, const git_oid *id)
{
	git_odb *odb = NULL;
	bool found = git_repository_odb(&odb, repo) == 0 && git_odb_exists(odb, id);
	git_odb_free(odb);
	return found;
}

/* The tree that is pinned is the one that the pinned commit has under this folder. */
static bool check_pin(git_repository *repo, const git_oid *commit, const char *folder,
	const git_oid *tree)
{
	git_oid found;
	if (!has(repo, commit))
		return say_fault("not-here", "");
	int e = version_tree(repo, commit, folder, &found);
	if (e == GIT_ENOTFOUND && *folder)
		return say_fault("no-folder", "");
	if (e)
		return say_damage();
	return git_oid_equal(&found, tree) ? true : say_fault("mismatch", "");
}

static bool pack(char *const *arg)
{
	struct clone c = {.path = arg[0]};
	git_oid commit, tree;
	if (git_oid_fromstr(&commit, arg[1]) || git_oid_fromstr(&tree, arg[3]))
		return say_fault("bad-id", "");
	if (!clone_open(&c))
		return false;
	enum pack_result r = PACK_FAULT;
	if (check_pin(c.repo, &commit, arg[2], &tree))
		r = pack_write(c.repo, &tree, OUT);
	if (r == PACK_DAMAGE)
		say_damage();
	clone_close(&c);
	return r == PACK_OK;
}

static bool relation(char *const *arg)
{
	struct clone c = {.path = arg[0]};
	git_oid old, new;
	if (git_oid_fromstr(&old, arg[1]) || git_oid_fromstr(&new, arg[2]))
		return say_fault("bad-id", "");
	if (!clone_open(&c))
		return false;
	int newer = 0, older = 0;
	bool both = has(c.repo, &old) && has(c.repo, &new);
	if (both)
		newer = git_graph_descendant_of(c.repo, &new, &old);
	if (both && newer == 0)
		older = git_graph_descendant_of(c.repo, &old, &new);
	clone_close(&c);
	if (newer < 0 || older < 0)
		return say_damage();
	if (both)
		say("relation", newer ? "newer" : older ? "older" : "rewritten");
	return true;
}

/* Both walks of history have the same words and the same answer. */
static bool walk_history(
	char *const *arg, bool (*walk)(git_repository *repo, const git_oid *commit,
				  const char *folder, int fd))
{
	git_repository *repo = NULL;
	git_oid commit;
	if (git_oid_fromstr(&commit, arg[1]))
		return say_fault("bad-id", "");
	if (git_repository_open_ext(&repo, arg[0], GIT_REPOSITORY_OPEN_NO_SEARCH, NULL))
		return access(arg[0], F_OK) ? say_fault("not-here", "") : say_damage();
	bool ok = has(repo, &commit) ? walk(repo, &commit, arg[2], OUT)
				     : say_fault("not-here", "");
	git_repository_free(repo);
	return ok;
}

static bool dates(char *const *arg)
{
	return walk_history(arg, dates_write);
}

static bool added(char *const *arg)
{
	return walk_history(arg, added_write);
}

static const struct command {
	const char *name;
	int words;
	bool (*run)(char *const *arg);
} commands[] = {
	{"fetch", 6, fetch},
	{"pack", 4, pack},
	{"relation", 3, relation},
	{"dates", 3, dates},
	{"added", 3, added},
};

/* ---- the room it works in ---- */

/*
 * libgit2 runs no program, whatever a repository's settings say, so a repository of
 * another user (the cache of cron, a depot of the host) is no danger to this one.
 */
static bool set_up(void)
{
	const char *file = getenv("SSL_CERT_FILE"), *folder = getenv("SSL_CERT_DIR");
	if (git_libgit2_init() < 0)
		return say_fault("broken", "git_libgit2_init");
	int e = git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
	if (!e)
		e = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, WINDOW_MAX);
	if (!e)
		e = git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, MAPPED_MAX);
	if (!e)
		e = git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
			CACHED_TREE_MAX);
	if (!e && (file || folder))
		e = git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file, folder);
	return e ? say_fault("broken", "git_libgit2_opts") : true;
}

int main(int argc, char **argv)
{
	if (argc < 3 || !confine(argv[1], MEMORY_MAX))
		return 2;
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (strcmp(argv[2], commands[i].name) != 0 ||
			argc != 3 + commands[i].words)
			continue;
		umask(022);
		bool ok = set_up() && commands[i].run(argv + 3);
		git_libgit2_shutdown();
		return ok ? 0 : 1;
	}
	return 2;
}
