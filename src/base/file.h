/*
 * file.h: files of the machine, by path. It knows nothing of sites: reading whole
 * files, writing them whole, making folders. Paths are relative to `dir`, an open folder
 * (or AT_FDCWD), so that no later move of a parent can mislead a write.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/str.h"

/* Proves that Tambour made a folder: publish writes it there, source reads no such one. */
#define FILE_OUTPUT_MARK ".tambour"

/*
 * Read a whole regular file of at most max bytes. 0, or an errno value: EFBIG over the
 * limit, ENOTSUP when it is no regular file, ELOOP when its last part is a symbolic link.
 */
int file_read(struct arena *a, int dir, const char *path, size_t max, struct str *out);

/* Write bytes to a new or emptied file with mode 0644 whatever the umask. 0 or errno. */
int file_write(int dir, const char *path, struct str bytes);

/* The same, through a temporary name beside it and a rename: whole or not at all. */
int file_write_atomic(int dir, const char *path, struct str bytes);

/* Write all bytes, however many calls that takes. 0 or errno. */
int file_write_all(int fd, struct str bytes);

/* Read n bytes, or fewer where the file ends before; *got says how many. 0 or errno. */
int file_read_all(int fd, char *p, size_t n, size_t *got);

/* Make a folder (mode 0755 whatever the umask) and those above it. 0 or errno. */
int file_make_dirs(int dir, const char *path);

/* Remove a file, or a folder with all that is in it; links are not followed. 0 or errno. */
int file_remove_tree(int dir, const char *path);

/* What errno value e means, in a few words a person reads after « : ». */
struct str file_error_text(int e, bool french);

#endif
