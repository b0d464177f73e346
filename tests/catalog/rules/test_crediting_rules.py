"""What is said of a picture in a text that names nobody: advice, which stops nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalog import load_catalog

Lay = Callable[[Mapping[str, str]], Path]
POST = "content/billets/2026/2026-11-20-essai.md"
HEAD = "---\ntitre: A\ndate: 20/11/2026\nrubrique: Sorties\n---\n\n"


def _advice(lay: Lay, body: str) -> list[tuple[str, int, str, str]]:
    root = lay({POST: f"{HEAD}{body}\n"})
    return [(found.file, found.line, found.code, found.expected) for found in load_catalog(root).notices]


def test_a_picture_that_names_nobody_is_told_with_what_to_write(lay: Lay) -> None:
    assert _advice(lay, "Un mot.\n\n![La scène](/images/scene.jpg)") == [
        (POST, 9, "image-sans-credit", '![…](/images/scene.jpg "Image : son auteur, sa licence")')
    ]


@pytest.mark.parametrize(
    "body",
    [
        '![La scène](/images/scene.jpg "Image : l’association, CC BY 4.0")',
        "![La scène](/images/scene.jpg 'Image : l’association, CC0')",
        "Écrivez `![La scène](/images/scene.jpg)`.",
        "![Une étape](etape-1.png)",
    ],
)
def test_a_picture_that_is_credited_or_only_quoted_is_not_told(lay: Lay, body: str) -> None:
    assert _advice(lay, body) == []
