import pytest

from plugins.formats.fonts import printable


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("L’été à l’Œuvre « oui »", "L’été à l’Œuvre « oui »"),
        ("20\u202fh\u202f30", "20\u00a0h\u00a030"),
        ("Drôme\u2011Ardèche", "Drôme-Ardèche"),
        ("Crest → Die", "Crest > Die"),
        ("un bal 🎉 masqué", "un bal masqué"),
        ("ﬁlm", "film"),
        ("e\u0301te\u0301", "été"),
        ("東京", ""),
    ],
)
def test_a_sign_that_the_font_lacks_gives_the_nearest_one(written: str, printed: str):
    assert printable(written) == printed
