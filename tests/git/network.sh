#!/bin/bash
# Fetching over https, from servers honest and not: limits of time and bytes, what is
# said of each fault, and that nothing the cache held is lost.
# usage: tests/git/network.sh DOOR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"

new_repository depot
head -c 3M /dev/urandom >depot/gros.bin
commit depot gros
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
	-subj /CN=localhost -addext subjectAltName=DNS:localhost \
	-keyout key.pem -out cert.pem 2>/dev/null || exit 2
node "$here/server.mjs" "$tmp/depot" key.pem cert.pem port &
children="$children $!"
for _ in {1..100}; do
	[ -s port ] && break
	sleep 0.1
done
[ -s port ] || exit 2
at=https://localhost:$(cat port)
export SSL_CERT_FILE=$tmp/cert.pem NO_PROXY=localhost no_proxy=localhost

# A fetch that must fail, and what a warm cache still gives afterwards.
refused() { # ADDRESS CODE [options]
	local address=$1 code=$2
	shift 2
	door "$@" fetch "$address" main && bad "$address was taken"
	grep -q "\[$code\]" "$tmp/said" || bad "\"$code\" was not said of $address"
	[ "$(grep -c '\[' "$tmp/said")" = 1 ] || bad "more than one sentence"
	[ -z "$(find "$cache" -name '*.pack' -o -name 'tmp-*')" ] || bad "something was kept"
}

case_https() {
	fetch "$at/honest/a.git" main
	[ "$commit" = "$(git -C depot rev-parse main)" ] || bad "another commit"
	door list "$at/honest/a.git" "$commit" "$tree" || bad "not opened"
	silent
	[ "$(wc -l <"$tmp/out")" = 3 ] || bad "another list"
	fetch "$at/honest/a.git" "" || bad "no main branch"
	[ "$kind" = branch ] || bad "$kind"
}

case_new_commits() {
	fetch "$at/honest/a.git" main
	local before=$commit
	commit depot "$case"
	fetch "$at/honest/a.git" main
	[ "$commit" != "$before" ] || bad "nothing new"
}

case_cut_off() {
	refused "$at/cut/a.git" depot-illisible
}

# What was received before stands: the second fetch is cut off.
case_cut_off_later() {
	cp -R depot coupe
	fetch "$tmp/coupe" main
	local clone
	clone=$(echo "$cache"/depots/*.git)
	rm -r coupe
	door fetch "$tmp/coupe" main && bad "fetched from nowhere"
	[ -d "$clone" ] || bad "the clone is lost"
	door list "$tmp/coupe" "$commit" "$tree" || bad "the pin no longer opens"
}

case_server_gone() {
	refused "https://localhost:1/a.git" depot-injoignable
	refused "https://nulle-part.invalid/a.git" depot-injoignable
}

case_too_slow() {
	seconds=2
	local from=$SECONDS behaviour
	for behaviour in slow silent; do
		door fetch "$at/$behaviour/a.git" main && bad "$behaviour was taken"
		says depot-trop-lent
		grep -q '2 secondes' "$tmp/said" || bad "the limit is not named"
	done
	[ $((SECONDS - from)) -le 15 ] || bad "the limit did not hold"
}

case_endless_pack() {
	refused "$at/endless-pack/a.git" depot-trop-gros -b 5000000
}

# No byte of a pack is ever sent: memory and time bound it.
case_endless_references() {
	seconds=5
	door fetch "$at/endless-refs/a.git" main && bad "taken"
	grep -q -e depot-trop-lent -e depot-trop-gros "$tmp/said" || bad "not bounded"
}

case_too_big() {
	refused "$at/honest/a.git" depot-trop-gros -b 1048576
	grep -q ' 1 Mo' "$tmp/said" || bad "the limit is not named"
	door fetch "$tmp/depot" main -b 1048576 && bad "the limit is forgotten for paths"
}

case_faults() {
	refused "$at/closed/a.git" depot-ferme
	refused "$at/absent/a.git" depot-introuvable
	refused "$at/garbage/a.git" depot-injoignable
	refused "$at/away/a.git" depot-injoignable
}

# A server's words can neither clear a screen nor pass for an answer.
case_hostile_words() {
	door fetch "$at/words/a.git" main && bad "words were taken for a commit"
	grep -q $'\x1b' "$tmp/said" && bad "terminal codes went through"
	grep -q 'depot-' "$tmp/said" || bad "nothing was said"
}

case_unknown_certificate() {
	SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
	[ -e "$SSL_CERT_FILE" ] || SSL_CERT_FILE=/dev/null
	refused "$at/honest/a.git" depot-non-reconnu
	SSL_CERT_FILE=$tmp/cert.pem
}

# The certificate is of localhost; 127.0.0.1 is another name.
case_certificate_of_another() {
	refused "${at/localhost/127.0.0.1}/honest/a.git" depot-non-reconnu
}

# A warm cache where the network is forbidden: with the pack, with the clone alone. Where
# the kernel lets nobody forbid it, case_warm_needs_nothing of source.sh stands alone.
case_network_forbidden() {
	fetch "$at/honest/a.git" main
	unshare -rn true 2>/dev/null || return 0
	local round words="-p $git_program $cache"
	for round in pack clone; do
		# shellcheck disable=SC2086
		unshare -rn "$door_program" $words list "$at/honest/a.git" "$commit" "$tree" \
			>"$tmp/out" 2>"$tmp/said" || bad "not opened from the $round"
		[ "$(wc -l <"$tmp/out")" = 3 ] || bad "another list from the $round"
		rm -r "$cache/arbres"
	done
	# shellcheck disable=SC2086
	unshare -rn "$door_program" $words fetch "$at/honest/a.git" main \
		>"$tmp/out" 2>"$tmp/said" && bad "the network was not forbidden"
	says depot-injoignable
}

# provoked above through `refused`, for tests/messages.sh:
case_said() {
	door fetch "$at/closed/a.git" main
	says depot-ferme
	door fetch "https://localhost:1/a.git" main
	says depot-injoignable
	door -b 1048576 fetch "$at/honest/a.git" main
	says depot-trop-gros
	door fetch "${at/localhost/127.0.0.1}/honest/a.git" main
	says depot-non-reconnu
}

run_cases
