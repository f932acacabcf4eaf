/*
 * remote.c: talking to a git server through libgit2: https by the system's certificates,
 * ssh by the agent or an ed25519 key, paths as they are. No address is rewritten by
 * anyone's settings, and no password is ever asked for.
 */
#include "source/git/remote.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "source/git/say.h"

struct transfer {
	unsigned long long bytes; /* limit */
	bool too_big;
	int keys_tried;
};

static int on_progress(const git_indexer_progress *p, void *user)
{
	struct transfer *t = user;
	t->too_big = p->received_bytes > t->bytes;
	return t->too_big ? -1 : 0;
}

static int key_of_file(git_credential **out, const char *user)
{
	const char *home = getenv("HOME");
	char secret[4096], public[4096];
	if (!home || (size_t)snprintf(secret, sizeof secret, "%s/.ssh/id_ed25519",
			     home) >= sizeof secret - 4)
		return GIT_EAUTH;
	snprintf(public, sizeof public, "%s/.ssh/id_ed25519.pub", home);
	if (access(secret, R_OK))
		return GIT_EAUTH;
	bool has_public = access(public, R_OK) == 0;
	return git_credential_ssh_key_new(
		out, user, has_public ? public : NULL, secret, NULL);
}

/* The agent first, then the file; each once, or a refusal would be asked for ever. */
static int on_credential(git_credential **out, const char *url, const char *user,
	unsigned allowed, void *data)
{
	(void)url;
	struct transfer *t = data;
	if (allowed & GIT_CREDENTIAL_USERNAME)
		return git_credential_username_new(out, user ? user : "git");
	if (allowed & GIT_CREDENTIAL_SSH_KEY) {
		if (t->keys_tried++ == 0 && getenv("SSH_AUTH_SOCK"))
			return git_credential_ssh_key_from_agent(
				out, user ? user : "git");
		if (t->keys_tried <= 2) {
			t->keys_tried = 3;
			return key_of_file(out, user ? user : "git");
		}
	}
	git_error_set_str(GIT_ERROR_CALLBACK, "no key or password is accepted");
	return GIT_EAUTH;
}

static git_fetch_options options_of(struct transfer *t)
{
	git_fetch_options o;
	git_fetch_options_init(&o, GIT_FETCH_OPTIONS_VERSION);
	o.callbacks.transfer_progress = on_progress;
	o.callbacks.credentials = on_credential;
	o.callbacks.payload = t;
	o.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE; /* the refspecs name them */
	o.proxy_opts.type = GIT_PROXY_AUTO;
	return o;
}

static char *main_branch(git_remote *remote)
{
	git_buf name = GIT_BUF_INIT;
	char *copy = NULL;
	if (!git_remote_default_branch(&name, remote))
		copy = strndup(name.ptr, name.size);
	git_buf_dispose(&name);
	return copy;
}

/* ---- the three steps; each says what libgit2 would not tell apart ---- */

static bool reach(git_remote *remote, const char *address, const git_fetch_options *o)
{
	/* Of a path that is not there, libgit2 says "unsupported URL protocol". */
	if (address[0] == '/' && access(address, F_OK)) {
		if (errno == ENOENT)
			return say_fault("absent", strerror(errno));
		return say_fault("unreachable", strerror(errno));
	}
	int e = git_remote_connect(
		remote, GIT_DIRECTION_FETCH, &o->callbacks, &o->proxy_opts, NULL);
	return e ? say_network_fault(e, "unreachable") : true;
}

/* Receiving compares with what the clone has, so that a damaged one stands in the way. */
static enum remote_result receive(git_remote *remote, const git_strarray *refspecs,
	const git_fetch_options *o, const struct transfer *t)
{
	int e = git_remote_download(remote, refspecs, o);
	if (!e)
		return REMOTE_OK;
	const git_error *why = git_error_last();
	int class = why ? why->klass : GIT_ERROR_NONE;
	if (t->too_big)
		say_fault("too-big", "");
	else if (class == GIT_ERROR_REFERENCE || class == GIT_ERROR_ODB ||
		 class == GIT_ERROR_ZLIB || class == GIT_ERROR_OBJECT ||
		 class == GIT_ERROR_REPOSITORY || class == GIT_ERROR_CONFIG)
		return REMOTE_DAMAGE;
	else
		say_network_fault(e, "garbled"); /* it answered, then stopped */
	return REMOTE_FAULT;
}

/*
 * Names that are gone go first: a branch `a` would stand in the way of `a/b`. What fails
 * here is the clone's fault: a reference that a killed process left locked, for one.
 */
static enum remote_result settle(git_remote *remote, const git_fetch_options *o)
{
	if (git_remote_prune(remote, &o->callbacks) ||
		git_remote_update_tips(
			remote, &o->callbacks, 0, GIT_REMOTE_DOWNLOAD_TAGS_NONE, NULL))
		return REMOTE_DAMAGE;
	return REMOTE_OK;
}

enum remote_result remote_fetch(git_repository *repo, const char *address,
	unsigned long long bytes, char **head)
{
	git_remote_create_options how;
	git_remote_create_options_init(&how, GIT_REMOTE_CREATE_OPTIONS_VERSION);
	how.repository = repo;
	how.flags = GIT_REMOTE_CREATE_SKIP_INSTEADOF |
		    GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC;
	git_remote *remote = NULL;
	if (git_remote_create_with_opts(&remote, address, &how))
		return REMOTE_DAMAGE;
	struct transfer t = {.bytes = bytes};
	git_fetch_options o = options_of(&t);
	char heads[] = "+refs/heads/*:refs/heads/*",
	     tags[] = "+refs/tags/*:refs/tags/*";
	char *specs[] = {heads, tags};
	git_strarray refspecs = {specs, 2};
	enum remote_result r = REMOTE_FAULT;
	if (reach(remote, address, &o))
		r = receive(remote, &refspecs, &o, &t);
	if (r == REMOTE_OK)
		r = settle(remote, &o);
	if (r == REMOTE_OK)
		*head = main_branch(remote);
	git_remote_free(remote);
	return r;
}
