import pytest

from plugins.catalog import Catalog
from plugins.importing.matching import Gazetteer, Where
from plugins.importing.rows import Refusal


def _locate(catalog: Catalog, **where: str) -> tuple[dict, list[str]]:
    notes: list[str] = []
    return Gazetteer(catalog).locate(Where(**where), notes), notes


@pytest.mark.parametrize(
    "where", [{"name": "theatre de privas"}, {"name": "Théâtre de Privas", "town": "Privas"}]
)
def test_a_place_with_a_record_is_named_by_it(catalog: Catalog, where: dict) -> None:
    assert _locate(catalog, **where) == ({"lieu": "theatre-de-privas"}, [])


def test_the_same_name_in_another_town_is_another_place(catalog: Catalog) -> None:
    found, _ = _locate(catalog, name="Théâtre de Privas", town="Valence")
    assert found == {"adresse": {"nom": "Théâtre de Privas", "commune": "26362"}}


def test_a_near_miss_is_proposed_and_never_taken(catalog: Catalog) -> None:
    found, notes = _locate(catalog, name="Le théâtre de Privas", town="Privas")
    assert found == {"adresse": {"nom": "Le théâtre de Privas", "commune": "07186"}}
    assert notes == ["« Le théâtre de Privas » ressemble à la fiche theatre-de-privas : si c’est elle, remplacez adresse par lieu: theatre-de-privas"]  # fmt: skip


@pytest.mark.parametrize(
    ("where", "insee"),
    [
        ({"town": "valence"}, "26362"), ({"town": "VALENCE CEDEX"}, "26362"), ({"town": "St Peray"}, "07281"),
        ({"town": "26362"}, "26362"), ({"insee": "07186"}, "07186"), ({"town": "Lemps", "postcode": "26510"}, "26161"),
        ({"town": "Privas", "postcode": "07000"}, "07186"), ({"postcode": "26000"}, "26362"),
    ],
)  # fmt: skip
def test_a_town_is_known_by_its_name_its_code_or_a_postcode_of_its_own(
    catalog: Catalog, where: dict, insee: str
) -> None:
    found, _ = _locate(catalog, name="Salle", **where)
    assert found["adresse"]["commune"] == insee


@pytest.mark.parametrize(
    ("where", "message", "expected"),
    [
        ({"postcode": "07000"}, "ce code postal sert 2 communes : je ne choisis pas à votre place.", "l’une d’elles : 07186 (Privas), 07072 (Coux)"),
        ({"town": "Lemps"}, "plusieurs communes portent ce nom.", "un code INSEE : 26161 (Lemps), 07140 (Lemps)"),
        ({"town": "Lyon"}, "cette commune n’est ni en Drôme ni en Ardèche.", "une commune de la Drôme ou de l’Ardèche"),
        ({"postcode": "69001"}, "ce code postal n’est d’aucune commune de la Drôme ni de l’Ardèche.", "le nom de la commune"),
        ({"town": "Valence", "postcode": "07000"}, "le code et le nom de la commune ne vont pas ensemble : Valence (26362).", "26000 Valence"),
        ({"town": "Valence", "insee": "07186"}, "le code et le nom de la commune ne vont pas ensemble : Privas (07186).", "07000 Privas"),
        ({}, "la commune manque, et aucune fiche de lieu ne porte exactement ce nom.", "une commune"),
    ],
)  # fmt: skip
def test_a_town_that_is_not_sure_is_refused_with_the_choices(
    catalog: Catalog, where: dict, message: str, expected: str
) -> None:
    with pytest.raises(Refusal) as refused:
        _locate(catalog, name="Salle des fêtes", **where)
    assert (refused.value.message, refused.value.expected) == (message, expected)


def test_a_mistyped_town_or_place_is_proposed(catalog: Catalog) -> None:
    with pytest.raises(Refusal) as refused:
        _locate(catalog, name="Salle", town="Valance")
    assert refused.value.hint == "peut-être : Valence ?"
    with pytest.raises(Refusal) as refused:
        _locate(catalog, name="Théâtre de Priva")
    assert refused.value.hint == "peut-être « Théâtre de Privas » (Privas) ? Écrivez-le ainsi"
