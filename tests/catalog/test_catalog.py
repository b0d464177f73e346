from collections.abc import Callable

import pytest

from plugins.catalog import Catalog

Load = Callable[[dict[str, str]], Catalog]

PARTNER = 'nom: A\ncommune: "07186"\nfamille: culturel\npartenariat:\n  source: convention\n'
OUTING = "titre: {}\nresume: B\ndates:\n  - debut: 05/12/2026\n{}\ngratuite:\n  type: entree-libre\n"


@pytest.fixture
def catalog(load: Load) -> Catalog:
    return load(
        {
            "data/partenaires/theatre.yaml": PARTNER,
            "data/lieux/musee.yaml": 'nom: Musée\ncommune: "07186"\n',
            "data/sorties/2026-12-05-a.yaml": OUTING.format("A", "lieu: theatre"),
            "data/sorties/2026-12-05-b.yaml": OUTING.format("B", "lieu: salle"),
            "data/sorties/2026-12-05-c.yaml": OUTING.format(
                "C", 'adresse:\n  nom: Le parc\n  commune: "26362"'
            ),
            "data/sigles/r.yaml": (
                "- {id: rmi, sigle: RMI, developpe: A, domaines: [culture], definition: B, remplace_par: [rsa]}\n"
                "- {id: rsa, sigle: RSA, developpe: A, domaines: [culture], definition: B}\n"
            ),
        }
    )


def test_a_venue_is_a_partner_or_a_place(catalog: Catalog) -> None:
    assert catalog.venue("theatre").address == "/partenaires/theatre/"
    assert catalog.venue("salle").address == "/lieux/salle/"
    with pytest.raises(KeyError):
        catalog.venue("absent")


def test_the_town_of_an_outing_is_that_of_its_venue_or_of_its_address(catalog: Catalog) -> None:
    towns = {slug[-1]: catalog.venue_town(event) for slug, event in catalog.events.items()}
    assert towns == {"a": "07186", "b": "26362", "c": "26362"}


def test_the_outings_of_a_venue_are_found(catalog: Catalog) -> None:
    assert [event.title for event in catalog.events_at("theatre")] == ["A"]
    assert catalog.events_at("musee") == ()


def test_places_and_partners_of_a_town_are_kept_apart(catalog: Catalog) -> None:
    assert [place.name for place in catalog.places_in("07186")] == ["Musée"]
    assert [partner.name for partner in catalog.partners_in("07186")] == ["A"]
    assert catalog.places_in("00000") == catalog.partners_in("00000") == ()


def test_an_acronym_knows_what_it_replaces(catalog: Catalog) -> None:
    assert [acronym.id for acronym in catalog.replaces("rsa")] == ["rmi"]
    assert catalog.replaces("rmi") == ()


def test_towns_of_one_name_have_the_name_of_their_department_in_their_address(load: Load) -> None:
    rows = "".join(
        f'- {{insee: "{insee}", nom: {name}, departement: "{insee[:2]}", codes_postaux: ["26510"], population: 1,'
        " lat: 44.5, lon: 5}\n"
        for insee, name in [("07140", "Lemps"), ("26161", "Lemps"), ("26362", "Valence")]
    )
    catalog = load({"data/communes.yaml": rows})
    assert [town.address for town in catalog.communes.values()] == [
        "/communes/lemps-ardeche/",
        "/communes/lemps-drome/",
        "/communes/valence/",
    ]
