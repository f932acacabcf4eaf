# Read first by each test of this folder: a room of its own, small communes, and words to
# say what must hold. usage of the tests: tests/behaviour/<name>.sh TAMBOUR
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "$1")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
export TAMBOUR_THEMES="$root/themes" LC_ALL=C.UTF-8 TZ=Europe/Paris
unset TAMBOUR_LANG SOURCE_DATE_EPOCH
day=2026-11-24T12:00

fail() {
	echo "$1" >&2
	[ ! -s "$room/said" ] || sed 's/^/    /' "$room/said" >&2
	exit 1
}

# expect STATUS WORDS...: run the program, its words kept in $room/said.
expect() {
	wanted=$1
	shift
	status=0
	"$program" "$@" </dev/null >"$room/said" 2>&1 || status=$?
	[ "$status" = "$wanted" ] || fail "tambour $*: status $status, not $wanted"
}

# says CODE: among the words of the last run.
says() {
	grep -qF "[$1]" "$room/said" || fail "not said: $1"
}

# commune DIR [N]: a commune of N pages (12), one of news and one procedure.
commune() {
	cp -R "$root/tests/check/base" "$1"
	for i in $(seq "${2:-12}"); do
		printf -- '---\ntitre: Page %d\n---\n\nTexte de la page %d.\n' "$i" "$i" \
			>"$1/pages/page-$i.md"
	done
}

# All that is published, as one line.
sum_of() {
	(cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum
}

# All paths with their inode, date and size: what a build that writes nothing leaves.
look_at() {
	find "$1" -printf '%p %i %T@ %s\n' | LC_ALL=C sort
}
