"""The lists of outings that have an address: by day, month, town, audience, need and genre.

Each is a value; a list without outing is not made, except those that readers keep in their bookmarks.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from plugins.catalog.models.event import Audience, Genre
from plugins.events.calendar import Season, by_month, count_events, weekend_of
from plugins.french import at_town, elide, format_date, format_month, format_range, plural, sort_key
from plugins.views.access import NEEDS, Need, event_access, needs_met
from plugins.views.calendar import Showing, is_past
from plugins.views.cards import Chip
from plugins.views.towns import town_label

COMING = "/sorties/"
TODAY = "/sorties/aujourd-hui/"
WEEKEND = "/sorties/ce-week-end/"

AUDIENCE_WORDS = {
    Audience.ALL: "pour tout le monde",
    Audience.FAMILIES: "à vivre en famille",
    Audience.CHILDREN: "pour les enfants",
    Audience.TEENAGERS: "pour les adolescents",
    Audience.ADULTS: "pour les adultes",
    Audience.SENIORS: "pour les personnes âgées",
    Audience.GROUPS: "pour les groupes accompagnés",
}
NEED_WORDS = {
    "fauteuil": "accessibles en fauteuil roulant",
    "audition": "pour les personnes sourdes ou malentendantes",
    "vision": "pour les personnes aveugles ou malvoyantes",
    "comprehension": "faciles à comprendre, ou accompagnées",
    "calme": "au calme, sans bousculade",
}


@dataclass(frozen=True)
class Outings:
    """Hold a list: its address, the words of its chip, its heading, the dates it shows and what began before."""

    address: str
    label: str
    heading: str
    dates: tuple[Showing, ...]
    since: date
    each_once: bool = True
    is_archive: bool = False

    @cached_property
    def count(self) -> int:
        """Count outings, not dates."""
        return count_events(self.dates)

    def chip(self, current: str) -> Chip:
        """Link to the list; `current` is the address of the page that shows the chip."""
        return Chip(self.label, self.address, self.count, current=self.address == current)


def all_lists(season: Season) -> tuple[Outings, ...]:
    """Return every list of the season, in the order of the chips; only the first three may be empty."""
    return (
        coming_list(season),
        today_list(season),
        weekend_list(season),
        *_months(season),
        *_audiences(season),
        *_needs(season),
        *_genres(season),
        *_towns(season),
    )


def coming_list(season: Season) -> Outings:
    """Return all that is coming, each outing once."""
    return Outings(COMING, "Toutes les sorties", "Les sorties gratuites", season.nexts, since=season.today)


def today_list(season: Season) -> Outings:
    """Return what takes place today and is not over."""
    dates = tuple(showing for showing in season.coming if showing.occurrence.first_day <= season.today)
    heading = f"Aujourd’hui, {format_date(season.today)}"
    return Outings(TODAY, "Aujourd’hui", heading, dates, season.today, each_once=False)


def weekend_list(season: Season) -> Outings:
    """Return what takes place this week-end and is not over."""
    weekend = weekend_of(season.today)
    days = format_range(weekend.saturday, weekend.sunday)
    dates = tuple(showing for showing in season.coming if weekend.holds(showing.occurrence))
    since = max(season.today, weekend.friday)
    return Outings(WEEKEND, "Ce week-end", f"Ce week-end, {days}", dates, since, each_once=False)


def past_list(season: Season) -> Outings:
    """Return the outings that are over, the latest first."""
    return Outings(
        "/sorties/passees/",
        "Sorties passées",
        "Les sorties passées",
        season.over,
        since=date.min,
        is_archive=True,
    )


def quiet_lists(season: Season, lists: Iterable[Outings]) -> tuple[Outings, ...]:
    """Return, without outing, the lists that had some: no page is made, but subscribers still ask for them."""
    alive = {outings.address for outings in lists}
    before = replace(season, nexts=season.over)
    had = (*_audiences(before), *_needs(before), *_genres(before), *_towns(before))
    return tuple(replace(outings, dates=()) for outings in had if outings.address not in alive)


def _months(season: Season) -> Iterator[Outings]:
    for month, dates in by_month(season.all).items():
        coming = tuple(showing for showing in dates if not is_past(showing.occurrence, season.today))
        is_archive = not coming or (month.year, month.month) < (season.today.year, season.today.month)
        yield Outings(
            address=f"/sorties/{month:%Y}/{month:%m}/",
            label=format_month(month).capitalize(),
            heading=f"Les sorties {elide(format_month(month), 'de')}",
            dates=dates if is_archive else coming,
            since=month if is_archive else max(season.today, month),
            each_once=False,
            is_archive=is_archive,
        )


def _audiences(season: Season) -> Iterator[Outings]:
    for audience in Audience:
        dates = _chosen(season, lambda showing, wanted=audience: wanted in showing.event.audiences)
        address = f"/sorties/pour/{audience.value}/"
        yield from _unless_empty(
            season, address, audience.label, f"Sorties {AUDIENCE_WORDS[audience]}", dates
        )


def _needs(season: Season) -> Iterator[Outings]:
    met = {event.slug: needs_met(event_access(event, season.catalog)) for event in season.events}
    for need in NEEDS:
        dates = _chosen(season, lambda showing, wanted=need: wanted in met[showing.event.slug])
        yield from _unless_empty(
            season, need_address(need), need.chip, f"Sorties {NEED_WORDS[need.slug]}", dates
        )


def need_address(need: Need) -> str:
    """Return the address of the list of the outings that answer a need."""
    return f"/sorties/acces/{need.slug}/"


def _genres(season: Season) -> Iterator[Outings]:
    for genre in Genre:
        dates = _chosen(season, lambda showing, wanted=genre: showing.event.genre is wanted)
        heading = "Les autres sorties" if genre is Genre.OTHER else f"Sorties : {genre.label.lower()}"
        yield from _unless_empty(season, f"/sorties/genre/{genre.value}/", genre.label, heading, dates)


def _towns(season: Season) -> Iterator[Outings]:
    towns = (season.catalog.communes[insee] for insee in season.by_town)
    for town in sorted(towns, key=lambda town: (sort_key(town.name), town.insee)):
        name = town_label(town, season.catalog)
        dates = season.by_town[town.insee]
        yield from _unless_empty(season, f"/sorties/a/{town.slug}/", name, f"Sorties {at_town(name)}", dates)


def _chosen(season: Season, keep: Callable[[Showing], bool]) -> tuple[Showing, ...]:
    return tuple(showing for showing in season.nexts if keep(showing))


def _unless_empty(
    season: Season, address: str, label: str, heading: str, dates: tuple[Showing, ...]
) -> Iterable[Outings]:
    return (Outings(address, label, heading, dates, since=season.today),) if dates else ()


def counted(outings: Outings) -> str:
    """Return « 3 sorties »."""
    return plural(outings.count, "sortie")
