#!/bin/sh
# Tables for other programs hold to their descriptions (docs/tables), which tell what the
# national schemas want: those of the example, and those of words that hurt tables. What a
# schema would refuse is left out, and said; an empty table is no file.
. "$(dirname "$0")/common.sh"
command -v python3 >/dev/null || { echo "no python3"; exit 77; }

reader=$root/tests/behaviour/table_reader.py
tables="actes/deliberations cantine catalogue demarches/demarches lieux/equipements"
holds() {
	python3 "$reader" "$root/docs/tables/${1##*/}.json" "$out/$1.csv" >"$room/faults" ||
		fail "$1.csv does not hold to its description: $(head -3 "$room/faults")"
}
built() {
	"$program" build "$room/site" --date $day >"$room/said" 2>&1 || fail "it is not published"
}
row() {
	grep -qxF "$2$cr" "$out/$1.csv" || fail "$1.csv has not the row $2, but $(grep -F "$3" "$out/$1.csv")"
}
cr=$(printf '\r')

cp -R "$root/example-commune" "$room/site"
site=$room/site
expect 0 build "$site" --date $day
out=$site/public
for table in $tables; do
	holds "$table"
	grep -q "<dt><a href=\"$table.csv\" type=\"text/csv\">" "$out/sources.html" || fail "no link leads to $table.csv"
done
grep -q 'Licence de ces tableaux.*Licence Ouverte' "$out/sources.html" || fail "the licence is not told"
pages=$(find "$out/demarches" -maxdepth 1 -name '*.html' -exec grep -l '<body class="nature-demarche"' {} + | wc -l)
[ "$(wc -l <"$out/demarches/demarches.csv")" = $((pages + 1)) ] || fail "not every procedure is in the table"
[ "$(wc -l <"$out/catalogue.csv")" = 5 ] || fail "not every table is in the list of them"
dishes=$(tail -n +2 "$site/cantine.csv" | cut -d';' -f2-6 | tr ';' '\n' | grep -c .)
[ "$(wc -l <"$out/cantine.csv")" = $((dishes + 1)) ] || fail "not every dish is in the table"
row lieux/equipements "Commune de Saint-Aubin-des-Haies,21610998300017,61998-01010401-001,Equipement administratif,01010401-001,Mairie,Mairie de Saint-Aubin-des-Haies,1,place de la Mairie,61998,Saint-Aubin-des-Haies,,,,,48.7341,-0.4127,,+33 261910010,mairie@saint-aubin-des-haies.example,https://www.saint-aubin-des-haies.example/" Mairie

# The reader sees what a validator would: each of these is a fault.
broken() {
	cp "$out/$1.csv" "$room/kept"
	sed -i "$2" "$out/$1.csv"
	! python3 "$reader" "$root/docs/tables/${1##*/}.json" "$out/$1.csv" >"$room/faults" || fail "the reader takes $1.csv after $2"
	mv "$room/kept" "$out/$1.csv"
}
broken lieux/equipements '2s/48.7341//'
broken lieux/equipements '2s/21610998300017/21610998300018/'
broken lieux/equipements '2s/Equipement administratif/Mairie/'
broken lieux/equipements '2s/place de la/place de l’/'
broken cantine '2s/entrée/Entrée/'
broken cantine '2s/T15:30:00Z/ 15:30/'
broken catalogue '2s/Licence Ouverte-LO/LO/'
broken actes/deliberations '2s/,11,11,11,0,0,/,11,11,11,1,0,/'
broken actes/deliberations '2s/Budget principal//'
broken actes/deliberations '2s/PREF061,2026-10-05/PREF061,2026-09-05/'

# Words that hurt tables; addresses as people write them; half a vote, half a budget.
cat >"$site/lieux/piege.md" <<'END'
---
nom: "=2+3, la « salle \"des\" fêtes » ; bis"
type: salle
famille: culture
code_equipement: 99999999-007
latitude: 48,5
longitude: "0"
adresse: |
  12 quater rue de l’Œuvre, dite n° 3
  61998 L’Île-d’Œuf
telephone: +44 20 7946 0000
---
END
cat >"$site/lieux/sans-numero.md" <<'END'
---
nom: Le lavoir
code_equipement: 99999999-008
latitude: -21.1
longitude: 55.45
adresse: |
  Le Bas-Chemin
  61998 Saint-Aubin-des-Haies
telephone: 0262 20 20 20
---
END
printf '2026-12-21;;;;;;Pas de cantine\n2026-12-22;;"Gratin ""dauphinois"",\nœufs";;;;"Fête, bis"\n' >>"$site/cantine.csv"
sed -i 's/^  cuisine: .*/&\n  nom: "=Cantine"\n  identifiant: 0619999X\n  siret_cuisine: "21610998300017"/' "$site/commune.yaml"
act=$site/actes/2026/2026-10-01-eclairage-public.md
sed -i 's/^  abstention: 2$//; s/^matiere: 8.8/&\nbudget_annee: 2026/; s/^  date: 2026-10-05/  date: 2026-09-05/' "$act"
built
for table in $tables; do holds "$table"; done
row lieux/equipements "Commune de Saint-Aubin-des-Haies,21610998300017,61998-99999999-007,Equipement culturel,99999999-007,Salle,\"'=2+3, la « salle \"\"des\"\" fêtes » ; bis\",12 qua,rue de l'Oeuvre dite n 3,61998,L Île-d Oeuf,,,,,48.5,0,,+442079460000,,https://www.saint-aubin-des-haies.example/lieux/piege.html" 007
row lieux/equipements "Commune de Saint-Aubin-des-Haies,21610998300017,61998-99999999-008,Autre équipement,99999999-008,Autre équipement,Le lavoir,99999,Le Bas-Chemin,61998,Saint-Aubin-des-Haies,,,,,-21.1,55.45,,+262262202020,,https://www.saint-aubin-des-haies.example/lieux/sans-numero.html" 008
row cantine "Commune de Saint-Aubin-des-Haies,21610998300017,Cuisine centrale du Pays des Haies,21610998300017,'=Cantine,61998,0619999X,EN,élémentaire,tous,2026-12-22,déjeuner,plat principal,\"Gratin \"\"dauphinois\"\", œufs\",,,,\"Fête, bis\",,,,,,2026-11-27T15:30:00Z,," dauphinois
! grep -q 2026-12-21 "$out/cantine.csv" || fail "a day without canteen has a row"
row actes/deliberations "Commune de Saint-Aubin-des-Haies,21610998300017,2026-23,2026-10-01,8.8,domaines de compétences par thèmes/environnement,Extinction de l’éclairage public à 22 h 30,,,PREF061,,,,,,,https://www.saint-aubin-des-haies.example/actes/2026/2026-10-01-eclairage-public.pdf" 2026-23

# Without the address of the site, what needs none stays; without a SIRET, no national table.
sed -i '/^  lien: https:\/\/www.saint-aubin/d' "$site/commune.yaml"
built
for table in actes/deliberations cantine demarches/demarches lieux/equipements; do holds "$table"; done
[ ! -e "$out/catalogue.csv" ] || fail "a list of tables without addresses is published"
grep -q 'demande aussi : `site.lien`' "$room/said" || fail "nothing says why there is no list of tables"
sed -i '/^siren:/d' "$site/commune.yaml"
built
holds demarches/demarches
for table in actes/deliberations cantine catalogue lieux/equipements; do
	[ ! -e "$out/$table.csv" ] || fail "without a SIRET, $table.csv is published"
	! grep -q "href=\"$table.csv\"" "$out/sources.html" || fail "a link leads to no table"
done
for file in cantine catalogue lieux/equipements; do
	grep -q "($file.csv).*\`siren\`" "$room/said" || fail "nothing says why there is no $file.csv"
done
