"""The PDF of a tutorial: its steps as data, set by `theme/templates/print/tutoriel.typ`."""

import re
from itertools import dropwhile
from typing import Any

from plugins.catalog.models.post import Tutorial
from plugins.formats.brand import drawn_mark
from plugins.formats.colours import theme_colours
from plugins.formats.pdf import kept_pdf
from plugins.formats.prose import Node, plain_words, read_prose
from plugins.french import enumerate_fr, format_date, format_duration, typeset_html, typeset_text
from plugins.resources import File, Site
from plugins.views.links import web_name
from plugins.views.steps import step_pictures
from plugins.views.tutorials import pdf_address, review_words, tutorial_guide

SOURCE = "tutoriel.typ"

_NUMBER = re.compile(r"\s*|\d+|\.")


def tutorial_pdf(tutorial: Tutorial, site: Site) -> File:
    """Return the PDF of a tutorial that is shown; its date is that of the text, so its bytes change with it only."""
    pictures = step_pictures(tutorial, site.catalog.root).values()
    html = typeset_html(site.texts[tutorial.file])
    nodes = read_prose(html, {picture.address: picture.content for picture in pictures}, site.url)
    before, steps = split_steps(nodes)
    day = tutorial.modified_on or tutorial.verified_on
    words = {
        "titre": tutorial.title,
        "resume": tutorial.summary or "",
        "pour": enumerate_fr([reader.label.lower() for reader in tutorial.readers]),
        "association": site.catalog.association.name,
        "description": tutorial.summary or f"Tutoriel : {tutorial.title}.",
        "verifie": review_words(tutorial, site.today)
        or f"Vérifié le {format_date(tutorial.verified_on, 'medium')}",
        "doute": _doubt(tutorial),
        "fin": "Une étape ne ressemble plus à ce que vous voyez ? Dites-le-nous : "
        f"{web_name(site.url)}/association/contact",
    }
    data = {key: typeset_text(text) for key, text in words.items()} | {
        "annee": day.year,
        "mois": day.month,
        "jour": day.day,
        "site": web_name(site.url),
        "couleurs": theme_colours(),
        "marque": drawn_mark(),
        "faits": [{"nom": name, "mots": nodes} for name, nodes in _facts(tutorial, site)],
        "avant": before,
        "etapes": steps,
    }
    return File(pdf_address(tutorial), kept_pdf(SOURCE, data, day))


def split_steps(nodes: list[Node]) -> tuple[list[Node], list[dict[str, Any]]]:
    """Return what stands before the first step, then the steps: number, title, words, pictures."""
    before: list[Node] = []
    steps: list[dict[str, Any]] = []
    for node in nodes:
        if node["sorte"] == "h2":
            steps.append({"numero": len(steps) + 1, "titre": _unnumbered(node), "mots": [], "images": []})
        elif not steps:
            before.append(node)
        else:
            images = _images(node)
            steps[-1]["images"].extend(images)
            if not images or plain_words([node]).strip():
                steps[-1]["mots"].append(node)
    return before, steps


def _doubt(tutorial: Tutorial) -> str:
    doubt = tutorial.to_check or ""
    return "Cette page attend une relecture" if doubt == "à vérifier" else doubt and f"À vérifier : {doubt}"


def _unnumbered(heading: Node) -> list[Node]:
    """Return the words of a heading without its number, which the layout of steps has set apart."""
    return list(dropwhile(lambda node: _NUMBER.fullmatch(node.get("texte", "x")), heading["dedans"]))


def _images(node: Node) -> list[Node]:
    """Return the picture of a paragraph that holds nothing else, or the picture itself."""
    if node["sorte"] == "image":
        return [node]
    inside = node.get("dedans", []) if node["sorte"] == "p" else []
    return inside if inside and all(child["sorte"] == "image" for child in inside) else []


def _facts(tutorial: Tutorial, site: Site) -> list[tuple[str, list[Node]]]:
    facts = []
    if tutorial.duration:
        facts.append(("Temps", [_text(format_duration(tutorial.duration))]))
    if tutorial.needs:
        facts.append(("Ce qu’il faut", [_text(" ; ".join(tutorial.needs))]))
    links = [
        {"sorte": "a", "adresse": f"{site.url.rstrip('/')}{crumb.address}", "dedans": [_text(crumb.label)]}
        for crumb in tutorial_guide(tutorial, site.catalog, site.today).before
    ]
    if links:
        separated = [node for link in links for node in (_text(", "), link)]
        facts.append(("À lire d’abord", separated[1:]))
    return facts


def _text(words: str) -> Node:
    return {"sorte": "texte", "texte": typeset_text(words)}
