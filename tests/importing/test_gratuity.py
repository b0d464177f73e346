import pytest

from plugins.catalog.models.event import Gratuity
from plugins.importing.gratuity import read_declared, read_price
from plugins.importing.rows import Refusal


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("gratuit", "entree-libre"), ("Gratuite", "entree-libre"), ("Entrée libre", "entree-libre"), ("0", "entree-libre"),
        (0.0, "entree-libre"), ("0 €", "entree-libre"), ("0,00 euro", "entree-libre"), ("Accès libre et gratuit", "entree-libre"),
        ("Gratuit, sur inscription", "sur-reservation"), ("Gratuit - réservation obligatoire", "sur-reservation"),
        ("sur invitation", "sur-invitation"), ("Prix libre", "prix-libre"), ("participation libre, au chapeau", "prix-libre"),
    ],
)  # fmt: skip
def test_the_ways_of_being_free_are_known(written: object, kind: str) -> None:
    assert read_price(written, "", None) == {"type": kind}


def test_a_condition_is_kept_as_it_is_written() -> None:
    told = "Gratuit pour les moins de 18 ans"
    assert read_price(told, "", None) == {"type": "sous-condition", "condition": told}


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("5 €", "le prix contredit « gratuit »."),
        (5.0, "le prix contredit « gratuit »."),
        ("Gratuit, adhésion 2 euros", "le prix contredit « gratuit »."),
        ("-1", "le prix contredit « gratuit »."),
        ("payant", "rien dans ces mots ne dit que c’est gratuit."),
        ("n’est pas gratuit", "rien dans ces mots ne dit que c’est gratuit."),
        ("à la billetterie", "rien dans ces mots ne dit que c’est gratuit."),
        ("", "rien ne dit que c’est gratuit."),
    ],
)
def test_a_price_or_silence_refuses_the_outing(written: object, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_price(written, "", None)
    assert refused.value.message == message
    assert refused.value.hint


def test_the_description_can_say_it_or_contradict_it() -> None:
    assert read_price("", "Entrée libre, buvette.", None) == {"type": "entree-libre"}
    with pytest.raises(Refusal, match="la description parle d’un tarif"):
        read_price("gratuit", "Tarif plein : 12 €.", None)


def test_a_person_can_answer_for_the_whole_file_but_not_against_a_price() -> None:
    assert read_price("", "", Gratuity.OPEN) == {"type": "entree-libre"}
    with pytest.raises(Refusal):
        read_price("5 €", "", Gratuity.OPEN)
    assert read_declared("prix-libre") is Gratuity.PAY_WHAT_YOU_CAN
    with pytest.raises(Refusal) as refused:
        read_declared("gratos")
    assert (
        refused.value.expected
        == "l’un de ces mots : entree-libre, sur-reservation, sur-invitation, prix-libre"
    )
