import re
from dataclasses import replace

import pytest

from plugins.catalog.kinds import IGNORED, KINDS, Kind, kind_of, kind_of_folder


@pytest.mark.parametrize(
    ("path", "kind", "slug"),
    [
        ("data/association.yaml", "association", "association"),
        ("data/communes.yaml", "communes", ""),
        ("data/sigles/a.yaml", "acronyms", ""),
        ("data/lieux/salle-des-fetes.yaml", "places", "salle-des-fetes"),
        ("data/sorties/2026/2026-12-05-concert.yaml", "events", "2026-12-05-concert"),
        ("data/sorties/2026-12-05-concert.yaml", "events", "2026-12-05-concert"),
        ("content/billets/2026/2026-12-05-rentree.md", "posts", "2026-12-05-rentree"),
        ("content/pages/association/index.md", "pages", "association/index"),
        ("content/tutoriels/publier/index.md", "tutorials", "publier"),
    ],
)
def test_the_place_of_a_file_says_what_it_is(path: str, kind: str, slug: str) -> None:
    found = kind_of(path)
    assert found
    assert (found[0].field, found[1]) == (kind, slug)


@pytest.mark.parametrize(
    "path",
    [
        "data/lieux/Salle.yaml",
        "data/lieux/salle des fêtes.yaml",
        "data/lieux/salle.yml",
        "data/lieux/sous/salle.yaml",
        "data/lieux/con.yaml",
        "data/lieux/lpt1.yaml",
        "data/sorties/concert.yaml",
        "data/sorties/2026-13-05-concert.yaml",
        "data/sorties/exemple-concert.yaml",
        "content/billets/2026-02-30-rentree.md",
        "content/billets/exemple-rentree.md",
        "content/billets/2026/2026-12-05-rentree.MD",
        "content/billets/2026/2026-12-05-rentree.md.txt",
        "content/pages/aux.md",
        "content/2026-12-05-rentree.md",
        "data/notes.yaml",
    ],
)
def test_a_file_badly_named_or_put_elsewhere_is_of_no_kind(path: str) -> None:
    assert kind_of(path) is None


def test_examples_have_names_of_their_own() -> None:
    assert kind_of("data/sorties/exemple-concert.yaml", example=True) is not None
    assert kind_of("data/sorties/2026-12-05-concert.yaml", example=True) is not None


def test_a_badly_named_file_is_of_the_kind_of_its_folder() -> None:
    kind = kind_of_folder("data/lieux/Salle des fêtes.yaml")
    assert kind
    assert kind.french == "lieu"
    assert kind_of_folder("data/notes.yaml") is None


def test_a_file_is_compared_with_the_patterns_of_its_folder_only() -> None:
    starts = {kind.field: kind.start for kind in KINDS}
    assert starts["posts"] == "content/billets/"
    assert starts["numbers"] == "data/sorties/numeros"
    assert starts["series"] == "data/rendez"
    assert starts["association"] == "data/"
    optional = replace(KINDS[0], files=re.compile("data/lieux?"))
    assert optional.start == "data/lieu"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.french)
def test_the_file_shown_as_an_example_is_of_its_kind(kind: Kind) -> None:
    found = kind_of(kind.where)
    assert found
    assert found[0] is kind


@pytest.mark.parametrize(
    "path",
    [
        "data/lieux/README.md",
        "data/.DS_Store",
        "content/pages/a.md~",
        "data/lieux/Thumbs.db",
        "content/images/a.jpg",
    ],
)
def test_what_is_not_a_record_is_ignored(path: str) -> None:
    assert IGNORED.search(path)
