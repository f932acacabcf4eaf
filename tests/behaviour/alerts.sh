#!/bin/bash
# A bad winter brings a dozen alerts: the three gravest are shown whole, the others by their
# title and their end, on every page.
. "$(dirname "$0")/common.sh"
commune "$room/site" 1
rm -rf "$room/site/actualites"
mkdir "$room/site/actualites"
levels=(urgence attention information)
for i in 1 2 3 4 5; do
	{
		printf -- '---\ntitre: Alerte %d\nresume: Résumé %d.\nalerte:\n' $i $i
		printf '  niveau: %s\n  du: 2026-11-20\n  au: 2026-12-20\n---\n' "${levels[i % 3]}"
	} >"$room/site/actualites/2026-11-20-alerte-$i.md"
done
expect 0 build "$room/site" --date $day
for page in index.html page-1.html; do
	html=$room/site/public/$page
	[ "$(grep -c 'class="alerte alerte-' "$html")" = 5 ] || fail "$page: not every alert is there"
	[ "$(grep -c 'class="alerte-fin"' "$html")" = 5 ] || fail "$page: an end is not told"
	[ "$(grep -c 'class="alerte-resume"' "$html")" = 3 ] || fail "$page: not three summaries"
	grep -A6 'class="alerte alerte-urgence"' "$html" | grep -q 'Résumé 3\.' ||
		fail "$page: the gravest is not whole"
done
