"""How a list of outings is shown, and what is said, kindly, when there is nothing to show."""

from collections.abc import Iterator
from datetime import date

from plugins.events.calendar import (
    Group,
    Season,
    group_by_day,
    group_by_month,
    group_nexts_by_day,
    weekend_of,
)
from plugins.events.channels import channels_of
from plugins.events.lists import COMING, TODAY, WEEKEND, Outings, counted, past_list
from plugins.french import enumerate_fr, format_date
from plugins.resources import Crumb, Page
from plugins.views.calendar import Showing
from plugins.views.cards import Chip, SeriesCard
from plugins.views.series import series_cards
from plugins.views.towns import event_town, town_label

OUTINGS = Crumb("Sorties", "/sorties/")
RENDEZVOUS = Chip("Grands rendez-vous", "/sorties/rendez-vous/")
MOST_SERIES = 6
NEXT_ONES = 3

INTRO = (
    "Des sorties près de chez vous, en Drôme et en Ardèche. Chacune dit en quoi elle est gratuite, et ce qu’il "
    "reste à payer s’il reste quelque chose."
)
HOW_FOUND = (
    "Ici, nous annonçons des sorties gratuites en Drôme et en Ardèche, une par une, avec la preuve qu’elles le "
    "sont. Vous en connaissez une ? La page Contribuer montre comment nous le dire."
)
NOTHING_YET = (
    "Aucune sortie n’est annoncée pour le moment. Nous attendons d’avoir la preuve qu’une sortie est gratuite "
    "avant de l’annoncer. En attendant, regardez les grands rendez-vous : beaucoup sont gratuits, partout en "
    "France. Pour chacun, nous disons si la date est confirmée, calculée ou pas encore connue."
)
PAST_INTRO = "Ces sorties sont passées. Elles restent ici pour mémoire, et pour les adresses imprimées."
PAST_MONTH_INTRO = "Ce mois est passé : voici les sorties annoncées ce mois-là, pour mémoire."
NO_PAST = "Aucune sortie n’est encore passée. Les prochaines sont dans la liste des sorties."


def list_pages(season: Season, lists: tuple[Outings, ...]) -> Iterator[Page]:
    """Return the page of every list, and that of the past."""
    past = past_list(season)
    for outings in (*lists, past):
        filters = _filters(lists, past, outings.address)
        yield Page(
            address=outings.address,
            template="events",
            title=outings.heading,
            description=_description(outings),
            context={
                "heading": outings.heading,
                "intro": _intro(outings, season),
                "groups": _groups(outings, season),
                "count": outings.count,
                "filters": filters,
                "empty": _empty(outings, season),
                "series": _series(outings, season),
                "made_on": season.today,
                "is_archive": outings.is_archive,
                "valid_until": _valid_until(outings, season),
                "channels": channels_of(outings.address),
            },
            breadcrumbs=() if outings.address == OUTINGS.address else (OUTINGS,),
        )


def _filters(lists: tuple[Outings, ...], past: Outings, current: str) -> tuple[Chip, ...]:
    chips = [
        outings.chip(current) for outings in lists if not outings.is_archive or outings.address == current
    ]
    return (*chips, RENDEZVOUS, past.chip(current))


def _groups(outings: Outings, season: Season) -> tuple[Group, ...]:
    if outings.address == "/sorties/passees/":
        return group_by_month(outings.dates, season)
    if outings.each_once:
        return group_nexts_by_day(outings.dates, season)
    return group_by_day(outings.dates, season, outings.since)


def _valid_until(outings: Outings, season: Season) -> date | None:
    """Return the day after which the heading of a list is no longer true."""
    return {TODAY: season.today, WEEKEND: weekend_of(season.today).sunday}.get(outings.address)


def _intro(outings: Outings, season: Season) -> str:
    if outings.address == "/sorties/":
        return INTRO if outings.dates else HOW_FOUND
    if outings.address == "/sorties/passees/":
        return PAST_INTRO if outings.dates else ""
    if outings.is_archive:
        return PAST_MONTH_INTRO
    if outings.address == TODAY:
        return "Ce qui a lieu aujourd’hui, en Drôme et en Ardèche."
    if outings.address == WEEKEND:
        return "Du vendredi soir au dimanche, en Drôme et en Ardèche."
    return f"{counted(outings)} à venir au {format_date(season.today, 'medium')}, de la plus proche à la plus lointaine."


def _empty(outings: Outings, season: Season) -> str:
    if outings.dates:
        return ""
    if outings.is_archive:
        return NO_PAST
    if not season.nexts:
        return NOTHING_YET
    days = "aujourd’hui" if outings.address == TODAY else outings.heading.removeprefix("Ce week-end, ")
    return f"Rien n’est annoncé {days}. Les prochaines sorties : {_named(season.nexts[:NEXT_ONES], season)}."


def _named(dates: tuple[Showing, ...], season: Season) -> str:
    return enumerate_fr(
        f"« {showing.event.title} » ({format_date(showing.occurrence.first_day, 'day_month')}, "
        f"{town_label(event_town(showing.event, season.catalog), season.catalog)})"
        for showing in dates
    )


def _series(outings: Outings, season: Season) -> tuple[SeriesCard, ...]:
    if outings.address not in {COMING, WEEKEND}:
        return ()
    dated = (card for card in series_cards(season.catalog, season.today) if card.starts)
    return tuple(dated)[:MOST_SERIES]


def _description(outings: Outings) -> str:
    if not outings.dates:
        return f"{outings.heading} : sorties gratuites en Drôme et en Ardèche."
    return f"{outings.heading} : {counted(outings)} en Drôme et en Ardèche."
