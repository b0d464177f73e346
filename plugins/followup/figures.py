"""Show the seasons: a chart, and a table that says the same; what is hidden says that it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalog.models.figures import Attendance, SeasonFigures
from plugins.french import format_date, format_number
from plugins.resources import Crumb, Page, Site
from plugins.views.cards import Fact

ADDRESS = "/association/chiffres/"
HIDDEN = "masqué"
NO_BREAK = "\u00a0"
WIDTH, NAMES, ROW, BAR = 640, 150, 46, 24
"""Units of the drawing: its width, that of the names, the height of a month, the thickness of its bar."""


@dataclass(frozen=True)
class Row:
    """Hold a month in the table, and its bar: `y` from the top, `came` and `booked` as lengths, 0 when hidden."""

    label: str
    booked_text: str
    came_text: str
    y: int
    middle: int
    came: int
    booked: int
    note: str


@dataclass(frozen=True)
class Chart:
    """Hold the drawing of a season."""

    width: int
    height: int
    names: int
    bar: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class SeasonView:
    """Hold a season as its page shows it."""

    label: str
    anchor: str
    facts: tuple[Fact, ...]
    chart: Chart
    total: Row
    receptions: tuple[Fact, ...]


def figures_page(site: Site) -> Page:
    """Return the page of the figures, the newest season first; without any, it says so kindly."""
    figures = sorted(site.catalog.figures.values(), key=lambda found: found.slug, reverse=True)
    written = any(page.address == "/association/" and not page.draft for page in site.catalog.pages.values())
    return Page(
        address=ADDRESS,
        template="figures",
        title="Les chiffres des saisons",
        description="Combien de places réservées, combien de personnes venues : des nombres, aucun nom, aucun petit nombre.",
        context={"seasons": tuple(_season(found) for found in figures)},
        breadcrumbs=(Crumb("L’association", "/association/"),) if written else (),
    )


def _season(figures: SeasonFigures) -> SeasonView:
    most = max((month.booked or 0 for month in figures.months), default=0) or 1
    rows = tuple(
        _row(_month(month.month), month, index * ROW, most) for index, month in enumerate(figures.months)
    )
    return SeasonView(
        label=figures.label,
        anchor=f"saison-{figures.slug}",
        facts=tuple(_facts(figures)),
        chart=Chart(WIDTH, len(rows) * ROW, NAMES, BAR, rows),
        total=_row("Saison entière", figures.total, 0, most),
        receptions=tuple(
            Fact(found.reception.label.capitalize(), _shown(found.count)) for found in figures.receptions
        ),
    )


def _row(label: str, counts: Attendance, top: int, most: int) -> Row:
    room = WIDTH - NAMES - 90
    came = counts.came if counts.booked is not None else None
    return Row(
        label=label,
        booked_text=_shown(counts.booked),
        came_text=_shown(counts.came),
        y=top + (ROW - BAR) // 2,
        middle=top + ROW // 2 + 8,
        came=round(min(came or 0, most) / most * room),
        booked=round(min(counts.booked or 0, most) / most * room),
        note=HIDDEN if counts.booked is None else _shown(counts.booked),
    )


def _facts(figures: SeasonFigures) -> Iterator[Fact]:
    total = figures.total
    yield Fact("Retours comptés", format_number(figures.returns))
    yield Fact("Structures qui ont répondu", format_number(figures.bodies))
    yield Fact("Sorties", format_number(figures.outings))
    yield Fact("Places réservées", _shown(total.booked))
    yield Fact("Personnes venues", _shown(total.came))
    yield Fact("Personnes non venues", _shown(total.absent))
    if total.booked and total.came is not None:
        yield Fact("Invitations utilisées", f"{round(total.came * 100 / total.booked)}\u00a0%")


def _shown(count: int | None) -> str:
    return HIDDEN if count is None else format_number(count)


def _month(name: str) -> str:
    """Return « sept. 2026 »."""
    first = date.fromisoformat(f"{name}-01")
    return f"{format_date(first, 'day').split()[-1].split(NO_BREAK)[-1]}{NO_BREAK}{first.year}"
