"""Make a PDF of a Typst source and of plain data: PDF/UA-1 and PDF/A-2a at once, the same bytes every time.

The data goes in as JSON, read by the source with `json(bytes(sys.inputs.donnees))`. Fonts come from
`theme/static/fonts` alone, so that no computer's own fonts change a page.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from plugins.formats.fonts import FONTS, THEME, printable

SOURCES = THEME / "templates" / "print"
STANDARDS = ["ua-1", "a-2a"]
NOON = time(12)
"""A PDF has an hour: noon in UTC is the same day in every French time zone."""


def make_pdf(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Compile a source of `theme/templates/print` with its data; `made_on` is the date written inside.

    Raises `typst.TypstError` when the source is wrong, which is a fault of the theme, never of a file.
    """
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
    return pdf


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
