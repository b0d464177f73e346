import pytest

from plugins.views.gsm import BASIC, EXTENSION, septets, to_gsm


def test_the_alphabet_has_its_127_characters_and_its_nine_doubles():
    assert len(BASIC) == 127  # 128 places, one of which is the escape
    assert "".join(sorted(EXTENSION)) == "\f[\\]^{|}~€"
    assert BASIC.isdisjoint(EXTENSION)


@pytest.mark.parametrize("character", "éèùìòàÇÉäöñüÄÖÑÜßÅåÆæØø@£$¥§¿¡¤ΔΩ\n\r")
def test_these_count_once(character):
    assert septets(character) == 1


@pytest.mark.parametrize("character", "€[]{}\\^~|")
def test_these_count_twice(character):
    assert septets(character) == 2


@pytest.mark.parametrize("character", "çêâîôûëïœÊÀÈ’«»–…\u00a0\u202f`🎭")
def test_these_are_not_of_the_alphabet(character):
    assert septets(character) is None


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("La fête à Noël, ça va ?", "La fete à Noel, ca va ?"),
        ("ÊTRE À L’ÎLE, ÇA ÉTÉ", "ETRE A L'ILE, ÇA ÉTÉ"),
        ("Œuvre, cœur, æ", "OEuvre, coeur, æ"),
        ("20\u00a0h\u202f30 – « tout public »…", '20 h 30 - "tout public"...'),
        ("3,50\u00a0€ [net]", "3,50 € [net]"),
        ("Théâtre 🎭 n° 2", "Théatre  no 2"),
        ("Łódź ½", "odz 12"),
    ],
)
def test_french_is_written_with_the_alphabet(written, sent):
    assert to_gsm(written) == sent
    assert septets(sent) is not None
