#!/bin/sh
# The rules of the house that no compiler knows: a C file has 500 lines at most and opens
# by saying what it is; nothing but npm's own settings says where packages come from.
set -eu
cd "$(dirname "$0")/.."
failed=0
bad() {
	echo "$1"
	failed=1
}

for file in $(find src tests -name node_modules -prune -o -name '*.[ch]' -print | LC_ALL=C sort); do
	[ "$(wc -l <"$file")" -le 500 ] || bad "$file: more than 500 lines"
	head -c 2 "$file" | grep -q '^/\*$' || bad "$file: does not say what it is"
done
if grep -n '"resolved"' tests/web/package-lock.json; then
	bad "tests/web/package-lock.json: made without omit-lockfile-registry-resolved"
fi
exit $failed
