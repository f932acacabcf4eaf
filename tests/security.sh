#!/bin/bash
# Every test that docs/security.md names exists, and what the page says of it is the code
# of a message.
set -eu
cd "$(dirname "$0")/.."
failed=0
rows=$(grep -c '| `tests/' docs/security.md)
[ "$rows" -ge 40 ] || { echo "docs/security.md is not understood"; exit 1; }
while IFS='|' read -r _ attack test said _; do
	[[ $test =~ \`(tests/[a-z/]+\.sh)\`:\ \`([^\`]+)\` ]] || continue
	grep -qF -- "${BASH_REMATCH[2]}" "${BASH_REMATCH[1]}" ||
		{ echo "$attack: ${BASH_REMATCH[1]} has no « ${BASH_REMATCH[2]} »"; failed=1; }
	for code in $(grep -oE '`[a-z]+(-[a-z0-9]+)+`' <<<"$said" | tr -d '`'); do
		grep -q "^M([A-Z0-9_]*, \"$code\"" src/base/messages.def ||
			{ echo "$attack: no message has the code $code"; failed=1; }
	done
done <docs/security.md
exit $failed
