"""Make a PDF of a Typst source and of plain data: PDF/UA-1 and PDF/A-2a at once, the same bytes every time.

The data goes in as JSON, read by the source with `json(bytes(sys.inputs.donnees))`. Fonts come from
`theme/static/fonts` alone, so that no computer's own fonts change a page.
"""

import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pikepdf
import typst

from plugins.formats.fonts import FONTS, THEME, printable
from plugins.formats.kept import digest, kept

SOURCES = THEME / "templates" / "print"
STANDARDS = ["ua-1", "a-2a"]
NOON = time(12)
"""A PDF has an hour: noon in UTC is the same day in every French time zone."""


def make_pdf(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Compile a source of `theme/templates/print` with its data; `made_on` is the date written inside.

    Raises `typst.TypstError` when the source is wrong, which is a fault of the theme, never of a file.
    """
    return _compile(source, data, made_on)


def kept_pdf(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Return the same bytes as `make_pdf`, kept from one build to the next while nothing they are made of changes."""
    key = digest(_tools(), source, made_on.isoformat(), json.dumps(data, ensure_ascii=False))
    return kept(key, lambda: _compile(source, data, made_on))


@cache
def _tools() -> str:
    """Return the digest of all that makes a PDF but its data: this program, the sources, the fonts, Typst."""
    files = [Path(__file__), *sorted(SOURCES.glob("*.typ")), *sorted(FONTS.glob("*.ttf"))]
    return digest(version("typst"), version("pikepdf"), *STANDARDS, *(path.read_bytes() for path in files))


def _compile(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    compiler = _compiler(SOURCES / source)
    made_at = datetime.combine(made_on, NOON, UTC)
    pdf = compiler.compile(
        sys_inputs={"donnees": json.dumps(_printable(data), ensure_ascii=False)},
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=int(made_at.timestamp()),
    )
    if not isinstance(pdf, bytes):
        raise TypeError(source)
    return _lightened(pdf)


def _lightened(pdf: bytes) -> bytes:
    """Return the same document with its objects packed in streams (ISO 32000-1, 7.5.7): a third of the weight."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


@cache
def _compiler(source: Path) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(source), root=str(THEME), font_paths=fonts)


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(found) for key, found in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(found) for found in value]
    return value
