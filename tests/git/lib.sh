# What the tests of this folder share: a folder of their own, git without anyone's
# settings, the door, and how to say that something is wrong.
# usage: . lib.sh DOOR TAMBOUR-GIT
set -u
here=$(dirname "$(realpath "$0")")
door_program=$(realpath "$1")
git_program=$(realpath "$2")
tmp=$(mktemp -d)
# Only what this script started, by its number.
children=
trap 'for p in $children; do kill "$p" 2>/dev/null; done; chmod -R u+rwX "$tmp"; rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null HOME=$tmp/home
export GIT_AUTHOR_NAME=Auteur GIT_AUTHOR_EMAIL=auteur@exemple.fr
export GIT_COMMITTER_NAME=Auteur GIT_COMMITTER_EMAIL=auteur@exemple.fr
unset GIT_DIR GIT_WORK_TREE XDG_CACHE_HOME
# For builds with sanitizers: libgit2 has no frame pointers, and a leak of its own.
export ASAN_OPTIONS=fast_unwind_on_malloc=0
export LSAN_OPTIONS=print_suppressions=0:suppressions=$here/leaks.txt
mkdir "$tmp/home"
cd "$tmp" || exit 2
cache=$tmp/cache
failed=0
seconds=60

door() { # options and command, the cache left out; output in $tmp/out, words in $tmp/said
	local options=()
	while [ "${1#-}" != "$1" ]; do
		options+=("$1" "$2")
		shift 2
	done
	"$door_program" -p "$git_program" -s "$seconds" "${options[@]}" "$cache" "$@" \
		>"$tmp/out" 2>"$tmp/said"
}

bad() {
	echo "$case: $1"
	[ -s "$tmp/out" ] && sed 's/^/  out: /' "$tmp/out" | head -20
	[ -s "$tmp/said" ] && sed 's/^/  said: /' "$tmp/said" | head -20
	failed=1
}

says() { # code: that message was said
	grep -q "\[$1\]" "$tmp/said" || bad "\"$1\" was not said"
}

silent() {
	[ ! -s "$tmp/said" ] || bad "something was said"
}

# fetch ADDRESS VERSION [options]: sets commit and tree
fetch() {
	local address=$1 version=$2
	shift 2
	door "$@" fetch "$address" "$version" || { bad "fetch $address failed"; return 1; }
	read -r commit tree kind date <"$tmp/out"
}

# A repository with one commit, at $tmp/$1; further commits by `commit`.
new_repository() {
	git init -q -b main "$1"
	mkdir -p "$1/demarches"
	printf 'nom: Essai\n' >"$1/catalogue.yaml"
	printf 'Carte\n' >"$1/demarches/carte.md"
	commit "$1" un
}

# commit REPOSITORY WORDS [DATE]: what stands in the work tree
commit() {
	git -C "$1" add -A
	GIT_COMMITTER_DATE=${3:-"2026-11-24T09:12:00+01:00"} \
		GIT_AUTHOR_DATE=${3:-"2026-11-24T09:12:00+01:00"} \
		git -C "$1" commit -q --allow-empty -m "$2"
}

run_cases() { # every function case_*, each in a cache of its own
	for case in $(declare -F | sed -n 's/^declare -f \(case_.*\)/\1/p'); do
		cache=$tmp/cache-$case
		seconds=60
		rm -f "$tmp/out" "$tmp/said"
		"$case"
	done
	[ "$failed" -eq 0 ] && echo "all is well"
	exit "$failed"
}
