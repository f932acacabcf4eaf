#!/bin/bash
# docs/themes.md leads from nothing to a published theme: its commands run in their order,
# the files it shows are written where it says, and each changes what a reader sees.
. "$(dirname "$0")/common.sh"
mkdir "$room/bin"
ln -s "$program" "$room/bin/tambour"
export PATH="$room/bin:$PATH" HOME="$room" TAMBOUR_LANG=fr
export GIT_AUTHOR_NAME=Essai GIT_AUTHOR_EMAIL=essai@val.example
export GIT_COMMITTER_NAME=Essai GIT_COMMITTER_EMAIL=essai@val.example
cd "$room"

# NUMBER.run: a block of commands; NUMBER.to, NUMBER.text: a file and what it holds.
awk -v out="$room/" '
/^## / && !/De rien/ { exit }
/^<!-- commandes -->$/ { n++; to = out sprintf("%02d.run", n) }
/^<!-- fichier: / {
	n++; to = out sprintf("%02d.text", n); path = $3
	print path > (out sprintf("%02d.to", n))
}
/^```$/ { inside = 0; to = "" }
inside { print > to }
/^```[a-z]/ { inside = to != "" }
' "$root/docs/themes.md"
[ "$(ls ./*.run | wc -l)" = 4 ] && [ "$(ls ./*.to | wc -l)" = 4 ] ||
	fail "the road is not read: $(ls)"

for step in [0-9][0-9].run [0-9][0-9].to; do echo "$step"; done | sort | while read -r step; do
	case $step in
	*.to) cp "${step%.to}.text" "val-du-lin/$(cat "$step")" ;;
	*) bash -eu "$step" </dev/null >said 2>&1 || fail "a command of step $step fails" ;;
	esac
	! grep -qE 'erreur|attention' said || fail "step $step is not silent"
done
home=essai/public/index.html
grep -q 'Que pouvons-nous pour vous' $home || fail "the word is not the theme's"
grep -q 'text-align: center' essai/public/assets/val-du-lin.*.css || fail "not its styles"
! grep -q 'rubriques-titre' $home || fail "the option is not heard"
grep -qF ':root { --option-filet: #' essai/public/assets/couleurs.*.css ||
	fail "styles do not know the option"
sed -i 's|^  theme: bocage$|&\n  options: { rubriques: oui, filet: "#2F5D3A" }|' \
	essai/commune.yaml
expect 0 build essai --theme val-du-lin
grep -qF ':root { --option-filet: #2f5d3a; }' essai/public/assets/couleurs.*.css ||
	fail "styles do not know the commune's colour"
grep -q 'rubriques-titre' $home || fail "the commune's option is not heard"
[ "$(git -C val-du-lin tag)" = v1.0 ] || fail "the version has no name"

# An option that is a picture of the commune: linked to from pages of any depth, with its
# lighter copies; one that is not there is said, and nothing is shown.
printf '  devanture: { genre: image, aide: Une image }\n' >>val-du-lin/theme.yaml
cat >val-du-lin/templates/pied.html <<'END'
{{<pied}}
{{$mairie}}
{{#options.devanture}}
<picture>{{#copies}}<source type="image/webp" srcset="{{copies}}" sizes="100vw">{{/copies}}<img class="devanture" src="{{source}}" alt="{{alternative}}"></picture>
{{/options.devanture}}
{{/mairie}}
{{/pied}}
END
expect 0 check val-du-lin
mkdir -p essai/images
cp "$root/example-commune/images/village.png" essai/images/
sed -i 's|^  options: {|& devanture: images/village.png,|' essai/commune.yaml
expect 0 build essai --theme val-du-lin
! grep -q attention said || fail "a picture that is there is complained of"
news=$(find essai/public/actualites -name '*.html' ! -name index.html | head -1)
grep -q 'class="devanture" src="images/village.png"' $home || fail "not linked from the home page"
grep -q 'class="devanture" src="../images/village.png"' "$news" || fail "not linked from the news"
[ ! -x "$(dirname "$program")/tambour-image" ] ||
	grep -q 'srcset="../images/village-480\.' "$news" || fail "it has no lighter copies"
sed -i 's|images/village|images/absente|' essai/commune.yaml
expect 0 build essai --theme val-du-lin
says image-absente
! grep -q 'class="devanture"' $home || fail "a picture that is not there is shown"
