"""Write the rows of facts of an acronym, and the questions that a body's page answers."""

from collections.abc import Iterator

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body
from plugins.french import format_date
from plugins.views.cards import Fact


def acronym_facts(acronym: Acronym, catalog: Catalog) -> tuple[Fact, ...]:
    """Tell since when, until when, an example nearby, where it comes from."""
    return (*_life(acronym), *_example(acronym, catalog), *_proof(acronym))


def body_questions(body: Body) -> tuple[Fact, ...]:
    """Answer the five questions that someone asks about a body."""
    return (
        Fact("À quoi ça sert\u00a0?", body.role),
        Fact("Pour qui\u00a0?", body.public),
        Fact("D’où vient l’argent\u00a0?", body.funding),
        Fact("Qui décide\u00a0?", body.decides),
        Fact("Comment le joindre\u00a0?", body.contact),
    )


def _life(acronym: Acronym) -> Iterator[Fact]:
    if acronym.since:
        yield Fact("Depuis", str(acronym.since))
    if acronym.until:
        yield Fact("Jusqu’en", str(acronym.until))
    if acronym.replaced_by_text:
        yield Fact("Remplacé par", acronym.replaced_by_text)


def _example(acronym: Acronym, catalog: Catalog) -> Iterator[Fact]:
    if acronym.local_example:
        venue = catalog.venue(acronym.local_example)
        yield Fact("Près de chez vous", venue.name, venue.address)


def _proof(acronym: Acronym) -> Iterator[Fact]:
    if acronym.website:
        yield Fact("Site", _bare(acronym.website), acronym.website)
    if acronym.source:
        yield Fact("Source", acronym.source)
    if acronym.cross_checked:
        yield Fact("Recoupé dans", "\u00a0; ".join(acronym.cross_checked))
    if acronym.verified_on:
        yield Fact("Vérifié le", format_date(acronym.verified_on, "medium"))


def _bare(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
