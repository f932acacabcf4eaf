/*
 * source.h: an immutable set of files, whatever keeps them: a folder today, the tree of
 * a commit in a git repository next. The layers above never know which.
 *
 * Paths are UTF-8, composed (NFC), with '/' between parts, sorted by bytes. Symbolic
 * links, devices and names that are not text are left out and said; hidden names
 * (".git") are left out.
 */
#ifndef SOURCE_SOURCE_H
#define SOURCE_SOURCE_H

#include "base/diag.h"

#define SOURCE_MAX_FILES 200000u
#define SOURCE_MAX_DEPTH 24
#define SOURCE_MAX_FILE ((size_t)512 << 20) /* bytes of one file */
#define SOURCE_MAX_TEXT ((size_t)4 << 20)   /* bytes of a file that people write in */

struct source_file {
	struct str path; /* composed: what the rest of the program sees */
	struct str real; /* as the file system spells it */
	long long size;  /* bytes */
	long long mtime; /* nanoseconds since 1970; 0 where the backend has none */
	long long
		ctime; /* the same, of what no program can set: tells a file put back */
	unsigned char
		id[32]; /* backend's identity of the bytes (git object), or zeros */
};

struct source {
	struct str
		name; /* shown in messages: "" for the commune, else "catalogue amrf" */
	struct str where; /* path of the folder, for copying and for --verbose */
	int dir; /* open folder, or -1: files may be copied from it by `real` */
	/* What a repository's files are pinned to; empty for a folder. */
	struct {
		struct str address, version; /* as asked; the version may be empty */
		struct str commit, date;     /* date: RFC 3339 */
	} pin;
	struct {
		struct source_file *v;
		size_t n, cap;
	} files;
	const struct source_backend *backend;
	void *state;
};

/*
 * A folder. `skip` lists paths, relative to the folder, not to enter (the output, a
 * nested catalogue), n of them. NULL (said) when it cannot be opened.
 */
struct source *source_folder(struct arena *a, struct str name, const char *path,
	const struct str *skip, size_t n_skip, struct diag *d);

/*
 * A folder of a source ("catalogues/x") as a source of its own, for as long as the whole
 * stays open; NULL, unsaid, when the whole has no file below it.
 */
struct source *source_part(struct arena *a, const struct source *whole, struct str name,
	struct str folder);

void source_close(struct source *s);

/* The file of a path, or NULL. Logarithmic. */
const struct source_file *source_find(const struct source *s, struct str path);

/*
 * Files that no source lists: hidden ones, and what Windows and word processors leave
 * beside those that people made.
 */
static inline bool source_hides(const char *name)
{
	return name[0] == '.' || (name[0] == '~' && name[1] == '$') ||
	       !strcmp(name, "Thumbs.db") || !strcmp(name, "desktop.ini");
}

/* The files below a folder ("pages/"): index of the first, and how many. */
size_t source_below(const struct source *s, struct str folder, size_t *count);

/*
 * A word that tells that a file of a path is the same as once: git's name of its bytes,
 * else size and both dates; without blanks, empty when nothing would tell. A file saved
 * in the instant it was read (seconds since 1970) could be saved again without a new date.
 */
struct str source_stamp(
	const struct source_file *f, struct arena *a, long long read_at);

/* Its bytes (at most max), in the arena. False, said, when they cannot be read. */
bool source_read(const struct source *s, const struct source_file *f, size_t max,
	struct arena *a, struct diag *d, struct str *out);

/*
 * What tells two states of the source apart: paths, sizes and dates for a folder, the
 * tree for git. 32 hexadecimal digits.
 */
struct str source_identity(const struct source *s, struct arena *a);

#endif
