import pytest

from plugins.partners.partner_lists import Choices
from plugins.resources import Crumb
from plugins.views.cards import Chip
from tests.partners.samples import compiled
from tests.views.samples import agenda, partner

MJC = partner(
    "mjc", "La MJC", publics=["familles", "Adolescents"], actions=[{"type": "visite", "texte": "Une visite."}]
)
CCAS = partner("ccas", "Le CCAS", "social", "07186", publics=["Familles"])
TOWN_HALL = partner("mairie", "La mairie", "institution")
FORMER = partner(
    "ancien", "L’ancien", "social", "26161", partenariat={"jusqu_a": "31/08/2026", "source": "x"}
)
ALL = (MJC, CCAS, TOWN_HALL, FORMER)


def names(page):
    return [card.name for card in page.context["partners"]]


@pytest.mark.parametrize(
    "address",
    ["/partenaires/", "/partenaires/culturels/", "/partenaires/sociaux/", "/partenaires/institutions/"],
)
def test_without_any_partner_each_family_says_how_to_become_one(address):
    context = compiled(agenda())[address].context
    assert context["partners"] == ()
    assert context["choices"] == ()
    assert "Devenir partenaire commence par un message" in context["empty"]


def test_each_family_has_its_list_and_the_first_one_holds_all():
    pages = compiled(agenda(partners=ALL))
    assert names(pages["/partenaires/"]) == ["La mairie", "La MJC", "Le CCAS"]
    assert names(pages["/partenaires/culturels/"]) == ["La MJC"]
    assert names(pages["/partenaires/sociaux/"]) == ["Le CCAS"]
    assert names(pages["/partenaires/institutions/"]) == ["La mairie"]
    assert pages["/partenaires/sociaux/"].context["filters"] == (
        Chip("Tous", "/partenaires/", 3),
        Chip("Culturels", "/partenaires/culturels/", 1),
        Chip("Sociaux", "/partenaires/sociaux/", 1, current=True),
        Chip("Institutions", "/partenaires/institutions/", 1),
        Chip("Tous les lieux", "/lieux/"),
    )


def test_partners_are_found_by_town_by_action_and_by_audience_with_counts():
    assert compiled(agenda(partners=ALL))["/partenaires/"].context["choices"] == (
        Choices(
            "Où ?",
            (Chip("Privas", "/partenaires/a/privas/", 1), Chip("Valence", "/partenaires/a/valence/", 2)),
        ),
        Choices("Pour faire quoi ?", (Chip("Visite", "/partenaires/action/visite/", 1),)),
        Choices(
            "Qui y est accueilli ?",
            (
                Chip("Adolescents", "/partenaires/pour/adolescents/", 1),
                Chip("Familles", "/partenaires/pour/familles/", 2),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/partenaires/a/valence/", ["La mairie", "La MJC"]),
        ("/partenaires/action/visite/", ["La MJC"]),
        ("/partenaires/pour/familles/", ["La MJC", "Le CCAS"]),
    ],
)
def test_each_filter_is_a_page(address, expected):
    page = compiled(agenda(partners=ALL))[address]
    assert names(page) == expected
    assert page.breadcrumbs == (Crumb("Partenaires", "/partenaires/"),)
    chips = [chip for choice in page.context["choices"] for chip in choice.chips]
    assert [chip.address for chip in chips if chip.current] == [address]


def test_a_former_partner_makes_no_filter():
    assert "/partenaires/a/lemps-drome/" not in compiled(agenda(partners=ALL))
