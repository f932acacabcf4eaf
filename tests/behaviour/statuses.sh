#!/bin/sh
# The exit status of build and check, which cron and pipelines act upon, and what
# --strict makes of them.
. "$(dirname "$0")/common.sh"

stands() {
	[ "$(sum_of "$room/c/public")" = "$before" ] || fail "$1: the former site was touched"
}

commune "$room/c"
expect 0 check "$room/c" --date $day
[ ! -e "$room/c/public" ] && [ ! -e "$room/c/.tambour" ] || fail "check writes"
expect 0 build "$room/c" --date $day
expect 0 build "$room/c" --date $day
expect 0 build "$room/c" --date $day --strict
expect 0 check "$room/c" --date $day --strict
before=$(sum_of "$room/c/public")

# Quiet means quiet.
expect 0 build "$room/c" --date $day --quiet
[ ! -s "$room/said" ] || fail "--quiet says something when all is well"
expect 0 check "$room/c" --date $day --quiet
[ ! -s "$room/said" ] || fail "--quiet says something when all is well"

# A note is no fault, even under --strict.
printf 'x\n' >"$room/c/pages/note.ods"
expect 0 check "$room/c" --date $day --strict
expect 0 build "$room/c" --date $day --strict
rm "$room/c/pages/note.ods"

# A warning that only rendering finds: published, unless --strict.
cp "$room/c/commune.yaml" "$room/commune.yaml"
printf 'accessibilite: { etat: totalement conforme }\n' >>"$room/c/commune.yaml"
expect 0 check "$room/c" --date $day
grep -q "accessibilite-sans-audit" "$room/said" || fail "rendering says nothing"
expect 3 build "$room/c" --date $day --strict
stands "--strict with a warning of rendering"
cp "$room/commune.yaml" "$room/c/commune.yaml"

# A warning: published, unless --strict.
printf -- '---\ntitre: Page 1\n---\n\nVoir [nulle part](rien.md).\n' >"$room/c/pages/page-1.md"
expect 0 check "$room/c" --date $day
expect 1 check "$room/c" --date $day --strict
expect 3 build "$room/c" --date $day --strict
stands "--strict with a warning"
expect 0 build "$room/c" --date $day
before=$(sum_of "$room/c/public")

# An error: published with the rest as it was, unless --strict.
printf -- '---\ntitre: @mairie\n---\n\nTexte.\n' >"$room/c/pages/page-1.md"
expect 1 check "$room/c" --date $day
expect 3 build "$room/c" --date $day --strict
stands "--strict with an error"
expect 1 build "$room/c" --date $day
expect 1 build "$room/c" --date $day
expect 1 build "$room/c" --date $day --quiet
[ -s "$room/said" ] || fail "--quiet hides an error"

# Wrong usage.
expect 2
expect 2 build "$room/c" --nimporte
expect 2 check "$room/c" --adopt
expect 2 build "$room/c" --date demain

# No site can be made.
expect 3 build "$room/nulle-part"
expect 1 check "$room/nulle-part"
mkdir "$room/vide"
expect 3 build "$room/vide"
expect 1 check "$room/vide"

# For programs: one object a line, and the same status.
expect 1 check "$room/c" --date $day --format json
[ -z "$(grep -v '^{"severity": ".*}$' "$room/said")" ] || fail "not one JSON object a line"

# A folder that is no commune is left as it was; nothing is made in it.
mkdir "$room/none"
expect 3 build "$room/none" --lang fr
grep -q "commune-absente" "$room/said" || fail "a folder without commune.yaml is not said"
[ -z "$(ls -A "$room/none")" ] || fail "something was made in a folder that is no commune"

# A file of the commune named as the output is said for what it is, and stays.
commune "$room/named"
expect 3 build "$room/named" -o "$room/named/commune.yaml" --lang fr
grep -q "sortie-pas-un-dossier" "$room/said" || fail "a file named as output is not said"
[ -f "$room/named/commune.yaml" ] || fail "commune.yaml is gone"
