#!/bin/bash
# Every message is provoked by a test: shown in a says.txt of tests/check or
# tests/golden, named by a unit test, or expected by a line `says code` of tests/git or
# tests/behaviour/serve.sh. And the list itself holds: codes are unique, a cure is given in
# both languages or in none.
set -eu
cd "$(dirname "$0")/.."
rows=$(mktemp) said=$(mktemp)
trap 'rm -f "$rows" "$said"' EXIT
find tests -name node_modules -prune -o -name "says*.txt" -exec cat {} + >"$said"

# messages.def as lines: id, code, sentence, cure, sentence, cure, between tabs.
awk '
function literal(s,    out) {
	out = ""
	while (match(s, /"([^"\\]|\\.)*"/)) {
		out = out substr(s, RSTART + 1, RLENGTH - 2)
		s = substr(s, RSTART + RLENGTH)
	}
	gsub(/\\"/, "\"", out)
	gsub(/\\\\/, "\\", out)
	return out
}
function argument(    rest, n) {
	rest = text
	n = 0
	while (match(rest, /^([^",)]|"([^"\\]|\\.)*")+/)) {
		n += RLENGTH
		rest = substr(rest, RLENGTH + 1)
	}
	rest = substr(text, 1, n)
	text = substr(text, n + 2)
	return rest
}
{ text = text $0 " " }
END {
	gsub(/\/\*([^*]|\*[^\/])*\*\//, "", text)
	while (match(text, /M\(/)) {
		text = substr(text, RSTART + 2)
		line = argument()
		for (i = 1; i <= 6; i++) {
			value = argument()
			if (i != 2)
				line = line "\t" literal(value)
		}
		print line
	}
}' src/base/messages.def >"$rows"

status=0
bad() {
	echo "messages.def: $1" >&2
	status=1
}
[ "$(wc -l <"$rows")" = "$(grep -c '^M(' src/base/messages.def)" ] || bad "not all rows are read"

for twice in $(cut -f2 "$rows" | sort | uniq -d); do
	bad "two messages have the code $twice"
done
units=$(grep -rhow 'MSG_[A-Z0-9_]*' tests/unit | sort -u)
expected=$(sed -n 's/^[[:space:]]*says \([a-z-]*\)$/\1/p' tests/git/*.sh \
	tests/behaviour/*.sh | sort -u)
while IFS= read -r row; do
	IFS=$'\x1f' read -r id code fr fr_cure en en_cure <<<"${row//$'\t'/$'\x1f'}"
	[ -n "$fr" ] && [ -n "$en" ] || bad "$code has no sentence in both languages"
	[ -z "$fr_cure" ] || [ -n "$en_cure" ] || bad "$code has a cure in French only"
	[ -z "$en_cure" ] || [ -n "$fr_cure" ] || bad "$code has a cure in English only"
	# Without its code a message shows by its words: the longest between two holes.
	words=$(sed 's/{[1-4]}/\n/g' <<<"$fr" | awk '{ if (length > length(best)) best = $0 }
		END { print best }')
	grep -qF -e "[$code]" -e "\"code\": \"$code\"" -e "$words" "$said" ||
		grep -qx "MSG_$id" <<<"$units" || grep -qx "$code" <<<"$expected" ||
		bad "no test provokes $code ($id)"
done <"$rows"
exit $status
