#!/bin/bash
# Repositories that mean harm, or look like it: what they hold is bounded and named, and
# nothing leaves the repository.
# usage: tests/git/attacks.sh DOOR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"

# mischief NAME: a commit of the tree that standard input gives as for git mktree, beside
# one honest file, on the branch main of the repository NAME.
mischief() {
	[ -d "$1" ] || git init -q -b main "$1"
	honest=$(echo honnête | git -C "$1" hash-object -w --stdin)
	local tree
	tree=$({ printf '100644 blob %s\tbon.md\n' "$honest"; sed "s/HONEST/$honest/"; } |
		git -C "$1" mktree --missing) || exit 2
	take "$1" "$tree"
}

take() { # REPOSITORY TREE: main becomes a commit of that tree
	git -C "$1" update-ref refs/heads/main "$(git -C "$1" commit-tree -m mal "$2")"
}

# raw REPOSITORY NAME...: a tree that git itself would not write, each name a blob
raw() {
	local repository=$1 name id
	shift
	id=$(echo honnête | git -C "$repository" hash-object -w --stdin | sed 's/../\\x&/g')
	for name; do
		printf '100644 %b\0' "$name"
		printf '%b' "$id"
	done | git -C "$repository" hash-object -w -t tree --stdin --literally
}

# opens NAME PATHS: the source lists these files and no other
opens() {
	fetch "$1" main || return
	door list "$1" "$commit" "$tree" || bad "not opened"
	[ "$(cut -d' ' -f1 "$tmp/out" | tr '\n' ' ')" = "$2 " ] || bad "another list"
}

case_symlinks() {
	new_repository liens
	ln -s /etc/passwd liens/dehors.md
	ln -s demarches/carte.md liens/dedans.md
	ln -s .. liens/dossier
	commit liens liens
	opens liens "catalogue.yaml demarches/carte.md"
	says lien-symbolique
	[ "$(grep -c '\[lien-symbolique\]' "$tmp/said")" = 3 ] || bad "not each was said"
	grep -q 'catalogue: dehors.md' "$tmp/said" || bad "the place is missing"
}

case_folder_is_a_symlink() {
	new_repository renvoi
	ln -s demarches renvoi/autre
	commit renvoi autre
	door -f autre fetch renvoi main && bad "a symbolic link was followed"
	says dossier-absent-du-depot
}

case_submodule() {
	printf '160000 commit %s\tautrui\n' 0123456789012345678901234567890123456789 |
		mischief sous
	opens sous bon.md
	says sous-depot
}

case_names_of_git() {
	mischief pointgit <<-'END'
		100644 blob HONEST	..
		100644 blob HONEST	.
		100644 blob HONEST	.git
		100644 blob HONEST	.GIT 
		100644 blob HONEST	.gitignore
	END
	opens pointgit bon.md
	says nom-interdit
	[ "$(grep -c '\[nom-interdit\]' "$tmp/said")" = 4 ] || bad "not each was said"
}

case_folder_of_dots() {
	git init -q -b main points
	local inner
	inner=$(raw points passwd)
	printf '040000 tree %s\t..\n' "$inner" | mischief points
	opens points bon.md
	says nom-interdit
}

case_names_with_slashes() {
	git init -q -b main barres
	take barres "$(raw barres '../../fuite.md' '/etc/x.md' 'a/b.md' 'bon.md')"
	opens barres bon.md
	says nom-interdit
	[ "$(grep -c '\[nom-interdit\]' "$tmp/said")" = 3 ] || bad "not each was said"
}

case_same_name_twice() {
	git init -q -b main double
	take double "$(raw double bon.md bon.md)"
	opens double bon.md
	says noms-a-une-majuscule-pres
}

case_names_that_differ_by_case() {
	mischief casse <<-'END'
		100644 blob HONEST	BON.md
		100644 blob HONEST	été.md
		100644 blob HONEST	ÉTÉ.md
	END
	opens casse "BON.md ÉTÉ.md"
	says noms-a-une-majuscule-pres
	[ "$(grep -c '\[noms-a' "$tmp/said")" = 2 ] || bad "not each was said"
}

case_unreadable_names() {
	git init -q -b main illisible
	take illisible "$(raw illisible 'a\nb.md' 'bon.md' 'c\xff.md')"
	opens illisible bon.md
	says nom-illisible
	[ "$(grep -c '\[nom-illisible\]' "$tmp/said")" = 2 ] || bad "not each was said"
}

case_too_deep() {
	new_repository profond
	mkdir -p "profond/$(printf 'd/%.0s' {1..30})"
	echo fond >"profond/$(printf 'd/%.0s' {1..30})fond.md"
	commit profond fond
	opens profond "catalogue.yaml demarches/carte.md"
	says dossiers-trop-profonds
}

# One blob of 1 GiB of zeros, small on its way: named, and not even read.
case_huge_blob() {
	new_repository enorme
	truncate -s 1G enorme/film.mp4
	git -C enorme -c core.bigFileThreshold=1m -c core.looseCompression=1 add -A
	commit enorme film
	rm enorme/film.mp4
	seconds=300 # a busy machine packs a gigabyte slowly
	opens enorme "catalogue.yaml demarches/carte.md"
	says fichier-de-depot-trop-gros
	grep -q 'film.mp4' "$tmp/said" || bad "the file is not named"
}

case_many_files() {
	seq -f $'100644 blob HONEST\tf%06.0f.md' 100000 | mischief nombreux
	door fetch nombreux main && bad "100 000 files were taken"
	says depot-aux-fichiers-trop-nombreux
	grep -q 50000 "$tmp/said" || bad "the bound is not named"
}

# Ten folders that are one, ten times over: ten thousand million files in a few bytes.
case_tree_bomb() {
	git init -q -b main bombe
	local tree i
	tree=$(raw bombe f0 f1 f2 f3 f4 f5 f6 f7 f8 f9)
	for i in {1..9}; do
		tree=$(seq -f "040000 tree $tree"$'\t%.0f' 0 9 |
			git -C bombe mktree)
	done
	take bombe "$tree"
	seconds=30
	door fetch bombe main && bad "a bomb was taken"
	says depot-aux-fichiers-trop-nombreux
}

# The same with no file at all.
case_empty_tree_bomb() {
	git init -q -b main creux
	local tree i
	tree=$(git -C creux mktree </dev/null)
	for i in {1..9}; do
		tree=$(seq -f "040000 tree $tree"$'\t%.0f' 0 9 |
			git -C creux mktree)
	done
	take creux "$tree"
	seconds=30
	door fetch creux main && bad "a bomb was taken"
	says depot-aux-fichiers-trop-nombreux
}

# One file of 60 MB under twenty names: the bytes of a pack are bounded too.
case_tree_too_big() {
	git init -q -b main lourd
	local id
	id=$(head -c 60M /dev/zero | git -C lourd hash-object -w --stdin)
	seq -f "100644 blob $id"$'\tf%.0f.bin' 20 | mischief lourd
	door fetch lourd main && bad "1.2 GB were taken"
	says depot-aux-fichiers-trop-gros
	[ -z "$(ls "$cache/arbres")" ] || bad "something was left in the cache"
}

case_tag_of_a_blob() {
	new_repository objet
	git -C objet tag chose "$(git -C objet rev-parse HEAD:catalogue.yaml)"
	door fetch objet chose && bad "a file was taken for a version"
	says version-absente-du-depot
}

# A repository whose own objects are gone cannot be taken for a whole one.
case_missing_object() {
	new_repository troue
	local id
	id=$(git -C troue rev-parse HEAD:demarches/carte.md)
	rm -f "troue/.git/objects/${id:0:2}/${id:2}"
	door fetch troue main && bad "fetched with a hole"
	says depot-illisible
}

run_cases
