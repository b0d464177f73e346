"""The manifest of a published site: the SHA-256 of each of its files, and what it was built from.

Its lines are those that `sha256sum --check` reads (GNU coreutils), under three comments that say how to build
the same site again: the commit, `SOURCE_DATE_EPOCH` (reproducible-builds.org) and the version of Python.
"""

import dataclasses
import hashlib
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from plugins.commands.publishing_trees import MANIFEST, Built, blob_id

_FACT = re.compile(r"^# ([A-Za-z_]+): (\S+)$", re.MULTILINE)
_LINE = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Manifest:
    """Hold what a published site says of itself: the commit of its sources, its day, its files' SHA-256."""

    commit: str
    day: date
    python: str
    digests: Mapping[str, str]


def with_manifest(built: Built, commit: str, day: date) -> Built:
    """Add its manifest to a built site."""
    listed = {name: digest for name, digest in built.digests.items() if name != MANIFEST}
    data = write_manifest(Manifest(commit, day, platform.python_version(), listed)).encode()
    return dataclasses.replace(
        built,
        files={**built.files, MANIFEST: blob_id(data)},
        sizes={**built.sizes, MANIFEST: len(data)},
        digests={**listed, MANIFEST: hashlib.sha256(data).hexdigest()},
        added={**built.added, MANIFEST: data},
        source=commit,
    )


def write_manifest(manifest: Manifest) -> str:
    """Write a manifest: three facts, then one sorted line a file."""
    epoch = int(datetime.combine(manifest.day, time(12), UTC).timestamp())
    facts = [f"# commit: {manifest.commit}", f"# SOURCE_DATE_EPOCH: {epoch}", f"# python: {manifest.python}"]
    lines = [f"{digest}  {name}" for name, digest in sorted(manifest.digests.items())]
    return "\n".join([*facts, *lines, ""])


def read_manifest(text: str) -> Manifest | None:
    """Read a manifest, or return None when a fact is missing or the dates are not numbers."""
    facts = dict(_FACT.findall(text))
    if not {"commit", "SOURCE_DATE_EPOCH"} <= facts.keys() or not facts["SOURCE_DATE_EPOCH"].isdecimal():
        return None
    day = datetime.fromtimestamp(int(facts["SOURCE_DATE_EPOCH"]), UTC).date()
    digests = {name: digest for digest, name in _LINE.findall(text)}
    return Manifest(facts["commit"], day, facts.get("python", ""), digests)
