#!/bin/sh
# Runs the cron line of docs/hosting.md as cron would (a bare environment, no terminal,
# nothing to read) on a clone of the example commune, through four days of its life.
# usage: tests/hosting.sh TAMBOUR
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
tambour=$(realpath "$1")
srv=$(mktemp -d)
trap 'rm -rf "$srv"' EXIT
export HOME="$srv" GIT_CONFIG_NOSYSTEM=1 # the tester's git settings stay out

fail() {
	echo "$1"
	echo "--- the line: $line"
	echo "--- status $status, it said:"
	cat "$srv/said"
	exit 1
}
publish_in_git() {
	git -C "$srv/work" add --all
	git -C "$srv/work" -c user.name=mairie -c user.email=mairie@commune.example \
		commit --quiet -m "$1"
	git -C "$srv/work" push --quiet origin main
}
cron() {
	status=0
	(cd / && env -i HOME="$srv" LOGNAME=tambour SHELL=/bin/sh PATH=/usr/bin:/bin \
		/bin/sh -c "$line") </dev/null >"$srv/said" 2>&1 || status=$?
}

# The line, without its five fields of time, its folders put under ours.
line=$(awk '/^<!-- cron -->$/ { getline; getline; print; exit }' "$root/docs/hosting.md" |
	sed -E -e 's/^([^ ]+ +){5}//' \
		-e "s|/usr/bin/tambour|$tambour|g" -e "s|/srv/tambour/|$srv/|g")
status=- && : >"$srv/said"
case $line in
"git -C $srv/communes/saint-aubin pull "*"$tambour build "*" -o $srv/www/saint-aubin") ;;
*) fail "docs/hosting.md no longer holds the line this test knows" ;;
esac

mkdir -p "$srv/work" "$srv/communes" "$srv/www"
(cd "$root/example-commune" && tar -cf - --exclude=./public --exclude=./.tambour .) |
	tar -xf - -C "$srv/work"
git init --quiet --bare -b main "$srv/origin.git"
git -C "$srv/work" init --quiet -b main
git -C "$srv/work" remote add origin "$srv/origin.git"
publish_in_git "First files"
git clone --quiet "$srv/origin.git" "$srv/communes/saint-aubin"
site=$srv/www/saint-aubin

# The first time: published, nothing said.
cron
[ "$status" -eq 0 ] || fail "the first build should end with 0"
[ ! -s "$srv/said" ] || fail "the first build should say nothing"
[ -s "$site/index.html" ] || fail "the site is not published"
[ ! -d "$site/.tambour" ] || fail "the state folder is published"

# Nothing new: nothing said, nothing touched.
before=$(stat -c '%i %Y %n' "$site" "$site/index.html")
cron
[ "$status" -eq 0 ] || fail "an idle build should end with 0"
[ ! -s "$srv/said" ] || fail "an idle build should say nothing"
[ "$before" = "$(stat -c '%i %Y %n' "$site" "$site/index.html")" ] ||
	fail "an idle build touched the site"

# A piece of news is pushed: ten minutes later it is there.
cat >"$srv/work/actualites/2026-01-02-essai-cron.md" <<'END'
---
titre: Une nouvelle poussée depuis la mairie
---

Le cron la publie.
END
publish_in_git "Add news"
cron
[ "$status" -eq 0 ] || fail "a build of new files should end with 0"
[ ! -s "$srv/said" ] || fail "a build of new files should say nothing"
grep -q "Le cron la publie" "$site/actualites/essai-cron.html" ||
	fail "the news is not published"

# The same file is broken by a hasty hand: said, status 1, the page stands as it was.
printf -- '---\ntitre: Travaux : rue fermée\ntitre: encore\n---\n\nFaux.\n' \
	>"$srv/work/actualites/2026-01-02-essai-cron.md"
publish_in_git "Break it"
cron
[ "$status" -eq 1 ] || fail "a faulty file should end with 1"
grep -q "essai-cron.md:" "$srv/said" || fail "the faulty file is not named"
grep -q "Le cron la publie" "$site/actualites/essai-cron.html" ||
	fail "the page no longer stands as it last was"

# ---- the other line: no clone, the repository itself ----
cat >"$srv/work/actualites/2026-01-02-essai-cron.md" <<'END'
---
titre: Une nouvelle corrigée
---

Le cron la publie encore.
END
publish_in_git "Mend it"
line=$(awk '/^<!-- cron-repository -->$/ { getline; getline; print; exit }' \
	"$root/docs/hosting.md" |
	sed -E -e 's/^([^ ]+ +){5}//' -e "s|/usr/bin/tambour|$tambour|g" \
		-e "s|/srv/tambour/|$srv/|g" -e "s|https://git.example/saint-aubin|$srv/origin|g")
case $line in
"$tambour update "*" --repository $srv/origin.git; $tambour build "*" -o $srv/www/saint-aubin") ;;
*) fail "docs/hosting.md no longer holds the line for a repository" ;;
esac
rm -rf "$site"
cron
[ "$status" -eq 0 ] || fail "a build from the repository should end with 0"
[ ! -s "$srv/said" ] || fail "a build from the repository should say nothing"
grep -q "Le cron la publie encore" "$site/actualites/essai-cron.html" ||
	fail "the repository's news is not published"
before=$(stat -c '%i %Y %n' "$site" "$site/index.html")
cron
[ "$status" -eq 0 ] && [ ! -s "$srv/said" ] || fail "an idle build should say nothing"
[ "$before" = "$(stat -c '%i %Y %n' "$site" "$site/index.html")" ] ||
	fail "an idle build from the repository touched the site"
# The git host is down: cron's mail says so, and the site stands.
mv "$srv/origin.git" "$srv/gone.git"
cron
[ "$status" -eq 0 ] || fail "a git host that is down should not stop the site"
grep -q "n’a pas été reçu" "$srv/said" || fail "nobody learns that the git host is down"
[ -s "$site/index.html" ] || fail "the site is gone with the git host"
