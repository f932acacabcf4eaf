#!/bin/sh
# The home page of each theme stays light: page, style sheets and scripts, each compressed
# as servers do, pictures apart. Limits in bytes: look.md's, kept in docs/fr/apparence.md.
# usage: weights.sh TAMBOUR
set -eu
tambour=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
status=0

compressed() {
	gzip -9 -n <"$1" | wc -c
}

# What a browser asks for to show the page, pictures apart; a style sheet for print too.
parts() { # page
	printf '%s\n' "${1##*/}"
	grep -oE '<(link rel="stylesheet"|script)[^>]*>' "$1" |
		sed -nE 's/.*(href|src)="([^"]+)".*/\2/p'
}

for row in bocage:60000 littoral:60000 sobre:15000; do
	theme=${row%:*}
	limit=${row#*:}
	site=$tmp/$theme
	cp -r "$here/../../example-commune" "$site"
	rm -rf "$site/public" "$site/.tambour"
	sed -i "s/^  theme: .*/  theme: $theme/" "$site/commune.yaml"
	"$tambour" build "$site" --date 2026-11-24 --quiet
	grep -q "^  theme: $theme" "$site/commune.yaml"
	total=0
	for part in $(parts "$site/public/index.html"); do
		size=$(compressed "$site/public/$part")
		echo "$theme: $part $size"
		total=$((total + size))
	done
	echo "$theme: $total bytes of $limit"
	[ "$total" -gt 5000 ] && [ "$total" -le "$limit" ] || status=1
done

# sobre promises more: no script, one style sheet under 8 kB beside the colours, and a whole
# visit of the home page, its pictures as they are, under 30 kB.
page=$tmp/sobre/public/index.html
if grep -q '<script' "$page"; then
	grep '<script' "$page" | grep -qv 'application/ld+json' && { echo "sobre: a script"; status=1; }
fi
sheets=$(parts "$page" | grep '\.css$' | grep -v couleurs)
[ "$(echo "$sheets" | wc -l)" -eq 1 ] || { echo "sobre: several sheets"; status=1; }
[ "$(wc -c <"$tmp/sobre/public/$sheets")" -lt 8000 ] || { echo "sobre: $sheets is 8 kB"; status=1; }
pictures=$(grep -oE '<(img|source) [^>]*>' "$page" | sed -nE 's/.* src(set)?="([^" ]+).*/\2/p' | sort -u)
for picture in $pictures; do
	size=$(wc -c <"$tmp/sobre/public/$picture")
	echo "sobre: $picture $size"
	total=$((total + size))
done
echo "sobre: $total bytes with pictures, of 30000"
[ -n "$pictures" ] && [ "$total" -le 30000 ] || status=1
exit $status
