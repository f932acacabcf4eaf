#!/usr/bin/env python3
"""make_site.py: writes a commune of N plausible pages, and the same words as a Hugo site.

    python3 tests/bench/make_site.py N DIR      makes DIR/commune and DIR/hugo

Only the standard library. Same bytes on every run: no date, no chance.
"""
import os
import shutil
import sys

MENU = 40          # entries of the menu, in both sites
NEWS_MAX = 200     # a commune's archive, however many pages it has
PER_FOLDER = 100   # pages of one folder of pages/
LOW, HIGH = 2000, 6000  # bytes of a page
HERE = os.path.dirname(os.path.abspath(__file__))

TOPICS = [
    "L’école", "La cantine", "Le cimetière", "La bibliothèque", "Les déchets",
    "L’eau potable", "L’assainissement", "La salle des fêtes", "Le marché",
    "Les chemins de randonnée", "Le lavoir", "Les associations", "Les transports",
    "Le plan local d’urbanisme", "Le budget", "Le conseil municipal", "La voirie",
    "Les haies", "Le bulletin municipal", "La garderie", "Les risques", "La santé",
]
PLACES = [
    "rue du Lavoir", "place de la Mairie", "chemin des Haies", "venelle des Tisserands",
    "route de la Gare", "impasse du Four", "hameau de la Croix", "sentier du Moulin",
]
BODIES = [
    "la mairie", "le secrétariat", "le service technique", "l’école", "le syndicat d’eau",
    "la communauté de communes", "le comité des fêtes", "la commission des chemins",
]
SENTENCES = [
    "Pour toute question, {body} vous répond les jours d’ouverture.",
    "Le dossier se dépose au guichet, {place}, ou par courrier.",
    "Cette règle vaut pour **tous les habitants**, quelle que soit la durée du séjour.",
    "Les travaux, {place}, durent environ {n} semaines ; une déviation est en place.",
    "Le tarif est de {n} euros par personne et il est *voté chaque année* par le conseil.",
    "Une permanence a lieu le premier jeudi du mois, de 9 h à 12 h, {place}.",
    "En dehors de ces heures, {body} laisse un message avec le numéro d’astreinte.",
    "L’accès est de plain-pied et une place de stationnement est réservée, {place}.",
    "Les documents à fournir sont les mêmes que l’an dernier : pensez à les vérifier.",
    "« Nous tenons à garder un accueil ouvert à tous », rappelle le compte rendu.",
    "Les habitants peuvent donner leur avis jusqu’à la fin du mois, à l’accueil.",
    "Il faut compter {n} jours entre la demande et la réponse écrite.",
    "Le règlement prévoit **{n} cas particuliers**, décrits plus bas dans cette page.",
    "Un affichage est fait {place}, comme la loi le demande.",
    "Les déchets verts sont acceptés le mercredi et le samedi, sans rendez-vous.",
    "La réunion publique a rassemblé une cinquantaine de personnes, {place}.",
    "Le formulaire `cerfa n° 1{n}406` reste disponible sur papier au secrétariat.",
    "Selon la saison, {body} adapte les horaires et prévient par l’affichage.",
]
HEADINGS = [
    "Qui est concerné", "Comment faire", "Les pièces à fournir", "Les tarifs",
    "Les horaires", "Où s’adresser", "Ce que fait la commune", "Les délais",
    "En cas d’absence", "Les travaux prévus", "Un peu d’histoire", "Bon à savoir",
]
ITEMS = [
    "une pièce d’identité en cours de validité", "un justificatif de domicile récent",
    "le formulaire rempli et **signé**", "deux photos d’identité",
    "l’attestation d’assurance de l’année", "le livret de famille, s’il y a lieu",
    "un relevé d’identité bancaire", "l’accord écrit du propriétaire",
]
ROWS = [
    ("Habitants de la commune", "gratuit"), ("Habitants du canton", "12 €"),
    ("Associations", "30 €"), ("Autres demandeurs", "*sur devis*"),
    ("Enfants de moins de 12 ans", "**gratuit**"), ("Étudiants", "6 €"),
]


class Chance:
    """A small generator of our own: the library's may change between versions."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 0x7FFFFFFF + 1

    def below(self, n):
        self.state = self.state * 48271 % 0x7FFFFFFF
        return self.state % n

    def pick(self, of):
        return of[self.below(len(of))]


class Page:
    """One page: where it stands in both sites, and what its header says."""

    def __init__(self, number, folder, name, title, day=None):
        self.number, self.folder, self.name = number, folder, name
        self.title, self.day = title, day

    def source(self):
        """Path in the commune."""
        if self.day:
            return f"actualites/{self.day}-{self.name}.md"
        return f"pages/{self.folder}/{self.name}.md"

    def address(self):
        """Path on the web, in both sites."""
        return f"{self.folder}/{self.name}.html"


def day_of(i):
    return f"{2025 - i // 96}-{12 - i // 8 % 12:02d}-{28 - i % 8 * 3:02d}"


def all_pages(n):
    """Free pages by folder, each folder with its index, then news: n in all."""
    news = min(n // 5, NEWS_MAX)
    free = n - news
    folders = max(5, (free + PER_FOLDER - 1) // PER_FOLDER)
    pages = []
    for i in range(free):
        folder = f"rubrique-{i % folders + 1:02d}"
        topic = TOPICS[i % len(TOPICS)]
        if i < folders:
            pages.append(Page(i, folder, "index", f"Rubrique {i + 1} : {topic.lower()}"))
        else:
            title = f"{topic}, feuille {i // folders}"
            pages.append(Page(i, folder, f"page-{i // folders:03d}", title))
    for i in range(news):
        title = f"{TOPICS[i % len(TOPICS)]} : du nouveau"
        pages.append(Page(free + i, "actualites", f"nouvelle-{i + 1:03d}", title, day_of(i)))
    return pages


# ---- the words of a page; links are left as {link:N} until a site asks for them ----

def paragraph(chance):
    text = " ".join(
        chance.pick(SENTENCES).format(body=chance.pick(BODIES), place=chance.pick(PLACES),
                                      n=3 + chance.below(25))
        for _ in range(3 + chance.below(3)))
    return text + "\n"


def items(chance):
    first = chance.below(len(ITEMS))
    mark = chance.pick(["- ", "- ", "1. "])
    return "".join(f"{mark}{ITEMS[(first + i) % len(ITEMS)]} ;\n"
                   for i in range(3 + chance.below(3)))


def table(chance):
    lines = ["| Qui | Tarif | Remarque |", "| --- | ---: | --- |"]
    first = chance.below(len(ROWS))
    for i in range(3 + chance.below(3)):
        who, price = ROWS[(first + i) % len(ROWS)]
        lines.append(f"| {who} | {price} | {chance.pick(PLACES)} |")
    return "\n".join(lines) + "\n"


def links(chance, count):
    lines = ["Voir aussi :", ""]
    for _ in range(2 + chance.below(3)):
        n = chance.below(count)
        lines.append(f"- la page [{TOPICS[n % len(TOPICS)].lower()}, détaillée]({{link:{n}}})")
    return "\n".join(lines) + "\n"


def words(page, count):
    """The body, of LOW to HIGH bytes, as a list of texts with one link mark each at most."""
    chance = Chance(page.number + 1)
    want = LOW + chance.below(HIGH - LOW - 700)
    parts, size, section = [paragraph(chance)], 0, chance.below(len(HEADINGS))
    kinds = [items, table, paragraph, lambda c: links(c, count)]
    while size < want:
        parts.append(f"## {HEADINGS[section % len(HEADINGS)]}\n")
        parts.append(paragraph(chance))
        parts.append(kinds[section % len(kinds)](chance))
        section += 1
        size = sum(len(p.encode()) for p in parts)
    return "\n".join(parts)


def linked(text, pages, href):
    """The text with each {link:N} as this site writes the address of page N."""
    pieces = text.split("{link:")
    out = [pieces[0]]
    for piece in pieces[1:]:
        number, rest = piece.split("}", 1)
        out += [href(pages[int(number)]), rest]
    return "".join(out)


# ---- the two sites ----

def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def summary(page):
    return f"Ce qu’il faut savoir : {page.title.lower().replace(':', ',')}."


def commune_header(page):
    lines = [f'titre: "{page.title}"', f'resume: "{summary(page)}"']
    if page.day:
        lines.append("categorie: Vie municipale")
    else:
        lines += [f"ordre: {page.number % 1000}", "mise_a_jour: 2026-10-02"]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def hugo_header(page):
    lines = [f'title: "{page.title}"', f'description: "{summary(page)}"']
    if page.day:
        lines += [f"date: {page.day}", 'rubrique: "Vie municipale"']
    else:
        lines += [f"weight: {page.number % 1000 + 1}", "date: 2026-10-02"]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


COMMUNE = """format: 1
nom: Saint-Martin-du-Banc
code_insee: "61999"
codes_postaux: ["61999"]
population: 640
mairie:
  adresse: |
    1 place de la Mairie
    61999 Saint-Martin-du-Banc
  telephone: 02 61 91 00 10
  courriel: mairie@saint-martin-du-banc.example
  horaires:
    lundi: 9h-12h
    mardi: 9h-12h, 14h-17h30
    mercredi: fermé
    jeudi: 9h-12h
    vendredi: 14h-18h
site:
  lien: https://www.saint-martin-du-banc.example
  titre: Saint-Martin-du-Banc
  theme: bocage
directeur_publication:
  nom: Le maire de Saint-Martin-du-Banc
hebergeur:
  nom: Hébergement coopératif du Banc
  adresse: |
    12 rue des Serveurs
    61999 Saint-Martin-du-Banc
  telephone: 02 61 91 00 40
delegue_protection_donnees:
  nom: Service commun de protection des données
  courriel: donnees@saint-martin-du-banc.example
menu:
"""


# No commune may publish without them: they stand beside the N pages, in both sites.
LEGAL = [("mentions-legales", "Mentions légales"), ("confidentialite", "Confidentialité"),
         ("accessibilite", "Accessibilité")]


def menu_of(pages):
    """The same entries in both sites: leaves, so that no theme opens sub-menus."""
    leaves = [p for p in pages if p.name != "index" and not p.day]
    return leaves[:MENU]


def write_commune(root, pages, texts):
    menu = "".join(f'  - titre: "{p.title}"\n    lien: {p.source()}\n'
                   for p in menu_of(pages))
    write(f"{root}/commune.yaml", COMMUNE + menu)
    write(f"{root}/accueil.md", "---\nslogan: Une commune de banc d’essai\n---\n\n"
                                "Bienvenue sur le site de la commune.\n")
    for name, title in LEGAL:
        write(f"{root}/pages/{name}.md", f"---\ntitre: {title}\n---\n\nLe directeur de la "
                                         "publication est le maire.\n")
    for page, text in zip(pages, texts):
        here = os.path.dirname(page.source())
        body = linked(text, pages, lambda to: os.path.relpath(to.source(), here))
        write(f"{root}/{page.source()}", commune_header(page) + body)


def write_hugo(root, pages, texts):
    shutil.copytree(f"{HERE}/hugo", root, dirs_exist_ok=True)
    menu = "".join(f'[[menu.main]]\nname = "{p.title}"\nurl = "/{p.address()}"\n'
                   f"weight = {i + 1}\n" for i, p in enumerate(menu_of(pages)))
    with open(f"{root}/config.toml", "a", encoding="utf-8") as f:
        f.write(menu)
    for name, title in LEGAL:
        write(f"{root}/content/{name}.md", f"---\ntitle: {title}\n---\n\nLe directeur de la "
                                           "publication est le maire.\n")
    write(f"{root}/content/actualites/_index.md", "---\ntitle: Actualités\noutputs: [HTML, RSS]\n---\n")
    for page, text in zip(pages, texts):
        name = "_index" if page.name == "index" else page.name
        body = linked(text, pages, lambda to: os.path.relpath(to.address(), page.folder))
        write(f"{root}/content/{page.folder}/{name}.md", hugo_header(page) + body)


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__.strip())
    count, root = int(sys.argv[1]), sys.argv[2]
    pages = all_pages(count)
    texts = [words(p, len(pages)) for p in pages]
    for name, writer in (("commune", write_commune), ("hugo", write_hugo)):
        shutil.rmtree(f"{root}/{name}", ignore_errors=True)
        writer(f"{root}/{name}", pages, texts)


if __name__ == "__main__":
    main()
