/*
 * door.c: source/git.h from a shell, for the tests of this folder. It adds nothing to
 * what that header does, and is not installed.
 *
 *	git_door [-p PROGRAM] [-s SECONDS] [-b BYTES] [-f FOLDER] [-B BASE] CACHE COMMAND...
 *	fetch ADDRESS VERSION          prints: commit tree kind date
 *	list ADDRESS COMMIT TREE       prints each path with its size and fingerprint
 *	cat ADDRESS COMMIT TREE PATH   prints the bytes
 *	damage ADDRESS COMMIT TREE PATH PACK OFFSET   the same, after spoiling a byte of
 *	                               the pack that is open
 *	relation ADDRESS OLD NEW       prints a word
 *	dates FOLDER                   prints: date path
 *	dates-of ADDRESS COMMIT        the same
 */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "source/git.h"

struct door {
	struct arena a;
	struct diag d;
	struct git_cache cache;
	struct git_want want;
	struct git_pin pin;
};

static struct source *open_source(struct door *o, char **arg)
{
	o->want.address = str_of(arg[0]);
	o->pin = (struct git_pin){str_of(arg[1]), str_of(arg[2]), {0}};
	return source_git(&o->a, STR("catalogue"), &o->cache, &o->want, &o->pin, &o->d);
}

static bool do_fetch(struct door *o, char **arg)
{
	static const char *const kinds[] = {
		[GIT_BRANCH] = "branch", [GIT_TAG] = "tag", [GIT_COMMIT] = "commit"};
	struct git_found f;
	o->want.address = str_of(arg[0]);
	o->want.version = str_of(arg[1]);
	if (!git_fetch(&o->a, &o->cache, &o->want, &f, &o->d))
		return false;
	printf("%.*s %.*s %s %.*s\n", STR_ARG(f.pin.commit), STR_ARG(f.pin.tree),
		kinds[f.kind], STR_ARG(f.pin.date));
	return true;
}

static bool do_list(struct door *o, char **arg)
{
	struct source *s = open_source(o, arg);
	bool ok = s != NULL;
	for (size_t i = 0; s && i < s->files.n; i++) {
		const struct source_file *f = &s->files.v[i];
		struct str bytes = {0};
		ok = source_read(s, f, SOURCE_MAX_FILE, &o->a, &o->d, &bytes) && ok;
		printf("%.*s %lld %s\n", STR_ARG(f->path), f->size, hash_hex(bytes).s);
	}
	source_close(s);
	return ok;
}

static bool print_file(struct door *o, struct source *s, const char *path)
{
	struct str bytes;
	const struct source_file *f = s ? source_find(s, str_of(path)) : NULL;
	bool ok = f && source_read(s, f, SOURCE_MAX_FILE, &o->a, &o->d, &bytes);
	if (ok)
		fwrite(bytes.p, 1, bytes.n, stdout);
	source_close(s);
	return ok;
}

static bool do_cat(struct door *o, char **arg)
{
	return print_file(o, open_source(o, arg), arg[3]);
}

static bool do_damage(struct door *o, char **arg)
{
	struct source *s = open_source(o, arg);
	int fd = open(arg[4], O_RDWR | O_CLOEXEC);
	char c = 0;
	off_t at = (off_t)atoll(arg[5]);
	if (pread(fd, &c, 1, at) != 1)
		return false;
	c ^= 1;
	if (pwrite(fd, &c, 1, at) != 1)
		return false;
	close(fd);
	return print_file(o, s, arg[3]);
}

static bool do_relation(struct door *o, char **arg)
{
	static const char *const words[] = {[GIT_SAME] = "same",
		[GIT_NEWER] = "newer",
		[GIT_OLDER] = "older",
		[GIT_REWRITTEN] = "rewritten",
		[GIT_UNKNOWN] = "unknown"};
	o->want.address = str_of(arg[0]);
	enum git_relation r = git_relation(
		&o->a, &o->cache, &o->want, str_of(arg[1]), str_of(arg[2]), &o->d);
	puts(words[r]);
	return true;
}

static bool print_dates(const struct git_dates *dates)
{
	for (size_t i = 0; i < dates->files.n; i++) {
		struct str path = dates->files.v[i].path;
		printf("%.*s %.*s\n", STR_ARG(git_date(dates, path)), STR_ARG(path));
	}
	return true;
}

static bool do_dates(struct door *o, char **arg)
{
	struct git_dates dates;
	return git_dates_folder(&o->a, &o->cache, str_of(arg[0]), &dates, &o->d) &&
	       print_dates(&dates);
}

static bool do_dates_of(struct door *o, char **arg)
{
	struct git_dates dates;
	o->want.address = str_of(arg[0]);
	o->pin.commit = str_of(arg[1]);
	return git_dates_source(&o->a, &o->cache, &o->want, &o->pin, &dates, &o->d) &&
	       print_dates(&dates);
}

static const struct {
	const char *name;
	int words;
	bool (*run)(struct door *o, char **arg);
} commands[] = {
	{"fetch", 2, do_fetch},
	{"list", 3, do_list},
	{"cat", 4, do_cat},
	{"damage", 6, do_damage},
	{"relation", 3, do_relation},
	{"dates", 1, do_dates},
	{"dates-of", 2, do_dates_of},
};

static bool read_options(struct door *o, int argc, char **argv)
{
	for (int c; (c = getopt(argc, argv, "p:s:b:f:B:")) != -1;) {
		switch (c) {
		case 'p': o->cache.program = optarg; break;
		case 's': o->cache.seconds = (unsigned)atoi(optarg); break;
		case 'b': o->cache.bytes = strtoull(optarg, NULL, 10); break;
		case 'f': o->want.folder = str_of(optarg); break;
		case 'B': o->want.base = str_of(optarg); break;
		default: return false;
		}
	}
	return argc - optind >= 2;
}

int main(int argc, char **argv)
{
	struct door o = {0};
	char base[4096];
	int status = 2;
	if (!getcwd(base, sizeof base))
		return 2;
	o.want.base = str_of(base);
	if (!read_options(&o, argc, argv))
		return 2;
	o.d = diag_on(&o.a);
	o.cache.folder = str_of(argv[optind]);
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(argv[optind + 1], commands[i].name) == 0 &&
			argc - optind - 2 == commands[i].words)
			status = commands[i].run(&o, argv + optind + 2) ? 0 : 1;
	fflush(stdout);
	struct diag_style style = {.lang = LANG_FR};
	diag_print(&o.d, &style, stderr);
	arena_release(&o.a);
	return status;
}
