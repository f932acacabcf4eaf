#!/bin/sh
# Every feed holds to RFC 4287, whose grammar for them is tests/schemas/atom.rng, read by
# libxml2; and to what no grammar says: ids that are one of a kind, links that lead to files.
. "$(dirname "$0")/common.sh"

schema=$root/tests/schemas/atom.rng
valid() {
	xmllint --noout --nonet --relaxng "$schema" "$1" 2>"$room/said"
}

# all_of FEED NAME: the texts, or the values, that an expression of XPath finds.
all_of() {
	xmllint --xpath "$2" "$1" 2>/dev/null | sed 's/<[^>]*>/\n/g; s/ href="/\n/g; s/"//g' |
		sed '/^$/d'
}

# 4.1.1 and 4.1.2: a page for each entry and for the feed, and where the feed itself is.
counted='count(//*[local-name()="link"][@rel="alternate"]) = count(//*[local-name()="entry"]) + 1
	and count(//*[local-name()="entry"]) = count(//*[local-name()="entry"][*[@rel="alternate"]])
	and count(/*/*[@rel="self"]) = 1'

# held SITE N: the N feeds of a site that was built.
held() {
	find "$1/public" -name '*.xml' ! -name sitemap.xml >"$room/feeds"
	[ "$(wc -l <"$room/feeds")" = "$2" ] || fail "$1: not $2 feeds"
	while read -r feed; do
		valid "$feed" || fail "$feed does not hold to RFC 4287"
		: >"$room/said"
		[ "$(xmllint --xpath "$counted" "$feed")" = true ] ||
			fail "$feed: not one alternate link each, or no self"
		all_of "$feed" '//*[local-name()="id"]' | sort | uniq -d >"$room/twice"
		[ ! -s "$room/twice" ] || fail "$feed: an id stands twice: $(cat "$room/twice")"
		all_of "$feed" '//*[local-name()="link"]/@href' >"$room/links"
		[ -s "$room/links" ] || fail "$feed has no links"
		while read -r link; do
			case $link in
			https://www.saint-aubin-des-haies.example/*)
				file=$1/public/${link#https://*/} ;;
			https:*) fail "$feed leads to another site: $link" ;;
			*) file=$(dirname "$feed")/$link ;;
			esac
			[ -e "$file" ] || fail "$feed: $link leads nowhere"
		done <"$room/links"
	done <"$room/feeds"
}

cp -R "$root/example-commune" "$room/site"
expect 0 build "$room/site" --date $day
held "$room/site" 3
[ "$(grep -c '<entry>' "$room/site/public/alertes.xml")" -ge 1 ] ||
	fail "the feed of alerts is empty on a day with an alert"

# The same for a site that does not know its address, and for one with nothing to say.
sed '/^  lien: https:\/\/www.saint-aubin/d' "$root/example-commune/commune.yaml" \
	>"$room/site/commune.yaml"
expect 0 build "$room/site" --date $day
! grep -q saint-aubin-des-haies.example/ "$room/site/public/alertes.xml" ||
	fail "the site still knows its address"
held "$room/site" 3
"$program" new "$room/empty" --nom "Le Petit-Val" --code-insee 61998 --code-postal 61000 \
	--adresse "1 place de la Mairie" --telephone "02 61 91 00 10" \
	--courriel mairie@petit-val.example >/dev/null
rm "$room/empty/actualites/"*.md
expect 0 build "$room/empty" --date $day
held "$room/empty" 2
! grep -q '<entry>' "$room/empty/public/actualites/flux.xml" || fail "there is news"

# What is not a feed is refused: the grammar sees each of these faults.
expect 0 build "$root/example-commune" -o "$room/whole" --date $day
feed=$room/whole/actualites/flux.xml
while read -r fault; do
	sed "$fault" "$feed" >"$room/broken.xml"
	! cmp -s "$feed" "$room/broken.xml" || fail "$fault changes nothing"
	! valid "$room/broken.xml" || fail "a feed is accepted in spite of: $fault"
done <<'END'
/<updated>/d
/<id>/d
/^<author>/,/^<.author>/d
s/+01:00</</
s/rel="alternate"/rel="autre"/
s/<title>.*/<title> <\/title>/
s/<entry>/<entry><entree\/>/
s/<id>https:/<id>/
END
