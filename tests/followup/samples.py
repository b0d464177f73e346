"""Two months of outings that are over, and two weeks of outings to come."""

from plugins.catalog.models.event import Event
from plugins.followup.compiling import compile_followup
from plugins.resources import File, Page, Resource
from tests.association.samples import association, site
from tests.views.samples import agenda, outing

ROLE = association(courriel="contact@exemple.fr")


def past(count: int, **fields: object) -> tuple[Event, ...]:
    """Make outings in the days before the 22nd of November 2026, one a day."""
    return tuple(
        outing(
            f"2026-11-{21 - number:02}-piece-{number}",
            f"{21 - number:02}/11/2026 20h30",
            **{"titre": f"Pièce {number}"} | fields,
        )
        for number in range(count)
    )


def coming(count: int, **fields: object) -> tuple[Event, ...]:
    """Make outings from the 1st of December 2026, one a day."""
    return tuple(
        outing(
            f"2026-12-{1 + number % 20:02}-conte-{number}",
            f"{1 + number % 20:02}/12/2026 17h",
            **{"titre": f"Conte {number}"} | fields,
        )
        for number in range(count)
    )


def compiled(*events: Event, **records: object) -> dict[str, Resource]:
    return {resource.address: resource for resource in compile_followup(site(agenda(*events, **records)))}


def page(of: dict[str, Resource], address: str) -> Page:
    found = of[address]
    assert isinstance(found, Page)
    return found


def content(of: dict[str, Resource], address: str) -> bytes:
    found = of[address]
    assert isinstance(found, File)
    return found.content
