#!/bin/sh
# Calendars: what is published is read back by libical (tambour-calendar) and by another
# reader; both count the same days. Days are counted once for a commune that does not
# change; a hostile calendar is bounded and stops nothing.
. "$(dirname "$0")/common.sh"

calendar=$(dirname "$program")/tambour-calendar
[ -x "$calendar" ] || { echo "built without libical"; exit 77; }
cp -R "$root/example-commune" "$room/site"

# ---- what is published, read back ----
mkdir "$room/site/agenda/essais"
while IFS='|' read -r name start end again; do
	printf -- '---\ntitre: "%s, à plier; \\\\ et à protéger, car il est long"\ndebut: %s\nfin: %s\nrepetition: {%s}\n---\nUn texte.\n' \
		"$name" "$start" "$end" "$again" >"$room/site/agenda/essais/$name.md"
done <<'END'
nuit|2026-10-18 01:30|2026-10-18 03:30|tous_les: semaine, jusqu_au: 2027-04-30
mardi|2026-09-01 18:00|2026-09-01 20:00|tous_les: semaine, jours: [mardi, samedi], fois: 40, sauf: [2026-12-26, 2026-12-29], aussi: [2026-12-27, 2026-12-30, 2027-01-01]
conseil|2026-09-04 20:00|2026-09-04 22:00|tous_les: deux mois, rang: premier, jours: vendredi
fete|2024-02-29|2024-03-01|tous_les: an
dernier|2026-01-30|2026-01-30|rrule: "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630"
END
expect 0 build "$room/site" --date $day
ics=$room/site/public/agenda.ics
LC_ALL=C awk 'length($0) > 76 { exit 1 }' "$ics" || fail "a line of agenda.ics is not folded"
[ "$(grep -c "$(printf '\r')\$" "$ics")" = "$(wc -l <"$ics")" ] || fail "a line of agenda.ics does not end with CR LF"
for file in "$ics" "$room/site/public/agenda/conseil.ics" "$room/site/public/collectes.ics" \
	"$room/site/public/calendrier-scolaire.ics"; do
	cp "$file" "$room/read.ics"
	bash -c '"$0" $$ 20260101 20280101 2000 3<>"$1"' "$calendar" "$room/read.ics" >"$room/said"
	[ "$(cat "$room/said")" = read ] || fail "libical does not read $file: $(cat "$room/said")"
	! grep -q '^bad' "$room/read.ics" || fail "libical reads not all of $file"
done
school=$room/site/public/calendrier-scolaire.ics
cp "$room/read.ics" "$room/school.ics" # the last one read
grep -q '^d 20261219 20270104' "$room/school.ics" || fail "libical finds other Christmas holidays"
cp "$ics" "$room/read.ics"
bash -c '"$0" $$ 20260101 20280101 2000 3<>"$1"' "$calendar" "$room/read.ics" >/dev/null
[ "$(grep -c ^event "$room/read.ics")" = "$(find "$room/site/agenda" -name '*.md' | wc -l)" ] ||
	fail "libical does not find every event"
python=/usr/bin/python3
if $python -c 'import icalendar, dateutil' 2>/dev/null; then
	$python "$(dirname "$0")/calendar_reader.py" "$ics" "$room/read.ics" ||
		fail "another reader does not count the same days"
	$python "$(dirname "$0")/calendar_reader.py" "$school" "$room/school.ics" ||
		fail "another reader finds other days without school"
else
	fail "the other reader is not installed (python3-icalendar, see tools/packages)"
fi

# ---- counted once ----
mkdir "$room/bin"
cp "$program" "$room/bin/tambour"
printf '#!/bin/sh\necho asked >>"%s"\nexit 3\n' "$room/asked" >"$room/bin/tambour-calendar"
chmod +x "$room/bin/tambour-calendar"
real=$program
program=$room/bin/tambour
expect 0 build "$room/site" --date 2026-11-25
[ ! -e "$room/asked" ] || fail "days that were counted are counted again the next day"
printf '\nUn mot.\n' >>"$room/site/agenda/marche-du-vendredi.md"
expect 0 build "$room/site" --date $day
[ ! -e "$room/asked" ] || fail "days are counted again for another word of the text"
sed -i 's/^fin: 2022-05-06 19:30/fin: 2022-05-06 20:00/' "$room/site/agenda/marche-du-vendredi.md"
expect 0 build "$room/site" --date $day
[ -s "$room/asked" ] || fail "days are not counted again for another hour"
program=$real

# ---- a stranger's calendar ----
hostile() { # what, then the lines between BEGIN and END of an event
	{
		printf 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101T000000Z\nSUMMARY:Foire\n'
		cat
		printf 'END:VEVENT\nEND:VCALENDAR\n'
	} >"$room/site/documents/agenda-villehaies.ics"
	timeout 60 "$program" build "$room/site" --date $day --lang fr >"$room/said" 2>&1 ||
		fail "$1 stops the build: $(cat "$room/said")"
}
echo 'RRULE:FREQ=SECONDLY' | hostile "a rule of each second"
echo 'RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23' |
	hostile "a rule of each hour"
echo 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' | hostile "a rule that never holds"
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "EXDATE:2020%02d%02dT000000Z\nRDATE:2027%02d%02dT000000Z\n", i % 12 + 1, i % 28 + 1, i % 12 + 1, i % 28 + 1; print "RRULE:FREQ=DAILY" }' |
	hostile "thousands of exceptions"
printf 'DESCRIPTION:%s\n' "$(head -c 300000 /dev/zero | tr '\0' x)" | hostile "a line without end"
printf 'URL:javascript:alert(1)\nLOCATION:<script>alert(1)</script>\342\200\256\n' | hostile "a script"
! grep -rq 'alert(1)</script>\|javascript:' "$room/site/public/agenda" || fail "a stranger's script is published"
: | hostile "a foire"
printf 'BEGIN:VCALENDAR\n\000\n' >"$room/site/documents/agenda-villehaies.ics"
expect 0 build "$room/site" --date $day
