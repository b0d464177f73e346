"""The grid of accessibility: each criterion of the RGAA, who looked at it and how. Nothing more is claimed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalog.models.accessibility import THEMES, Check, Criterion
from plugins.french import format_date, plural, slugify
from plugins.resources import Crumb, Page, Site
from plugins.views.cards import Fact

ADDRESS = "/accessibilite/grille/"
DECLARATION = Crumb("Accessibilité", "/accessibilite/")
GRID = Crumb("La grille", ADDRESS)


@dataclass(frozen=True)
class Theme:
    """Hold the criteria of one theme, which has a page of its own; the anchor is from the time of one page for all."""

    label: str
    address: str
    anchor: str
    criteria: tuple[Criterion, ...]

    @property
    def words(self) -> str:
        """Return « 9 critères (vérifié à chaque fois : 4 ; sans objet : 5) »."""
        counts = Counter(criterion.state for criterion in self.criteria)
        told = " ; ".join(f"{state.label} : {counts[state]}" for state in Check if counts[state])
        return f"{plural(len(self.criteria), 'critère')} ({told})"

    @property
    def checked_on(self) -> date:
        """Return the last day on which one of its criteria was looked at."""
        return max(criterion.checked_on for criterion in self.criteria)


def accessibility_pages(site: Site) -> Iterator[Page]:
    """Return the summary of the grid and a page for each theme, once it has been written."""
    criteria = tuple(site.catalog.criteria.values())
    if not criteria:
        return
    themes = tuple(_themes(criteria))
    yield Page(
        address=ADDRESS,
        template="accessibility-grid",
        title="L’accessibilité, critère par critère",
        description="Où en est ce site sur les 106 critères du RGAA : ce qui est vérifié à chaque fois, ce que l’équipe du "
        "site a relu, ce qui ne l’est pas encore.",
        context={
            "facts": tuple(_counts(criteria)),
            "themes": themes,
            "checked_on": _day(themes),
        },
        breadcrumbs=(DECLARATION,),
        modified=max(theme.checked_on for theme in themes),
    )
    for before, theme, after in zip((None, *themes), themes, (*themes[1:], None), strict=False):
        yield _theme_page(before, theme, after)


def _theme_page(before: Theme | None, theme: Theme, after: Theme | None) -> Page:
    return Page(
        address=theme.address,
        template="accessibility-theme",
        title=f"Accessibilité : {theme.label}",
        description=f"Le RGAA sur ce site, thème {theme.label}. {theme.words}.",
        context={"theme": theme, "before": before, "after": after, "checked_on": _day((theme,))},
        breadcrumbs=(DECLARATION, GRID),
        modified=theme.checked_on,
    )


def _day(themes: Iterable[Theme]) -> str:
    return format_date(max(theme.checked_on for theme in themes), "medium")


def _counts(criteria: tuple[Criterion, ...]) -> Iterator[Fact]:
    counts = Counter(criterion.state for criterion in criteria)
    for state in Check:
        yield Fact(state.label.capitalize(), plural(counts[state], "critère"))


def _themes(criteria: tuple[Criterion, ...]) -> Iterator[Theme]:
    for rank, (label, _) in enumerate(THEMES, 1):
        found = tuple(criterion for criterion in criteria if criterion.theme == rank)
        if found:
            yield Theme(f"{rank}. {label}", f"{ADDRESS}{slugify(label)}/", f"theme-{rank}", found)
