from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.partners.campaign import season_of
from tests.partners.samples import compiled
from tests.views.samples import agenda, partner


@pytest.mark.parametrize(
    ("day", "season"),
    [
        ("2026-04-30", "2025-2026"),
        ("2026-05-01", "2026-2027"),
        ("2026-11-22", "2026-2027"),
        ("2027-01-01", "2026-2027"),
    ],
)
def test_from_may_on_the_letter_speaks_of_the_season_to_come(day, season):
    assert season_of(date.fromisoformat(day)) == season


def letter(*partners):
    return compiled(agenda(partners=partners))["/partenaires/saison/"]


def opened(link):
    parts = urlsplit(link)
    return parts.path, {name: values[0] for name, values in parse_qs(parts.query).items()}


def test_the_letter_says_the_season_and_opens_without_recipient():
    page = letter()
    assert page.title == "La lettre de la saison 2026-2027"
    recipient, fields = opened(page.context["email"])
    assert recipient == ""
    assert fields["subject"] == "Votre saison 2026-2027 : que pouvons-nous annoncer ?"
    for words in page.context["asked"]:
        assert f"- {words}\r\n" in fields["body"]
    assert "{" not in "".join(page.context["opening"]) + fields["body"]


def test_each_partner_with_an_address_has_its_e_mail_and_the_others_are_named():
    told = partner("a", "A", courriel="a@exemple.fr", saison={"annees": "2026-2027"})
    late = partner("b", "B", courriel="b@exemple.fr", saison={"annees": "2025-2026"})
    former = partner("d", "D", courriel="d@exemple.fr", partenariat={"jusqu_a": "31/08/2026", "source": "x"})
    context = letter(told, late, partner("c", "C"), former).context
    assert [(line.label, line.value, opened(line.address)[0]) for line in context["partners"]] == [
        ("A", "a déjà présenté sa saison", "a@exemple.fr"),
        ("B", "lui écrire", "b@exemple.fr"),
    ]
    assert context["silent"] == ("C",)


def test_the_letter_asks_for_no_name():
    assert any("jamais un nom" in words for words in letter().context["asked"])
