from plugins.views.cards import acronym_card
from plugins.views.shelves import alphabetical, by_letter
from tests.acronyms.samples import acronym


def letters(*acronyms):
    cards = {found.slug: acronym_card(found) for found in acronyms}
    return [
        (letter.label, letter.anchor, [card.acronym for page in letter.pages for card in page.acronyms])
        for letter in by_letter(alphabetical(acronyms), cards)
    ]


def test_accented_letters_go_under_their_plain_letter():
    assert letters(
        acronym("ere", "ÉRÉ", "Espace ressource"),
        acronym("esat", "ESAT", "Établissement de travail"),
        acronym("aah", "AAH", "Allocation"),
        acronym("ehpad", "EHPAD", "Établissement d’hébergement"),
    ) == [("A", "lettre-a", ["AAH"]), ("E", "lettre-e", ["EHPAD", "ÉRÉ", "ESAT"])]


def test_digits_come_last():
    assert letters(acronym("115", "115", "Numéro d’urgence"), acronym("zep", "ZEP", "Zone")) == [
        ("Z", "lettre-z", ["ZEP"]),
        ("0-9", "lettre-0-9", ["115"]),
    ]


def test_the_meanings_of_the_same_letters_follow_each_other_by_meaning():
    ordered = alphabetical(
        [
            acronym("cej-enfance", "CEJ", "Contrat enfance jeunesse"),
            acronym("cej", "CEJ", "Contrat d’engagement jeune"),
            acronym("caf", "CAF", "Caisse"),
        ]
    )
    assert [found.slug for found in ordered] == ["caf", "cej", "cej-enfance"]
