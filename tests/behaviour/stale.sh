#!/bin/sh
# What is no longer in the commune is no longer online, and nobody else's folder is ever
# emptied.
. "$(dirname "$0")/common.sh"

commune "$room/c"
mkdir -p "$room/c/pages/vieux" "$room/c/documents/vieux"
printf -- '---\ntitre: Vieux\n---\n\nTexte.\n' >"$room/c/pages/vieux/index.md"
printf -- '---\ntitre: Ancienne\n---\n\nTexte.\n' >"$room/c/pages/vieux/ancienne.md"
printf 'x\n' >"$room/c/documents/vieux/plan.txt"
for swap in exchange symlink files; do
	cp -R "$room/c" "$room/$swap"
	expect 0 build "$room/$swap" --date $day --swap $swap
	[ -f "$room/$swap/public/vieux/ancienne.html" ] || fail "$swap: a page is missing"
	rm -r "$room/$swap/pages/vieux" "$room/$swap/documents"
	expect 0 build "$room/$swap" --date $day --swap $swap
	for gone in vieux documents; do
		[ ! -e "$room/$swap/public/$gone" ] || fail "$swap: $gone is still online"
	done
	[ -f "$room/$swap/public/page-1.html" ] || fail "$swap: a page is missing"
done

# A folder that someone else filled.
commune "$room/d"
mkdir -p "$room/www/photos"
printf 'les miens\n' >"$room/www/photos/mariage.jpg"
before=$(look_at "$room/www")
expect 3 build "$room/d" -o "$room/www" --date $day
[ "$(look_at "$room/www")" = "$before" ] || fail "someone else's folder was touched"
expect 0 build "$room/d" -o "$room/www" --date $day --adopt
[ -f "$room/www/index.html" ] || fail "--adopt does not publish"
[ "$(cat "$room/www.avant-tambour/photos/mariage.jpg")" = "les miens" ] ||
	fail "what the adopted folder held is lost"

# The site of another commune.
sed 's/61999"/61998"/' "$room/d/commune.yaml" >"$room/c/commune.yaml"
before=$(look_at "$room/www")
expect 3 build "$room/c" -o "$room/www" --date $day
[ "$(look_at "$room/www")" = "$before" ] || fail "another commune's site was touched"
