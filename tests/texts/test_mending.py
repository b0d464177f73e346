import pytest
from markdown import Markdown

from plugins.catalog.models.post import Page, Tutorial
from plugins.texts.mending import WideTables, mended


def _page(body: str) -> Page:
    return Page.model_validate({"slug": "a", "titre": "A", "corps": body})


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("# Un\n\n#### Deux\n\n#### Trois\n\n# Quatre", "## Un\n\n### Deux\n\n### Trois\n\n## Quatre"),
        ("## Un\n\n### Deux\n\n## Trois", "## Un\n\n### Deux\n\n## Trois"),
        ("```\n# un commentaire\n```", "```\n# un commentaire\n```"),
        ('<p class="MsoNormal" style="mso-margin-top-alt:auto">Bonjour<o:p></o:p></p>', "<p>Bonjour</p>"),
        ("Écrivez `<o:p>`", "Écrivez `<o:p>`"),
    ],
)
def test_headings_follow_each_other_and_no_mark_of_a_word_processor_is_left(
    written: str, published: str
) -> None:
    assert mended(_page(written)) == published


def test_the_steps_of_a_tutorial_are_left_as_they_are() -> None:
    values = {"slug": "a", "titre": "A", "pour": ["visiteur"], "verifie_le": "22/11/2026", "corps": "### Un"}
    assert mended(Tutorial.model_validate(values)) == "### Un"


def test_no_cell_of_a_table_is_lost() -> None:
    html = Markdown(extensions=["extra", WideTables()]).convert(
        "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n"
    )
    assert html.count("<th>") == 3
    assert "<td>3</td>" in html
    assert html.count("<td>") == 6
