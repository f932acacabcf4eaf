#!/bin/sh
# Tables for other programs hold to their descriptions (docs/tables), with and without an
# address and a SIRET; rows are what people wrote; an empty table is no file.
. "$(dirname "$0")/common.sh"
command -v python3 >/dev/null || { echo "no python3"; exit 77; }

reader=$root/tests/behaviour/table_reader.py
held() {
	for table in demarches/demarches lieux/equipements cantine; do
		python3 "$reader" "$root/docs/tables/${table##*/}.json" "$1/$table.csv" >"$room/said" ||
			fail "$1/$table.csv does not hold to its description"
		grep -q "href=\"$table.csv\"" "$1/sources.html" || fail "no link leads to $table.csv"
	done
}

cp -R "$root/example-commune" "$room/site"
expect 0 build "$room/site" --date $day
out=$room/site/public
held "$out"
grep -q 'href="actes/deliberations.csv"' "$out/sources.html" || fail "no link leads to the deliberations"
pages=$(find "$out/demarches" -maxdepth 1 -name '*.html' -exec grep -l '<body class="nature-demarche"' {} + | wc -l)
[ "$(wc -l <"$out/demarches/demarches.csv")" = $((pages + 1)) ] || fail "not every procedure is in the table"
[ "$(wc -l <"$out/lieux/equipements.csv")" = $(($(ls "$room/site/lieux" | grep -vc index.md) + 1)) ] ||
	fail "not every place is in the table"

# Words that hurt tables, and addresses as people write them.
cat >"$room/site/lieux/piege.md" <<'END'
---
nom: "=2+3, la « salle \"des\" fêtes » ; bis"
type: salle
adresse: |
  12 bis rue de l’Église
  61998 Saint-Aubin-des-Haies
telephone: +44 20 7946 0000
---
END
printf '2026-12-21;;;;;;Pas de cantine\n' >>"$room/site/cantine.csv"
sed -i '/^  lien: https:\/\/www.saint-aubin/d; /^siren:/d' "$room/site/commune.yaml"
"$program" build "$room/site" --date $day >"$room/said" 2>&1 || fail "it is not published"
python3 "$reader" "$root/docs/tables/equipements.json" "$out/lieux/equipements.csv" >"$room/said" ||
	fail "words that hurt tables hurt this one"
grep -q "^Commune de Saint-Aubin-des-Haies,,61998-piege,Salle,\"'=2+3, la « salle \"\"des\"\" fêtes » ; bis\",12 bis,rue de l’Église,61998,Saint-Aubin-des-Haies,,00442079460000,,.\$" \
	"$out/lieux/equipements.csv" || fail "the row is $(grep piege "$out/lieux/equipements.csv")"
grep -q '^Commune de Saint-Aubin-des-Haies,,2026-12-21,,,Pas de cantine.$' "$out/cantine.csv" ||
	fail "a day without canteen is not told"
rm "$room/site/lieux/piege.md"
"$program" build "$room/site" --date $day >"$room/said" 2>&1 || fail "it is not published"
for table in demarches/demarches lieux/equipements cantine; do
	python3 "$reader" "$root/docs/tables/${table##*/}.json" "$out/$table.csv" >"$room/said" ||
		fail "without address, $table.csv does not hold to its description"
done

rm "$room/site/cantine.csv"
rm -r "$room/site/lieux"
"$program" build "$room/site" --date $day >"$room/said" 2>&1 || fail "it is not published"
[ ! -e "$out/cantine.csv" ] && [ ! -e "$out/lieux/equipements.csv" ] || fail "a table without rows is published"
! grep -qE 'href="(cantine|lieux/equipements).csv"' "$out/sources.html" || fail "a link leads to no table"
