#!/bin/bash
# Of two builds of one site at once, the slower must not publish files that it read before
# the other did: the lock of the site is held before anything is read.
. "$(dirname "$0")/common.sh"

commune "$room/c"
expect 0 build "$room/c" --date $day --lang fr

# While the lock is held nothing is read: neither the time of that step nor what is wrong
# with a page is told.
sed -i 's/^titre: .*/titre: Travaux : rue fermée/' "$room/c/pages/page-3.md"
status=0
flock "$room/c/.tambour/lock" "$program" build "$room/c" --date $day --lang fr --verbose \
	>"$room/said" 2>&1 || status=$?
[ $status = 3 ] || fail "a build beside another: status $status, not 3"
grep -q "publication-en-cours" "$room/said" || fail "the other build is not said"
grep -q "^lire\|page-3" "$room/said" && fail "sources were read without the lock"

# The other one ended: its place is free.
expect 1 build "$room/c" --date $day --lang fr --verbose
grep -q "^lire" "$room/said" || fail "the step of reading is not told"

# A state folder removed under a build takes the lock with it: the next one makes its own.
rm -rf "$room/c/.tambour"
sed -i 's/^titre: .*/titre: Travaux/' "$room/c/pages/page-3.md"
expect 0 build "$room/c" --date $day --lang fr
