#!/bin/sh
# Pictures are prepared once: a build that follows starts nothing, whatever else changed.
# Their addresses stay, no place goes online, and a picture cut short or spoilt at any
# place is said or shown, and stops nothing.
. "$(dirname "$0")/common.sh"

files=$root/tests/unit/image/files
# A tambour of its own, whose tambour-image keeps a list of what it is asked.
mkdir "$room/bin"
cp "$program" "$room/bin/tambour"
real=$(dirname "$program")/tambour-image
cat >"$room/bin/tambour-image" <<END
#!/bin/sh
echo "\$2" >>"$room/asked"
cd /proc/self/fd/3 && printf 'twelve bytes' >"\$2-0.\$3" && printf four >"\$2-64.webp" &&
	printf 'own 64 48 12\nwebp 64 48 4\ndone\n'
END
chmod +x "$room/bin/tambour-image"
program=$room/bin/tambour
site=$room/site
cp -R "$root/tests/check/base" "$site"
mkdir -p "$site/images"
for name in place.jpg comment.jpg place.png; do cp "$files/$name" "$site/images/"; done
cp "$files/place.jpg" "$site/images/la même.jpg"
cat >>"$site/pages/ecole.md" <<'END'

![Le lavoir sous la neige](../images/place.jpg)
END
sleep 3 # what was saved this instant is not to be trusted by its date

asked() { sort "$room/asked" 2>/dev/null | wc -l; }
copies() { find "$site/.tambour/copies" -type f | wc -l; }

expect 0 build "$site" --date $day
[ "$(asked)" = 3 ] || fail "not every picture was prepared once"
[ "$(copies)" = 9 ] || fail "three pictures have not three files each"
for name in place.jpg comment.jpg place.png 'la même.jpg'; do
	[ "$(cat "$site/public/images/$name")" = "twelve bytes" ] ||
		fail "images/$name does not serve its reduced picture"
done
grep -q 'srcset="images/place-64\.[0-9a-f]*\.webp 64w"' "$site/public/ecole.html" ||
	fail "the page does not offer the lighter copies"

: >"$room/asked"
expect 0 build "$site" --date $day
printf '\nUn mot de plus.\n' >>"$site/pages/ecole.md"
expect 0 build "$site" --date $day
[ "$(asked)" = 0 ] || fail "pictures that did not change were prepared again"

mv "$site/images/comment.jpg" "$site/images/autre nom.jpg"
expect 0 build "$site" --date $day
[ "$(asked)" = 0 ] || fail "a picture that was only renamed was prepared again"

cp "$files/xmp.jpg" "$site/images/place.jpg"
rm "$site/images/la même.jpg" "$site/images/place.png"
expect 0 build "$site" --date $day
[ "$(asked)" = 1 ] || fail "not only the picture that changed was prepared"
[ "$(copies)" = 6 ] || fail "copies that nobody uses were kept"
[ ! -e "$site/public/images/place.png" ] || fail "a picture that went is still published"

rm -rf "$site/.tambour/copies"
printf '\nEt un autre.\n' >>"$site/pages/ecole.md"
expect 0 build "$site" --date $day
[ "$(asked)" = 3 ] || fail "copies that were lost were not made again"

# A program that cannot run is as none: pictures go online as they are, but for a place.
printf '#!/bin/sh\nexit 127\n' >"$room/bin/tambour-image"
rm -rf "$site/.tambour"
expect 0 build "$site" --date $day
cmp -s "$site/images/autre nom.jpg" "$site/public/images/autre nom.jpg" ||
	fail "without a program that works, a picture was not copied"
[ ! -e "$site/public/images/place.jpg" ] || fail "a photograph went online with its place"

# The true program, on files spoilt in many ways.
[ -x "$real" ] || exit 0
cp "$real" "$room/bin/tambour-image"
rm -rf "$site/.tambour" "$site/images"
mkdir "$site/images"
cp "$files/camera.jpg" "$site/images/place.jpg"
for name in place.jpg place.png place.webp comment.gif; do
	size=$(wc -c <"$files/$name") end=${name#*.}
	for eighth in 1 3 5 7; do
		at=$((size * eighth / 8))
		head -c $at "$files/$name" >"$site/images/cut-$eighth.$end"
		{
			head -c $at "$files/$name"
			printf '\125\252'
			tail -c +$((at + 3)) "$files/$name"
		} >"$site/images/spoilt-$eighth.$end"
	done
done
expect 0 build "$site" --date $day
[ -s "$site/public/ecole.html" ] || fail "the page was not published"
for eighth in 1 3 5 7; do
	for end in jpg png webp gif; do
		[ ! -e "$site/public/images/cut-$eighth.$end" ] ||
			fail "a picture cut short was published"
	done
done
! grep -rlaE 'Exif|GPS|secret' "$site/public/images" || fail "what a camera knew is online"
[ "$(wc -c <"$site/public/images/place.jpg")" -lt 60000 ] || fail "a photograph was not reduced"
find "$site/public/images" -name 'place-480.*.webp' | grep -q . || fail "no copy for phones"
