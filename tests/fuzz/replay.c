/*
 * replay.c: a fuzz target run over the files of a folder, as an ordinary test. It makes
 * no new inputs: that is libFuzzer's work, under the preset fuzz.
 *
 * usage: fuzz_<name> FOLDER
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define INPUT_MAX ((size_t)4 << 20)

static int replay(int dir, const char *name)
{
	struct arena a = {0};
	struct str bytes;
	int e = file_read(&a, dir, name, INPUT_MAX, &bytes);
	if (e == 0)
		LLVMFuzzerTestOneInput((const uint8_t *)bytes.p, bytes.n);
	else
		fprintf(stderr, "%s: %.*s\n", name, STR_ARG(file_error_text(e, false)));
	arena_release(&a);
	return e;
}

int main(int argc, char **argv)
{
	DIR *d = argc == 2 ? opendir(argv[1]) : NULL;
	if (!d) {
		fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
		return 2;
	}
	int failed = 0;
	size_t n = 0;
	for (struct dirent *e; (e = readdir(d));) {
		if (e->d_name[0] == '.')
			continue;
		/* A crash leaves the name of its input as the last line. */
		fprintf(stderr, "%s\n", e->d_name);
		failed |= replay(dirfd(d), e->d_name) != 0;
		n++;
	}
	closedir(d);
	/* An empty corpus tests nothing. */
	return failed || n == 0;
}
