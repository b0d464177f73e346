"""The YAML text of an imported outing, and its update without touching what a person wrote.

Each imported field leaves a fingerprint in `origine`: a field whose fingerprint is no longer the right one was
changed by a person, and stays as that person wrote it.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.catalog.models.event import Event
from plugins.catalog.yaml_source import read_yaml

LAST = ("source", "a_verifier", "verifie_le", "brouillon", "origine")
_KEYS = [field.alias or name for name, field in Event.model_fields.items()]
ORDER = (*(key for key in _KEYS if key not in LAST), *LAST)
UNMANAGED = frozenset({"source", "brouillon", "origine"})
_PLAIN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿŒœ][\w ’'.!?()/«»…+&=;-]*(?:[\w.!?)»…])|[A-Za-z]|\d{1,2}/\d{2}/\d{4}(?: \d{1,2}h\d{2})?|\d{1,3}",
    re.UNICODE,
)
_RESERVED = re.compile(r"(?:y|n|yes|no|true|false|on|off|null)$", re.IGNORECASE)
_TOP = re.compile(r"([a-z_]+):")
_COMMENTS = {
    "titre": "# Importée : relisez, remplissez « preuve », puis écrivez « brouillon: non ».",
    "gratuite": "# Ajoutez ici « preuve: » (page, affiche, courriel) et « verifie_le: ». Sans preuve, rien n’est montré.",
    "origine": "# Pour l’import suivant : il ne met à jour que ce que personne n’a changé. Ne touchez pas à ces lignes.",
}


@dataclass(frozen=True)
class Change:
    """Hold an updated text: the fields that follow the import, and those kept because a person changed them."""

    text: str
    updated: tuple[str, ...]
    kept: tuple[str, ...]


def new_text(fields: Mapping[str, Any], system: str, identity: str, source: str) -> str:
    """Write a whole file, a draft until a person completes it."""
    content = {
        **fields,
        "source": source,
        "brouillon": "oui",
        "origine": _origin(system, identity, _marks(fields)),
    }
    return "".join(_block(key, content[key]) for key in sorted(content, key=ORDER.index))


def updated_text(text: str, fields: Mapping[str, Any], system: str, identity: str) -> Change:
    """Bring an imported file up to date, field by field; what a person changed, added or removed stays."""
    data = read_yaml(text, "").data
    before = _read_marks(data["origine"].get("empreintes") or "")
    after = _marks(fields)
    updated, kept = [], []
    for key in sorted({*before, *after}, key=ORDER.index):
        if before.get(key) == after.get(key):
            continue
        untouched = key not in data if key not in before else key in data and mark(data[key]) == before[key]
        (updated if untouched else kept).append(key)
    for key in updated:
        text = _with_field(text, key, fields.get(key))
    if updated:
        marks = {
            key: value
            for key, value in {**before, **{key: after.get(key) for key in updated}}.items()
            if value
        }
        text = _with_field(text, "origine", _origin(system, identity, marks))
    return Change(text, tuple(updated), tuple(kept))


def mark(value: Any) -> str:
    """Return the fingerprint of what a field says."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:8]


def scalar(text: str) -> str:
    """Write a text so that YAML reads it back whatever its signs, without quotes when it can be."""
    if _PLAIN.fullmatch(text) and not _RESERVED.match(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _origin(system: str, identity: str, marks: Mapping[str, str]) -> dict[str, str]:
    return {
        "systeme": system,
        "id": identity,
        "empreintes": " ".join(f"{key}={marks[key]}" for key in sorted(marks)),
    }


def _marks(fields: Mapping[str, Any]) -> dict[str, str]:
    return {key: mark(value) for key, value in fields.items() if key not in UNMANAGED}


def _read_marks(written: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in written.split())
    return {key: value for key, sign, value in pairs if sign and key in ORDER}


def _block(key: str, value: Any) -> str:
    comment = f"{_COMMENTS[key]}\n" if key in _COMMENTS else ""
    return comment + _field(key, value)


def _field(key: str, value: Any) -> str:
    if isinstance(value, str):
        return f"{key}: {scalar(value)}\n"
    if isinstance(value, Mapping):
        return f"{key}:\n" + "".join(
            f"  {line}\n" for name in value for line in _field(name, value[name]).splitlines()
        )
    if all(isinstance(item, str) for item in value):
        return f"{key}: [{', '.join(_in_a_list(item) for item in value)}]\n"
    items = [", ".join(f"{name}: {_in_a_list(item[name])}" for name in item) for item in value]
    return f"{key}:\n" + "".join(f"  - {{{item}}}\n" for item in items)


def _in_a_list(text: str) -> str:
    written = scalar(text)
    return f'"{text}"' if written == text and re.search(r"[,\[\]{}]", text) else written


def _with_field(text: str, key: str, value: Any) -> str:
    """Replace, add or remove one field of the file, its comments and the other lines kept."""
    lines = text.splitlines(keepends=True)
    new = _field(key, value) if value is not None else ""
    starts = [index for index, line in enumerate(lines) if (found := _TOP.match(line)) and found[1] == key]
    if starts:
        end = starts[0] + 1
        while end < len(lines) and re.match(r"[ \t]+\S|- |-\n", lines[end]):
            end += 1
        return "".join([*lines[: starts[0]], new, *lines[end:]])
    later = {name for name in ORDER if ORDER.index(name) > ORDER.index(key)}
    places = [index for index, line in enumerate(lines) if (found := _TOP.match(line)) and found[1] in later]
    at = places[0] if places else len(lines)
    while at and lines[at - 1].startswith("#"):
        at -= 1
    if at == len(lines) and lines and not lines[-1].endswith("\n"):
        new = f"\n{new}"
    return "".join([*lines[:at], new, *lines[at:]])
