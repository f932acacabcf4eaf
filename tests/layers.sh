#!/bin/sh
# Reads src/LAYERS and fails on an upward include, a foreign header out of its folder,
# an *_internal.h outside its folder, or a row that names a folder not above it.
# usage: tests/layers.sh [SRC]
set -eu
src=${1:-$(dirname "$0")/../src}
cd "$src"
awk -F'|' '
function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
function bad(what) { print what; failed = 1 }
FILENAME == "LAYERS" {
	if ($0 ~ /^#/ || $0 ~ /^[ \t]*$/) next
	folder = trim($1); order[++n] = folder
	m = split(trim($2), below, /[ \t]+/)
	for (i = 1; i <= m; i++) if (below[i] != "") {
		if (!(below[i] in known)) bad("LAYERS: " folder " names " below[i] ", which is not above it")
		may[folder, below[i]] = 1
	}
	known[folder] = 1; may[folder, folder] = 1
	m = split(trim($3), foreign, /[ \t]+/)
	for (i = 1; i <= m; i++) if (foreign[i] != "") owner[foreign[i]] = folder
	next
}
FNR == 1 { folder = FILENAME; sub(/^\.\//, "", folder); sub(/\/.*/, "", folder) }
/^[ \t]*#[ \t]*include/ {
	line = $0; place = FILENAME ":" FNR ": "
	if (line ~ /</) {
		sub(/^[^<]*</, "", line); sub(/>.*/, "", line)
		if (line in owner && owner[line] != folder)
			bad(place "<" line "> belongs to " owner[line])
		next
	}
	sub(/^[^"]*"/, "", line); sub(/".*/, "", line)
	if (index(line, "/") == 0) { bad(place "\"" line "\" is not written from src"); next }
	target = line; sub(/\/.*/, "", target)
	if (!((folder, target) in may)) bad(place folder " may not include " target)
	if (line ~ /_internal\.h$/ && target != folder) bad(place line " is internal to " target)
}
END {
	while (("find . -mindepth 1 -maxdepth 1 -type d" | getline d) > 0) {
		sub(/^\.\//, "", d)
		if (!(d in known)) bad("LAYERS: no row for the folder " d)
	}
	exit failed
}
' LAYERS $(find . -name '*.c' -o -name '*.h' -o -name '*.def' | LC_ALL=C sort)
