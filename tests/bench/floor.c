/*
 * floor.c: the least work any generator does for the same pages: read every Markdown
 * file, cmark, wrap in a constant head and foot, write every page, on one thread. It is
 * no generator: no header is understood, no link followed, nothing checked.
 *
 *	floor IN OUT BYTES      OUT must not exist; BYTES of head and foot around each
 *page
 */
#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

struct floor {
	char *wrap; /* head and foot are its two halves */
	size_t wrap_size;
	char *text; /* the file being read, and what follows from its size */
	size_t text_size;
};

static _Noreturn void die(const char *what)
{
	fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
	exit(1);
}

static size_t read_whole(struct floor *f, int dir, const char *name)
{
	struct stat st;
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st))
		die(name);
	size_t size = (size_t)st.st_size;
	if (size > f->text_size) {
		f->text_size = size * 2;
		f->text = realloc(f->text, f->text_size);
	}
	if (!f->text || read(fd, f->text, size) != st.st_size)
		die(name);
	close(fd);
	return size;
}

/* Where the text begins behind the header. */
static size_t body_of(const char *text, size_t n)
{
	if (n < 4 || memcmp(text, "---\n", 4) != 0)
		return 0;
	const char *end = memmem(text + 4, n - 4, "\n---\n", 5);
	return end ? (size_t)(end - text) + 5 : 0;
}

static void write_page(const struct floor *f, int dir, const char *name, char *html)
{
	size_t half = f->wrap_size / 2, rest = f->wrap_size - half;
	struct iovec parts[] = {
		{f->wrap, half}, {html, strlen(html)}, {f->wrap + half, rest}};
	size_t all = f->wrap_size + parts[1].iov_len;
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (fd < 0 || writev(fd, parts, 3) != (ssize_t)all)
		die(name);
	close(fd);
}

static void do_page(struct floor *f, int in, int out, const char *name, size_t stem)
{
	char to[NAME_MAX + 6];
	size_t n = read_whole(f, in, name), from = body_of(f->text, n);
	char *html =
		cmark_markdown_to_html(f->text + from, n - from, CMARK_OPT_DEFAULT);
	snprintf(to, sizeof to, "%.*s.html", (int)stem, name);
	write_page(f, out, to, html);
	free(html);
}

static int enter(int dir, const char *name)
{
	int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		die(name);
	return fd;
}

/* Everything below the folder open as in, which is closed. */
static void do_folder(struct floor *f, int in, int out)
{
	DIR *dir = fdopendir(in);
	if (!dir)
		die("fdopendir");
	for (struct dirent *e; (e = readdir(dir));) {
		size_t n = strlen(e->d_name);
		if (e->d_name[0] == '.')
			continue;
		if (e->d_type == DT_DIR) {
			if (mkdirat(out, e->d_name, 0755))
				die(e->d_name);
			int to = enter(out, e->d_name);
			do_folder(f, enter(in, e->d_name), to);
			close(to);
		} else if (n > 3 && strcmp(e->d_name + n - 3, ".md") == 0) {
			do_page(f, in, out, e->d_name, n - 3);
		}
	}
	closedir(dir);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("usage: floor IN OUT BYTES\n", stderr);
		return 2;
	}
	struct floor f = {.wrap_size = strtoul(argv[3], NULL, 10)};
	f.wrap = malloc(f.wrap_size + 1);
	if (!f.wrap || mkdir(argv[2], 0755))
		die(argv[2]);
	memset(f.wrap, '.', f.wrap_size);
	do_folder(&f, enter(AT_FDCWD, argv[1]), enter(AT_FDCWD, argv[2]));
	free(f.wrap);
	free(f.text);
	return 0;
}
