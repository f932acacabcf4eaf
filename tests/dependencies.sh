#!/bin/sh
# The tables of docs/dependencies.md name the packages of tools/packages, no more, no
# less, group by group, in its order.
set -eu
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

awk -F'|' '/^[^#]/ { gsub(/[ \t]/, ""); print $2, $1 }' tools/packages >"$tmp/declared"
awk '
/^## To build/ { group = "build" }
/^## To run the tests/ { group = "test" }
/^## To make a package/ { group = "package" }
/^\| `/ { split($0, part, "`"); print group, part[2] }
' docs/dependencies.md >"$tmp/explained"
diff -u "$tmp/declared" "$tmp/explained"
