"""Compile the page of the posters, and every poster of the coming month."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.french import plural
from plugins.posters.drawing import Paper, draw_posters
from plugins.posters.programme import (
    MONTH,
    Agenda,
    Area,
    Period,
    Programme,
    lively_areas,
    open_agenda,
    programme,
)
from plugins.posters.saying import answering_script, text_messages
from plugins.resources import Crumb, File, MadeDocument, Page, Resource, Site

ADDRESS = "/sorties/affiches/"
OUTINGS = Crumb("Sorties", "/sorties/")
MOST_AREAS = 30
"""A poster costs some hundredths of a second: with more towns, those that have most outings are drawn."""


@dataclass(frozen=True)
class PosterLine:
    """Hold what the page says of one area: its name, « à Annonay », its outings, its files."""

    name: str
    where: str
    anchor: str
    details: str
    a4: str
    a3: str
    script: str
    messages: str


def compile_posters(site: Site) -> Iterator[Resource]:
    """Return the page, then four files for each department and each town that has an outing."""
    agenda = open_agenda(site.catalog, site.today, site.url)
    month = Period(site.today, site.today + MONTH)
    every = tuple(programme(area, month, agenda) for area in lively_areas(agenda, month))
    programmes = _chosen(every)
    yield _page(programmes, month, left_out=len(every) - len(programmes))
    for found in programmes:
        yield from poster_files(found, agenda, site.catalog.association.name)


def list_posters(_site: Site) -> Iterator[MadeDocument]:
    """Return what the library says of the posters."""
    yield MadeDocument(
        address=ADDRESS,
        title="Affiches des sorties du mois",
        summary="Une affiche par commune et par département, avec les sorties gratuites des jours à venir.",
        details="PDF accessibles, en A4 et en A3, avec le script du répondeur et les SMS",
    )


def poster_files(
    found: Programme, agenda: Agenda, association: str, papers: tuple[Paper, ...] = tuple(Paper)
) -> Iterator[File]:
    """Return the files of one area: its posters, the words of the answering machine, the text messages."""
    for paper, pdf in draw_posters(found, papers, association, agenda.url).items():
        yield File(_address(found.area, f"{paper.value}.pdf"), pdf)
    script = answering_script(found, agenda.catalog, association, agenda.url)
    yield File(_address(found.area, "repondeur.txt"), script.encode())
    yield File(_address(found.area, "sms.txt"), text_messages(found, agenda.catalog, agenda.url).encode())


def _chosen(programmes: tuple[Programme, ...]) -> tuple[Programme, ...]:
    ranked = sorted(programmes, key=lambda found: -(len(found.outings) + found.left_out))
    kept = {found.area.slug for found in ranked[:MOST_AREAS]}
    return tuple(found for found in programmes if found.area.slug in kept)


def _page(programmes: tuple[Programme, ...], month: Period, left_out: int) -> Page:
    return Page(
        address=ADDRESS,
        template="posters",
        title="Affiches à imprimer",
        description="Les sorties gratuites du mois à afficher, à lire sur un répondeur ou à envoyer par SMS, "
        "en Drôme et en Ardèche.",
        context={
            "posters": tuple(_line(found) for found in programmes),
            "period": month.words,
            "left_out": left_out,
        },
        breadcrumbs=(OUTINGS,),
    )


def _line(found: Programme) -> PosterLine:
    area = found.area
    return PosterLine(
        name=area.name,
        where=area.where,
        anchor=area.slug,
        details=plural(len(found.outings) + found.left_out, "sortie"),
        a4=_address(area, "a4.pdf"),
        a3=_address(area, "a3.pdf"),
        script=_address(area, "repondeur.txt"),
        messages=_address(area, "sms.txt"),
    )


def _address(area: Area, ending: str) -> str:
    return f"{ADDRESS}{area.slug}-{ending}"
