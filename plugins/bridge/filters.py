"""The filters of the templates: French dates, numbers and words, and nothing else."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from plugins.bridge.structured_data import blog_posting, how_to
from plugins.french import (
    enumerate_fr,
    format_date,
    format_duration,
    format_month,
    format_number,
    format_range,
    plural,
    typeset_text,
)
from plugins.resources import Crumb
from plugins.views.description import page_description
from plugins.views.structured_data import breadcrumb_list

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def _day(value: date) -> str:
    """Write « jeudi 12 novembre 2026 »."""
    return format_date(value, "long")


def _medium_day(value: date) -> str:
    """Write « 12 novembre 2026 »."""
    return format_date(value, "medium")


def _join_words(words: Iterable[str]) -> str:
    """Write « a, b et c »."""
    return enumerate_fr(list(words))


def _paragraphs(text: str) -> Markup:
    """Turn plain text into paragraphs, one for each group of lines; everything else is escaped."""
    groups = (" ".join(group.split()) for group in text.split("\n\n"))
    return Markup("".join([f"<p>{escape(group)}</p>" for group in groups if group]))  # noqa: S704  # escaped here


def _json_ld(data: Mapping[str, Any]) -> Markup:
    """Write data as a JSON-LD block; no text in it can close the block or open a tag.

    Source: https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements.
    """
    text = _JSON(data)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704  # escaped above


def _breadcrumb_list(
    crumbs: Iterable[Crumb | Mapping[str, str]], title: str, address: str, url: str
) -> dict[str, Any]:
    """Describe a breadcrumb; the templates of Pelican's own pages write theirs as plain words and addresses."""
    way = (Crumb(**crumb) if isinstance(crumb, Mapping) else crumb for crumb in crumbs)
    return breadcrumb_list(way, title, address, url)


FILTERS = {
    "day": _day,
    "medium_day": _medium_day,
    "month": format_month,
    "date_range": format_range,
    "duration": format_duration,
    "number": format_number,
    "plural": plural,
    "join_words": _join_words,
    "paragraphs": _paragraphs,
    "json_ld": _json_ld,
    "breadcrumb_list": _breadcrumb_list,
    "blog_posting": blog_posting,
    "how_to": how_to,
    "typeset": typeset_text,
    "page_description": page_description,
}
"""Every filter that a template may use besides Jinja's own (docs/pages.md lists them)."""
