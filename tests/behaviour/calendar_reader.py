# Reads a calendar with python3-icalendar, counts its days with dateutil, and compares
# with what tambour-calendar answered of it between 2026 and 2028.
# usage: calendar_reader.py AGENDA.ics ANSWER
import sys
from datetime import date, datetime, timezone

from dateutil.rrule import rrulestr, rruleset
from icalendar import Calendar

FROM, TO = date(2026, 1, 1), date(2028, 1, 1)


def naive(value):
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime(value.year, value.month, value.day)


def listed(event, name):
    given = event.get(name)
    for group in given if isinstance(given, list) else [given] if given else []:
        yield from (naive(item.dt) for item in group.dts)


def times(event):
    start = event["DTSTART"].dt
    every = rruleset()
    rule = event.get("RRULE")
    if rule:
        text = rule.to_ical().decode()
        if "UNTIL" in text and isinstance(start, datetime):
            # On the wall clock: the rule's end is told in UTC.
            until = rule["UNTIL"][0].astimezone(start.tzinfo).replace(tzinfo=None)
            text = ";".join(p for p in text.split(";") if not p.startswith("UNTIL"))
            text += until.strftime(";UNTIL=%Y%m%dT%H%M%S")
        every.rrule(rrulestr(text, dtstart=naive(start)))
    else:
        every.rdate(naive(start))
    for day in listed(event, "RDATE"):
        every.rdate(day)
    for day in listed(event, "EXDATE"):
        every.exdate(day)
    found = []
    for t in every:
        if t.date() >= TO:
            break
        if t.date() >= FROM:
            found.append(t)
    if not isinstance(start, datetime):
        return [f"d {t:%Y%m%d}" for t in found]
    return [f"u {int(start.tzinfo.localize(t).timestamp())}" for t in found]


def answered(path):
    events, uid = {}, None
    for line in open(path, encoding="utf-8"):
        words = line.split()
        if words[0] == "event":
            uid = line[6:].strip()
            events[uid] = []
        elif words[0] in ("d", "l", "u"):
            day = (date(int(words[1][:4]), int(words[1][4:6]), int(words[1][6:]))
                   if words[0] == "d"
                   else datetime.fromtimestamp(int(words[1]), timezone.utc).date())
            if day >= FROM:
                events[uid].append(" ".join(words[:2]))
    return events


theirs = answered(sys.argv[2])
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
wrong = 0
for event in calendar.walk("VEVENT"):
    uid = str(event["UID"])
    ours = times(event)
    if ours != theirs.get(uid):
        print(uid, "another reader:", ours, "libical:", theirs.get(uid), sep="\n  ")
        wrong += 1
    if "essais" in uid and "à plier; \\ et à protéger, car" not in str(event["SUMMARY"]):
        print(uid, "title:", event["SUMMARY"])
        wrong += 1
sys.exit(1 if wrong or not theirs else 0)
