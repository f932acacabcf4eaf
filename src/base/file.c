/* file.c: whole files and folders, through POSIX calls relative to an open folder. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Deeper trees than this are not ours: removing stops there with ELOOP. */
#define TREE_DEPTH_MAX 64

int file_read_all(int fd, char *p, size_t n, size_t *got)
{
	*got = 0;
	while (*got < n) {
		ssize_t r = read(fd, p + *got, n - *got);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			return errno;
		if (r == 0)
			break;
		*got += (size_t)r;
	}
	return 0;
}

int file_read(struct arena *a, int dir, const char *path, size_t max, struct str *out)
{
	*out = (struct str){0};
	int fd = openat(dir, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return errno;
	struct stat st;
	int e = fstat(fd, &st) ? errno : 0;
	if (!e && !S_ISREG(st.st_mode))
		e = ENOTSUP;
	if (!e && (unsigned long long)st.st_size > max)
		e = EFBIG;
	if (!e) {
		size_t n = (size_t)st.st_size, got;
		char *p = arena_text(a, n + 1);
		e = file_read_all(fd, p, n, &got);
		p[got] = '\0';
		*out = (struct str){p, got};
	}
	close(fd);
	return e;
}

int file_write_all(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t w = write(fd, bytes.p, bytes.n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return errno;
		bytes = str_from(bytes, (size_t)w);
	}
	return 0;
}

static int write_fd(int dir, const char *path, struct str bytes, int extra, bool sync)
{
	int fd = openat(dir, path, O_WRONLY | O_CREAT | O_CLOEXEC | extra, 0644);
	if (fd < 0)
		return errno;
	int e = file_write_all(fd, bytes);
	if (!e && fchmod(fd, 0644))
		e = errno;
	if (!e && sync && fsync(fd))
		e = errno;
	if (close(fd) && !e)
		e = errno;
	return e;
}

int file_write(int dir, const char *path, struct str bytes)
{
	return write_fd(dir, path, bytes, O_TRUNC | O_NOFOLLOW, false);
}

int file_write_atomic(int dir, const char *path, struct str bytes)
{
	struct arena a = {0};
	const char *tmp = str_printf(&a, "%s.tmp%ld", path, (long)getpid()).p;
	int e = write_fd(dir, tmp, bytes, O_TRUNC | O_NOFOLLOW, true);
	if (!e && renameat(dir, tmp, dir, path))
		e = errno;
	if (e)
		unlinkat(dir, tmp, 0);
	arena_release(&a);
	return e;
}

static int make_dir(int dir, const char *path)
{
	if (mkdirat(dir, path, 0755) == 0)
		return fchmodat(dir, path, 0755, 0) ? errno : 0;
	if (errno != EEXIST)
		return errno;
	struct stat st;
	if (fstatat(dir, path, &st, 0))
		return errno;
	return S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
}

int file_make_dirs(int dir, const char *path)
{
	int e = make_dir(dir, path);
	if (e != ENOENT)
		return e;
	struct str s = str_of(path);
	size_t slash = str_rindex(s, '/');
	if (slash == s.n || slash == 0)
		return ENOENT;
	struct arena a = {0};
	e = file_make_dirs(dir, str_cstr(&a, str_sub(s, 0, slash)));
	arena_release(&a);
	return e ? e : make_dir(dir, path);
}

static int remove_at(int dir, const char *name, int depth);

static int empty_dir(int fd, int depth)
{
	DIR *d = fdopendir(fd);
	if (!d) {
		int e = errno;
		close(fd);
		return e;
	}
	int e = 0;
	for (struct dirent *de; !e && (de = readdir(d));)
		if (strcmp(de->d_name, ".") != 0 && strcmp(de->d_name, "..") != 0)
			e = remove_at(dirfd(d), de->d_name, depth + 1);
	closedir(d);
	return e;
}

static int remove_at(int dir, const char *name, int depth)
{
	if (depth > TREE_DEPTH_MAX)
		return ELOOP;
	if (unlinkat(dir, name, 0) == 0 || errno == ENOENT)
		return 0;
	if (errno != EISDIR && errno != EPERM)
		return errno;
	int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int e = empty_dir(fd, depth);
	if (!e && unlinkat(dir, name, AT_REMOVEDIR) && errno != ENOENT)
		e = errno;
	return e;
}

int file_remove_tree(int dir, const char *path)
{
	return remove_at(dir, path, 0);
}

struct str file_error_text(int e, bool french)
{
	static const struct {
		int e;
		const char *fr, *en;
	} words[] = {
		{ENOENT, "il n’existe pas", "it does not exist"},
		{EACCES, "le droit de le lire ou de l’écrire manque",
			"permission denied"},
		{EPERM, "l’opération n’est pas permise", "operation not permitted"},
		{ENOSPC, "le disque est plein", "the disk is full"},
		{EDQUOT, "le quota de disque est atteint", "the disk quota is reached"},
		{EROFS, "le disque est en lecture seule", "the disk is read-only"},
		{EFBIG, "il est trop gros", "it is too big"},
		{ELOOP, "c’est un lien symbolique", "it is a symbolic link"},
		{ENOTDIR, "ce n’est pas un dossier", "it is not a folder"},
		{EISDIR, "c’est un dossier", "it is a folder"},
		{ENOTSUP, "ce n’est pas un fichier ordinaire",
			"it is not a regular file"},
		{EMFILE, "trop de fichiers sont ouverts", "too many open files"},
		{ENAMETOOLONG, "son nom est trop long", "its name is too long"},
		{EBUSY, "il est utilisé par ailleurs", "it is in use"},
		{ENOTEMPTY, "ce dossier n’est pas vide", "this folder is not empty"},
		{EEXIST, "ce nom est déjà pris", "this name is taken already"},
		{ENFILE, "trop de fichiers sont ouverts", "too many open files"},
		{ENOMEM, "la mémoire manque", "out of memory"},
		{EINVAL, "le système refuse cette demande",
			"the system refuses this request"},
		{EIO, "le disque a répondu par une erreur",
			"the disk reports an error"},
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].e == e)
			return str_of(french ? words[i].fr : words[i].en);
	return str_of(strerror(e));
}
