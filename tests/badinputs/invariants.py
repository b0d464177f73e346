"""What must be true of a published site, whatever was done with a bad input."""

import fnmatch
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pikepdf
from PIL import Image

from tests.badinputs.treating import Outcome

TEXTS = {".html", ".xml", ".json", ".txt", ".csv", ".css", ".js", ".ics", ".svg", ".geojson"}
TO_BE_SHOWN = frozenset({"contient", "contient_dans", "texte_visible"})
Invariant = dict[str, Any]


def broken(invariant: Invariant, outcome: Outcome) -> str:
    """Return a sentence when an invariant does not hold, or nothing.

    What a page must show is asked of a site that was built: after a refusal the site before stands.
    """
    kind = invariant["t"]
    if kind in TO_BE_SHOWN and outcome.code != 0:
        return ""
    return "" if CHECKS[kind](invariant, outcome) else f"{kind} : {invariant}"


def _texts(output: Path, pattern: str = "*") -> Iterator[str]:
    for path in sorted(output.rglob(pattern)):
        if path.is_file() and path.suffix in TEXTS:
            yield path.read_bytes().decode("utf-8", "replace")


def _absent(invariant: Invariant, outcome: Outcome) -> bool:
    sought = re.compile(invariant["re"])
    return not any(sought.search(text) for text in _texts(outcome.output, invariant.get("glob", "*")))


def _absent_block(invariant: Invariant, outcome: Outcome) -> bool:
    return not any(re.search(invariant["re"], text, re.DOTALL) for text in _texts(outcome.output))


def _present(invariant: Invariant, outcome: Outcome) -> bool:
    found = sum(bool(re.search(invariant["re"], text)) for text in _texts(outcome.output, "*.html"))
    return found >= int(invariant.get("n", 1))


def _present_there(invariant: Invariant, outcome: Outcome) -> bool:
    found = _texts(outcome.output, invariant["glob"])
    return any(re.search(invariant["re"], text) for text in found)


def _no_file(invariant: Invariant, outcome: Outcome) -> bool:
    return _has_none(outcome.output, invariant["glob"])


def _no_file_around(invariant: Invariant, outcome: Outcome) -> bool:
    return _has_none(outcome.root, invariant["glob"]) and _has_none(outcome.root.parent, invariant["glob"])


def _has_none(folder: Path, glob: str) -> bool:
    pattern = glob.removeprefix("**/")
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return not any(fnmatch.fnmatch(name, pattern) or fnmatch.fnmatch(name, f"*/{pattern}") for name in names)


def _outside_untouched(_invariant: Invariant, outcome: Outcome) -> bool:
    """Ask that nothing stands beside the project but what the test itself put there."""
    beside = {path.name for path in outcome.root.parent.iterdir()}
    return beside <= {outcome.root.name, "said.txt"}


def _quick(invariant: Invariant, outcome: Outcome) -> bool:
    return bool(outcome.seconds <= invariant["v"])


def _pdf_without(invariant: Invariant, outcome: Outcome) -> bool:
    """Look everywhere in a PDF: its properties, and every object and stream, unpacked."""
    for path in outcome.output.rglob("*.pdf"):
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


def _light_files(invariant: Invariant, outcome: Outcome) -> bool:
    pattern = invariant["glob"].replace("**/", "")
    files = (path for path in outcome.output.rglob("*") if path.is_file())
    return all(
        path.stat().st_size <= invariant["octets"]
        for path in files
        if fnmatch.fnmatch(path.relative_to(outcome.output).as_posix(), pattern)
    )


def _no_exif(_invariant: Invariant, outcome: Outcome) -> bool:
    for path in outcome.output.rglob("*.jpg"):
        with Image.open(path) as picture:
            if picture.getexif() or "exif" in picture.info:
                return False
    return True


def _visible(invariant: Invariant, outcome: Outcome) -> bool:
    return any(invariant["txt"] in _Page(text).words for text in _texts(outcome.output, "*.html"))


def _sound_links(_invariant: Invariant, outcome: Outcome) -> bool:
    """Follow every link of every page that stays on the site."""
    output = outcome.output
    for path in output.rglob("*.html"):
        address = "/" + path.relative_to(output).as_posix()
        for link in _Page(path.read_text(encoding="utf-8")).links:
            if re.match(r"[a-z]+:|//|#", link):
                continue
            name = unquote(urljoin(address, link).partition("#")[0].partition("?")[0])
            target = output / name.removeprefix("/")
            if not (target / "index.html" if name.endswith("/") else target).is_file():
                return False
    return True


class _Page(HTMLParser):
    """Read what a browser shows of a page, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.links, self._hidden = "", [], 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        self.words += "" if self._hidden else data


CHECKS: dict[str, Callable[[Invariant, Outcome], bool]] = {
    "absent": _absent,
    "absent_bloc": _absent_block,
    "contient": _present,
    "contient_dans": _present_there,
    "dehors_intact": _outside_untouched,
    "fichier_max": _light_files,
    "image_sans_exif": _no_exif,
    "liens_internes_ok": _sound_links,
    "nexiste": _no_file,
    "nexiste_site": _no_file_around,
    "pdf_sans": _pdf_without,
    "temps_max_s": _quick,
    "texte_visible": _visible,
}
