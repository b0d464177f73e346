"""The outings: those that are online, this season's and the next ones, cancelled or not."""

from datetime import date

import pytest

from plugins.opendata.outings import season_start
from tests.opendata.samples import compiled, table, tree
from tests.views.samples import agenda, outing

CONCERT = outing(
    "2026-11-28-concert",
    {"debut": "28/11/2026 20h30", "fin": "28/11/2026 22h"},
    titre="=Concert, « fort »",
    genre="musique",
    public=["familles", "adolescents"],
    age={"min": "6"},
    acces={"fauteuil": "oui : entrée de plain-pied", "vision": "non"},
    reservation={"tel": "04 75 00 00 00", "courriel": "accueil@exemple.fr"},
    aller={"dernier_retour": "bus de 22 h 40"},
)


def _titles(catalog, **options):
    _, files = compiled(catalog, **options)
    return [row["titre"] for row in table(files["sorties.csv"])]


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 22), date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 9, 1)),
        (date(2026, 8, 31), date(2025, 9, 1)),
    ],
)
def test_the_season_begins_on_the_first_of_september(today, first):
    assert season_start(today) == first


def test_what_is_over_this_season_is_given_and_not_what_was_before():
    catalog = agenda(
        outing("2026-08-31-avant", "31/08/2026"),
        outing("2026-09-01-rentree", "01/09/2026"),
        outing("2026-12-05-bientot", "05/12/2026"),
    )
    assert _titles(catalog) == ["Sortie rentree", "Sortie bientot"]


def test_a_draft_an_unproven_outing_and_one_for_later_are_in_no_file():
    catalog = agenda(
        outing("2026-12-01-brouillon", "01/12/2026", brouillon="oui"),
        outing("2026-12-01-sans-preuve", "01/12/2026", gratuite={"type": "entree-libre"}),
        outing("2026-12-01-plus-tard", "01/12/2026", publier_le="30/11/2026"),
        outing("2026-12-01-retiree", "01/12/2026", retirer_le="20/11/2026"),
    )
    _, files = compiled(catalog)
    assert table(files["sorties.csv"]) == []
    assert tree(files["sorties.json"]) == {"total": 0, "events": []}
    assert not [name for name, content in files.items() if b"2026-12-01" in content]


def test_an_example_is_in_the_preview_and_never_online():
    example = outing("exemple-bal", "05/12/2026", exemple=True)
    assert _titles(agenda(example)) == []
    assert _titles(agenda(example), production=False) == ["Sortie"]
    page, _ = compiled(agenda(example), production=False)
    assert page.context["example"] is True


def test_a_row_tells_the_outing_with_its_hours_its_town_and_its_way_back():
    _, files = compiled(agenda(CONCERT))
    [row] = table(files["sorties.csv"])
    assert {name: value for name, value in row.items() if value} == {
        "id": "2026-11-28-concert",
        "titre": "'=Concert, « fort »",
        "resume": "Une belle soirée.",
        "debut": "2026-11-28T20:30:00+01:00",
        "fin": "2026-11-28T22:00:00+01:00",
        "statut": "programme",
        "genre": "musique",
        "public": "familles | adolescents",
        "age_min": "6",
        "gratuite": "entree-libre",
        "preuve": "affiche du théâtre",
        "lieu": "Théâtre de la Ville",
        "lieu_id": "theatre-de-la-ville",
        "adresse": "1 place de la Liberté",
        "commune": "Valence",
        "code_insee": "26362",
        "departement": "26",
        "fauteuil": "oui : entrée de plain-pied",
        "vision": "non",
        "reservation_tel": "04 75 00 00 00",
        "reservation_courriel": "accueil@exemple.fr",
        "dernier_retour": "bus de 22 h 40",
        "page": "https://www.exemple.fr/sorties/2026/11/28-concert/",
    }


def test_each_date_has_its_row_and_each_outing_its_event():
    weekly = outing("2026-12-01-atelier", "01/12/2026 18h", repetition={"regle": "FREQ=WEEKLY;COUNT=3"})
    _, files = compiled(agenda(weekly, CONCERT))
    assert [row["debut"] for row in table(files["sorties.csv"])] == [
        "2026-11-28T20:30:00+01:00",
        "2026-12-01T18:00:00+01:00",
        "2026-12-08T18:00:00+01:00",
        "2026-12-15T18:00:00+01:00",
    ]
    events = tree(files["sorties.json"])
    assert events["total"] == 2
    assert [len(event["timings"]) for event in events["events"]] == [1, 3]


def test_an_event_has_the_shape_of_open_agenda():
    _, files = compiled(agenda(CONCERT))
    [event] = tree(files["sorties.json"])["events"]
    own = event.pop("culturesducoeur")
    timing = {"begin": "2026-11-28T20:30:00+01:00", "end": "2026-11-28T22:00:00+01:00"}
    assert event == {
        "slug": "2026-11-28-concert",
        "extIds": [{"key": "culturesducoeur26-07", "value": "2026-11-28-concert"}],
        "title": {"fr": "=Concert, « fort »"},
        "description": {"fr": "Une belle soirée."},
        "conditions": {"fr": "Entrée libre"},
        "keywords": {"fr": ["Musique", "En famille", "Adolescents"]},
        "registration": [
            {"type": "phone", "value": "04 75 00 00 00"},
            {"type": "email", "value": "accueil@exemple.fr"},
        ],
        "accessibility": {"mi": True, "vi": False},
        "age": {"min": 6, "max": None},
        "timings": [timing],
        "firstTiming": timing,
        "lastTiming": timing,
        "attendanceMode": 1,
        "location": {
            "name": "Théâtre de la Ville",
            "address": "1 place de la Liberté, Valence",
            "city": "Valence",
            "postalCode": None,
            "insee": "26362",
            "department": "Drôme",
            "countryCode": "fr",
            "latitude": None,
            "longitude": None,
            "timezone": "Europe/Paris",
        },
        "timezone": "Europe/Paris",
        "status": 1,
        "state": 2,
    }
    assert own["gratuite"]["preuve"] == "affiche du théâtre"
    assert own["aller"]["dernier_retour"] == "bus de 22 h 40"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 1),
        ({"statut": "deplace"}, 1),
        ({"statut": "reporte", "ancien_debut": "01/12/2026"}, 2),
        ({"statut": "reporte"}, 4),
        ({"statut": "complet"}, 5),
        ({"statut": "annule"}, 6),
    ],
)
def test_each_state_has_its_number_and_keeps_its_word(fields, status):
    _, files = compiled(agenda(outing("2026-12-05-bal", "05/12/2026", **fields)))
    [event] = tree(files["sorties.json"])["events"]
    word = fields.get("statut", "programme")
    assert (event["status"], event["culturesducoeur"]["statut"]) == (status, word)
    assert [row["statut"] for row in table(files["sorties.csv"])] == [word]


def test_a_day_without_hour_and_an_unknown_end_keep_their_truth_beside():
    catalog = agenda(
        outing("2026-12-05-expo", {"debut": "05/12/2026", "fin": "20/12/2026"}),
        outing("2026-12-06-conte", "06/12/2026 15h"),
    )
    _, files = compiled(catalog)
    exhibition, tales = tree(files["sorties.json"])["events"]
    assert exhibition["timings"] == [
        {"begin": "2026-12-05T00:00:00+01:00", "end": "2026-12-20T23:59:00+01:00"}
    ]
    assert exhibition["culturesducoeur"]["dates"] == [{"debut": "2026-12-05", "fin": "2026-12-20"}]
    assert tales["timings"] == [{"begin": "2026-12-06T15:00:00+01:00", "end": "2026-12-06T15:00:00+01:00"}]
    assert tales["culturesducoeur"]["dates"] == [{"debut": "2026-12-06T15:00:00+01:00", "fin": None}]
