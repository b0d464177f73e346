"""What every file to publish is made of: the findings of an inspection, told with the file's name."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from plugins import inspection
from plugins.catalog.loading import Loaded
from plugins.catalog.problems import Problem
from plugins.catalog.rules.documents import FOLDER, PICTURES, TYPES, no_record, present_files
from plugins.catalog.rules.privacy import agreed_to, compared, told
from plugins.catalog.source import link
from plugins.french import slugify
from plugins.inspection.findings import Finding
from plugins.inspection.limits import LARGEST_DOCUMENT, LARGEST_SOURCE, is_picture, too_heavy
from plugins.privacy import Leak, find_private, private_rows

SHOWN = (PICTURES, "content/tutoriels", "theme")
"""Where pictures stand that the site shows; those of content/documents are looked at with the documents."""

Told = tuple[tuple[Finding, ...], tuple[Finding, ...]]


def inspect_files(loaded: Loaded, root: Path) -> tuple[list[Problem], list[Problem]]:
    """Return what refuses files of content/ and theme/, then what is only said of them."""
    entries = loaded.entries.get("association", {}).values()
    known = frozenset(slugify(entry.record.name) for entry in entries)

    def document(name: str, content: bytes) -> Told:
        found = inspection.documents.inspect_document(name, content, known)
        return found.faults, found.notices

    def picture(name: str, content: bytes) -> Told:
        return inspection.pictures.inspect_picture(name, content)

    documents = [
        name
        for name in present_files(root, FOLDER)
        if not name.startswith("sources/") and PurePosixPath(name).suffix.lower() in TYPES
    ]
    faults: list[Problem] = [*_links(root), *_private(loaded, root, documents, known)]
    unnamed = [*no_record(loaded, documents)]
    notices = [*unnamed, *_twice(root, documents)]
    silent = {problem.file for problem in unnamed}
    for folder, names, largest, inspect in (
        (FOLDER, documents, LARGEST_DOCUMENT, document),
        *((place, _pictures(root, place), LARGEST_SOURCE, picture) for place in SHOWN),
    ):
        for name in names:
            wrong, said = _inspected(root / folder / name, f"{folder}/{name}", largest, inspect)
            faults += wrong
            notices += said if f"{folder}/{name}" not in silent else []
    return faults, notices


def _pictures(root: Path, folder: str) -> list[str]:
    """Name the pictures of a folder; in that of pictures, every file must be one."""
    return [name for name in present_files(root, folder) if folder == PICTURES or is_picture(name)]


def _inspected(
    path: Path, name: str, largest: int, inspect: Callable[[str, bytes], Told]
) -> tuple[list[Problem], list[Problem]]:
    if path.is_symlink():
        return [link(name)], []
    size = path.stat().st_size
    faults, notices = (
        ((too_heavy(size, largest),), ()) if size > largest else inspect(name, path.read_bytes())
    )
    return [_problem(name, fault) for fault in faults], [_problem(name, notice) for notice in notices]


def _links(root: Path) -> Iterator[Problem]:
    """No folder of documents, of pictures or of the theme is a link to somewhere else; nor any file of the theme."""
    for folder in (FOLDER, PICTURES, "theme"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_symlink() and (path.is_dir() or folder == "theme"):
                yield link(path.relative_to(root).as_posix())


def _private(loaded: Loaded, root: Path, documents: list[str], known: frozenset[str]) -> Iterator[Problem]:
    """The words of a document say nothing private either; a PDF tells the page, a text or a table the line."""
    agreed = agreed_to(loaded)
    for name in documents:
        path = root / FOLDER / name
        if path.is_symlink() or path.stat().st_size > LARGEST_DOCUMENT:
            continue
        for page, line, leak in _leaks(path, known):
            if compared(leak.written) not in agreed:
                problem = told(f"{FOLDER}/{name}", line, leak)
                yield replace(problem, message=f"page {page} : {problem.message}") if page else problem


def _leaks(path: Path, known: frozenset[str]) -> Iterator[tuple[int, int, Leak]]:
    """Yield the page, the line (0: neither is known) and what is private there; a row is told once."""
    kind, content = path.suffix.lower(), path.read_bytes()
    found = inspection.documents.inspect_document(path.name, content, known)
    text = found.text
    lines: Sequence[int] = ()
    if kind in {".csv", ".txt"}:
        text = inspection.documents.decoded(content)
        lines = range(1, text.count("\n") + 2)
    elif found.rows:
        text = "\n".join(" ; ".join(cells) for _, cells in found.rows)
        lines = [number for number, _ in found.rows]
    said = set()
    for leak in find_private(text):
        row = text.count("\n", 0, leak.start)
        line = lines[row] if lines else 0
        said.add(line)
        yield row + 1 if kind == ".pdf" else 0, line, leak
    for place, leak in private_rows(cells for _, cells in found.rows):
        if (line := found.rows[place][0]) not in said:
            yield 0, line, leak


def _twice(root: Path, names: list[str]) -> Iterator[Problem]:
    """Two documents are not the same file under two names."""
    same: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    sizes: defaultdict[int, list[str]] = defaultdict(list)
    for name in names:
        sizes[(root / FOLDER / name).stat().st_size].append(name)
    for size, alike in sizes.items():
        for name in alike if len(alike) > 1 else ():
            same[size, sha256((root / FOLDER / name).read_bytes()).hexdigest()].append(name)
    for first, *others in same.values():
        for name in others:
            yield Problem(
                f"{FOLDER}/{name}",
                0,
                "document-en-double",
                f"ce fichier est le même que « {first} », à l’octet près.",
                hint="gardez-en un seul ; une nouvelle version a un contenu nouveau",
            )


def _problem(name: str, finding: Finding) -> Problem:
    return Problem(
        name, finding.line, finding.code, finding.message, finding.written, finding.expected, finding.hint
    )
