from pathlib import Path

import pytest

from plugins.catalog.models.post import Post, Tutorial
from plugins.ledger.fingerprints import Fingerprints
from plugins.texts.shown_files import ShownFiles, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Des mots, un dossier d’images.", set()),
        ("![Un point](/images/point.png)", {"point.png"}),
        ('![Un point](/images/point.png "Image : l’association, CC0")', {"point.png"}),
        ("![a](/images/a.png) ![b](</images/un%20b.png>)", {"a.png", "un b.png"}),
        ("[a]: /images/2026/a.png\n", {"2026/a.png"}),
        ("<img src='/images/a.png' alt='a'>", {"a.png"}),
    ],
)
def test_the_pictures_of_a_text_are_found_in_its_words(text: str, names: set[str]):
    assert names_in(text) == names


def post(body: str, image: str = "") -> Post:
    picture = {"image": {"fichier": image, "alt": "Un point", "credit": "l’association", "licence": "cc0"}}
    return Post.model_validate(
        {
            "slug": "2026-01-01-a",
            "titre": "T",
            "date": "2026-01-01",
            "rubrique": "R",
            "corps": body,
            "chemin": "a.md",
        }
        | (picture if image else {})
    )


def tutorial() -> Tutorial:
    return Tutorial.model_construct(slug="un", body="Sans adresse.")


def digests(root: Path) -> tuple[str, ...]:
    shown = ShownFiles(root, Fingerprints({}, 0))
    named = post("![a](/images/a.png)")
    return shown.digest(post("Des mots.")), shown.digest(named), shown.digest(tutorial())


def test_a_text_depends_on_the_pictures_that_it_names_and_a_tutorial_on_those_of_its_folder(tmp_path: Path):
    pictures, own = tmp_path / "content/images", tmp_path / "content/tutoriels/un"
    pictures.mkdir(parents=True)
    own.mkdir(parents=True)
    first = digests(tmp_path)
    assert first[0] == ""
    (pictures / "b.png").write_bytes(b"another")
    (own / "index.md").write_bytes(b"words")
    assert digests(tmp_path) == first
    (pictures / "a.png").write_bytes(b"come")
    second = digests(tmp_path)
    assert [new != old for new, old in zip(second, first, strict=True)] == [False, True, False]
    (pictures / "a.png").write_bytes(b"changed")
    (own / "step.png").write_bytes(b"come")
    assert [new != old for new, old in zip(digests(tmp_path), second, strict=True)] == [False, True, True]


def test_an_article_depends_on_the_picture_of_its_header_too(tmp_path: Path):
    (tmp_path / "content/images").mkdir(parents=True)
    record = post("Des mots.", image="a.png")
    missing = ShownFiles(tmp_path, Fingerprints({}, 0)).with_header(record)
    (tmp_path / "content/images/a.png").write_bytes(b"come")
    after = ShownFiles(tmp_path, Fingerprints({}, 0))
    assert after.with_header(record) not in {"", missing}
    assert after.digest(record) == ""
    assert after.with_header(post("Des mots.")) == ""
