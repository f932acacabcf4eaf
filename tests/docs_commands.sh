#!/bin/sh
# Types the commands that README.md and the mayor's guide show, in their order and as they
# stand, in an empty folder: each ends well, and the commune they make from nothing has
# nothing to be told.
# usage: tests/docs_commands.sh TAMBOUR
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
tambour=$(realpath "$1")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/bin"
ln -s "$tambour" "$tmp/bin/tambour"
export PATH="$tmp/bin:$PATH"

fail() {
	echo "$1"
	sed 's/^/    | /' "$tmp/said"
	exit 1
}

for page in README.md docs/fr/guide-mairie.md; do
	mkdir "$tmp/here"
	# Shell blocks that speak to tambour.
	awk '/^```sh$/ { on = 1 } /^```$/ { on = 0 } on && /^tambour /' "$root/$page" \
		>"$tmp/commands"
	[ "$(wc -l <"$tmp/commands")" -ge 4 ] || { echo "$page: where are its commands?"; exit 1; }
	while IFS= read -r command; do
		(cd "$tmp/here" && sh -c "$command") </dev/null >"$tmp/said" 2>&1 ||
			fail "$page: \`$command\` ends with status $?"
	done <"$tmp/commands"
	tambour check --quiet "$tmp/here/noisetiers" >"$tmp/said" 2>&1 || :
	[ ! -s "$tmp/said" ] || fail "$page: the new commune should be faultless"
	[ -s "$tmp/here/noisetiers/public/index.html" ] || fail "$page: no site"
	rm -rf "$tmp/here"
done
