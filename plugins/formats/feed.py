"""What a feed shows, whatever its format, and the small rules that every format shares."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class FeedEntry:
    """Hold one thing of a feed. Its address is its identity: it never changes.

    `facts` go to the formats that have room for data (JSON), under a name of our own.
    """

    url: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    updated: date
    tags: tuple[str, ...] = ()
    facts: Mapping[str, str | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class FeedHead:
    """Hold what a feed says of itself; `updated` serves only while it has no entry."""

    title: str
    description: str
    author: str
    url: str
    home: str
    updated: date


def instant(day: date) -> str:
    """Write a day as the instant that feeds ask for (RFC 3339): its first, in UTC."""
    return f"{day:%Y-%m-%d}T00:00:00Z"


def printable(text: str) -> str:
    """Remove the characters that XML 1.0 refuses."""
    return _NOT_XML.sub("", text)
