"""The outings of a town or a department over some days: what a poster shows and an answering machine says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from plugins.catalog import Catalog
from plugins.catalog.models.event import Booking, Event
from plugins.catalog.models.territory import Commune, Department
from plugins.french import DateStyle, at_town, enumerate_fr, format_date, format_range, sort_key
from plugins.views.access import event_access, needs_met
from plugins.views.calendar import Showing, coming_showings, visible_events
from plugins.views.cards import EventCard
from plugins.views.events import age_in_words, occurrence_card
from plugins.views.towns import event_town, town_label

MOST_ON_A_POSTER = 40
MOST_OTHER_DAYS = 5
MONTH, WEEK = timedelta(days=31), timedelta(days=6)
BEGUN = "Déjà commencé"
DEPARTMENT_SLUGS = {Department.DROME: "departement-drome", Department.ARDECHE: "departement-ardeche"}


@dataclass(frozen=True)
class Period:
    """Hold the days of a poster, the first and the last."""

    first: date
    last: date

    @property
    def words(self) -> str:
        """Return « du 23 au 29 novembre 2026 »."""
        if self.first == self.last:
            return f"le {format_date(self.first)}"
        return format_range(self.first, self.last)

    def holds(self, showing: Showing) -> bool:
        """Tell whether a date touches these days."""
        return showing.occurrence.first_day <= self.last and showing.occurrence.last_day >= self.first


@dataclass(frozen=True)
class Area:
    """Hold where a poster hangs: its name in addresses, its name, « à Valence », its list on the site."""

    slug: str
    name: str
    where: str
    address: str
    towns: frozenset[str]


@dataclass(frozen=True)
class Outing:
    """Hold one outing of a poster. `number` is the one told by phone, `link` what its QR leads to."""

    event: Event
    showing: Showing
    card: EventCard
    welcome: str
    booking: str
    others: tuple[date, ...]
    number: str
    link: str


@dataclass(frozen=True)
class Day:
    """Hold the outings under one heading."""

    label: str
    outings: tuple[Outing, ...]


@dataclass(frozen=True)
class Programme:
    """Hold what a poster shows; `left_out` counts the outings for which it has no room."""

    area: Area
    period: Period
    days: tuple[Day, ...]
    left_out: int
    made_on: date

    @property
    def title(self) -> str:
        """Return « Sorties gratuites à Valence »."""
        return f"Sorties gratuites {self.area.where}"

    @property
    def outings(self) -> tuple[Outing, ...]:
        """Return the outings in the order of the poster."""
        return tuple(outing for day in self.days for outing in day.outings)


@dataclass(frozen=True)
class Agenda:
    """Hold what every poster of a day reads, sorted once."""

    catalog: Catalog
    today: date
    url: str
    coming: tuple[Showing, ...]
    _placed: dict[Period, tuple[tuple[str, Showing], ...]] = field(default_factory=dict, compare=False)

    def placed(self, period: Period) -> tuple[tuple[str, Showing], ...]:
        """Return the dates that touch a period, each after the INSEE code of its town: sought once for all towns."""
        if period not in self._placed:
            dates = (showing for showing in self.coming if period.holds(showing))
            self._placed[period] = tuple((self.catalog.venue_town(found.event), found) for found in dates)
        return self._placed[period]


def open_agenda(catalog: Catalog, today: date, url: str) -> Agenda:
    """Gather the dates that are not over; `url` is the site's, for what is printed."""
    coming = coming_showings(visible_events(catalog, today), today)
    return Agenda(catalog, today, url.rstrip("/"), coming)


def department_area(department: Department, catalog: Catalog) -> Area:
    """Return a whole department."""
    towns = frozenset(town.insee for town in catalog.communes.values() if town.department is department)
    slug = DEPARTMENT_SLUGS[department]
    return Area(slug, department.label, f"en {department.label}", "/sorties/", towns)


def town_area(commune: Commune, catalog: Catalog) -> Area:
    """Return one town."""
    name = town_label(commune, catalog)
    return Area(commune.slug, name, at_town(name), commune.address, frozenset({commune.insee}))


def lively_areas(agenda: Agenda, period: Period) -> tuple[Area, ...]:
    """Return the departments then the towns that have an outing during these days, in alphabetical order."""
    catalog = agenda.catalog
    towns = {town for town, _ in agenda.placed(period)}
    departments = (department_area(department, catalog) for department in Department)
    named = sorted(
        (catalog.communes[code] for code in towns), key=lambda town: (sort_key(town.name), town.insee)
    )
    return (
        *(area for area in departments if area.towns & towns),
        *(town_area(town, catalog) for town in named),
    )


def programme(area: Area, period: Period, agenda: Agenda) -> Programme:
    """Return the outings of an area, each once, under the day of its first date of the period."""
    dates: dict[str, list[Showing]] = {}
    for town, showing in agenda.placed(period):
        if town in area.towns:
            dates.setdefault(showing.event.slug, []).append(showing)
    found = list(dates.values())
    shown = found[:MOST_ON_A_POSTER]
    return Programme(area, period, tuple(_days(shown, period, agenda)), len(found) - len(shown), agenda.today)


def _days(found: Iterable[list[Showing]], period: Period, agenda: Agenda) -> Iterator[Day]:
    for words, group in groupby(found, lambda dates: _label(dates[0], period)):
        yield Day(words, tuple(_outing(dates, agenda) for dates in group))


def _label(showing: Showing, period: Period) -> str:
    day = showing.occurrence.first_day
    return BEGUN if day < period.first else format_date(day, "day_month").capitalize()


def _outing(dates: list[Showing], agenda: Agenda) -> Outing:
    showing, event, catalog = dates[0], dates[0].event, agenda.catalog
    number = catalog.number_of(event)
    return Outing(
        event=event,
        showing=showing,
        card=occurrence_card(event, showing.occurrence, catalog),
        welcome=_welcome(event, catalog),
        booking=booking_in_words(event.booking),
        others=_others(dates),
        number=number,
        link=f"{agenda.url}/{number}/" if number else f"{agenda.url}{event.address}",
    )


def _welcome(event: Event, catalog: Catalog) -> str:
    words = [audience.label for audience in event.audiences]
    words.append(age_in_words(event.age))
    words += [need.chip for need in needs_met(event_access(event, catalog))]
    return " · ".join(word for word in words if word)


def booking_in_words(booking: Booking | None) -> str:
    """Return « Réservation : 04 75 00 00 00 », or nothing; a link is on the outing's page, behind its QR."""
    if booking is None:
        return ""
    how = booking.phone or booking.email
    return f"Réservation : {how}" if how else "Réservation sur le site"


def _others(dates: list[Showing]) -> tuple[date, ...]:
    days = {found.occurrence.first_day for found in dates}
    return tuple(sorted(days - {dates[0].occurrence.first_day}))


def also_in_words(outing: Outing, style: DateStyle) -> str:
    """Return « Aussi : sam. 5 déc. et sam. 12 déc. », or nothing when there is no other day."""
    if not outing.others:
        return ""
    named = [format_date(day, style) for day in outing.others[:MOST_OTHER_DAYS]]
    if len(outing.others) > len(named):
        named.append("d’autres jours")
    return f"Aussi : {enumerate_fr(named)}"


def town_of(outing: Outing, catalog: Catalog) -> str:
    """Return the town of an outing, without mistaking it for its namesake."""
    return town_label(event_town(outing.event, catalog), catalog)
