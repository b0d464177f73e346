"""What programs read of a rendezvous: schema.org's EventSeries, with its confirmed editions to come."""

from plugins.catalog.models.series import EditionState, EventSeries, SeriesGratuity
from plugins.events.calendar import Season
from plugins.views.series import is_over, written_editions
from plugins.views.structured_data import SCHEMA, Data, known


def series_data(series: EventSeries, season: Season, url: str) -> Data:
    """Return a rendezvous; a date that is only computed is no promise, and is not told to programs."""
    confirmed = [
        edition
        for edition in written_editions(series)
        if edition.state is EditionState.CONFIRMED and edition.start and not is_over(edition, season.today)
    ]
    where = _where(series, season)
    editions = [
        known(
            {
                "@type": "Event",
                "name": series.name,
                "startDate": edition.start.isoformat() if edition.start else None,
                "endDate": edition.end.isoformat() if edition.end else None,
                "location": where,
            }
        )
        for edition in confirmed
    ]
    return known(
        {
            "@context": SCHEMA,
            "@type": "EventSeries",
            "@id": f"{url}{series.address}#rendez-vous",
            "name": series.name,
            "description": series.rule,
            "url": f"{url}{series.address}",
            "sameAs": series.website,
            "inLanguage": "fr",
            "location": where,
            "isAccessibleForFree": True if series.free is SeriesGratuity.YES else None,
            "organizer": {"@type": "Organization", "name": series.organiser} if series.organiser else None,
            "subEvent": editions,
        }
    )


def _where(series: EventSeries, season: Season) -> Data:
    if not series.commune:
        return {"@type": "Country", "name": "France"}
    town = season.catalog.communes[series.commune]
    return {
        "@type": "Place",
        "name": town.name,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": town.name,
            "addressRegion": town.department.label,
            "addressCountry": "FR",
        },
    }
