#!/bin/bash
# An act that says it was online before its file was in the repository: said by `check`,
# as far as the history goes, on merges, below a sub-folder, and on no other act.
# usage: tests/git/acts_added.sh TAMBOUR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"
root=$(realpath "$here/../..")
export TAMBOUR_THEMES=$root/themes TZ=Europe/Paris XDG_CACHE_HOME
unset TAMBOUR_LANG SOURCE_DATE_EPOCH

check_site() { # SITE
	local status=0
	XDG_CACHE_HOME=$cache "$door_program" check "$1" --date 2026-11-24T12:00 --lang fr \
		>"$tmp/said" 2>&1 || status=$?
	[ "$status" = 0 ] || bad "status $status"
}
is_silent() {
	grep -q acte-arrive "$tmp/said" && bad "said of $1"
	return 0
}

act() { # FILE DAY-ONLINE [WORDS]
	mkdir -p "$(dirname "$1")"
	printf -- '---\ntype: arrêté\nobjet: %s\nauteur: { prenom: Léa, nom: Dupré, qualite: maire }\nmise_en_ligne: %s\n---\n\nTexte.\n' \
		"${3:-Vitesse}" "$2" >"$1"
}
site() { cp -R "$root/tests/check/base" "$1"; }

# The first commit brings old acts along; then one comes two days late, one in time.
start() { # SITE REPOSITORY
	act "$1/actes/2026-01-05-ancien.md" 2026-01-06 Ancien
	git init -q -b main "$2"
	commit "$2" debut 2026-03-01T10:00:00+01:00
	act "$1/actes/2026-05-04-tard.md" 2026-05-05 Tard
	act "$1/actes/2026-05-07-juste.md" 2026-05-07 Juste
	commit "$2" deux 2026-05-07T09:00:00+02:00
}

case_late() {
	site x
	start x x
	check_site x
	says acte-arrive-apres-sa-mise-en-ligne
	grep -q '^actes/2026-05-04-tard.md:5:' "$tmp/said" || bad "not at its place"
	grep -q 'depuis le 5 mai 2026.* que depuis le 7 mai 2026' "$tmp/said" || bad "other days"
	[ "$(grep -c '\[acte-arrive' "$tmp/said")" = 1 ] || bad "said of another act"
	# A later change of the file does not make it come later.
	act x/actes/2026-05-07-juste.md 2026-05-07 'Juste, en deux mots'
	commit x trois 2026-06-01T09:00:00+02:00
	check_site x
	[ "$(grep -c '\[acte-arrive' "$tmp/said")" = 1 ] || bad "a change counted as coming"
	# The answer is kept: without the child, the same is said.
	mkdir -p bin
	cp "$door_program" bin/tambour
	door_program=$tmp/bin/tambour check_site x
	[ "$(grep -c '\[acte-arrive' "$tmp/said")" = 1 ] || bad "the answer was not kept"
}

case_below_a_folder() {
	mkdir r
	site r/commune
	start r/commune r
	check_site r/commune
	[ "$(grep -c '\[acte-arrive' "$tmp/said")" = 1 ] || bad "not said below a folder"
}

# The day is that of the commune: half past midnight in May is the day before in UTC.
case_night() {
	site n
	git init -q -b main n
	commit n debut 2026-03-01T10:00:00+01:00
	act n/actes/2026-05-04-nuit.md 2026-05-05
	commit n deux 2026-05-04T22:30:00+00:00
	check_site n
	is_silent "an act of that night"
}

# On a branch first: it came when the branch had it, whatever the day of the merge.
case_merge() {
	site m
	git init -q -b main m
	commit m debut 2026-03-01T10:00:00+01:00
	git -C m switch -q -c essai
	act m/actes/2026-05-04-a.md 2026-05-04
	commit m branche 2026-05-04T10:00:00+02:00
	git -C m switch -q main
	printf '\nMots.\n' >>m/pages/ecole.md
	commit m autre 2026-05-10T10:00:00+02:00
	GIT_COMMITTER_DATE=2026-05-20T10:00:00+02:00 git -C m merge -q --no-edit essai
	check_site m
	is_silent "an act merged later"
}

case_not_in_git() {
	site p
	act p/actes/2026-05-04-a.md 2026-05-05
	check_site p
	is_silent "a folder without git"
	git init -q -b main p
	rm -r p/actes
	commit p debut 2026-03-01T10:00:00+01:00
	act p/actes/2026-05-04-a.md 2026-05-05
	check_site p
	is_silent "a file that is not committed"
}

run_cases
