"""The words in capitals that the booklet does not explain are listed, with the first place they are seen."""

from plugins.catalog.models.post import Page
from plugins.commands.unknown_acronyms import STOP_LIST, common_words, unknown_acronyms
from tests.acronyms.samples import acronym, body
from tests.association.samples import catalog

RSA = acronym("rsa", "RSA", "Revenu de solidarité active")


def _page(text: str) -> Page:
    return Page.model_validate(
        {"slug": "une-page", "titre": "Une page", "corps": text, "ligne_du_corps": 5, "chemin": "page.md"}
    )


def _listed(text: str) -> list[str]:
    return list(unknown_acronyms(catalog(acronyms=(RSA,), pages=(_page(text),))))


def test_an_unknown_acronym_is_listed_with_its_line_and_how_often() -> None:
    text = "Le RSA.\n\nLe XYZ et l’ABCD.\n\nUn XYZ."
    assert _listed(text) == ["ABCD : page.md, ligne 7", "XYZ : page.md, ligne 7 (et 1\u00a0autre fois)"]


def test_what_is_not_an_acronym_is_not_listed() -> None:
    text = "Le PDF, des `XYZ`, [XYZ](/x/), GitHub, Louis XIV, UN TITRE EN CAPITALES, M. XYZ\n\n## Le XYZ\n"
    assert _listed(text) == []


def test_the_texts_of_bodies_are_read_too() -> None:
    told = catalog(acronyms=(RSA,), bodies=(body("caf", "Caisse", role="Elle paie le XYZ."),))
    assert list(unknown_acronyms(told)) == ["XYZ : data/organismes/caf.yaml"]


def test_the_stop_list_is_a_list_of_words_with_remarks() -> None:
    assert common_words("# Une remarque\nPDF  # un format\n\nSMS\n") == {"PDF", "SMS"}
    words = [row for row in STOP_LIST.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    assert words == sorted(set(words))
