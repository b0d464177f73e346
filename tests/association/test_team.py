import pytest

from plugins.association.compiling import compile_association
from plugins.catalog.models.team import TeamRole
from plugins.views.cards import Fact
from tests.association.samples import catalog, site


def roles(*found):
    made = site(
        catalog(team=[TeamRole.model_validate({"slug": f"r{n}"} | one) for n, one in enumerate(found)])
    )
    page = next(page for page in compile_association(made) if page.address == "/association/equipe/")
    return page.context["roles"]


def test_without_any_role_the_page_is_there():
    assert roles() == ()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("pourvue", ""),
        ("a-pourvoir", "La place est libre. Elle vous tente ? Écrivez-nous."),
        (
            "inconnu",
            "Nous ne savons pas encore qui tient ce rôle aujourd’hui. Cette page le dira, sans donner de nom.",
        ),
    ],
)
def test_a_role_that_nobody_is_known_to_hold_is_said_kindly(state, words):
    [role] = roles({"fonction": "Accueil", "mission": "Répond.", "etat": state})
    assert (role.title, role.mission, role.words, role.facts) == ("Accueil", "Répond.", words, ())


def test_a_role_tells_how_to_reach_it():
    [role] = roles({"fonction": "Accueil", "mission": "Répond.", "tel": "0475000000"})
    assert role.facts == (Fact("Accueil", "04 75 00 00 00", "tel:+33475000000"),)
