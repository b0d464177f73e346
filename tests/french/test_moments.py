import datetime

import pytest

from plugins.french import PARIS, FrenchDateError, parse_datetime, parse_moment

MOMENTS = [
    ("2026-11-12 20:30", "2026-11-12T20:30:00+01:00"),
    ("2026-11-12T20:30", "2026-11-12T20:30:00+01:00"),
    ("2026-11-12 20:30:00", "2026-11-12T20:30:00+01:00"),
    ("12/11/2026 20h30", "2026-11-12T20:30:00+01:00"),
    ("12/11/2026 à 20h30", "2026-11-12T20:30:00+01:00"),
    ("12/11/2026, 20:30", "2026-11-12T20:30:00+01:00"),
    ("12/11/2026 - 20h30", "2026-11-12T20:30:00+01:00"),
    ("jeudi 12 novembre 2026 à 20 h 30", "2026-11-12T20:30:00+01:00"),
    ("Jeudi 12 Novembre 2026 À 20 H 30", "2026-11-12T20:30:00+01:00"),
    ("jeudi\u00a012 novembre 2026 à\u00a020\u00a0h\u00a030", "2026-11-12T20:30:00+01:00"),
    ("le 5 décembre 2026, 20h", "2026-12-05T20:00:00+01:00"),
    ("samedi 5 décembre 2026 midi", "2026-12-05T12:00:00+01:00"),
    ("5 août 2026 à 20h", "2026-08-05T20:00:00+02:00"),
    ("2026-11-12T20:30:00+01:00", "2026-11-12T20:30:00+01:00"),
    ("2026-11-12T20:30+0100", "2026-11-12T20:30:00+01:00"),
    ("2026-11-12T19:30:00Z", "2026-11-12T20:30:00+01:00"),
    ("2026-11-12T19:30:00.000z", "2026-11-12T20:30:00+01:00"),
    ("2026-07-12T20:30:00+01:00", "2026-07-12T21:30:00+02:00"),
    ("2026-11-12T23:30:00Z", "2026-11-13T00:30:00+01:00"),
    ("2026-10-25 01:59", "2026-10-25T01:59:00+02:00"),
    ("2026-10-25 03:00", "2026-10-25T03:00:00+01:00"),
    ("2026-10-25T02:30+02:00", "2026-10-25T02:30:00+02:00"),
    ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
    ("2027-03-28 01:59", "2027-03-28T01:59:00+01:00"),
    ("2027-03-28 03:00", "2027-03-28T03:00:00+02:00"),
]

REFUSALS = [
    (
        "2027-03-28 02:30",
        "Le 28 mars 2027, 2 h 30 n’existe pas : cette nuit-là, on avance les montres d’une heure.",
        "Vérifiez l’heure ; juste après le changement, ce serait 3 h 30.",
    ),
    (
        "dimanche 28 mars 2027 à 2 h",
        "Le 28 mars 2027, 2 h n’existe pas : cette nuit-là, on avance les montres d’une heure.",
        "Vérifiez l’heure ; juste après le changement, ce serait 3 h.",
    ),
    (
        "2026-10-25 02:30",
        "Le 25 octobre 2026, 2 h 30 arrive deux fois : cette nuit-là, on recule les montres d’une heure.",
        "Précisez : 2026-10-25T02:30+02:00 avant le changement d’heure, 2026-10-25T02:30+01:00 après.",
    ),
    (
        "25/10/2026 2h",
        "Le 25 octobre 2026, 2 h arrive deux fois : cette nuit-là, on recule les montres d’une heure.",
        "Précisez : 2026-10-25T02:00+02:00 avant le changement d’heure, 2026-10-25T02:00+01:00 après.",
    ),
    (
        "12/11/2026",
        "Il manque l’heure après la date « 12/11/2026 ».",
        "Écrivez par exemple : 12/11/2026 20h30.",
    ),
    (
        "20h30 le 12/11/2026",
        "« 20h30 le 12/11/2026 » commence par l’heure : la date est attendue d’abord.",
        "Écrivez par exemple : 12/11/2026 20h30.",
    ),
    (
        "mardi 12 novembre 2026 à 20h",
        "Le 12 novembre 2026 est un jeudi, pas un mardi.",
        "Vérifiez la date, ou écrivez : jeudi 12 novembre 2026.",
    ),
    (
        "12/11/2026 de 20h à 22h",
        "« 20h à 22h » contient plusieurs heures : une seule est attendue.",
        "Écrivez une heure par champ, par exemple un début et une fin.",
    ),
    (
        "12/11/2026 minuit",
        "« minuit » peut appartenir au jour qui finit ou au jour qui commence.",
        "Écrivez 23h59 pour la fin de ce jour, ou 0h avec la date du lendemain.",
    ),
    (
        "12/11/2026 8pm",
        "« 8pm » compte les heures sur douze : en français, elles vont de 0 à 23.",
        "Écrivez : 20h.",
    ),
    (
        "12 novembre à 20h",
        "Il manque l’année.",
        "Ajoutez l’année en quatre chiffres, par exemple : 12 novembre 2026.",
    ),
    (
        "2026-11-12T20:30+25:00",
        "Le décalage « +25:00 » n’existe pas.",
        "En France, écrivez +01:00 en hiver et +02:00 en été, ou rien.",
    ),
    (
        "2026-02-30T20:30Z",
        "Février 2026 compte 28 jours, pas 30.",
        "Vérifiez le jour et le mois.",
    ),
    ("", "La date est vide.", "Écrivez par exemple : 12/11/2026 ou 12 novembre 2026."),
]


@pytest.mark.parametrize(("text", "expected"), MOMENTS)
def test_a_date_with_its_hour_is_read_in_paris_time(text, expected):
    moment = parse_datetime(text)
    assert (moment.isoformat(), moment.tzinfo) == (expected, PARIS)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSALS)
def test_a_doubtful_moment_is_refused_with_its_reason_and_a_way_out(text, message, hint):
    with pytest.raises(FrenchDateError) as caught:
        parse_datetime(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize("text", ["12/11/2026", "2026-11-12", "jeu. 12 nov. 2026", "le 12 novembre 2026"])
def test_a_moment_without_hour_is_a_plain_date(text):
    moment = parse_moment(text)
    assert (type(moment), moment) == (datetime.date, datetime.date(2026, 11, 12))


@pytest.mark.parametrize(
    "text", ["12/11/2026 0h", "2026-11-12T00:00", "12 novembre 2026 à 0 heure", "12.11.2026 00:00:00"]
)
def test_a_moment_with_an_hour_is_a_datetime_even_at_midnight(text):
    assert parse_moment(text) == datetime.datetime(2026, 11, 12, tzinfo=PARIS)


def test_a_moment_keeps_the_refusals_of_dates():
    with pytest.raises(FrenchDateError, match="pas un mardi"):
        parse_moment("mardi 12 novembre 2026")
