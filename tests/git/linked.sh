#!/bin/sh
# The program does not pay for libgit2 at each start: tambour-git alone is linked to it.
# usage: tests/git/linked.sh TAMBOUR TAMBOUR-GIT
set -eu
if ldd "$1" | grep -q libgit2; then
	echo "$1 is linked to libgit2"
	exit 1
fi
ldd "$2" | grep -q libgit2 || { echo "$2 is not linked to libgit2"; exit 1; }
