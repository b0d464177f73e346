import datetime

import pytest

from plugins.french import FrenchDateError, parse_duration, parse_time

TIMES = [
    ("20h30", (20, 30)),
    ("20 h 30", (20, 30)),
    ("20\u00a0h\u00a030", (20, 30)),
    ("20\u202fh\u202f30", (20, 30)),
    ("20H30", (20, 30)),
    ("20:30", (20, 30)),
    ("20:30:00", (20, 30)),
    ("20 heures 30", (20, 30)),
    ("20h30min", (20, 30)),
    ("20 h 30 mn", (20, 30)),
    ("à 20h30", (20, 30)),
    ("  20h30 ", (20, 30)),
    ("20h30.", (20, 30)),
    ("20 h", (20, 0)),
    ("20h", (20, 0)),
    ("20h00", (20, 0)),
    ("20 heures", (20, 0)),
    ("8h", (8, 0)),
    ("08:05", (8, 5)),
    ("8:05", (8, 5)),
    ("8h05", (8, 5)),
    ("1 heure", (1, 0)),
    ("midi", (12, 0)),
    ("Midi", (12, 0)),
    ("0h", (0, 0)),
    ("00:00", (0, 0)),
    ("23h59", (23, 59)),
    ("20:30:15", (20, 30, 15)),
]

EXAMPLE = "Écrivez par exemple : 20h30."
MIDNIGHT_HINT = "Écrivez 23h59 pour la fin de ce jour, ou 0h avec la date du lendemain."
TWO_HINT = "Écrivez une heure par champ, par exemple un début et une fin."

REFUSED_TIMES = [
    ("", "L’heure est vide.", EXAMPLE),
    ("minuit", "« minuit » peut appartenir au jour qui finit ou au jour qui commence.", MIDNIGHT_HINT),
    ("24h", "« 24h » peut appartenir au jour qui finit ou au jour qui commence.", MIDNIGHT_HINT),
    ("24:00", "« 24h » peut appartenir au jour qui finit ou au jour qui commence.", MIDNIGHT_HINT),
    ("24h30", "Il n’y a pas d’heure 24 : les heures vont de 0 à 23.", EXAMPLE),
    ("25h", "Il n’y a pas d’heure 25 : les heures vont de 0 à 23.", EXAMPLE),
    ("20h60", "Il n’y a pas de minute 60 : les minutes vont de 0 à 59.", EXAMPLE),
    ("20:30:61", "Il n’y a pas de seconde 61 : les secondes vont de 0 à 59.", EXAMPLE),
    (
        "8h30 pm",
        "« 8h30 pm » compte les heures sur douze : en français, elles vont de 0 à 23.",
        "Écrivez : 20h30.",
    ),
    ("8pm", "« 8pm » compte les heures sur douze : en français, elles vont de 0 à 23.", "Écrivez : 20h."),
    (
        "8 p.m.",
        "« 8 p.m. » compte les heures sur douze : en français, elles vont de 0 à 23.",
        "Écrivez : 20h.",
    ),
    ("12am", "« 12am » compte les heures sur douze : en français, elles vont de 0 à 23.", "Écrivez : 0h."),
    (
        "12:15 PM",
        "« 12:15 PM » compte les heures sur douze : en français, elles vont de 0 à 23.",
        "Écrivez : 12h15.",
    ),
    ("13pm", "« 13pm » compte les heures sur douze : en français, elles vont de 0 à 23.", EXAMPLE),
    ("2030", "« 2030 » peut se lire de plusieurs façons.", "Si c’est une heure, écrivez : 20h30."),
    ("20.30", "« 20.30 » peut se lire de plusieurs façons.", "Si c’est une heure, écrivez : 20h30."),
    ("20,30", "« 20,30 » peut se lire de plusieurs façons.", "Si c’est une heure, écrivez : 20h30."),
    ("20.3", "« 20.3 » peut se lire de plusieurs façons.", EXAMPLE),
    ("2090", "« 2090 » peut se lire de plusieurs façons.", EXAMPLE),
    ("20", "Il manque le « h » après « 20 ».", "Écrivez par exemple : 20h."),
    (
        "20h5",
        "Les minutes de « 20h5 » n’ont pas deux chiffres.",
        "Écrivez les minutes avec deux chiffres, par exemple : 20h05.",
    ),
    ("20:5", "L’heure « 20:5 » n’est pas reconnue.", EXAMPLE),
    ("20h-22h", "« 20h-22h » contient plusieurs heures : une seule est attendue.", TWO_HINT),
    ("de 20h à 22h30", "« de 20h à 22h30 » contient plusieurs heures : une seule est attendue.", TWO_HINT),
    ("vers 20h", "L’heure « vers 20h » n’est pas reconnue.", EXAMPLE),
    ("en soirée", "L’heure « en soirée » n’est pas reconnue.", EXAMPLE),
]

DURATIONS = [
    ("1h30", {"minutes": 90}),
    ("1 h 30", {"minutes": 90}),
    ("1\u00a0h\u00a030", {"minutes": 90}),
    ("1 H 30", {"minutes": 90}),
    ("1 h 30 min", {"minutes": 90}),
    ("90 min", {"minutes": 90}),
    ("90 minutes", {"minutes": 90}),
    ("90mn", {"minutes": 90}),
    ("1 h 5 min", {"minutes": 65}),
    ("1h05", {"minutes": 65}),
    ("2 heures", {"hours": 2}),
    ("2 heures 30", {"minutes": 150}),
    ("1 heure", {"hours": 1}),
    ("45 min", {"minutes": 45}),
    ("1h", {"hours": 1}),
    ("3 jours", {"days": 3}),
    ("1 jour", {"days": 1}),
    ("3j", {"days": 3}),
    ("1 jour 2 h", {"hours": 26}),
    ("2 semaines", {"days": 14}),
    ("PT1H30M", {"minutes": 90}),
    ("pt45m", {"minutes": 45}),
    ("P3D", {"days": 3}),
    ("P1W", {"days": 7}),
    ("P1DT2H", {"hours": 26}),
    ("PT30S", {"seconds": 30}),
]

DURATION_EXAMPLE = "Écrivez par exemple : 1h30, 45 min ou 3 jours."

REFUSED_DURATIONS = [
    ("", "La durée est vide.", DURATION_EXAMPLE),
    ("0", "La durée « 0 » est nulle : une durée est plus longue que zéro.", DURATION_EXAMPLE),
    ("0 min", "La durée « 0 min » est nulle : une durée est plus longue que zéro.", DURATION_EXAMPLE),
    ("PT0M", "La durée « PT0M » est nulle : une durée est plus longue que zéro.", DURATION_EXAMPLE),
    ("-1h", "La durée « -1h » est négative.", DURATION_EXAMPLE),
    ("-PT1H", "La durée « -PT1H » est négative.", DURATION_EXAMPLE),
    ("90", "Il manque l’unité de la durée « 90 ».", "Écrivez par exemple : 90 min ou 90 h."),
    ("1h5", "Les minutes de « 1h5 » ne sont pas comprises entre 00 et 59.", DURATION_EXAMPLE),
    ("1h90", "Les minutes de « 1h90 » ne sont pas comprises entre 00 et 59.", DURATION_EXAMPLE),
    (
        "1:30",
        "La durée « 1:30 » peut se lire en heures ou en minutes.",
        "Si ce sont des heures, écrivez : 1h30.",
    ),
    (
        "1,5 h",
        "La durée « 1,5 h » est un nombre à virgule.",
        "Écrivez les heures et les minutes, par exemple : 1h30.",
    ),
    ("P", "La durée « P » n’est pas reconnue.", DURATION_EXAMPLE),
    ("PT", "La durée « PT » n’est pas reconnue.", DURATION_EXAMPLE),
    ("P1M", "La durée « P1M » n’est pas reconnue.", DURATION_EXAMPLE),
    ("une soirée", "La durée « une soirée » n’est pas reconnue.", DURATION_EXAMPLE),
    ("99999 h", "La durée « 99999 h » n’est pas reconnue.", DURATION_EXAMPLE),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_a_french_hour_is_read(text, expected):
    assert parse_time(text) == datetime.time(*expected)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED_TIMES)
def test_a_doubtful_hour_is_refused_with_its_reason_and_a_way_out(text, message, hint):
    with pytest.raises(FrenchDateError) as caught:
        parse_time(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(("text", "expected"), DURATIONS)
def test_a_french_duration_is_read(text, expected):
    assert parse_duration(text) == datetime.timedelta(**expected)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED_DURATIONS)
def test_a_doubtful_duration_is_refused_with_its_reason_and_a_way_out(text, message, hint):
    with pytest.raises(FrenchDateError) as caught:
        parse_duration(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)
