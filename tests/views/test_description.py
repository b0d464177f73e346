import pytest

from plugins.views.description import page_description

SENTENCE = "Dans les moments difficiles, elle verse une aide à celles et ceux qui élèvent des enfants."


@pytest.mark.parametrize(
    ("words", "title", "told"),
    [
        (SENTENCE, "CAF", SENTENCE),
        (
            "Loge des enfants placés.",
            "Maison d’enfants à caractère social",
            "Maison d’enfants à caractère social\u00a0: Loge des enfants placés.",
        ),
        (
            "Actualités de 2026",
            "Actualités de 2026",
            "Actualités de 2026. Cultures du Cœur Drôme-Ardèche, la culture à la portée de tous.",
        ),
        ("", "Un", "Un. Cultures du Cœur Drôme-Ardèche, la culture à la portée de tous."),
        (" ".join([SENTENCE, SENTENCE]), "CAF", SENTENCE),
        (
            "culture " * 30,
            "CAF",
            f"{'culture ' * 19}culture…",
        ),
    ],
)
def test_words_are_completed_when_short_and_cut_where_a_sentence_or_a_word_ends(words, title, told):
    assert page_description(words, title) == told


def test_what_is_too_long_is_never_cut_in_a_word_nor_too_short():
    for size in range(1, 400):
        told = page_description("m" * (size % 40 + 1) + " mot" * size, "Titre")
        assert 50 <= len(told) <= 160
        assert told.rstrip("….").split(" ")[-1] in {"mot", "tous"}
