"""Write the inventory of the tools that build the site (SBOM), in CycloneDX 1.6 JSON, from the hashed lists.

Source of the format: https://cyclonedx.org/docs/1.6/json/. Package addresses follow the purl specification.
It has neither date nor random number: the same lists give the same bytes.
"""

import json
import re
import uuid
from collections.abc import Iterator
from pathlib import Path

from plugins.commands.console import say

WRITTEN = "output/inventaire.cdx.json"
LISTS = (("requirements.txt", "required"), ("requirements-tests.txt", "excluded"))
"""CycloneDX scopes: what builds the site, and what only checks it."""

WORKFLOWS = ".github/workflows"
_PINNED = re.compile(
    r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)(?: ;[^\\\n]*)?((?: \\\n +--hash=sha256:[0-9a-f]{64})*)$",
    re.MULTILINE,
)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_ACTION = re.compile(r"uses: ([\w.-]+/[\w.-]+)@([0-9a-f]{40}) # (v\S+)")


def write_inventory(root: Path, file: str = "") -> int:
    """Write the inventory to a file and say how many tools it lists."""
    path = root / (file or WRITTEN)
    components = [*_packages(root), *_actions(root)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(inventory(components), "utf-8", newline="\n")
    say(f"Inventaire de {len(components)} outils, avec leurs empreintes : {file or WRITTEN}")
    return 0


def inventory(components: list[dict[str, object]]) -> str:
    """Return the CycloneDX document of these components."""
    listed = sorted(components, key=lambda component: str(component["bom-ref"]))
    name = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(listed, sort_keys=True))
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{name}",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "culturesducoeur26-07", "bom-ref": "site"}},
        "components": listed,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _packages(root: Path) -> Iterator[dict[str, object]]:
    seen = set()
    for name, scope in LISTS:
        for package, version, hashes in _PINNED.findall((root / name).read_text("utf-8")):
            address = f"pkg:pypi/{package}@{version}"
            if address in seen:
                continue
            seen.add(address)
            digests = [{"alg": "SHA-256", "content": digest} for digest in _HASH.findall(hashes)]
            yield _component("library", package, version, address, scope) | {"hashes": digests}


def _actions(root: Path) -> Iterator[dict[str, object]]:
    texts = [path.read_text("utf-8") for path in sorted((root / WORKFLOWS).glob("*.yml"))]
    for action, commit, version in sorted(set(_ACTION.findall("\n".join(texts)))):
        yield _component("application", action, version, f"pkg:github/{action}@{commit}", "excluded")


def _component(kind: str, name: str, version: str, address: str, scope: str) -> dict[str, object]:
    return {
        "type": kind,
        "bom-ref": address,
        "name": name,
        "version": version,
        "scope": scope,
        "purl": address,
    }
