import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from plugins.catalog import load_catalog
from plugins.catalog.docs import example_of
from plugins.catalog.headers import read_markdown
from plugins.catalog.kinds import IGNORED, KINDS, Kind, kind_of
from plugins.catalog.schemas import generated_files, schema_of, write_generated
from tests.badinputs.laying import pdf_bytes

ROOT = Path(__file__).parents[2]


class Yaml12Loader(yaml.SafeLoader):
    """Type scalars as YAML 1.2 does, and so VS Code's YAML extension."""


Yaml12Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Yaml12Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), list(_first)
    )
Yaml12Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def _typed(text: str) -> Any:
    return yaml.load(text, Loader=Yaml12Loader)  # noqa: S506  # a safe loader, with fewer types


@cache
def _validator(kind: Kind) -> Draft202012Validator:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _faults(kind: Kind, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in _validator(kind).iter_errors(data)]


def _kind(french: str) -> Kind:
    return next(kind for kind in KINDS if kind.french == french)


def _data_files(kind: Kind) -> list[Path]:
    found = (path for folder in ("data", "content") for path in sorted((ROOT / folder).rglob("*")))
    names = ((path, path.relative_to(ROOT).as_posix()) for path in found if path.is_file())
    return [
        path for path, name in names if not IGNORED.search(name) and (kind_of(name) or (None,))[0] is kind
    ]


def test_the_generated_files_are_those_of_the_models() -> None:
    stale = [
        name
        for name, content in generated_files().items()
        if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != content
    ]
    assert stale == [], "./faire regenerer"


def test_only_what_has_changed_is_written(tmp_path: Path) -> None:
    assert write_generated(tmp_path) == list(generated_files())
    (tmp_path / "docs/donnees.md").write_text("autre", encoding="utf-8")
    assert write_generated(tmp_path) == ["docs/donnees.md"]


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if not kind.is_markdown], ids=lambda kind: kind.french
)
def test_every_real_file_follows_its_schema(kind: Kind) -> None:
    for path in _data_files(kind):
        data = _typed(path.read_text(encoding="utf-8"))
        if data is not None:
            assert _faults(kind, data) == [], path.name


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.is_markdown], ids=lambda kind: kind.french)
def test_every_real_header_follows_its_schema(kind: Kind) -> None:
    for path in _data_files(kind):
        header = read_markdown(path.read_text(encoding="utf-8"), path.name).header.data
        assert _faults(kind, header) == [], path.name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.french)
def test_the_example_of_the_documentation_follows_its_schema(kind: Kind) -> None:
    text = example_of(kind)
    assert _faults(kind, read_markdown(text, "x").header.data if kind.is_markdown else _typed(text)) == []


def test_the_examples_of_the_documentation_make_a_site_that_loads(tmp_path: Path) -> None:
    for kind in KINDS:
        path = tmp_path / kind.where.replace("partenaires/nom-court", "partenaires/autre-nom")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example_of(kind), encoding="utf-8")
    (tmp_path / "content/documents").mkdir()
    (tmp_path / "content/documents/livret-referents.pdf").write_bytes(pdf_bytes())
    catalog = load_catalog(tmp_path)
    assert catalog.events["2026-12-05-nom-court"].title == "Concert de l'école de musique"


@pytest.mark.parametrize(
    ("french", "right"),
    [
        ("lieu", {"nom": 1984, "commune": "26362"}),
        ("lieu", {"nom": "A", "commune": "26362", "lat": 44.9, "lon": "4.9", "annee_creation": 1984}),
        ("lieu", {"nom": "A", "commune": "26362", "tel": None, "acces": {"fauteuil": True, "calme": "non : bruit"}}),
        ("document", {"titre": "A", "type": "livret", "resume": "B", "versions": [{"fichier": "a", "date": "5/12/2026"}],
                      "licence": "cc-by-4.0", "auteur": "C", "accessible": "oui", "brouillon": False}),
        ("billet", {"titre": "A", "date": "05/12/2026", "rubrique": "B", "mots_cles": "a, b"}),
    ],
)  # fmt: skip
def test_schemas_accept_the_types_that_an_editor_sees_in_texts(french: str, right: Any) -> None:
    assert _faults(_kind(french), right) == []


@pytest.mark.parametrize(
    ("french", "wrong"),
    [
        ("lieu", {"nom": "A", "commune": 26362}),
        ("lieu", {"nom": "A", "commune": "26362", "code_postal": 7000}),
        ("lieu", {"nom": "A", "commune": "26362", "comune": "x"}),
        ("lieu", {"nom": "A", "commune": "26362", "slug": "x"}),
        ("lieu", {"commune": "26362"}),
        ("lieu", {"nom": "A", "commune": "26362", "acces": {"fauteuil": "pas d'ascenseur"}}),
        ("bandeau", {"texte": "A", "du": "x", "au": "y"}),
        ("sortie", {"titre": "A", "resume": "B", "dates": [], "gratuite": {"type": "entree-libre"}}),
    ],
)
def test_schemas_refuse_what_the_catalog_refuses(french: str, wrong: Any) -> None:
    assert len(_faults(_kind(french), wrong)) == 1


def test_choices_are_explained_in_french() -> None:
    free = schema_of(_kind("sortie"))["properties"]["gratuite"]["properties"]["type"]
    assert free["enum"][0] == "entree-libre"
    assert free["enumDescriptions"][0] == free["markdownEnumDescriptions"][0] == "Entrée libre"


def _described(node: Any, path: str = "") -> list[str]:
    rows = []
    for key, value in node.get("properties", {}).items():
        rows += [] if value.get("description") else [f"{path}{key}"]
        rows += _described(value.get("items", value), f"{path}{key}.")
    return rows


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.french)
def test_every_field_is_described_and_no_english_is_left(kind: Kind) -> None:
    schema = schema_of(kind)
    assert _described(schema.get("items", schema)) == []
    text = json.dumps(schema, ensure_ascii=False)
    assert not re.search(r"\b(Hold|Say|the|of)\b", text), text


def test_each_kind_of_data_has_its_schema_in_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"]["./data/schemas/sortie.json"] == [
        "data/sorties/**/*.yaml",
        "data/exemples/sorties/*.yaml",
        "!data/sorties/numeros.yaml",
    ]
    assert {Path(name).stem for name in settings["yaml.schemas"]} == {
        k.french for k in KINDS if not k.is_markdown
    }
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
