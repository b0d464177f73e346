import pytest

from plugins.french.stems import STOP_WORDS, fold, name_stems, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("théâtre", "THEATRES"),
        ("atelier", "ateliers"),
        ("journal", "journaux"),
        ("lieu", "lieux"),
        ("culturel", "culturelles"),
        ("accompagner", "accompagnées"),
        ("œuvre", "oeuvres"),
        ("gratuit", "gratuites"),
        ("école", "écoles"),
        ("bateau", "bateaux"),
    ],
)
def test_two_forms_of_a_word_are_looked_up_as_one(one, other):
    assert [*stems(one)] == [*stems(other)]


@pytest.mark.parametrize(
    ("one", "other"), [("mer", "mère"), ("rsa", "rse"), ("place", "plage"), ("07000", "07001")]
)
def test_two_words_stay_two(one, other):
    assert [*stems(one)] != [*stems(other)]


def test_short_words_and_numbers_keep_all_their_letters():
    assert [stem(word) for word in ("bus", "rmi", "2009", "3as4s")] == ["bus", "rmi", "2009", "3as4s"]


def test_a_stem_keeps_the_two_letters_that_name_its_file():
    words = ["aux", "eaux", "maux", "essai", "esse", "ernee", "eree", "asse", "abbesses", "elles"]
    assert [(word, stem(word)) for word in words if stem(word)[:2] != word[:2]] == []


def test_an_acronym_with_dots_is_one_word():
    assert [*stems("le R.S.A. et le C.C.A.S.")] == [*stems("RSA CCAS")]


def test_apostrophes_and_hyphens_part_words():
    assert [*stems("l’Ardèche, saint-Péray")] == ["ardech", "saint", "peray"]


def test_stop_words_are_left_out_of_texts_and_kept_in_names():
    assert [*stems("le pas de la porte")] == ["port"]
    assert [*name_stems("PAS")] == ["pas"]
    assert len(set(STOP_WORDS)) == len(STOP_WORDS)


def test_a_word_said_twice_leads_there_once():
    assert stems("un atelier, des ateliers, un théâtre") == ("ateli", "theatr")


def test_folding_takes_accents_and_case_away():
    assert fold("Œuvre, ÉTÉ, Noël, ÿ, ç") == "oeuvre, ete, noel, y, c"
