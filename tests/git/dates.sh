#!/bin/bash
# Dates of files: equal to what `git log -1 --format=%cI` says, on histories with merges,
# renames and reverts; none where git would be wrong.
# usage: tests/git/dates.sh DOOR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"

now=1700000000
step() { # REPOSITORY [WORDS]: commit, one hour after the last
	now=$((now + 3600))
	commit "$1" "${2:-pas}" "@$now +0100"
}

# Newer versions of git write Z for +00:00.
expected() { # REPOSITORY [COMMIT [FOLDER]]
	local at=${2:-HEAD} below=${3:+$3/} path
	git -C "$1" -c core.quotePath=false ls-tree -r --name-only "$at${3:+:$3}" |
		grep -v -e '^\.' -e '/\.' | LC_ALL=C sort | while IFS= read -r path; do
		echo "$(git -C "$1" log -1 --format=%cI "$at" -- "$below$path" |
			sed 's/Z$/+00:00/') $path"
	done
}

same_as_git() { # REPOSITORY: the folder's dates are those of git
	door dates "$tmp/$1" || bad "no dates"
	expected "$1" >expected
	cmp -s "$tmp/out" expected || {
		bad "other dates than git's"
		diff "$tmp/out" expected | head -10
	}
	silent
}

case_linear() {
	git init -q -b main lineaire && mkdir -p lineaire/a/b lineaire/a-b
	local i
	for i in {1..6}; do
		echo "$i" >"lineaire/a/b/$((i % 3)).md"
		echo "$i" >"lineaire/a-b/$((i % 2)).md"
		[ "$i" = 3 ] && echo x >lineaire/a.md
		step lineaire
	done
	echo caché >lineaire/.cache && mkdir -p 'lineaire/été' && echo x >'lineaire/été/œuf é.md'
	step lineaire
	same_as_git lineaire
	[ "$(wc -l <"$tmp/out")" = 7 ] || bad "another number of files"
}

case_not_committed() {
	new_repository attente
	echo neuf >attente/neuf.md
	echo change >>attente/catalogue.yaml
	same_as_git attente
}

case_modes_and_renames() {
	git init -q -b main noms && mkdir noms/d
	seq 100 >noms/un.md && seq 50 >noms/d/deux.md && echo x >noms/trois.md
	step noms
	chmod +x noms/trois.md
	step noms
	git -C noms mv un.md d/un.md
	step noms
	git -C noms mv d e
	step noms
	rm noms/e/deux.md
	step noms
	seq 50 >noms/e/deux.md
	step noms
	rm -r noms/trois.md && mkdir noms/trois.md && echo x >noms/trois.md/x.md
	step noms
	same_as_git noms
}

# A change undone is a change: both commits touched the file.
case_revert() {
	git init -q -b main retour
	echo a >retour/f.md && step retour
	echo b >retour/f.md && step retour
	echo a >retour/f.md && step retour
	same_as_git retour
}

merge() { # REPOSITORY BRANCH...
	local repository=$1
	shift
	now=$((now + 3600))
	GIT_COMMITTER_DATE="@$now +0100" GIT_AUTHOR_DATE="@$now +0100" \
		git -C "$repository" merge -q --no-ff -m fusion "$@" >/dev/null 2>&1
}

case_merges() {
	git init -q -b main fusions
	local f
	for f in a b c d e; do seq 20 >"fusions/$f.md"; done
	step fusions
	git -C fusions checkout -q -b cote
	echo cote >>fusions/a.md && step fusions
	echo cote >fusions/neuf.md && step fusions
	git -C fusions checkout -q main
	echo main >>fusions/b.md && step fusions
	# The same change on both sides: the first parent's is told.
	echo egal >>fusions/c.md && step fusions
	git -C fusions checkout -q cote
	echo egal >>fusions/c.md && step fusions
	sed -i 1d fusions/d.md && step fusions
	git -C fusions checkout -q main
	echo fin >>fusions/d.md && step fusions
	merge fusions cote || bad "no merge"
	same_as_git fusions
	# A merge that takes the other side of everything.
	git -C fusions checkout -q -b vieux HEAD~1
	echo vieux >>fusions/e.md && step fusions
	merge fusions -s ours main
	same_as_git fusions
}

case_conflict_and_octopus() {
	git init -q -b main pieuvre
	local f
	for f in a b c d; do echo "$f" >"pieuvre/$f.md"; done
	step pieuvre
	for f in a b c; do
		git -C pieuvre checkout -q -b "b$f" main
		echo "$f" >>"pieuvre/$f.md" && step pieuvre
	done
	git -C pieuvre checkout -q main
	merge pieuvre ba bb bc || bad "no octopus"
	git -C pieuvre checkout -q -b conflit
	echo un >pieuvre/d.md && step pieuvre
	git -C pieuvre checkout -q main
	echo deux >pieuvre/d.md && step pieuvre
	merge pieuvre conflit
	echo trois >pieuvre/d.md && step pieuvre resolution
	[ "$(git -C pieuvre log -1 --format=%P | wc -w)" = 2 ] || bad "no conflict"
	same_as_git pieuvre
}

# Histories drawn at random, with clocks that go backwards.
case_random() {
	RANDOM=4217
	git init -q -b main hasard
	local i f b branches=(main)
	for f in {1..9}; do mkdir -p "hasard/d$((f % 3))" && echo 0 >"hasard/d$((f % 3))/f$f.md"; done
	step hasard
	for i in {1..60}; do
		now=$((now + RANDOM % 20000 - 8000))
		b=${branches[RANDOM % ${#branches[@]}]}
		git -C hasard checkout -q "$b"
		case $((RANDOM % 6)) in
		0)
			git -C hasard checkout -q -b "b$i"
			branches+=("b$i")
			;;
		1)
			merge hasard -X ours "${branches[RANDOM % ${#branches[@]}]}" ||
				git -C hasard merge --abort 2>/dev/null
			;;
		*)
			f=$((1 + RANDOM % 9))
			echo $((RANDOM % 4)) >"hasard/d$((f % 3))/f$f.md"
			step hasard
			;;
		esac
	done
	for b in "${branches[@]}"; do
		git -C hasard checkout -q "$b"
		same_as_git hasard
	done
}

case_folder_within() {
	git init -q -b main dedans && mkdir -p dedans/sites/bourg/pages
	echo x >dedans/sites/bourg/pages/p.md && step dedans
	echo y >dedans/autre.md && step dedans
	door dates "$tmp/dedans/sites/bourg"
	expected dedans HEAD sites/bourg >expected
	cmp -s "$tmp/out" expected || bad "other dates"
	[ -s expected ] || bad "nothing was compared"
}

case_branch_packed_detached_worktree() {
	new_repository formes
	git -C formes pack-refs --all
	same_as_git formes
	git -C formes checkout -q --detach 2>/dev/null
	same_as_git formes
	step formes
	git -C formes worktree add -q ../arbre -b autre
	echo arbre >arbre/arbre.md && step arbre
	same_as_git arbre
	git clone -q --separate-git-dir ailleurs.git formes separe
	same_as_git separe
}

# A shallow clone would date its oldest files by the cut.
case_shallow() {
	new_repository entier
	echo x >entier/x.md && step entier
	git clone -q --depth 1 "file://$tmp/entier" coupe
	door dates "$tmp/coupe" || bad "not dated in silence"
	[ ! -s "$tmp/out" ] || bad "a shallow clone gave dates"
	silent
	git -C coupe fetch -q --unshallow
	same_as_git coupe
}

case_no_git_no_commit() {
	mkdir -p nu && door dates "$tmp/nu" && [ ! -s "$tmp/out" ] || bad "dates without git"
	git init -q vide && door dates "$tmp/vide" && [ ! -s "$tmp/out" ] || bad "dates of nothing"
	silent
}

# Known dates cost no child; a new commit is dated anew; damage is dated anew too.
case_kept() {
	new_repository garde
	same_as_git garde
	door -p /absent dates "$tmp/garde" || bad "known dates needed a child"
	cmp -s "$tmp/out" expected || bad "other dates"
	echo x >garde/x.md && step garde
	same_as_git garde
	local file
	for file in "$cache"/dates/*; do truncate -s -1 "$file"; done
	same_as_git garde
	for file in "$cache"/dates/*; do echo >"$file"; done
	same_as_git garde
}

case_unreadable() {
	new_repository casse
	local head
	head=$(git -C casse rev-parse HEAD)
	rm -f "casse/.git/objects/${head:0:2}/${head:2}"
	door dates "$tmp/casse" && bad "dated by a commit that is gone"
	says dates-inconnues
}

case_of_a_source() {
	new_repository depot
	echo x >depot/x.md && step depot
	fetch depot main
	door dates-of depot "$commit" || bad "not dated"
	expected depot >expected
	cmp -s "$tmp/out" expected || bad "other dates"
	door -f demarches dates-of depot "$commit"
	expected depot HEAD demarches >expected
	cmp -s "$tmp/out" expected || bad "other dates within a folder"
}

run_cases
