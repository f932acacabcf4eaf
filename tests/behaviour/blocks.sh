#!/bin/bash
# A theme changes one part of a page by its name: a child of each of our themes fills every
# block that docs/themes.md lists, and each is seen in a site. A block that a theme lost
# would be refused; one that stands where nothing is shown would not be seen.
. "$(dirname "$0")/common.sh"
sed -nE 's/^\| `([a-z_]+)\.html` \| (`.*) \|$/\1 \2/p' "$root/docs/themes.md" |
	while read -r file blocks; do
		for block in ${blocks//[\`,]/}; do echo "$file $block"; done
	done >"$room/blocks"
[ "$(wc -l <"$room/blocks")" -gt 100 ] || fail "docs/themes.md lists no blocks"

# What is filled hides what it held: parts of a page, then whole pages, then partials, each
# have a turn.
turn() { # 1, 2 or 3
	while read -r file block; do
		case "$(grep -c "^$file contenu\$" "$room/blocks") $file $block" in
		0\ *) mine=3 ;;
		1\ squelette\ * | *\ contenu) mine=2 ;;
		*) mine=1 ;;
		esac
		[ $mine != "$1" ] || echo "$file $block"
	done <"$room/blocks"
}

fill() { # turn theme
	rm -rf "$room/themes/enfant"
	mkdir -p "$room/themes/enfant/templates"
	printf 'format: 1\nnom: enfant\nniveau: 1\nparent: %s\n' "$2" \
		>"$room/themes/enfant/theme.yaml"
	turn "$1" | while read -r file block; do
		to=$room/themes/enfant/templates/$file.html
		[ -e "$to" ] || printf '{{<%s}}\n' "$file" >"$to"
		printf '{{$%s}}\n<!-- %s:%s. -->\n{{/%s}}\n' "$block" "$file" "$block" "$block" \
			>>"$to"
	done
	for to in "$room/themes/enfant/templates"/*; do
		printf '{{/%s}}\n' "$(basename "$to" .html)" >>"$to"
	done
}

# The example, and the same without news, events to come nor procedures.
cp -R "$root/example-commune" "$room/full"
commune "$room/bare" 1
rm -rf "$room/bare/actualites" "$room/bare/demarches"
for theme in base bocage littoral sobre; do
	for place in full bare; do
		sed -i -E '/^ *theme:/d; s/^site:.*/&\n  theme: enfant/' "$room/$place/commune.yaml"
		grep -q 'theme: enfant' "$room/$place/commune.yaml" ||
			printf 'site:\n  theme: enfant\n' >>"$room/$place/commune.yaml"
	done
	mkdir -p "$room/themes"
	for parent in base bocage littoral sobre; do
		ln -sfn "$root/themes/$parent" "$room/themes/$parent"
	done
	for turn in 1 2 3; do
		fill $turn $theme
		for place in full bare; do
			TAMBOUR_THEMES=$room/themes expect 0 build "$room/$place" \
				-o "$room/out/$turn-$place" --date $day
		done
		TAMBOUR_THEMES=$room/themes expect 0 build "$room/full" --gallery \
			-o "$room/out/$turn-gallery" --date $day
		turn $turn | while read -r file block; do
			# Every page has a content of its own: the skeleton's is never shown.
			[ "$file $block" != "squelette contenu" ] || continue
			grep -qrF --include='*.html' "<!-- $file:$block. -->" "$room/out" ||
				echo "$theme: $file.html: $block is not seen" >>"$room/unseen"
		done
	done
	rm -rf "$room/out"
done
[ ! -s "$room/unseen" ] || { cat "$room/unseen" >&2; fail "blocks that change nothing"; }
