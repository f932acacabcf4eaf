#!/bin/bash
# `tambour build --gallery` shows all that a theme can show, in every state, on one page;
# without a word, whatever the day, apart from the commune's site, found by nobody.
. "$(dirname "$0")/common.sh"
cp -R "$root/example-commune" "$room/commune"
rm -rf "$room/commune/public" "$room/commune/.tambour"
site=$room/commune/.tambour/galerie/site

# Its own place: git does not see it, and the commune's own site does not know it.
expect 0 build "$room/commune" --gallery --date $day
grep -q "$site/galerie.html" "$room/said" || fail "it is not said where the gallery is"
[ ! -e "$room/commune/public" ] || fail "the gallery was published as the commune"
[ "$(cat "$room/commune/.tambour/galerie/.gitignore")" = '*' ] || fail "git would see it"
grep -q '<meta name="robots" content="noindex">' "$site/galerie.html" || fail "robots index it"
! grep -q galerie.html "$site/sitemap.xml" || fail "the site map names it"
expect 0 build "$room/commune" --date $day --quiet
[ ! -s "$room/said" ] || fail "the commune itself has something to say"
[ ! -e "$room/commune/public/galerie.html" ] || fail "the commune publishes a gallery"
cmp -s "$site"/assets/couleurs.*.css "$room/commune"/public/assets/couleurs.*.css ||
	fail "the gallery has not the commune's colour"

# Not in the place of what readers see, whatever is asked; nor the other way round.
kept=$(sum_of "$room/commune/public")
TAMBOUR_LANG=fr expect 3 build "$room/commune" --gallery --out "$room/commune/public" --date $day
[ "$(sum_of "$room/commune/public")" = "$kept" ] || fail "the commune's site was replaced"
expect 3 build "$room/commune" --out "$site" --date $day

# Nothing to say in any theme, on any day: a leap day, a summer, ten years from now.
for theme in base bocage littoral sobre; do
	for when in $day 2027-07-15T09:00 2028-02-29T23:59 2035-12-31T00:00; do
		expect 0 build "$room/commune" --gallery --theme "$root/themes/$theme" \
			--date "$when" --quiet
		[ ! -s "$room/said" ] || fail "$theme speaks on $when"
	done
done

# Every file of templates/ that is no page is a part of the gallery, or of its frame.
named() { sed -nE 's/^.*\{\{[<>]([a-z_]+)\}\}.*$/\1/p' "$1"; }
is_page() { grep -qF "\"$1.html\"" "$root/src/render/templates.def"; }
reached=' galerie '
for _ in 1 2 3 4 5 6 7 8; do
	for part in $reached; do
		while read -r next; do
			case $reached in *" $next "*) ;; *) reached="$reached$next " ;; esac
		done < <(named "$root/themes/base/templates/$part.html")
	done
done
for file in "$root"/themes/base/templates/*.html; do
	part=$(basename "$file" .html)
	# Two parts are the text of a page under a title: the gallery has that text already.
	case $part in mot | demarche_texte) continue ;; esac
	is_page "$part" ||
		case $reached in *" $part "*) ;; *) fail "the gallery does not show $part.html" ;; esac
done

# And each list of states holds several.
for mark in 'class="alerte alerte-' 'class="acte-remplace"' 'class="evenement-etat"' \
	'class="vignette"' 'class="fiche rdv' 'class="reponse en-ligne"'; do
	[ "$(grep -o "$mark" "$site/galerie.html" | wc -l)" -ge 2 ] || fail "one $mark at most"
done

# A theme's author brings specimens of his own, and they are the ones that are shown.
mkdir -p "$room/themes/enfant"
printf 'format: 1\nnom: enfant\nniveau: 1\nparent: bocage\n' >"$room/themes/enfant/theme.yaml"
cp -R "$root/themes/galerie" "$room/themes/enfant/galerie"
sed -i 's/^titre: La galerie$/titre: Les pièces de l’enfant/' \
	"$room/themes/enfant/galerie/pages/galerie.md"
expect 0 build "$room/commune" --gallery --theme "$room/themes/enfant" --date $day
grep -q '<h1>Les pièces de l’enfant</h1>' "$site/galerie.html" || fail "not its own specimens"

# No theme of the chain has any, nor has this lone program: nothing is published.
mkdir -p "$room/alone/bin"
cp "$program" "$room/alone/bin/tambour"
program=$room/alone/bin/tambour
TAMBOUR_THEMES=$root/tests/golden/themes TAMBOUR_LANG=fr expect 3 build "$room/commune" \
	--gallery --theme "$root/tests/golden/themes/niveau-1" --date $day
says galerie-introuvable
