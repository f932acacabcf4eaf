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

# A theme shows a commune at once: its own sheet behind its parent's, its word, its home.
for parent in bocage littoral sobre; do
	mkdir -p "$room/$parent"
	(cd "$room/$parent" && expect 0 new theme val-du-lin --parent $parent --lang fr)
	cp -R "$root/example-commune" "$room/$parent/commune"
	sed -i 's|^  theme: .*|  theme: ../val-du-lin|' "$room/$parent/commune/commune.yaml"
	expect 0 build "$room/$parent/commune" --date $day --quiet
	[ ! -s "$room/said" ] || fail "a new theme on $parent is not silent"
	home=$room/$parent/commune/public/index.html
	[ "$(grep -c 'assets/val-du-lin\..*\.css' "$home")" = 1 ] || fail "no sheet of its own"
	grep -q 'assets/style\..*\.css' "$home" || fail "not the sheet of its parent"
	grep -q 'Comment pouvons-nous vous aider' "$home" || fail "not its own word"
	[ "$(grep -oE 'id="(prochains|dernieres)-titre"' "$home" | tr '\n' ' ')" = \
		'id="prochains-titre" id="dernieres-titre" ' ] || fail "not its own home page"
done

# The end of a long line, blanks here, does not flow into the next question: each answer
# is where it belongs, and the commune is made.
command -v script >/dev/null || exit 0
printf 'Le Bourg%600s\n61999\n61000\n\n\n\n' '' |
	script -qec "'$program' new '$room/e' --lang fr" /dev/null >"$room/said" 2>&1 || true
grep -q 'code_insee: *"61999"' "$room/e/commune.yaml" ||
	fail "a long answer took the place of the next one"
grep -q "61000 Le Bourg" "$room/e/commune.yaml" || fail "an answer is out of its place"
