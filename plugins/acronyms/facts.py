"""Write the rows of facts of an acronym, and the questions that a body's page answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body
from plugins.french import format_date
from plugins.views.annotation import Annotator
from plugins.views.cards import Fact
from plugins.views.prose import paragraphs

_NEXT_ANSWER = "<!-- -->"  # first uses are counted over the whole page: the answers are read together


def acronym_facts(acronym: Acronym, catalog: Catalog) -> tuple[Fact, ...]:
    """Tell since when, until when, an example nearby, where it comes from."""
    return (*_life(acronym), *_example(acronym, catalog), *_proof(acronym))


@dataclass(frozen=True)
class Question:
    """Hold a question and its answer in paragraphs."""

    label: str
    answer: Markup


def body_questions(body: Body, annotator: Annotator) -> tuple[Question, ...]:
    """Answer the five questions that someone asks about a body, its own acronyms taken as known."""
    answers = {
        "À quoi ça sert\u00a0?": body.role,
        "Pour qui\u00a0?": body.public,
        "D’où vient l’argent\u00a0?": body.funding,
        "Qui décide\u00a0?": body.decides,
        "Comment le joindre\u00a0?": body.contact,
    }
    written = _NEXT_ANSWER.join(paragraphs(answer) for answer in answers.values())
    chosen = (*body.acronyms, *body.meanings)
    explained = annotator.annotate(written, None, chosen, body.acronyms).split(_NEXT_ANSWER)
    return tuple(
        Question(label, Markup(html))  # noqa: S704  # paragraphs() has escaped the text
        for label, html in zip(answers, explained, strict=True)
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
    else:
        yield Fact("Relu par une personne", "pas encore")


def _bare(url: str) -> str:
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
