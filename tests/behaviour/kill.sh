#!/bin/bash
# The program killed at 200 moments of a build that replaces a site: readers find the old
# site or the new one, whole, and the next build succeeds over what was left behind.
. "$(dirname "$0")/common.sh"

for version in A B; do
	commune "$room/$version" 24
	sed -i "s/^Texte/Version $version/" "$room/$version"/pages/*.md
done
# Pages that only one of both has.
for i in $(seq 8); do mv "$room/B/pages/page-$i.md" "$room/B/pages/autre-$i.md"; done

build() {
	"$program" build "$room/$1" -o "$room/www" --state "$room/state" --date $day \
		--swap "$swap" --quiet </dev/null >"$room/said" 2>&1
}
now() { date +%s%N; }

# A build killed after so many nanoseconds; `killed` counts those that had not ended.
# --foreground: timeout waits until what it killed is gone, and its lock with it.
kill_after() {
	local status=0
	timeout --foreground -s KILL \
		"$(printf '%d.%09d' $(($2 / 1000000000)) $(($2 % 1000000000)))" \
		"$program" build "$room/$1" -o "$room/www" --state "$room/state" \
		--date $day --swap "$swap" --quiet </dev/null >"$room/said" 2>&1 || status=$?
	case $status in
	137) killed=$((killed + 1)) ;;
	0 | 124) ;; # 124: it ended just as its time did
	*) fail "$swap: a build over what a killed one left says status $status" ;;
	esac
}

for swap in exchange symlink; do
	rm -rf "$room/www" "$room/state" "$room"/.www*
	killed=0
	build B
	sum_B=$(sum_of "$room/www/")
	from=$(now)
	build A
	long=$(($(now) - from)) # of a build that replaces a site, on this machine, now
	sum_A=$(sum_of "$room/www/")
	stands=A
	for i in $(seq 100); do
		[ $stands = A ] && next=B || next=A
		kill_after $next $((long * i / 90))
		sum=$(sum_of "$room/www/")
		case $sum in
		"$sum_A") stands=A ;;
		"$sum_B") stands=B ;;
		*) fail "$swap: killed after $((long * i / 90)) ns, neither site stands" ;;
		esac
	done
	[ $killed -ge 20 ] || fail "$swap: only $killed builds of 100 were killed in time"
	build $next || fail "$swap: the last build fails"
	[ "$(sum_of "$room/www/")" = "$([ $next = A ] && echo "$sum_A" || echo "$sum_B")" ] ||
		fail "$swap: the last build publishes something else"
	[ -z "$(find "$room" -maxdepth 1 -name '.www*.new*')" ] || fail "$swap: leftovers stay"
	echo "$swap: $killed of 100 builds killed before their end"
done
