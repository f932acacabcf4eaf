#!/bin/sh
# Who booked a hall stays in the town hall: of its calendar only times are published, and
# nothing else of it stands anywhere in the site.
# usage: tests/behaviour/bookings.sh TAMBOUR
. "$(dirname "$0")/common.sh"
[ -x "$(dirname "$program")/tambour-calendar" ] || exit 77

cp -R "$root/tests/golden/calendriers/in" "$room/commune"
TAMBOUR_THEMES=$root/tests/golden/themes
grep -q SECRET "$room/commune/reservations/salle.ics" || fail "nothing to keep secret"
for day in 2026-12-30T10:00 2027-01-02T10:00; do
	expect 0 build "$room/commune" -o "$room/site" --date $day
	grep -q 'prise_quand' "$room/site/lieux/salle.html" ||
		fail "the page does not say when the hall is taken"
	! grep -rilE 'secret|02 ?61 ?91 ?00 ?99' "$room/site" ||
		fail "who booked is published ($day)"
	[ ! -e "$room/site/reservations" ] || fail "the calendar itself is published"
done
# Even in a folder whose files are published.
mkdir -p "$room/commune/documents"
mv "$room/commune/reservations/salle.ics" "$room/commune/documents/"
sed -i 's|reservations/|documents/|' "$room/commune/lieux/salle.md"
expect 0 build "$room/commune" -o "$room/site" --date 2026-12-30T10:00
grep -q 'planning-publie' "$room/said" || fail "nothing is said of the folder"
! grep -rilE 'secret' "$room/site" || fail "a calendar in documents/ is published"
# Bookings that follow one another are one: the first goes on to the morning.
expect 0 build "$room/commune" -o "$room/site" --date 2026-12-30T10:00
grep -q 'du jeudi 31 décembre 2026.*vendredi 1er janvier 2027' \
	"$room/site/lieux/salle.html" || fail "two bookings in a row can be told apart"
! grep -q '16 janvier' "$room/site/lieux/salle.html" || fail "a cancelled one is shown"
# Nor is one that leaves the hall free, as calendar programs say: the first, here.
grep -q '31 décembre 2026' "$room/site/lieux/salle.html" || fail "the first one is gone"
sed -i '0,/^DTSTART/s//TRANSP:TRANSPARENT\n&/' "$room/commune/documents/salle.ics"
expect 0 build "$room/commune" -o "$room/site" --date 2026-12-30T10:00
! grep -q '31 décembre 2026' "$room/site/lieux/salle.html" ||
	fail "what leaves the hall free is shown as taken"
