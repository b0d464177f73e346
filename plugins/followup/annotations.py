"""Find the comments pinned on the cells of a workbook: a spreadsheet reader does not give them.

Sources: OpenDocument 1.3, part 3, 14.1 (`office:annotation`); ECMA-376, part 1, 18.7 (comments).
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from plugins.importing.opening import Opened

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NOTES = re.compile(r"/(?:comments|threadedComment)\d*$")


def annotated_rows(opened: Opened, part: int) -> frozenset[int]:
    """Return the rows, from 1, of one sheet that carry a comment; 0 is a comment whose row is not known.

    The file has been checked by `importing.opening`: sizes, and no DOCTYPE.
    """
    if opened.kind not in {"ods", "xlsx"}:
        return frozenset()
    with zipfile.ZipFile(io.BytesIO(opened.data)) as book:
        return frozenset(_in_ods(book, part) if opened.kind == "ods" else _in_xlsx(book, part))


def _in_ods(book: zipfile.ZipFile, part: int) -> Iterator[int]:
    tables = list(ElementTree.fromstring(book.read("content.xml")).iter(f"{_TABLE}table"))  # noqa: S314  # no DOCTYPE: checked when opened
    number = 0
    for row in tables[part].iter(f"{_TABLE}table-row"):
        if next(row.iter(f"{_OFFICE}annotation"), None) is not None:
            yield number + 1
        number += int(row.get(f"{_TABLE}number-rows-repeated", "1"))
    if any(
        True
        for shapes in tables[part].findall(f"{_TABLE}shapes")
        for _ in shapes.iter(f"{_OFFICE}annotation")
    ):
        yield 0


def _in_xlsx(book: zipfile.ZipFile, part: int) -> Iterator[int]:
    """Read the comments that the sheet refers to; those of another sheet have no row here."""
    links = f"xl/worksheets/_rels/sheet{part + 1}.xml.rels"
    names = book.namelist()
    told = book.read(links).decode("utf-8", "replace") if links in names else ""
    for name in names:
        if _NOTES.search(posixpath.splitext(f"/{name}")[0]) and name.endswith(".xml"):
            here = posixpath.basename(name) in told
            for note in ElementTree.fromstring(book.read(name)).iter():  # noqa: S314  # no DOCTYPE: checked when opened
                if note.get("ref"):
                    yield int(re.sub(r"\D", "", note.get("ref", "")) or 0) if here else 0
