#!/bin/sh
# Real input: public guides, with their odd headers, raw HTML and Windows line ends, put
# under pages/ as they are. Nothing crashes, and each message names a line that exists.
# The guides are not ours to keep here: TAMBOUR_GUIDES says where they are, else they are
# looked for beside the project.
: "${TAMBOUR_GUIDES:=$(dirname "$0")/../../../shared/data/guides-etalab}"
[ -d "$TAMBOUR_GUIDES" ] || {
	echo "skipped: TAMBOUR_GUIDES names no folder of Markdown files"
	exit 77
}
. "$(dirname "$0")/common.sh"

commune "$room/c"
mkdir "$room/c/pages/guides"
cp -R "$TAMBOUR_GUIDES/." "$room/c/pages/guides"
find "$room/c/pages/guides" -name '*.md' >"$room/guides"
[ -s "$room/guides" ] || fail "$TAMBOUR_GUIDES holds no .md file"
status=0
"$program" build "$room/c" --date $day --lang fr </dev/null >"$room/said" 2>&1 || status=$?
[ $status -le 1 ] || fail "status $status"
[ -f "$room/c/public/index.html" ] || fail "nothing is published"
sed -nE 's/^(pages\/[^:]*):([0-9]+):[0-9]+ : .*/\2 \1/p' "$room/said" | sort -u >"$room/places"
[ -s "$room/places" ] || fail "nothing is said of all these guides"
while read -r line file; do
	[ -f "$room/c/$file" ] || fail "a message names $file, which does not exist"
	[ "$line" -le "$(awk 'END { print NR }' "$room/c/$file")" ] ||
		fail "a message names line $line of $file, which is shorter"
done <"$room/places"
# A guide is online, or it is said why not.
while read -r guide; do
	path=${guide#"$room/c/"}
	case $path in */README.md) continue ;; esac
	grep -qF "$path : attention [fichier-mis-de-cote]" "$room/said" && continue
	grep -qF "$path" "$room/said" && continue
	find "$room/c/public" -name "$(basename "$path" .md | tr 'A-Z_ ' 'a-z--').html" | grep -q . ||
		fail "$path is not online, and nothing says why"
done <"$room/guides"
echo "$(wc -l <"$room/guides") guides, $(grep -c ' : \(attention\|erreur\|note\) \[' "$room/said") messages"
