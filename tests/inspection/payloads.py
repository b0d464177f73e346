"""The literal list of payloads, and what a text becomes of them with the Markdown of the real site."""

import re
from pathlib import Path

from markdown import Markdown

import pelicanconf

ROWS = Path(__file__).with_name("payloads.txt").read_text(encoding="utf-8").splitlines()
_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|[n0t\\])")
_SIGNS = {"n": "\n", "0": "\0", "t": "\t", "\\": "\\"}


def payloads() -> list[tuple[str, str]]:
    """Return each payload with its family."""
    pairs = (row.split("\t", maxsplit=1) for row in ROWS if not row.startswith("# "))
    return [(family, _ESCAPED.sub(_sign, written)) for family, written in pairs]


def converted(body: str) -> str:
    """Return the HTML that our Markdown makes of a text, before it is cleaned."""
    settings = pelicanconf.MARKDOWN
    return Markdown(
        extensions=settings["extensions"],
        extension_configs=settings["extension_configs"],
        output_format=settings["output_format"],
    ).convert(body)


def _sign(found: re.Match[str]) -> str:
    return _SIGNS.get(found[1]) or chr(int(found[1][1:], 16))
