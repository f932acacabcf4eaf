#!/bin/sh
# The QR codes of paper, read back by zbarimg: each says the address of the page that shows
# it. They stand where a sheet grows old, and nowhere without an address.
. "$(dirname "$0")/common.sh"
command -v zbarimg >/dev/null || { echo "no zbarimg"; exit 77; }

# drawn SVG: its strokes as a bitmap, eight dots a module.
drawn() {
	awk '
	{
		match($0, /viewBox="0 0 [0-9]+/); side = substr($0, RSTART + 13, RLENGTH - 13) + 0
		path = $0; sub(/.*stroke="#000" d="M/, "", path); sub(/".*/, "", path)
		n = split(path, run, "M")
		for (i = 1; i <= n; i++) {
			split(run[i], part, /[ h]/)
			for (x = 0; x < part[3]; x++) dark[part[1] + x, int(part[2])] = 1
		}
		printf "P1\n%d %d\n", side * 8, side * 8
		for (y = 0; y < side; y++) {
			row = ""
			for (x = 0; x < side; x++) row = row ((x, y) in dark ? "11111111" : "00000000")
			for (k = 0; k < 8; k++) print row
		}
	}' "$1"
}

cp -R "$root/example-commune" "$room/site"
expect 0 build "$room/site" --date $day
out=$room/site/public
(cd "$out" && find . -name '*.qr.svg' | sed 's|^./||' | sort) >"$room/codes"
for page in demarches/passeport agenda/conte lieux/ecole; do
	grep -qE "^$page\.[0-9a-f]{8}\.qr\.svg$" "$room/codes" || fail "$page has no code"
done
! grep -E '^(actualites|actes|annuaire)/|index\.[0-9a-f]*\.qr\.svg' "$room/codes" || fail "a code that is of no use"
while read -r code; do
	drawn "$out/$code" >"$room/code.pbm"
	zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$room/code.pbm" >"$room/read" 2>"$room/said" ||
		fail "$code cannot be read"
	page=${code%.*.qr.svg}.html
	[ "$(cat "$room/read")" = "https://www.saint-aubin-des-haies.example/$page" ] ||
		fail "$code says $(cat "$room/read")"
	grep -q "<img src=\"[./]*$code\" alt=\"\" width=\"96\" height=\"96\" loading=\"lazy\">" "$out/$page" ||
		fail "$page does not show its code"
done <"$room/codes"
# They are named after what they say, and drawn once: one that is written over, its size and
# date kept, is found as it was left when a text has changed.
code=$(echo "$out"/demarches/passeport.*.qr.svg)
cp -p "$code" "$room/drawn.svg"
printf '#' | dd of="$code" conv=notrunc status=none
touch -r "$room/drawn.svg" "$code"
printf '\nUn mot de plus.\n' >>"$room/site/demarches/louer-barnum.md"
expect 0 build "$room/site" --date $day
grep -q 'Un mot de plus' "$out/demarches/louer-barnum.html" || fail "the text did not change"
grep -q '^#svg' "$code" || fail "a code that stands was drawn anew"
touch "$code"
printf '\nEncore un.\n' >>"$room/site/demarches/louer-barnum.md"
expect 0 build "$room/site" --date $day
cmp -s "$code" "$room/drawn.svg" || fail "a code that somebody changed is not drawn anew"

poster=$(grep -l 'class="affiche-code"' -r "$out" --include='*.html' | wc -l)
[ "$poster" = 1 ] || fail "$poster pages are posters with a code"

sed -i '/^  lien: https:\/\/www.saint-aubin/d' "$room/site/commune.yaml"
expect 0 build "$room/site" --date $day
[ -z "$(find "$out" -name '*.qr.svg')" ] || fail "codes of a site without an address"
! grep -rlE 'class="(code-qr|affiche-code)"' "$out" --include='*.html' || fail "a page shows no code"
