"""The date of the next change, compared with what the pages really say from one day to the next."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from plugins.association.compiling import compile_association
from plugins.catalog import Catalog
from plugins.catalog.models.association import Banner
from plugins.catalog.models.convention import Convention
from plugins.catalog.models.training import Training
from plugins.events.compiling import compile_events
from plugins.french import format_date
from plugins.partners.compiling import compile_partners
from plugins.views.changes import next_change
from plugins.welcome.compiling import compile_welcome
from tests.association.samples import meeting, post, site
from tests.library.samples import tutorial
from tests.views.samples import SUNDAY, THEATRE, agenda, outing, partner, place, rendezvous

TUESDAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 30)


def concert(**fields):
    return outing("2026-11-26-concert", {"debut": "26/11/2026 20h30", "fin": "26/11/2026 22h"}, **fields)


@pytest.mark.parametrize(
    ("records", "day"),
    [
        ({}, MONDAY),
        ({"events": [concert()]}, date(2026, 11, 26)),
        ({"events": [concert(publier_le="25/11/2026")]}, date(2026, 11, 25)),
        ({"events": [concert(retirer_le="26/11/2026")]}, date(2026, 11, 26)),
        ({"events": [concert(brouillon="oui", publier_le="25/11/2026")]}, MONDAY),
        ({"events": [concert(gratuite={"type": "entree-libre"})]}, MONDAY),
        (
            {"events": [outing("2026-11-26-bal", {"debut": "26/11/2026 21h", "fin": "27/11/2026 2h"})]},
            date(2026, 11, 26),
        ),
        (
            {"events": [outing("2026-11-24-expo", {"debut": "24/11/2026", "fin": "12/01/2027"})]},
            date(2026, 11, 25),
        ),
        (
            {
                "events": [
                    outing(
                        "2026-11-04-atelier", "04/11/2026 14h", repetition={"regle": "FREQ=WEEKLY;COUNT=9"}
                    )
                ]
            },
            date(2026, 11, 25),
        ),
        ({"posts": [post("2026-11-25-nouvelle")]}, date(2026, 11, 25)),
        ({"posts": [post("2026-11-20-nouvelle", retirer_le="28/11/2026")]}, date(2026, 11, 28)),
        ({"posts": [post("2026-11-25-nouvelle", brouillon="oui")]}, MONDAY),
        ({"posts": [post("2024-11-26-ancienne")]}, date(2026, 11, 26)),
        ({"posts": [post("2024-11-24-ancienne")]}, MONDAY),
        ({"events": [outing("2026-11-29-bal", "29/11/2026 21h")]}, date(2026, 11, 27)),
        ({"events": [outing("2026-11-29-bal", "29/11/2026 21h", statut="complet")]}, date(2026, 11, 29)),
        ({"tutorials": [tutorial("t", "T", ["visiteur"], verifie_le="25/11/2025")]}, date(2026, 11, 25)),
        (
            {"tutorials": [tutorial("t", "T", ["visiteur"], verifie_le="25/11/2025", brouillon="oui")]},
            MONDAY,
        ),
        (
            {
                "series": [
                    rendezvous(
                        "f", editions=[{"debut": "25/11/2026", "fin": "26/11/2026", "etat": "confirmee"}]
                    )
                ]
            },
            date(2026, 11, 27),
        ),
        (
            {"partners": [partner("p", "P", partenariat={"jusqu_a": "25/11/2026", "source": "convention"})]},
            date(2026, 11, 26),
        ),
        (
            {
                "meetings": [
                    meeting(
                        "r",
                        [
                            {
                                "date": "25/11/2026",
                                "commune": "26362",
                                "etat": "prevue",
                                "appariement": "ecrit",
                            }
                        ],
                    )
                ]
            },
            date(2026, 11, 26),
        ),
    ],
)
def test_the_next_change_is_the_first_day_that_a_written_date_turns(records, day):
    assert next_change(agenda(*records.pop("events", ()), **records), TUESDAY) == day


@pytest.mark.parametrize(("today", "day"), [(date(2026, 11, 24), 26), (date(2026, 11, 26), 29)])
def test_a_banner_changes_every_page_the_day_it_comes_and_the_day_after_its_last(today, day):
    banner = Banner.model_validate({"slug": "b", "texte": "Fermé.", "du": "26/11/2026", "au": "28/11/2026"})
    assert next_change(agenda(banners=(banner,)), today) == date(2026, 11, day)


def test_a_post_of_a_29_february_is_one_year_older_on_the_first_of_march():
    catalog = agenda(posts=[post("2024-02-29-bissextile")])
    assert next_change(catalog, date(2025, 2, 28)) == date(2025, 3, 1)
    assert next_change(catalog, date(2028, 2, 28)) == date(2028, 2, 29)


@pytest.mark.parametrize("month", [3, 6, 9, 12])
def test_the_home_page_takes_the_colour_of_each_season(month):
    first = date(2026, month, 1)
    assert next_change(agenda(), first - timedelta(days=1)) == first


def test_a_year_without_a_day_ends_with_the_year():
    year_only = rendezvous("f", editions=[{"annee": "2026", "etat": "inconnue"}])
    assert next_change(agenda(series=[year_only]), date(2026, 12, 29)) == date(2027, 1, 1)


def test_the_pages_say_the_same_thing_until_that_day_and_another_thing_on_it():
    catalog = agenda(
        concert(),
        outing("2026-12-03-film", "03/12/2026", publier_le="01/12/2026", retirer_le="20/12/2026"),
        outing("2026-11-28-expo", {"debut": "28/11/2026", "fin": "12/01/2027"}),
        outing("2026-11-25-atelier", "25/11/2026 14h", repetition={"regle": "FREQ=WEEKLY;COUNT=5"}),
        series=[
            rendezvous(
                "conte",
                editions=[{"debut": "25/11/2026", "fin": "09/12/2026", "etat": "confirmee"}],
                repetition="FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=18",
                certitude_regle="fixe",
            ),
            rendezvous("livre", editions=[{"annee": "2026", "etat": "inconnue"}]),
        ],
        partners=[partner("p", "P", partenariat={"jusqu_a": "11/12/2026", "source": "convention"})],
    )
    days = [SUNDAY + timedelta(days=number) for number in range(61)]
    said = {day: _said(catalog, day) for day in days}
    for day, following in pairwise(days):
        assert (following, said[day] != said[following]) == (
            following,
            next_change(catalog, day) == following,
        )


def test_the_pages_of_the_network_change_on_those_days_and_on_no_other():
    catalog = agenda(
        partners=[
            partner("q", "Q", verifie_le="02/12/2025"),
        ],
        places=[THEATRE, place("x", "X", verifie_le="04/12/2025")],
        meetings=[meeting("r", [{"date": "08/12/2026", "commune": "26362", "etat": "annulee"}])],
        conventions=[
            Convention.model_validate(
                {"slug": "v", "commune": "26362", "etat": "signee", "resume": "x", "jusqu_au": "13/12/2026"}
            )
        ],
        trainings=[
            Training.model_validate(
                {
                    "slug": "passeurs",
                    "titre": "Passeurs",
                    "resume": "x",
                    "pour_qui": "x",
                    "pour_quoi": "x",
                    "cycles": [
                        {"dates": ["16/12/2026", "18/12/2026"], "inscription": {"jusqu_au": "14/12/2026"}}
                    ],
                }
            )
        ],
    )
    days = [SUNDAY + timedelta(days=number) for number in range(61)]
    said = {day: _network_said(catalog, day) for day in days}
    changed = [after for day, after in pairwise(days) if said[day] != said[after]]
    assert [f"{day:%d/%m}" for day in changed] == [
        "02/12", "04/12", "09/12", "14/12", "15/12", "17/12", "19/12",
    ]  # fmt: skip
    assert [next_change(catalog, day - timedelta(days=1)) for day in changed] == changed


def test_the_letter_to_partners_speaks_of_another_season_on_the_first_of_may():
    april = date(2027, 4, 30)
    assert next_change(agenda(), april) == date(2027, 5, 1)
    assert _network_said(agenda(), april) != _network_said(agenda(), date(2027, 5, 1))


def _network_said(catalog: Catalog, today: date) -> list[str]:
    given = site(catalog, today=today, production=True)
    compilers = (compile_partners, compile_association)
    return [str(page) for compile_section in compilers for page in compile_section(given)]


def _said(catalog: Catalog, today: date) -> list[str]:
    """Return every page as it reads, but for the day it was made."""
    given = site(catalog, today=today, production=True)
    compilers = (compile_events, compile_partners, compile_welcome, compile_association)
    pages = [str(page) for compile_section in compilers for page in compile_section(given)]
    words = (f"à venir au {format_date(today, 'medium')}", f"Aujourd’hui, {format_date(today)}")
    daily = (f"'made_on': {today!r}", *(text.replace("\u00a0", r"\xa0") for text in words))
    of_the_day = (f"'valid_until': {today!r}",)
    return [_without(page, daily + of_the_day if "aujourd-hui" in page[:60] else daily) for page in pages]


def _without(page: str, daily: tuple[str, ...]) -> str:
    for words in daily:
        page = page.replace(words, "")
    return page
