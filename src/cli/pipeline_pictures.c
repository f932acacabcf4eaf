/*
 * pipeline_pictures.c: how a run deals with pictures: which commands do, how many at once,
 * and what is said meanwhile. What is kept of them is pictures.c's business.
 */
#include "cli/commands.h"
#include "cli/pipeline.h"

#define STEP 10 /* made, between two words about it */

/* A long wait is told to who asked for more than the end. */
static void say_progress(void *user, size_t done, size_t of)
{
	struct pipeline *p = user;
	struct str args[] = {
		str_printf(&p->arena, "%zu", done), str_printf(&p->arena, "%zu", of)};
	if (p->options->given[OPTION_VERBOSE] && (done % STEP == 0 || done == of))
		report_done(p, MSG_DONE_PICTURES, args, 2);
}

/* Only what is published has copies of pictures, and only a check says what ails them. */
struct pictures_door pipeline_pictures(struct pipeline *p)
{
	enum command c = p->options->command;
	unsigned long jobs = 0;
	str_to_uint(p->options->value[OPTION_JOBS], REDUCE_JOBS_MAX, &jobs);
	if (c != COMMAND_BUILD && c != COMMAND_CHECK)
		return (struct pictures_door){0};
	pictures_close(&p->pictures);
	pictures_open(&p->pictures, &p->arena, p->state_dir, c == COMMAND_BUILD,
		(unsigned)jobs);
	p->pictures.read_at = p->read_at;
	p->pictures.user = p;
	p->pictures.progress = say_progress;
	return pictures_door(&p->pictures);
}
