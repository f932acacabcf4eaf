#!/bin/bash
# Dates that readers see: under pages, in sitemap.xml and in the feed, equal to what
# `git log -1` says of each file on a history with merges and renames; none where git
# cannot know; no program started where there is no git.
# usage: tests/git/dates_shown.sh TAMBOUR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"
root=$(realpath "$here/../..")
export TAMBOUR_THEMES=$root/themes TZ=Europe/Paris XDG_CACHE_HOME
unset TAMBOUR_LANG SOURCE_DATE_EPOCH
# The program with a child that tells that it was started, and is of no use.
mkdir -p bin/started
cp "$door_program" bin/tambour
printf '#!/bin/sh\ntouch "%s"\nexit 1\n' "$tmp/bin/started/yes" >bin/tambour-git
chmod +x bin/tambour-git

now=1700000000
step() { # REPOSITORY: commit, five hours after the last
	now=$((now + 18000))
	commit "$1" pas "@$now +0000"
}

build_with() { # PROGRAM STATUS words...
	local program=$1 wanted=$2 status=0
	shift 2
	XDG_CACHE_HOME=$cache
	"$program" build "$@" --date 2026-11-24T12:00 --lang fr >"$tmp/said" 2>&1 || status=$?
	[ "$status" = "$wanted" ] || bad "status $status, not $wanted"
}
build() { build_with "$door_program" 0 "$@"; }

page() { # FILE TITLE [more lines of the header]
	mkdir -p "$(dirname "$1")"
	printf -- '---\ntitre: %s\n%s---\n\nTexte de « %s ».\n' "$2" "${3:-}" "$2" >"$1"
}

# A commune with an address, so that it has a sitemap.
site() {
	cp -R "$root/tests/check/base" "$1"
	printf 'site:\n  lien: https://www.bourg.example\n%b' "${2:-}" >>"$1/commune.yaml"
	printf 'public/\n.tambour/\n' >"$1/.gitignore"
	git init -q -b main "$1"
}

day_of() { # of a published page, or nothing
	sed -nE 's|.*class="mise-a-jour">.*<time datetime="([^"]*)".*|\1|p' "$1"
}
lastmod_of() { # SITE ADDRESS
	sed -nE "s|.*<loc>https://www.bourg.example/$2</loc><lastmod>([^<]*)<.*|\1|p" \
		"$1/public/sitemap.xml"
}
git_says() { # REPOSITORY FORMAT FILE, on the clock of the commune
	git -C "$1" log -1 --format=%cd --date="format-local:$2" -- "$3"
}

same_as_git() { # REPOSITORY: every page; how many were compared must be at least 3
	local file name n=0
	while IFS= read -r file; do
		name=${file#pages/} name=${name%.md}.html
		[ -e "$1/public/$name" ] || { bad "$file is not published"; continue; }
		[ "$(day_of "$1/public/$name")" = "$(git_says "$1" %Y-%m-%d "$file")" ] ||
			bad "$file shows another day than git's"
		local at
		at=$(git_says "$1" %Y-%m-%dT%H:%M:00%z "$file")
		[ "$(lastmod_of "$1" "$name")" = "${at%??}:${at: -2}" ] ||
			bad "$file has another lastmod than git's $at"
		n=$((n + 1))
	done < <(git -C "$1" ls-files pages)
	[ "$n" -ge 3 ] || bad "only $n pages were compared"
}

merge() { # REPOSITORY BRANCH
	now=$((now + 18000))
	GIT_COMMITTER_DATE="@$now +0000" GIT_AUTHOR_DATE="@$now +0000" \
		git -C "$1" merge -q --no-ff -m fusion "$2" >"$tmp/out" 2>&1 || bad "no merge"
}

case_merges_and_renames() {
	site f
	local i
	for i in un deux trois quatre; do page "f/pages/$i.md" "Page $i" && step f; done
	git -C f checkout -q -b cote
	page f/pages/cote.md Côté && step f
	page f/pages/deux.md "Page deux relue" && step f
	git -C f checkout -q main
	page f/pages/trois.md "Page trois relue" && step f
	git -C f mv pages/un.md pages/premiere.md && step f
	merge f cote
	mkdir -p f/pages/vie && git -C f mv pages/quatre.md pages/vie/quatre.md && step f
	build f
	same_as_git f
	grep -q 'Page mise à jour le <time' f/public/trois.html || bad "no words around the day"
	# One page changes, one commit: its date alone changes.
	page f/pages/cote.md "Côté nord" && step f
	build f
	same_as_git f
}

# 23:30 in universal time is the next day at the mairie.
case_the_day_is_that_of_the_commune() {
	site z
	page z/pages/nuit.md Nuit
	commit z nuit "2026-11-11T23:30:00+00:00"
	build z
	[ "$(day_of z/public/nuit.html)" = 2026-11-12 ] || bad "not the commune's day"
	grep -q 'mise à jour le <time datetime="2026-11-12">12 novembre 2026</time>' \
		z/public/nuit.html || bad "not in words"
	[ "$(lastmod_of z nuit.html)" = 2026-11-12T00:30:00+01:00 ] || bad "another lastmod"
}

# A date that its author wrote is shown rather than git's.
case_a_written_date_is_kept() {
	site e
	page e/pages/relue.md Relue $'mise_a_jour: 2025-03-01\n'
	step e
	build e
	[ "$(day_of e/public/relue.html)" = 2025-03-01 ] || bad "not the written day"
	grep -q 'Page relue le' e/public/relue.html || bad "not in its words"
}

# News: a change after its day is told, and dates its entry of the feed.
case_news() {
	site n
	rm -rf n/actualites
	page n/actualites/2026-11-02-eau.md Eau
	page n/actualites/2026-11-20-bois.md Bois
	commit n trois "2026-11-03T10:00:00+01:00"
	build n
	[ "$(day_of n/public/actualites/eau.html)" = 2026-11-03 ] || bad "a change is not told"
	[ -z "$(day_of n/public/actualites/bois.html)" ] || bad "told before its own day"
	[ "$(grep -c '<updated>2026-11-03T10:00:00+01:00' n/public/actualites/flux.xml)" = 1 ] ||
		bad "the feed has another date"
	[ "$(grep -c '<updated>2026-11-20T00:00:00+01:00' n/public/actualites/flux.xml)" = 2 ] ||
		bad "the feed and its last entry have another date"
}

# Rather no date than a wrong one.
case_changed_and_not_committed() {
	site s
	local i
	for i in un deux trois quatre; do page "s/pages/$i.md" "Page $i"; done
	step s
	page s/pages/deux.md "Page deux changée"
	page s/pages/trois.md "Page trois changée" && git -C s add pages/trois.md
	page s/pages/neuve.md Neuve
	build s
	[ -n "$(day_of s/public/un.html)" ] || bad "a committed page has no date"
	for i in deux trois neuve; do
		[ -z "$(day_of "s/public/$i.html")$(lastmod_of s "$i.html")" ] ||
			bad "$i is dated by a commit that has other bytes"
	done
	page s/pages/deux.md "Page deux"
	build s
	[ -n "$(day_of s/public/deux.html)" ] || bad "put back as committed, still no date"
}

case_shallow() {
	site l
	page l/pages/un.md Un && step l
	page l/pages/deux.md Deux && step l
	page l/pages/trois.md Trois && step l
	git clone -q --depth 1 "file://$tmp/l" coupe
	build coupe
	grep -q mise-a-jour coupe/public/*.html && bad "a shallow clone gave dates"
	[ -z "$(lastmod_of coupe un.html)" ] || bad "lastmod in a shallow clone"
	# The same commit, its history made whole.
	git -C coupe fetch -q --unshallow
	build coupe
	same_as_git coupe
}

case_switched_off() {
	site o '  dates_de_git: non\n'
	page o/pages/un.md Un && step o
	build o
	grep -q mise-a-jour o/public/un.html && bad "dated in spite of dates_de_git: non"
	[ ! -e "$cache/dates" ] || bad "the history was read"
}

unchanged() { grep -q 'Rien n’a changé' "$tmp/said"; }

# A build that is skipped would have published the same.
case_stamp() {
	site p
	page p/pages/un.md Un && step p
	find p -path p/.git -prune -o -exec touch -h -d 2026-01-01 {} +
	build p
	[ -s p/.tambour/stamp ] || bad "no stamp"
	build p
	unchanged || bad "built again"
	# No file changes, the commit does.
	GIT_COMMITTER_DATE="2026-11-20T10:00:00+01:00" git -C p commit -q --amend --no-edit
	build p
	unchanged && bad "another commit went unseen"
	[ "$(day_of p/public/un.html)" = 2026-11-20 ] || bad "the date of before"
	# Nothing but git itself comes and goes.
	mv p/.git git-of-p
	build p
	unchanged && bad "git that went away went unseen"
	[ -z "$(day_of p/public/un.html)" ] || bad "a date without git"
	build p
	unchanged || bad "built again without git"
	mv git-of-p p/.git
	build p
	unchanged && bad "git that came went unseen"
	[ "$(day_of p/public/un.html)" = 2026-11-20 ] || bad "no date again"
}

# Same files, same commit: same bytes, whatever the cache knows.
case_same_bytes() {
	site b
	page b/pages/un.md Un && step b
	page b/pages/deux.md Deux && step b
	build b -o "$tmp/b1" --state "$tmp/b1s"
	build b -o "$tmp/b2" --state "$tmp/b2s"
	rm -rf "$cache"
	build b -o "$tmp/b3" --state "$tmp/b3s"
	diff -r b1 b2 && diff -r b1 b3 || bad "other bytes"
}

case_no_git_starts_nothing() {
	rm -f bin/started/yes
	site g && rm -rf g/.git
	page g/pages/un.md Un
	build_with bin/tambour 0 g
	[ ! -e bin/started/yes ] || bad "a program was started without git"
	[ ! -e "$cache" ] || bad "a cache was made without git"
}

# Dates already known start nothing either, though the pages are built again.
case_known_dates_start_nothing() {
	site k
	page k/pages/un.md Un && step k
	build k
	rm -f bin/started/yes
	page k/pages/deux.md Deux
	build_with bin/tambour 0 k
	[ ! -e bin/started/yes ] || bad "known dates started a program"
	[ -n "$(day_of k/public/un.html)" ] || bad "no date"
}

# What cannot be read costs the dates, not the site, and is tried again.
case_failure() {
	site x
	page x/pages/un.md Un && step x
	find x -path x/.git -prune -o -exec touch -h -d 2026-01-01 {} +
	rm -f bin/started/yes
	build_with bin/tambour 0 x
	[ -e bin/started/yes ] || bad "git was not asked"
	grep -q 'dates de modification' "$tmp/said" && bad "said without being asked"
	build_with bin/tambour 0 x --verbose
	grep -q 'dates de modification' "$tmp/said" || bad "not said to who asks"
	build_with bin/tambour 0 x --verbose --strict
	grep -q mise-a-jour x/public/un.html && bad "a date from nowhere"
	build x
	[ -n "$(day_of x/public/un.html)" ] || bad "not tried again"
}

run_cases
