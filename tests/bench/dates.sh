#!/bin/bash
# Dating the files of a commune from its history: 1 600 commits × 100 files in 10 folders,
# 5 percent of the commits being merges. Prints medians of the whole run of a program,
# with the history never seen before (a child walks it) and seen before (no child).
# usage: tests/bench/dates.sh GIT_DOOR TAMBOUR-GIT [ROUNDS]
set -eu
door=$(realpath "$1") git=$(realpath "$2") rounds=${3:-9}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null

# One commit a line of history; every twentieth merges a commit of a side branch.
awk 'BEGIN {
	srand(7)
	for (i = 1; i <= 1600; i++) {
		side = i > 1 && i % 20 == 19
		print "commit refs/heads/" (side ? "side" : "main")
		print "mark :" i
		printf "committer A <a@exemple.fr> %d +0100\ndata 2\nx\n", 1600000000 + i * 3600
		if (side) print "from :" i - 1
		else if (i > 1) print "from :" (i % 20 == 0 ? i - 2 : i - 1)
		if (i > 1 && i % 20 == 0) print "merge :" i - 1
		for (f = (i == 1 ? 0 : 99); f < 100; f++) {
			n = i == 1 ? f : int(rand() * 100)
			text = "page " n " version " i
			printf "M 644 inline pages/d%d/page-%d.md\ndata %d\n%s\n", n % 10, n, length(text), text
		}
		print ""
	}
}' | { git init -q -b main "$tmp/site" && git -C "$tmp/site" fast-import --quiet; }
[ "$(git -C "$tmp/site" rev-list --count main)" = 1600 ]
[ "$(git -C "$tmp/site" ls-tree -r --name-only main | wc -l)" = 100 ]

# The processor's time tells the cost on a busy machine too; figures are in milliseconds.
run() {
	local TIMEFORMAT='%3R %3U %3S'
	{ time "$door" -p "$git" "$tmp/cache" dates "$tmp/site" >"$tmp/out"; } 2>&1 |
		awk '{ print int($1 * 1000), int(($2 + $3) * 1000) }'
}

median() { # of each of two columns
	sort -n | awk '{ wall[NR] = $1; print $2 | "sort -n" }
		END { close("sort -n"); print wall[int((NR + 1) / 2)] }' |
		awk '{ v[NR] = $1 } END { print v[NR] " ms, CPU " v[int(NR / 2)] " ms" }'
}

cold=$(for _ in $(seq "$rounds"); do rm -rf "$tmp/cache"; run; done | median)
warm=$(for _ in $(seq "$rounds"); do run; done | median)
[ "$(wc -l <"$tmp/out")" = 100 ]
echo "dates of 1 600 commits × 100 files (goal: 100 ms), never seen: $cold; seen before: $warm"
