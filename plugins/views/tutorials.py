"""What the page of a tutorial says around its steps, and the order in which tutorials are read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.catalog import Catalog
from plugins.catalog.freshness import is_expired
from plugins.catalog.models.post import Reader, Tutorial
from plugins.french import format_date, sort_key
from plugins.resources import Crumb


@dataclass(frozen=True)
class TutorialGuide:
    """Hold the way through the tutorials: those to read before, the neighbours, the PDF, what to review.

    `pdf` is empty for a draft; `review` reads like « Vérifié le 3 mars 2025, à revoir », or is empty.
    """

    before: tuple[Crumb, ...]
    previous: Crumb | None
    next: Crumb | None
    audience: str
    pdf: str
    review: str


def tutorial_guide(tutorial: Tutorial, catalog: Catalog, today: date) -> TutorialGuide:
    """Return what surrounds a tutorial; its neighbours are those of the first readers it names."""
    reader = tutorial.readers[0]
    row = tutorials_for(reader, catalog.tutorials, today)
    place = row.index(tutorial) if tutorial in row else None
    is_shown = tutorial.is_visible(today)
    return TutorialGuide(
        before=tuple(
            _crumb(found) for found in _before(tutorial, catalog.tutorials) if found.is_visible(today)
        ),
        previous=_crumb(row[place - 1]) if place else None,
        next=_crumb(row[place + 1]) if place is not None and place + 1 < len(row) else None,
        audience=reader.label,
        pdf=pdf_address(tutorial) if is_shown else "",
        review=review_words(tutorial, today),
    )


def tutorials_for(reader: Reader, every: Mapping[str, Tutorial], today: date) -> list[Tutorial]:
    """Return the tutorials made for some readers and shown that day, in the order they are read.

    Those that name these readers first come first; then those that need no other; then titles follow the alphabet.
    """
    shown = (found for found in every.values() if reader in found.readers and found.is_visible(today))

    def order(found: Tutorial) -> tuple[int, int, str]:
        return found.readers.index(reader) > 0, _depth(found, every, frozenset()), sort_key(found.title)

    return sorted(shown, key=order)


def pdf_address(tutorial: Tutorial) -> str:
    """Return the address of a tutorial's PDF."""
    return f"{tutorial.address}{tutorial.slug}.pdf"


def review_words(tutorial: Tutorial, today: date) -> str:
    """Return the words of a verification that no longer holds, or nothing while it does."""
    if not is_expired(tutorial.verified_on, "tutorials", today):
        return ""
    return f"Vérifié le {format_date(tutorial.verified_on, 'medium')}, à revoir"


def _depth(tutorial: Tutorial, every: Mapping[str, Tutorial], seen: frozenset[str]) -> int:
    deeper = seen | {tutorial.slug}
    found = (before for before in _before(tutorial, every) if before.slug not in deeper)
    return max((1 + _depth(before, every, deeper) for before in found), default=0)


def _before(tutorial: Tutorial, every: Mapping[str, Tutorial]) -> Iterator[Tutorial]:
    yield from (every[slug] for slug in tutorial.tutorials_before if slug in every)


def _crumb(tutorial: Tutorial) -> Crumb:
    return Crumb(tutorial.title, tutorial.address)
