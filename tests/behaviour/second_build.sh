#!/bin/sh
# A second build that has nothing new to publish writes nothing that readers see: not a
# date, not an inode. With what the last one left, without it, and with messages.
. "$(dirname "$0")/common.sh"

unchanged() {
	expect 0 build "$room/c" --date "${2:-$day}" --lang fr
	grep -q "Rien n’a changé" "$room/said" || fail "$1: something was published"
	[ "$(look_at "$room/c/public")" = "$before" ] || fail "$1: something was written"
}

commune "$room/c"
find "$room/c" -exec touch -d '2026-01-01' {} +
expect 0 build "$room/c" --date $day
before=$(look_at "$room/c/public")
[ -f "$room/c/.tambour/stamp" ] || fail "a publication without a message leaves no stamp"
unchanged "again"
unchanged "an hour later" 2026-11-24T13:00
unchanged "the next day" 2026-11-25T13:00
rm "$room/c/.tambour/stamp"
unchanged "without stamp"
touch "$room/c/pages/page-1.md"
unchanged "a page saved as it was"
printf 'Un mot.\n' >"$room/c/README.md"
unchanged "a file that is not published"
sed -i 's/Texte de/Voir [nulle part](rien.md)./' "$room/c/pages/page-2.md"
expect 0 build "$room/c" --date $day
before=$(look_at "$room/c/public")
unchanged "with a warning"
grep -q "lien-casse" "$room/said" || fail "a warning is said once only"
# One page changes: the others keep what they are.
sed -i 's/Texte/Mots/' "$room/c/pages/page-3.md"
expect 0 build "$room/c" --date $day --lang fr
look_at "$room/c/public" >"$room/after"
# recherche.html names the script that knows the new words.
changed=$(echo "$before" | grep -v '/[^. ]* ' | LC_ALL=C comm -13 - "$room/after" |
	grep -v 'recherche\.html ' | grep -c '\.html ' || true)
[ "$changed" = 1 ] || fail "one page changed, $changed files did"

# What a stamp must not let pass: each change below must be published.
published() {
	expect 0 build "$room/d" --date $day --lang fr
	! grep -q "Rien n’a changé" "$room/said" || fail "$1: not seen"
}
commune "$room/d"
mkdir -p "$room/near" "$room/far"
cp -R "$root"/themes/* "$room/far"
TAMBOUR_THEMES=$room/near:$room/far
theme=$(sed -n 's/^ *theme: *//p' "$room/d/commune.yaml")
theme=${theme:-bocage}
find "$room/d" "$room/far" -exec touch -d '2026-01-01' {} +
expect 0 build "$room/d" --date $day
[ -f "$room/d/.tambour/stamp" ] || fail "no stamp"
expect 0 build "$room/d" --date $day --lang fr
grep -q "Rien n’a changé" "$room/said" || fail "the stamp does not hold"
# A theme that now comes first.
cp -R "$room/far/$theme" "$room/near"
printf '/* de plus */\n' >>"$room/near/$theme/assets/style.css"
find "$room/near" -exec touch -d '2026-01-01' {} +
published "a theme that comes first"
# Themes looked for elsewhere.
[ -f "$room/d/.tambour/stamp" ] || fail "no stamp with the nearer theme"
TAMBOUR_THEMES=$room/far
published "TAMBOUR_THEMES"
# A page put back with its size and its date.
[ -f "$room/d/.tambour/stamp" ] || fail "no stamp with the further theme"
sed -i 's/Texte/Motss/' "$room/d/pages/page-1.md"
touch -d '2026-01-01' "$room/d/pages/page-1.md"
published "a page of the same size and date"

# Skipped without being read, a site in English still speaks English, and until when it is
# valid is still told.
commune "$room/e"
printf 'site:\n  langue: en\n' >>"$room/e/commune.yaml"
printf -- '---\ntitre: Coupure\nalerte:\n  niveau: attention\n  au: 2026-11-25\n---\n\nPas d’eau.\n' \
	>"$room/e/actualites/2026-11-20-coupure.md"
find "$room/e" -exec touch -d '2026-01-01' {} +
expect 0 build "$room/e" --date $day
[ -f "$room/e/.tambour/stamp" ] || fail "no stamp of a site in English"
expect 0 build "$room/e" --date $day --verbose
grep -q "Nothing changed" "$room/said" || fail "a skipped build forgot its language"
grep -q "A date will change the site on 2026-11-26 00:00" "$room/said" ||
	fail "a skipped build does not say until when it holds"
grep -q "^read" "$room/said" && fail "the build was not skipped"
exit 0
