import pytest

from plugins.catalog.rules.unfinished import MARK
from plugins.touchup.change import Change
from plugins.touchup.prose import changed_paragraphs, is_plain

TEXT = """---
titre: Un récit
---

Le premier paragraphe.

Le deuxième.

- une liste

Le dernier."""
FIRST_LINE = 4


def _changed(old: str, new: str) -> Change | None:
    assert old in TEXT
    return changed_paragraphs(TEXT, TEXT.replace(old, new), FIRST_LINE)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Le deuxième.", "Le second.", Change("<p>Le deuxième.</p>", "<p>Le second.</p>")),
        (
            "deuxième.",
            "deuxième,\net sa suite.",
            Change("<p>Le deuxième.</p>", "<p>Le deuxième,\net sa suite.</p>"),
        ),
        (
            "Le premier paragraphe.",
            "Un début.\n\nLe premier paragraphe.",
            Change("<p>Le premier paragraphe.</p>", "<p>Un début.</p>\n<p>Le premier paragraphe.</p>"),
        ),
        (
            "Le deuxième.\n",
            "Le deuxième.\n\nUn autre.\n",
            Change("<p>Le deuxième.</p>", "<p>Le deuxième.</p>\n<p>Un autre.</p>"),
        ),
        (
            "Le deuxième.\n\n",
            "",
            Change("<p>Le premier paragraphe.</p>\n<p>Le deuxième.</p>", "<p>Le premier paragraphe.</p>"),
        ),
        ("Le dernier.", "Le dernier mot.\n", Change("<p>Le dernier.</p>", "<p>Le dernier mot.</p>")),
        (
            "Le premier paragraphe.\n\nLe deuxième.",
            "Un seul.",
            Change("<p>Le premier paragraphe.</p>\n<p>Le deuxième.</p>", "<p>Un seul.</p>"),
        ),
    ],
)
def test_the_paragraphs_that_changed_are_told_with_those_that_stood_there(old, new, change):
    assert _changed(old, new) == change


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Un récit", "Un conte"),
        ("---\n\n", "---\n"),
        ("- une liste", "- une autre liste"),
        ("- une liste", "un paragraphe"),
        ("- une liste\n\n", ""),
        ("Le dernier.", "## Le dernier"),
        ("Le deuxième.", "Le *deuxième*."),
        ("Le deuxième.", "Le deuxième\n========"),
        ("Le deuxième.", "    Le deuxième."),
        ("Le deuxième.", "2. Le deuxième."),
        ("Le deuxième.", "Le deuxième  \nsaut"),
        ("Le deuxième.", "Le [deuxième](/plan/)."),
        ("Le deuxième.", "Le deuxième, https://example.org"),
        ("Le deuxième.", "Le RSA."),
        ("Le premier paragraphe.", "Titre : rien"),
        ("Le deuxième.", "Le deuxième.\n\n:   une définition"),
        ("Le deuxième.", "Le deuxième.\n\n*[SNCF]: le train"),
        ("Le deuxième.", MARK),
        ("Le deuxième.", "Le deuxiÃ¨me."),
        ("Le deuxième.", "Le deuxième\u200b."),
        ("Le deuxième.", "\n\n".join(["Un paragraphe."] * 21)),
    ],
)
def test_anything_but_words_of_plain_paragraphs_is_left_to_a_build(old, new):
    assert _changed(old, new) is None


@pytest.mark.parametrize(
    "around",
    [
        "{}\n\nRSA et la suite.",
        "{}\n\nOn dit aussi (le plus souvent, un peu partout en France) (RSA).",
        "Pour [MDPH](/sigles/mdph/) : tout.\n\n{}",
    ],
)
def test_words_near_an_acronym_that_they_may_spell_out_are_left_to_a_build(around):
    text = TEXT.replace("Le dernier.", around.format("Le revenu."))
    assert (
        changed_paragraphs(text, text.replace("Le revenu.", "Le revenu de solidarité."), FIRST_LINE) is None
    )


@pytest.mark.parametrize(
    "around",
    [
        "{}\n\n" + "Des mots. " * 60 + "\n\nOn dit (RSA).",
        "Une page dit ce qu’est [RSA](/sigles/rsa/). Elle est claire, et elle se lit vite, sans rien chercher.\n\n{}",
    ],
)
def test_words_far_from_an_acronym_or_near_one_that_nothing_introduces_are_not(around):
    text = TEXT.replace("Le dernier.", around.format("Le revenu."))
    assert changed_paragraphs(text, text.replace("Le revenu.", "Un revenu."), FIRST_LINE) == Change(
        "<p>Le revenu.</p>", "<p>Un revenu.</p>"
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "Mise à jour 3 : la rencontre commence une heure plus tôt.",
        "« Venez ! », dit-elle (en riant) ; c'est gratuit, à 100 %.",
        "L’œuvre\nen deux lignes",
        "(Et/ou sans.)",
    ],
)
def test_words_and_the_signs_of_french_are_plain(paragraph):
    assert is_plain(paragraph)
