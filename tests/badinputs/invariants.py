"""What must be true of a published site, whatever was done with a bad input."""

import fnmatch
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

TEXTS = {".html", ".xml", ".json", ".txt", ".csv", ".css", ".js", ".ics", ".svg", ".geojson"}


def broken(invariant: dict[str, Any], output: Path) -> str:
    """Return a sentence when an invariant does not hold, or nothing."""
    kind = invariant["t"]
    return "" if CHECKS[kind](invariant, output) else f"{kind} : {invariant}"


def _texts(output: Path) -> Iterator[str]:
    for path in sorted(output.rglob("*")):
        if path.is_file() and path.suffix in TEXTS:
            yield path.read_text(encoding="utf-8", errors="replace")


def _absent(invariant: dict[str, Any], output: Path) -> bool:
    return not any(re.search(invariant["re"], text) for text in _texts(output))


def _present(invariant: dict[str, Any], output: Path) -> bool:
    found = sum(bool(re.search(invariant["re"], text)) for text in _texts(output))
    return found >= int(invariant.get("n", 1))


def _no_file(invariant: dict[str, Any], output: Path) -> bool:
    pattern = invariant["glob"].removeprefix("**/")
    return not any(fnmatch.fnmatch(path.name, pattern) for path in output.rglob("*"))


def _pdf_without(invariant: dict[str, Any], output: Path) -> bool:
    """Look everywhere in a PDF: its properties, and every object and stream, unpacked."""
    for path in output.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            streams = (item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream))
            seen = [
                *(content.decode("latin-1") for content in streams),
                *map(repr, pdf.objects),
                repr(pdf.docinfo),
            ]
        if any(re.search(invariant["re"], text) for text in seen):
            return False
    return True


def _light_files(invariant: dict[str, Any], output: Path) -> bool:
    pattern = invariant["glob"].replace("**/", "")
    files = (path for path in output.rglob("*") if path.is_file())
    return all(
        path.stat().st_size <= invariant["octets"]
        for path in files
        if fnmatch.fnmatch(path.relative_to(output).as_posix(), pattern)
    )


def _no_exif(_invariant: dict[str, Any], output: Path) -> bool:
    for path in output.rglob("*.jpg"):
        with Image.open(path) as picture:
            if picture.getexif() or "exif" in picture.info:
                return False
    return True


CHECKS: dict[str, Callable[[dict[str, Any], Path], bool]] = {
    "absent": _absent,
    "contient": _present,
    "nexiste": _no_file,
    "pdf_sans": _pdf_without,
    "fichier_max": _light_files,
    "image_sans_exif": _no_exif,
    "liens_internes_ok": lambda _invariant, _output: True,  # a build stops at the first dead link
}
