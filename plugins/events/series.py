"""The great rendezvous: their page, and the list that keeps sure, computed and unknown dates apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalog import Catalog
from plugins.catalog.models.series import EditionState, EventSeries
from plugins.events.calendar import Season
from plugins.events.series_data import series_data
from plugins.french import enumerate_fr
from plugins.resources import Crumb, Page
from plugins.views.cards import Fact, SeriesCard
from plugins.views.links import web_name
from plugins.views.series import (
    EVERYWHERE,
    NextEdition,
    is_over,
    next_edition,
    series_card,
    series_cards,
    when_in_words,
    written_editions,
)
from plugins.views.structured_data import item_list
from plugins.views.towns import town_label

CRUMBS = (Crumb("Sorties", "/sorties/"), Crumb("Grands rendez-vous", "/sorties/rendez-vous/"))

KINDS = {
    EditionState.CONFIRMED: "confirmed",
    EditionState.REMEMBERED: "computed",
    EditionState.COMPUTED: "computed",
    EditionState.DOUBTFUL: "unknown",
    EditionState.UNKNOWN: "unknown",
}
"""Three kinds of certainty, never mixed: read on a page, to be confirmed, not known."""


@dataclass(frozen=True)
class EditionLine:
    """Hold one edition, ready to print."""

    text: str
    theme: str
    note: str


def series_index_page(season: Season, url: str) -> Page:
    """Return the list of the rendezvous: national ones by certainty, then those of the territory."""
    local = {series.address for series in season.catalog.series.values() if not series.is_national}
    cards = series_cards(season.catalog, season.today)
    return Page(
        address="/sorties/rendez-vous/",
        template="series-list",
        title="Les grands rendez-vous",
        description="Fête de la musique, Journées du patrimoine, Nuits de la lecture… les rendez-vous souvent gratuits, "
        "avec leur date confirmée, calculée ou pas encore connue.",
        context={
            **{kind: _of_kind(cards, kind, local) for kind in ("confirmed", "computed", "unknown")},
            "local": tuple(card for card in cards if card.address in local),
            "described": item_list((card.address for card in cards), "Les grands rendez-vous", url),
        },
        breadcrumbs=CRUMBS[:1],
    )


def series_page(series: EventSeries, season: Season, url: str) -> Page:
    """Return the page of a rendezvous."""
    card = series_card(series, season.catalog, season.today)
    return Page(
        address=series.address,
        template="series",
        title=series.name,
        description=f"{series.name} : {_when(card)}. {card.where}, {card.free}.",
        context={
            "series": series,
            "card": card,
            "editions": edition_lines(series, season.today),
            "facts": tuple(_facts(series, season.catalog)),
            "described": series_data(series, season, url),
        },
        breadcrumbs=CRUMBS,
        modified=series.verified_on,
    )


def edition_lines(series: EventSeries, today: date) -> dict[str, tuple[EditionLine, ...]]:
    """Tell the editions by kind of certainty, the latest first.

    Of the past only confirmed dates are told: a guess that is over helps nobody.
    """
    following = next_edition(series, today)
    kept = [edition for edition in written_editions(series) if _is_worth_telling(edition, today)]
    if following.state is EditionState.COMPUTED and following.start not in {
        edition.start for edition in kept
    }:
        kept.append(following)
    kept.sort(key=lambda edition: edition.start or date(edition.year or date.max.year, 12, 31), reverse=True)
    lines: dict[str, list[EditionLine]] = {"confirmed": [], "computed": [], "unknown": []}
    for edition in kept:
        lines[KINDS[edition.state]].append(_line(edition))
    return {kind: tuple(found) for kind, found in lines.items()}


def _when(card: SeriesCard) -> str:
    return f"{card.when} ({card.state_label})" if card.starts else card.when


def _line(edition: NextEdition) -> EditionLine:
    told = edition.state in {EditionState.REMEMBERED, EditionState.DOUBTFUL}
    notes = [edition.state.label if told else "", edition.note or ""]
    return EditionLine(
        when_in_words(edition), edition.theme or "", " : ".join(note for note in notes if note)
    )


def _is_worth_telling(edition: NextEdition, today: date) -> bool:
    return edition.state is EditionState.CONFIRMED or not is_over(edition, today)


def _of_kind(cards: tuple[SeriesCard, ...], kind: str, local: set[str]) -> tuple[SeriesCard, ...]:
    return tuple(
        card for card in cards if card.address not in local and KINDS[EditionState(card.state)] == kind
    )


def _facts(series: EventSeries, catalog: Catalog) -> Iterator[Fact]:
    commune = catalog.communes[series.commune] if series.commune else None
    if commune:
        yield Fact("Où", town_label(commune, catalog), commune.address)
    else:
        yield Fact("Où", EVERYWHERE)
    yield Fact("Est-ce gratuit ?", series.free.label.capitalize())
    yield Fact("Ce que l’on y trouve", enumerate_fr(series.disciplines))
    if series.organiser:
        yield Fact("Organisé par", series.organiser)
    if series.website:
        yield Fact("Site", web_name(series.website), series.website)
    yield Fact("Confiance dans la date", series.certainty.label.capitalize())
    if series.checks:
        years = enumerate_fr(str(day.year) for day in series.checks)
        yield Fact("Éditions qui ont suivi la règle", years)
