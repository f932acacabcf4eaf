#!/bin/sh
# The agenda tells until when it stays as it is: a minute before, the same bytes; at that
# minute, other ones. From the end of winter through a night of changing clocks to spring.
. "$(dirname "$0")/common.sh"

[ -x "$(dirname "$program")/tambour-calendar" ] || { echo "built without libical"; exit 77; }
commune "$room/site" 1
rm -r "$room/site/actualites" # news of November, which is far ahead of March
cp -R "$root/tests/golden/agenda/in/agenda" "$room/site"
printf -- '---\ntitre: Marché\ndebut: 2025-01-03 16:30\nfin: 2025-01-03 19:30\nrepetition: {tous_les: semaine, jusqu_au: 2026-04-20}\n---\n' \
	>"$room/site/agenda/marche.md"
printf -- '---\ntitre: Carnaval\ndebut: 2026-03-29\n---\n' >"$room/site/agenda/carnaval.md"

sleep 3 # what was saved this instant is not to be trusted by its date, and gives no stamp

publish() { # moment, name
	rm -rf "$room/$2" "$room/$2.state"
	"$program" build "$room/site" --quiet --date "$1" --lang fr -o "$room/$2" \
		--state "$room/$2.state" >"$room/said" 2>&1 || fail "no site at $1: $(cat "$room/said")"
}
before() { # a minute earlier
	date -u -d "$(echo "$1" | tr T ' ') UTC - 1 minute" +%Y-%m-%dT%H:%M
}

now=2026-03-10T12:00
steps=0
while [ $steps -lt 18 ]; do
	publish $now one
	until=$(sed -n 's/^until //p' "$room/one.state/stamp")
	[ -n "$until" ] && [ "$until" != - ] || break
	publish "$(before "$until")" two
	diff -r -x .tambour "$room/one" "$room/two" >"$room/diff" ||
		fail "what was published at $now is not so until $until: $(head -20 "$room/diff")"
	publish "$until" three
	! diff -r -x .tambour "$room/one" "$room/three" >/dev/null ||
		fail "nothing changes at $until, as was said at $now"
	now=$until
	steps=$((steps + 1))
done
[ $steps -ge 8 ] || fail "only $steps changes were told"
