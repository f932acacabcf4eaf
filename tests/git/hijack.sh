#!/bin/bash
# A thief who may write to a catalogue's repository, and what he tries: none of it is
# pinned, none of it is published, and each time the message says what happened.
# usage: tests/git/hijack.sh PROGRAM
set -u
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
export TAMBOUR_THEMES=$root/themes LC_ALL=C.UTF-8 HOME=/nonexistent
unset TAMBOUR_LANG SOURCE_DATE_EPOCH XDG_CACHE_HOME
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Association GIT_AUTHOR_EMAIL=a@exemple.example
export GIT_COMMITTER_NAME=Association GIT_COMMITTER_EMAIL=a@exemple.example
tmp=$(mktemp -d)
trap 'chmod -R u+rwX "$tmp"; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
failed=0

fail() {
	echo "FAILED: $*"
	failed=1
}
run() { # WANTED-STATUS words...
	local wanted=$1 status=0
	shift
	said=$("$program" "$@" --cache "$tmp/cache" --format json 2>&1) || status=$?
	[ "$status" = "$wanted" ] || fail "$case: tambour $*: status $status, not $wanted: $said"
}
says() { # text
	case $said in *"$1"*) ;; *) fail "$case: « $1 » was not said: $said" ;; esac
}
commit() { # repository message
	git -C "$1" add -A && git -C "$1" commit -q -m "$2" || exit 2
}

mkdir -p catalogue/{demarches,mentions} commune
git -C catalogue init -q -b main
cat >catalogue/catalogue.yaml <<-'END2'
	format: 1
	nom: Service public
	editeur: Association
	licence: Licence Ouverte 2.0
	hotes: [www.service-public.gouv.fr]
END2
printf 'categories:\n  - { id: papiers, titre: Papiers }\n' >catalogue/categories.yaml
cat >catalogue/operateurs.yaml <<-'END2'
	operateurs:
	  - { id: etat, nom: L’État, telephone: 02 61 91 00 02, hotes: [rdv.service-public.gouv.fr] }
END2
cat >catalogue/demarches/cni.md <<-'END2'
	---
	titre: Carte d’identité
	resume: La demander.
	categorie: papiers
	operateur: etat
	service: { lien: "https://rdv.service-public.gouv.fr/?insee={code_insee}&nom={nom}&fin=1" }
	sur_place: { ou: À la mairie, telephone: 02 61 91 00 10 }
	---

	Elle se demande [en ligne](https://www.service-public.gouv.fr/cni) ou en personne.
END2
for m in mentions-legales confidentialite accessibilite; do
	printf -- '---\ntitre: %s\n---\n\nTexte {de_nom}.\n' "$m" >"catalogue/mentions/$m.md"
done
commit catalogue first
cat >commune/commune.yaml <<-END2
	format: 1
	nom: "Le Bourg?x=1&fin=2#y/../é"
	code_insee: "61998"
	mairie: { adresse: "1 place de la Mairie", telephone: 02 61 91 00 00 }
	directeur_publication: { nom: Le maire }
	hebergeur: { nom: Un hébergeur, adresse: "2 rue de la Halle" }
	delegue_protection_donnees: { nom: Un délégué }
	catalogues:
	  - { nom: public, depot: "$tmp/catalogue" }
END2
case=first
run 0 update commune
run 0 build commune
cp commune/tambour.lock lock
page=commune/public/demarches/cni.html

# A fact of the commune is one component of an address: it cannot end it, nor add to it.
case=variables
grep -qF 'href="https://rdv.service-public.gouv.fr/?insee=61998&amp;nom=Le%20Bourg%3Fx%3D1%26fin%3D2%23y%2F..%2F%C3%A9&amp;fin=1"' \
	"$page" || fail "a variable broke out of its address: $(grep -o 'href="https://rdv[^"]*"' "$page")"

# attack NAME SED FILE CODE TEXT: the repository after this edit is refused, for this
# reason; the lock stays, and what readers see holds nothing of it, now or at the next build.
attack() {
	case=$1
	sed -i "$2" "catalogue/$3"
	git -C catalogue diff --quiet && fail "$1: the edit does nothing"
	commit catalogue "$1"
	run 3 update commune
	says "\"code\": \"$4\""
	says "$5"
	cmp -s commune/tambour.lock lock || fail "$1: it was pinned"
	printf '\n' >>commune/commune.yaml
	run 0 build commune
	grep -rqF -- "$5" commune/public && fail "$1: « $5 » is published"
	grep -qF 'https://rdv.service-public.gouv.fr/?insee=61998' "$page" ||
		fail "$1: the right address is gone"
	git -C catalogue reset -q --hard HEAD~1
}
service() { # NAME ADDRESS CODE TEXT: the button of the procedure
	attack "$1" "s#^service:.*#service: { lien: \"$2\" }#" demarches/cni.md "$3" "$4"
}
text() { # NAME ADDRESS CODE TEXT: a link in the explanation
	attack "$1 in a text" "s#(https://www[^)]*)#(<$2>)#" demarches/cni.md "$3" "$4"
}
for where in service text; do
	$where "another host" https://voleur.example/ lien-hote-non-declare voleur.example
	$where "lookalike host" https://www.service-public.gouv.fr.exemple.com/ \
		lien-hote-non-declare www.service-public.gouv.fr.exemple.com
	$where "host before the real one" https://xservice-public.gouv.fr/ \
		lien-hote-non-declare xservice-public.gouv.fr
	$where punycode https://xn--service-publc-bjb.gouv.fr/ \
		lien-hote-non-declare xn--service-publc-bjb.gouv.fr
	$where "letters of another alphabet" https://www.servіce-public.gouv.fr/ \
		lien-mal-ecrit servіce
	$where "user in the address" https://www.service-public.gouv.fr@voleur.example/ \
		lien-avec-identifiant voleur.example
	$where port https://www.service-public.gouv.fr:8443/ lien-avec-port 8443
	$where "numeric host" https://192.0.2.1/ lien-numerique 192.0.2.1
	$where "numeric host of IPv6" "https://[2001:db8::1]/" lien-numerique 2001:db8
	$where "numeric host in one number" https://3221225985/ lien-numerique 3221225985
	$where http http://www.service-public.gouv.fr/ lien-sans-https http://www.service-public
	$where javascript "javascript:alert(1)" lien-sans-https javascript:
	$where data "data:text/html,x" lien-sans-https data:text
done

# The thief declares his host as well: nothing is wrong with it but that it is new.
attack "a host that the catalogue declares" \
	's#hotes: \[www.service-public.gouv.fr\]#hotes: [www.service-public.gouv.fr, voleur.example]#' \
	catalogue.yaml destination-nouvelle voleur.example
attack "a host that the operator declares" \
	's#\[rdv.service-public.gouv.fr\]#[rdv.service-public.gouv.fr, "*.voleur.example"]#' \
	operateurs.yaml destination-nouvelle voleur.example
# A phone number swapped: in a field, at the operator, in a text, premium rate.
attack "phone of a procedure" 's#02 61 91 00 10#02 61 91 99 99#' demarches/cni.md \
	destination-nouvelle +33261919999
attack "phone of an operator" 's#02 61 91 00 02#02 61 91 99 98#' operateurs.yaml \
	destination-nouvelle +33261919998
attack "phone in a text" 's#Elle se demande#Appelez le [guichet](tel:+33261919997). Elle se demande#' \
	demarches/cni.md destination-nouvelle +33261919997
attack "premium rate" 's#02 61 91 00 10#08 99 12 34 56#' demarches/cni.md telephone-surtaxe "08 99 12 34 56"
attack "mail domain in a text" 's#Elle se demande#Écrivez [ici](mailto:a@voleur.example). Elle#' \
	demarches/cni.md destination-nouvelle voleur.example

# History: a tag that moves, a branch that goes back, one written anew.
moved() { # CODE: refused, the lock stays
	run 3 update commune
	says "\"code\": \"$1\""
	cmp -s commune/tambour.lock lock || fail "$case: it was pinned"
	run 0 build commune
}
case="fall back"
git -C catalogue commit -q --allow-empty -m second
run 0 update commune
cp commune/tambour.lock lock
git -C catalogue reset -q --hard HEAD~1
moved retour-en-arriere
case="rewritten history"
git -C catalogue commit -q --allow-empty -m other
moved histoire-recrite
run 0 update commune --accept-rewrite
case="moved tag"
git -C catalogue tag v1
sed -i 's#/catalogue"#&, version: v1#' commune/commune.yaml
run 0 update commune
cp commune/tambour.lock lock
git -C catalogue commit -q --allow-empty -m third
git -C catalogue tag -f v1 >/dev/null 2>&1
moved etiquette-deplacee

# A lock edited by hand: another commit, another tree, another address, a lead taken out,
# text that is no lock. Nothing is published, and the site stays as it was.
edited() { # SED CODE
	case="lock: $1"
	cp lock commune/tambour.lock
	sed -i "$1" commune/tambour.lock
	cmp -s lock commune/tambour.lock && fail "$case: the edit does nothing"
	local before
	before=$(find commune/public -type f -exec cat {} + | md5sum)
	run 3 build commune
	says "\"code\": \"$2\""
	[ "$before" = "$(find commune/public -type f -exec cat {} + | md5sum)" ] ||
		fail "$case: the site was touched"
}
edited 's/commit: "...../commit: "zzzzz/' verrou-modifie
edited 's/arbre: "...../arbre: "00000/' version-retenue-incoherente
edited "s#commit: \"[0-9a-f]*\"#commit: \"0123456789012345678901234567890123456789\"#;s/arbre: \"...../arbre: \"11111/" \
	version-pas-encore-recue
edited 's#depot: "[^"]*"#depot: "https://voleur.example/a.git"#' source-changee
edited '/rdv.service-public.gouv.fr/d' destination-non-acceptee
edited 's/^sources:/sources: [/' crochet-non-ferme
cp lock commune/tambour.lock

# A repository that goes away in the middle of an update: nothing changes.
case=gone
mv catalogue gone
run 3 update commune
says depot-introuvable
cmp -s commune/tambour.lock lock || fail "$case: the lock changed"
printf '\n' >>commune/commune.yaml
run 0 build commune # warm: nothing is asked of it

[ "$failed" = 0 ] && echo "hijack: all right"
exit $failed
