#!/bin/sh
# The same bytes whatever the folder, the language and zone of the machine, the order in
# which its file system lists, and the hour within one state of the site.
. "$(dirname "$0")/common.sh"

# A copy whose files are made in another order, so that folders list them otherwise.
reversed() {
	mkdir "$2"
	(cd "$1" && find . -type d | LC_ALL=C sort) | while read -r dir; do
		mkdir -p "$2/$dir"
	done
	(cd "$1" && find . -type f | LC_ALL=C sort -r) | while read -r file; do
		cp "$1/$file" "$2/$file"
	done
}

cp -R "$root/example-commune" "$room/un"
rm -rf "$room/un/public" "$room/un/.tambour"
reversed "$room/un" "$room/un autre dossier"
expect 0 build "$room/un" --date $day
first=$(sum_of "$room/un/public")
n=0
for site in "$room/un" "$room/un autre dossier"; do
	for place in C,UTC fr_FR.UTF-8,America/Miquelon tr_TR.UTF-8,Pacific/Kiritimati; do
		n=$((n + 1))
		export LC_ALL=${place%,*} LANG=${place%,*} TZ=${place#*,}
		expect 0 build "$site" -o "$room/out-$n" --state "$room/state-$n" --date $day
		[ "$(sum_of "$room/out-$n")" = "$first" ] ||
			fail "other bytes with $site, $place:
$(diff -rq "$room/un/public" "$room/out-$n")"
	done
done
# What now is, given otherwise: 11:00 UTC is noon in the commune.
export SOURCE_DATE_EPOCH=1795518000
expect 0 build "$site" -o "$room/epoch" --state "$room/state"
[ "$(sum_of "$room/epoch")" = "$first" ] || fail "other bytes with SOURCE_DATE_EPOCH"
# The umask does not matter either.
umask 077
expect 0 build "$site" -o "$room/umask" --state "$room/state-umask" --date $day
[ -z "$(find "$room/umask" -type f ! -perm 644)" ] || fail "files are not of mode 0644"
[ -z "$(find "$room/umask" -type d ! -perm 755)" ] || fail "folders are not of mode 0755"
# On one processor there is no thread beside the first.
umask 022
first_allowed=$(taskset -cp $$ | sed 's/.*: //; s/[-,].*//')
taskset -cp "$first_allowed" $$ >/dev/null
expect 0 build "$site" -o "$room/one" --state "$room/state-one" --date $day
[ "$(sum_of "$room/one")" = "$first" ] || fail "other bytes on one processor"
