#!/bin/sh
# `tambour explain horaires` tells what was understood, day by day: the weeks around the
# 53rd of 2026, a closure, a public holiday; and what to copy to the national directory.
. "$(dirname "$0")/common.sh"

commune "$room/c"
awk '/^ *horaires:/ { skip = 1; next } skip && /^ {4}/ { next } { skip = 0; print }
	/^mairie:/ { print "  horaires:\n    mardi: 9h-12h les semaines paires\n    vendredi: 9h-12h\n  fermetures:\n    - { du: 2027-01-05, au: 2027-01-08, motif: Travaux }" }' \
	"$room/c/commune.yaml" >"$room/yaml"
mv "$room/yaml" "$room/c/commune.yaml"
"$program" explain horaires "$room/c" --date 2026-12-22 --lang fr >"$room/said" 2>&1 ||
	fail "explain gives $?: $(cat "$room/said")"
for line in \
	'Ouvert mardi de 9 h à 12 h les semaines paires, vendredi de 9 h à 12 h.' \
	'    mardi : commentaire : de 9 h à 12 h les semaines paires' \
	'    vendredi : de 9 h à 12 h' \
	'    mardi 22 décembre 2026, semaine 52 : de 9 h à 12 h' \
	'    vendredi 25 décembre 2026, semaine 52 : fermé (Noël)' \
	'    mardi 29 décembre 2026, semaine 53 : fermé' \
	'    vendredi 8 janvier 2027, semaine 1 : fermé (Travaux)'; do
	LC_ALL=C sed 's/\xc2\xa0/ /g' "$room/said" | LC_ALL=C grep -qF "$line" ||
		fail "« $line » is not said"
done
