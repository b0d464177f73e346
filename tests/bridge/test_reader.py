from types import SimpleNamespace

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.bridge import reader
from plugins.bridge.reader import CatalogMarkdownReader
from plugins.catalog.models.post import Category, Post


def test_a_keyword_written_twice_is_one_under_its_first_spelling(monkeypatch: pytest.MonkeyPatch):
    values = {
        "slug": "2026-11-21-a",
        "titre": "A",
        "date": "21/11/2026",
        "rubrique": "Sorties",
        "chemin": "a.md",
    }
    post = Post.model_validate({**values, "mots_cles": ["théâtre", "conte", "Théâtre", "conte"]})
    category = Category.model_validate({"slug": "sorties", "nom": "Sorties", "description": "Des sorties."})
    catalog = SimpleNamespace(categories={"sorties": category})
    spellings = {"théâtre": "théâtre", "Théâtre": "théâtre", "conte": "conte"}
    build = SimpleNamespace(traced=SimpleNamespace(catalog=catalog), spelling=spellings.__getitem__)
    monkeypatch.setattr(reader, "current", lambda: build)
    found = CatalogMarkdownReader(DEFAULT_CONFIG)._taxonomy(post)
    assert [(tag.name, tag.slug) for tag in found["tags"]] == [("théâtre", "theatre"), ("conte", "conte")]
    assert found["category"].slug == "sorties"
