"""Make the posters of a town or a department for a volunteer, with the words to say and to send."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.catalog import Catalog, load_catalog
from plugins.catalog.models.territory import Department
from plugins.commands.console import say, warn
from plugins.commands.finding import NotFoundError, town_code
from plugins.french import FrenchDateError, parse_date, plural, slugify
from plugins.posters.compiling import poster_files
from plugins.posters.drawing import Paper
from plugins.posters.programme import (
    MONTH,
    WEEK,
    Area,
    Period,
    department_area,
    open_agenda,
    programme,
    town_area,
)

FOLDER = "output/affiches"


@dataclass(frozen=True)
class Order:
    """Hold what a volunteer asks for, as it was typed."""

    where: str = ""
    week: bool = False
    month: bool = False
    since: str = ""
    paper: str = ""
    folder: str = ""
    examples: bool = False


def make_posters(root: Path, order: Order, today: date) -> int:
    """Write the files asked for and say where they are; nothing is written when the order is not clear."""
    try:
        catalog = load_catalog(root, today if order.examples else None)
        period, papers = _period(order, today), _papers(order.paper)
        areas = _areas(root, order.where, catalog)
    except (NotFoundError, FrenchDateError, ValueError) as error:
        warn(str(error))
        return 1
    folder = (root / (order.folder or FOLDER)).resolve()
    agenda = open_agenda(catalog, today, catalog.association.website)
    for area in areas:
        found = programme(area, period, agenda)
        if not found.days:
            say(f"{area.name} : aucune sortie annoncée {period.words}, donc pas d’affiche.")
            continue
        folder.mkdir(parents=True, exist_ok=True)
        files = tuple(poster_files(found, agenda, catalog.association.name, papers))
        for file in files:
            (folder / Path(file.path).name).write_bytes(file.content)
        outings = plural(len(found.outings), "sortie")
        say(f"{area.name} : {outings} {period.words}, {plural(len(files), 'fichier')} dans {folder}")
        for file in files:
            say(f"  · {Path(file.path).name}")
    return 0


def _period(order: Order, today: date) -> Period:
    if order.week and order.month:
        message = "Choisissez --semaine ou --mois, pas les deux."
        raise ValueError(message)
    asked = parse_date(order.since) if order.since else today
    if asked < today:
        message = "Ce jour est passé : une affiche annonce ce qui vient. Donnez un jour à venir, ou rien."
        raise ValueError(message)
    return Period(asked, asked + (WEEK if order.week else MONTH))


def _papers(words: str) -> tuple[Paper, ...]:
    if not words:
        return tuple(Paper)
    found = tuple(paper for paper in Paper if paper.value == words.strip().lower())
    if not found:
        message = f"Je ne connais pas le format « {words} ». Écrivez a4 ou a3, ou rien pour les deux."
        raise ValueError(message)
    return found


def _areas(root: Path, words: str, catalog: Catalog) -> tuple[Area, ...]:
    """Return the area that is named; both departments when none is."""
    wanted = slugify(words)
    departments = [found for found in Department if wanted in {"", found.value, slugify(found.label)}]
    if departments:
        return tuple(department_area(found, catalog) for found in departments)
    return (town_area(catalog.communes[town_code(root, words)], catalog),)
