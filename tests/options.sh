#!/bin/bash
# The manual page and the completion know the commands and options of
# src/cli/options.def, no more, no less; the completion offers them command by command.
set -eu
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0

same() { # what expected found
	diff -u --label declared --label "$1" "$2" "$3" || failed=1
}

# One row a line, then "command build" and "option out - build", "option quiet q build,check".
rows=$(awk '
/^[CO]\([A-Z_]+, "/ { row = $0; next_line = 0 }
row != "" && $0 !~ /^[CO]\(/ { row = row " " $0 }
row ~ /\)$/ { print row; row = "" }
' src/cli/options.def)
declared() {
	sed -nE "s/^C\([A-Z_]+, \"([a-z-]+)\".*/command \1/p
		s/^O\([A-Z_]+, \"([a-z-]+)\", *('(.)'|0), *\"[^\"]*\", *\"([^\"]*)\".*/option \1 \3|\4/p" <<<"$rows"
}
declared >"$tmp/rows"
[ "$(grep -c '^command' "$tmp/rows")" -ge 5 ] && [ "$(grep -c '^option' "$tmp/rows")" -ge 18 ] ||
	{ echo "src/cli/options.def is not understood"; exit 1; }

# The manual page: the letters and names of its list of options, the names of commands.
sed -nE 's/^option ([a-z-]+) (.?)\|.*/\2 --\1/p' "$tmp/rows" | sort >"$tmp/options"
sed -nE '/^\.It Fl -/s/^\.It Fl -([a-z-]+).*/ --\1/p
	/^\.It Fl [a-z] /s/^\.It Fl ([a-z]) .*Fl -([a-z-]+).*/\1 --\2/p' docs/tambour.1 |
	sort >"$tmp/man"
same "docs/tambour.1" "$tmp/options" "$tmp/man"
sed -n 's/^command //p' "$tmp/rows" >"$tmp/commands"
sed -nE 's/^\.It Cm ([a-z]+)$/\1/p' docs/tambour.1 >"$tmp/man"
diff -u <(sort "$tmp/commands") <(sort "$tmp/man") || failed=1

# The completion, as bash asks it.
# shellcheck source=/dev/null
. docs/tambour.bash
complete_after() { # words...
	COMP_WORDS=(tambour "$@" --) COMP_CWORD=$(($# + 1))
	[ $# -gt 0 ] || COMP_WORDS=(tambour "")
	_tambour
	printf '%s\n' "${COMPREPLY[@]}" | sort
}
while read -r command; do
	awk -F'[ |]' -v c="$command" '/^option/ {
		line = $0; sub(/^[^|]*\|/, "", line)
		if (line == "*" || index(" " line " ", " " c " ")) print "--" $2
	}' "$tmp/rows" | sort >"$tmp/options"
	complete_after "$command" >"$tmp/completed"
	same "completion of $command" "$tmp/options" "$tmp/completed"
done <"$tmp/commands"
complete_after | grep -v '^--' >"$tmp/completed"
diff -u <(sort "$tmp/commands") "$tmp/completed" || failed=1
exit $failed
