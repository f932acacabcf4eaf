/*
 * theme_names.c: the themes that there are in folders, for messages that say which to
 * take. It reads none.
 */
#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/theme.h"

static int name_cmp(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool is_known(const struct str_list *names, struct str name)
{
	for (size_t i = 0; i < names->n; i++)
		if (str_eq(names->v[i], name))
			return true;
	return false;
}

/* The themes of one folder; `base` has no look of its own and is no answer. */
static void add_names(struct arena *a, const char *folder, struct str_list *names)
{
	DIR *d = opendir(folder);
	for (struct dirent *e; d && (e = readdir(d));) {
		struct str name = str_dup(a, str_of(e->d_name));
		struct str file = str_printf(a, "%s/%s/theme.yaml", folder, e->d_name);
		if (!str_is(name, "base") && access(file.p, R_OK) == 0 &&
			!is_known(names, name))
			*list_add(a, names) = name;
	}
	if (d)
		closedir(d);
}

struct str_list theme_names(struct arena *a, const char *const *folders)
{
	struct str_list names = {0};
	for (size_t i = 0; folders[i]; i++)
		add_names(a, folders[i], &names);
	if (names.n)
		qsort(names.v, names.n, sizeof *names.v, name_cmp);
	return names;
}
