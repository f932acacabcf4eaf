/*
 * git.h: files kept by git: fetching them, pinning a commit, reading its tree as a
 * source, dating each file. It holds no git itself: a program of its own beside this
 * one, tambour-git, runs libgit2 in a child process, so that strangers' bytes are
 * parsed out of this process and a build whose cache is warm starts none.
 *
 *	struct git_cache c = git_cache_at(a, asked, state);
 *	git_fetch(a, &c, &want, &found, d);                    // network: `update` only
 *	source_git(a, name, &c, &want, &found.pin, d);         // never the network
 *
 * The cache is a folder that processes and sites share safely:
 *	depots/<hash of address>.git    a bare, full clone; .lock beside it, held by
 * flock arbres/<tree>.pack              the files of one tree, see pack.h; never changed
 *	dates/<commit>-<folder>         dates of the files of one commit
 * A process killed at any moment leaves nothing that another would trust or wait for.
 */
#ifndef SOURCE_GIT_H
#define SOURCE_GIT_H

#include "source/pack.h" /* and its bounds: files, bytes */

#define GIT_SECONDS 120u /* a fetch, waiting for the lock included */
#define GIT_BYTES ((unsigned long long)512 << 20) /* received by one fetch */

struct git_cache {
	struct str folder;        /* absolute; need not exist: git_fetch makes it */
	unsigned seconds;         /* limit of a fetch; 0: GIT_SECONDS */
	unsigned long long bytes; /* limit of a fetch; 0: GIT_BYTES */
	const char
		*program; /* tambour-git; NULL: beside this program, then installed */
};

/*
 * The cache: `asked` (--cache), else $XDG_CACHE_HOME/tambour, else
 * $HOME/.cache/tambour, else `state`/cache. Touches nothing.
 */
struct git_cache git_cache_at(struct arena *a, struct str asked, struct str state);

/* What a commune asks for, as commune.yaml says it. */
struct git_want {
	struct str address; /* depot: https, ssh, file, or a path */
	struct str version; /* a tag, a branch, a commit; empty: the main branch */
	struct str folder;  /* dossier, within the repository; empty: all of it */
	struct str base;    /* absolute folder that a relative path starts from; empty:
				such a path is refused */
	struct loc loc;     /* where it was asked, for messages */
};

/*
 * True when the address is one we accept: https without user or password, ssh (ssh://
 * or user@host:path), file:///, or a path. Else false, said. Pure.
 */
bool git_address_check(const struct git_want *w, struct diag *d);

/* What a lock pins. Ids are 40 hexadecimal digits. */
struct git_pin {
	struct str commit;
	struct str tree; /* of the folder asked for, not of the whole commit */
	struct str
		date; /* of the commit, by its committer: 2026-11-24T09:12:00+01:00 */
};

enum git_kind { GIT_BRANCH, GIT_TAG, GIT_COMMIT }; /* a tag wins over a branch */

struct git_found {
	struct git_pin pin;
	enum git_kind kind; /* what the version asked turned out to be */
};

/*
 * Bring the clone of the address up to date, find the version, read its folder once and
 * keep it as a pack. Needs the network unless the address is a path. A damaged clone is
 * said, thrown away and fetched whole again. False, said, on any fault: nothing that
 * the cache held before is lost.
 */
bool git_fetch(struct arena *a, const struct git_cache *c, const struct git_want *w,
	struct git_found *out, struct diag *d);

/*
 * The same, for who asks every ten minutes: a pack that the cache has is taken as it is.
 * Damage to it is found and mended when it is opened.
 */
bool git_follow(struct arena *a, const struct git_cache *c, const struct git_want *w,
	struct git_found *out, struct diag *d);

/* How commit `new` stands to commit `old`, from the cache alone. */
enum git_relation {
	GIT_SAME,
	GIT_NEWER,     /* old is among its ancestors */
	GIT_OLDER,     /* a fall back: it is among the ancestors of old */
	GIT_REWRITTEN, /* neither */
	GIT_UNKNOWN,   /* the clone lacks one of them, or cannot be read (which is said)
			*/
};
enum git_relation git_relation(struct arena *a, const struct git_cache *c,
	const struct git_want *w, struct str old_commit, struct str new_commit,
	struct diag *d);

/*
 * The pinned files as a source: from the pack, else from the clone, which makes the
 * pack anew. Never touches the network; w->version is not looked at. NULL, said in one
 * sentence with what to run, when the cache lacks them. Damage found later, while
 * reading, is said on `d` and mended from the clone: `d` must live as long as the
 * source.
 */
struct source *source_git(struct arena *a, struct str name, const struct git_cache *c,
	const struct git_want *w, const struct git_pin *pin, struct diag *d);

/* When each file was last changed: what `git log -1 --format=%cI -- FILE` says. */
struct git_dates {
	struct str commit; /* dated by; empty: no date is known */
	struct {
		struct git_dated {
			struct str path; /* composed, within the folder; sorted */
			struct str date; /* 2026-11-24T09:12:00+01:00 */
			struct str id;   /* git's name for its bytes */
		} * v;
		size_t n, cap;
	} files;
};

/*
 * Dates of a folder of this machine that lies in a git work tree, at the commit checked
 * out; and of a pinned source. From the cache where the commit was dated before, with
 * no child. No work tree, no commit yet, a shallow clone: no dates, and true. False,
 * said, when git is there but cannot be read. The folder must be absolute.
 */
bool git_dates_folder(struct arena *a, const struct git_cache *c, struct str folder,
	struct git_dates *out, struct diag *d);
bool git_dates_source(struct arena *a, const struct git_cache *c,
	const struct git_want *w, const struct git_pin *pin, struct git_dates *out,
	struct diag *d);

/*
 * Since when the files below a sub-folder of it are in history: of each path, within that
 * sub-folder, the date of the oldest commit that has it, and of "." that of the oldest
 * commit of all. Otherwise as git_dates_folder.
 */
bool git_added_folder(struct arena *a, const struct git_cache *c, struct str folder,
	const char *below, struct git_dates *out, struct diag *d);

/*
 * What a folder's dates depend on: the commit checked out there, "shallow" for one whose
 * history was cut, empty where there is no work tree or no commit. Reads a few small
 * files, and starts nothing.
 */
struct str git_folder_at(struct arena *a, struct str folder);

/* The date of a path, or empty. Logarithmic. */
struct str git_date(const struct git_dates *dates, struct str path);

/*
 * The same when these bytes are those of the commit; empty when the file was changed and
 * not committed since, or when git would rewrite it on its way out (line ends).
 */
struct str git_date_of_bytes(
	const struct git_dates *dates, struct str path, struct str bytes);

#endif
