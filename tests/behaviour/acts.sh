#!/bin/sh
# Files of acts are read once: a build that follows looks only at what changed. And a PDF
# cut short or spoilt at any place is said, and stops nothing.
. "$(dirname "$0")/common.sh"

# A tambour of its own, whose tambour-pdf keeps a list of what it is asked.
mkdir "$room/bin"
cp "$program" "$room/bin/tambour"
real=$(dirname "$program")/tambour-pdf
cat >"$room/bin/tambour-pdf" <<END
#!/bin/sh
shift
for path; do echo "\$path" >>"$room/asked"; echo "read:tnl"; done
END
chmod +x "$room/bin/tambour-pdf"
cp -R "$root/example-commune" "$room/site"
sleep 3 # what was saved this instant is not to be trusted by its date
program=$room/bin/tambour

expect 0 build "$room/site" --date $day
[ -s "$room/asked" ] || fail "no PDF was looked into"
all=$(wc -l <"$room/asked")
[ "$all" = "$(sort -u "$room/asked" | wc -l)" ] || fail "a PDF was looked into twice"

: >"$room/asked"
printf '\nUn mot de plus.\n' >>"$room/site/pages/mairie/actes.md"
expect 0 build "$room/site" --date $day
[ ! -s "$room/asked" ] || fail "PDFs that did not change were looked into again"

one=actes/2026/2026-10-01-eclairage-public.pdf
cp "$root/example-commune/actes/2026/2026-10-01-plantation-de-haies.pdf" "$room/site/$one"
expect 0 build "$room/site" --date $day
[ "$(cat "$room/asked")" = "$one" ] || fail "not only the PDF that changed was looked into"
sum=$(sha256sum <"$room/site/$one" | cut -d' ' -f1)
grep -q "$sum" "$room/site/public/actes/2026/10-01-eclairage-public.html" ||
	fail "the page does not show the SHA-256 of the new file"
cmp -s "$room/site/$one" "$room/site/public/$one" || fail "the file was not copied whole"

# The calendar of the council, in words.
expect 0 explain actes "$root/example-commune" --date $day
for words in "séance du 4 juin 2026, délibérations : 5" \
	"liste des délibérations : en ligne le 9 juin 2026 (actes/2026/2026-06-04-liste-des-deliberations.md), dernier jour : le 11 juin 2026" \
	"procès-verbal : pas encore là, dans la semaine après la séance qui l’adoptera" \
	"à laisser en ligne jusqu’au 5 décembre 2026 : actes/2026/2026-10-01-eclairage-public.md"; do
	grep -qF "$words" "$room/said" || fail "explain actes does not say: $words"
done

# The true program, on files spoilt in many ways.
[ -x "$real" ] || exit 0
program=$(dirname "$real")/tambour
size=$(wc -c <"$room/site/$one")
for i in $(seq 1 40); do
	at=$((size * i / 41))
	case $((i % 2)) in
	0) head -c $at "$root/example-commune/$one" >"$room/site/$one" ;;
	1)
		cp "$root/example-commune/$one" "$room/site/$one"
		printf '<<<<[[[[9999999999 0 R' | dd of="$room/site/$one" bs=1 seek=$at \
			conv=notrunc 2>/dev/null
		;;
	esac
	expect 0 check "$room/site" --date $day
done
