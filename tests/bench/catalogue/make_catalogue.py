#!/usr/bin/env python3
"""make_catalogue.py: a catalogue as large as a national one could grow.

    make_catalogue.py LIST OUT [PROCEDURES]

LIST: the folder `data` of the npm package @etalab/decoupage-administratif. OUT gets
catalogue.yaml and the rest: every intercommunalité of France as a territory (35 000
communes), 80 operators, procedures with texts of half a kB to 1 kB and with variants: by région,
by département, by one to 150 intercommunalités, by commune, by service. Made from a fixed
seed: two runs write the same bytes.
"""
import json
import os
import random
import sys

WORDS = ("commune mairie demande dossier pièce justificatif délai service guichet courrier "
         "formulaire habitant document adresse travaux déclaration accord rendez-vous "
         "territoire agent réponse copie acte famille logement voirie").split()
SERVICES = ["guichet_urbanisme", "recensement_citoyen", "portail_famille", "paiement"]


def load(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


def sentence(rng, least, most):
    words = [rng.choice(WORDS) for _ in range(rng.randint(least, most))]
    return " ".join(words).capitalize() + "."


def body(rng):
    parts = []
    for i in range(rng.randint(1, 2)):
        parts.append(f"## {sentence(rng, 2, 4)[:-1]} {i}\n")
        parts.append(" ".join(sentence(rng, 8, 14) for _ in range(rng.randint(1, 3))) + "\n")
        parts.append("\n".join(f"- {sentence(rng, 4, 9)}" for _ in range(3)) + "\n")
    return "\n".join(parts)


def scopes(rng, territories, departements, regions, communes):
    """The conditions of one procedure's variants: no two of one rank meet."""
    dice = rng.random()
    if dice < 0.4:
        return []
    if dice < 0.6:
        return [f'departement: "{d}"' for d in rng.sample(departements, 3)]
    if dice < 0.7:
        return [f'region: "{r}"' for r in rng.sample(regions, 2)] + [
            f'departement: "{rng.choice(departements)}", raccordee: {rng.choice(SERVICES)}']
    count = 2 if dice < 0.9 else 10 if dice < 0.995 else 150
    out = [f"intercommunalite: {t}" for t in rng.sample(territories, count)]
    return out + [f'commune: "{c}"' for c in rng.sample(communes, 2)]


def variant(rng, scope, n):
    lines = [f"  - pour: {{ {scope} }}", f"    cout: {n + 1} euros"]
    if rng.random() < 0.5:
        lines.append("    sur_place: { telephone: 02 61 91 00 %02d }" % rng.randint(10, 99))
    if rng.random() < 0.3:
        lines.append("    ajouter: { pieces: [Un plan] }")
    return "\n".join(lines)


def procedure(rng, i, count, where):
    op = rng.randrange(80)
    head = [f"titre: Démarche {i} {rng.choice(WORDS)}", f"resume: {sentence(rng, 8, 16)}",
            f"categorie: rubrique-{i % 12}", f"evenements: [moment-{i % 9}]",
            f"mots_cles: [{', '.join(rng.sample(WORDS, 4))}]", f"operateur: operateur-{op}",
            "service:",
            f"  lien: https://service{op}.exemple.example/d/{i}?insee={{code_insee}}",
            "  libelle: Faire la démarche",
            "sur_place:", "  ou: À la mairie", "  telephone: 02 61 91 00 10",
            "pieces:", "  - Une pièce d’identité", "  - Un justificatif de domicile",
            "cout: Gratuit", "delai: Deux semaines",
            f"voir_aussi: [demarche-{(i + 7) % count}, demarche-{(i + 31) % count}]",
            "verifie_le: 2026-04-04"]
    list_ = scopes(rng, *where)
    if list_:
        head.append("variantes:")
        head += [variant(rng, scope, n) for n, scope in enumerate(list_)]
    return "---\n" + "\n".join(head) + "\n---\n\n" + body(rng)


def write(out, path, text):
    path = os.path.join(out, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def territories_of(epcis):
    lines = ["territoires:"]
    for e in epcis:
        codes = ", ".join(f'"{m["code"]}"' for m in e["membres"])
        lines.append(f"  - id: epci-{e['code']}\n    nom: {json.dumps(e['nom'], ensure_ascii=False)}\n"
                     f"    genre: intercommunalite\n    communes: [{codes}]")
    return "\n".join(lines) + "\n"


def main():
    folder, out = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    rng = random.Random(2026)
    communes = [c for c in load(folder, "communes.json") if c["type"] == "commune-actuelle"]
    epcis = load(folder, "epci.json")
    metropole = [c for c in communes if c["code"] < "96" or c["code"][1] in "AB"]
    where = ([f"epci-{e['code']}" for e in epcis],
             sorted({c["departement"] for c in metropole}),
             sorted({c["region"] for c in metropole}), [c["code"] for c in metropole])
    write(out, "catalogue.yaml", "format: 1\nnom: Catalogue national\nediteur: Banc d’essai\n"
          "licence: Licence Ouverte 2.0\nhotes: [\"*.exemple.example\"]\n"
          f"services: [{', '.join(SERVICES)}]\nfraicheur: 24\n")
    write(out, "categories.yaml", "categories:\n" + "".join(
        f"  - {{ id: rubrique-{i}, titre: Rubrique {i} }}\n" for i in range(12)) +
        "evenements:\n" + "".join(
        f"  - {{ id: moment-{i}, titre: Moment {i} }}\n" for i in range(9)))
    write(out, "operateurs.yaml", "operateurs:\n" + "".join(
        f"  - id: operateur-{i}\n    nom: Opérateur {i}\n    telephone: 02 61 91 00 10\n"
        f"    hotes: [service{i}.exemple.example]\n" for i in range(80)))
    write(out, "territoires.yaml", territories_of(epcis))
    for i in range(count):
        write(out, f"demarches/demarche-{i}.md", procedure(rng, i, count, where))
    print(f"{count} procedures, {len(epcis)} territories, {len(communes)} communes")


main()
