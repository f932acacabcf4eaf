/* place.c: finding out, its parent and the state folder, and reading the mark. */
#include "publish/place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/strbuf.h"

#define MARK_FIRST "tambour 1"
#define MARK_MAX 4096u
#define BASE_SHOWN 100 /* bytes of out's name within our hidden names */

bool place_fault(struct diag *d, int e, struct str path)
{
	if (e == ENOSPC || e == EDQUOT)
		return diag_say(d, MSG_PUBLISH_DISK_FULL, (struct loc){0}, path);
	if (e == EACCES || e == EPERM || e == EROFS)
		return diag_say(d, MSG_PUBLISH_NO_RIGHT, (struct loc){0}, path);
	return diag_say(d, MSG_PUBLISH_WRITE, (struct loc){0}, path, diag_errno(d, e));
}

/* ---- the mark ---- */

int place_mark(const struct place *p, int dir)
{
	struct arena tmp = {0};
	struct strbuf b = strbuf_on(&tmp);
	strbuf_lit(&b, MARK_FIRST "\n");
	if (p->site.n)
		strbuf_printf(&b, "site %.*s\n", STR_ARG(p->site));
	strbuf_lit(&b,
		"\nCe dossier est fait par Tambour, qui le remplace en entier à chaque "
		"publication :\nce qu’on y change à la main est perdu.\n"
		"\nTambour makes this folder and replaces it whole at each "
		"publication:\nwhat is changed here by hand is lost.\n");
	int e = file_write(dir, FILE_OUTPUT_MARK, strbuf_str(&b));
	arena_release(&tmp);
	return e;
}

static bool is_empty(int dir)
{
	int fd = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd < 0 ? NULL : fdopendir(fd);
	if (!d) {
		if (fd >= 0)
			close(fd);
		return false;
	}
	bool empty = true;
	for (struct dirent *e; empty && (e = readdir(d));)
		empty = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
			strcmp(e->d_name, "lost+found") == 0;
	closedir(d);
	return empty;
}

enum place_kind place_whose(const struct place *p, int dir, struct str *other)
{
	struct str text, line = {0};
	*other = (struct str){0};
	int e = file_read(p->arena, dir, FILE_OUTPUT_MARK, MARK_MAX, &text);
	if (e == ENOENT && is_empty(dir))
		return PLACE_EMPTY;
	if (e || !str_cut(&text, '\n', &line) || !str_is(line, MARK_FIRST))
		return PLACE_FOREIGN;
	str_cut(&text, '\n', &line);
	if (p->site.n == 0 || !str_starts(line, STR("site ")) ||
		str_eq(str_from(line, 5), p->site))
		return PLACE_OURS;
	*other = str_from(line, 5);
	return PLACE_FOREIGN;
}

/* ---- the state folder ---- */

static bool open_state(struct place *p, const char *path, bool make, struct diag *d)
{
	int e = make ? file_make_dirs(AT_FDCWD, path) : 0;
	if (!e) {
		p->state = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		e = p->state < 0 ? errno : 0;
	}
	return e ? place_fault(d, e, str_of(path)) : true;
}

/*
 * flock: it belongs to the open file, so that the kernel drops it with the process,
 * however that one ends. The file stays: removing it would let two builds hold two
 * locks.
 */
int publisher_lock(int state, struct str out, struct diag *d)
{
	int lock = openat(state, PLACE_LOCK, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	int e = lock < 0 ? errno : 0;
	while (!e && flock(lock, LOCK_EX | LOCK_NB))
		e = errno == EINTR ? 0 : errno;
	if (!e)
		return lock;
	if (e == EWOULDBLOCK)
		diag_say(d, MSG_PUBLISH_LOCKED, (struct loc){0}, out);
	else
		place_fault(d, e, STR(PLACE_LOCK));
	if (lock >= 0)
		close(lock);
	return -1;
}

/* The state folder may have been removed since, and made anew with another lock. */
static bool is_held(const struct place *p, int held)
{
	struct stat mine, there;
	return held > 0 && fstat(held, &mine) == 0 &&
	       fstatat(p->state, PLACE_LOCK, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
	       mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

static bool take_lock(struct place *p, int held, struct diag *d)
{
	if (is_held(p, held))
		return true;
	p->lock = publisher_lock(p->state, p->out, d);
	return p->lock >= 0;
}

static bool state_is_outside(const struct place *p, struct str state, struct diag *d)
{
	struct str below = str_printf(p->arena, "%.*s/", STR_ARG(p->out));
	if (!str_eq(state, p->out) && !str_starts(state, below))
		return true;
	return diag_say(d, MSG_PUBLISH_STATE_INSIDE, (struct loc){0}, state, p->out);
}

/* ---- out ---- */

/* The path without symbolic links, in the arena; empty with errno when there is none.
 */
static struct str real_path(struct arena *a, const char *path)
{
	char *real = realpath(path, NULL);
	struct str s = str_dup(a, str_of(real));
	free(real);
	return real ? s : (struct str){0};
}

/*
 * The path that will be real once its last parts, which do not exist yet, are made: so
 * that a state folder can be judged before anything is made.
 */
static struct str future_path(struct arena *a, const char *path)
{
	struct str rest = str_of(path), real = {0};
	size_t cut = rest.n;
	while (real.n == 0 && cut > 0) {
		real = real_path(a, str_cstr(a, str_sub(rest, 0, cut)));
		if (real.n == 0)
			cut = str_rindex(str_sub(rest, 0, cut), '/') % cut;
	}
	if (real.n == 0)
		real = real_path(a, *path == '/' ? "/" : ".");
	struct str made = str_from(rest, cut);
	if (made.n == 0)
		return real;
	return str_printf(a, "%.*s%s%.*s", STR_ARG(real), made.p[0] == '/' ? "" : "/",
		STR_ARG(made));
}

static struct str without_end_slash(struct str path)
{
	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	return path;
}

static struct str last_part(struct str path)
{
	size_t slash = str_rindex(path, '/');
	return slash == path.n ? path : str_from(path, slash + 1);
}

/* Where the symbolic link `out` leads when it is one of ours, else NULL. */
static const char *own_target(struct arena *a, const char *out)
{
	char to[PATH_MAX];
	ssize_t n = readlink(out, to, sizeof to);
	if (n <= 0 || (size_t)n == sizeof to)
		return NULL;
	struct str target = {to, (size_t)n}, base = last_part(str_of(out));
	struct str begins = str_printf(a, ".%.*s.tambour-",
		(int)(base.n < BASE_SHOWN ? base.n : BASE_SHOWN), base.p);
	bool ours = str_starts(target, begins) && str_index(target, '/') == target.n;
	return ours ? str_cstr(a, target) : NULL;
}

/*
 * The path of out as it is worked with: a link of ours is kept, any other is replaced
 * by what it leads to. Empty, said, when it leads nowhere.
 */
static struct str settle_out(struct place *p, struct str typed, struct diag *d)
{
	const char *out = str_cstr(p->arena, without_end_slash(typed));
	struct str base = last_part(str_of(out));
	struct stat st;
	bool link = lstat(out, &st) == 0 && S_ISLNK(st.st_mode);
	if (link)
		p->target = own_target(p->arena, out);
	bool dots = base.n == 0 || str_is(base, ".") || str_is(base, "..");
	if (!dots && (!link || p->target))
		return str_of(out);
	struct str real = real_path(p->arena, out);
	if (real.n == 0 || str_is(real, "/"))
		diag_say(d, MSG_PUBLISH_NOT_FOLDER, (struct loc){0}, typed);
	return str_is(real, "/") ? (struct str){0} : real;
}

static bool open_parent(struct place *p, struct str out, bool make, struct diag *d)
{
	size_t slash = str_rindex(out, '/');
	const char *above = slash == out.n ? "."
			    : slash == 0   ? "/"
					   : str_cstr(p->arena, str_sub(out, 0, slash));
	p->base = last_part(out).p;
	int e = make ? file_make_dirs(AT_FDCWD, above) : 0;
	if (!e) {
		p->parent = open(above, O_PATH | O_DIRECTORY | O_CLOEXEC);
		e = p->parent < 0 ? errno : 0;
	}
	if (e)
		return place_fault(d, e, str_of(above));
	struct str real = real_path(p->arena, above);
	p->out = str_printf(p->arena, "%.*s/%s",
		STR_ARG(str_is(real, "/") ? STR("") : real), p->base);
	return true;
}

static void name_all(struct place *p, struct str state)
{
	static const char *const ends[NAME_COUNT] = {
		"new", "old", "1", "2", "link", "a", "b"};
	unsigned long long id = hash_64(state);
	for (size_t i = 0; i < NAME_COUNT; i++)
		p->name[i] = str_printf(p->arena, ".%.*s.tambour-%08llx.%s", BASE_SHOWN,
			p->base, id & 0xFFFFFFFF, ends[i])
				     .p;
}

/* Bind mounts of the same disk have the same device: only statx tells them. */
static bool is_mount(const struct place *p)
{
	struct statx x;
	if (statx(p->parent, p->base, AT_SYMLINK_NOFOLLOW, STATX_TYPE, &x) == 0 &&
		x.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT)
		return x.stx_attributes & STATX_ATTR_MOUNT_ROOT;
	struct stat above, out;
	return fstat(p->parent, &above) == 0 &&
	       fstatat(p->parent, p->base, &out, AT_SYMLINK_NOFOLLOW) == 0 &&
	       above.st_dev != out.st_dev;
}

int place_reopen(struct place *p)
{
	if (p->dir >= 0)
		close(p->dir);
	p->dir = openat(p->parent, p->base,
		O_RDONLY | O_DIRECTORY | O_CLOEXEC | (p->target ? 0 : O_NOFOLLOW));
	return p->dir < 0 ? errno : 0;
}

static bool look(struct place *p, struct diag *d)
{
	/* Again, now that the lock is ours: another build may just have changed it. */
	p->target = own_target(p->arena, p->out.p);
	int e = place_reopen(p);
	if (e == ENOENT) {
		p->kind = PLACE_ABSENT;
		return true;
	}
	if (e == ENOTDIR)
		return diag_say(d, MSG_PUBLISH_NOT_FOLDER, (struct loc){0}, p->out);
	if (e)
		return place_fault(d, e, p->out);
	p->kind = place_whose(p, p->dir, &p->other);
	p->mount = is_mount(p);
	return true;
}

bool place_open(struct place *p, struct arena *a, const struct publish_where *w,
	bool make, struct diag *d)
{
	*p = (struct place){
		.arena = a, .parent = -1, .dir = -1, .state = -1, .lock = -1};
	p->site = str_dup(a, str_sub(w->site, 0, str_index(w->site, '\n')));
	const char *state = str_cstr(a, without_end_slash(w->state));
	struct str out = settle_out(p, w->out, d);
	if (out.n == 0 || !open_parent(p, out, make, d))
		return false;
	struct str real = future_path(a, state);
	if (!state_is_outside(p, real, d) || !open_state(p, state, make, d) ||
		(make && !take_lock(p, w->held, d)))
		return false;
	name_all(p, real);
	return look(p, d);
}

void place_close(struct place *p)
{
	int fd[] = {p->parent, p->dir, p->state, p->lock};
	for (size_t i = 0; i < sizeof fd / sizeof *fd; i++)
		if (fd[i] >= 0)
			close(fd[i]);
	p->parent = p->dir = p->state = p->lock = -1;
}
