import pytest

from plugins.touchup.change import Change
from plugins.touchup.words import changed_words

HEAD = "---\ntitre: Un récit\n---\n\nUn début.\n\n"
FIRST_LINE = 4


def _changed(old: str, new: str) -> Change | None:
    return changed_words(HEAD + old, HEAD + new, FIRST_LINE)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            "- **Les familles** viennent avec leurs voisins et leurs amis.",
            "- **Les familles** viennent parfois avec leurs voisins et leurs amis.",
            None,
        ),
        (
            "- **Toutes les familles** peuvent venir avec leurs voisins chaque soir, dit-on.",
            "- **Toutes les familles** peuvent venir sans leurs voisins chaque soir, dit-on.",
            Change("venir avec leurs", "venir sans leurs"),
        ),
        (
            "> On peut [tout lire](/plan/) puis partir avant la fin, sans rien dire aux autres.",
            "> On peut [tout lire](/plan/) puis partir avant la toute fin, sans rien dire aux autres.",
            Change("avant la fin, sans", "avant la toute fin, sans"),
        ),
        (
            "Une ligne avec *un mot fort* dit que tout est prêt : on peut venir avec ses amis dès demain.",
            "Une ligne avec *un mot fort* dit que tout est prêt : on pourra venir avec ses amis dès demain.",
            Change("prêt : on peut venir", "prêt : on pourra venir"),
        ),
    ],
)
def test_words_are_told_with_words_around_them(old, new, change):
    assert _changed(old, new) == change


@pytest.mark.parametrize(
    "row",
    [
        "## Un intertitre {} pour tous les autres voisins",
        "> ## Un intertitre {} pour tous les autres voisins",
        "Les voisins {} pour tous les autres amis\n-----",
        "Les voisins {} pour tous | les autres amis",
        "    Les voisins {} pour tous les autres amis",
        "[^1]: Les voisins {} pour tous les autres amis",
        "Les `voisins` {} pour tous les autres amis",
        "Les <b>voisins {} pour tous les autres</b> amis",
        "Les [bons voisins {} pour tous les autres](/plan/) amis",
        "![les bons voisins {} pour tous les autres](/images/a.png)",
        'Les bons voisins {} pour "tous" les autres amis',
        "Les bons voisins {} pour tous les autres amis {{: .note}}",
        ":   Les bons voisins {} pour tous les autres amis",
        "Les bons voisins {} pour tous les autres amis\n\n*[amis]: des gens",
        "Les bons voisins du RSA {} pour tous les autres amis",
        "Les bons voisins {} pour tous les autres amis\n\nLes aides (RSA) existent.",
        "Les bons voisins de toujours À remplir {} pour tous les autres amis",
    ],
)
def test_words_that_mean_more_than_themselves_are_left_to_a_build(row):
    assert _changed(row.format("viennent"), row.format("partent")) is None
    plain = "Les bons voisins {} pour tous les autres amis"
    assert _changed(plain.format("viennent"), plain.format("partent")) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("viennent", "*viennent*"),
        ("viennent", "viennent\net"),
        ("viennent", "[viennent](/plan/)"),
        ("viennent", "viennent https://example.org"),
        ("viennent", "viennent \u200b"),
        ("viennent", "viennent à l’ASE"),
        ("Les bons", "Des bons"),
        ("amis", "ennemis"),
    ],
)
def test_what_is_not_words_between_words_is_left_to_a_build(old, new):
    row = "Les bons voisins viennent pour tous les autres amis"
    assert _changed(row, row.replace(old, new)) is None


def test_a_change_of_the_header_or_of_two_rows_is_left_to_a_build():
    row = "Les bons voisins viennent pour tous les autres amis"
    assert changed_words(HEAD + row, HEAD.replace("Un récit", "Un conte") + row, FIRST_LINE) is None
    two = f"{row}\n{row}"
    assert _changed(two, two.replace("viennent", "partent")) is None
