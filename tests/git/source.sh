#!/bin/bash
# Fetching, pinning and opening: versions, folders, relations, a cache that is warm, cold
# or another user's.
# usage: tests/git/source.sh DOOR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"

new_repository depot
first=$(git -C depot rev-parse HEAD)
git -C depot tag -a v1 -m "version un"
git -C depot tag leger
printf 'Carte, corrigée\n' >depot/demarches/carte.md
mkdir -p 'depot/textes/été'
printf 'œuf\n' >'depot/textes/été/œuf.md'
printf 'caché\n' >depot/.cache
commit depot deux 2026-11-25T10:00:00-03:30
second=$(git -C depot rev-parse HEAD)
git -C depot branch essai "$first"

case_versions() {
	local asked kinds=
	for asked in main v1 leger "$first" "${first:0:9}" ""; do
		fetch depot "$asked" || return
		kinds="$kinds $kind:${commit:0:9}"
	done
	local a=${first:0:9} b=${second:0:9}
	[ "$kinds" = " branch:$b tag:$a tag:$a commit:$a commit:$a branch:$b" ] ||
		bad "found$kinds"
	fetch depot main
	[ "$date" = 2026-11-25T10:00:00-03:30 ] || bad "date $date"
	[ "$tree" = "$(git -C depot rev-parse HEAD^{tree})" ] || bad "tree $tree"
}

case_tag_before_branch() {
	git init -q -b main deux-noms
	commit deux-noms un && git -C deux-noms tag nom
	commit deux-noms deux && git -C deux-noms branch nom
	fetch deux-noms nom
	[ "$kind $commit" = "tag $(git -C deux-noms rev-parse main~1)" ] || bad "$kind $commit"
}

case_version_absent() {
	for asked in v9 main~1 HEAD^ refs/heads/main ../main 'v1^{tree}'; do
		door fetch depot "$asked" && bad "$asked was found"
		says version-absente-du-depot
	done
}

case_folder() {
	fetch depot main -f ./textes/
	[ "$tree" = "$(git -C depot rev-parse HEAD:textes)" ] || bad "tree $tree"
	door -f textes list depot "$commit" "$tree" || bad "not opened"
	[ "$(cut -d' ' -f1 "$tmp/out")" = été/œuf.md ] || bad "another list"
	door -f absent fetch depot main && bad "an absent folder was found"
	says dossier-absent-du-depot
	door -f catalogue.yaml fetch depot main && bad "a file was taken for a folder"
	says dossier-absent-du-depot
	door -f ../depot fetch depot main && bad "a path left the repository"
	says dossier-absent-du-depot
}

case_files() {
	fetch depot main
	door list depot "$commit" "$tree" || bad "not opened"
	[ "$(cut -d' ' -f1,2 "$tmp/out")" = "catalogue.yaml 11
demarches/carte.md 17
textes/été/œuf.md 5" ] || bad "another list"
	door cat depot "$commit" "$tree" demarches/carte.md || bad "not read"
	cmp -s "$tmp/out" depot/demarches/carte.md || bad "other bytes"
	silent
}

case_relation() {
	fetch depot main
	git -C depot checkout -q -b autre "$first" && commit depot trois
	local other
	other=$(git -C depot rev-parse HEAD)
	git -C depot checkout -q main
	fetch depot main
	local words=
	for pair in "$first $second" "$second $first" "$second $second" "$second $other" \
		"$second 0123456789012345678901234567890123456789" "$second zut"; do
		# Two commits, two words.
		# shellcheck disable=SC2086
		door relation depot $pair
		words="$words $(cat "$tmp/out")"
	done
	[ "$words" = " newer older same rewritten unknown unknown" ] || bad "$words"
}

# Rewritten history: the branch has moved, the pinned commit still opens.
case_rewritten_history() {
	new_repository reecrit
	commit reecrit deux
	fetch reecrit main
	local old=$commit old_tree=$tree
	echo autre >reecrit/autre.md
	git -C reecrit reset -q --soft HEAD~1 && commit reecrit autre
	git -C reecrit reflog expire --expire=now --all && git -C reecrit gc -q --prune=now
	fetch reecrit main
	[ "$commit" != "$old" ] || bad "the branch did not move"
	door relation reecrit "$old" "$commit"
	[ "$(cat "$tmp/out")" = rewritten ] || bad "relation"
	rm -r "$cache/arbres"
	door list reecrit "$old" "$old_tree" || bad "the pinned commit is lost"
}

# A branch `a` that becomes `a/b` cannot be written before `a` is removed.
case_branch_becomes_folder() {
	new_repository branches
	git -C branches branch a
	fetch branches a
	git -C branches branch -D -q a && git -C branches branch a/b
	fetch branches a/b
	door fetch branches a && bad "a removed branch is still there"
	says version-absente-du-depot
}

case_addresses() {
	fetch "$tmp/depot" main
	fetch "file://$tmp/depot" main
	fetch ./depot/ main
	[ "$(ls "$cache/depots" | grep -c 'git$')" = 1 ] || bad "one folder, several clones"
	local address
	for address in http://exemple.fr/a.git git://exemple.fr/a.git ftp://exemple.fr/a; do
		door fetch "$address" main && bad "$address was accepted"
		says adresse-de-depot-non-sure
	done
	for address in https://moi:secret@exemple.fr/a.git https://moi@exemple.fr/a.git \
		ssh://git:secret@exemple.fr/a.git; do
		door fetch "$address" main && bad "$address was accepted"
		says adresse-de-depot-avec-identifiant
	done
	for address in "" https:// https://exemple.fr https:///a.git \
		https://exemple.fr:/a.git https://exemple.fr:zut/a.git https://:443/a 'ext::sh -c date' \
		file://exemple.fr/a 'https://exemple.fr/a?b' git@exemple.fr: $'a\nb'; do
		door fetch "$address" main && bad "$address was accepted"
		says adresse-de-depot-illisible
	done
	door fetch nulle-part main && bad "a missing folder was fetched"
	says depot-introuvable
}

# insteadOf of a person's settings could lead elsewhere what a commune wrote.
case_settings_do_not_rewrite() {
	git init -q -b main autre-depot && commit autre-depot autre
	git config -f "$HOME/.gitconfig" "url.$tmp/autre-depot.insteadOf" "$tmp/depot"
	GIT_CONFIG_GLOBAL= fetch depot main
	rm "$HOME/.gitconfig"
	[ "$commit" = "$second" ] || bad "another repository was fetched"
}

# Warm: no clone, no network, no child.
case_warm_needs_nothing() {
	fetch depot main
	rm -r "$cache/depots"
	door -p /absent list depot "$commit" "$tree" || bad "a warm cache needed a child"
	silent
}

case_cold_says_what_to_run() {
	fetch depot main
	local at=$commit of=$tree
	cache=$tmp/cold
	door list depot "$at" "$of" && bad "opened from nothing"
	says version-pas-encore-recue
	grep -q 'tambour update' "$tmp/said" || bad "the cure is missing"
	[ "$(grep -c '\[' "$tmp/said")" = 1 ] || bad "more than one sentence"
	[ ! -e "$cache/depots" ] || bad "a build made a clone"
}

# The clone is there, but has not received the commit that the lock pins.
case_clone_behind_the_lock() {
	new_repository retard
	fetch retard main
	echo neuf >retard/neuf.md && commit retard neuf
	door list retard "$(git -C retard rev-parse HEAD)" \
		"$(git -C retard rev-parse 'HEAD^{tree}')" && bad "opened"
	says version-pas-encore-recue
}

case_packs_are_made_again() {
	fetch depot main
	door list depot "$commit" "$tree" && cp "$tmp/out" before
	rm -r "$cache/arbres"
	door list depot "$commit" "$tree" || bad "not made again"
	cmp -s "$tmp/out" before || bad "another list"
	silent
	[ -e "$cache/arbres/$tree.pack" ] || bad "the pack was not kept"
}

# A lock edited by hand: the tree of another commit, and ids that are paths.
case_lock_edited() {
	fetch depot main
	rm -r "$cache/arbres"
	door list depot "$first" "$tree" && bad "opened"
	says version-retenue-incoherente
	door list depot "$commit" "../../$tree" && bad "opened"
	says version-pas-encore-recue
}

case_no_program() {
	door -p /absent fetch depot main && bad "fetched by nobody"
	says programme-git-absent
	printf '#!/bin/sh\nkill -SEGV $$\n' >crash && chmod +x crash
	door -p "$tmp/crash" fetch depot main && bad "fetched by a program that fell"
	says programme-git-en-panne
	printf '#!/bin/sh\nexec yes\n' >talk && chmod +x talk
	door -p "$tmp/talk" fetch depot main && bad "an endless answer was believed"
	says programme-git-en-panne
}

# Packs that nobody opened for two months go; others, and what killed runs left, stay
# their time.
case_old_packs_go() {
	fetch depot main
	touch -d '61 days ago' "$cache/arbres/vieux.pack" "$cache/arbres/tmp-1"
	touch -d '2 days ago' "$cache/arbres/jeune.pack" "$cache/arbres/tmp-2"
	touch "$cache/arbres/tmp-3"
	touch -d '50 days ago' "$cache/arbres/$tree.pack"
	door list depot "$commit" "$tree"
	fetch depot v1
	local kept
	kept=$(cd "$cache/arbres" && echo [jtv]*)
	[ "$kept" = "jeune.pack tmp-3" ] || bad "kept: $kept"
	[ -n "$(find "$cache/arbres/$tree.pack" -mtime -1)" ] || bad "use leaves no trace"
}

# The commune comes from a repository itself: there is no folder to start from.
case_relative_without_folder() {
	new_repository relatif
	door -B '' fetch ../relatif main && bad "a path was looked for from nowhere"
	says adresse-de-depot-relative
	door -B '' fetch "$tmp/relatif" main || bad "a whole path was refused"
}

run_cases
