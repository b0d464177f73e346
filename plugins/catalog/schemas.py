"""Describe the models to editors: one JSON Schema per kind, and the settings that make VS Code use them.

The schemas are a help while typing; `loading` alone decides. A YAML editor types what it reads
(2026 a number, true a boolean) where the catalog reads texts: the schemas accept both.
"""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from plugins.catalog.docs import INTRODUCTIONS, page
from plugins.catalog.kinds import KINDS, Kind
from plugins.catalog.models.base import computed_aliases

FOLDER = "data/schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_LISTS_AS_TEXT = frozenset({"mots_cles", "documents", "prerequis", "pour"})
"""Lists that a Markdown header may also write on one line, between commas."""
_LAST = frozenset({"source", "a_verifier", "verifie_le"})
_LABELS = frozenset({"enumDescriptions", "markdownEnumDescriptions"})


def generated_files() -> dict[str, bytes]:
    """Return every file that is made from the models, by its path in the project."""
    files = {f"{FOLDER}/{kind.french}.json": _json(schema_of(kind)) for kind in KINDS}
    files[".vscode/settings.json"] = _json(_editor_settings())
    files["docs/donnees.md"] = page({kind.field: schema_of(kind) for kind in KINDS}).encode()
    return files


def write_generated(root: Path) -> list[str]:
    """Write the generated files below `root`; return the paths of those that have changed."""
    changed = []
    for name, content in generated_files().items():
        path = root / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            changed.append(name)
    return changed


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of the files of a kind (of the header, for Markdown)."""
    made = kind.model.model_json_schema(by_alias=True, schema_generator=_FrenchSchema)
    definitions = made.get("$defs", {})
    for definition in (made, *definitions.values()):
        definition.pop("description", None)  # docstrings are in English
    record = _inlined(made, definitions)
    for key in computed_aliases(kind.model):
        record["properties"].pop(key, None)
    record["required"] = [key for key in record.get("required", ()) if key in record["properties"]]
    if kind.is_markdown:
        for key in _LISTS_AS_TEXT & record["properties"].keys():
            record["properties"][key]["type"] = ["array", "string"]
    _tidy(record)
    title, description = INTRODUCTIONS[kind.field]
    head = {"$schema": DIALECT, "title": title, "description": description}
    if kind.is_list:
        return {**head, "type": "array", "items": {**record, "title": title}}
    return {**record, **head}


class _FrenchSchema(GenerateJsonSchema):
    """Say choices with their French labels, and accept the types a YAML editor sees in a text."""

    def enum_schema(self, schema: Any) -> JsonSchemaValue:
        labels = [member.label for member in schema["members"]]
        return {
            "enum": [member.value for member in schema["members"]],
            "enumDescriptions": labels,
            "markdownEnumDescriptions": labels,
        }

    def int_schema(self, schema: Any) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"], "pattern": "^ *[0-9]+ *$"}

    def float_schema(self, schema: Any) -> JsonSchemaValue:
        made = {**super().float_schema(schema), "type": ["number", "string"]}
        return {**made, "pattern": "^ *-?[0-9]+([.][0-9]+)? *$"}

    def str_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().str_schema(schema)
        coded = "pattern" in made
        return made if coded else {**made, "type": ["string", "number", "boolean"]}


def _inlined(node: Any, definitions: dict[str, Any]) -> Any:
    """Replace references by what they name, drop English titles and defaults, unfold what may be absent."""
    if isinstance(node, list):
        return [_inlined(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target = definitions[node["$ref"].rpartition("/")[2]]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    present = [part for part in node.get("anyOf", ()) if part != {"type": "null"}]
    if len(present) == 1:
        node = {**_inlined(present[0], definitions), **{k: v for k, v in node.items() if k != "anyOf"}}
    kept = {key: value for key, value in node.items() if key not in {"default", "computed", "$defs"}}
    properties = kept.pop("properties", None)
    made = {key: _inlined(value, definitions) for key, value in kept.items() if key != "title"}
    if properties is not None:
        made["properties"] = {key: _inlined(value, definitions) for key, value in properties.items()}
    return made


def _tidy(node: dict[str, Any]) -> None:
    """Put required fields first and sources last; let the others be written and left empty."""
    required = node.get("required", [])
    if "properties" in node:
        ranks = {key: 0 if key in required else 2 if key in _LAST else 1 for key in node["properties"]}
        node["properties"] = {key: node["properties"][key] for key in sorted(ranks, key=ranks.__getitem__)}
    for key, value in node.get("properties", {}).items():
        if key not in required:
            _allow_empty(value)
        _tidy(value)
    if isinstance(node.get("items"), dict):
        _tidy(node["items"])
    if isinstance(node.get("type"), list) and len(node["type"]) == 1:
        node["type"] = node["type"][0]


def _allow_empty(node: dict[str, Any]) -> None:
    if "enum" in node:
        node["enum"] = [*node["enum"], None]
        for key in _LABELS & node.keys():
            node[key] = [*node[key], "laissé vide"]
    elif "type" in node:
        kinds = node["type"] if isinstance(node["type"], list) else [node["type"]]
        node["type"] = [*kinds, "null"]


def _editor_settings() -> dict[str, Any]:
    yaml_kinds = [kind for kind in KINDS if not kind.is_markdown]
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "yaml.schemas": {f"./{FOLDER}/{kind.french}.json": _globs(kind) for kind in yaml_kinds},
    }


def _globs(kind: Kind) -> list[str]:
    if kind.is_one_file:
        return [kind.where]
    folder = kind.where.split("/")[1]
    own = (other.where for other in KINDS if other.is_one_file and other.where.startswith(f"data/{folder}/"))
    shared = [f"data/{folder}/**/*.yaml", f"data/exemples/{folder}/*.yaml"]
    return [*shared, *(f"!{where}" for where in own)]


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
