/*
 * ahead.c: see ahead.h. Parsing a page touches its bytes, its arena and constant tables,
 * so threads share nothing but the list of what is left to do.
 */
#include "model/ahead.h"

#include <pthread.h>

#include "base/cores.h"

#define THREADS_MOST 4
#define PAGES_LEAST 16 /* for each thread more: starting one costs as much as a few */
#define STEP 16        /* pages taken at once: neighbours share a thread's memory */

struct team {
	pthread_mutex_t mutex;
	pthread_cond_t more;
	struct ahead *v;
	size_t n, taken;
	size_t ready; /* files whose bytes were asked for */
};

struct helper {
	pthread_t thread;
	struct team *team;
	struct arena arena;
};

static void parse(struct arena *a, struct ahead *x)
{
	x->said = diag_on(a);
	x->ok = x->read && page_read(a, x->kind, x->layer, x->file->path, x->shown,
				   x->bytes, x->mode, &x->said, &x->page);
}

/* The next pages [*from, *to), once their bytes are there; false when none are left. */
static bool take(struct team *t, size_t *from, size_t *to)
{
	pthread_mutex_lock(&t->mutex);
	*from = t->taken;
	*to = *from + STEP < t->n ? *from + STEP : t->n;
	t->taken = *to;
	while (*to > t->ready)
		pthread_cond_wait(&t->more, &t->mutex);
	pthread_mutex_unlock(&t->mutex);
	return *from < *to;
}

static void work(struct team *t, struct arena *a)
{
	for (size_t from, to; take(t, &from, &to);)
		for (size_t i = from; i < to; i++)
			parse(a, &t->v[i]);
}

static void *help(void *user)
{
	struct helper *h = user;
	work(h->team, &h->arena);
	return NULL;
}

static void set_ready(struct team *t, size_t ready)
{
	pthread_mutex_lock(&t->mutex);
	t->ready = ready;
	pthread_cond_broadcast(&t->more);
	pthread_mutex_unlock(&t->mutex);
}

/* Threads of use for n pages, this one included. */
static size_t threads_for(size_t n)
{
	size_t most = 1 + n / PAGES_LEAST, cores = cores_usable();
	if (most > cores)
		most = cores;
	return most < THREADS_MOST ? most : THREADS_MOST;
}

void ahead_parse(struct arena *a, struct ahead *v, size_t n,
	void (*read)(void *user, struct ahead *x), void *user)
{
	struct team t = {.v = v, .n = n};
	struct helper helpers[THREADS_MOST - 1];
	size_t count = 0, threads = threads_for(n);
	pthread_mutex_init(&t.mutex, NULL);
	pthread_cond_init(&t.more, NULL);
	for (; count + 1 < threads; count++) {
		helpers[count] = (struct helper){.team = &t};
		/* Fewer threads make the same pages. */
		if (pthread_create(&helpers[count].thread, NULL, help, &helpers[count]))
			break;
	}
	for (size_t i = 0; i < n; i++) {
		read(user, &v[i]);
		if ((i + 1) % STEP == 0 || i + 1 == n)
			set_ready(&t, i + 1);
	}
	work(&t, a);
	for (size_t i = 0; i < count; i++) {
		pthread_join(helpers[i].thread, NULL);
		arena_adopt(a, &helpers[i].arena);
	}
	pthread_cond_destroy(&t.more);
	pthread_mutex_destroy(&t.mutex);
}
