"""Make a PDF of a Typst source and of plain data: PDF/UA-1 and PDF/A-2a at once, the same bytes every time.

The data goes in as JSON, read by the source with `json(bytes(sys.inputs.donnees))`. Fonts come from
`theme/static/fonts` alone, so that no computer's own fonts change a page.
"""

import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from plugins.formats import press
from plugins.formats.fonts import FONTS, THEME, printable
from plugins.formats.kept import digest, kept
from plugins.formats.press import Order, settle, typeset
from plugins.formats.versions import version_of

SOURCES = THEME / "templates" / "print"
STANDARDS = ["ua-1", "a-2a"]
NOON = time(12)
"""A PDF has an hour: noon in UTC is the same day in every French time zone."""
PLACES = "places"
"""What a document that sends its reader to its own pages is told of them: `{name: [page, x, y in points]}`."""
TRIALS = 5  # as many as Typst itself (1.0 to 0.15)


def make_pdf(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Compile a source of `theme/templates/print` with its data; `made_on` is the date written inside.

    Raises `TypesettingError` when the source is wrong, which is a fault of the theme, never of a file.
    """
    return _lightened(_settled(source, data, made_on) if PLACES in data else _compiled(source, data, made_on))


def kept_pdf(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Return the same bytes as `make_pdf`, kept from one build to the next while nothing they are made of changes."""
    key = digest(_tools(), source, made_on.isoformat(), json.dumps(data, ensure_ascii=False))
    return kept(key, lambda: make_pdf(source, data, made_on))


@cache
def _tools() -> str:
    """Return the digest of all that makes a PDF but its data: this program, the sources, the fonts, Typst."""
    programs = (Path(__file__), Path(press.__file__), Path(press.__file__).with_name("typesetter.py"))
    files = [*programs, *sorted(SOURCES.glob("*.typ")), *sorted(FONTS.glob("*.ttf"))]
    return digest(
        version_of("typst"), version_of("pikepdf"), *STANDARDS, *(path.read_bytes() for path in files)
    )


def _settled(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    """Give a document the places that it told of its parts, until it tells the same again.

    Typst would do it too, but would hold every one of its trials.
    """
    for _ in range(TRIALS):
        order = _order(source, data, made_on)
        places, made = settle(order._replace(places=data[PLACES]))
        if made:
            return made
        data = {**data, PLACES: places}
    return _compiled(source, data, made_on)


def _compiled(source: str, data: Mapping[str, Any], made_on: date) -> bytes:
    return typeset(_order(source, data, made_on))


def _order(source: str, data: Mapping[str, Any], made_on: date) -> Order:
    made_at = datetime.combine(made_on, NOON, UTC)
    return Order(
        source=SOURCES / source,
        inputs={"donnees": json.dumps(_printable(data), ensure_ascii=False)},
        options={"format": "pdf", "pdf_standards": STANDARDS, "timestamp": int(made_at.timestamp())},
        root=THEME,
        fonts=FONTS,
    )


def _lightened(pdf: bytes) -> bytes:
    """Return the same document with its objects packed in streams (ISO 32000-1, 7.5.7): a third of the weight."""
    import pikepdf  # noqa: PLC0415  # a build that keeps all such files starts faster

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(found) for key, found in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(found) for found in value]
    return value
