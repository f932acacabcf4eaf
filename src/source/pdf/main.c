/*
 * main.c: tambour-pdf, the program that runs libqpdf for tambour (source/pdf.h), so that
 * what strangers put into a PDF is parsed here and not there. It is for no person: for
 * each file it answers one line that source/pdf.c reads.
 *
 *	tambour-pdf PARENT PATH...      paths in the folder open as 3
 *
 *	read:tnl        it has text, a title (name), a language: the letters of those it has
 *	locked          a password is needed
 *	damaged         no PDF, or none that can be read
 *	unseen          it cannot be opened, or is too large
 *
 * PARENT is the process that asks: with it dies this one.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/confine.h"
#include "source/pdf.h"
#include "source/pdf/look.h"

#define FOLDER 3
#define MEMORY_MAX (1ULL << 30) /* address space, libraries and the file included */

static void say(struct looked r)
{
	if (r.how == LOOK_READ)
		printf("read:%s%s%s\n", r.text ? "t" : "", r.title ? "n" : "",
			r.language ? "l" : "");
	else
		puts(r.how == LOOK_LOCKED ? "locked" : "damaged");
}

/* False: it was not seen. */
static bool look_at(const char *path)
{
	struct stat st;
	int fd = openat(FOLDER, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return false;
	bool ok = !fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size <= PDF_MAX_BYTES;
	void *p = MAP_FAILED;
	if (ok && st.st_size > 0)
		p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (ok && st.st_size == 0)
		puts("damaged");
	if (p == MAP_FAILED)
		return ok && st.st_size == 0;
	say(look_into(p, (size_t)st.st_size));
	munmap(p, (size_t)st.st_size);
	return true;
}

int main(int argc, char **argv)
{
	if (argc < 2 || !confine(argv[1], MEMORY_MAX))
		return 2;
	for (int i = 2; i < argc; i++) {
		alarm(PDF_SECONDS); /* kills: the parent sees at which file */
		if (!look_at(argv[i]))
			puts("unseen");
		if (fflush(stdout))
			return 1;
	}
	return 0;
}
