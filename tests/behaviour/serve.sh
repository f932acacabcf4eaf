#!/bin/sh
# `tambour serve`: a saved file reaches the browser, a broken one leaves the last good page
# and says why in it, attacks reach nothing, and nothing is left behind. Nothing is timed:
# each thing is waited for, and the wait is long.
. "$(dirname "$0")/common.sh"
[ -x "$(dirname "$program")/tambour-preview" ] || exit 77
command -v curl >/dev/null || exit 77

mkdir "$room/tmp"
export TMPDIR="$room/tmp"
pid=
end() {
	[ -z "$pid" ] || kill -TERM "$pid" 2>/dev/null || true
	[ -z "$pid" ] || wait "$pid" || true
	pid=
}
trap 'end; rm -rf "$room"' EXIT

# until_true WHAT COMMAND...: within a minute.
until_true() {
	what=$1
	shift
	for _ in $(seq 600); do
		! "$@" >/dev/null 2>&1 || return 0
		sleep 0.1
	done
	fail "never: $what"
}

# The beginning of the sentence of a message, as src/base/messages.def has it.
says() {
	words=$(grep -A1 "^M([A-Z_]*, \"$1\"" "$root/src/base/messages.def" |
		sed -n '2s/^[^"]*"\([^{"]*\).*/\1/p')
	[ -n "$words" ] || fail "no message has the code $1"
	until_true "$1 is said" grep -qF "$words" "$room/said"
}

# serve WORDS...: start it on a free port, and learn its address.
serve() {
	: >"$room/said"
	"$program" serve "$@" --port 0 --date $day --lang fr >"$room/said" 2>&1 </dev/null &
	pid=$!
	says apercu-ouvert
	at=$(sed -n 's|.*\(http://127.0.0.1:[0-9]*\)/.*|\1|p' "$room/said" | head -1)
}
get() {
	curl -s --max-time 10 --path-as-is "$@"
}
shows() { # PATH WORDS
	get "$at$1" | grep -qF "$2"
}
shows_not() {
	! shows "$@"
}
status_is() { # STATUS CURL'S WORDS
	wanted=$1
	shift
	got=$(get -o "$room/body" -w '%{http_code}' "$@")
	[ "$got" = "$wanted" ] || fail "$*: $got, not $wanted"
}
page() {
	printf -- '---\ntitre: Essai\n---\n\n%s\n' "$1"
}

commune "$room/site" 2
cp -R "$root/themes/bocage" "$room/mien"
before=$(sum_of "$room/site")
serve "$room/site" --theme "$room/mien"
says apercu-a-jour
until_true "the first page" shows /page-1.html "Texte de la page 1."

# Saved in place, by a rename, in a new folder: each is seen, and waiting pages are told.
get --max-time 60 "$at/_tambour/suite?1" >"$room/event" &
waiting=$!
page "Bonjour le bourg." >"$room/site/pages/page-1.md"
until_true "a file saved in place" shows /page-1.html "Bonjour le bourg."
wait $waiting || fail "the page that waited was not answered"
grep -q '^data: ' "$room/event" || fail "the page that waited was told nothing"
page "Par un autre nom." >"$room/site/pages/.page-1.swp"
mv "$room/site/pages/.page-1.swp" "$room/site/pages/page-1.md"
until_true "a file that was renamed" shows /page-1.html "Par un autre nom."
mkdir -p "$room/site/pages/neuf/dedans"
page "Dans un dossier neuf." >"$room/site/pages/neuf/dedans/lieu.md"
until_true "a file in a new folder" \
	shows /neuf/dedans/lieu.html "Dans un dossier neuf."
mkdir -p "$room/mien/templates"
sed 's|<body|<body data-essai="oui"|' "$root/themes/base/templates/squelette.html" \
	>"$room/mien/templates/squelette.html"
until_true "a file of the theme" shows / 'data-essai="oui"'

# A broken file: the last good page, with what is wrong and where; then it is mended.
printf -- '---\ntitre: [Essai\n---\n\nCassé.\n' >"$room/site/pages/page-1.md"
until_true "the panel" shows /page-1.html 'pages/page-1.md:2:8'
shows /page-1.html "Par un autre nom." || fail "the last good page is not shown"
shows / '<section class="tambour-apercu"' || fail "the home page has no panel"
shows / 'titre: [Essai' || fail "the panel quotes no line"
grep -q 'crochet-non-ferme' "$room/said" || fail "the terminal does not say it"
page "Réparé." >"$room/site/pages/page-1.md"
until_true "the mended page" shows /page-1.html "Réparé."
until_true "the panel has gone" shows_not / 'tambour-apercu"'
mv "$room/site/commune.yaml" "$room/kept"
says apercu-inchange
shows /page-1.html "Réparé." || fail "the last good site is not shown"
mv "$room/kept" "$room/site/commune.yaml"
until_true "the panel has gone" shows_not / 'tambour-apercu"'

# Requests that it refuses, and those of browsers.
port=${at##*:}
status_is 403 -H "Host: attaque.example:$port" "$at/"
status_is 405 -X POST -d x "$at/"
status_is 404 "$at/../messages.html"
status_is 404 "$at/%2e%2e/messages.html"
status_is 404 "$at/.tambour"
status_is 400 "$at/%00"
status_is 200 -I "$at/"
status_is 404 "$at/rien.html"
grep -q '<main' "$room/body" || fail "the site's own 404 page is not shown"
etag=$(get -D - -o /dev/null "$at/" | tr -d '\r' | sed -n 's/^ETag: //p')
status_is 304 -H "If-None-Match: $etag" "$at/"
get -D - -o /dev/null "$at/" | grep -qi "^content-security-policy: default-src 'none'" ||
	fail "the policy of servers is not sent"
[ "$(ss -Hltn "sport = :$port" 2>/dev/null | grep -cv 127.0.0.1)" = 0 ] ||
	fail "it listens elsewhere than on this machine"

# The end: by itself, with nothing left, and nothing written into the commune.
kill -INT "$pid"
wait "$pid" || fail "it did not end well"
pid=
[ -z "$(ls -A "$room/tmp")" ] || fail "it left a folder"
[ ! -e "$room/site/public" ] && [ ! -e "$room/site/.tambour" ] || fail "it wrote into the commune"
rm -r "$room/site/pages/neuf"
commune "$room/same" 2
cp "$room/same/pages/page-1.md" "$room/site/pages/page-1.md"
[ "$before" = "$(sum_of "$room/site")" ] || fail "it changed a source"

# Its server dies: said, and it ends.
serve "$room/site"
kill -KILL "$(pgrep -P "$pid" -f tambour-preview)"
says apercu-perdu
wait "$pid" || true
pid=

# Without it, nothing is shown, and that is said.
mkdir "$room/bin"
cp "$program" "$room/bin/tambour"
if "$room/bin/tambour" serve "$room/site" --port 0 --lang fr >"$room/said" 2>&1; then
	fail "there is a preview without its program"
fi
says apercu-indisponible
