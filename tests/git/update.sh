#!/bin/bash
# `tambour update`, as an association and its communes live it: three repositories
# (national, département, intercommunalité), three communes. Nothing is pinned that a
# person did not accept, and what changes is told in words.
# usage: tests/git/update.sh PROGRAM
set -u
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
export TAMBOUR_THEMES=$root/themes LC_ALL=C.UTF-8 HOME=/nonexistent
unset TAMBOUR_LANG SOURCE_DATE_EPOCH XDG_CACHE_HOME
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Association GIT_AUTHOR_EMAIL=a@exemple.example
export GIT_COMMITTER_NAME=Association GIT_COMMITTER_EMAIL=a@exemple.example
tmp=$(mktemp -d)
trap 'chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
failed=0

fail() {
	echo "FAILED: $*"
	failed=1
}
# run WANTED-STATUS words...: what was said, codes with the sentences, is in $said
run() {
	local wanted=$1 status=0
	shift
	said=$("$program" "$@" --cache "$tmp/cache" --format json 2>&1) || status=$?
	[ "$status" = "$wanted" ] || fail "tambour $*: status $status, not $wanted: $said"
}
says() { # text: what the last run said holds it
	case $said in *"$1"*) ;; *) fail "« $1 » was not said: $said" ;; esac
}
commit() { # repository message
	git -C "$1" add -A && git -C "$1" commit -q -m "$2" || exit 2
}

# ---- the association's three repositories ----
catalogue() { # repository name hosts
	mkdir -p "$1/demarches" "$1/mentions"
	git -C "$1" init -q -b main
	cat >"$1/catalogue.yaml" <<-END
		format: 1
		nom: $2
		editeur: $2
		licence: Licence Ouverte 2.0
		hotes: [$3]
		services: [guichet]
	END
}
catalogue national "Catalogue national" www.etat.example
cat >national/categories.yaml <<-END
	categories:
	  - { id: papiers, titre: Papiers }
END
cat >national/operateurs.yaml <<-END
	operateurs:
	  - { id: etat, nom: L’État, telephone: 02 61 91 00 02, hotes: [rdv.etat.example] }
END
cat >national/territoires.yaml <<-END
	territoires:
	  - { id: haies, nom: Pays des Haies, genre: intercommunalite, communes: ["61998"] }
END
cat >national/demarches/cni.md <<-END
	---
	titre: Carte d’identité
	resume: La demander.
	categorie: papiers
	operateur: etat
	service: { lien: "https://rdv.etat.example/?insee={code_insee}" }
	sur_place: { ou: À la mairie, telephone: 02 61 91 00 10 }
	cout: Gratuit
	delai: Deux mois
	verifie_le: 2026-10-01
	variantes:
	  - pour: { intercommunalite: haies }
	    sur_place: { ou: Au siège du Pays des Haies }
	---

	Elle se demande en personne.
END
for m in mentions-legales confidentialite accessibilite; do
	printf -- '---\ntitre: %s\n---\n\nTexte {de_nom}.\n' "$m" >"national/mentions/$m.md"
done
commit national "first"
git -C national tag v1
catalogue departement "Département" www.departement.example
cat >departement/demarches/cni.md <<-END
	---
	modifie: oui
	delai: Trois semaines dans l’Orne
	---
END
commit departement "first"
catalogue interco "Interco" www.interco.example
cat >interco/demarches/dechets.md <<-END
	---
	titre: Les bacs
	resume: En changer.
	categorie: papiers
	sur_place: { ou: À la déchetterie }
	---

	Les bacs sont gratuits.
END
commit interco "first"

# ---- three communes: one of all three, one of the national one, one elsewhere ----
commune() { # folder insee catalogues...
	local folder=$1 insee=$2
	shift 2
	mkdir -p "$folder/demarches"
	cat >"$folder/commune.yaml" <<-END
		format: 1
		nom: Commune $insee
		code_insee: "$insee"
		mairie: { adresse: "1 place de la Mairie", telephone: 02 61 91 00 00 }
		directeur_publication: { nom: Le maire }
		hebergeur: { nom: Un hébergeur, adresse: "2 rue de la Halle" }
		delegue_protection_donnees: { nom: Un délégué }
		catalogues:
	END
	for c in "$@"; do
		printf '  - { nom: %s, depot: "%s" }\n' "$c" "$tmp/$c" >>"$folder/commune.yaml"
	done
}
commune a 61998 national departement interco
commune b 61001 national departement
commune c 14001 national
page() { echo "$1/public/demarches/cni.html"; }

# Without a lock: nothing is published, and what to run is said.
run 3 build a
says source-non-epinglee
says "tambour update"
[ ! -e a/public ] || fail "something was published without a lock"

for x in a b c; do
	run 0 update $x
	says "Le catalogue « national » peut conduire vers"
	says destinations-retenues
	says source-epinglee
	says "rdv.etat.example"
	run 0 build $x
done
grep -q "insee=61998" "$(page a)" || fail "a: its own address"
grep -q "siège du Pays des Haies" "$(page a)" || fail "a: the variant of its intercommunalité"
grep -q "Trois semaines dans l’Orne" "$(page b)" || fail "b: the département's delay"
grep -q "siège du Pays" "$(page b)" && fail "b: a variant of others"
grep -q "Deux mois" "$(page c)" || fail "c: the national delay"
[ -e b/public/demarches/dechets.html ] && fail "b: a procedure of another intercommunalité"
run 0 update a
says rien-de-neuf

# explain: the commit of each layer, and the files of the theme.
said=$("$program" explain cni a --cache "$tmp/cache")
says "national, commit $(git -C national rev-parse HEAD)"
says "departement, commit $(git -C departement rev-parse HEAD)"
case $said in *"interco, commit"*) fail "interco never spoke of cni" ;; esac
# Beside each field: file, line, layer, commit; and the same of what it overrode.
short() { git -C "$1" rev-parse --short=10 HEAD; }
says "modifie, catalogue departement: demarches/cni.md:3:8, commit $(short departement)"
says "définit, catalogue national: demarches/cni.md:9:8, commit $(short national)"
says "variante (pour : "
[ "$(grep -c ':[0-9]*:[0-9]*$' <<<"$said")" -le 1 ] || fail "a field without its commit: $said"
said=$("$program" explain templates/pied.html a --cache "$tmp/cache")
says "thème bocage"
says "qui remplace celui de"

# A phone number is corrected: refused, then accepted, then in all three.
sed -i 's/02 61 91 00 10/02 61 91 00 11/' national/demarches/cni.md
commit national "phone"
cp a/tambour.lock a.lock
run 3 update a
says destination-nouvelle
says "+33261910011"
says "tambour update --accept"
says mise-a-jour-refusee
cmp -s a/tambour.lock a.lock || fail "a refused update changed the lock"
run 0 build a
grep -q "+33261910010" "$(page a)" || fail "a refused number was published"
run 0 update a --accept +33261910011 --dry-run
says champ-change
says "le téléphone, qui était"
says mise-a-jour-simulee
cmp -s a/tambour.lock a.lock || fail "--dry-run changed the lock"
for x in a b c; do
	run 0 update $x --accept +33261910011
	says "le téléphone, qui était"
	run 0 build $x
	grep -q "+33261910011" "$(page $x)" || fail "$x: the new number is not published"
done

# The commune changes a field; then the base moves beneath it: the three are told.
printf -- '---\nmodifie: oui\ncout: Gratuit chez nous\n---\n' >c/demarches/cni.md
run 0 build c
sed -i 's/cout: Gratuit$/cout: 25 €/' national/demarches/cni.md
commit national "cost"
run 0 update c
says base-changee
says base-changee-la-votre
says "Gratuit chez nous"
says "qui disait « Gratuit », dit maintenant « 25 € »"

# A procedure comes, another goes.
cp national/demarches/cni.md national/demarches/passeport.md
sed -i 's/Carte d’identité/Passeport/' national/demarches/passeport.md
commit national "passport"
run 0 update c
says demarche-nouvelle
says "Nouvelle démarche : « Passeport »"
git -C national rm -q demarches/passeport.md && commit national "gone"
run 0 update c
says demarche-disparue

# A catalogue begins to define what the commune has: its own page must not disappear.
cp national/demarches/cni.md c/demarches/local.md
sed -i -e 's/^titre:.*/titre: Chez nous/' -e '/^variantes/,/sur_place: { ou: Au/d' \
	-e '/^operateur/d' -e '/^service/d' c/demarches/local.md
run 0 build c
cp national/demarches/cni.md national/demarches/local.md
commit national "local"
run 3 update c
says fichier-mis-en-defaut
says demarche-deja-definie
git -C national reset -q --hard HEAD~1
rm c/demarches/local.md

# Fields that come and go, texts, variants, procedures hidden and shown again.
cp national/demarches/cni.md cni.before
sed -i -e '/^delai:/d' -e 's/^cout:.*/&\npieces: [Une photo]/' \
	-e 's/^variantes:/&\n  - pour: { departement: "14" }\n    resume: La demander en Calvados./' \
	-e 's/Elle se demande/Elle se retire/' national/demarches/cni.md
commit national "fields"
run 0 update c
says champ-nouveau
says champ-retire
says explication-changee
says variante-nouvelle
sed -i 's/^titre:.*/&\nmasquer: oui/' national/demarches/cni.md
commit national "hidden"
run 0 update c
says demarche-desormais-masquee
cp cni.before national/demarches/cni.md
commit national "shown"
run 0 update c
says demarche-desormais-montree

# A host swapped, a lookalike, an address that runs code: never pinned.
for bad in "https://rdv.etat.example.exemple.com/" "https://xn--tat-9la.example/" \
	"javascript:alert(1)" "data:text/html,x" "https://a@rdv.etat.example/" \
	"https://rdv.etat.example:8443/" "https://192.0.2.1/" "http://rdv.etat.example/"; do
	git -C national checkout -q main
	sed -i "s#^service:.*#service: { lien: \"$bad\" }#" national/demarches/cni.md
	commit national "bad"
	cp c/tambour.lock c.lock
	run 3 update c
	cmp -s c/tambour.lock c.lock || fail "pinned: $bad"
	git -C national reset -q --hard HEAD~1
done
says nouvelle-version-fautive
run 0 update c # the reset is the pinned commit: nothing new, nothing rewritten
says rien-de-neuf

# History rewritten, a fall back, a tag that moved.
git -C national commit -q --amend -m "rewritten"
run 3 update c
says histoire-recrite
run 0 update c --accept-rewrite
git -C national reset -q --hard HEAD~1
run 3 update c
says retour-en-arriere
sed -i 's#depot: "[^"]*"#&, version: v1#' c/commune.yaml
run 3 build c
says source-changee
run 0 update c --accept-rewrite --accept +33261910010
git -C national tag -f v1 main >/dev/null 2>&1
git -C national commit -q --allow-empty -m "more" && git -C national tag -f v1 >/dev/null 2>&1
run 3 update c
says etiquette-deplacee

# A lock edited by hand: a commit that is none, a destination taken out.
run 0 update b --accept +33261910011 --accept-rewrite
cp b/tambour.lock b.lock
sed -i 's/commit: "...../commit: "zzzzz/' b/tambour.lock
run 3 build b
says verrou-modifie
cp b.lock b/tambour.lock
sed -i '/rdv.etat.example/d' b/tambour.lock
run 3 build b
says destination-non-acceptee
says "rdv.etat.example"
# Nothing is newer, and the lock must be written anew all the same.
run 3 update b
says destination-nouvelle
run 0 update b --accept rdv.etat.example
run 0 build b
cp b.lock b/tambour.lock
run 0 build b

# A version of which nothing can be read is not pinned: its procedures would all go.
sed -i 's/^format: 1/format: [1/' departement/catalogue.yaml
commit departement "unreadable"
run 3 update b
says nouvelle-version-fautive
cmp -s b/tambour.lock b.lock || fail "a catalogue that cannot be read was pinned"
git -C departement reset -q --hard HEAD~1
# A number that is none: the lock says it as it is read again.
printf '\n[Appeler](tel:%%0A12) la préfecture.\n' >>departement/demarches/cni.md
commit departement "number"
run 3 update b
says destination-nouvelle
run 0 update b --accept "%0A12"
run 0 build b
cp b/tambour.lock b.lock

# A catalogue's error that only a stricter program would find reached the lock: the mayor
# does not pay for the maintainer. Whoever publishes it, or pins it, sees an error.
cp b/tambour.lock b.lock
good=$(git -C departement rev-parse HEAD)
printf -- '---\ntitre: Sans rien\n---\n\nTexte.\n' >departement/demarches/vide.md
commit departement "faulty"
run 3 update b
says nouvelle-version-fautive
says '"severity": "error", "code": "cle-manquante"'
sed -i -e "s/$good/$(git -C departement rev-parse HEAD)/" \
	-e "s/$(git -C departement rev-parse "$good^{tree}")/$(git -C departement rev-parse "HEAD^{tree}")/" \
	b/tambour.lock
run 0 build b
says cle-manquante
says faute-du-catalogue
case $said in *'"severity": "error"'*) fail "a pinned catalogue's error was the mayor's: $said" ;; esac
[ -e b/public/demarches/cni.html ] || fail "the procedure is gone"
run 0 check b
run 3 build b --strict
run 1 check departement
says cle-manquante
# The same catalogue as a folder of the commune's own: whoever builds can mend it.
cp -r departement b/chez-nous
sed -i.pinned "s#depot: \"$tmp/departement\"#dossier: chez-nous#" b/commune.yaml
run 1 build b
says cle-manquante
case $said in *faute-du-catalogue*) fail "a folder of the commune's own is nobody else's" ;; esac
rm -rf b/chez-nous
mv b/commune.yaml.pinned b/commune.yaml
git -C departement reset -q --hard "$good"
cp b.lock b/tambour.lock
run 0 build b

# A theme kept by git: its faults are seen behind the commune's own theme/, and in its
# templates, before it is pinned.
mkdir -p habit/templates b/theme
git -C habit init -q -b main
printf 'format: 1\nnom: habit\nniveau: 1\nparent: base\n' >habit/theme.yaml
commit habit "first"
printf 'site:\n  theme: habit\n  depot_theme: { depot: "%s" }\n' "$tmp/habit" >>b/commune.yaml
printf 'x\n' >b/theme/lisez-moi.txt
run 0 update b
run 0 build b
cp b/tambour.lock b.lock
said=$("$program" explain theme.yaml b --cache "$tmp/cache")
says "thème habit ($tmp/habit, commit $(short habit))"
says "qui remplace celui de : thème base"
printf '{{inconnu}}\n' >habit/templates/page.html
commit habit "template"
run 3 update b
says nom-inconnu
cmp -s b/tambour.lock b.lock || fail "a theme with a faulty template was pinned"
git -C habit rm -q -r templates
mkdir -p habit/chaines
printf 'menu: [a\n' >habit/chaines/fr.yaml
commit habit "words"
run 3 update b
says nouvelle-version-fautive
cmp -s b/tambour.lock b.lock || fail "a theme with faulty words was pinned"
git -C habit rm -q -r chaines
printf 'version: "3.1"\nediteur: Atelier du Bocage\nlicence: MIT\n' >>habit/theme.yaml
GIT_COMMITTER_DATE="2026-11-11T23:30:00+00:00" commit habit "mended"
run 0 update b
run 0 build b
# The page of sources credits what is pinned, on the commune's clock; a path of this
# machine is not shown.
credited() { # words: they are on the page of sources
	tr '\n' ' ' <b/public/sources.html | grep -qF "$1" ||
		fail "the page of sources does not say « $1 »"
}
credited '<h2>Catalogue national</h2> <dl> <dt>Éditeur</dt> <dd>Catalogue national</dd> <dt>Licence</dt> <dd>Licence Ouverte 2.0</dd> <dt>Publication</dt> <dd>du <time datetime='
credited "(<code>$(git -C national rev-parse HEAD | cut -c1-10)</code>)"
credited '<h2>Thème « habit »</h2> <dl> <dt>Éditeur</dt> <dd>Atelier du Bocage</dd> <dt>Licence</dt> <dd>MIT</dd> <dt>Version</dt> <dd>3.1</dd> <dt>Publication</dt> <dd>du <time datetime="2026-11-12">12 novembre 2026</time> (<code>'"$(git -C habit rev-parse HEAD | cut -c1-10)"
grep -q "$tmp" b/public/sources.html && fail "the page of sources shows a path of this machine"

# What a pinned theme does wrong is not the mayor's fault either: the words and the
# template of its parent are there instead, and the exit status says nothing.
cp b/tambour.lock b.lock
good=$(git -C habit rev-parse HEAD)
mkdir -p habit/chaines
printf 'menu: [a\n' >habit/chaines/fr.yaml
commit habit "faulty words"
run 3 update b # brought into the cache, not pinned
sed -i -e "s/$good/$(git -C habit rev-parse HEAD)/" \
	-e "s/$(git -C habit rev-parse "$good^{tree}")/$(git -C habit rev-parse "HEAD^{tree}")/" \
	b/tambour.lock
run 0 build b
says faute-du-theme
case $said in *'"severity": "error"'*) fail "a pinned theme's error was the mayor's: $said" ;; esac
run 3 build b --strict
git -C habit reset -q --hard "$good"
cp b.lock b/tambour.lock
run 0 build b

# No network, warm cache: succeeds. Cold cache: one clear sentence, the site untouched.
mv national national.gone
sleep 3 # files two seconds old are not trusted by their date
run 0 build b
rm -rf "$tmp/cache"
run 0 build b # nothing changed since: nothing needs the cache
printf '\n' >>b/commune.yaml
before=$(find b/public -type f -exec cat {} + | md5sum)
run 3 build b
says "tambour update"
[ "$before" = "$(find b/public -type f -exec cat {} + | md5sum)" ] || fail "the site was touched"

# Names that are none, a commune without repositories, a lock that cannot be written.
mv national.gone national
run 3 update b --only nationale
says source-inconnue
# A catalogue that commune.yaml names no more leaves the lock, and that is said.
sed -i '/nom: interco/d' a/commune.yaml
run 0 update a --accept %0A12 --accept +33261910011 --accept-rewrite --dry-run
says source-retiree
grep -q 'nom: "*interco' a/tambour.lock || fail "--dry-run dropped a pin"
run 0 update a --accept %0A12 --accept +33261910011 --accept-rewrite
says "« interco » ne vient plus d’un dépôt"
grep -q 'interco' a/tambour.lock && fail "a pin that nobody asks for stayed"
grep -q 'departement' a/tambour.lock || fail "another pin went with it"
run 0 update a
says rien-de-neuf
sed -i '/^catalogues:/,$d' c/commune.yaml
run 0 update c
says source-retiree
run 0 update c
says aucun-depot
commune d 61001 national
mkdir d/tambour.lock
run 3 update d
says verrou-non-ecrit

[ "$failed" = 0 ] && echo "update: all right"
exit $failed
