#!/bin/sh
# Every relative link of the documentation leads to a file, every `src/...` path it names
# exists, and every key of the glossary is one that a schema has.
set -eu
cd "$(dirname "$0")/.."
failed=0
bad() {
	echo "$1"
	failed=1
}

# docs/messages.md quotes links that people mistype.
docs="README.md CONTRIBUTING.md CHANGELOG.md
	$(find docs -name '*.md' ! -name messages.md | LC_ALL=C sort)"
for doc in $docs; do
	folder=$(dirname "$doc")
	# Fenced blocks and code spans are examples, not links.
	prose=$(sed -e '/^````*/,/^````*$/d' -e 's/`[^`]*`//g' "$doc")
	for target in $(printf '%s\n' "$prose" | grep -oE '\]\([^)]+\)' |
		sed -E 's/^\]\(//; s/\)$//; s/#.*//'); do
		case $target in *:*) continue ;; esac
		[ -e "$folder/$target" ] || bad "$doc: no $target"
	done
	for path in $(grep -oE '`(src|tests|tools|cmake|themes|docs)/[A-Za-z0-9_./-]+`' "$doc" | tr -d '`'); do
		[ -e "$path" ] || bad "$doc: no $path"
	done
done

for key in $(awk -F'|' '/^## Glossary/ { on = 1 } on && /^\| `/ { print $2 }' \
	docs/architecture.md | grep -oE '[a-z_]+'); do
	grep -qE "\"$key\"|\"${key}s\"" src/model/schema_*.c src/model/schema_fields.h src/model/schemas.h ||
		bad "glossary: no key $key"
done
exit $failed
