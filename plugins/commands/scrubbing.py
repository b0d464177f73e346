"""Take out of the project's files what their hidden notes tell of a person: its repository is public too."""

from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.loading import load_entries
from plugins.commands.console import say, warn
from plugins.french import plural, slugify
from plugins.inspection.documents import discreet, inspect_document
from plugins.inspection.findings import Finding
from plugins.inspection.limits import LARGEST_DOCUMENT, LARGEST_SOURCE, is_picture
from plugins.inspection.pictures import inspect_picture

FOLDERS = ("content", "theme")
DOCUMENTS = frozenset({".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})
CODES = frozenset({"auteur-dans-le-fichier", "image-indiscrete"})


def scrub(root: Path) -> int:
    """Say which files tell too much in their notes, then put their discreet copy in their place."""
    entries = load_entries(root, None).entries.get("association", {}).values()
    known = frozenset(slugify(entry.record.name) for entry in entries)
    found = [(path, finding) for path in _files(root) for finding in _told(path, known)]
    if not found:
        say(
            "Rien à nettoyer : ni les images ni les documents ne disent, dans leurs notes, qui les a faits ni où."
        )
        return 0
    for path, finding in found:
        said = f" ({finding.written})" if finding.written else ""
        say(f"{path.relative_to(root).as_posix()} : {finding.message.partition(' : ')[0]}{said}")
    paths = list(dict.fromkeys(path for path, _ in found))
    left = [path for path in paths if not _is_scrubbed(path, known)]
    say(f"Nettoyé : {plural(len(paths) - len(left), 'fichier')}. git diff --stat montre ce qui a changé.")
    for path in left:
        warn(
            f"{path.relative_to(root).as_posix()} n’a pas pu être nettoyé : ouvrez-le et videz ses propriétés."
        )
    return 1 if left else 0


def _files(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and path.stat().st_size <= _largest(path):
                yield path


def _largest(path: Path) -> int:
    """Return how many bytes a file of that name may have to be opened here."""
    if is_picture(path.name):
        return LARGEST_SOURCE
    return LARGEST_DOCUMENT if path.suffix.lower() in DOCUMENTS else -1


def _told(path: Path, known: frozenset[str]) -> Iterator[Finding]:
    content = path.read_bytes()
    if is_picture(path.name):
        faults, notices = inspect_picture(path.name, content)
    else:
        found = inspect_document(path.name, content, known)
        faults, notices = found.faults, found.notices
    yield from (finding for finding in (*faults, *notices) if finding.code in CODES)


def _is_scrubbed(path: Path, known: frozenset[str]) -> bool:
    """Write the discreet copy beside, put it in the place of the file, and look again."""
    beside = path.with_name(f".{path.name}.neuf")
    beside.write_bytes(discreet(path.name, path.read_bytes(), known))
    beside.replace(path)
    return not any(_told(path, known))
