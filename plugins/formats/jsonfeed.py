"""Encode JSON feeds (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Iterable
from typing import Any

from plugins.formats.feed import FeedEntry, FeedHead, instant

VERSION = "https://jsonfeed.org/version/1.1"


def encode_feed(head: FeedHead, items: Iterable[bytes]) -> bytes:
    """Put encoded items in a feed."""
    told = {
        "version": VERSION,
        "title": head.title,
        "description": head.description,
        "home_page_url": head.home,
        "feed_url": head.url,
        "language": "fr",
        "authors": [{"name": head.author}],
    }
    opening = _json(told).removesuffix(b"}")
    return b"".join((opening, b',"items":[\n', b",\n".join(items), b"\n]}\n"))


def encode_item(entry: FeedEntry) -> bytes:
    """Encode one item, once for all the feeds that hold it."""
    told: dict[str, Any] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": "\n\n".join(entry.paragraphs),
        "date_modified": instant(entry.updated),
        "tags": list(entry.tags),
    }
    if entry.facts:
        told["_sortie"] = dict(entry.facts)
    return _json(told)


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
