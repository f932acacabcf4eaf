#!/usr/bin/env python3
"""make_commune.py: the example commune after twenty years: more acts, news, photographs.

    make_commune.py DIR [--acts 500] [--news 1000] [--photographs 300] [--width 4000]

Only the standard library. Same bytes on every run: no date, no chance.
"""
import argparse
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "..", "..", ".."))
sys.dont_write_bytecode = True  # modules of other folders leave nothing there
sys.path[:0] = [os.path.join(ROOT, "tools"), os.path.join(HERE, "..")]
from example_images import INVENTED, pdf  # noqa: E402
from make_site import PLACES, SENTENCES, TOPICS, Chance  # noqa: E402
from photograph import Camera  # noqa: E402

YEARS = range(2006, 2026)  # before those of the example
COUNCIL_UNTIL = 2022  # from then on each sitting would need a list and minutes of its own
MATTERS = ["1.1", "3.3", "5.2", "6.1", "7.1", "7.5", "8.3", "8.8"]

ACT = """---
type: {kind}
numero: {number}
objet: "{title}"
matiere: {matter}
auteur:
  prenom: Camille
  nom: Duboccage
  qualite: maire
{votes}mise_en_ligne: {day}
pdf: {pdf}
---
"""
VOTES = "votes: {effectif: 11, presents: 11, votants: 11, pour: 11, contre: 0, abstention: 0}\n"
NEWS = """---
titre: "{title}"
categorie: Vie locale
resume: "{summary}"
---

{words}
"""


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode())


def day_of(i, count):
    """Evenly through the years, oldest first: year, month, day."""
    days = i * len(YEARS) * 336 // count
    return YEARS[days // 336], days % 336 // 28 + 1, days % 28 + 1


def title_of(i, chance):
    return f"{chance.pick(TOPICS)}, {chance.pick(PLACES)}, dossier {i + 1}"


def sentences(count, chance):
    return " ".join(chance.pick(SENTENCES).format(
        body="la mairie", place=chance.pick(PLACES), n=2 + chance.below(9))
        for _ in range(count))


def write_acts(root, count, chance):
    for i in range(count):
        year, month, day = day_of(i, count)
        iso, title = f"{year}-{month:02d}-{day:02d}", title_of(i, chance)
        name = f"{iso}-dossier-{i + 1}"
        path = f"{root}/actes/{year}/{name}"
        council = i % 2 and year < COUNCIL_UNTIL
        write(f"{path}.md", ACT.format(
            kind="délibération" if council else "arrêté", number=f"{year}-{900 + i}",
            title=title, matter=chance.pick(MATTERS), votes=VOTES if council else "",
            day=iso, pdf=f"{name}.pdf"))
        write(f"{path}.pdf", pdf(title, [("P", sentences(8, chance).replace("*", ""))
                                         for _ in range(3)] + [INVENTED]))


def write_news(root, count, photographs, chance):
    for i in range(count):
        year, month, day = day_of(i, count)
        words = [sentences(5, chance) for _ in range(3 + chance.below(4))]
        for k in range(i * photographs // count, (i + 1) * photographs // count):
            words.insert(1, f"![Les haies de la commune, vue {k + 1}]"
                            f"(../images/photos/vue-{k + 1}.jpg)")
        write(f"{root}/actualites/{year}-{month:02d}-{day:02d}-nouvelle-{i + 1}.md",
              NEWS.format(title=title_of(i, chance), summary=sentences(1, chance).replace(
                  "*", "").replace("`", ""), words="\n\n".join(words)))


def write_photographs(root, count, width, chance):
    camera = Camera(width, width * 3 // 4, chance)
    for i in range(count):
        write(f"{root}/images/photos/vue-{i + 1}.jpg", camera.shoot())


def main():
    words = argparse.ArgumentParser()
    words.add_argument("folder")
    for name, usual in (("acts", 500), ("news", 1000), ("photographs", 300), ("width", 4000)):
        words.add_argument(f"--{name}", type=int, default=usual)
    given = words.parse_args()
    shutil.copytree(os.path.join(ROOT, "example-commune"), given.folder,
                    ignore=shutil.ignore_patterns("public", ".tambour"))
    chance = Chance(1789)
    write_acts(given.folder, given.acts, chance)
    write_news(given.folder, given.news, given.photographs, chance)
    write_photographs(given.folder, given.photographs, given.width, chance)


if __name__ == "__main__":
    main()
