#!/bin/sh
# Runs the examples of the guides: the files they show, put together, make a commune that
# `tambour check` finds nothing to say about, nor about its catalogues alone; each faulty
# file they show makes it say what the guide says. In a guide, an HTML comment above a fenced block tells its use:
#	<!-- fichier: PATH -->	the block is this file of the commune
#	<!-- faute: PATH -->	the same, for once, with a fault
#	<!-- dit -->		the lines that the fault above makes `tambour check` say
#	<!-- copie: PATH -->	(no block) this part of example-commune goes in too; all of it
#				by example-commune/.
# usage: tests/docs_examples.sh TAMBOUR
set -eu
tambour=$(realpath "$1")
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0

fail() { # title file
	echo "$1"
	sed 's/^/    | /' "$2"
	failed=1
}

# good/PATH, copies, and for fault N: N.path, N.file, N.said.
extract() { # guide folder
	mkdir -p "$2/good"
	: >"$2/copies"
	awk -v out="$2" '
	function word(line) { sub(/^<!-- [a-z]+: /, "", line); sub(/ -->$/, "", line); return line }
	in_block && $0 ~ "^" fence "$" { close(to); in_block = 0; to = ""; next }
	in_block { if (to != "") print > to; next }
	/^````*/ {
		in_block = 1; fence = $0; gsub(/[^`].*/, "", fence)
		if (to != "") printf "" > to
		next
	}
	/^<!-- copie: / { print word($0) > (out "/copies") }
	/^<!-- fichier: / {
		to = out "/good/" word($0); folder = to; sub(/\/[^\/]*$/, "", folder)
		system("mkdir -p \"" folder "\"")
	}
	/^<!-- faute: / { n++; print word($0) > (out "/" n ".path"); to = out "/" n ".file" }
	/^<!-- dit -->/ { to = out "/" n ".said" }
	END { print n + 0 > (out "/faults") }
	' "$1"
	while read -r part; do
		mkdir -p "$2/good/$(dirname "${part#example-commune/}")"
		cp -r "$part" "$2/good/${part#example-commune/}"
	done <"$2/copies"
}

check_fault() { # guide folder number
	rm -rf "$2/bad"
	cp -r "$2/good" "$2/bad"
	path=$(cat "$2/$3.path")
	mkdir -p "$2/bad/$(dirname "$path")"
	cp "$2/$3.file" "$2/bad/$path"
	[ -s "$2/$3.said" ] || { echo "$1: nothing is told about the fault in $path"; failed=1; return; }
	"$tambour" check --lang fr --date 2026-11-24 "$2/bad" >"$2/out" 2>&1 || :
	case $path in
	catalogues/*)
		alone=$(echo "$path" | cut -d/ -f1-2)
		"$tambour" check --lang fr --date 2026-11-24 "$2/bad/$alone" >>"$2/out" 2>&1 || :
		;;
	esac
	while IFS= read -r line; do
		grep -qF -- "$line" "$2/out" || fail "$1: not said of $path: $line" "$2/out"
	done <"$2/$3.said"
}

check_guide() { # guide folder
	extract "$1" "$2"
	[ -s "$2/good/commune.yaml" ] || { echo "$1: no commune.yaml in it"; failed=1; return; }
	for date in 2026-11-24 2031-07-14; do # facts grow old, alerts end: not the guides
		"$tambour" check --quiet --lang fr --date $date "$2/good" >"$2/out" 2>&1 ||
			fail "$1: on $date the examples together end with status $?" "$2/out"
		[ ! -s "$2/out" ] ||
			fail "$1: on $date the examples together should be faultless" "$2/out"
	done
	# What was checked too long ago is said of a catalogue alone: one day only.
	for alone in "$2/good"/catalogues/*/; do
		"$tambour" check --quiet --strict --lang fr --date 2026-11-24 "$alone" \
			>"$2/out" 2>&1 || fail "$1: $(basename "$alone") alone should be faultless" "$2/out"
	done
	fault=1
	while [ "$fault" -le "$(cat "$2/faults")" ]; do
		check_fault "$1" "$2" $fault
		fault=$((fault + 1))
	done
}

for guide in docs/fr/[!R]*.md docs/catalogues.md; do
	check_guide "$guide" "$tmp/$(basename "$guide" .md)"
done
exit $failed
