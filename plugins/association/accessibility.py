"""The grid of accessibility: each criterion of the RGAA, who looked at it and how. Nothing more is claimed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.models.accessibility import THEMES, Check, Criterion
from plugins.french import format_date, plural
from plugins.resources import Crumb, Page, Site
from plugins.views.cards import Fact

ADDRESS = "/accessibilite/grille/"
DECLARATION = Crumb("Accessibilité", "/accessibilite/")


@dataclass(frozen=True)
class Theme:
    """Hold the criteria of one theme."""

    label: str
    anchor: str
    criteria: tuple[Criterion, ...]


def accessibility_pages(site: Site) -> Iterator[Page]:
    """Return the grid, once it has been written."""
    criteria = tuple(site.catalog.criteria.values())
    if not criteria:
        return
    yield Page(
        address=ADDRESS,
        template="accessibility-grid",
        title="L’accessibilité, critère par critère",
        description="Où en est ce site sur les 106 critères du RGAA : ce qui est vérifié à chaque fois, ce que l’équipe du "
        "site a relu, ce qui ne l’est pas encore.",
        context={
            "facts": tuple(_counts(criteria)),
            "themes": tuple(_themes(criteria)),
            "checked_on": format_date(max(criterion.checked_on for criterion in criteria), "medium"),
        },
        breadcrumbs=(DECLARATION,),
        modified=max(criterion.checked_on for criterion in criteria),
    )


def _counts(criteria: tuple[Criterion, ...]) -> Iterator[Fact]:
    counts = Counter(criterion.state for criterion in criteria)
    for state in Check:
        yield Fact(state.label.capitalize(), plural(counts[state], "critère"))


def _themes(criteria: tuple[Criterion, ...]) -> Iterator[Theme]:
    for rank, (label, _) in enumerate(THEMES, 1):
        found = tuple(criterion for criterion in criteria if criterion.theme == rank)
        if found:
            yield Theme(f"{rank}. {label}", f"theme-{rank}", found)
