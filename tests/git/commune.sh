#!/bin/bash
# A commune read straight from its own repository, as cron does it: fetched at each build,
# nothing written when nothing is new, the last published version when the git host is
# down, and a cold cache that says so. Then `update --locked`: a host that lost its cache
# receives what is pinned and accepts nothing new.
# usage: tests/git/commune.sh PROGRAM
set -u
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
export TAMBOUR_THEMES=$root/themes LC_ALL=C.UTF-8 HOME=/nonexistent
unset TAMBOUR_LANG SOURCE_DATE_EPOCH XDG_CACHE_HOME
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Mairie GIT_AUTHOR_EMAIL=a@exemple.example
export GIT_COMMITTER_NAME=Mairie GIT_COMMITTER_EMAIL=a@exemple.example
tmp=$(mktemp -d)
trap 'chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
failed=0
cache=$tmp/cache

fail() {
	echo "FAILED: $*"
	failed=1
}
# run WANTED-STATUS words...: what was said, codes with the sentences, is in $said
run() {
	local wanted=$1 status=0
	shift
	said=$("$program" "$@" --cache "$cache" --format json 2>&1) || status=$?
	[ "$status" = "$wanted" ] || fail "tambour $*: status $status, not $wanted: $said"
}
says() { # text: what the last run said holds it
	case $said in *"$1"*) ;; *) fail "« $1 » was not said: $said" ;; esac
}
never() { # text
	case $said in *"$1"*) fail "« $1 » was said: $said" ;; esac
}
commit() { # repository message
	git -C "$1" add -A && git -C "$1" commit -q -m "$2" || exit 2
}
sum() { (cd "$1" && find . -type f -printf '%p %T@\n' -exec cat {} + | md5sum); }

# ---- a commune in a folder of a repository, with a catalogue and a theme of its own ----
mkdir -p depot/site/{actualites,pages,demarches,documents,theme/templates} depot/site/catalogues/chez-nous/{demarches,mentions}
git -C depot init -q -b main
cat >depot/site/commune.yaml <<-'END2'
	format: 1
	nom: Le Bourg
	code_insee: "61998"
	mairie: { adresse: "1 place de la Mairie", telephone: 02 61 91 00 00 }
	directeur_publication: { nom: Le maire }
	hebergeur: { nom: Un hébergeur, adresse: "2 rue de la Halle" }
	delegue_protection_donnees: { nom: Un délégué }
	catalogues:
	  - { nom: chez-nous, dossier: catalogues/chez-nous }
END2
cat >depot/site/catalogues/chez-nous/catalogue.yaml <<-'END2'
	format: 1
	nom: Chez nous
	editeur: La mairie
	licence: Licence Ouverte 2.0
END2
printf 'categories:\n  - { id: papiers, titre: Papiers }\n' >depot/site/catalogues/chez-nous/categories.yaml
cat >depot/site/catalogues/chez-nous/demarches/bacs.md <<-'END2'
	---
	titre: Les bacs
	resume: En changer.
	categorie: papiers
	sur_place: { ou: À la déchetterie }
	---

	Les bacs sont gratuits.
END2
for m in mentions-legales confidentialite accessibilite; do
	printf -- '---\ntitre: %s\n---\n\nTexte {de_nom}.\n' "$m" \
		>"depot/site/catalogues/chez-nous/mentions/$m.md"
done
printf -- '---\ntitre: Travaux\n---\n\nLa rue est fermée. [Plan](../documents/plan.pdf)\n' \
	>depot/site/actualites/2026-11-20-travaux.md
head -c 300000 /dev/urandom >depot/site/documents/plan.pdf
cp "$root"/themes/*/templates/pied.html depot/site/theme/templates/pied.html 2>/dev/null ||
	cp "$(find "$root/themes" -name pied.html | head -1)" depot/site/theme/templates/pied.html
printf '<!-- pied de chez nous -->\n' >>depot/site/theme/templates/pied.html
printf 'Hors du site.\n' >depot/README.md
commit depot first
at=(--repository "$tmp/depot" --folder site)
build() { # WANTED words...
	local wanted=$1
	shift
	run "$wanted" build "${at[@]}" -o "$tmp/www" --date 2026-11-24 "$@"
}

explain() {
	said=$("$program" explain "$1" "${at[@]}" --cache "$cache" --date 2026-11-24 2>&1) ||
		fail "explain $1: $said"
}

# ---- what makes no sense is refused before anything is fetched ----
run 2 build --ref main -o www
says option-incomplete
run 2 build "${at[@]}" # no --out: a repository has no folder to publish in
says option-incomplete
run 2 build "${at[@]}" depot -o www
says options-incompatibles
run 2 update "${at[@]}"
says verrou-sans-place
run 2 update --locked --accept a.example
says options-incompatibles
[ ! -e "$cache" ] || fail "something was fetched"

# ---- nothing was ever received ----
build 3 --offline
says depot-de-la-commune-absent
[ ! -e www ] || fail "something was published from nothing"

# ---- the first build, and the same site as from the folder ----
build 0 --verbose
says version-de-la-commune
says "$(git -C depot rev-parse HEAD)"
grep -q "rue est fermée" www/actualites/travaux.html || fail "the news is not published"
grep -q "gratuits" www/demarches/bacs.html || fail "the commune's own catalogue is not read"
grep -q "pied de chez nous" www/index.html || fail "the commune's own theme/ is not read"
cmp -s depot/site/documents/plan.pdf www/documents/plan.pdf || fail "the document is not the same"
[ ! -e www/README.html ] || fail "what is outside of the folder was published"
[ ! -e depot/site/.tambour ] || fail "the repository was written to"
run 0 build depot/site -o "$tmp/same" --state "$tmp/same.state" --date 2026-11-24
diff -r -x .tambour\* www same >/dev/null || fail "another site than from the folder"

# ---- nothing new: nothing is written, in the site, in its state, among the trees ----
trees=$(sum "$cache/arbres")
before=$(sum www)
build 0 --verbose
says site-a-jour
says version-de-la-commune
[ "$before" = "$(sum www)" ] || fail "an idle build touched the site"
[ "$trees" = "$(sum "$cache/arbres")" ] || fail "an idle build wrote its files again"
[ -e "$cache"/communes/*/stamp ] || fail "an idle build would read everything again"

# ---- new text arrives by itself ----
printf -- '---\ntitre: Eau\n---\n\nLa coupure est finie.\n' >depot/site/actualites/2026-11-21-eau.md
commit depot news
build 0
grep -q "coupure est finie" www/actualites/eau.html || fail "new text did not arrive"
run 0 check "${at[@]}" --date 2026-11-24
explain actualites/eau.html
says "en ligne à l’adresse actualites/eau.html"
explain bacs
says "demarches/bacs.md"
printf -- '---\nmodifie: oui\nresume: Les changer.\n---\n' >depot/site/demarches/bacs.md
commit depot patch
explain bacs
says "modifie, demarches/bacs.md:3:9, commit $(git -C depot rev-parse --short=10 HEAD)"
explain templates/pied.html
says "celui de : theme/ ($tmp/depot/theme, commit $(git -C depot rev-parse --short=10 HEAD))"
git -C depot reset -q --hard HEAD~1

# ---- a faulty file: places read as in a folder, and the page stands as it was ----
printf -- '---\ntitre: Eau\ntitre: Encore\n---\n\nFaux.\n' >depot/site/actualites/2026-11-21-eau.md
commit depot faulty
build 1
says '"file": "actualites/2026-11-21-eau.md"'
says '"line": 3'
grep -q "coupure est finie" www/actualites/eau.html || fail "the page does not stand as it was"
git -C depot reset -q --hard HEAD~1

# ---- rewritten history: followed, said once ----
build 0
says commune-revenue-en-arriere
build 0
never commune-revenue-en-arriere
printf 'x\n' >depot/site/documents/x.txt
commit depot more
build 0
was=$(git -C depot rev-parse --short=10 HEAD)
git -C depot commit -q --amend -m rewritten
build 0
says histoire-de-la-commune-recrite
says "$was"
build 0
never histoire-de-la-commune-recrite

# ---- a version: a tag that stays, a branch; what is no version ----
git -C depot tag v1 HEAD~1
run 0 build "${at[@]}" --ref v1 -o "$tmp/v1" --date 2026-11-24
[ ! -e v1/documents/x.txt ] || fail "another version than the one asked"
run 3 build "${at[@]}" --ref v9 -o "$tmp/v9" --date 2026-11-24
says version-absente-du-depot
run 3 build --repository "$tmp/depot" --folder ailleurs -o "$tmp/v9" --date 2026-11-24
says dossier-absent-du-depot
[ ! -e v9 ] || fail "something was published from nothing"

# ---- the git host is down: the last published version, one warning, and time goes on ----
sleep 3 # files two seconds old are not trusted by their date
build 0
build 0 # leaves a stamp
before=$(sum www)
mv depot gone
build 0
says depot-de-la-commune-non-recu
says depot-introuvable
[ "$(grep -c '"severity": "warning"' <<<"$said")" = 1 ] || fail "more than one warning: $said"
[ "$(grep -c -e '"severity": "error"' -e '"severity": "fatal"' <<<"$said")" = 0 ] || fail "an error: $said"
says site-a-jour
[ "$before" = "$(sum www)" ] || fail "a build without its host touched the site"
text=$("$program" build "${at[@]}" -o www --date 2026-11-24 --cache "$cache" --quiet 2>&1)
case $text in *"n’a pas été reçu"*) ;; *) fail "--quiet hides that the host is down: $text" ;; esac
build 0 --date 2026-12-24
says depot-de-la-commune-non-recu
run 0 build "${at[@]}" -o "$tmp/anew" --date 2026-11-24 --state "$tmp/anew.state"
diff -r -x .tambour\* www anew >/dev/null || fail "not the last published version"
build 3 --strict --date 2026-12-25
build 0 --offline
never depot-de-la-commune-non-recu

# ---- ... and the cache is gone too: one clear sentence, the site untouched ----
mv "$cache" cache.gone
before=$(sum www)
build 3
says depot-introuvable
[ "$(grep -c '"severity"' <<<"$said")" = 2 ] || fail "more than one sentence: $said"
[ "$before" = "$(sum www)" ] || fail "a cold build touched the site"
build 3 --offline
says depot-de-la-commune-absent
rm -rf "$cache" && mv cache.gone "$cache"

# ---- damage: to the files, mended from the clone; to both, fetched again ----
mv gone depot
for pack in "$cache"/arbres/*.pack; do
	head -c 100 "$pack" >cut && cat cut >"$pack"
done
rm -f "$cache"/communes/*/stamp
build 0 --date 2026-11-25
says copie-refaite
for pack in "$cache"/arbres/*.pack; do
	head -c 100 "$pack" >cut && cat cut >"$pack"
done
for clone in "$cache"/depots/*.git; do
	find "$clone/objects" -type f ! -name '*.idx' | while read -r f; do
		chmod u+w "$f" && printf 'damage' | dd of="$f" bs=1 seek=20 conv=notrunc 2>/dev/null
	done
done
rm -f "$cache"/communes/*/stamp
build 0 --date 2026-11-26
says copie-recue-a-nouveau

# ---- a version that cannot be read is no reason to fall silent ----
git -C depot tag keep
blob=$(echo x | git -C depot hash-object -w --stdin)
seq -f "100644 blob $blob"$'\tf%06.0f.md' 60000 | git -C depot mktree >tree
git -C depot update-ref refs/heads/main "$(
	printf '040000 tree %s\tsite\n' "$(cat tree)" | git -C depot mktree |
		xargs git -C depot commit-tree -m many -p HEAD)"
build 0 --date 2026-11-27
says depot-de-la-commune-non-recu
says depot-aux-fichiers-trop-nombreux
git -C depot reset -q --hard keep

# ---- nothing leads out of the repository ----
cp depot/site/commune.yaml yaml
sed -i 's#catalogues/chez-nous#../../../etc#' depot/site/commune.yaml
commit depot out
build 1 --date 2026-11-28
says catalogue-introuvable
cp yaml depot/site/commune.yaml
git -C depot rm -q -r site/catalogues && ln -s /etc depot/site/catalogues
commit depot link
build 1 --date 2026-11-29
says lien-symbolique
says catalogue-introuvable
git -C depot reset -q --hard keep

# ---- a catalogue in another repository: pinned by a lock that update can write ----
mkdir national && cp -r depot/site/catalogues/chez-nous/. national/
sed -i 's/Les bacs$/Les bacs nationaux/' national/demarches/bacs.md
git -C national init -q -b main && commit national first
sed -i "s#dossier: catalogues/chez-nous#depot: \"$tmp/national\"#" depot/site/commune.yaml
commit depot national
build 3
says source-non-epinglee
run 0 update "${at[@]}" --dry-run
run 0 update "${at[@]}" --lock "$tmp/verrou"
says source-epinglee
[ ! -e depot/site/tambour.lock ] || fail "the repository was written to"
build 3
build 0 --lock "$tmp/verrou"
grep -q "Les bacs nationaux" www/demarches/bacs.html || fail "the pinned catalogue is not read"
cp verrou depot/site/tambour.lock
commit depot lock
build 0
explain bacs
says "commit $(git -C national rev-parse HEAD)"
# Relative to the commune's folder, where that is a path.
sed -i "s#depot: \"$tmp/national\"#depot: ../national#" depot/site/commune.yaml
commit depot relative
run 0 update "${at[@]}" --lock "$tmp/verrou2"
git -C depot reset -q --hard HEAD~1

# ---- update --locked: a lost cache, the same lock, nothing new accepted ----
pinned=$(git -C national rev-parse HEAD)
sed -i 's/gratuits/payants/' national/demarches/bacs.md
commit national changed
cp -r depot/site there # a clone on another machine
lock=$(md5sum <there/tambour.lock)
rm -rf "$cache"
run 3 build there -o "$tmp/www-there"
says version-pas-encore-recue
says "tambour update --locked"
run 0 update there --locked
says tout-est-recu
[ "$lock" = "$(md5sum <there/tambour.lock)" ] || fail "--locked changed the lock"
run 0 build there -o "$tmp/www-there"
grep -q gratuits www-there/demarches/bacs.html || fail "not the pinned files"
mv national national.gone
run 0 update there --locked # all is here: no network
says tout-est-recu
rm -rf "$cache"
run 3 update there --locked
says depot-introuvable
says tout-n-est-pas-recu
mv national.gone national
# For a commune in a repository, in one line of cron.
run 0 update "${at[@]}" --locked
build 0
# A branch that bears the number of the pinned commit is not that commit.
git -C national update-ref "refs/heads/$pinned" HEAD 2>/dev/null
rm -rf "$cache"
run 3 update there --locked
says version-retenue-incoherente
git -C national update-ref -d "refs/heads/$pinned"
# The pinned commit is gone from the repository.
git -C national checkout -q --orphan new && git -C national commit -q -m new
git -C national branch -q -D main && git -C national branch -q -m main
git -C national reflog expire --expire=now --all && git -C national gc -q --prune=now
rm -rf "$cache"
run 3 update there --locked
says version-retenue-disparue
[ "$lock" = "$(md5sum <there/tambour.lock)" ] || fail "--locked changed the lock"

# ---- over https, from a server that answers, is cut off, and is gone ----
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
	-subj /CN=localhost -addext subjectAltName=DNS:localhost \
	-keyout key.pem -out cert.pem 2>/dev/null || exit 2
git -C depot reset -q --hard keep
node "$root/tests/git/server.mjs" "$tmp/depot" key.pem cert.pem port &
server=$!
trap 'kill "$server" 2>/dev/null; chmod -R u+rwx "$tmp"; rm -rf "$tmp"' EXIT
for _ in {1..100}; do
	[ -s port ] && break
	sleep 0.1
done
[ -s port ] || exit 2
export SSL_CERT_FILE=$tmp/cert.pem NO_PROXY=localhost no_proxy=localhost
https() { # WANTED BEHAVIOUR
	run "$1" build --repository "https://localhost:$(cat port)/$2/a.git" --folder site \
		-o "$tmp/www-$2" --date 2026-11-24
}
https 3 cut
says depot-illisible
[ ! -e www-cut ] || fail "something was published from half a repository"
https 0 honest
grep -q "rue est fermée" www-honest/actualites/travaux.html || fail "not read over https"
https 0 honest
says site-a-jour
kill "$server" && wait "$server" 2>/dev/null
https 0 honest
says depot-de-la-commune-non-recu
says depot-injoignable
says site-a-jour

# ---- its PDFs are looked into, though they are no files, and once ----
if [ -x "$(dirname "$program")/tambour-pdf" ]; then
	git clone -q "$tmp/depot" actes && mkdir -p actes/site/actes || exit 2
	cp -R "$root/tests/check/pdf-sans-texte/actes/." actes/site/actes
	commit actes scan
	for time in first second; do
		run 0 build --repository "$tmp/actes" --folder site -o "$tmp/www-actes" \
			--state "$tmp/state-actes" --date 2026-11-24
		says pdf-sans-texte
		grep -q ' git:[0-9a-f]* read:.* actes/2026/vitesse.pdf$' state-actes/facts ||
			fail "$time time: what a PDF holds is not kept: $(cat state-actes/facts)"
	done
fi

# ---- a former output that was committed among the pages is no page ----
git clone -q "$tmp/depot" ancien && mkdir -p ancien/site/pages/ancien || exit 2
printf 'tambour\n' >ancien/site/pages/ancien/.tambour
printf -- '---\ntitre: Restes\n---\n\nVieux.\n' >ancien/site/pages/ancien/restes.md
commit ancien output
run 0 build --repository "$tmp/ancien" --folder site -o "$tmp/www-ancien" --date 2026-11-24
says site-parmi-les-sources
[ ! -e www-ancien/ancien ] || fail "a former output was read as pages"

[ "$failed" = 0 ] && echo "commune: all right"
exit $failed
