"""Our own profile: the words of schema.org that we use, and what Google asks of an Event."""

import json
import re
from datetime import date, datetime

import pytest

from plugins.bridge.filters import FILTERS
from plugins.catalog.models.event import Genre
from plugins.catalog.models.number import OutingNumber
from plugins.events.calendar import open_season
from plugins.events.structured_data import structured_data
from tests.site.schema_org import EVENTS
from tests.views.samples import agenda, outing, place

URL = "https://www.culturesducoeur26-07.org"
NAME = "2026-11-27-concert"
ADDRESS = f"{URL}/sorties/2026/11/27-concert/"

VOCABULARY = {
    "event": {
        "name",
        "description",
        "url",
        "image",
        "identifier",
        "inLanguage",
        "startDate",
        "endDate",
        "eventStatus",
        "previousStartDate",
        "eventAttendanceMode",
        "location",
        "isAccessibleForFree",
        "offers",
        "organizer",
        "typicalAgeRange",
    },
    "Place": {"name", "address", "geo"},
    "PostalAddress": {"streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Offer": {"price", "priceCurrency", "description", "availability", "url", "validFrom", "validThrough"},
    "Organization": {"name"},
}
"""Properties that schema.org defines for each type (https://schema.org/Event and the pages it leads to)."""
REQUIRED = {"name", "startDate", "location"}
ALWAYS = {
    "description",
    "eventStatus",
    "eventAttendanceMode",
    "offers",
    "url",
    "isAccessibleForFree",
    "inLanguage",
}
"""Google Search Central, « Event structured data »: required, and recommended that we always know.

Also recommended, and told when they are known: endDate, image, organizer, previousStartDate. `performer` is
not in our records.
"""
VALUES = {
    "eventStatus": {"EventScheduled", "EventRescheduled", "EventCancelled"},
    "eventAttendanceMode": {"OfflineEventAttendanceMode"},
    "availability": {"InStock", "SoldOut"},
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")


def told(event, today=date(2026, 11, 22), **records):
    return structured_data(event, open_season(agenda(event, **records), today), URL)


def faults(node, kind="event"):
    """Yield what is out of the profile."""
    known = VOCABULARY[kind]
    for key, value in node.items():
        if key.startswith("@"):
            continue
        if key not in known:
            yield f"{kind}.{key} is not of the vocabulary"
        if key in VALUES and value.removeprefix("https://schema.org/") not in VALUES[key]:
            yield f"{key}: {value}"
        if re.search(r"Date$|^valid", key) and not MOMENT.fullmatch(value):
            yield f"{key}: {value} has no offset"
        if isinstance(value, dict):
            yield from faults(value, value["@type"])


FULL = outing(
    NAME,
    {"debut": "27/11/2026 20h30", "fin": "27/11/2026 22h"},
    titre="Le concert",
    resume="Trois musiciens.",
    genre="musique",
    age={"min": "6"},
    gratuite={"type": "sur-reservation", "preuve": "affiche"},
    reservation={"lien": "https://www.exemple.fr/reserver", "avant": "26/11/2026 18h"},
    organisateur="La Ville",
    publier_le="01/11/2026",
    image={"fichier": "concert.jpg", "alt": "x", "credit": "x", "licence": "x"},
)


WHOLE = {
    "@context": "https://schema.org",
    "@type": "MusicEvent",
    "@id": f"{ADDRESS}#2026-11-27T20:30:00+01:00",
    "name": "Le concert",
    "description": "Trois musiciens.",
    "url": ADDRESS,
    "inLanguage": "fr",
    "startDate": "2026-11-27T20:30:00+01:00",
    "endDate": "2026-11-27T22:00:00+01:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    "location": {
        "@type": "Place",
        "name": "Théâtre",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 place de la Liberté",
            "postalCode": "26000",
            "addressLocality": "Valence",
            "addressRegion": "Drôme",
            "addressCountry": "FR",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 44.93, "longitude": 4.89},
    },
    "isAccessibleForFree": True,
    "offers": {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "EUR",
        "description": "Gratuit sur réservation",
        "availability": "https://schema.org/InStock",
        "url": "https://www.exemple.fr/reserver",
        "validFrom": "2026-11-01",
        "validThrough": "2026-11-26T18:00:00+01:00",
    },
    "organizer": {"@type": "Organization", "name": "La Ville"},
    "image": [f"{URL}/images/concert.jpg"],
    "typicalAgeRange": "6-",
    "identifier": "1007",
}


def test_an_outing_is_told_whole():
    number = OutingNumber.model_validate({"slug": "1007", "numero": "1007", "sortie": NAME})
    theatre = place(
        "theatre-de-la-ville",
        "Théâtre",
        adresse="1 place de la Liberté",
        lat="44.93",
        lon="4.89",
        position="adresse",
    )
    assert told(FULL, places=(theatre,), numbers={"1007": number}) == WHOLE


@pytest.mark.parametrize("status", ["programme", "reporte", "deplace", "complet", "annule"])
@pytest.mark.parametrize("genre", list(Genre))
def test_every_outing_holds_to_the_profile(status, genre):
    plain = outing(NAME, "27/11/2026", statut=status, genre=genre.value, ancien_debut="20/11/2026 14h")
    for event in (plain, FULL):
        found = told(event)
        assert list(faults(found)) == []
        assert set(found) >= REQUIRED | ALWAYS
        assert found["@type"] in EVENTS
        assert (found["offers"]["price"], found["offers"]["priceCurrency"]) == (0, "EUR")
        assert found["isAccessibleForFree"] is True
        assert ("previousStartDate" in found) is (
            found["eventStatus"] == "https://schema.org/EventRescheduled"
        )


@pytest.mark.parametrize(
    ("fields", "status", "availability"),
    [
        ({}, "EventScheduled", "InStock"),
        ({"statut": "complet"}, "EventScheduled", "SoldOut"),
        ({"statut": "annule", "ancien_debut": "20/11/2026"}, "EventCancelled", "SoldOut"),
        ({"statut": "deplace"}, "EventScheduled", "InStock"),
        ({"statut": "reporte", "ancien_debut": "20/11/2026"}, "EventRescheduled", "InStock"),
    ],
)
def test_what_changes_is_told_in_the_words_of_the_vocabulary(fields, status, availability):
    found = told(outing(NAME, "27/11/2026", **fields))
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert found["offers"]["availability"] == f"https://schema.org/{availability}"


def test_a_former_moment_keeps_its_offset_of_summer():
    found = told(outing(NAME, "27/11/2026", statut="reporte", ancien_debut="23/10/2026 20h30"))
    assert found["previousStartDate"] == "2026-10-23T20:30:00+02:00"
    assert datetime.fromisoformat(found["previousStartDate"]).utcoffset().total_seconds() == 7200


def test_days_without_hour_are_plain_days_and_an_unknown_end_is_not_told():
    found = told(outing(NAME, {"debut": "27/11/2026", "fin": "12/01/2027"}))
    assert (found["startDate"], found["endDate"]) == ("2026-11-27", "2027-01-12")
    assert "endDate" not in told(outing(NAME, "27/11/2026 20h30"))


def test_each_date_to_come_is_an_event_of_its_own():
    event = outing(NAME, "20/11/2026 14h", "27/11/2026 14h", "04/12/2026 14h")
    found = told(event)
    assert found["@context"] == "https://schema.org"
    assert [date["startDate"][:10] for date in found["@graph"]] == ["2026-11-27", "2026-12-04"]
    assert len({date["@id"] for date in found["@graph"]}) == 2


def test_a_year_of_workshops_tells_its_first_thirty_dates():
    event = outing("2026-11-25-atelier", "25/11/2026", repetition={"regle": "FREQ=WEEKLY;COUNT=52"})
    assert len(told(event)["@graph"]) == 30


def test_what_is_over_tells_its_last_date():
    event = outing(NAME, "20/11/2026", "27/11/2026")
    assert told(event, date(2026, 12, 24))["startDate"] == "2026-11-27"


@pytest.mark.parametrize(
    ("audiences", "genre", "kind"),
    [
        (["enfants"], "autre", "ChildrensEvent"),
        (["enfants"], "marionnette", ["TheaterEvent", "ChildrensEvent"]),
        (["enfants", "familles"], "marionnette", "TheaterEvent"),
        (["tout-public"], "visite", "Event"),
    ],
)
def test_what_is_made_for_children_says_so(audiences, genre, kind):
    assert told(outing(NAME, "27/11/2026", public=audiences, genre=genre))["@type"] == kind


def test_a_point_in_the_middle_of_a_town_is_not_that_of_a_place():
    theatre = place(
        "theatre-de-la-ville", "Théâtre", lat="44.93", lon="4.89", position="centre-de-la-commune"
    )
    assert "geo" not in told(outing(NAME, "27/11/2026"), places=(theatre,))["location"]


def test_a_title_cannot_close_the_block():
    event = FULL.model_copy(update={"title": "Qui ? </script> & Cie"})
    block = str(FILTERS["json_ld"](told(event)))
    assert block.count("</script>") == 1
    assert "\\u003c/script\\u003e \\u0026 Cie" in block
    assert (
        json.loads(block[len('<script type="application/ld+json">') : -len("</script>")])["name"]
        == event.title
    )
