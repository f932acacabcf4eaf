/*
 * commands.h: what each command does, one file for each. They share the road of
 * pipeline.h and the report below; main.c calls them by the table of options.def.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/options.h"

struct pipeline;

/* Each returns an enum exit_status. Messages go to stderr, or to stdout as JSON. */
int command_build(const struct options *o);
int command_check(const struct options *o);
int command_serve(const struct options *o);
int command_update(const struct options *o);
int command_explain(const struct options *o);
/* explain_hours.c: of all desks; false: the commune gives no hours. */
bool explain_hours(struct pipeline *p, struct strbuf *b, enum diag_lang lang);
int command_new(const struct options *o);
int command_schema(const struct options *o);

/* ---- update_locked.c: `tambour update --locked` ---- */

int update_locked(const struct options *o);

/* ---- check_shared.c: what associations publish, checked alone ---- */

/* False when it could not be read, or not compared (said). What is wrong is said. */
bool check_catalogue_folder(struct pipeline *p);
bool check_theme_folder(struct pipeline *p);

/* ---- report.c ---- */

/* Write what was said, sorted, as the options ask. */
void report_messages(struct pipeline *p);

/* One closing sentence: a row of messages.def without its code; silent with --quiet. */
void report_done(
	struct pipeline *p, enum diag_code code, const struct str *args, size_t n);

/* --verbose: a line for each stage, then memory. */
void report_stages(struct pipeline *p);

/* The last message of d as one plain line and its cure, without place or band. */
void report_line(const struct diag *d, enum diag_lang lang);

/* Messages of a command that never had a pipeline: usage. */
void report_usage(struct diag *d, const struct options *o);

#endif
