#!/bin/sh
# The script of the pages and the engine agree on who is open, at every moment that
# matters in two years, in several territories; and the script stays small.
# usage: tests/script/hours.sh OPENING_DAYS	(77: no node here)
set -eu
engine=$1
here=$(cd "$(dirname "$0")" && pwd)
script=$here/../../themes/base/assets/jour.js
command -v node >/dev/null || exit 77
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

size=$(wc -c <"$script")
[ "$size" -lt 3000 ] || { echo "jour.js has $size bytes: 3 kB at most"; exit 1; }

status=0
for row in 61001:all 67001:seasons 97411:seasons 97501:weeks 98711:weeks 97101:all; do
	insee=${row%:*}
	hours=${row#*:}
	sed "s/INSEE/$insee/" "$here/$hours.yaml" >"$tmp/commune.yaml"
	"$engine" "$tmp/commune.yaml" >"$tmp/answers"
	printf '%s %s: ' "$insee" "$hours"
	node "$here/hours.mjs" "$script" "$tmp/answers" || status=1
done
exit $status
