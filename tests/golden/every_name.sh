#!/bin/sh
# The theme of the golden sites prints all that themes receive: a name added to the data
# model must be added to themes/niveau-1/templates/tout.html too. A name that goes breaks
# the theme itself, as it would those of associations.
set -eu
cd "$(dirname "$0")/../.."
theme=tests/golden/themes/niveau-1/templates/tout.html
status=0
for name in $(sed -nE 's/^\t(TEXT|HTML|LINK|YES|RECORD|LIST)(_IF)?\([a-z_]+, ([a-z_]+).*/\3/p' \
	src/render/data_model.def | sort -u); do
	case $name in chaines | options | ressources) continue ;; esac
	grep -q "{{#\{0,1\}$name}}" $theme || {
		echo "$theme does not show $name"
		status=1
	}
done
exit $status
