import datetime

import pytest

from plugins.french import FrenchDateError, parse_date

NOVEMBER_12 = [
    "2026-11-12",
    "2026/11/12",
    "12/11/2026",
    "12-11-2026",
    "12.11.2026",
    "12 / 11 / 2026",
    "12 novembre 2026",
    "le 12 novembre 2026",
    "Le 12 novembre 2026",
    "jeudi 12 novembre 2026",
    "le jeudi 12 novembre 2026",
    "Jeudi, le 12 novembre 2026",
    "Jeudi 12 Novembre 2026",
    "JEUDI 12 NOVEMBRE 2026",
    "jeu. 12 nov. 2026",
    "jeu 12 nov 2026",
    "jeudi 12/11/2026",
    "jeudi, 12 novembre 2026",
    "12 novembre, 2026",
    "12 nov. 2026",
    "12 NOV 2026",
    "12-nov-2026",
    "12 de novembre 2026",
    "12\u00a0novembre\u00a02026",
    "12\u202fnovembre 2026",
    "12  novembre   2026",
    "  12 novembre 2026\n",
    "12 novembre 2026.",
]

OTHER_DATES = [
    ("sam. 5 déc. 2026", (2026, 12, 5)),
    ("Sam. 5 Déc. 2026", (2026, 12, 5)),
    ("le 5 décembre 2026", (2026, 12, 5)),
    ("5 decembre 2026", (2026, 12, 5)),
    ("5 DÉCEMBRE 2026", (2026, 12, 5)),
    ("5 de\u0301cembre 2026", (2026, 12, 5)),
    ("05/12/2026", (2026, 12, 5)),
    ("5/12/2026", (2026, 12, 5)),
    ("2026-12-5", (2026, 12, 5)),
    ("1er décembre 2026", (2026, 12, 1)),
    ("1 er décembre 2026", (2026, 12, 1)),
    ("1ER DÉCEMBRE 2026", (2026, 12, 1)),
    ("1ᵉʳ décembre 2026", (2026, 12, 1)),
    ("1 décembre 2026", (2026, 12, 1)),
    ("premier décembre 2026", (2026, 12, 1)),
    ("mardi 1er décembre 2026", (2026, 12, 1)),
    ("lun. 4 janv. 2027", (2027, 1, 4)),
    ("4 jan 2027", (2027, 1, 4)),
    ("3 févr. 2027", (2027, 2, 3)),
    ("3 fév. 2027", (2027, 2, 3)),
    ("3 fevrier 2027", (2027, 2, 3)),
    ("mar. 2 mars 2027", (2027, 3, 2)),
    ("7 avr. 2027", (2027, 4, 7)),
    ("8 mai 2027", (2027, 5, 8)),
    ("21 juin 2027", (2027, 6, 21)),
    ("mer. 14 juil. 2027", (2027, 7, 14)),
    ("15 août 2026", (2026, 8, 15)),
    ("15 aout 2026", (2026, 8, 15)),
    ("19 sept. 2026", (2026, 9, 19)),
    ("19 sep 2026", (2026, 9, 19)),
    ("ven. 2 oct. 2026", (2026, 10, 2)),
    ("dim. 25 octobre 2026", (2026, 10, 25)),
    ("29 février 2028", (2028, 2, 29)),
    ("01/01/1900", (1900, 1, 1)),
    ("31/12/2100", (2100, 12, 31)),
]

EXAMPLE = "Écrivez par exemple : 12/11/2026 ou 12 novembre 2026."
YEAR = "Ajoutez l’année en quatre chiffres, par exemple : 12 novembre 2026."
CHECK = "Vérifiez le jour et le mois."

REFUSALS = [
    ("", "La date est vide.", EXAMPLE),
    ("   ", "La date est vide.", EXAMPLE),
    (
        "mardi 12 novembre 2026",
        "Le 12 novembre 2026 est un jeudi, pas un mardi.",
        "Vérifiez la date, ou écrivez : jeudi 12 novembre 2026.",
    ),
    (
        "lun. 1er déc. 2026",
        "Le 1er décembre 2026 est un mardi, pas un lundi.",
        "Vérifiez la date, ou écrivez : mardi 1er décembre 2026.",
    ),
    (
        "vendredi 12/11/2026",
        "Le 12 novembre 2026 est un jeudi, pas un vendredi.",
        "Vérifiez la date, ou écrivez : jeudi 12 novembre 2026.",
    ),
    (
        "jedi 12 novembre 2026",
        "Le jour de la semaine « jedi » n’est pas reconnu.",
        "Écrivez : jeudi 12 novembre 2026, ou la date sans le jour de la semaine.",
    ),
    ("12 novembre", "Il manque l’année.", YEAR),
    ("jeudi 12 novembre", "Il manque l’année.", YEAR),
    ("12/11", "Il manque l’année.", YEAR),
    ("novembre 2026", "Il manque le jour.", "Ajoutez le jour, par exemple : 12 novembre 2026."),
    ("2026-11", "Il manque le jour.", "Ajoutez le jour, par exemple : 12 novembre 2026."),
    ("30 février 2026", "Février 2026 compte 28 jours, pas 30.", CHECK),
    ("29/02/2026", "Février 2026 compte 28 jours, pas 29.", CHECK),
    ("30/02/2028", "Février 2028 compte 29 jours, pas 30.", CHECK),
    ("2026-11-31", "Novembre 2026 compte 30 jours, pas 31.", CHECK),
    ("mardi 31 avril 2026", "Avril 2026 compte 30 jours, pas 31.", CHECK),
    ("45/11/2026", "Novembre 2026 compte 30 jours, pas 45.", CHECK),
    ("0 novembre 2026", "Il n’y a pas de jour 0 : les jours commencent à 1.", EXAMPLE),
    ("12/11/26", "L’année « 26 » n’a pas quatre chiffres.", "Si c’est en 2026, écrivez : 12/11/2026."),
    ("12 novembre 26", "L’année « 26 » n’a pas quatre chiffres.", "Si c’est en 2026, écrivez : 12/11/2026."),
    ("12/13/26", "L’année « 26 » n’a pas quatre chiffres.", EXAMPLE),
    ("12/11/20266", "L’année « 20266 » n’a pas quatre chiffres.", EXAMPLE),
    (
        "11/13/2026",
        "Il n’y a pas de mois 13 : les mois vont de 1 à 12.",
        (
            "On écrit le jour avant le mois, à la différence des dates américaines : "
            "si c’est le 13 novembre 2026, écrivez 13/11/2026."
        ),
    ),
    (
        "2026-13-11",
        "Il n’y a pas de mois 13 : les mois vont de 1 à 12.",
        "On écrit l’année, le mois puis le jour : si c’est le 13 novembre 2026, écrivez 2026-11-13.",
    ),
    ("13/13/2026", "Il n’y a pas de mois 13 : les mois vont de 1 à 12.", EXAMPLE),
    ("02/31/2026", "Il n’y a pas de mois 31 : les mois vont de 1 à 12.", EXAMPLE),
    ("12/0/2026", "Il n’y a pas de mois 0 : les mois vont de 1 à 12.", EXAMPLE),
    (
        "12 novembre 1899",
        "L’année 1899 n’est pas comprise entre 1900 et 2100.",
        "Vérifiez les quatre chiffres de l’année.",
    ),
    (
        "2206-11-12",
        "L’année 2206 n’est pas comprise entre 1900 et 2100.",
        "Vérifiez les quatre chiffres de l’année.",
    ),
    (
        "12 novenbre 2026",
        "Le mois « novenbre » n’est pas reconnu.",
        "Si c’est bien ce mois, écrivez : 12 novembre 2026.",
    ),
    (
        "5 december 2026",
        "Le mois « december » n’est pas reconnu.",
        "Si c’est bien ce mois, écrivez : 5 décembre 2026.",
    ),
    ("12 brumaire 2026", "Le mois « brumaire » n’est pas reconnu.", EXAMPLE),
    ("demain", "La date « demain » change selon le jour où on la lit.", EXAMPLE),
    ("samedi prochain", "La date « samedi prochain » change selon le jour où on la lit.", EXAMPLE),
    (
        "du 5 au 7 décembre 2026",
        "« du 5 au 7 décembre 2026 » contient plusieurs dates : une seule est attendue.",
        "Écrivez une date par champ, par exemple un début et une fin.",
    ),
    (
        "12/11/2026 20h30",
        "« 12/11/2026 20h30 » contient une heure : une date seule est attendue.",
        "Écrivez seulement la date, par exemple : 12/11/2026.",
    ),
    ("20261112", "La date « 20261112 » n’est pas reconnue.", EXAMPLE),
    ("12-11/2026", "La date « 12-11/2026 » n’est pas reconnue.", EXAMPLE),
    ("2e mai 2026", "La date « 2e mai 2026 » n’est pas reconnue.", EXAMPLE),
    ("bientôt", "La date « bientôt » n’est pas reconnue.", EXAMPLE),
    ("2026", "La date « 2026 » n’est pas reconnue.", EXAMPLE),
    ("à préciser " * 10, f"La date « {'à préciser ' * 5}à pr… » n’est pas reconnue.", EXAMPLE),
]


@pytest.mark.parametrize("text", NOVEMBER_12)
def test_every_usual_form_of_one_day_gives_that_day(text):
    assert parse_date(text) == datetime.date(2026, 11, 12)


@pytest.mark.parametrize(("text", "expected"), OTHER_DATES)
def test_a_french_date_is_read(text, expected):
    assert parse_date(text) == datetime.date(*expected)


@pytest.mark.parametrize(("text", "message", "hint"), REFUSALS)
def test_a_doubtful_date_is_refused_with_its_reason_and_a_way_out(text, message, hint):
    with pytest.raises(FrenchDateError) as caught:
        parse_date(text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_the_error_reads_as_its_message():
    assert str(FrenchDateError("La date est vide.", "Écrivez une date.")) == "La date est vide."


def test_the_error_is_a_value_error():
    assert issubclass(FrenchDateError, ValueError)
