"""Lead through a long text: what is on this page, and tables that a narrow screen can hold."""

import re
from html import escape, unescape

from plugins.resources import Crumb

LONG = 6
"""Headings from which a text is long enough for a list of them at its top."""

_HEADING = re.compile(r'<h2\b[^>]*\bid="(?P<anchor>[^"]+)"[^>]*>(?P<words>.*?)</h2>', re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_COLUMN = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_BARE_COLUMN = re.compile(r"<th\b(?![^>]*\bscope=)")
_TAG = re.compile(r"<[^>]*>")


def outline(html: str) -> tuple[Crumb, ...]:
    """Return the second-level headings of a text with their anchors, or nothing when the text is short."""
    if html.count("<h2") < LONG:
        return ()
    found = headings(html)
    return found if len(found) >= LONG else ()


def headings(html: str) -> tuple[Crumb, ...]:
    """Return the second-level headings of a text with their anchors."""
    return tuple(
        Crumb(_words(heading["words"]), f"#{heading['anchor']}") for heading in _HEADING.finditer(html)
    )


def hold_tables(html: str) -> str:
    """Put each table in a region of its own, named after its columns, that scrolls and takes the focus.

    A table wider than a phone must not push the whole page aside (WCAG 2.2, 1.4.10), and what scrolls must be
    within reach of a keyboard (2.1.1). The head of a column says that it is one (RGAA 4.1.2, criterion 5.7).
    """
    return _TABLE.sub(_held, html) if "</table>" in html else html


def _held(table: re.Match[str]) -> str:
    head, end, rows = table[0].partition("</thead>")
    columns = ", ".join(_words(column) for column in _COLUMN.findall(head))
    name = escape(f"Tableau : {columns}" if columns else "Tableau")
    heads = _BARE_COLUMN.sub('<th scope="col"', head) if end else head
    return f'<div class="table" role="region" aria-label="{name}" tabindex="0">{heads}{end}{rows}</div>'


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
