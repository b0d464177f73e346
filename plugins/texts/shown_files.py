"""The pictures that a text shows: what they are counts for its HTML, which says their sizes, and for no other text.

They are looked for in its words, before it is converted. Should the conversion find one that was not seen there (its
address may be written with entities), the text depends on the whole folder, as everything else that reads files does.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from plugins.catalog.models.post import MarkdownRecord, Post, Tutorial
from plugins.catalog.rules.documents import PICTURES
from plugins.catalog.rules.steps import FOLDER
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.hashing import digest_of
from plugins.views.pictures import ADDRESS

_NAME = re.compile(re.escape(ADDRESS) + r"""([^\s"'()<>]+)""")


class ShownFiles:
    """Give one digest for the files that a record shows; each record, and each file, is looked at once."""

    def __init__(
        self, root: Path, fingerprints: Fingerprints, names: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Take `names`, what `names_in` has found in the body of some records, by their file."""
        self._names = names or {}
        self._root = root
        self._fingerprints = fingerprints
        self._known: dict[int, tuple[MarkdownRecord, str]] = {}

    def digest(self, record: MarkdownRecord) -> str:
        """Return the digest of the files that the text of a record shows; nothing when it shows none."""
        if id(record) not in self._known:  # which stays its own while it is held
            self._known[id(record)] = record, self._looked_at(record)
        return self._known[id(record)][1]

    def with_header(self, record: MarkdownRecord) -> str:
        """Return the same with the picture that its header names."""
        picture = record.picture if isinstance(record, Post) else None
        return digest_of(self.digest(record), self._of(picture.file)) if picture else self.digest(record)

    def _looked_at(self, record: MarkdownRecord) -> str:
        names = self._names.get(record.file)
        if names is None:
            names = sorted(names_in(record.body))
        parts = [part for name in names for part in (name, self._of(name))]
        if isinstance(record, Tutorial):
            parts.append(self._fingerprints.of_folder(self._root / FOLDER / record.slug, _is_no_text))
        return digest_of(*parts) if parts else ""

    def _of(self, name: str) -> str:
        return self._fingerprints.of(self._root / PICTURES / name)


def names_in(text: str) -> set[str]:
    """Return the names of the files of content/images of which a text holds the address."""
    return {unquote(found) for found in _NAME.findall(text)} if ADDRESS in text else set()


def _is_no_text(name: str) -> bool:
    return not name.endswith(".md")
