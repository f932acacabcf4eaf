#!/bin/sh
# One broken file of 50 holds up no other and does not disappear: it stays as it last
# was right, under today's menu and alerts.
. "$(dirname "$0")/common.sh"

shows() {
	grep -q "$2" "$room/c/public/$1" || fail "$1 does not show « $2 »"
}
hides() {
	! grep -q "$2" "$room/c/public/$1" || fail "$1 shows « $2 »"
}
build() {
	expect "$1" build "$room/c" --date $day --lang fr
}

commune "$room/c" 49 # and pages/ecole.md
build 0

# A page breaks while all others, the menu and the alerts change.
sed -i 's/^Texte/Nouveau texte/; s/^De 9 h/Nouveau texte/' "$room"/c/pages/*.md
sed -i 's/^titre: .*/titre: Travaux : la rue est fermée/' "$room/c/pages/page-7.md"
mkdir "$room/c/pages/rubrique"
printf -- '---\ntitre: Nouvelle rubrique\n---\n\nBonjour.\n' >"$room/c/pages/rubrique/index.md"
printf -- '---\ntitre: Neige\nalerte:\n  au: 2026-11-30\n---\n\nRestez chez vous.\n' \
	>"$room/c/actualites/2026-11-24-neige.md"
build 1
grep -q "pages/page-7.md:2:16 : erreur \[deux-points-dans-un-texte\]" "$room/said" ||
	fail "the error is not said at its place"
[ "$(grep -l 'Nouveau texte' "$room"/c/public/*.html | wc -l)" = 49 ] ||
	fail "$(grep -l 'Nouveau texte' "$room"/c/public/*.html | wc -l) pages are new, not 49"
shows page-7.html "Texte de la page 7"
shows page-7.html "Page 7"
shows page-7.html "Nouvelle rubrique"
shows page-7.html "Neige"
hides page-7.html "Nouveau texte"

# Still broken: still there, and still said.
build 1
shows page-7.html "Texte de la page 7"

# A page that never was right is left out, and nothing leads to it.
printf -- '---\ntitre: @mairie\n---\n\nTexte.\n' >"$room/c/pages/neuve.md"
build 1
[ ! -e "$room/c/public/neuve.html" ] || fail "a page that never was right is published"
rm "$room/c/pages/neuve.md"

# Mended.
sed -i 's/^titre: .*/titre: "Travaux : la rue est fermée"/' "$room/c/pages/page-7.md"
build 0
shows page-7.html "Nouveau texte de la page 7"

# Broken, then deleted by its author: it goes.
sed -i 's/^titre: .*/titre: @mairie/' "$room/c/pages/page-8.md"
build 1
shows page-8.html "Nouveau texte de la page 8"
rm "$room/c/pages/page-8.md"
build 0
[ ! -e "$room/c/public/page-8.html" ] || fail "a page that its author deleted stays"

# A sheet breaks: former addresses go on leading where they led.
printf 'adresses:\n  /vieux.html: pages/ecole.md\n' >"$room/c/redirections.yaml"
build 0
shows vieux.html 'url=ecole.html'
printf 'adresses:\n  /vieux.html: "pages/ecole.md\n' >"$room/c/redirections.yaml"
build 1
shows vieux.html 'url=ecole.html'
grep -q "^redirections.yaml:2:" "$room/said" || fail "a broken sheet is not said at its line"
rm "$room/c/redirections.yaml"
build 0
[ ! -e "$room/c/public/vieux.html" ] || fail "a former address outlives its sheet"

# commune.yaml breaks: the site goes on with the former one.
cp "$room/c/commune.yaml" "$room/commune.yaml"
sed -i 's/^nom: .*/nom: Le Bourg : le village/' "$room/c/commune.yaml"
sed -i 's/^Nouveau texte/Dernier texte/' "$room/c/pages/page-1.md"
build 1
shows page-1.html "Dernier texte"
shows index.html "Le Bourg"
hides index.html "le village"

# A file that reads well, but is wrong beside the others, stays as it last was too.
cp "$room/commune.yaml" "$room/c/commune.yaml"
mkdir -p "$room/c/demarches"
cat >"$room/c/demarches/salle.md" <<-END
	---
	titre: Louer la salle
	resume: La salle du village.
	categorie: papiers
	sur_place: { ou: À la mairie }
	---

	Texte correct de la salle.
END
build 0
shows demarches/salle.html "Texte correct de la salle"
sed -i -e 's/^titre: .*/&\nmodifie: oui\nremplace: oui/' -e 's/correct/faux/' "$room/c/demarches/salle.md"
build 1
grep -q "demarche-modifie-et-remplace" "$room/said" || fail "the fault is not said"
shows demarches/salle.html "Texte correct de la salle"
sed -i 's/Dernier texte/Tout dernier texte/' "$room/c/pages/page-1.md"
build 1
shows demarches/salle.html "Texte correct de la salle"
shows page-1.html "Tout dernier texte"
sed -i -e '/^modifie/d' -e '/^remplace/d' "$room/c/demarches/salle.md"
build 0
shows demarches/salle.html "Texte faux de la salle"

# Without former state there is no site to make; what stands, stays.
sed -i 's/^nom: .*/nom: Le Bourg : le village/' "$room/c/commune.yaml"
rm -rf "$room/c/.tambour"
before=$(sum_of "$room/c/public")
build 3
[ "$(sum_of "$room/c/public")" = "$before" ] || fail "the site was touched"
rm -rf "$room/c/public"
build 3
[ ! -e "$room/c/public" ] || fail "something was published"
cp "$room/commune.yaml" "$room/c/commune.yaml"
build 0

# A build that finds another under way leaves alone what that one is about to keep.
printf 'of the other build\n' >"$room/c/.tambour/sources.next"
before=$(sum_of "$room/c/.tambour")
sed -i 's/texte/TEXTE/' "$room/c/pages/page-2.md"
flock "$room/c/.tambour/lock" "$program" build "$room/c" --date $day --lang fr >"$room/said" 2>&1 &&
	fail "two builds at once"
grep -q "publication-en-cours" "$room/said" || fail "another build is not said"
[ "$(sum_of "$room/c/.tambour")" = "$before" ] || fail "the other build's state was touched"
build 0
sed -i 's/^titre: .*/titre: @mairie/' "$room/c/pages/page-2.md"
build 1
shows page-2.html "TEXTE"
