#!/bin/bash
# A commune begun with `tambour new`: whole or not at all, dated as asked, and each answer
# stays with its question.
. "$(dirname "$0")/common.sh"
new() {
	expect "$1" new "$2" --nom "Le Bourg" --code-insee 61999 --lang fr "${@:3}"
}

# The day asked for is the day of its news, and builds of that day show it.
new 0 "$room/c" --date 2025-03-02
grep -q '^date: 2025-03-02' "$room/c/actualites/bienvenue.md" || fail "dated otherwise"
expect 0 build "$room/c" --date 2025-03-02

# A file that cannot be written leaves nothing: neither files nor folders made for it.
(ulimit -f 1 && "$program" new "$room/a/b/c" --nom "Le Bourg" --code-insee 61999 \
	--lang fr >"$room/said" 2>&1) && fail "a full disk is a success"
grep -q "creation-impossible" "$room/said" || fail "a full disk is not said"
[ ! -e "$room/a" ] || fail "half a commune stays: $(find "$room/a")"
# What was there before stays there.
mkdir -p "$room/d/pages"
printf 'x\n' >"$room/d/.note"
(ulimit -f 1 && "$program" new "$room/d" --nom "Le Bourg" --code-insee 61999 \
	>"$room/said" 2>&1) && fail "a full disk is a success"
[ "$(cd "$room/d" && find . | LC_ALL=C sort | tr '\n' ' ')" = ". ./.note ./pages " ] ||
	fail "what was there was not left alone: $(find "$room/d")"

# A long answer does not flow into the next question: it is refused as a whole.
command -v script >/dev/null || exit 0
long=$(printf 'Saint-%.0s' {1..100})
printf '%s\n61999\n\n\n\n\n' "$long" |
	script -qec "'$program' new '$room/e' --lang fr" /dev/null >"$room/said" 2>&1 || true
grep -q "reponse-refusee" "$room/said" || fail "a long answer is not refused"
[ "$(grep -o "Code INSEE (cinq signes) : *.*61999\|61999" "$room/said" | wc -l)" -ge 1 ] ||
	fail "the second question lost its answer"
[ ! -e "$room/e" ] || fail "something was made of it"
