from plugins.association.compiling import compile_association
from plugins.catalog.models.training import Training
from tests.association.samples import catalog, commune, meeting, site
from tests.formats.calendar_linter import faults

VALENCE = commune("26362", "Valence", "valence")
PAST = {"date": "05/10/2026", "commune": "26362", "etat": "tenue"}
TODAY = {"date": "22/11/2026", "commune": "26362"}
COMING = {"date": "12/01/2027", "commune": "26362"}
CANCELLED = {"date": "13/01/2027", "commune": "26362", "etat": "annulee"}
UNSURE = {"date": "14/01/2027", "commune": "26362", "appariement": "hypothese"}
TRAINING = Training.model_validate(
    {
        "slug": "passeurs",
        "titre": "Passeurs de Culture",
        "resume": "Trois jours.",
        "pour_qui": "Les acteurs sociaux.",
        "pour_quoi": "Accompagner.",
        "verifie_le": "20/11/2026",
        "cycles": [
            {"dates": ["01/10/2026"], "commune": "26362"},
            {
                "dates": ["15/01/2027", "11/01/2027"],
                "commune": "26362",
                "lieu": "Salle A ; étage 2, porte B",
                "horaires": "de 9 h à 16 h",
                "programme": ["Se connaître"],
            },
        ],
    }
)


def compiled(*sessions, trainings=()):
    records = {"communes": [VALENCE], "trainings": trainings}
    if sessions:
        records["meetings"] = [meeting("journee", list(sessions), titre="Journée du réseau")]
    return {made.address: made for made in compile_association(site(catalog(**records)))}


def text(file):
    return file.content.decode().replace("\r\n ", "").replace("\r\n", "\n")


def test_what_is_coming_is_listed_in_order_meetings_and_trainings_together():
    coming = compiled(COMING, TODAY, PAST, CANCELLED, trainings=[TRAINING])["/rencontres/"].context["coming"]
    assert [
        (day.date_text.replace("\u00a0", " "), day.title, day.place, day.cancelled) for day in coming
    ] == [
        ("dimanche 22 novembre 2026", "Journée du réseau", "Valence", False),
        (
            "lundi 11 janvier 2027",
            "Formation Passeurs de Culture",
            "Salle A ; étage 2, porte B, Valence",
            False,
        ),
        ("mardi 12 janvier 2027", "Journée du réseau", "Valence", False),
        ("mercredi 13 janvier 2027", "Journée du réseau", "Valence", True),
        (
            "vendredi 15 janvier 2027",
            "Formation Passeurs de Culture",
            "Salle A ; étage 2, porte B, Valence",
            False,
        ),
    ]


def test_a_day_that_is_only_supposed_is_not_announced():
    assert compiled(UNSURE)["/rencontres/"].context["coming"] == ()


def test_the_calendar_of_the_network_says_the_same_and_has_no_fault():
    made = compiled(COMING, CANCELLED, PAST, trainings=[TRAINING])
    agenda = made["/rencontres/agenda.ics"]
    assert faults(agenda.content) == []
    lines = text(agenda).split("\n")
    assert [line for line in lines if line.startswith("UID")] == [
        "UID:formation-passeurs-20270111@www.exemple.fr",
        "UID:rencontre-journee-20270112-26362@www.exemple.fr",
        "UID:rencontre-journee-20270113-26362@www.exemple.fr",
        "UID:formation-passeurs-20270115@www.exemple.fr",
    ]
    assert "SUMMARY:ANNULÉ – Journée du réseau" in [line.replace("\u00a0", " ") for line in lines]
    assert lines.count("STATUS:CANCELLED") == 1
    assert "URL:https://www.exemple.fr/formations/passeurs/" in lines


def test_a_training_has_its_own_calendar_with_its_days_alone():
    made = compiled(COMING, trainings=[TRAINING])
    agenda = made["/formations/passeurs/agenda.ics"]
    assert faults(agenda.content) == []
    assert text(agenda).count("BEGIN:VEVENT") == 2
    assert "Journée du réseau" not in text(agenda)


def test_with_nothing_coming_the_calendar_still_answers_its_subscribers():
    agenda = compiled()["/rencontres/agenda.ics"]
    assert faults(agenda.content) == []
    assert "BEGIN:VEVENT" not in text(agenda)
