#!/bin/bash
# Fetching over ssh: by an ed25519 key, by an agent, from a server that known_hosts knows
# and from one that it does not. Skipped (77) where there is no sshd to start.
# usage: tests/git/ssh.sh DOOR TAMBOUR-GIT
. "$(dirname "$(realpath "$0")")/lib.sh" "$1" "$2"

sshd=$(command -v sshd || ls /usr/sbin/sshd 2>/dev/null) || exit 77
if [ "$(id -u)" -eq 0 ] && [ ! -e /run/sshd ]; then
	# What the package's own service would make; sshd as root does not start without.
	mkdir -m 755 /run/sshd || exit 2
	trap 'for p in $children; do kill "$p" 2>/dev/null; done; rmdir /run/sshd; rm -rf "$tmp"' EXIT
fi
new_repository depot
mkdir -m 700 "$HOME/.ssh"
ssh-keygen -q -t ed25519 -N '' -f host
ssh-keygen -q -t ed25519 -N '' -f "$HOME/.ssh/id_ed25519"
cp "$HOME/.ssh/id_ed25519.pub" allowed
chmod 755 "$tmp"
port=$((20000 + $$ % 20000))
cat >sshd_config <<END
Port $port
ListenAddress 127.0.0.1
HostKey $tmp/host
AuthorizedKeysFile $tmp/allowed
PidFile $tmp/pid
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
StrictModes no
END
"$sshd" -D -e -f "$tmp/sshd_config" 2>log &
server=$!
children="$children $server"
for _ in {1..50}; do
	grep -q 'Server listening' log && break
	sleep 0.1
done
grep -q 'Server listening' log || { cat log; exit 1; }
known() { echo "[127.0.0.1]:$port $(cut -d' ' -f1,2 "$1")" >"$HOME/.ssh/known_hosts"; }
at=ssh://$(id -un)@127.0.0.1:$port$tmp/depot
unset SSH_AUTH_SOCK

case_key() {
	known host.pub
	fetch "$at" main || return
	[ "$commit" = "$(git -C depot rev-parse main)" ] || bad "another commit"
	silent
}

case_agent() {
	known host.pub
	eval "$(ssh-agent -s)" >/dev/null
	children="$children $SSH_AGENT_PID"
	ssh-add -q "$HOME/.ssh/id_ed25519" && mv "$HOME/.ssh/id_ed25519" kept
	fetch "$at" main
	mv kept "$HOME/.ssh/id_ed25519"
	unset SSH_AUTH_SOCK
}

case_unknown_server() {
	rm -f "$HOME/.ssh/known_hosts"
	door fetch "$at" main && bad "an unknown server was believed"
	says depot-non-reconnu
}

case_another_server() {
	known "$HOME/.ssh/id_ed25519.pub" # a key that is not the server's
	door fetch "$at" main && bad "another server was believed"
	says depot-non-reconnu
	grep -q "Rien ne prouve que « $at »" "$tmp/said" || bad "the server is not named"
	grep -q 'sa clé a changé : demandez pourquoi' "$tmp/said" || bad "the cure is missing"
	[ "$(grep -c '\[' "$tmp/said")" = 1 ] || bad "more than one sentence"
	[ -z "$(find "$cache" -name '*.pack' -o -name '*.git')" ] || bad "something was kept"
}

case_no_key() {
	known host.pub
	mv "$HOME/.ssh/id_ed25519" kept
	door fetch "$at" main && bad "fetched without a key"
	says depot-ferme
	mv kept "$HOME/.ssh/id_ed25519"
}

case_key_not_allowed() {
	known host.pub
	: >allowed
	door fetch "$at" main && bad "fetched with a key that is not allowed"
	says depot-ferme
	cp "$HOME/.ssh/id_ed25519.pub" allowed
}

case_no_repository() {
	known host.pub
	door fetch "$at-absent" main && bad "fetched from nothing"
	says depot-introuvable
}

run_cases
