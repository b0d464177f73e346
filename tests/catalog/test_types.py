from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from plugins.catalog.models import types
from plugins.catalog.models.event import EventStatus, Genre
from plugins.catalog.models.place import AccessAnswer
from plugins.catalog.source import INVISIBLE
from plugins.french import PARIS


def _read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def _code(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        _read(kind, value)
    (error,) = caught.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        (types.Line, "  Un titre  ", "  Un titre  "),
        (types.Line, "I <3 la culture", "I <3 la culture"),
        (types.Prose, "Deux\nlignes", "Deux\nlignes"),
        (types.Date, "sam. 5 déc. 2026", date(2026, 12, 5)),
        (types.Moment, "05/12/2026", date(2026, 12, 5)),
        (types.Moment, "05/12/2026 20h30", datetime(2026, 12, 5, 20, 30, tzinfo=PARIS)),
        (types.Duration, "1h30", timedelta(minutes=90)),
        (types.YesNo, "Oui", True),
        (types.YesNo, "false", False),
        (types.ToCheck, "oui", "à vérifier"),
        (types.ToCheck, "non", None),
        (types.ToCheck, "l'adresse", "l'adresse"),
        (types.Phone, "0475566020", "04 75 56 60 20"),
        (types.Phone, "+33 (0)4 75 56 60 20", "04 75 56 60 20"),
        (types.Phone, "04/75/56/60/20", "04 75 56 60 20"),
        (types.Phone, "3919", "39 19"),
        (types.Phone, "115", "115"),
        (types.Email, "accueil@exemple.fr", "accueil@exemple.fr"),
        (types.Url, "https://exemple.fr/a?b=c#d", "https://exemple.fr/a?b=c#d"),
        (types.SiteAddress, "/", "/"),
        (types.SiteAddress, "/sorties/2026/12/#haut", "/sorties/2026/12/#haut"),
        (types.Price, "3,50 €", Decimal("3.50")),
        (types.Price, "0", Decimal(0)),
        (types.Siret, "732 829 320 00074", "73282932000074"),
        (types.OpeningHours, "Tu-Fr 10:00-18:00; Sa 14:00-18:00", "Tu-Fr 10:00-18:00; Sa 14:00-18:00"),
        (types.PostCode, "07000", "07000"),
        (types.InseeCode, "26362", "26362"),
        (types.Year, "2019", 2019),
        (types.Latitude, "44.93", 44.93),
        (EventStatus, "Annulé", EventStatus.CANCELLED),
        (Genre, "arts de la rue", Genre.STREET_ARTS),
        (AccessAnswer, "oui", AccessAnswer(possible=True)),
        (AccessAnswer, "Non", AccessAnswer(possible=False)),
        (AccessAnswer, "true", AccessAnswer(possible=True)),
        (AccessAnswer, "non : douze marches", AccessAnswer(possible=False, precision="douze marches")),
        (AccessAnswer, "oui, par la cour", AccessAnswer(possible=True, precision="par la cour")),
        (AccessAnswer, "oui (par la cour)", AccessAnswer(possible=True, precision="par la cour")),
    ],
)
def test_what_french_people_write_is_understood(kind: Any, written: str, read: Any) -> None:
    assert _read(kind, written) == read


@pytest.mark.parametrize(
    ("kind", "written", "code"),
    [
        (types.Line, "", "string_too_short"),
        (types.Line, "Salle des fêtes, ", "virgule"),
        (types.Line, "Concert\nBEGIN:VEVENT", "une-ligne"),
        (types.Line, "Concert\r\nBEGIN:VEVENT", "une-ligne"),
        (types.Line, "Concert\u2028gratuit", "caractere-invisible"),
        (types.Line, "Concert\0", "caractere-invisible"),
        (types.Line, "<img src=x onerror=alert(1)>", "balise-html"),
        (types.Prose, "Voici <script>alert(1)</script>", "balise-html"),
        (types.Prose, "a\u202eb", "caractere-invisible"),
        (types.Date, "5 décembre", "date-incomprise"),
        (types.Date, ["05/12/2026"], "texte-attendu"),
        (types.Moment, "28/03/2027 2h30", "date-incomprise"),
        (types.Moment, {"jour": "5"}, "texte-attendu"),
        (types.Moment, None, "texte-attendu"),
        (types.Duration, "10", "duree-incomprise"),
        (types.YesNo, "peut-être", "oui-non"),
        (types.Phone, "475 86", "telephone"),
        (types.Phone, "00 33 1", "telephone"),
        (types.Email, "contact@@exemple.fr", "courriel"),
        (types.Email, "contact@exemple", "courriel"),
        (types.Url, "javascript:alert(1)", "adresse-web"),
        (types.Url, "file:///C:/affiche.pdf", "adresse-web"),
        (types.Url, "www.exemple.fr", "adresse-web"),
        (types.Url, "https://exemple.fr/ma page", "adresse-web"),
        (types.Url, 'https://exemple.fr/"onclick=', "adresse-web"),
        (types.SiteAddress, "javascript:alert(1)", "adresse-du-site"),
        (types.SiteAddress, "//ailleurs.exemple/", "adresse-du-site"),
        (types.SiteAddress, "/../secret/", "adresse-du-site"),
        (types.SiteAddress, "/a/..", "adresse-du-site"),
        (types.SiteAddress, "sorties/", "adresse-du-site"),
        (types.Price, "gratuit", "prix"),
        (types.Price, "-3", "prix"),
        (types.Price, "Infinity", "prix"),
        (types.Siret, "732 829 320 00075", "siret"),
        (types.OpeningHours, "du mardi au samedi", "horaires"),
        (types.PostCode, "2600", "string_pattern_mismatch"),
        (types.PostCode, "٢٦٠٠٠", "string_pattern_mismatch"),
        (types.InseeCode, "Valence", "string_pattern_mismatch"),
        (types.Year, "1492", "greater_than_equal"),
        (types.Latitude, "nan", "less_than_equal"),
        (EventStatus, "anulé", "enum"),
        (EventStatus, "", "enum"),
        (AccessAnswer, "pas d'ascenseur", "acces"),
        (AccessAnswer, "non accessible", "acces"),
        (AccessAnswer, "", "acces"),
    ],
)
def test_what_could_mislead_is_refused(kind: Any, written: Any, code: str) -> None:
    assert _code(kind, written) == code


def test_what_nobody_sees_cannot_be_printed():
    unseen = [sign for sign in map(chr, range(0x110000)) if INVISIBLE.search(sign)]
    assert [sign for sign in unseen if sign.isprintable()] == []
    assert {"\0", "\u200b", "\u2028", "\ufeff", "\uffff"} <= {*unseen}
