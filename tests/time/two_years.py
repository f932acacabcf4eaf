#!/usr/bin/env python3
"""Moves the clock through two years of the example, and holds the program to what it
promised: until when the bytes published stay as they are.

Each day at midnight, and at each moment told in between, the example is published with
`--date`. Five things must hold.

  silent    no build has a word to say, whatever the date
  in time   what is published a minute before the moment told is what was published when
            it was told: the moment is never too late
  in need   that moment does change a byte, for 95 % of the days: a host that rebuilds
            when told does not rebuild for nothing
  whole     every link within the site leads somewhere; every XML and JSON reads; no
            feed nor map of the site tells a moment still to come
  no past   the last day published over two years, and the first one published after the
            last, are byte for byte what a new folder gets

usage: two_years.py PROGRAM [--days N]
"""
import argparse
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
FIRST, DAYS = datetime(2026, 11, 24), 731  # with a 29 February
NEEDED = 95  # % of days of which the moment told must change something
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
OLD = 1767225600  # long ago: what was saved this instant gives no stamp
FAULTS_MOST = 20  # told, then the test ends

LINK = re.compile(rb'(?:href|src|srcset)="([^"]*)"')
DATED = re.compile(rb"<(?:lastmod|updated|published)>(\d{4}-\d\d-\d\d)(T\d\d:\d\d)?")


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M")


class Published:
    """One tree of bytes: what readers saw at one moment."""

    def __init__(self, folder, moment):
        self.moment, self.files = moment, {}
        for path, _, names in os.walk(folder):
            for name in names:
                full = os.path.join(path, name)
                short = os.path.relpath(full, folder)
                if short != ".tambour":
                    with open(full, "rb") as f:
                        self.files[short] = f.read()

    def differences(self, other):
        paths = self.files.keys() | other.files.keys()
        return sorted(p for p in paths if self.files.get(p) != other.files.get(p))


class Journey:
    def __init__(self, program, room):
        self.program, self.room = program, room
        self.faults, self.builds = [], 0
        self.site = os.path.join(room, "site")
        self.looked_at = {}  # a path and its bytes -> what it links to
        shutil.copytree(os.path.join(ROOT, "example-commune"), self.site,
                        ignore=shutil.ignore_patterns("public", ".tambour"))
        for path, _, names in os.walk(self.site):
            for name in names:
                os.utime(os.path.join(path, name), (OLD, OLD))

    def fault(self, moment, words):
        print(f"{iso(moment)}: {words}", flush=True)
        self.faults.append(words)
        if len(self.faults) == FAULTS_MOST:
            sys.exit("too many faults")

    def publish(self, moment, name="out"):
        """What is published at this moment, and until when it is said to hold."""
        out, state = (os.path.join(self.room, name + end) for end in ("", ".state"))
        stamp = os.path.join(state, "stamp")
        if os.path.exists(stamp):
            os.remove(stamp)  # else it would stand by its word
        done = subprocess.run(
            [self.program, "build", self.site, "--quiet", "--lang", "fr", "--date",
             iso(moment), "-o", out, "--state", state],
            stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.builds += 1
        said = (done.stdout + done.stderr).decode()
        if said or done.returncode:
            self.fault(moment, f"status {done.returncode}, said: {said[:2000]}")
        try:
            with open(stamp, encoding="utf-8") as f:
                told = re.search(r"^until (.*)$", f.read(), re.M)[1]
        except OSError:
            sys.exit(f"{iso(moment)}: no stamp, so no moment is told")
        until = datetime.max if told == "-" else datetime.strptime(told, "%Y-%m-%dT%H:%M")
        if until <= moment:
            self.fault(moment, f"holds until {iso(until)}, which is past")
        return Published(out, moment), until

    def links_of(self, path, data):
        """Files of the site that this one leads to; its own faults are said once."""
        key = path, hash(data)
        if key in self.looked_at:
            return self.looked_at[key]
        found = self.looked_at[key] = set()
        if path.endswith((".xml", ".svg")):
            ElementTree.fromstring(data)
        elif path.endswith((".json", ".webmanifest")):
            json.loads(data)
        if not path.endswith(".html") or path == "404.html":
            return found
        for match in LINK.findall(data):
            for one in match.decode().split(","):
                where = urlsplit(one.split()[0] if one.split() else "")
                if where.scheme or where.netloc or not where.path:
                    continue
                to = posixpath.normpath(
                    posixpath.join(posixpath.dirname(path), unquote(where.path)))
                found.add(to + "/index.html" if where.path.endswith("/") else to)
        return found

    def look_at(self, seen):
        """Whatever the date: links lead somewhere, files read, nothing comes too soon."""
        for path, data in seen.files.items():
            try:
                links = self.links_of(path, data)
            except (ValueError, ElementTree.ParseError) as why:
                self.fault(seen.moment, f"{path} does not read: {why}")
                continue
            for to in links - seen.files.keys():
                self.fault(seen.moment, f"{path} leads to {to}, which is not there")
            if path.endswith(".xml"):
                for day, hour in DATED.findall(data):
                    told = (day + (hour or b"T00:00")).decode()
                    if told > iso(seen.moment):
                        self.fault(seen.moment, f"{path} tells {told}, still to come")


def hold(trip, then, now, until):
    """What was told at one moment holds at a later one."""
    changed = now.differences(then)
    if changed:
        trip.fault(then.moment, f"told to hold until {iso(until)}, but at "
                   f"{iso(now.moment)} these differ: {' '.join(changed[:5])}")


def walk(trip, last):
    """From moment to moment. The first and the last publication, the moment told on each
    day, and whether each moment looked at changed something."""
    days, changed = [], {}
    now, until = trip.publish(FIRST)
    first, midnight = now, FIRST
    while True:
        trip.look_at(now)
        if now.moment == midnight:
            days.append((midnight, until))
            midnight += DAY
        if now.moment >= last:
            return first, now, days, changed
        then, told = now, until
        if told <= midnight:
            before = trip.publish(told - MINUTE)[0]
            hold(trip, then, before, told)
            now, until = trip.publish(told)
            changed[told] = bool(now.differences(before))
        else:
            now, until = trip.publish(midnight)
            hold(trip, then, now, told)
            changed[midnight] = False


def count_needed(trip, days, changed):
    """On how many days, in %, the moment told was one that changed something."""
    for _, told in days:
        if told not in changed and told != datetime.max:
            before, now = (trip.publish(m)[0] for m in (told - MINUTE, told))
            changed[told] = bool(now.differences(before))
    idle = [told for _, told in days if not changed.get(told, True)]
    share = 100 * (len(days) - len(idle)) / len(days)
    if share < NEEDED:
        for told in sorted(set(idle)):
            print(f"{iso(told)}: nothing changes, as was told on {idle.count(told)} days")
        trip.fault(days[-1][0], f"only {share:.1f} % of the days needed what was told")
    return share


def no_past(trip, first, last):
    """What was published before leaves no trace."""
    for once, name in (last, "new"), (first, "out"):
        again = trip.publish(once.moment, name)[0]
        changed = again.differences(once)
        if changed:
            trip.fault(once.moment, f"once more, these differ: {' '.join(changed[:5])}")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("program")
    words.add_argument("--days", type=int, default=DAYS)
    given = words.parse_args()
    os.environ.update(TAMBOUR_THEMES=os.path.join(ROOT, "themes"), TZ="Europe/Paris")
    for name in ("TAMBOUR_LANG", "SOURCE_DATE_EPOCH"):
        os.environ.pop(name, None)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as room:
        trip = Journey(os.path.realpath(given.program), room)
        first, last, days, changed = walk(trip, FIRST + given.days * DAY)
        share = count_needed(trip, days, changed)
        no_past(trip, first, last)
    print(f"{len(days)} days, {trip.builds} builds, {sum(changed.values())} changes; "
          f"{share:.1f} % of the days needed what was told; {len(trip.faults)} faults")
    return bool(trip.faults)


if __name__ == "__main__":
    sys.exit(main())
