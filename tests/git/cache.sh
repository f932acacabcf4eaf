#!/bin/bash
# The cache under damage, under several processes, and in the hands of another user.
# usage: tests/git/cache.sh DOOR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"

new_repository depot
for i in {1..40}; do echo "ligne $i" >>depot/demarches/long.md; done
commit depot long

clone_of() { echo "$cache"/depots/*.git; }

# The packs of a clone are read-only files: spoil FILE [OFFSET].
spoil() {
	chmod u+w "$1"
	printf '\xff\xff\xff\xff\xff\xff\xff\xff' |
		dd of="$1" bs=1 seek="${2:-200}" conv=notrunc status=none
}

# Objects damaged on the disk: found when the version is read, received again.
case_corrupt_objects() {
	fetch depot main
	door list depot "$commit" "$tree" && cp "$tmp/out" good
	local at
	for at in 60 200 300; do
		spoil "$(clone_of)"/objects/pack/*.pack "$at"
		fetch depot main
		says copie-recue-a-nouveau
		door list depot "$commit" "$tree"
		cmp -s "$tmp/out" good || bad "other files after damage at $at"
		git -C "$(clone_of)" fsck --full >/dev/null 2>&1 || bad "still damaged"
	done
}

case_corrupt_index() {
	fetch depot main
	spoil "$(clone_of)"/objects/pack/*.idx 10
	fetch depot main
	says copie-recue-a-nouveau
}

case_truncated_pack() {
	fetch depot main
	chmod u+w "$(clone_of)"/objects/pack/*.pack
	truncate -s 100 "$(clone_of)"/objects/pack/*.pack
	fetch depot main
	says copie-recue-a-nouveau
}

case_clone_that_is_no_clone() {
	fetch depot main
	local clone
	clone=$(clone_of)
	rm "$clone/HEAD"
	fetch depot main
	says copie-recue-a-nouveau
	rm -r "$clone" && mkdir "$clone"
	fetch depot main
	says copie-recue-a-nouveau
	rm -r "$clone" && echo >"$clone"
	fetch depot main
	says copie-recue-a-nouveau
}

# Damage and no network: said, and what the cache held is not thrown away.
case_corrupt_and_unreachable() {
	new_repository parti
	fetch parti main
	spoil "$(clone_of)"/objects/pack/*.pack
	mv parti ailleurs
	door fetch "$tmp/parti" main && bad "fetched from nowhere"
	says depot-introuvable
	[ -d "$(clone_of)" ] || bad "the clone was thrown away"
	door list "$tmp/parti" "$commit" "$tree" || bad "the pack no longer opens"
	rm "$cache/arbres"/*
	door list "$tmp/parti" "$commit" "$tree" && bad "damaged objects were used"
	says copie-abimee
	grep -q 'tambour update' "$tmp/said" || bad "the cure is missing"
}

# What `fetch` leaves locked when it is killed between two references.
case_stale_reference_lock() {
	fetch depot main
	touch "$(clone_of)/refs/heads/main.lock" "$(clone_of)/packed-refs.lock"
	commit depot "$case"
	fetch depot main
	[ "$commit" = "$(git -C depot rev-parse main)" ] || bad "an old commit"
}

# ---- packs ----

case_corrupt_pack_list() {
	fetch depot main
	door list depot "$commit" "$tree" && cp "$tmp/out" good
	local pack=$cache/arbres/$tree.pack at
	for at in 3 17 25 33 41 49 80 130; do
		spoil "$pack" "$at"
		door list depot "$commit" "$tree" || bad "not opened after damage at $at"
		says copie-refaite
		cmp -s "$tmp/out" good || bad "other files after damage at $at"
		door list depot "$commit" "$tree"
		silent
	done
}

case_short_packs() {
	fetch depot main
	local pack=$cache/arbres/$tree.pack at
	for at in 0 10 71 72 100 300; do
		truncate -s "$at" "$pack"
		door list depot "$commit" "$tree" || bad "not opened, cut at $at"
		says copie-refaite
	done
	cp "$pack" long && echo de trop >>long && mv long "$pack"
	door list depot "$commit" "$tree" || bad "not opened, made longer"
	says copie-refaite
}

# The bytes of one file, damaged before and after the source was opened.
case_corrupt_pack_bytes() {
	fetch depot main
	local pack=$cache/arbres/$tree.pack at
	at=$(($(stat -c %s "$pack") - 20))
	spoil "$pack" "$at"
	door cat depot "$commit" "$tree" demarches/long.md || bad "not read"
	says copie-refaite
	cmp -s "$tmp/out" depot/demarches/long.md || bad "other bytes"
	door damage depot "$commit" "$tree" demarches/long.md "$pack" "$at" ||
		bad "not read after damage under the source"
	says copie-refaite
	cmp -s "$tmp/out" depot/demarches/long.md || bad "other bytes"
}

# A sound pack under the name of another tree.
case_pack_of_another_tree() {
	fetch depot main
	local other=$tree
	fetch depot main -f demarches
	cp "$cache/arbres/$other.pack" "$cache/arbres/$tree.pack"
	door -f demarches list depot "$commit" "$tree" || bad "not opened"
	says copie-refaite
	[ "$(cut -d' ' -f1 "$tmp/out" | head -1)" = carte.md ] || bad "another tree was used"
}

case_pack_is_a_symlink_or_a_pipe() {
	fetch depot main
	local pack=$cache/arbres/$tree.pack
	mv "$pack" elsewhere && ln -s "$tmp/elsewhere" "$pack"
	door list depot "$commit" "$tree" || bad "not opened"
	rm "$pack" && mkfifo "$pack"
	seconds=5
	door list depot "$commit" "$tree" || bad "not opened"
}

case_damage_and_no_clone() {
	fetch depot main
	rm -r "$cache/depots"
	spoil "$cache/arbres/$tree.pack" "$(($(stat -c %s "$cache/arbres/$tree.pack") - 20))"
	door cat depot "$commit" "$tree" demarches/long.md && bad "damaged bytes were given"
	says version-pas-encore-recue
	says fichier-illisible
}

# ---- several processes ----

# Two at once into an empty cache, and two into a full one.
case_two_at_once() {
	local words="-p $git_program $cache fetch depot main"
	for round in 1 2; do
		# shellcheck disable=SC2086
		"$door_program" $words >one 2>&1 &
		local one=$!
		# shellcheck disable=SC2086
		"$door_program" $words >two 2>&1 &
		local two=$!
		wait "$one" || bad "the first failed: $(cat one)"
		wait "$two" || bad "the second failed: $(cat two)"
		cmp -s one two || bad "they differ"
		commit depot "$case $round"
	done
	git -C "$(clone_of)" fsck --full >/dev/null 2>&1 || bad "the clone is damaged"
}

# One is killed while it fetches: the other, who waits for the lock, succeeds.
case_one_killed() {
	new_repository gros
	head -c 40M /dev/urandom >gros/gros.bin
	commit gros gros
	local clone tries
	for delay in 0.02 0.1 0.3 0.6; do
		rm -rf "$cache"
		"$door_program" -p "$git_program" "$cache" fetch gros main >one 2>&1 &
		local one=$!
		for tries in {1..200}; do
			clone=$(echo "$cache"/depots/*.lock)
			[ -e "$clone" ] && break
			sleep 0.01
		done
		"$door_program" -p "$git_program" "$cache" fetch gros main >two 2>&1 &
		local two=$!
		sleep "$delay"
		kill -KILL "$one" 2>/dev/null
		wait "$one" 2>/dev/null
		wait "$two" || bad "the other failed: $(cat two)"
		fetch gros main
		silent
		[ -z "$(find "$cache/depots" -name '*.new' -o -name '*.old' -o -name 'pack_*')" ] ||
			bad "leftovers: $(ls "$cache/depots")"
	done
}

# The lock is held and its holder does not move: said in time, by name.
case_lock_held() {
	fetch depot main
	local lock
	lock=$(echo "$cache"/depots/*.lock)
	flock "$lock" sleep 30 &
	local holder=$!
	children="$children $holder"
	sleep 0.3
	seconds=1
	door fetch depot main && bad "the lock was not kept"
	says depot-deja-en-cours
	door list depot "$commit" "$tree" || bad "reading waits for the lock"
	kill "$holder"
}

# The child goes with its parent.
case_parent_killed() {
	fetch depot main
	local lock
	lock=$(echo "$cache"/depots/*.lock)
	flock "$lock" sleep 5 &
	children="$children $!"
	sleep 0.2
	"$door_program" -p "$git_program" "$cache" fetch depot main >/dev/null 2>&1 &
	local parent=$! child
	sleep 0.3
	child=$(cat "/proc/$parent/task/$parent/children" 2>/dev/null)
	[ -n "$child" ] || { bad "no child was seen"; return; }
	kill -KILL "$parent"
	wait "$parent" 2>/dev/null
	sleep 0.2
	# Where nobody waits for orphans, a dead one keeps its name: its state is Z.
	grep -q '^State:[[:space:]]*[A-Y]' "/proc/${child% }/status" 2>/dev/null &&
		bad "the child lives on"
}

# ---- another user's cache ----

# as_other COMMAND...: another user where we are root, else ourselves without the right
# to write.
as_other() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		chmod -R a-w "$cache"
		"$@"
		local status=$?
		chmod -R u+w "$cache"
		return $status
	fi
}

door_as_other() {
	as_other "$readable/door" -p "$readable/git" "$cache" "$@" >"$tmp/out" 2>"$tmp/said"
}

# The programs may lie where another user cannot go.
prepare_other() {
	readable=$tmp/programs
	mkdir -p "$readable"
	cp "$door_program" "$readable/door" && cp "$git_program" "$readable/git"
	chmod 755 "$tmp" "$readable" "$readable"/*
	git config -f "$HOME/.gitconfig" safe.directory '*'
}

case_cache_of_another_user() {
	prepare_other
	fetch "$tmp/depot" main
	door_as_other list "$tmp/depot" "$commit" "$tree" || bad "a pack was not read"
	silent
	rm -r "$cache/arbres"
	door_as_other list "$tmp/depot" "$commit" "$tree" || bad "the clone was not read"
	silent
	[ "$(wc -l <"$tmp/out")" = 3 ] || bad "another list"
	door_as_other fetch "$tmp/depot" main && bad "a cache that is not ours was changed"
	says cache-inutilisable
	grep -q 'le droit' "$tmp/said" || bad "the reason is not said"
}

case_damage_in_the_cache_of_another_user() {
	prepare_other
	fetch "$tmp/depot" main
	spoil "$cache/arbres/$tree.pack" 60
	door_as_other list "$tmp/depot" "$commit" "$tree" || bad "not opened"
	says copie-refaite
}

case_cache_unreadable() {
	prepare_other
	fetch "$tmp/depot" main
	chmod 700 "$cache"
	[ "$(id -u)" -eq 0 ] || chmod 000 "$cache"
	if [ "$(id -u)" -eq 0 ]; then
		door_as_other list "$tmp/depot" "$commit" "$tree" && bad "opened"
	else
		door list "$tmp/depot" "$commit" "$tree" && bad "opened"
		chmod 700 "$cache"
	fi
	says cache-inutilisable
}

case_cache_is_a_file() {
	echo >"$cache"
	door fetch depot main && bad "fetched into a file"
	says cache-inutilisable
}

run_cases
